import re

import pytest
from django.urls import reverse

from storyboards import editing
from tests import make
from tests.storyboards.views.conftest import HTMX


def titles(response):
    return re.findall(r"<h2><a href=\"[^\"]+\">([^<]+)</a></h2>", response.content.decode())


@pytest.fixture
def boards(cast):
    lamp = make.storyboard(cast.team, title="The Last Lamp", shots=2, script="EXT. ROCKY COAST - DUSK")
    umbrella = make.storyboard(cast.team, title="The Umbrella", scenes=0, script="It rained in Lisbon.")
    make.storyboard(cast.charlie.teams.get(), title="Not yours")
    return lamp, umbrella


def test_one_sees_the_storyboards_of_ones_teams_newest_first(bob, boards):
    assert titles(bob.get(reverse("storyboards"))) == ["The Umbrella", "The Last Lamp"]


def test_a_cover_tells_shots_and_length(bob, boards):
    page = bob.get(reverse("storyboards")).content.decode()

    assert "2 shots, 0:04" in page
    assert "0 shots, 0:00" in page
    assert page.count('<img src="/shots/') == 1


@pytest.mark.parametrize(
    ("words", "found"), [("lamp", ["The Last Lamp"]), ("rained lisbon", ["The Umbrella"]), ("zebra", [])]
)
def test_search_looks_into_titles_and_scripts(bob, boards, words, found):
    assert titles(bob.get(reverse("storyboards"), {"q": words})) == found


def test_search_by_a_fragment_is_the_list_alone(bob, boards):
    headers = HTMX | {"HX-Target": "covers"}

    fragment = bob.get(reverse("storyboards"), {"q": "lamp"}, headers=headers).content.decode().strip()

    assert fragment.startswith('<div id="covers">')
    assert "<html" not in fragment


def test_put_away_and_taken_out_again(bob, boards):
    lamp = boards[0]

    put_away = bob.post(reverse("archive_storyboard", args=[lamp.pk]))
    listed, archive = bob.get(reverse("storyboards")), bob.get(reverse("storyboards"), {"archived": "1"})
    bob.post(reverse("restore_storyboard", args=[lamp.pk]))

    assert put_away.status_code == 303
    assert (titles(listed), titles(archive)) == (["The Umbrella"], ["The Last Lamp"])
    assert sorted(titles(bob.get(reverse("storyboards")))) == ["The Last Lamp", "The Umbrella"]


def test_an_empty_home_has_one_verb_and_the_examples(client, alice):
    client.force_login(alice)

    page = client.get(reverse("storyboards")).content.decode()

    assert "No storyboard yet" in page
    assert re.findall(r"\?example=([\w.-]+)", page) == [
        "the-last-lamp.fountain",
        "the-umbrella.txt",
        "why-cities-need-trees.md",
    ]


def test_an_empty_search_and_an_empty_archive_say_so(bob, boards):
    assert "Nothing with “zebra”" in bob.get(reverse("storyboards"), {"q": "zebra"}).content.decode()
    assert "The archive is empty" in bob.get(reverse("storyboards"), {"archived": "1"}).content.decode()


def test_a_viewer_cannot_put_away(carol, boards):
    page = carol.get(reverse("storyboards")).content.decode()

    assert f"/storyboards/{boards[0].pk}/archive/" not in page


def test_many_storyboards_come_in_pages(bob, cast):
    for number in range(30):
        make.storyboard(cast.team, scenes=0, title=f"Board {number}")

    first, second = bob.get(reverse("storyboards")), bob.get(reverse("storyboards"), {"page": "2"})

    assert (len(titles(first)), len(titles(second))) == (24, 6)
    assert len(set(titles(first) + titles(second))) == 30
    assert bob.get(reverse("storyboards"), {"page": "999"}).status_code == 200


def test_an_edited_storyboard_comes_first(bob, cast, boards):
    editing.edit_shot(boards[0].scenes.get().shots.first(), by=cast.bob, changes={"notes": "x"})

    assert titles(bob.get(reverse("storyboards")))[0] == "The Last Lamp"
