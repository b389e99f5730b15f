"""How a board is to be printed."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

# What a grid may have each way.
MOST = 8


class Paper(models.TextChoices):
    A4 = "a4", _("A4")
    LETTER = "letter", _("Letter")


class Orientation(models.TextChoices):
    PORTRAIT = "portrait", _("Portrait")
    LANDSCAPE = "landscape", _("Landscape")


class Reading(models.TextChoices):
    """The order in which the shots of a page are read."""

    ROWS = "rows", _("Along the rows")
    COLUMNS = "columns", _("Down the columns")


class Field(models.TextChoices):
    """What a card may say of its shot."""

    SLATE = "slate", _("Slate")
    PICTURE = "picture", _("Picture")
    ACTION = "action", _("Action")
    DIALOGUE = "dialogue", _("Dialogue")
    NOTES = "notes", _("Notes")
    FRAMING = "framing", _("Framing")
    LENGTH = "length", _("Length")
    CAST = "cast", _("Cast")
    LENS = "lens", _("Lens")
    TRANSITION = "transition", _("Transition")


class Head(models.TextChoices):
    """What stands above the shots of a page."""

    TITLE = "title", _("Title")
    AUTHOR = "author", _("Author")
    DATE = "date", _("Date")
    STATISTICS = "statistics", _("Statistics")


class Foot(models.TextChoices):
    """What stands below them."""

    LOGO = "logo", _("Logo")
    NUMBER = "number", _("Page numbers")


# Points: 1/72 inch.
SIZES = {Paper.A4: (595.28, 841.89), Paper.LETTER: (612.0, 792.0)}


@dataclass(frozen=True)
class Setup:
    """Everything that was chosen; `scenes` are keys, none of them means all."""

    paper: str = Paper.A4
    orientation: str = Orientation.LANDSCAPE
    columns: int = 3
    rows: int = 2
    reading: str = Reading.ROWS
    shown: frozenset[str] = frozenset({Field.SLATE, Field.PICTURE, Field.ACTION, Field.DIALOGUE, Field.LENGTH})
    scenes: frozenset[int] = frozenset()
    omitted: bool = False
    apart: bool = False
    head: frozenset[str] = frozenset(Head.values)
    foot: frozenset[str] = frozenset(Foot.values)
    copyright: str = ""
    day: date | None = None

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the paper in points."""
        short, long = SIZES[Paper(self.paper)]
        return (long, short) if self.orientation == Orientation.LANDSCAPE else (short, long)
