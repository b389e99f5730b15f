"""A job's life against a provider over real HTTP, whatever the provider does."""

import pytest

from generation.backends import get_backend
from generation.backends.base import BackendError, ShotRequest
from generation.cancelling import cancel_take
from generation.life import step
from generation.models import Job, State
from generation.requesting import request_take
from storyboards.models import Take
from tests import make

pytestmark = pytest.mark.django_db

HOUR = 3600


@pytest.fixture
def shot(team):
    return make.shot(make.scene(make.storyboard(team, scenes=0)), frames=24)


@pytest.fixture
def until_done(later):
    """Make steps, as time passes, until the take has ended or `steps` are made; return the job."""

    def run(take: Take, *, steps: int = 40, seconds: float = 130) -> Job:
        for _ in range(steps):
            if not Job.objects.open().filter(take=take).exists():
                break
            for job in take.jobs.all():
                step(job.pk)
            later(seconds)
        take.refresh_from_db()
        return take.jobs.last()

    return run


def test_a_job_goes_all_the_way(fake, shot, alice, until_done, team):
    provider = fake()
    take = request_take(shot, "fake", alice)

    job = until_done(take)

    states = list(job.steps.values_list("state", flat=True))
    assert states == ["queued", "submitting", "running", "fetching", "verifying", "done"]
    assert (take.state, take.cost, team.lines.balance()) == (Take.State.DONE, 5, 195)
    assert (provider.counted("submit"), job.remote_id) == (1, "remote-1")


# --- submit: provably not accepted, so asked again -------------------------------------------------------------------


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param({"kind": "status", "status": 429}, id="25-429"),
        pytest.param({"kind": "status", "status": 429, "headers": {"Retry-After": "7"}}, id="25-429-seconds"),
        pytest.param({"kind": "status", "status": 429, "retry_date_in": 30}, id="25-429-date"),
        pytest.param({"kind": "status", "status": 503, "headers": {"Retry-After": "5"}}, id="26-503-retry-after"),
    ],
)
def test_a_busy_provider_is_asked_again_and_no_attempt_is_used(fault, fake, shot, alice, until_done):
    provider = fake()
    provider.misbehaves("submit", fault, fault)
    take = request_take(shot, "fake", alice)

    job = until_done(take)

    assert (take.state, job.attempts) == (Take.State.DONE, 0)
    assert (provider.counted("submit"), len(provider.jobs)) == (3, 1)


def test_27_a_provider_that_cannot_be_reached_is_tried_a_few_times_then_the_credits_come_back(
    fake, settings, shot, alice, until_done, team
):
    provider = fake()
    options = provider.options(base_url="http://127.0.0.1:9")
    settings.GENERATION_BACKENDS = {"fake": {"BACKEND": "tests.provider.backend.FakeBackend", "OPTIONS": options}}
    take = request_take(shot, "fake", alice)

    job = until_done(take)

    assert (take.state, job.error_code, job.attempts) == (Take.State.FAILED, "unreachable", 7)
    assert "could not be reached" in job.error
    assert "yours again" in job.error
    assert team.lines.balance() == 200


# --- submit: perhaps accepted, so never blindly asked again ----------------------------------------------------------

UNCLEAR = [
    pytest.param({"kind": "hang", "seconds": 3}, id="28-hang"),
    pytest.param({"kind": "drip"}, id="28-drip"),
    pytest.param({"kind": "reset"}, id="03-reset"),
    pytest.param({"kind": "html"}, id="29-html"),
    pytest.param({"kind": "bad_json"}, id="29-bad-json"),
    pytest.param({"kind": "no_id"}, id="29-no-id"),
    pytest.param({"kind": "number_id"}, id="29-id-of-wrong-type"),
    pytest.param({"kind": "list"}, id="29-not-an-object"),
    pytest.param({"kind": "huge"}, id="29-ten-megabytes"),
    pytest.param({"kind": "after", "status": 500}, id="26-500-after-accept"),
    pytest.param({"kind": "after", "status": 502}, id="26-502-after-accept"),
    pytest.param({"kind": "after", "status": 504}, id="26-504-after-accept"),
]


@pytest.mark.parametrize("fault", UNCLEAR)
def test_a_lost_answer_is_asked_again_under_the_same_key_where_that_is_honoured(fault, fake, shot, alice, until_done):
    provider = fake(idempotent=True)
    provider.misbehaves("submit", fault)
    take = request_take(shot, "fake", alice)

    until_done(take)

    assert take.state == Take.State.DONE
    assert (provider.counted("submit"), len(provider.jobs)) == (2, 1)


