"""What stands on a page, whoever draws it: places in points, from the top left."""

from dataclasses import dataclass, field, replace

from storyboards.models import Scene, Shot
from storyboards.printing.fonts import Style, width
from storyboards.printing.words import LINE_HEIGHT, Line, Set, is_leftward

OTHER_END = {"start": "end", "end": "start", "middle": "middle"}


@dataclass(frozen=True)
class Text:
    """A line of text; `x` is where it starts, ends or has its middle (`anchor`), `y` its baseline."""

    x: float
    y: float
    size: float
    text: str
    style: Style
    soft: bool = False
    anchor: str = "start"

    @property
    def width(self) -> float:
        """How wide it is, in points."""
        return width(self.text, self.style, self.size)

    @property
    def direction(self) -> str:
        """The way in which it is read, as SVG says it."""
        return "rtl" if is_leftward(self.text) else "ltr"

    @property
    def svg_anchor(self) -> str:
        """SVG counts from where the text is begun to be read; the other way round, its start is on the right."""
        return OTHER_END[self.anchor] if self.direction == "rtl" else self.anchor


@dataclass(frozen=True)
class Picture:
    """A shot's picture, or the empty frame for it; it is fitted inside, not cropped. `crossed` says: omitted."""

    x: float
    y: float
    width: float
    height: float
    shot: Shot
    crossed: bool = False


@dataclass(frozen=True)
class Logo:
    """The storyboard's logo, fitted inside."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Rule:
    """A thin line across."""

    x: float
    y: float
    width: float


@dataclass
class Page:
    """One side of paper; `opens` are the scenes that begin on it, with how far from the top."""

    number: int
    texts: list[Text] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    logos: list[Logo] = field(default_factory=list)
    opens: list[tuple[Scene, float]] = field(default_factory=list)
    continues: bool = False

    def write(self, made: Set, x: float, y: float, room: float) -> None:
        """Put lines below one another from the top `y`, between `x` and `room` points further."""
        for line in made.lines:
            self.texts.append(placed(line, x, y, made.size, room))
            y += made.size * LINE_HEIGHT


def placed(line: Line, x: float, top: float, size: float, room: float) -> Text:
    """Return the line as text whose top is at `top`; what is read from the right begins at the right."""
    text = Text(x, top + size, size, line.text, line.paragraph.style, line.paragraph.soft)
    return replace(text, x=x + room, anchor="end") if is_leftward(line.paragraph.text) else text
