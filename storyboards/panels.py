"""Panels of one's own: a picture that somebody brought or drew, in place of what the sketch engine draws.

The base is what lies below: a picture, or nothing (an empty frame). The panel is made of it by the marks. All three are
fields of the shot and are written by one deed, so that undoing it brings the panel before back.
"""

from typing import Any

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from PIL import Image

from accounts.models import User
from storyboards import editing
from storyboards.marks import filling
from storyboards.models import Asset, Shot, Storyboard
from storyboards.models.assets import AssetKind
from storyboards.pictures import drawn_name
from storyboards.rendering import Size, render
from storyboards.uploads import BROKEN, Picture, PictureRefused, encode, keep_picture, read_picture

LEAST_SIDE = 1280  # of the panel's long side: marks stay sharp on a small picture
SAME_SHAPE = 0.004
NO_PANEL: dict[str, Any] = {"panel_id": None, "panel_base_id": None, "panel_marks": {}}


def panel_size(storyboard: Storyboard) -> Size:
    """Return width and height of a panel in pixels: the frame's shape, large enough for a film of it."""
    width, height = storyboard.frame_size
    scale = max(1.0, LEAST_SIDE / max(width, height))
    return round(width * scale / 2) * 2, round(height * scale / 2) * 2


def shape(asset: Asset) -> float:
    """Return width through height."""
    return asset.width / asset.height


def frame_shape(storyboard: Storyboard) -> float:
    """Return width through height of the frame."""
    width, height = panel_size(storyboard)
    return width / height


# --- deeds ----------------------------------------------------------------------------------------------------------


def use_picture(shot: Shot, picture: Picture, *, by: User | None) -> Shot:
    """Make the picture the shot's panel, filling the frame, and return the shot; raise PictureRefused."""
    base = keep_picture(shot.scene.storyboard.team, AssetKind.PANEL, picture)
    return draw(shot, base, {}, by=by)


def draw(shot: Shot, base: Asset | None, marks: dict[str, Any], *, by: User | None, version: int | None = None) -> Shot:
    """Make a panel of `base` (None: an empty frame) and the marks, and return the shot.

    `version` is the shot's when the drawing began: raise Conflict when somebody changed the panel since. Raise
    PictureRefused when the panel cannot be made or kept.
    """
    panel = made(shot.scene.storyboard, base, marks)
    changes = {"panel_id": panel.pk, "panel_base_id": base.pk if base else None, "panel_marks": marks}
    return editing.edit_shot(shot, by=by, changes=changes, version=version)


def remove_panel(shot: Shot, *, by: User | None) -> Shot:
    """Go back to the drawn panel, and return the shot."""
    return editing.edit_shot(shot, by=by, changes=NO_PANEL)


def drawn_base(shot: Shot, key: str) -> Asset:
    """Return the drawn panel called `key` as a picture to draw on; raise PictureRefused when nobody has drawn it."""
    name = drawn_name(shot.scene.storyboard, key)
    if not default_storage.exists(name):
        raise PictureRefused(_("The drawn panel has changed in the meantime. Reload the page and draw on the new one."))
    with default_storage.open(name) as file:
        return keep_picture(shot.scene.storyboard.team, AssetKind.PANEL, read_picture(file))


# --- making ---------------------------------------------------------------------------------------------------------


def made(storyboard: Storyboard, base: Asset | None, marks: dict[str, Any]) -> Asset:
    """Return the panel's asset; a picture that needs nothing done to it is its own panel. Raise PictureRefused."""
    size = panel_size(storyboard)
    if base and not marks and _fits(base, size):
        return base
    image = _opened(base) if base else None
    return keep_picture(storyboard.team, AssetKind.PANEL, encode(render(image, marks, size)))


def _fits(base: Asset, size: Size) -> bool:
    """Tell whether the picture fills a frame of this size as it is, and is no larger than it need be."""
    frame = size[0] / size[1]
    crop = filling(shape(base), frame)
    same_shape = crop.width > 1 - SAME_SHAPE and abs(crop.y) < SAME_SHAPE
    return same_shape and base.width <= size[0] and not base.facts.get("alpha")


def _opened(base: Asset) -> Image.Image:
    try:
        with default_storage.open(base.stored_name) as file, Image.open(file, formats=("WEBP",)) as image:
            image.load()
            return image.copy()
    except BROKEN as broken:
        raise PictureRefused(_("The picture below cannot be read from the storage. Upload it again.")) from broken
