"""Asking for takes: all or none, once per key, never more than the tier allows."""

import socket
import time
import uuid
from fractions import Fraction

import pytest

from accounts.billing.models import Line
from accounts.billing.refusals import CreditsRefused, InsufficientCredits
from generation import doorbell, requesting
from generation.backends.base import ShotRequest, Unsupported
from generation.models import Job, State
from generation.prompting import freeze, prompt, seed_of
from generation.requesting import estimate, request_take, request_takes, split
from soraease_web import live
from storyboards.models import Asset, Element, Take
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(team):
    return make.storyboard(team, scenes=2, shots=2)


@pytest.fixture
def shot(board):
    return board.scenes.first().shots.first()


@pytest.fixture
def shots(board):
    return [shot for scene in board.scenes.all() for shot in scene.shots.all()]


@pytest.fixture
def rings(monkeypatch):
    """What was rung, without a broker."""
    rung = []
    monkeypatch.setattr(doorbell.bell, "ring", lambda task, args, queue: rung.append((task, args, queue)) or True)
    return rung


def test_a_wish_makes_take_job_hold_and_step(quick, shot, alice, team):
    take = request_take(shot, "dear", alice)

    job = take.jobs.get()
    assert (take.number, take.state, take.backend, take.estimate) == (1, Take.State.WORKING, "dear", 10)
    assert (job.state, job.credits, job.ordinal) == (State.QUEUED, 10, 1)
    assert list(job.steps.values_list("state", flat=True)) == ["queued"]
    assert list(Line.objects.filter(kind="hold").values_list("reference", "credits")) == [(job.reference, -10)]


