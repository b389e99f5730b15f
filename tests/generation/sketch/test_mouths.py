"""Mouths move with the voice, seen in the picture."""

import numpy as np
import pytest

from generation.sketch.moving.compositor import Compositor
from generation.sketch.request import SketchRequest
from generation.sketch.speech.mouth import mouth_openness

from .pictures import taken

SAID = (("MARTA", "Look at the boats, the harbour lies open before us, at last!"),)


def _request(**fields) -> SketchRequest:
    told = {"action": "Marta stands.", "place": "ROOM", "setting": "INT", "size": "CU", "dialogue": SAID}
    return SketchRequest(**(told | {"frames": 120, "width": 320, "height": 180} | fields))


def _dark(picture: np.ndarray, among: np.ndarray) -> int:
    """Pixels that are dark where `among` says."""
    return int(((picture[..., :3].sum(axis=2) < 240) & among).sum())


def _loudest_and_quietest(openness: np.ndarray) -> tuple[int, int]:
    return int(openness.argmax()), int(openness[: openness.size // 2].argmin())


@pytest.fixture(scope="module")
def spoken():
    request = _request()
    return Compositor(request), mouth_openness(request)["marta"]


def test_a_mouth_is_open_where_the_voice_is_loud_and_closed_where_it_is_silent(spoken):
    shot, openness = spoken
    loud, quiet = _loudest_and_quietest(openness)
    assert openness[loud] > 0.9 > 0.1 > openness[quiet]

    pictures = {frame: taken(shot, frame) for frame in (loud, quiet)}

    middle = np.zeros((180, 320), bool)
    middle[60:170, 90:230] = True
    assert _dark(pictures[loud], middle) > _dark(pictures[quiet], middle) + 20


def test_before_the_first_word_the_mouth_rests(spoken):
    shot, openness = spoken
    first = int(np.flatnonzero(openness > 0.1)[0])
    assert first > 4

    still = [taken(shot, frame).astype(int) for frame in (0, 1, 2)]

    assert max(np.abs(still[0] - other).max(axis=2).sum() for other in still[1:]) < 0.02 * 320 * 180 * 255


def test_who_is_silent_keeps_the_mouth_shut_while_the_other_speaks():
    request = _request(action="Marta and Pip stand.", size="2S", cast=({"name": "Marta"}, {"name": "Pip"}))

    shot = Compositor(request)

    voices = {layer.voice: layer.mouths for layer, _sheets in shot._sheets if layer.voice}
    assert voices["marta"] > 1 == voices.get("pip", 1)
