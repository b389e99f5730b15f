"""Does the work in this process, without broker and workers: for the command line, the demo and the tests."""

import time
from collections.abc import Callable, Collection

from generation.dispatching import who_may_start
from generation.joining import step_film
from generation.life import step
from generation.models import IN_FLIGHT, Job
from storyboards.models import Film

PAUSE = 0.2


def run_until_done(
    take_ids: Collection[int] = (),
    film_id: int | None = None,
    *,
    on_pass: Callable[[], None] | None = None,
    pause: float = PAUSE,
) -> None:
    """Make every step of these takes, and of this film, until all have ended; other workers may help.

    `on_pass` is called after each round, to show how far it is.
    """
    while True:
        moved = _round(take_ids, film_id)
        if on_pass:
            on_pass()
        if not _open(take_ids, film_id):
            return
        if not moved:
            time.sleep(pause)


def _round(take_ids: Collection[int], film_id: int | None) -> bool:
    due = Job.objects.due().filter(take__in=take_ids)
    begun = list(due.filter(state__in=IN_FLIGHT).values_list("pk", flat=True))
    starting = [job.pk for job in who_may_start() if job.take_id in set(take_ids)]
    moved = [step(job_id) for job_id in begun + starting[:1]]
    if film_id is not None:
        moved.append(step_film(film_id))
    return any(moved)


def _open(take_ids: Collection[int], film_id: int | None) -> bool:
    if Job.objects.open().filter(take__in=take_ids).exists():
        return True
    return film_id is not None and Film.objects.open().filter(pk=film_id).exists()
