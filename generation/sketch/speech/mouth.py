"""How far the mouths are open, frame by frame."""

import numpy as np

from generation.sketch.request import SketchRequest
from generation.sketch.sound.noise import RATE
from generation.sketch.speech.performance import Line, perform

SYLLABLES = 4.2  # a second, where nobody speaks aloud
OPEN = 0.6


def mouth_openness(request: SketchRequest) -> dict[str, np.ndarray]:
    """Return {speaker as in the script, case folded: one number from 0 (closed) to 1 for each frame of the shot}.

    It follows the voice where there is one, else the words' times. Who says nothing is not in it.
    """
    mouths: dict[str, np.ndarray] = {}
    frames = np.arange(request.frames) * (request.rate[1] / request.rate[0])
    for line in perform(request).lines:
        mouth = mouths.setdefault(line.speaker.casefold(), np.zeros(request.frames))
        np.maximum(mouth, _spoken(line, frames) if line.sound is not None else _worded(line, frames), out=mouth)
    return mouths


def _spoken(line: Line, frames: np.ndarray) -> np.ndarray:
    """The loudness of a thirtieth of a second around each frame, the loud tenth of the line being wide open."""
    if line.sound is None or not line.sound.size:
        return np.zeros(frames.size)
    energy = np.concatenate([[0.0], np.cumsum(np.square(line.sound, dtype=np.float64))])
    middle = (frames - line.start) * RATE
    reach = RATE / 60
    first, last = (np.clip(middle + side, 0, line.sound.size).astype(int) for side in (-reach, reach))
    level = np.sqrt((energy[last] - energy[first]) / np.maximum(1, last - first))
    wide = np.quantile(level[level > 0], 0.9) if (level > 0).any() else 1.0
    return np.clip(level / wide, 0, 1) ** OPEN * ((frames >= line.start) & (frames < line.stop))


def _worded(line: Line, frames: np.ndarray) -> np.ndarray:
    mouth = np.zeros(frames.size)
    for word in line.words:
        within = (frames >= word.start) & (frames < word.stop)
        beat = np.abs(np.sin(np.pi * SYLLABLES * (frames - word.start)))
        mouth[within] = 0.2 + 0.8 * beat[within]
    return mouth
