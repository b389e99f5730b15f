import re

import pytest
from django.urls import reverse

from storyboards import editing
from tests.storyboards.views.conftest import HTMX


@pytest.fixture
def line(bob, shot):
    """Return the words of the line that the open inspector fetches again."""
    page = bob.get(reverse("inspector", args=[shot.pk]), headers=HTMX).content.decode()
    address = re.search(r'hx-get="([^"]+/meanwhile/\?since=\d+)"', page)[1]

    def fetch():
        answer = bob.get(address, headers=HTMX).content.decode()
        assert f'hx-get="{address}"' in answer
        return " ".join(re.sub(r"<[^>]+>", " ", answer).split())

    return fetch


def test_who_changed_the_shot_since_is_told(line, cast, shot):
    assert line() == ""

    editing.edit_shot(shot, by=cast.alice, changes={"size": "CU"})
    assert line() == "Alice changed this shot meanwhile. Show it as it is now"

    editing.edit_shot(shot, by=cast.adam, changes={"action": "Rain."})
    editing.edit_shot(shot, by=cast.alice, changes={"action": "Snow."})
    assert line().startswith("Alice and Adam changed this shot")


def test_what_one_did_oneself_and_what_the_form_does_not_show_is_not_told(line, cast, shot):
    editing.edit_shot(shot, by=cast.bob, changes={"size": "CU"})
    editing.shift_shot(shot, by=cast.alice, step="right")
    editing.edit_shot(shot, by=None, changes={"notes": "Left."})

    assert line() == ""


@pytest.mark.parametrize("since", ["", "x", "-1"])
def test_without_a_version_there_is_nothing_to_tell(bob, cast, shot, since):
    editing.edit_shot(shot, by=cast.alice, changes={"size": "CU"})

    answer = bob.get(reverse("meanwhile", args=[shot.pk]), {"since": since})

    assert answer.status_code == 200
    assert "Alice" not in answer.content.decode()
