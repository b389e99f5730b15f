"""What stops a start, as one sentence for the person at the terminal."""

import errno
import shutil
from pathlib import Path

MEGABYTE = 1024 * 1024
NEEDED_MEGABYTES = 300


class Trouble(Exception):
    """The studio cannot run; the text says why and what to do."""


def check_disk(var: Path) -> None:
    """Raise Trouble when the disk under `var` has too little room to make a film."""
    free = shutil.disk_usage(var).free // MEGABYTE
    if free < NEEDED_MEGABYTES:
        raise Trouble(
            f"The disk that holds {var} is full: {free} MB are free and {NEEDED_MEGABYTES} MB are needed; "
            "free some room, or set VAR_DIR to a folder elsewhere."
        )


def in_words(error: OSError, var: Path) -> str:
    """Return an operating system's error as a sentence that says what to do."""
    if error.errno == errno.ENOSPC:
        return f"The disk that holds {var} is full; free some room, or set VAR_DIR to a folder elsewhere."
    if error.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
        return f"The studio may not write to {error.filename or var}; set VAR_DIR to a folder of your own."
    if error.errno in (errno.ENOTDIR, errno.EEXIST, errno.ENOENT):
        return f"{var} cannot be made a folder, because {error.filename or var} is in its way; set VAR_DIR to another."
    return f"The studio could not start: {error}."
