"""What is said in the animatic."""

import os

import pytest

from generation.animatic import cues_of
from generation.panels import draw
from generation.requesting import request_takes
from generation.running import run_until_done
from generation.slates import in_order
from soraease_web.demo import demo_storyboard
from storyboards.models import Shot
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(team):
    board = make.storyboard(team, scenes=1, shots=2)
    said = [{"speaker": "MARTA", "text": "One lamp is left, and the boat is out there in the dark."}]
    Shot.objects.filter(scene__storyboard=board, position=1 << 20).update(dialogue=said, frames=120)
    return board


def test_each_shot_has_its_cues_from_its_own_start(board):
    shot = Shot.objects.get(scene__storyboard=board, position=1 << 20)

    cues = cues_of(board)

    assert list(cues) == [shot.pk]
    assert " ".join(cue.text for cue in cues[shot.pk]) == shot.dialogue[0]["text"]
    assert cues[shot.pk][0].start < 1500
    assert all(cue.start < cue.end <= 5000 and cue.speaker.upper() == "MARTA" for cue in cues[shot.pk])


def test_a_circled_take_tells_how_it_was_spoken(quick, board, alice):
    shots = Shot.objects.filter(scene__storyboard=board).select_related("scene__storyboard__team")
    run_until_done([take.pk for take in request_takes(shots, "quick", alice)])
    shot = Shot.objects.get(scene__storyboard=board, position=1 << 20)
    asset = shot.circled_take.asset
    asset.facts["captions"] = {"cues": [[100, 900, "MARTA", "One lamp."]], "language": "en"}
    asset.save()

    assert cues_of(board) == {shot.pk: [(100, 900, "MARTA", "One lamp.")]}


def test_a_longer_board_asks_no_more(board, django_assert_num_queries):
    scene = board.scenes.get()
    for place in range(3, 20):
        make.shot(scene, position=place << 20, dialogue=[{"speaker": "PIP", "text": "Woof."}])

    with django_assert_num_queries(2):
        assert len(cues_of(board)) == 18


def test_a_board_of_a_minute_can_be_watched_within_ten_seconds_of_its_import(alice):
    began = os.times()

    board = demo_storyboard(alice)
    shots = list(in_order(board))
    panels = [draw(shot) for shot in shots]

    ended = os.times()
    spent = sum(getattr(ended, kind) - getattr(began, kind) for kind in ("user", "system"))
    assert sum(shot.frames for shot in shots) >= 60 * 24
    assert all(panels)
    assert spent < 10
