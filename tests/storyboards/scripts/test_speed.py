"""How much is read of a long script is counted, not timed: what it costs in seconds is printed by the bench."""

import runpy
import sys
from pathlib import Path

from storyboards.scripts import read_script

FEATURE = runpy.run_path(str(Path(__file__).parents[3] / "bench" / "import_script.py"))["feature"]


def calls_of(deed):
    """Return how many functions `deed` calls: the same on every machine."""
    count = 0

    def counted(_frame, event, _argument):
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        deed()
    finally:
        sys.setprofile(None)
    return count


def test_a_feature_of_200_scenes_is_read_whole():
    text = FEATURE()

    outline = read_script(text, name="feature.fountain")

    assert len(outline.scenes) == 200
    assert 145_000 <= len(text) <= 160_000


def test_the_work_grows_with_the_script_and_not_faster():
    short, long = FEATURE(20), FEATURE(80)

    calls = [calls_of(lambda text=text: read_script(text, name="feature.fountain")) for text in (short, long)]

    assert calls[1] / calls[0] <= 1.1 * len(long) / len(short)
