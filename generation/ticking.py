"""The tick: looks every few seconds which rows are due, and sweeps now and then. It never dies of a dead neighbour."""

import logging
import threading
import time

from django.db import DatabaseError, InterfaceError, close_old_connections
from django.db.models.functions import Now

from generation import daily, dispatching, doorbell, reconciling, sweeping
from generation.models import Pulse
from generation.storing import STORAGE_ERRORS

logger = logging.getLogger(__name__)

TICK_SECONDS = 2.0
SWEEP_SECONDS = 300.0
NAME = "tick"


def tick() -> int:
    """Do one pass: show that we live, and ring for what is due; return how many rings the broker took."""
    Pulse.objects.update_or_create(name=NAME, defaults={"at": Now()})
    return dispatching.dispatch()


class Ticker:
    """Ticks until it is told to stop; a database or storage that is away is waited for."""

    def __init__(self, stop: threading.Event):
        self.stop = stop
        self.swept_at = 0.0

    def run(self) -> None:
        """Tick until `stop` is set."""
        while not self.stop.is_set():
            self.once()
            close_old_connections()  # one that broke is opened again at the next pass
            self.stop.wait(TICK_SECONDS)

    def once(self) -> bool:
        """Do one pass, and a sweep when its time has come; return whether the database was there."""
        try:
            tick()
            self._sweep_sometimes()
        except (DatabaseError, InterfaceError) as error:
            logger.error("The database does not answer, the tick waits: %s", error)
            return False
        return True

    def _sweep_sometimes(self) -> None:
        if time.monotonic() - self.swept_at < SWEEP_SECONDS and self.swept_at:
            return
        self._ring_daily(first=not self.swept_at)
        self.swept_at = time.monotonic()
        try:
            found = sweeping.sweep()
        except STORAGE_ERRORS as error:
            logger.warning("The storage does not answer, sweeping waits: %s", error)
            return
        if any(found.values()):
            logger.info("Swept: %s", found)

    def _ring_daily(self, *, first: bool) -> None:
        """Have a worker do what is due once a day; at a start the database may be one from yesterday, so all of it."""
        if reconciling.listing() and (first or reconciling.is_due()):
            doorbell.ring_reconcile()
        if first or daily.is_due(sweeping.FILES):
            doorbell.ring_sweep_files()
