"""The web process as it stands before its first request."""

import subprocess
import sys

TOLD = """
import gc, sys
import soraease_web.asgi
print(gc.get_freeze_count(), "storyboards.views.boards" in sys.modules)
"""


def test_what_is_loaded_at_the_start_is_no_work_for_later_collections():
    done = subprocess.run([sys.executable, "-c", TOLD], capture_output=True, text=True, check=True, timeout=60)
    frozen, views_are_loaded = done.stdout.split()

    assert int(frozen) > 100_000
    assert views_are_loaded == "True"
