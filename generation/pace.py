"""How long we wait: for answers, between questions, and before we believe that something is not there."""

import random
from datetime import timedelta

SUBMIT_SECONDS = 30
ANSWER_SECONDS = 15
FETCH_SECONDS = 300
SUBMIT_LEASE = timedelta(seconds=2 * SUBMIT_SECONDS)
VERIFY_LEASE = timedelta(seconds=120)
GRACE = timedelta(seconds=3 * SUBMIT_SECONDS)
REPAIR = timedelta(seconds=60)
REST = timedelta(seconds=60)
SLOT = timedelta(seconds=2)
STORAGE_AWAY = timedelta(seconds=30)
RENEW_EVERY = 3.0
POLLS = (2.0, 3.0, 5.0, 5.0, 8.0, 10.0)
RETRIES = (2.0, 5.0, 10.0, 20.0, 40.0, 60.0, 120.0)
LONGEST_WISH = 600.0
MOST_SUBMITS = 8
MOST_FETCHES = 4
MOST_CRASHES = 3
HOURS_TO_LIVE = 24
JITTER = 0.2


def poll_delay(polls: int, wish: float | None = None) -> timedelta:
    """Return how long to wait before poll number `polls` + 1, honouring the provider's `wish` in seconds."""
    return _about(_wish(wish) or POLLS[min(polls, len(POLLS) - 1)])


def retry_delay(tries: int, wish: float | None = None) -> timedelta:
    """Return how long to wait after `tries` tries that failed, honouring the provider's `wish` in seconds."""
    return _about(_wish(wish) or RETRIES[min(tries, len(RETRIES) - 1)])


def _wish(seconds: float | None) -> float:
    return min(LONGEST_WISH, max(0.5, seconds)) if seconds is not None else 0.0


def _about(seconds: float) -> timedelta:
    # Never earlier than asked: a provider's Retry-After is a lower bound.
    return timedelta(seconds=seconds * (1 + JITTER * random.random()))  # noqa: S311 (jitter, not a secret)
