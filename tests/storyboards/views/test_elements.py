import io
import json
import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from storyboards.models import Element, Shot
from tests import make
from tests.storyboards.views.conftest import HTMX

pytestmark = pytest.mark.django_db


@pytest.fixture
def marta(board):
    return board.elements.create(name="Marta", description="a girl in a yellow coat", version=1)


def page(row, name="element"):
    return reverse(name, args=[row.pk])


def form(element, **fields):
    """Return what the page of the element sends."""
    shown = {"name": element.name, "kind": element.kind, "description": element.description, "colour": element.colour}
    shown |= {"colours": element.colours, "voice": element.voice, "aliases": ""}
    return {**shown, "seen": json.dumps({**shown, "aliases": []}), **fields}


def picture(colour=(200, 30, 30), name="marta.png"):
    file = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(file, "PNG")
    file.name = name
    file.seek(0)
    return file


# --- the bible ------------------------------------------------------------------------------------------------------


def test_the_bible_shows_everything_with_where_it_is_used(bob, board, scene, shot, marta):
    coast = board.elements.create(name="Coast", kind="place")
    type(scene).objects.filter(pk=scene.pk).update(location=coast)
    shot.cast.add(marta)
    board.elements.create(name="Gone", kind="prop", deleted_at=board.created_at)

    text = bob.get(page(board, "bible")).content.decode()

    for words in ("Characters", "Places", "Marta", "a girl in a yellow coat", "1 shot<", "1 scene, 3 shots", "Gone"):
        assert words in text
    assert reverse("panel", args=[shot.pk, "x"]).rsplit("/", 1)[0] in text


def test_who_only_speaks_is_told_where(bob, board, scene, shot):
    ada = board.elements.create(name="Ada", aliases=["Grandmother"])
    line = {"speaker": "GRANDMOTHER", "direction": "O.S.", "text": "Lina!", "dual": False}
    Shot.objects.filter(pk=shot.pk).update(dialogue=[line])

    assert "only heard, in 1 shot" in bob.get(page(board, "bible")).content.decode()
    used = bob.get(page(ada)).context["used"]
    assert [(row.scene, row.shots, row.heard) for row in used] == [(scene, [], [shot])]

    shot.cast.add(ada)

    used = bob.get(page(ada)).context["used"]
    assert [(row.scene, row.shots, row.heard) for row in used] == [(scene, [shot], [])]


def test_a_character_is_shown_by_the_shot_with_the_least_company(bob, board, scene, marta):
    together, insert, alone = scene.shots.live()
    pip = board.elements.create(name="Pip")
    for shot, seen in ((together, [marta, pip]), (insert, [marta]), (alone, [marta])):
        shot.cast.set(seen)
    Shot.objects.filter(pk=insert.pk).update(size="INS")

    cards = bob.get(page(board, "bible")).context["bible"].groups[0].cards

    assert {card.element.name: card.first for card in cards} == {"Marta": alone, "Pip": together}


@pytest.mark.parametrize(("words", "found"), [("mart", True), ("YELLOW coat", True), ("jonas", False), ("<b>", False)])
def test_the_bible_is_searched_in_names_and_descriptions(bob, board, marta, words, found):
    for headers in ({}, HTMX):
        text = bob.get(page(board, "bible"), {"q": words}, headers=headers).content.decode()

        assert (page(marta) in text) is found
        assert ("<html" in text) is not bool(headers)


