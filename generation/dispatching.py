"""Chooses which due rows get a worker now, and rings for them."""

import logging
from collections import Counter
from datetime import timedelta

from django.db.models import Case, DateTimeField, ExpressionWrapper, F, QuerySet, Value, When

from accounts.billing.tiers import LIMITS, limits
from generation import doorbell
from generation.backends import aliases, get_backend
from generation.models import IN_FLIGHT, Job, State
from storyboards.models import Film, Unpacking

logger = logging.getLogger(__name__)

# A tier's weight lets it pass those who have waited this much longer per point, and nobody else: so nobody starves.
HEAD_START = timedelta(seconds=100)
MOST_RINGS = 200
MOST_CONSIDERED = 2000
TIER = "take__shot__scene__storyboard__team__tier"
TEAM = "take__shot__scene__storyboard__team_id"


def dispatch() -> int:
    """Ring for every due row that has a place; return how many rings the broker took."""
    rung = 0
    for job in [*under_way(), *who_may_start()]:
        if not doorbell.ring_step(job):
            return rung
        rung += 1
    for film_id in Film.objects.due().filter(deleted_at=None).values_list("pk", flat=True)[:MOST_RINGS]:
        rung += doorbell.ring_film(film_id)
    for unpacking_id in Unpacking.objects.due().values_list("pk", flat=True)[:MOST_RINGS]:
        rung += doorbell.ring_unpacking(unpacking_id)
    return rung


def under_way() -> QuerySet[Job]:
    """Return the due jobs that have begun, longest due first: they have their places already."""
    return Job.objects.due().filter(state__in=IN_FLIGHT).order_by("next_due_at")[:MOST_RINGS]


def who_may_start() -> list[Job]:
    """Return the queued jobs that may begin now: fairest first, within the places of each team and backend."""
    teams, backends = _places_taken()
    chosen = []
    for job in _waiting():
        team, tier = job.payer, job.tier  # type: ignore[attr-defined] # annotated by the query
        if teams[team] < limits(tier).running_jobs and backends[job.backend] < _places(job.backend):
            teams[team] += 1
            backends[job.backend] += 1
            chosen.append(job)
    return chosen[:MOST_RINGS]


def _waiting() -> QuerySet[Job]:
    """Return the queued jobs, fairest first: by age, with a head start for heavier tiers."""
    start = Case(
        *(When(**{TIER: tier}, then=Value(HEAD_START * of.queue_weight)) for tier, of in LIMITS.items()),
        default=Value(HEAD_START),
    )
    turn = ExpressionWrapper(F("created_at") - start, output_field=DateTimeField())
    queued = Job.objects.due().filter(state=State.QUEUED)
    return queued.annotate(turn=turn, payer=F(TEAM), tier=F(TIER)).order_by("turn", "pk")[:MOST_CONSIDERED]


def _places_taken() -> tuple[Counter[int], Counter[str]]:
    taken = Job.objects.in_flight().values_list(TEAM, "backend")
    teams: Counter[int] = Counter()
    backends: Counter[str] = Counter()
    for team, backend in taken:
        teams[team] += 1
        backends[backend] += 1
    return teams, backends


def _places(alias: str) -> int:
    # A job whose backend is gone is rung like any other: its step ends it.
    return get_backend(alias).capabilities.running if alias in aliases() else MOST_RINGS
