"""Rings for a worker. A lost ring loses nothing: the tick finds every row that is due."""

import logging
import time
from collections.abc import Callable
from typing import Any

from celery import current_app
from django.conf import settings
from django.db import transaction
from kombu.exceptions import KombuError, OperationalError
from redis.exceptions import RedisError

from generation.backends import aliases, get_backend
from generation.models import Job, State

logger = logging.getLogger(__name__)

STEPS, MEDIA = "steps", "media"
LIMITS = {
    STEPS: {"soft_time_limit": 45, "time_limit": 60},
    MEDIA: {"soft_time_limit": 3500, "time_limit": 3590},
}
EXPIRES = 30
PATIENCE = 0.25
SILENCE = 10.0
BROKEN = (KombuError, OperationalError, RedisError, OSError)


class _Bell:
    """The broker as we ring it; after a failure we do not try again for a while, so that nobody waits twice."""

    quiet_until = 0.0

    def ring(self, task: str, args: tuple[Any, ...], queue: str) -> bool:
        if time.monotonic() < self.quiet_until:
            return False
        try:
            self._send(task, args, queue)
        except BROKEN as error:
            self.quiet_until = time.monotonic() + SILENCE
            logger.warning("The broker does not answer; the tick will find what is due: %s", error)
            return False
        return True

    def _send(self, task: str, args: tuple[Any, ...], queue: str) -> None:
        patience = {
            **settings.CELERY_BROKER_TRANSPORT_OPTIONS,
            "socket_timeout": PATIENCE,
            "socket_connect_timeout": PATIENCE,
            "max_retries": 1,
            "interval_start": 0,
            "interval_step": 0,
        }
        with current_app.connection_for_write(settings.CELERY_BROKER_URL, transport_options=patience) as connection:
            current_app.send_task(
                task,
                args=args,
                queue=queue,
                expires=EXPIRES,
                retry=False,
                ignore_result=True,
                connection=connection,
                **LIMITS[queue],
            )


bell = _Bell()


def on_commit(ring: Callable[[], Any]) -> None:
    """Call `ring` when the transaction is committed; whatever happens to it, the deed stands."""
    transaction.on_commit(ring, robust=True)


def ring_dispatch() -> bool:
    """Ask a worker to look now which rows are due; return whether the broker took it."""
    return bell.ring("generation.tasks.dispatch", (), STEPS)


def ring_step(job: Job) -> bool:
    """Ask a worker for the next move of `job`; return whether the broker took it."""
    return bell.ring("generation.tasks.step", (job.pk,), queue_of(job))


def ring_film(film_id: int) -> bool:
    """Ask a worker to go on with a film; return whether the broker took it."""
    return bell.ring("generation.tasks.film", (film_id,), MEDIA)


def ring_unpacking(unpacking_id: int) -> bool:
    """Ask a worker to look at an archive file; return whether the broker took it."""
    return bell.ring("generation.tasks.unpacking", (unpacking_id,), MEDIA)


def ring_sweep_files() -> bool:
    """Ask a worker to compare the storage with our rows; return whether the broker took it."""
    return bell.ring("generation.tasks.sweep_files", (), MEDIA)


def ring_reconcile() -> bool:
    """Ask a worker to compare the providers' lists with our rows; return whether the broker took it."""
    return bell.ring("generation.tasks.reconcile", (), STEPS)


def queue_of(job: Job) -> str:
    """Return where the next move of `job` belongs: drawing, fetching and checking take long, the rest is short."""
    if job.state in (State.FETCHING, State.VERIFYING):
        return MEDIA
    if job.state == State.CANCELLING or job.backend not in aliases():
        return STEPS
    return MEDIA if get_backend(job.backend).draws_here else STEPS
