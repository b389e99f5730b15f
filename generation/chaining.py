"""Parts of one long take: the next begins with the picture on which the one before it ended, where it can."""

from pathlib import Path

from generation.backends import get_backend
from generation.cutting import probing
from generation.cutting.stills import cut_frame
from generation.models import Job

ENDING = "-last.png"


def last_picture(job: Job, part: Path, probe: probing.Probe) -> Path | None:
    """Return the last frame of a part, cut into its room; None when the backend cannot begin with a picture.

    Raise BadMedia or FfmpegFailed like everything that reads a film.
    """
    if not get_backend(job.backend).capabilities.start_image:
        return None
    picture = part.with_name(f"last{ENDING}")
    cut_frame(part, picture, frame=probe.frames - 1, rate=probe.rate)
    return picture


def hand_on(job: Job, name: str) -> None:
    """Let the part behind `job` begin with the stored picture `name`, and draw as this one did: it goes on with it."""
    following = job.take.jobs.filter(ordinal=job.ordinal + 1)
    asked = following.values_list("request", flat=True).get()
    following.update(request={**asked, "start_image": name, "seed": job.request["seed"]})
