import gzip
import re
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from storyboards import editing
from storyboards.models import Element, Scene, Shot, Storyboard, Take
from tests import make
from tests.storyboards.views.conftest import HTMX

# What people store to break a page: markup, attributes, htmx, templates, addresses, odd letters.
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    '" hx-get="/evil" hx-trigger="load',
    "<div hx-get=/evil hx-trigger=load>",
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "{{ 7|add:7 }}{% now 'Y' %}",
    "javascript:alert(1)",
    "&lt;b&gt;&amp;quot;",
    "\u202egnp.exe \u2066<b>\u2069",
    "]]><!--<b>",
]


class Tags(HTMLParser):
    """Collects the elements of a page and the attributes that make something happen."""

    def __init__(self, text):
        super().__init__()
        self.names, self.attributes, self.ids = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value)
            if name.startswith(("on", "hx-", "style")) or value == "/evil":
                self.attributes.append((tag, name, value))


def url(name, row):
    return reverse(name, args=[row.pk])


def filled_with(board, text):
    """Put `text` into every field of the board that people fill in."""
    Storyboard.objects.filter(pk=board.pk).update(title=text[:200])
    board.team.name = text[:100]
    board.team.save()
    Scene.objects.filter(storyboard=board).update(place=text, time_of_day=text[:80], synopsis=text, number=text[:20])
    line = {"speaker": text, "text": text, "direction": text, "dual": True}
    Shot.objects.filter(scene__storyboard=board).update(action=text, notes=text, dialogue=[line])
    Element.objects.filter(storyboard=board).delete()
    Element.objects.create(storyboard=board, name=text[:100], description=text)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_store_is_shown_as_text(bob, cast, board, text):
    shot = Shot.objects.first()
    pages = [
        url("storyboard", board) + f"?shot={shot.pk}",
        reverse("storyboards"),
        url("history", board),
        url("storyboard_settings", board),
        url("inspector", shot),
        url("move_shot", shot),
        url("edit_scene", shot.scene),
        url("board_head", board),
    ]
    before = tags_with(bob, cast, board, "Plain words", pages)

    after = tags_with(bob, cast, board, text, pages)

    for page, plain, hostile in zip(pages, before, after, strict=True):
        assert set(hostile.names) <= set(plain.names) | {"br"}, page
        assert hostile.names.count("script") == plain.names.count("script")
        assert {pair[:2] for pair in hostile.attributes} <= {pair[:2] for pair in plain.attributes}
        assert [pair for pair in hostile.attributes if pair[2] == "/evil"] == []


def tags_with(browser, cast, board, text, pages):
    """Return the elements of `pages` when `text` stands in every field."""
    filled_with(board, text)
    editing.edit_shot(Shot.objects.first(), by=cast.bob, changes={"notes": text + "!"})
    return [Tags(browser.get(page).content.decode()) for page in pages]


