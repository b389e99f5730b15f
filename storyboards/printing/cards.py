"""What is printed of each shot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from storyboards.columns import cast, dialogue
from storyboards.models import Scene, Shot
from storyboards.printing.fonts import Style
from storyboards.printing.setup import Field, Setup
from storyboards.printing.words import Paragraph
from storyboards.vocabulary import Transition


@dataclass(frozen=True)
class Card:
    """One cell of the grid; without `shot` it stands for a scene that has none. `opens`: it is its scene's first."""

    scene: Scene
    shot: Shot | None = None
    opens: bool = False
    slate: str = ""
    length: str = ""
    omitted: bool = False
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def heading(self) -> str:
        """The number of the scene and its slugline."""
        return f"{self.scene.label}  {self.scene.slugline}"


def cards(scenes: Sequence[Scene], setup: Setup) -> Iterator[Card]:
    """Yield the cards of the scenes that are wanted, first to last; `reading` has filled the scenes in."""
    for scene in scenes:
        if setup.scenes and scene.pk not in setup.scenes:
            continue
        yield from _of_scene(scene, setup)


def _of_scene(scene: Scene, setup: Setup) -> Iterator[Card]:
    if scene.omitted and not setup.omitted:
        return
    shots = [shot for shot in scene.panels if setup.omitted or not shot.omitted]
    if not shots:
        yield Card(scene, opens=True, omitted=scene.omitted, paragraphs=[Paragraph(_("No shots yet."), soft=True)])
    for index, shot in enumerate(shots):
        yield _of_shot(scene, shot, setup, opens=index == 0)


def _of_shot(scene: Scene, shot: Shot, setup: Setup, *, opens: bool) -> Card:
    omitted = shot.omitted or scene.omitted
    return Card(
        scene,
        shot,
        opens,
        slate=shot.slate if Field.SLATE in setup.shown else "",
        length=_length(shot, setup, omitted=omitted),
        omitted=omitted,
        paragraphs=[Paragraph(text, style, soft) for text, style, soft in _texts(shot, setup) if text.strip()],
    )


def _length(shot: Shot, setup: Setup, *, omitted: bool) -> str:
    """Return what stands across from the slate: the length, or that the shot is left out."""
    if omitted:
        return _("omitted")
    return _("%s s") % shot.length if Field.LENGTH in setup.shown else ""


def _texts(shot: Shot, setup: Setup) -> Iterator[tuple[str, Style, bool]]:
    if technical := " · ".join(_technical(shot, setup)):
        yield technical, Style.SANS, True
    if Field.ACTION in setup.shown:
        yield shot.action, Style.SCRIPT, False
    if Field.DIALOGUE in setup.shown:
        yield dialogue(shot), Style.SCRIPT, False
    if Field.CAST in setup.shown:
        yield cast(shot), Style.SANS, True
    if Field.NOTES in setup.shown:
        yield shot.notes, Style.SANS, False


def _technical(shot: Shot, setup: Setup) -> Iterator[str]:
    """A cut is how every shot begins; only another transition is said."""
    if Field.TRANSITION in setup.shown and shot.transition:
        yield str(Transition(shot.transition).label)
    if Field.FRAMING in setup.shown:
        yield shot.framing
    if Field.LENS in setup.shown and shot.lens:
        yield shot.lens
