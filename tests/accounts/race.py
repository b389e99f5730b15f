"""Many threads that do the same deed at the same moment; run as a program, on a database file of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Lock, Thread

ROOT = Path(__file__).resolve().parents[2]


def at_once(deed: Callable[[int], None], times: int, *, threads: int) -> None:
    """Call `deed` with 0 to `times` - 1 from `threads` threads that start together; raise what any of them raised."""
    start, errors, mine = Barrier(threads), [], list(range(times))
    taking = Lock()

    def work() -> None:
        from django.db import connection

        start.wait()
        try:
            while True:
                with taking:
                    if not mine:
                        return
                    number = mine.pop()
                deed(number)
        except BaseException as error:  # noqa: BLE001 — handed to the test's own thread
            errors.append(error)
        finally:
            connection.close()

    workers = [Thread(target=work) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if errors:
        raise errors[0]


def hold_at_once(team, times: int, *, threads: int) -> int:
    """Hold one credit `times` times at once; return how many went through."""
    from accounts.billing import credits

    through = []

    def hold(number: int) -> None:
        try:
            credits.hold(team, 1, reference=f"job:{number}")
        except credits.InsufficientCredits:
            return
        through.append(number)

    at_once(hold, times, threads=threads)
    return len(through)


def team_with(team, there: int):
    """Return `team` on the tier without caps, with `there` credits left."""
    from accounts.billing import credits

    team.tier = "studio"
    team.save()
    credits.ensure_granted(team)
    credits.adjust(team, there - team.lines.balance(), reference="adjust:all", note="a test", bucket="monthly")
    return team


def on_a_file(folder: Path, **numbers: int) -> dict:
    """Run this module on a new SQLite file in `folder`; return what it prints."""
    environment = {**os.environ, "VAR_DIR": str(folder), "DATABASE_URL": f"sqlite:///{folder / 'race.sqlite3'}"}
    command = [sys.executable, "-m", "tests.accounts.race", json.dumps(numbers)]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def main(holds: int, threads: int, credits_there: int) -> None:
    """Make the database, race, and print the outcome as JSON."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "soraease_web.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from accounts.models import User

    team = team_with(User.objects.create_user("alice@example.com").teams.get(), credits_there)
    through = hold_at_once(team, holds, threads=threads)
    print(json.dumps({"went_through": through, "balance": team.lines.balance()}))


if __name__ == "__main__":
    main(**json.loads(sys.argv[1]))
