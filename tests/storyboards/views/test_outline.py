"""What an open shot list or timeline follows: empty places, in the order and the states of the whole view."""

import re

import pytest
from django.urls import reverse

from storyboards import columns, editing
from storyboards.models import Element, Shot, Take
from tests import make
from tests.storyboards.views.conftest import HTMX

PART = re.compile(r'<(?:tr|li) class="(?:entry|block)[^"]*" id="shot-(\d+)"[^>]* data-state="(\w+)"[^>]*>')
QUERIES = [
    *(f"sort={name}" for name in columns.ALL),
    "sort=-backend",
    "text=marta",
    "text=wuff&sort=length",
    "take=with",
    "take=without&sort=cost",
    "status=failed",
    "status=circled",
    "omitted=hidden&sort=cast",
    "size=WS&text=coast",
    "scene=x",
    "cast=0",
]


def parts(page):
    """Return key and state of each row or block, first to last."""
    return PART.findall(page)


def whole(client, name, board, query=""):
    return client.get(reverse(name, args=[board.pk]) + query).content.decode()


def outline(client, name, board, query=""):
    headers = {**HTMX, "HX-Target": f"storyboard-{board.pk}"}
    return client.get(reverse(name, args=[board.pk]) + query, headers=headers).content.decode()


@pytest.fixture
def varied(board):
    """A board whose shots differ in all that can be asked."""
    marta = Element.objects.create(storyboard=board, name="Marta")
    coast = Element.objects.create(storyboard=board, kind="location", name="Coast")
    board.scenes.filter(pk=board.scenes.live()[1].pk).update(location=coast, number="7")
    shots = list(Shot.objects.filter(scene__storyboard=board).order_by("scene__position", "position"))
    shots[1].cast.add(marta)
    shots[4].cast.add(marta, coast)
    done = make.take(shots[0], state=Take.State.DONE, cost=9, backend="sketch")
    make.take(shots[2], state=Take.State.FAILED, cost=3)
    make.take(shots[2], number=2, state=Take.State.DONE, cost=1)
    make.take(shots[3], state=Take.State.WORKING)
    Shot.objects.filter(pk=shots[0].pk).update(circled_take=done, size="CU", frames=12)
    Shot.objects.filter(pk=shots[2].pk).update(omitted=True, notes="Needs a giraffe", backend="other")
    Shot.objects.filter(pk=shots[4].pk).update(dialogue=[{"speaker": "PIP", "text": "Wuff", "direction": ""}])
    editing.delete_shot(shots[5], by=None)
    return board, marta


@pytest.mark.parametrize("query", ["", *QUERIES])
def test_the_outline_of_the_list_has_the_order_and_the_states_of_the_whole(bob, varied, query):
    board, _marta = varied
    found = parts(whole(bob, "shot_list", board, f"?{query}"))

    assert parts(outline(bob, "shot_list", board, f"?columns=size,cast&{query}")) == found


def test_who_is_in_the_shots_is_asked_of_the_outline_too(bob, varied):
    board, marta = varied

    page = outline(bob, "shot_list", board, f"?cast={marta.pk}&size=CU&columns=size")

    assert parts(page) == []
    assert "In the shot: Marta" in page
    assert len(parts(outline(bob, "shot_list", board, f"?cast={marta.pk}"))) == 2
    nobody = board.elements.create(name="Nobody")
    assert parts(outline(bob, "shot_list", board, f"?cast={nobody.pk}")) == []


def test_the_outline_of_the_timeline_has_the_lengths_of_the_whole(bob, varied):
    board, _marta = varied
    full, told = whole(bob, "timeline", board), outline(bob, "timeline", board)
    length = re.compile(r'id="shot-(\d+)"[^>]* data-frames="(\d+)"')

    assert len(parts(full)) == 5
    assert parts(told) == parts(full)
    assert length.findall(told) == length.findall(full)
    assert re.search(r'data-total="\d+"', told)[0] == re.search(r'data-total="\d+"', full)[0]


@pytest.mark.parametrize("name", ["shot_list", "timeline"])
def test_an_outline_is_empty_places(bob, board, shot, name):
    page = outline(bob, name, board)

    assert len(parts(page)) == 6
    assert shot.action not in page
    assert page.count("<td data-column") == page.count("<img") == 0


@pytest.mark.parametrize(("view", "part"), [("shot_list", "shot_row"), ("timeline", "shot_block")])
def test_a_part_by_itself_has_the_state_of_the_outline(bob, board, view, part):
    told = parts(outline(bob, view, board))
    first, *others = [key for key, _state in told]

    answer = bob.get(reverse(part, args=[first]), {"with": others}, headers=HTMX).content.decode()

    assert parts(answer)[0] == told[0]
    assert sorted(parts(answer)) == sorted(told)
    assert answer.count('hx-swap-oob="true"') == len(others)


@pytest.mark.parametrize("changes", [{"lens": "35 mm"}, {"frames": 71}, {"omitted": True}, {"cast": "Marta"}])
def test_a_shot_that_was_changed_is_in_another_state_and_no_other_is(bob, board, shot, cast, changes):
    if "cast" in changes:
        changes = {"cast": [board.elements.create(name=changes["cast"]).pk]}
    before = dict(parts(outline(bob, "shot_list", board)))

    editing.edit_shot(shot, by=cast.adam, changes=changes)

    after = dict(parts(outline(bob, "shot_list", board)))
    assert [int(key) for key in before if before[key] != after[key]] == [shot.pk]
    answer = bob.get(reverse("shot_row", args=[shot.pk]), headers=HTMX).content.decode()
    assert parts(answer) == [(str(shot.pk), after[str(shot.pk)])]


def test_a_cell_that_was_saved_comes_back_with_its_state(bob, board, shot):
    data = {"column": "lens", "lens": "35 mm", "columns": "lens"}
    answer = bob.post(reverse("edit_cell", args=[shot.pk]), data, headers={"Sec-Fetch-Mode": "cors"})

    assert parts(answer.content.decode()) == parts(outline(bob, "shot_list", board))[:1]


@pytest.mark.parametrize("part", ["shot_row", "shot_block"])
def test_with_a_shot_come_only_others_of_its_board(bob, cast, shot, part):
    elsewhere = make.storyboard(cast.team, scenes=1, shots=1).scenes.get().shots.get()
    strangers = make.storyboard(cast.charlie.teams.get(), scenes=1, shots=1).scenes.get().shots.get()
    gone = shot.scene.shots.live()[1]
    editing.delete_shot(gone, by=cast.adam)

    asked = [elsewhere.pk, strangers.pk, gone.pk, "x", "9" * 30]
    answer = bob.get(reverse(part, args=[shot.pk]), {"with": asked}, headers=HTMX)

    assert [key for key, _state in parts(answer.content.decode())] == [str(shot.pk)]


def test_the_columns_of_the_page_stay_those_of_the_page(bob, board):
    page = outline(bob, "shot_list", board, "?columns=notes,size&sort=-notes")

    assert re.findall(r'data-head="(\w+)"', page) == ["slate", "notes", "size"]
    pushed = re.findall(r'hx-push-url="([^"]*)"', page)
    assert pushed
    assert not [url for url in pushed if "columns" in url]
    assert re.search(r'hx-get="[^"]*/list/\?sort=-notes&amp;columns=notes%2Csize" hx-trigger="refresh"', page)
