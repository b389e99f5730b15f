"""A provider rings: it is heard once, whatever it says is read again, and nobody else can ring."""

import pytest
from django.test import Client
from django.urls import reverse

from generation import webhooks
from generation.cancelling import cancel_take
from generation.life import step
from generation.models import Job, Leak, State
from generation.requesting import request_take
from storyboards.models import Take
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def shot(team):
    return make.shot(make.scene(make.storyboard(team, scenes=0)), frames=24)


@pytest.fixture
def ringing(fake, settings, live_server):
    """The provider, which knows where to ring; by itself it never does."""
    settings.WEBHOOK_URL = live_server.url

    def configure(**modes):
        return fake(webhook=True, **modes)

    return configure


@pytest.fixture
def running(ringing, shot, alice):
    """A job that the provider has, and that is asked for in a minute at the earliest."""
    provider = ringing()
    job = request_take(shot, "fake", alice).jobs.get()
    step(job.pk)
    return provider, job


def due(job: Job) -> bool:
    return Job.objects.due().filter(pk=job.pk).exists()


def finish(job: Job, later) -> Job:
    for _ in range(20):
        if not Job.objects.open().filter(pk=job.pk).exists():
            break
        step(job.pk)
        later(130)
    job.refresh_from_db()
    return job


# --- it rings ---------------------------------------------------------------------------------------------------------


def test_a_ring_makes_the_next_step_due_now(running):
    provider, job = running
    before = due(job)

    answers = provider.rings("remote-1")

    assert (before, answers, due(job)) == (False, [204], True)


def test_what_it_says_is_never_a_result(running, later):
    provider, job = running
    provider.misbehaves("poll", {"say": {"status": "running"}})

    provider.rings("remote-1")
    step(job.pk)

    job.refresh_from_db()
    assert (job.state, provider.counted("poll")) == (State.RUNNING, 1)


def test_37_ten_at_once_are_one_effect(running, later):
    provider, job = running

    answers = provider.rings("remote-1", times=10)
    moved = [step(job.pk) for _ in range(10)]

    assert answers == [204] * 10
    assert (moved.count(True), provider.counted("poll")) == (1, 1)
    assert finish(job, later).state == State.DONE
    assert provider.counted("submit") == 1


def test_37_before_the_answer_to_the_submit_is_written_down_it_is_a_hint(ringing, shot, alice, monkeypatch, later):
    provider = ringing()
    job = request_take(shot, "fake", alice).jobs.get()
    rung = []
    monkeypatch.setattr(
        "generation.submitting.failpoint",
        lambda point: rung.extend(provider.rings("remote-1")) if point == "submit-answered" else None,
    )

    step(job.pk)

    job.refresh_from_db()
    assert (rung, job.state, job.remote_id, job.hinted_id) == ([204], State.RUNNING, "remote-1", "remote-1")
    assert finish(job, later).state == State.DONE


def test_37_after_it_is_done_nothing_happens(running, later):
    provider, job = running
    finish(job, later)
    before = Job.objects.values().get(pk=job.pk)

    answers = provider.rings("remote-1", times=3)

    assert answers == [204] * 3
    assert Job.objects.values().get(pk=job.pk) == before
    assert not Leak.objects.exists()


def test_37_a_job_that_is_gone_is_taken_quietly_so_that_the_provider_stops(running):
    provider, _job = running
    Take.objects.all().delete()

    assert provider.rings("remote-1") == [204]


# --- an unknown outcome ends well -------------------------------------------------------------------------------------


def test_an_unknown_job_of_a_provider_that_lists_nothing_ends_well_through_its_webhook(
    ringing, shot, alice, later, team
):
    provider = ringing()
    provider.misbehaves("submit", "reset")
    take = request_take(shot, "fake", alice)
    job = take.jobs.get()
    step(job.pk)
    job.refresh_from_db()
    unknown = job.state

    provider.rings("remote-1")
    finish(job, later)

    take.refresh_from_db()
    assert (unknown, job.state, job.remote_id) == (State.UNKNOWN, State.DONE, "remote-1")
    assert (take.state, team.lines.balance(), provider.counted("submit")) == (Take.State.DONE, 195, 1)


def test_without_a_ring_the_same_job_is_given_up(ringing, shot, alice, later, team):
    provider = ringing()
    provider.misbehaves("submit", "reset")
    job = request_take(shot, "fake", alice).jobs.get()

    finish(job, later)

    assert (job.error_code, team.lines.balance()) == ("unconfirmed", 200)


def test_38_without_a_ring_polling_finishes_it(running, later):
    provider, job = running

    assert finish(job, later).state == State.DONE
    assert provider.counted("poll") > 0


def test_a_hint_that_the_provider_does_not_know_is_dropped(ringing, shot, alice, later):
    provider = ringing()
    provider.misbehaves("submit", "reset")
    job = request_take(shot, "fake", alice).jobs.get()
    step(job.pk)

    provider.rings("remote-1", says="remote-nobody-has")
    step(job.pk)

    job.refresh_from_db()
    assert (job.state, job.hinted_id, job.remote_id) == (State.UNKNOWN, "", "")
    provider.rings("remote-1")
    assert finish(job, later).state == State.DONE


def test_a_queued_job_that_the_provider_has_after_all_is_not_asked_for_again(ringing, shot, alice, later):
    provider = ringing(idempotent=True)
    provider.misbehaves("submit", "reset")
    job = request_take(shot, "fake", alice).jobs.get()
    step(job.pk)
    job.refresh_from_db()
    state = job.state

    provider.rings("remote-1")
    finish(job, later)

    assert (state, job.state, provider.counted("submit")) == (State.QUEUED, State.DONE, 1)


