"""A backend that keeps failing is left alone for a minute, then tried with one job; nobody pays an attempt for it."""

import pytest
from django.urls import reverse

from generation import breaker, submitting
from generation.backends.base import Ambiguous, Misconfigured, Rejected, Transient, Unsupported
from generation.breaker import heard, troubles
from generation.cards import Queue, card_state
from generation.life import step
from generation.models import Breaker, Job, State
from generation.requesting import request_take, request_takes
from storyboards.reading import read_shot
from tests import make

pytestmark = pytest.mark.django_db

AWAY = Transient("away", code="unreachable")
DOWN = {"kind": "status", "status": 500}
UNCLEAR = Ambiguous("unclear", code="http_500")


@pytest.fixture
def shots(team):
    board = make.storyboard(team, shots=6)
    return list(board.scenes.get().shots.all())


@pytest.fixture
def jobs(shots, alice):
    """Ask for a take of every shot; return the jobs."""

    def ask() -> list[Job]:
        for shot in shots:
            shot.frames = 24
            shot.save()
        return [take.jobs.get() for take in request_takes(shots, "fake", alice)]

    return ask


def is_shut(alias: str = "fake") -> bool:
    return Breaker.objects.shut().filter(pk=alias).exists()


def fail(times: int) -> None:
    for _ in range(times):
        heard("fake", AWAY)


# --- when it opens ----------------------------------------------------------------------------------------------------


def test_seven_failures_are_not_enough_to_judge_and_eight_are(fake):
    fake()

    fail(7)
    before = is_shut()
    fail(1)

    assert (before, is_shut()) == (False, True)


@pytest.mark.parametrize(("well", "failed", "shut"), [(10, 9, False), (10, 10, True), (40, 9, False), (40, 10, True)])
def test_half_of_the_last_twenty_calls_decide(well, failed, shut, fake):
    fake()
    for _ in range(well):
        heard("fake")

    fail(failed)

    assert is_shut() is shut


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(Rejected("These words are not allowed."), id="a-refusal"),
        pytest.param(Transient("busy"), id="told-to-wait"),
        pytest.param(Unsupported("too long"), id="never-sent"),
    ],
)
def test_answers_that_say_nothing_about_the_backend_do_not_count(answer, fake):
    fake()
    for _ in range(30):
        heard("fake", answer)
    fail(7)

    assert not is_shut()


def test_lost_answers_count_as_failures(fake):
    fake()
    for _ in range(8):
        heard("fake", UNCLEAR)

    assert is_shut()


def test_a_well_backend_costs_one_look_and_no_write(fake, django_assert_num_queries):
    fake()
    for _ in range(20):
        heard("fake")

    with django_assert_num_queries(1):
        heard("fake")


def test_one_backend_does_not_shut_another(fake):
    fake()
    fail(8)

    assert not is_shut("other")


# --- while it is open -------------------------------------------------------------------------------------------------


def test_queued_jobs_wait_and_say_why_and_no_attempt_is_used(fake, jobs, later):
    provider = fake()
    rows = jobs()
    fail(8)
    later(3)

    moved = [step(job.pk) for job in rows]

    waiting = Job.objects.filter(state=State.QUEUED, attempts=0, error_code="failing")
    assert (moved, provider.counted("submit"), waiting.count()) == ([False] * 6, 0, 6)
    assert rows[0]._meta.model.objects.first().error == (
        "Fake is degraded: too many of its last answers failed. Shots wait until it answers again, and nothing is "
        "charged while they wait."
    )


def test_a_job_that_is_asked_for_meanwhile_waits_too(fake, jobs, later):
    provider = fake()
    fail(8)

    job = jobs()[0]
    moved = step(job.pk), step(job.pk)

    job.refresh_from_db()
    assert (moved, job.state, job.error_code, job.attempts) == ((True, False), State.QUEUED, "failing", 0)
    assert provider.counted("submit") == 0


def test_later_parts_of_a_chain_are_not_woken_by_a_pause(fake, team, alice, later):
    """A part waits for the one before it; a pause that made it due would let it begin too soon."""
    provider = fake()
    shot = make.shot(make.scene(make.storyboard(team, scenes=0)), frames=24 * 12)
    first, second = request_take(shot, "fake", alice).jobs.all()

    fail(8)
    later(130)

    assert (step(first.pk), step(second.pk)) == (True, False)
    assert provider.counted("submit") == 1


# --- trying again -----------------------------------------------------------------------------------------------------


def test_after_a_minute_one_job_goes_ahead_of_the_others(fake, jobs, later, monkeypatch):
    provider = fake()
    rows = jobs()[:2]
    fail(8)
    later(61)
    meanwhile = []
    monkeypatch.setattr(
        submitting, "failpoint", lambda point: meanwhile.append(step(rows[1].pk)) if point == "submitting-committed"
        else None,
    )  # fmt: skip

    step(rows[0].pk)

    other = Job.objects.get(pk=rows[1].pk)
    assert (meanwhile, other.state, other.error_code) == ([True], State.QUEUED, "")
    assert provider.counted("submit") == 1