@pytest.mark.parametrize("fault", UNCLEAR)
def test_a_lost_answer_is_looked_up_by_our_tag_where_that_is_possible(fault, fake, shot, alice, until_done):
    provider = fake(find=True)
    provider.misbehaves("submit", fault)
    take = request_take(shot, "fake", alice)

    until_done(take)

    assert take.state == Take.State.DONE
    assert (provider.counted("submit"), len(provider.jobs)) == (1, 1)


@pytest.mark.parametrize("fault", UNCLEAR)
def test_a_lost_answer_is_never_asked_again_elsewhere_and_the_credits_come_back(
    fault, fake, shot, alice, until_done, team
):
    provider = fake()
    provider.misbehaves("submit", fault)
    take = request_take(shot, "fake", alice)

    job = until_done(take)

    assert (take.state, job.error_code, provider.counted("submit")) == (Take.State.FAILED, "unconfirmed", 1)
    assert job.error.startswith("We could not confirm that the provider received this shot")
    assert team.lines.balance() == 200


def test_an_unknown_outcome_is_not_believed_absent_before_the_grace_is_over(fake, shot, alice, later):
    provider = fake(find=True)
    provider.misbehaves("submit", {"kind": "status", "status": 500})
    job = request_take(shot, "fake", alice).jobs.get()
    step(job.pk)

    later(60)
    step(job.pk)

    job.refresh_from_db()
    assert (job.state, provider.counted("find")) == (State.UNKNOWN, 0)


def test_a_job_that_never_arrived_is_submitted_after_the_grace(fake, shot, alice, until_done):
    provider = fake(find=True)
    provider.misbehaves("submit", {"kind": "status", "status": 500})
    take = request_take(shot, "fake", alice)

    until_done(take)

    assert take.state == Take.State.DONE
    assert (provider.counted("submit"), len(provider.jobs)) == (2, 1)


def test_39_two_ids_for_one_key_the_first_wins_and_the_second_is_cancelled(fake, shot, alice, until_done):
    provider = fake(idempotent=True, cancel=True)
    take = request_take(shot, "fake", alice)
    Job.objects.filter(take=take).update(remote_id="remote-1")
    provider.misbehaves("submit", {}, "twice")
    job = take.jobs.get()
    first = get_backend("fake").submit(ShotRequest.from_json(job.request), key=str(job.key))

    job = until_done(take)

    assert (first, job.remote_id, take.state) == ("remote-1", "remote-1", Take.State.DONE)
    assert [job["status"] for job in provider.jobs] == ["done", "cancelled"]


# --- declined, and ours to mend -------------------------------------------------------------------------------------


def test_35_a_refusal_of_the_words_is_told_and_costs_nothing(fake, shot, alice, until_done, team):
    provider = fake()
    provider.misbehaves("submit", "refused")
    take = request_take(shot, "fake", alice)

    job = until_done(take)

    assert (job.state, provider.counted("submit"), team.lines.balance()) == (State.REFUSED, 1, 200)
    assert job.error == (
        "Fake declined this shot: The words are not allowed here. "
        "No credits were taken: the 5 that were held are yours again."
    )


def test_35_a_refusal_of_the_result_is_told_and_costs_nothing(fake, shot, alice, until_done, team):
    provider = fake()
    provider.misbehaves("poll", {"say": {"status": "refused", "why": "The picture is not allowed."}})
    take = request_take(shot, "fake", alice)

    job = until_done(take)

    assert (job.state, team.lines.balance()) == (State.REFUSED, 200)
    assert job.error.startswith("The picture is not allowed.")


@pytest.mark.parametrize("status", [401, 402, 403])
def test_36_a_revoked_key_pauses_the_backend_and_uses_no_attempt(status, fake, shot, alice, later):
    provider = fake()
    provider.always("submit", {"kind": "status", "status": status})
    jobs = [request_take(shot, "fake", alice).jobs.get() for _ in range(2)]

    moved = [step(job.pk) for job in jobs]

    rows = [Job.objects.get(pk=job.pk) for job in jobs]
    assert moved == [True, False]
    assert [(job.state, job.attempts, job.error_code) for job in rows] == [(State.QUEUED, 0, f"http_{status}")] * 2
    assert provider.counted("submit") == 1


