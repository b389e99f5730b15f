"""The columns of the shot list: what each is called, and what stands in it for a shot that `reading` filled in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from accounts.models import User
from storyboards.models import Shot, ShotListLayout
from storyboards.statuses import status_of
from storyboards.timecode import seconds
from storyboards.vocabulary import Angle, Transition

Value = str | int | float


@dataclass(frozen=True)
class Column:
    """`value` is typed: lengths and costs are numbers, so that a spreadsheet can add them up.

    `width` is in characters; a column that `is_long` holds text of several lines.
    """

    name: str
    label: Promise
    value: Callable[[Shot], Value]
    width: int = 12
    is_long: bool = False


def dialogue(shot: Shot) -> str:
    """Return who says what, a line each: MARTA (whispering): The lamp is dark."""
    return "\n".join(filter(None, map(_line, shot.dialogue)))


def _line(line: dict) -> str:
    speaker, direction = str(line.get("speaker", "")).strip(), str(line.get("direction", "")).strip(" ()")
    who = f"{speaker} ({direction})" if speaker and direction else speaker
    return ": ".join(part for part in (who, str(line.get("text", "")).strip()) if part)


def cast(shot: Shot) -> str:
    """Return the names of who and what is in the shot."""
    return ", ".join(element.name for element in shot.cast_list)


def location(shot: Shot) -> str:
    """Return where the scene plays: its place in the bible, or else what the slugline says."""
    return shot.scene.location.name if shot.scene.location else shot.scene.place


def status(shot: Shot) -> str:
    """Return how far the shot is, in a word or two."""
    return str(status_of(shot).label)


def backend(shot: Shot) -> str:
    """Return the backend that the shot is meant for, or else the one that its circled take was made by."""
    circled = next((take for take in shot.take_list if take.pk == shot.circled_take_id), None)
    return shot.backend or (circled.backend if circled else "")


def length(shot: Shot) -> float:
    """Return the length in seconds, to the thousandth."""
    return round(float(seconds(shot.frames, shot.scene.storyboard.rate_pair)), 3)


def angle(shot: Shot) -> str:
    """Return the angle; eye level is said too, for a list has a column for it."""
    return str(Angle(shot.angle).label)


PICTURE = "picture"
ALL = {
    column.name: column
    for column in (
        Column(PICTURE, gettext_lazy("Picture"), lambda shot: "", 22),
        Column("scene", gettext_lazy("Scene"), lambda shot: shot.scene.label, 8),
        Column("slate", gettext_lazy("Shot"), lambda shot: shot.slate, 9),
        Column("size", gettext_lazy("Size"), lambda shot: shot.get_size_display(), 16),
        Column("angle", gettext_lazy("Angle"), angle, 12),
        Column("move", gettext_lazy("Move"), lambda shot: shot.camera_move, 20),
        Column("lens", gettext_lazy("Lens"), lambda shot: shot.lens, 12),
        Column("action", gettext_lazy("Action"), lambda shot: shot.action, 50, is_long=True),
        Column("dialogue", gettext_lazy("Dialogue"), dialogue, 40, is_long=True),
        Column("cast", gettext_lazy("In this shot"), cast, 24),
        Column("location", gettext_lazy("Location"), location, 24),
        Column("length", gettext_lazy("Length (s)"), length, 10),
        Column("frames", gettext_lazy("Frames"), lambda shot: shot.frames, 8),
        Column("transition", gettext_lazy("Transition"), lambda shot: str(Transition(shot.transition).label), 14),
        Column("aspect", gettext_lazy("Aspect"), lambda shot: shot.scene.storyboard.aspect, 8),
        Column("backend", gettext_lazy("Backend"), backend, 14),
        Column("status", gettext_lazy("Status"), status, 14),
        Column("notes", gettext_lazy("Notes"), lambda shot: shot.notes, 40, is_long=True),
        Column("cost", gettext_lazy("Cost (credits)"), lambda shot: sum(take.cost for take in shot.take_list), 10),
    )
}
USUAL = tuple(name for name in ALL if name not in ("frames", "aspect", "transition"))


def chosen(names: Iterable[object]) -> list[Column]:
    """Return the columns of these names in their order, each once; names that do not exist are passed over."""
    known = [ALL[name] for name in dict.fromkeys(map(str, names)) if name in ALL]
    return known or [ALL[name] for name in USUAL]


def columns_of(user: User) -> list[Column]:
    """Return the columns that a person likes to see, in their order; the usual ones for somebody who never chose."""
    layout = ShotListLayout.objects.filter(user=user).first()
    return chosen(layout.columns if layout else USUAL)