def test_negative_control_a_well_backend_lets_both_go(fake, jobs, monkeypatch):
    provider = fake()
    rows = jobs()[:2]
    monkeypatch.setattr(
        submitting, "failpoint", lambda point: step(rows[1].pk) if point == "submitting-committed" and not
        Job.objects.filter(pk=rows[1].pk, state=State.SUBMITTING).exists() else None,
    )  # fmt: skip

    step(rows[0].pk)

    assert provider.counted("submit") == 2


def test_when_the_probe_goes_well_all_go_on_at_once(fake, jobs, later):
    provider = fake()
    rows = jobs()
    fail(8)
    later(61)

    step(rows[0].pk)

    assert Job.objects.due().filter(state=State.QUEUED, error_code="", error="").count() == 5
    assert not Breaker.objects.exclude(shut_until=None).exists()
    assert provider.counted("submit") == 1


def test_when_the_probe_fails_the_others_go_on_waiting_and_it_has_used_no_attempt(fake, settings, jobs, later):
    provider = fake()
    options = provider.options(base_url="http://127.0.0.1:9")
    settings.GENERATION_BACKENDS = {"fake": {"BACKEND": "tests.provider.backend.FakeBackend", "OPTIONS": options}}
    rows = jobs()
    fail(8)

    for _ in range(12):
        later(61)
        for job in rows:
            step(job.pk)

    assert set(Job.objects.values_list("state", "attempts")) == {(State.QUEUED, 0)}
    assert is_shut()


def test_a_probe_whose_worker_died_makes_room_for_the_next(fake, jobs, later):
    fake()
    rows = jobs()
    fail(8)
    later(61)
    first, second = Job.objects.get(pk=rows[0].pk), Job.objects.get(pk=rows[1].pk)

    admitted = [breaker.admits(first), breaker.admits(second)]
    later(61)

    assert (admitted, breaker.admits(second)) == ([True, False], True)


def test_a_poll_that_is_answered_shows_too_that_the_backend_is_back(fake, jobs, later):
    fake()
    rows = jobs()
    step(rows[0].pk)
    fail(8)
    later(61)

    step(rows[0].pk)

    assert not Breaker.objects.exclude(shut_until=None).exists()


# --- access -----------------------------------------------------------------------------------------------------------


def test_36_a_revoked_key_pauses_the_backend_also_for_what_is_asked_for_later(fake, shots, alice, later, caplog):
    provider = fake()
    provider.always("submit", {"kind": "status", "status": 401})
    first = request_take(shots[0], "fake", alice).jobs.get()
    step(first.pk)

    second = request_take(shots[1], "fake", alice).jobs.get()
    step(second.pk)

    second.refresh_from_db()
    assert (second.state, second.attempts, second.error_code) == (State.QUEUED, 0, "http_401")
    assert "The operator knows" in second.error
    assert provider.counted("submit") == 1
    assert "Backend fake is paused for 60 seconds: http_401" in caplog.text


def test_36_one_job_a_minute_asks_whether_the_key_is_mended_and_uses_no_attempt(fake, jobs, later):
    provider = fake()
    provider.always("submit", {"kind": "status", "status": 401})
    rows = jobs()

    for _ in range(3):
        for job in rows:
            step(job.pk)
        later(61)

    assert set(Job.objects.values_list("state", "attempts")) == {(State.QUEUED, 0)}
    assert provider.counted("submit") == 3


def test_misconfigured_is_told_once_per_pause(fake):
    fake()
    heard("fake", Misconfigured("no", code="http_402"))

    assert Breaker.objects.get().reason == "http_402"


# --- what people see --------------------------------------------------------------------------------------------------


def test_the_form_names_the_backend_that_is_degraded(fake, shots, client, alice, later):
    fake()
    fail(8)
    client.force_login(alice)

    pages = [
        client.get(reverse("generate_shot", args=[shots[0].pk])),
        client.get(reverse("generate_shot", args=[shots[0].pk]), headers={"HX-Request": "true"}),
        client.get(reverse("generate_storyboard", args=[shots[0].scene.storyboard_id])),
        client.get(reverse("inspector", args=[shots[0].pk])),
    ]
    later(61)
    after = client.get(reverse("generate_shot", args=[shots[0].pk]))

    assert ["Fake is degraded" in page.content.decode() for page in pages] == [True] * 4
    assert "is degraded" not in after.content.decode()


def test_the_card_says_that_a_shot_waits_and_that_nothing_is_charged(fake, jobs, shots):
    fake()
    jobs()
    fail(8)

    said = card_state(read_shot(shots[0]), Queue())

    assert (said.tone, said.words) == ("idle", "waits for its backend; nothing charged")


def test_a_backend_that_draws_here_is_never_in_trouble(quick, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert troubles(["quick", "dear"]) == []
