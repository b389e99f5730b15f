"""Which browser is driven, and how it is started."""

import shutil
from typing import Any

# The first opens no windows, which halves what a page costs.
INSTALLED = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ["--disable-dev-shm-usage", "--disable-background-networking", "--no-first-run", "--disable-gpu"]


def launch_options() -> dict[str, Any]:
    """Return Playwright's launch options: the machine's own browser where there is one, else Playwright's."""
    installed = next(filter(None, map(shutil.which, INSTALLED)), None)
    return {**({"executable_path": installed} if installed else {}), "args": QUIET}