def test_the_number_of_queries_never_grows(bob, cast):
    counts = {}
    for shots in (10, 100, 500):
        board = make.storyboard(cast.team, scenes=shots // 5, shots=5)
        rows = list(Shot.objects.filter(scene__storyboard=board))
        Take.objects.bulk_create(Take(shot=row, number=1, backend="sketch", request={}) for row in rows[: shots // 2])
        marta = board.elements.create(name="Marta")
        for row in rows[:20]:
            row.cast.add(marta)
        bob.get(url("storyboard", board))
        with CaptureQueriesContext(connection) as queries:
            response = bob.get(url("storyboard", board))
        counts[shots] = len(queries)

    assert len(set(counts.values())) == 1, counts
    assert counts[500] <= 15, counts
    assert response.content.decode().count('<article class="shot"') == 500
    assert len(gzip.compress(response.content)) < 150_000


def test_the_home_page_asks_as_much_for_many_as_for_few(bob, cast):
    counts = []
    for boards in (1, 20):
        for _ in range(boards):
            make.storyboard(cast.team, scenes=2, shots=2)
        with CaptureQueriesContext(connection) as queries:
            bob.get(reverse("storyboards"))
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_fragments_ask_little(bob, board, scene):
    shot = scene.shots.first()
    bob.get(url("storyboard", board))  # the first look of a month also grants its credits
    counts = {}
    for name, row in (("shot", shot), ("scene", scene), ("board_head", board)):
        with CaptureQueriesContext(connection) as queries:
            bob.get(url(name, row), headers=HTMX)
        counts[name] = len(queries)

    assert max(counts.values()) <= 9, counts


def test_the_board_shows_slates_lengths_framing_and_figures(bob, board):
    page = bob.get(url("storyboard", board)).content.decode()

    assert re.findall(r"Shot </span>(\w+)</h3>", page) == ["1", "1A", "1B", "2", "2A", "2B"]
    assert page.count('<p class="length">2.0 s</p>') == 6
    assert page.count('<p class="secondary">Wide, static</p>') == 6
    assert "00:00:12:00" in page
    assert "6 shots in 2 scenes" in page
    assert "0:06, 3 shots." in page


def test_no_id_stands_twice(bob, board):
    shot = Shot.objects.first()

    ids = Tags(bob.get(url("storyboard", board) + f"?shot={shot.pk}").content.decode()).ids

    assert sorted(ids) == sorted(set(ids))


def test_a_viewer_sees_no_control_that_changes_the_board(carol, board):
    page = carol.get(url("storyboard", board)).content.decode()

    for name in ("add_shot", "move_shot", "edit_scene", "add_scene", "delete_shot", "storyboard_settings"):
        ending = reverse(name, args=[1]).split("1")[-1]
        assert not re.search(rf'(action|href|hx-post|formaction|data-move-url)="[^"]*\d+{ending}"', page), name
    assert page.count('<article class="shot"') == 6


def test_the_board_opens_with_a_shot_in_the_inspector(bob, board):
    shot = Shot.objects.first()

    page = bob.get(url("storyboard", board) + f"?shot={shot.pk}").content.decode()

    assert f'data-inspects="{shot.pk}"' in page


@pytest.mark.parametrize("shot", ["", "x", "0", "9" * 30, "-1"])
def test_a_shot_that_is_none_leaves_the_inspector_empty(bob, board, shot):
    response = bob.get(url("storyboard", board), {"shot": shot})

    assert response.status_code == 200
    assert "data-inspects" not in response.content.decode()


def test_the_panels_alone_are_a_fragment(bob, board):
    headers = HTMX | {"HX-Target": f"panels-{board.pk}"}

    fragment = bob.get(url("storyboard", board), headers=headers).content.decode().strip()

    assert fragment.startswith(f'<div class="panels" id="panels-{board.pk}"')
    assert fragment.count("<section") == 2


def test_the_head_brings_the_list_of_scenes_along(bob, board):
    page = bob.get(url("storyboard", board)).content.decode()

    fragment = bob.get(url("board_head", board), headers=HTMX).content.decode()

    assert 'id="figures"' in fragment
    assert re.findall(r'id="(\w+)"[^>]*hx-swap-oob="true"', fragment.replace("\n", " ")) == ["scenes"]
    assert 'id="scenes"' in page
    assert "hx-swap-oob" not in page


def states(html):
    """Return the states of scenes as they are told, by the list of scenes or by the scenes themselves."""
    return re.findall(r'data-state="(\w+)"', html)


def test_the_outline_tells_the_states_that_the_scenes_have(bob, cast, board):
    page = bob.get(url("storyboard", board)).content.decode()
    shown = states(page)
    first = board.scenes.live().first()

    assert shown[:2] == shown[2:]
    assert states(bob.get(url("board_head", board), headers=HTMX).content.decode()) == shown[:2]
    assert states(bob.get(url("scene", first), headers=HTMX).content.decode()) == shown[:1]


@pytest.mark.parametrize(
    "change",
    [
        lambda shot, by: editing.move_shot(shot, by=by, after=0),
        lambda shot, by: editing.delete_shot(shot, by=by),
        lambda shot, by: editing.edit_shot(shot, by=by, changes={"frames": 7}),
        lambda shot, by: editing.edit_scene(shot.scene, by=by, changes={"place": "PIER"}),
        lambda shot, by: editing.edit_scene(shot.scene, by=by, changes={"omitted": True}),
    ],
)
def test_a_deed_changes_the_state_of_its_scene_alone(bob, cast, board, change):
    before = states(bob.get(url("board_head", board), headers=HTMX).content.decode())

    change(board.scenes.live().first().shots.live().last(), cast.alice)

    after = states(bob.get(url("board_head", board), headers=HTMX).content.decode())
    assert [old == new for old, new in zip(before, after, strict=True)] == [False, True]


def test_what_is_counted_through_changes_the_states_behind_it(bob, cast, board):
    board.numbering = "european"
    board.save()
    before = states(bob.get(url("board_head", board), headers=HTMX).content.decode())

    editing.delete_shot(board.scenes.live().first().shots.live().last(), by=cast.alice)

    after = states(bob.get(url("board_head", board), headers=HTMX).content.decode())
    assert all(old != new for old, new in zip(before, after, strict=True))


def test_an_empty_board_has_one_thing_to_do(bob, cast):
    board = make.storyboard(cast.team, scenes=0)

    page = bob.get(url("storyboard", board)).content.decode()

    assert "Add the first scene" in page


def test_the_history_tells_who_did_what(bob, cast, board):
    first, second, third = Shot.objects.filter(scene=board.scenes.live().first())
    editing.edit_shot(first, by=cast.alice, changes={"action": "Rain.", "size": "CU"})
    editing.move_shot(third, by=cast.bob, after=0)
    editing.delete_shot(second, by=None)

    page = re.sub(r"<[^>]+>", "", bob.get(url("history", board)).content.decode())

    assert "Alice changed action and size of shot 1A" in page
    assert "Bob moved shot 1" in page
    assert "Somebody who left deleted the shot “Marta climbs the path with a lantern.”" in page
    assert "Rain." in page
