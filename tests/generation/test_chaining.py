"""A long take made of parts: each goes on from the picture on which the one before it ended."""

import os
from itertools import pairwise

import cv2
import numpy as np
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from generation import filing
from generation.backends import get_backend
from generation.backends.base import Rejected
from generation.requesting import request_take
from generation.running import run_until_done
from generation.storing import take_out
from storyboards.models import Take
from tests import make
from tests.generation.backends.contract import a_request

pytestmark = pytest.mark.django_db

SKETCH = {"BACKEND": "generation.backends.sketch.SketchBackend", "OPTIONS": {"longest": "1"}}


@pytest.fixture(autouse=True)
def _sketch(settings):
    settings.GENERATION_BACKENDS = {"sketch": SKETCH}


@pytest.fixture
def shot(team):
    return make.storyboard(team).scenes.get().shots.get()


def frames(path) -> list[np.ndarray]:
    film, read = cv2.VideoCapture(str(path)), []
    while (got := film.read())[0]:
        read.append(got[1].astype(float))
    return read


def test_a_part_begins_where_the_one_before_it_ended(shot, alice, tmp_path):
    shot.frames, shot.action = 48, "A man in a red coat runs."
    shot.move, shot.move_direction = "pan", "right"
    shot.save()
    take = request_take(shot, "sketch", alice)

    run_until_done([take.pk])

    take.refresh_from_db()
    first, second = (job.request for job in take.jobs.order_by("ordinal"))
    take_out(take.mezzanine.stored_name, tmp_path / "whole.mp4")
    pictures = frames(tmp_path / "whole.mp4")
    steps = [np.abs(a - b).mean() for a, b in pairwise(pictures)]
    assert take.state == Take.State.DONE
    assert first["start_image"] == ""
    assert default_storage.exists(second["start_image"])
    assert first["seed"] == second["seed"]
    assert len(pictures) == 48
    assert steps[23] < 1.5 * max(steps[12:23] + steps[24:36])


def test_a_picture_to_begin_with_is_the_first_frame(tmp_path):
    picture = np.zeros((90, 160, 3), np.uint8)
    picture[:, :80] = (40, 60, 220)
    name = default_storage.save("pictures/start.png", ContentFile(cv2.imencode(".png", picture)[1].tobytes()))
    request = a_request(start_image=name, frames=24, width=320, height=180)

    get_backend("sketch").draw(request, tmp_path / "take.mp4", on_progress=lambda share: None)

    first, *_rest, last = frames(tmp_path / "take.mp4")
    above_the_mark = slice(0, 150)
    expected = cv2.resize(picture, (320, 180)).astype(float)[above_the_mark]
    assert np.abs(first[above_the_mark] - expected).mean() < 6
    assert np.abs(last[above_the_mark] - expected).mean() > 30


def test_a_picture_that_is_gone_is_told_so(tmp_path):
    request = a_request(start_image="pictures/gone.png")

    with pytest.raises(Rejected, match="no longer there"):
        get_backend("sketch").draw(request, tmp_path / "take.mp4", on_progress=lambda share: None)


def test_what_is_no_picture_is_refused(tmp_path):
    name = default_storage.save("pictures/words.png", ContentFile(b"not a picture"))
    request = a_request(start_image=name)

    with pytest.raises(Rejected, match="cannot be read"):
        get_backend("sketch").draw(request, tmp_path / "take.mp4", on_progress=lambda share: None)


def test_the_last_picture_of_a_part_stays_until_the_take_is_done(shot, alice):
    shot.frames = 30
    shot.save()
    take = request_take(shot, "sketch", alice)
    run_until_done([take.pk])
    last = take.jobs.get(ordinal=2).request["start_image"]
    os.utime(default_storage.path(last), (0, 0))

    Take.objects.update(state=Take.State.WORKING)
    during = filing.orphan_files()
    Take.objects.update(state=Take.State.DONE)

    assert (during, filing.orphan_files()) == (0, 1)
    assert not default_storage.exists(last)
