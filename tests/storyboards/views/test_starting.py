import pytest
from django.urls import reverse

from storyboards.models import Storyboard
from tests import make

NEW = "/storyboards/new/"
SETTINGS = {"aspect": "16:9", "rate": "24/1", "look": "flat"}


def test_the_page_offers_script_example_template_and_nothing(bob, board):
    Storyboard.objects.filter(pk=board.pk).update(is_template=True)

    text = bob.get(NEW).text

    assert all(words in text for words in ("The last lamp", "Music video", "Empty board", "Template of Alice’s studio"))


def test_an_empty_board(bob):
    answer = bob.post(NEW, SETTINGS | {"step": "empty", "title": " My  film ", "aspect": "1:1"})

    made = Storyboard.objects.get()
    assert (answer.status_code, made.title, made.aspect, made.scenes.count()) == (303, "My film", "1:1", 0)
    assert bob.get(answer.url).status_code == 200


def test_a_template_of_the_studio(bob, cast):
    bob.post(NEW, SETTINGS | {"template": "music-video", "title": "Our song", "team": cast.team.pk})

    made = Storyboard.objects.get()
    assert (made.title, made.scenes.count(), made.created_by, made.team) == ("Our song", 4, cast.bob, cast.team)


def test_a_template_of_the_team(bob, board):
    bob.post(reverse("template_storyboard", args=[board.pk]), {"template": "1"})

    answer = bob.post(NEW, SETTINGS | {"template": board.pk, "title": "Next one"})

    made = Storyboard.objects.get(title="Next one")
    assert answer.url == reverse("storyboard", args=[made.pk])
    assert (made.scenes.count(), made.is_template) == (2, False)


@pytest.mark.parametrize("template", ["../the-umbrella", "999999", "0", "9" * 30, "", "²"])
def test_a_template_that_is_none(bob, template):
    assert bob.post(NEW, SETTINGS | {"template": template}).status_code == 404
    assert not Storyboard.objects.exists()


def test_another_teams_storyboard_is_no_template(client, cast, board):
    client.force_login(cast.charlie)

    assert client.post(NEW, SETTINGS | {"template": board.pk}).status_code == 404


def test_wrong_settings_make_nothing(bob):
    answer = bob.post(NEW, SETTINGS | {"step": "empty", "aspect": "7:3"})

    assert (answer.status_code, Storyboard.objects.exists()) == (422, False)


def test_templates_stand_apart_on_the_first_page(bob, board, cast):
    make.storyboard(cast.team, title="Another one")
    bob.post(reverse("template_storyboard", args=[board.pk]), {"template": "1"})

    page = bob.get(reverse("storyboards"))

    assert [cover.storyboard.title for cover in page.context["covers"]] == ["Another one"]
    assert [cover.storyboard for cover in page.context["templates"]] == [board]
    assert "No longer a template" in page.text
    bob.post(reverse("template_storyboard", args=[board.pk]), {"template": "0"})
    assert bob.get(reverse("storyboards")).context["templates"] == []


def test_a_template_is_found_by_its_words_too(bob, board):
    bob.post(reverse("template_storyboard", args=[board.pk]), {"template": "1"})

    page = bob.get(reverse("storyboards"), {"q": "lamp"})

    assert [cover.storyboard for cover in page.context["covers"]] == [board]


def test_a_storyboard_is_duplicated_from_its_menu(bob, board, cast):
    page = bob.get(reverse("duplicate_storyboard", args=[board.pk]))
    assert 'value="The Last Lamp, copy"' in page.text

    answer = bob.post(reverse("duplicate_storyboard", args=[board.pk]), {"title": "Second try"}, follow=True)

    made = Storyboard.objects.get(title="Second try")
    assert "Second try" in answer.text
    assert (made.scenes.count(), made.created_by) == (2, cast.bob)


def test_takes_without_room_are_refused_on_the_page(bob, board, monkeypatch):
    from tests.storyboards.archive_file.rich import take

    take(board.scenes.first().shots.first(), 1)
    monkeypatch.setattr("storyboards.duplicating.stored_bytes", lambda team: 5 * 1024**3)

    answer = bob.post(reverse("duplicate_storyboard", args=[board.pk]), {"title": "x", "takes": "on"})

    assert (answer.status_code, Storyboard.objects.count()) == (422, 1)
    assert "no room" in answer.text


def test_the_history_says_where_a_storyboard_came_from(bob, board):
    bob.post(reverse("duplicate_storyboard", args=[board.pk]), {"title": "Second try"})

    made = Storyboard.objects.get(title="Second try")
    assert "made the storyboard as a copy of another: 6 shots" in bob.get(reverse("history", args=[made.pk])).text
