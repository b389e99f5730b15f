"""Takes that come in an archive file: nothing is kept of a film file before all of it was decoded."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from generation.arriving import MOST_PIXELS
from generation.cutting import probing
from generation.cutting.ffmpeg import FfmpegFailed
from generation.keeping import MIMES
from storyboards.archive_file import NotAnArchive
from storyboards.timecode import LONGEST_SHOT_SECONDS

LONGEST_FILM_SECONDS = 6 * 3600
SPARE_SECONDS = 2.0


def verified(path: Path, *, long: bool = False) -> dict[str, Any]:
    """Return what is known of a film file, as the columns of its asset; raise NotAnArchive when it is not whole.

    A `long` one is a film, any other is a take.
    """
    longest = LONGEST_FILM_SECONDS if long else LONGEST_SHOT_SECONDS
    try:
        probe = probing.verify(path, max_seconds=longest + SPARE_SECONDS, max_pixels=MOST_PIXELS)
    except (probing.BadMedia, FfmpegFailed) as bad:
        raise NotAnArchive(_("A take in it cannot be used: %s Nothing was imported.") % bad.sentence) from bad
    facts = {"codec": probe.codec, "rate": list(probe.rate), "audio": probe.has_audio}
    mime = MIMES[probe.container][1]
    return {"mime": mime, "width": probe.width, "height": probe.height, "frames": probe.frames, "facts": facts}
