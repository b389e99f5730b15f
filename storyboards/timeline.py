"""A board on the clock: when each scene begins, and which shots run in it."""

from dataclasses import dataclass

from storyboards.models import Scene, Shot
from storyboards.reading import Board
from storyboards.timecode import timecode


@dataclass(frozen=True)
class Span:
    """A scene with its shots, from `start` for `frames`."""

    scene: Scene
    start: int
    frames: int
    timecode: str

    @property
    def shots(self) -> list[Shot]:
        """The shots of the scene, first to last, omitted ones too."""
        return self.scene.panels


def running(shot: Shot) -> int:
    """Return the frames for which a shot runs in the film: what is omitted does not."""
    return 0 if shot.omitted or shot.scene.omitted else shot.frames


def spans(board: Board) -> list[Span]:
    """Return the scenes of a board in time, first to last."""
    found: list[Span] = []
    start = 0
    for scene in board.scenes:
        frames = sum(running(shot) for shot in scene.panels)
        found.append(Span(scene, start, frames, timecode(start, board.storyboard.rate_pair)))
        start += frames
    return found


def colours_of_speakers(shot: Shot) -> dict[str, str]:
    """Return the colours of those who are in the shot, by all the names that its lines may have for them."""
    named = [(name, element.colour) for element in shot.cast_list for name in (element.name, *element.aliases)]
    return {str(name).casefold(): colour for name, colour in reversed(named)}