def test_a_lost_job_that_was_cancelled_is_stopped_by_its_hint(ringing, shot, alice, later):
    provider = ringing(cancel=True)
    provider.misbehaves("submit", "reset")
    take = request_take(shot, "fake", alice)
    job = take.jobs.get()
    step(job.pk)
    provider.rings("remote-1")

    cancel_take(take)
    finish(job, later)

    assert (job.state, provider.jobs[0]["status"]) == (State.CANCELLED, "cancelled")


def test_a_ring_for_a_job_that_was_given_up_names_the_leak(ringing, shot, alice, later, caplog):
    provider = ringing()
    provider.misbehaves("submit", "reset")
    job = request_take(shot, "fake", alice).jobs.get()
    finish(job, later)
    before = list(Leak.objects.values_list("remote_id", "job", "reason", "credits"))

    provider.rings("remote-1", times=3)

    assert before == [("", job.pk, Leak.Reason.UNCONFIRMED, 5)]
    leak = Leak.objects.get()
    assert (leak.remote_id, leak.job, leak.reason, leak.credits) == ("remote-1", job, Leak.Reason.GIVEN_UP, 5)
    assert caplog.text.count("Leak at fake: job ") == 1


@pytest.mark.parametrize(
    "text", ["<html>", "[1]", '{"id": 17}', '{"id": null}', "{}", '{"id": "a\\u0000b"}', '{"id": "' + "x" * 300 + '"}']
)
def test_a_body_that_names_no_id_only_rings(text, ringing, shot, alice):
    provider = ringing()
    provider.misbehaves("submit", "reset")
    job = request_take(shot, "fake", alice).jobs.get()
    step(job.pk)

    answers = provider.rings("remote-1", text=text)

    job.refresh_from_db()
    assert (answers, job.state, job.hinted_id, due(job)) == ([204], State.UNKNOWN, "", True)


# --- nobody else rings ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("how", "status"),
    [
        pytest.param({"secret": "whsec_c29tZWJvZHk="}, 401, id="37-bad-signature"),
        pytest.param({"age": 301}, 401, id="37-old"),
        pytest.param({"age": -330}, 401, id="37-from-the-future"),
        pytest.param({"cut": True}, 401, id="37-body-changed"),
        pytest.param({"size": 5 << 20}, 413, id="37-five-megabytes"),
    ],
)
def test_37_a_bad_call_has_no_effect(how, status, running):
    provider, job = running
    before = Job.objects.values().get(pk=job.pk)

    assert provider.rings("remote-1", **how) == [status]
    assert Job.objects.values().get(pk=job.pk) == before


def test_37_an_address_that_was_never_given_out_is_refused_alike_whether_the_job_exists(running, live_server):
    provider, job = running
    right = webhooks.address_of(job)
    wrong = [
        right[:-3] + ("AA/" if right[-3:] != "AA/" else "BB/"),
        live_server.url + reverse("webhook", args=[str(job.key)]),
        live_server.url + reverse("webhook", args=["6f6f6f6f-0000-4000-8000-000000000001.abc"]),
    ]

    assert [provider.rings("remote-1", at=url) for url in wrong] == [[401]] * 3
    assert not due(job)


def test_37_a_call_at_another_teams_job_cannot_take_this_ones_id(running, live_server, later):
    provider, _job = running
    charlie = make.person("charlie")
    other = make.shot(make.scene(make.storyboard(charlie.teams.get(), scenes=0)), frames=24)
    provider.misbehaves("submit", "reset")
    theirs = request_take(other, "fake", charlie).jobs.get()
    step(theirs.pk)

    answers = provider.rings("remote-1", at=webhooks.address_of(theirs))

    theirs.refresh_from_db()
    assert (answers, theirs.hinted_id, theirs.remote_id) == ([204], "", "")


def test_out_of_order_calls_only_ring(running, later):
    provider, job = running
    provider.misbehaves("poll", {"say": {"status": "running"}})
    provider.rings("remote-1")
    step(job.pk)
    step(job.pk)
    provider.rings("remote-1", says="remote-1", age=200)

    assert finish(job, later).state == State.DONE
    assert provider.counted("submit") == 1


def test_a_get_is_not_allowed_and_no_form_token_is_asked_for(running):
    _provider, job = running
    path = webhooks.address_of(job).split("/", 3)[3]
    browser = Client(enforce_csrf_checks=True)

    assert browser.get(f"/{path}").status_code == 405
    assert browser.post(f"/{path}", b"{}", content_type="application/json").status_code == 401  # unsigned by provider


def test_without_an_address_of_ours_providers_are_given_none(running, settings):
    _provider, job = running
    settings.WEBHOOK_URL = ""

    assert webhooks.address_of(job) == ""


def test_a_provider_that_does_not_ring_is_given_no_address(fake, settings, shot, alice):
    settings.WEBHOOK_URL = "https://studio.example.com"
    provider = fake()
    job = request_take(shot, "fake", alice).jobs.get()

    step(job.pk)

    assert provider.jobs[0]["order"]["webhook"] == ""


def test_an_address_outlives_a_change_of_the_secret_key(running, settings):
    provider, job = running
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key of this studio, since yesterday evening only"

    assert provider.rings("remote-1") == [204]
    assert due(job)
