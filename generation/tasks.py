"""Doorbells: every task looks into the database for what there is to do, and does nothing when there is nothing.

How long one may take depends on the queue it was rung in; `generation.doorbell` says so with each ring.
"""

from celery import shared_task

from generation import dispatching, joining, life, reconciling, sweeping
from generation.unpacking import step_unpacking


@shared_task
def dispatch() -> None:
    """Ring for every row that is due and has a free place."""
    dispatching.dispatch()


@shared_task
def step(job_id: int) -> None:
    """Make the next move of a job, then look who may follow."""
    if life.step(job_id):
        dispatching.dispatch()


@shared_task
def film(film_id: int) -> None:
    """Go on with a film."""
    joining.step_film(film_id)


@shared_task
def unpacking(unpacking_id: int) -> None:
    """Look at an archive file and make the storyboard that is in it."""
    step_unpacking(unpacking_id)


@shared_task
def sweep_files() -> None:
    """Compare the storage with our rows."""
    sweeping.sweep_files()


@shared_task
def reconcile() -> None:
    """Compare the providers' lists with our rows."""
    reconciling.reconcile()
