"""What a panel is drawn on: the picture that somebody brought, the panel that the studio drew, or an empty frame."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from storyboards import panels
from storyboards.marks import Crop, crop_of
from storyboards.models import Asset, Shot
from storyboards.templatetags.addresses import at, drawn_address
from storyboards.uploads import PictureRefused

PAPER, PICTURE, SKETCH = "paper", "picture", "sketch"


@dataclass(frozen=True)
class Canvas:
    """What lies below while one draws: its name in a form, the picture's address and shape, and the marks on it."""

    name: str
    address: str
    shape: float | None
    marks: dict[str, Any]

    @property
    def kind(self) -> str:
        """One of PAPER, PICTURE and SKETCH."""
        return self.name.partition("-")[0]

    def crop(self, frame: float) -> Crop:
        """Return what a frame of this shape shows of it."""
        return crop_of(self.marks, picture=self.shape, frame=frame) if self.shape else Crop(0, 0, 1)


def canvas_of(shot: Shot, wanted: str = "") -> Canvas:
    """Return what `shot`, filled in by `reading`, is drawn on: what is wanted, if it can be had, or what it was."""
    own = _own(shot)
    kind = wanted.partition("-")[0]
    if own and kind in ("", own.kind):
        return own
    if kind == PICTURE and shot.panel_base:
        return _picture(shot.panel_base, {})
    if kind == PAPER:
        return Canvas(PAPER, "", None, {})
    frame = panels.frame_shape(shot.scene.storyboard)
    return Canvas(f"{SKETCH}-{shot.picture_key}", drawn_address(shot), frame, {})


def _own(shot: Shot) -> Canvas | None:
    """Return what the shot's own panel was drawn on, with its marks."""
    if shot.panel_base:
        return _picture(shot.panel_base, shot.panel_marks)
    return Canvas(PAPER, "", None, shot.panel_marks) if shot.panel_id else None


def _picture(base: Asset, marks: dict[str, Any]) -> Canvas:
    return Canvas(f"{PICTURE}-{base.pk}", at(base.pk, "asset"), panels.shape(base), marks)


def base_called(shot: Shot, name: str) -> Asset | None:
    """Return the picture that a form calls `name`, or None for an empty frame; raise PictureRefused."""
    kind, _dash, key = name.partition("-")
    if kind == PAPER:
        return None
    if kind == SKETCH and key.isalnum() and key.isascii():
        return panels.drawn_base(shot, key)
    pictures = Asset.objects.filter(team=shot.scene.storyboard.team_id, file__contains="/pictures/")
    found = pictures.filter(pk=key).first() if kind == PICTURE and key.isdecimal() and len(key) < 19 else None
    if found is None:
        raise PictureRefused(_("The picture below is no longer there. Reload the page."))
    return found
