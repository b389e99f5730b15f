"""What a storyboard comes to: scenes, shots, running time, shots by size."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from storyboards.models import Scene, Shot
from storyboards.timecode import Pair, clock, timecode
from storyboards.vocabulary import Size


@dataclass(frozen=True)
class Statistics:
    """`sizes` says how often each shot size is used, widest first. What is omitted is counted apart."""

    scenes: int
    shots: int
    frames: int
    omitted: int
    sizes: dict[Size, int]
    rate: Pair

    @property
    def clock(self) -> str:
        """The running time in minutes and seconds."""
        return clock(self.frames, self.rate)

    @property
    def timecode(self) -> str:
        """The running time as timecode."""
        return timecode(self.frames, self.rate)


def statistics(scenes: Sequence[Scene], rate: Pair) -> Statistics:
    """Return the statistics of scenes that `reading` filled in with their shots."""
    kept = [scene for scene in scenes if not scene.omitted]
    shots = [shot for scene in kept for shot in scene.panels if not shot.omitted]
    return Statistics(
        scenes=len(kept),
        shots=len(shots),
        frames=sum(shot.frames for shot in shots),
        omitted=sum(len(scene.panels) for scene in scenes) - len(shots),
        sizes=_by_size(shots),
        rate=rate,
    )


def _by_size(shots: Sequence[Shot]) -> dict[Size, int]:
    counts = Counter(shot.size for shot in shots)
    return {size: counts[size] for size in Size if counts[size]}
