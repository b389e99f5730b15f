"""Kill -9 at every point of a job's life: each ends in the one right state, once, and the ledger balances."""

import pytest
from django.core.files.base import ContentFile

from accounts.billing.models import Kind, Line
from generation import keeping, life
from generation.cancelling import cancel_take
from generation.films import request_film
from generation.joining import step_film
from generation.life import step
from generation.models import Job, State
from generation.requesting import request_take
from generation.running import run_until_done
from generation.unpacking import step_unpacking, take_in
from soraease_web.lease import Leased, LeasedQuerySet
from storyboards.models import Asset, Film, Take, Unpacking
from tests import make
from tests.generation.crashing import killed_at
from tests.storyboards.archive_file.rich import zipped

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.chaos]

REMOTE_POINTS = [
    "claimed", "before-submitting", "submitting-committed", "submit-answered", "remote-id-committed", "running",
    "polled", "fetched", "verified", "made", "stored", "before-done", "done-committed",
]  # fmt: skip
DRAWING_POINTS = [
    "claimed", "before-submitting", "running", "drawn", "verified", "made", "stored", "before-done", "done-committed",
]  # fmt: skip
LOST = ["submitting-committed", "submit-answered"]


@pytest.fixture
def shot(team):
    return make.shot(make.scene(make.storyboard(team, scenes=0)), frames=24)


@pytest.fixture
def drive(later):
    """Make steps, as time passes, until the take has ended."""

    def run(take: Take) -> Job:
        for _ in range(30):
            if not Job.objects.open().filter(take=take).exists():
                break
            for job in take.jobs.all():
                step(job.pk)
            later(130)
        take.refresh_from_db()
        return take.jobs.last()

    return run


def balances(team, take: Take) -> bool:
    """Tell whether the ledger says exactly what the take does: paid once and in full, or not at all."""
    moved = dict.fromkeys(Kind.values, 0)
    for line in Line.objects.filter(reference__in=[job.reference for job in take.jobs.all()]):
        moved[line.kind] += line.credits
    return (
        -moved["capture"] == take.cost
        and moved["hold"] + moved["release"] == 0
        and team.lines.balance() == 200 - take.cost
    )


@pytest.mark.parametrize("point", REMOTE_POINTS)
@pytest.mark.parametrize("mode", ["idempotent", "find"])
def test_killed_anywhere_a_paid_job_is_done_once(mode, point, fake, shot, alice, team, drive):
    provider = fake(**{mode: True})
    take = request_take(shot, "fake", alice)

    killed = killed_at(point, lambda: drive(take))
    job = drive(take)

    assert killed
    assert (take.state, job.state, take.cost, balances(team, take)) == (Take.State.DONE, State.DONE, 5, True)
    assert (len(provider.jobs), provider.state()["bill"]) == (1, 7)
    assert Asset.objects.count() == 3


@pytest.mark.parametrize("point", REMOTE_POINTS)
def test_killed_anywhere_nothing_is_asked_twice_of_a_provider_that_can_do_neither(
    point, fake, shot, alice, team, drive
):
    provider = fake()
    take = request_take(shot, "fake", alice)

    killed = killed_at(point, lambda: drive(take))
    job = drive(take)

    expected = (Take.State.FAILED, 0) if point in LOST else (Take.State.DONE, 5)
    assert killed
    assert (take.state, take.cost, balances(team, take)) == (*expected, True)
    assert provider.counted("submit") == (0 if point == "submitting-committed" else 1)
    assert job.error_code == ("unconfirmed" if point in LOST else "")


@pytest.mark.parametrize("point", DRAWING_POINTS)
def test_killed_anywhere_a_drawn_job_is_done_once(point, quick, shot, alice, team, drive):
    take = request_take(shot, "dear", alice)

    killed = killed_at(point, lambda: drive(take))
    job = drive(take)

    assert killed
    assert (take.state, job.state, take.cost, balances(team, take)) == (Take.State.DONE, State.DONE, 5, True)
    assert Asset.objects.count() == 3


def test_01_killed_after_the_wish_is_committed_the_tick_finds_it(fake, shot, alice, team, drive):
    provider = fake()

    killed = killed_at("requested", lambda: request_take(shot, "fake", alice))
    take = shot.takes.get()
    drive(take)

    assert killed
    assert (take.state, balances(team, take), provider.counted("submit")) == (Take.State.DONE, True, 1)


@pytest.mark.parametrize("point", ["cancel-committed", "cancelled-remotely"])
def test_killed_while_cancelling_it_is_cancelled_once_and_given_back(point, fake, shot, alice, team, drive, later):
    provider = fake(cancel=True)
    take = request_take(shot, "fake", alice)
    step(take.jobs.get().pk)
    later(30)

    def work():
        cancel_take(take)
        drive(take)

    killed = killed_at(point, work)
    job = drive(take)

    assert killed
    assert (take.state, job.state, balances(team, take)) == (Take.State.CANCELLED, State.CANCELLED, True)
    assert [job["status"] for job in provider.jobs] == ["cancelled"]


@pytest.mark.parametrize("point", ["film-claimed", "film-pieces", "film-joining", "film-stored"])
def test_09_killed_while_joining_the_film_is_joined_once(point, quick, shot, alice, later):
    take = request_take(shot, "quick", alice)
    run_until_done([take.pk])
    film = request_film(shot.scene.storyboard, alice, stand_ins=False)

    killed = killed_at(point, lambda: step_film(film.pk))
    later(130)
    step_film(film.pk)

    film.refresh_from_db()
    assert killed
    assert (film.state, film.frames, film.asset.frames) == (Film.State.DONE, 24, 24)
    assert Asset.objects.filter(kind="film").count() == 1