def test_36_work_goes_on_when_the_key_is_mended(fake, shot, alice, until_done):
    provider = fake()
    provider.misbehaves("submit", {"kind": "status", "status": 401})
    provider.misbehaves("poll", {"kind": "status", "status": 401})
    take = request_take(shot, "fake", alice)

    job = until_done(take)

    assert (take.state, job.error, len(provider.jobs)) == (Take.State.DONE, "", 1)


# --- poll -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param({"kind": "status", "status": 429, "headers": {"Retry-After": "3"}}, id="25-429"),
        pytest.param({"kind": "status", "status": 500}, id="26-500"),
        pytest.param({"kind": "status", "status": 502}, id="26-502"),
        pytest.param({"kind": "status", "status": 503}, id="26-503"),
        pytest.param({"kind": "hang", "seconds": 3}, id="28-hang"),
        pytest.param({"kind": "reset"}, id="27-reset"),
        pytest.param({"kind": "html"}, id="29-html"),
        pytest.param({"say": {"status": "contemplating"}}, id="30-unknown-status"),
        pytest.param({"say": {"progress": "soon"}}, id="30-progress-of-wrong-type"),
    ],
)
def test_a_poll_that_fails_is_repeated(fault, fake, shot, alice, until_done):
    provider = fake()
    provider.misbehaves("poll", fault, fault)
    take = request_take(shot, "fake", alice)

    until_done(take)

    assert (take.state, provider.counted("submit")) == (Take.State.DONE, 1)


@pytest.mark.parametrize(
    ("percents", "shown"),
    [
        pytest.param([140], 1.0, id="30-more-than-all"),
        pytest.param([60, 20], 0.6, id="30-backwards"),
        pytest.param([-5], 0.0, id="30-less-than-nothing"),
    ],
)
def test_progress_is_clamped_and_never_goes_back(percents, shown, fake, shot, alice, later):
    provider = fake()
    provider.misbehaves("poll", *[{"say": {"status": "running", "progress": percent}} for percent in percents])
    job = request_take(shot, "fake", alice).jobs.get()

    for _ in range(1 + len(percents)):
        step(job.pk)
        later(60)

    job.refresh_from_db()
    assert (job.state, job.progress) == (State.RUNNING, shown)


def test_a_failed_job_is_told_and_costs_nothing(fake, shot, alice, until_done, team):
    provider = fake()
    provider.misbehaves("poll", {"say": {"status": "failed"}})
    take = request_take(shot, "fake", alice)

    job = until_done(take)

    assert (take.state, job.state, team.lines.balance()) == (Take.State.FAILED, State.FAILED, 200)


def test_a_job_that_the_provider_does_not_know_any_more_fails(fake, shot, alice, until_done, team):
    provider = fake()
    provider.misbehaves("poll", {"kind": "status", "status": 404})
    take = request_take(shot, "fake", alice)

    job = until_done(take)

    assert (job.state, job.error_code, team.lines.balance()) == (State.FAILED, "http_404", 200)


def test_31_a_job_that_never_ends_is_stopped_at_its_deadline_and_given_back(fake, shot, alice, until_done, team):
    provider = fake(cancel=True)
    provider.always("poll", {"say": {"status": "running"}})
    take = request_take(shot, "fake", alice)

    job = until_done(take, seconds=3 * HOUR)

    assert (take.state, job.state, team.lines.balance()) == (Take.State.FAILED, State.EXPIRED, 200)
    assert provider.jobs[0]["status"] == "cancelled"


# --- fetch and verify -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param({"kind": "lie"}, id="33-length-lie"),
        pytest.param({"kind": "cut"}, id="33-truncated"),
        pytest.param({"kind": "empty"}, id="33-empty"),
        pytest.param({"kind": "html"}, id="33-html"),
        pytest.param({"kind": "reset"}, id="26-reset"),
        pytest.param({"kind": "drip"}, id="28-drip"),
        pytest.param({"kind": "status", "status": 500}, id="26-500"),
        pytest.param({"kind": "status", "status": 403}, id="34-expired-url"),
    ],
)
def test_a_result_that_arrives_broken_once_is_fetched_again(fault, fake, shot, alice, until_done):
    provider = fake()
    provider.misbehaves("fetch", fault)
    take = request_take(shot, "fake", alice)

    until_done(take)

    assert (take.state, provider.counted("submit"), provider.counted("fetch")) == (Take.State.DONE, 1, 2)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        pytest.param("cut", "truncated", id="33-truncated"),
        pytest.param("empty", "empty", id="33-empty"),
        pytest.param("html", "not_video", id="33-html"),
        pytest.param("noise", "not_video", id="33-noise"),
        pytest.param("playlist", "not_video", id="33-playlist"),
        pytest.param("sound_only", "no_picture", id="33-sound-only"),
        pytest.param("too_long", "too_long", id="33-too-long"),
        pytest.param("too_short", "too_short", id="33-too-short"),
    ],
)
def test_a_bad_result_is_never_accepted_and_costs_nothing(kind, code, fake, shot, alice, until_done, team):
    provider = fake()
    provider.always("fetch", kind)
    take = request_take(shot, "fake", alice)

    job = until_done(take)

    assert (take.state, job.error_code, team.lines.balance()) == (Take.State.FAILED, code, 200)
    assert job.error.startswith("What the backend delivered cannot be used.")
    assert (provider.counted("submit"), take.asset_id) == (1, None)