def test_one_ring_for_many_takes_after_the_commit(quick, shots, alice, rings, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        request_takes(shots, "quick", alice)

    assert rings == [("generation.tasks.dispatch", (), "steps")]


def test_42_five_clicks_are_one_take(quick, shot, alice, team):
    key = uuid.uuid4()

    takes = {request_take(shot, "dear", alice, key=key).pk for _ in range(5)}

    assert len(takes) == 1
    assert (Job.objects.count(), team.lines.filter(kind="hold").count()) == (1, 1)


def test_another_key_is_another_take(quick, shot, alice):
    numbers = [request_take(shot, "quick", alice, key=uuid.uuid4()).number for _ in range(3)]

    assert numbers == [1, 2, 3]


def test_when_the_credits_do_not_suffice_for_all_there_is_none(quick, shots, alice, team):
    for shot in shots:
        shot.frames = 24 * 14
        shot.save()

    with pytest.raises(CreditsRefused, match="Nothing was taken"):
        request_takes(shots, "dear", alice)

    assert (Take.objects.count(), Job.objects.count(), team.lines.filter(kind="hold").count()) == (0, 0, 0)


def test_a_poor_team_is_told_what_it_has(quick, shot, alice, team):
    team.tier = "studio"
    team.save()
    shot.frames = 24 * 50
    shot.save()
    for _ in range(40):
        request_take(shot, "dear", alice)

    with pytest.raises(InsufficientCredits):
        request_take(shot, "dear", alice)


def test_the_estimate_is_what_is_held(quick, shots, alice, team):
    said = estimate(shots, "dear")

    takes = request_takes(shots, "dear", alice)

    assert said == sum(take.estimate for take in takes) == 40


def test_an_estimate_of_nothing_is_nothing(quick, alice):
    assert (estimate([], "dear"), request_takes([], "dear", alice)) == (0, [])


def test_a_shot_longer_than_the_tier_allows_is_refused_by_its_slate(quick, shot, alice):
    shot.frames = 24 * 16
    shot.save()

    with pytest.raises(Unsupported, match=r"Shot 1 is 16\.0 seconds long; at your tier a shot may have 15"):
        request_take(shot, "quick", alice)


def test_a_shot_without_length_is_refused(quick, shot, alice):
    shot.frames = 0
    shot.save()

    with pytest.raises(Unsupported, match="Shot 1 has no length"):
        request_take(shot, "quick", alice)


def test_later_parts_wait_for_the_one_before(quick, shot, alice):
    quick.GENERATION_BACKENDS = {"s": {"BACKEND": "tests.provider.drawing.QuickBackend", "OPTIONS": {"longest": "1"}}}

    take = request_take(shot, "s", alice)

    assert list(Job.objects.due().filter(take=take).values_list("ordinal", flat=True)) == [1]
    assert [job.request["frames"] for job in take.jobs.all()] == [24, 24]


@pytest.mark.parametrize(
    ("frames", "longest", "parts"),
    [(96, 4, [96]), (97, 4, [49, 48]), (240, 4, [80, 80, 80]), (1, 4, [1]), (5, Fraction(1, 24), [1] * 5)],
)
def test_a_long_request_is_split_evenly_and_nothing_is_lost(frames, longest, parts):
    request = ShotRequest(prompt="x", frames=frames)

    made = split(request, Fraction(longest), "key")

    assert [part.frames for part in made] == parts
    assert len({part.seed for part in made}) == len(parts)


def test_seeds_are_derived_and_fit_every_provider():
    assert seed_of("key", 1) == seed_of("key", 1) != seed_of("key", 2)
    assert 0 <= seed_of("key", 1) < 1 << 31


def test_a_frozen_request_survives_its_row(quick, shot):
    shot.dialogue = [{"speaker": "MARTA", "text": "Too late.", "direction": "whispers"}]
    request = freeze(shot, "quick", 5)

    assert ShotRequest.from_json(request.to_json()) == request


def test_what_is_asked_does_not_change_while_people_edit(quick, shot, alice):
    take = request_take(shot, "quick", alice)
    shot.action = "Something else."
    shot.save()

    take.refresh_from_db()
    assert take.request["action"] == "Marta climbs the path with a lantern."


def test_the_prompt_tells_the_shot_as_a_director_would(quick, board, shot):
    marta = Element.objects.create(storyboard=board, name="Marta", description="Sixty, a yellow coat", colour="amber")
    shot.cast.add(marta)
    shot.dialogue = [{"speaker": "MARTA", "text": "Too late."}, {"speaker": "MARTA", "text": " "}]
    shot.size, shot.angle, shot.move, shot.move_direction, shot.move_speed = "CU", "low", "dolly", "in", "slow"

    assert prompt(shot, [marta]) == (
        "EXT. ROCKY COAST - DUSK.\n"
        "Marta climbs the path with a lantern.\n"
        "Marta: Sixty, a yellow coat\n"
        "Marta says: “Too late.”\n"
        "Close-up shot, low angle, slow dolly in."
    )


def test_a_still_camera_is_said_to_be_still(quick, shot):
    assert prompt(shot, []).endswith("Wide shot, eye level angle, the camera does not move.")


def test_every_shot_is_asked_under_its_slate(quick, shots, alice):
    takes = request_takes(shots, "quick", alice)

    assert [take.request["slate"] for take in takes] == ["1", "1A", "2", "2A"]


def test_15_with_the_broker_away_a_wish_is_answered_and_kept(quick, shot, alice, monkeypatch, settings, caplog):
    monkeypatch.setattr(doorbell, "bell", doorbell._Bell())
    monkeypatch.setattr(doorbell.bell, "_send", _refuse)

    assert doorbell.ring_dispatch() is False
    assert doorbell.ring_dispatch() is False
    assert caplog.text.count("The broker does not answer") == 1


def _refuse(*_args):
    raise ConnectionRefusedError("away")


def test_a_team_whose_storage_is_full_is_told(quick, shot, alice, team):
    Asset.objects.create(team=team, kind="take", file="x", mime="video/mp4", bytes=5 << 30, sha256="0")

    with pytest.raises(Unsupported, match=r"fill the 5\.0.GB that its tier has"):
        request_take(shot, "quick", alice)

    assert Take.objects.count() == 0


@pytest.mark.parametrize(("count", "kinds"), [(1, ["shot"]), (2, ["storyboard"]), (4, ["storyboard"])])
def test_open_pages_are_told_card_by_card_or_all_at_once(count, kinds, quick, shots, alice, monkeypatch):
    told = []
    monkeypatch.setattr(requesting.live, "announce", lambda _board, kind, *_rest: told.append(kind))

    request_takes(shots[:count], "quick", alice)

    assert told == kinds


def test_17_with_a_frozen_broker_a_wish_for_many_is_answered_in_three_seconds(
    quick, shots, alice, settings, monkeypatch, django_capture_on_commit_callbacks
):
    with socket.create_server(("127.0.0.1", 0)) as frozen:
        settings.REDIS_URL = settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{frozen.getsockname()[1]}/0"
        monkeypatch.setattr(live, "bell", live.Bell())
        monkeypatch.setattr(doorbell, "bell", doorbell._Bell())
        began = time.monotonic()

        with django_capture_on_commit_callbacks(execute=True):
            takes = request_takes(shots, "quick", alice)

        assert time.monotonic() - began < 3
    assert [take.jobs.get().state for take in takes] == [State.QUEUED] * 4


def test_a_resolution_of_a_higher_tier_makes_no_takes(quick, board, alice):
    board.resolution = "1080p"
    board.save()

    with pytest.raises(Unsupported, match=r"set to 1080p; at your tier pictures have up to 720p.*Nothing was charged"):
        request_take(board.scenes.first().shots.first(), "quick", alice)

    assert not Take.objects.exists()
