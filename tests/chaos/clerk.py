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


def ask(shots: str) -> int:
    """Ask for takes of a new storyboard's shots of one second each; return the storyboard."""
    person = demo_person()
    board = make.storyboard(person.teams.get(), shots=int(shots))
    Shot.objects.filter(scene__storyboard=board).update(frames=24)
    request_takes(Shot.objects.filter(scene__storyboard=board), "sketch", person)
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
    return found + unbalanced()


def stored(asset: Asset) -> bool:
    """Return whether the asset's file is there, whole."""
    return asset.file.storage.exists(asset.file.name) and asset.file.size == asset.bytes


def unbalanced() -> list[str]:
    """Return the deeds whose hold was not given back to the last credit, once they ended."""
    kept = Line.objects.filter(kind__in=[Kind.HOLD, Kind.RELEASE]).values("reference").annotate(sum=Sum("credits"))
    return [f"{line['reference']} keeps {line['sum']} credits" for line in kept if line["sum"]]


def cut_connections() -> int:
    """End every other connection to this database, as a restart of the server does; return how many there were."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return cursor.fetchone()[0]


DEEDS = {deed.__name__: deed for deed in (ask, film, states, film_state, wrong, cut_connections)}


if __name__ == "__main__":
    for line in sys.stdin:
        name, *arguments = line.split()
        close_old_connections()
        print(json.dumps(DEEDS[name](*arguments)), flush=True)
