"""What a reader of any format hands to the cutter: scenes as rows of beats."""

from dataclasses import dataclass, field
from typing import Literal

from storyboards.scripts.passage import Passage
from storyboards.scripts.sluglines import Slugline

Kind = Literal["action", "speech", "narration", "card", "transition"]


@dataclass(frozen=True)
class Beat:
    """The smallest thing that is seen or heard.

    ``action`` is seen; ``speech`` is heard; ``narration`` is heard while what it tells of is seen; a ``card`` is text
    on the screen; a ``transition`` has its code, or else its words, in ``code``. ``unseen``: the speaker is not in
    the picture.
    """

    kind: Kind
    passage: Passage
    speaker: str = ""
    direction: str = ""
    dual: bool = False
    unseen: bool = False
    code: str = ""


@dataclass
class SceneDraft:
    """A scene on its way to be cut; notes are pairs of source offset and text."""

    slugline: Slugline
    start: int
    end: int
    section: str = ""
    synopsis: str = ""
    beats: list[Beat] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)

    def add(self, beat: Beat) -> None:
        """Append ``beat`` and stretch the scene to its end."""
        self.beats.append(beat)
        self.end = max(self.end, beat.passage.end)