@pytest.mark.parametrize("point", ["unpacking-claimed", "unpacking-looking", "unpacking-done"])
def test_killed_while_unpacking_the_storyboard_is_there_once(point, team, alice, later):
    board = make.storyboard(team)
    row = take_in(ContentFile(zipped(board), "lamp.soraease"), team, alice)

    killed = killed_at(point, lambda: step_unpacking(row.pk))
    later(130)
    step_unpacking(row.pk)

    row.refresh_from_db()
    assert killed
    assert (row.state, row.storyboard.title) == (Unpacking.State.DONE, board.title)
    assert team.storyboards.count() == 2


def test_10_a_job_that_kills_its_worker_three_times_is_given_up(quick, shot, alice, team, drive, later):
    take = request_take(shot, "dear", alice)
    pk = take.jobs.get().pk

    killed = []
    for _ in range(3):
        killed.append(killed_at("running", lambda: step(pk)))
        later(130)
    job = drive(take)

    assert killed == [True, True, True]
    assert (job.state, job.error_code, balances(team, take)) == (State.FAILED, "poison", True)
    assert job.error.startswith("The worker stopped three times at this shot")


# --- stale workers, and the proof that lease and fence are what protects --------------------------------------------


def rival_at(monkeypatch, point: str, rival) -> None:
    """Let a rival worker act at `point` of the next step, once."""
    waiting = [rival]

    def failpoint(here: str) -> None:
        if here == point and waiting:
            waiting.pop()()

    monkeypatch.setattr(life, "failpoint", failpoint)


def without_lease_and_fence(monkeypatch) -> None:
    """Switch the protection off: anybody takes any row at any time, and every write is accepted."""

    def claim(self, pk, **_lease):
        return self.open().filter(pk=pk).first()

    def write(self, **changes):
        type(self)._base_manager.filter(pk=self.pk).update(**changes)
        self.state = changes.get("state", self.state)

    monkeypatch.setattr(LeasedQuerySet, "claim", claim)
    monkeypatch.setattr(Leased, "write", write)


def test_14_two_workers_at_one_job_ask_once(fake, shot, alice, drive, monkeypatch):
    provider = fake()
    take = request_take(shot, "fake", alice)
    pk = take.jobs.get().pk
    rival_at(monkeypatch, "claimed", lambda: step(pk))

    step(pk)
    drive(take)

    assert (take.state, provider.counted("submit")) == (Take.State.DONE, 1)


def test_14_negative_control_without_lease_and_fence_two_workers_ask_and_pay_twice(fake, shot, alice, monkeypatch):
    provider = fake()
    take = request_take(shot, "fake", alice)
    pk = take.jobs.get().pk
    without_lease_and_fence(monkeypatch)
    rival_at(monkeypatch, "claimed", lambda: step(pk))

    step(pk)

    assert (provider.counted("submit"), len(provider.jobs), provider.state()["bill"]) == (2, 2, 14)


def test_13_a_worker_that_slept_past_its_lease_changes_nothing(fake, shot, alice, team, drive, monkeypatch, later):
    provider = fake()
    take = request_take(shot, "fake", alice)
    pk = take.jobs.get().pk

    def takes_over():
        later(3600)
        step(pk)

    rival_at(monkeypatch, "claimed", takes_over)

    step(pk)
    drive(take)

    assert (take.state, provider.counted("submit"), balances(team, take)) == (Take.State.DONE, 1, True)


def test_13_negative_control_without_the_fence_a_sleeper_asks_and_pays_again(fake, shot, alice, monkeypatch, later):
    provider = fake()
    take = request_take(shot, "fake", alice)
    pk = take.jobs.get().pk

    def takes_over():
        later(3600)
        step(pk)

    def write(self, **changes):
        type(self)._base_manager.filter(pk=self.pk).update(**changes)
        self.state = changes.get("state", self.state)

    monkeypatch.setattr(Leased, "write", write)
    rival_at(monkeypatch, "claimed", takes_over)

    step(pk)

    assert (provider.counted("submit"), len(provider.jobs)) == (2, 2)


def test_43_a_person_who_cancels_in_the_middle_of_a_submit_loses_no_remote_job(
    fake, shot, alice, team, drive, monkeypatch
):
    provider = fake(cancel=True)
    take = request_take(shot, "fake", alice)
    pk = take.jobs.get().pk
    real = life.submitting.failpoint
    monkeypatch.setattr(
        life.submitting, "failpoint", lambda point: cancel_take(take) if point == "submit-answered" else real(point)
    )

    step(pk)
    job = drive(take)

    assert (take.state, job.state, job.remote_id) == (Take.State.CANCELLED, State.CANCELLED, "remote-1")
    assert [job["status"] for job in provider.jobs] == ["cancelled"]
    assert balances(team, take)


def test_43_a_person_who_cancels_at_the_last_moment_gets_cancelled_and_not_done(quick, shot, alice, team, monkeypatch):
    take = request_take(shot, "dear", alice)
    monkeypatch.setattr(keeping, "failpoint", lambda point: cancel_take(take) if point == "before-done" else None)

    step(take.jobs.get().pk)

    take.refresh_from_db()
    assert (take.state, take.asset_id, balances(team, take)) == (Take.State.CANCELLED, None, True)