@pytest.mark.parametrize(
    "to",
    [
        pytest.param("http://127.0.0.1:9/x.mp4", id="34-loopback"),
        pytest.param("http://169.254.169.254/latest/meta-data", id="34-metadata"),
        pytest.param("file:///etc/passwd", id="34-file"),
        pytest.param("https://10.0.0.1/x.mp4", id="34-private"),
    ],
)
def test_a_result_that_leads_into_our_network_is_not_fetched(to, fake, shot, alice, until_done, team):
    provider = fake()
    provider.always("fetch", {"kind": "redirect", "to": to})
    take = request_take(shot, "fake", alice)

    job = until_done(take)

    assert (job.state, job.error_code, team.lines.balance()) == (State.FAILED, "blocked", 200)


@pytest.mark.parametrize(
    "kind", [pytest.param("gzip", id="33-gzip-bomb"), pytest.param("endless", id="33-larger-than-we-take")]
)
def test_a_result_that_is_packed_or_too_large_is_not_fetched(kind, fake, shot, alice, until_done):
    provider = fake()
    provider.always("fetch", kind)
    take = request_take(shot, "fake", alice)

    job = until_done(take)

    assert (job.state, job.error_code) == (State.FAILED, "blocked")


# --- cancel -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("steps", [0, 1, 2, 3, 4])
def test_43_cancelled_at_each_state_there_is_one_end_and_nothing_is_charged(
    steps, fake, shot, alice, until_done, later, team
):
    provider = fake(cancel=True)
    take = request_take(shot, "fake", alice)
    for _ in range(steps):
        step(take.jobs.get().pk)
        later(20)

    stopped = cancel_take(take)
    job = until_done(take)

    done = steps == 4
    end = "done" if done else "cancelled"
    assert (take.state, job.state) == (end, end)
    assert (stopped, team.lines.balance()) == (not done, 195 if done else 200)
    assert [job["status"] for job in provider.jobs if job["status"] == "running"] == []


def test_a_cancelled_job_whose_provider_is_away_is_told_again(fake, shot, alice, until_done, later):
    provider = fake(cancel=True)
    provider.misbehaves("cancel", {"kind": "status", "status": 500}, {"kind": "status", "status": 503})
    take = request_take(shot, "fake", alice)
    step(take.jobs.get().pk)
    later(20)
    cancel_take(take)

    until_done(take)

    assert (take.state, provider.counted("cancel")) == (Take.State.CANCELLED, 3)


def test_32_what_completes_after_it_was_cancelled_changes_nothing(fake, shot, alice, until_done, later, team):
    fake()
    take = request_take(shot, "fake", alice)
    step(take.jobs.get().pk)
    later(20)
    cancel_take(take)
    job = until_done(take)

    moved = step(job.pk)

    assert (moved, take.asset_id, team.lines.balance()) == (False, None, 200)


def test_a_key_never_appears_in_what_people_or_operators_read(fake, shot, alice, until_done, caplog):
    provider = fake()
    provider.misbehaves("submit", {"kind": "status", "status": 401}, {"kind": "status", "status": 400})
    take = request_take(shot, "fake", alice)

    job = until_done(take)

    told = " ".join([job.error, *job.steps.values_list("note", flat=True), caplog.text])
    assert "must-never-leak" not in told


def test_an_error_names_its_kind_for_the_next_step(fake):
    assert {error.__name__ for error in BackendError.__subclasses__()} == {
        "Unsupported", "Rejected", "Transient", "Ambiguous", "Misconfigured",
    }  # fmt: skip
