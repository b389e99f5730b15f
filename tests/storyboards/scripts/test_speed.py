import runpy
import time
from pathlib import Path

from storyboards.scripts import read_script

FEATURE = runpy.run_path(str(Path(__file__).parents[3] / "bench" / "import_script.py"))["feature"]


def test_a_feature_of_200_scenes_is_read_within_a_second():
    text = FEATURE()
    started = time.process_time()

    outline = read_script(text, name="feature.fountain")

    assert time.process_time() - started < 1
    assert len(outline.scenes) == 200
    assert 145_000 <= len(text) <= 160_000