def test_the_bible_asks_as_much_for_many_as_for_few(bob, cast):
    counts = []
    for many in (2, 60):
        board = make.storyboard(cast.team, scenes=many // 2, shots=2)
        shots = list(Shot.objects.filter(scene__storyboard=board))
        for number, shot in enumerate(shots):
            shot.cast.add(board.elements.create(name=f"Person {number}"))
        board.scenes.update(location=board.elements.create(name="Coast", kind="place"))
        bob.get(page(board, "bible"))
        with CaptureQueriesContext(connection) as queries:
            bob.get(page(board, "bible"))
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_somebody_new_has_a_page_at_once(bob, board):
    response = bob.post(page(board, "add_element"), {"name": " Jonas  Berg ", "kind": "character"})

    jonas = board.elements.get()
    assert (response.status_code, response["Location"], jonas.name) == (303, page(jonas), "Jonas Berg")


@pytest.mark.parametrize(
    "fields", [{"name": "Marta", "kind": "character"}, {"name": " ", "kind": "prop"}, {"name": "X", "kind": "cat"}]
)
def test_what_cannot_be_added_is_said(bob, board, marta, fields):
    response = bob.post(page(board, "add_element"), fields)

    assert response.status_code == 422
    assert 'id="new-name-error"' in response.content.decode()
    assert board.elements.count() == 1


# --- one element ----------------------------------------------------------------------------------------------------


def test_saving_by_itself_answers_with_the_state_alone(bob, marta):
    response = bob.post(page(marta), form(marta, description="red", aliases="The girl, , M."), headers=HTMX)

    marta.refresh_from_db()
    assert (marta.description, marta.aliases, marta.version) == ("red", ["The girl", "M."], 2)
    assert "Saved" in response.content.decode()
    assert "<form" not in response.content.decode()


def test_saving_without_scripts_comes_back_to_the_page(bob, marta):
    response = bob.post(page(marta), form(marta, voice="low"))

    assert (response.status_code, response["Location"]) == (303, page(marta))


def test_two_tabs_save_different_fields_and_see_both_texts_of_the_same(bob, marta):
    old = form(marta)
    bob.post(page(marta), {**old, "voice": "low"}, headers=HTMX)

    merged = bob.post(page(marta), {**old, "colours": "red"}, headers=HTMX)
    clash = bob.post(page(marta), {**old, "voice": "high"}, headers=HTMX)

    marta.refresh_from_db()
    assert (merged.status_code, clash.status_code, marta.voice, marta.colours) == (200, 409, "low", "red")
    assert "low" in clash.content.decode()
    again = {**old, "voice": "high", **hidden(clash)}
    undecided = bob.post(page(marta), {**again, "description": "tall"}, headers=HTMX)
    marta.refresh_from_db()
    assert (undecided.status_code, marta.voice, marta.description) == (409, "low", "tall")
    decided = bob.post(
        page(marta), {**again, "description": "tall", **hidden(undecided), "settle": "mine"}, headers=HTMX
    )
    marta.refresh_from_db()
    assert (decided.status_code, marta.voice, marta.description) == (200, "high", "tall")


@pytest.mark.parametrize(
    ("field", "ending", "end"),
    [
        ("voice", "mine", "high"),
        ("voice", "theirs", "low"),
        ("voice", "both", "high"),
        ("description", "theirs", "low"),
        ("description", "both", "low\nhigh"),
    ],
)
def test_a_conflict_ends_as_the_person_decides(bob, marta, field, ending, end):
    old = form(marta)
    bob.post(page(marta), {**old, field: "low"}, headers=HTMX)
    clash = bob.post(page(marta), {**old, field: "high"}, headers=HTMX)
    shown = clash.content.decode()

    decided = bob.post(page(marta), {**old, field: "high", **hidden(clash), "settle": ending}, headers=HTMX)

    marta.refresh_from_db()
    assert all(word in shown for word in ("low", "high", "yours", "theirs"))
    assert ("Keep both texts" in shown) is (field == "description")
    assert (decided.status_code, getattr(marta, field)) == (200, end)
    assert ("element:decided" in decided.headers.get("HX-Trigger", "")) is (ending != "mine")


def hidden(response):
    """Return the hidden fields of an answer."""
    fields = re.findall(r'name="(seen|theirs)" value="([^"]*)"', response.content.decode())
    return {name: unescape(value) for name, value in fields}


@pytest.mark.parametrize(
    "fields", [{"name": ""}, {"name": "Pip"}, {"kind": "cat"}, {"colour": "#ff0000"}, {"name": "x" * 101}]
)
def test_what_cannot_be_saved_is_said_and_nothing_is_written(bob, board, marta, fields):
    board.elements.create(name="Pip")

    for headers in ({}, HTMX):
        response = bob.post(page(marta), form(marta, description="red", **fields), headers=headers)
        assert response.status_code == 422

    marta.refresh_from_db()
    assert (marta.name, marta.description) == ("Marta", "a girl in a yellow coat")


def test_the_page_says_where_it_is_seen(bob, shot, marta):
    shot.cast.add(marta)

    text = bob.get(page(marta)).content.decode()

    assert f"?shot={shot.pk}#shot-{shot.pk}" in text
    assert "EXT. ROCKY COAST - DUSK" in text


def test_who_only_looks_sees_no_fields(carol, marta):
    text = carol.get(page(marta)).content.decode()

    assert "a girl in a yellow coat" in text
    assert "<textarea" not in text
    assert page(marta, "delete_element") not in text


def test_out_of_the_trash_it_is_where_it_was(bob, board, shot, marta):
    shot.cast.add(marta)
    bob.post(page(marta, "delete_element"))
    gone = bob.get(page(marta)).status_code
    listed = page(marta, "restore_element") in bob.get(page(board, "bible")).content.decode()

    bob.post(page(marta, "restore_element"))

    assert (gone, listed, bob.get(page(marta)).status_code) == (404, True, 200)


def test_merging_is_asked_first_and_done_once(bob, board, shot, marta):
    martha = board.elements.create(name="Martha")
    shot.cast.add(martha)
    asked = bob.get(page(marta, "merge_element"), {"other": martha.pk}).content.decode()
    before = Element.objects.live().count()

    response = bob.post(page(marta, "merge_element"), {"other": martha.pk})
    twice = bob.post(page(marta, "merge_element"), {"other": martha.pk})

    assert "Martha</strong> becomes <strong>Marta" in asked
    assert (before, Element.objects.live().count(), response.status_code, twice.status_code) == (2, 1, 303, 404)
    assert [one.name for one in shot.cast.all()] == ["Marta"]


def test_merging_with_nobody_is_asked_again(bob, marta):
    assert bob.post(page(marta, "merge_element")).status_code == 422
    assert bob.get(page(marta, "merge_element"), {"other": "nonsense"}).status_code == 200


def test_what_is_not_the_same_is_asked_once(bob, board, marta):
    martha = board.elements.create(name="Martha")
    before = bob.get(page(board, "bible")).content.decode()

    bob.post(page(marta, "not_the_same"), {"other": martha.pk})

    assert "Are these the same?" in before
    assert "Are these the same?" not in bob.get(page(board, "bible")).content.decode()


# --- pictures -------------------------------------------------------------------------------------------------------


def test_pictures_are_brought_put_in_order_and_removed(bob, marta):
    files = [picture(), picture((30, 30, 200))]
    response = bob.post(page(marta, "add_pictures"), {"pictures": files})
    first, second = [row.asset_id for row in marta.pictures.all()]

    bob.post(page(marta, "move_picture"), {"picture": second, "to": "first"})
    moved = [row.asset_id for row in marta.pictures.all()]
    bob.post(page(marta, "remove_picture"), {"picture": second})

    assert response.status_code == 303
    assert (moved, [row.asset_id for row in marta.pictures.all()]) == ([second, first], [first])
    assert bob.get(reverse("asset", args=[first])).status_code == 200


def test_the_same_picture_shows_two_elements(bob, board, marta):
    pip = board.elements.create(name="Pip")

    for element in (marta, pip, marta):
        bob.post(page(element, "add_pictures"), {"pictures": picture()})

    assert [element.pictures.count() for element in (marta, pip)] == [1, 1]


def test_a_file_that_is_no_picture_is_said_and_the_other_is_kept(bob, marta):
    bad = io.BytesIO(b"<svg onload=alert(1)>")
    bad.name = "bad.svg"

    response = bob.post(page(marta, "add_pictures"), {"pictures": [bad, picture()]}, follow=True)

    assert marta.pictures.count() == 1
    assert "bad.svg: This is not a PNG, JPEG or WebP picture." in response.content.decode()


# --- the inspector --------------------------------------------------------------------------------------------------


def test_somebody_new_is_put_into_the_shot_by_kind(bob, shot):
    fields = {"name": "Brass key", "kind": "prop"}
    plain = bob.post(page(shot, "put_in"), fields)
    quick = bob.post(page(shot, "put_in"), {"name": "brass KEY", "kind": "prop"}, headers=HTMX)

    key = Element.objects.get()
    assert (plain.status_code, quick.status_code, key.kind) == (303, 200, "prop")
    assert [one.pk for one in shot.cast.all()] == [key.pk]
    assert f'id="cast-{shot.pk}"' in quick.content.decode()
    assert page(key) in quick.content.decode()


def test_the_scene_gets_its_place_from_the_inspector(bob, board, scene, shot):
    coast = board.elements.create(name="Coast", kind="place")

    bob.post(page(shot, "set_location"), {"location": coast.pk}, headers=HTMX)
    scene.refresh_from_db()
    there = scene.location
    bob.post(page(shot, "set_location"), {"location": ""})
    scene.refresh_from_db()

    assert (there, scene.location) == (coast, None)


def test_a_person_or_another_boards_place_is_no_place(bob, cast, shot, marta):
    elsewhere = make.storyboard(cast.team).elements.create(name="Coast", kind="place")

    for wrong in (marta, elsewhere):
        assert bob.post(page(shot, "set_location"), {"location": wrong.pk}).status_code == 404


def test_elements_in_the_trash_are_not_offered(bob, board, shot, marta):
    shot.cast.add(marta)
    bob.post(page(marta, "delete_element"))

    assert "Marta" not in bob.get(page(shot, "inspector"), headers=HTMX).content.decode().replace(shot.action, "")
