"""Works in a studio's own database, in a process of its own: reads one deed per line and answers with one line of JSON.

Run as `python -m tests.chaos.clerk` with the studio's environment.
"""

import json
import sys
from collections import Counter

import django

django.setup()

from django.db import close_old_connections, connection  # noqa: E402
from django.db.models import Sum  # noqa: E402

from accounts.billing.models import Kind, Line  # noqa: E402
from generation.films import request_film  # noqa: E402
from generation.models import Job, Step  # noqa: E402
from generation.requesting import request_takes  # noqa: E402
from soraease_web.demo_account import demo_person  # noqa: E402
from storyboards.models import Asset, Film, Shot, Storyboard, Take  # noqa: E402
from tests import make  # noqa: E402

PRICE = 5  # credits for a second of the provider's work


def ask(shots: str) -> int:
    """Ask for takes of a new storyboard's shots of one second each; return the storyboard.

    The first is made by a provider that is paid, the others are drawn here.
    """
    person = demo_person()
    board = make.storyboard(person.teams.get(), shots=int(shots))
    rows = Shot.objects.filter(scene__storyboard=board)
    rows.update(frames=24)
    first = rows.order_by("position").first()
    request_takes([first], "paid", person)
    request_takes(rows.exclude(pk=first.pk), "sketch", person)
    return board.pk


def film(board_pk: str) -> int:
    """Ask for the storyboard's film."""
    return request_film(Storyboard.objects.get(pk=board_pk), demo_person(), stand_ins=False).pk


def states(board_pk: str) -> dict[str, int]:
    """Return how many jobs are in each state."""
    return Counter(Job.objects.filter(take__shot__scene__storyboard=board_pk).values_list("state", flat=True))


def film_state(film_pk: str) -> list:
    """Return a film's state and how far it is."""
    return list(Film.objects.values_list("state", "progress").get(pk=film_pk))


def wrong(board_pk: str) -> list[str]:
    """Return what breaks the promise that everything ends done, once, and the ledger balances."""
    jobs = Job.objects.filter(take__shot__scene__storyboard=board_pk)
    takes = Take.objects.filter(shot__scene__storyboard=board_pk)
    done = Step.objects.filter(job__in=jobs, state="done").values_list("job", flat=True)
    found = [f"job {pk} was done {times} times" for pk, times in Counter(done).items() if times != 1]
    found += [f"{take} is {take.state}" for take in takes if take.state != Take.State.DONE]
    found += [f"{take} has no file" for take in takes if not (take.asset and take.mezzanine and take.poster)]
    found += [f"job {job.pk} is {job.state}" for job in jobs if job.state != "done"]
    found += [f"{asset.file.name} is not stored" for asset in Asset.objects.all() if not stored(asset)]
    found += [f"{take} cost {take.cost}" for take in takes if take.cost != (PRICE if take.backend == "paid" else 0)]
    return found + unbalanced()


def stored(asset: Asset) -> bool:
    """Return whether the asset's file is there, whole."""
    return asset.file.storage.exists(asset.file.name) and asset.file.size == asset.bytes


def unbalanced() -> list[str]:
    """Return the deeds whose hold was not given back to the last credit, and those not paid exactly once."""
    lines = Line.objects.order_by().values_list("reference").annotate(Sum("credits"))
    kept = dict(lines.filter(kind__in=[Kind.HOLD, Kind.RELEASE]))
    paid = dict(lines.filter(kind=Kind.CAPTURE))
    owed = {job.reference: -job.credits for job in Job.objects.filter(state="done", credits__gt=0)}
    found = [f"{reference} keeps {credits} credits" for reference, credits in kept.items() if credits]
    return found + [f"{reference}: {credits} credits" for reference, credits in paid.items() ^ owed.items()]


def keys(board_pk: str) -> list[str]:
    """Return the keys under which the provider must have exactly one job each."""
    jobs = Job.objects.filter(take__shot__scene__storyboard=board_pk, backend="paid")
    return [str(key) for key in jobs.values_list("key", flat=True)]


def cut_connections() -> int:
    """End every other connection to this database, as a restart of the server does; return how many there were."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return cursor.fetchone()[0]


DEEDS = {deed.__name__: deed for deed in (ask, film, states, film_state, wrong, keys, cut_connections)}


if __name__ == "__main__":
    for line in sys.stdin:
        name, *arguments = line.split()
        close_old_connections()
        print(json.dumps(DEEDS[name](*arguments)), flush=True)
