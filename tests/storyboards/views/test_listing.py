import re

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from storyboards import columns, editing
from storyboards.models import Edit, Element, Scene, Shot, ShotListLayout, Take
from tests import make
from tests.storyboards.views.conftest import HTMX

# The panels ask up to twelve; the list asks for the bible and for the person's columns besides.
MOST_QUERIES = 15


def list_url(board, query=""):
    return reverse("shot_list", args=[board.pk]) + query


def rows(response):
    """Return the keys of the shots in the table, first to last."""
    return [int(pk) for pk in re.findall(r'<tr class="entry[^"]*" id="shot-(\d+)"', response.content.decode())]


def cell(response, pk, column):
    """Return the HTML of a cell."""
    row = re.search(rf'<tr class="entry[^"]*" id="shot-{pk}".*?</tr>', response.content.decode(), re.DOTALL)[0]
    return re.search(rf'data-column="{column}"[^>]*>(.*?)</td>', row, re.DOTALL)[1]


def heads(response):
    return re.findall(r'data-head="(\w+)"', response.content.decode())


def in_film(board):
    return list(Shot.objects.filter(scene__storyboard=board).order_by("scene__position", "position"))


def save(client, shot, column, seen=None, **values):
    data = {"column": column, **({"seen": seen} if seen is not None else {}), **values}
    return client.post(reverse("edit_cell", args=[shot.pk]), data, headers={"Sec-Fetch-Mode": "cors"})


def test_rows_stand_under_their_scenes_in_the_order_of_the_film(bob, board):
    response = bob.get(list_url(board))

    assert rows(response) == [shot.pk for shot in in_film(board)]
    assert response.content.decode().count('scope="rowgroup"') == 2


def test_the_usual_columns_stand_behind_the_slate(bob, board):
    assert heads(bob.get(list_url(board))) == ["slate", *(name for name in columns.USUAL if name != "slate")]


def test_a_viewer_reads_the_list_and_cannot_type_or_tick(carol, board):
    page = carol.get(list_url(board)).content.decode()

    assert "data-cell-url" not in page
    assert "data-editor" not in page
    assert 'name="shot"' not in page


def test_what_people_write_stays_text(bob, board, shot):
    Shot.objects.filter(pk=shot.pk).update(
        action='<img src=x onerror="alert(1)">', lens="</td><script>", notes="{{ 7 }}"
    )

    page = bob.get(list_url(board)).content.decode()

    assert "<img src=x" not in page
    assert "</td><script>" not in page
    assert "{{ 7 }}" in page


@pytest.mark.parametrize("takes", [0, 1])
def test_a_longer_list_asks_no_more_of_the_database(bob, cast, takes, django_assert_max_num_queries):
    short = make.storyboard(cast.team, scenes=1, shots=2)
    long = make.storyboard(cast.team, scenes=6, shots=8)
    for shot in [*in_film(short), *in_film(long)] * takes:
        make.take(shot, state=Take.State.DONE)
    bob.get(list_url(long))

    with CaptureQueriesContext(
        connection,
    ) as for_short:
        bob.get(list_url(short))
    with django_assert_max_num_queries(MOST_QUERIES) as for_long:
        bob.get(list_url(long))

    assert len(for_short) == len(for_long)


def test_what_a_shot_cost_and_will_cost_stands_in_its_row(bob, board):
    done, working, waiting, *_ = in_film(board)
    make.take(done, state=Take.State.DONE, cost=66)
    make.take(working, estimate=12)

    response = bob.get(list_url(board))

    assert [cell(response, shot.pk, "cost").strip() for shot in (done, working, waiting)] == ["66", "12", "0"]


def test_an_omitted_shot_says_so(bob, board, shot):
    Shot.objects.filter(pk=shot.pk).update(omitted=True)

    response = bob.get(list_url(board))

    assert cell(response, shot.pk, "status") == "omitted"
    assert f'class="entry omitted" id="shot-{shot.pk}"' in response.content.decode()


# ---- found


@pytest.fixture
def varied(board):
    """Six shots that differ, first to last."""
    shots = in_film(board)
    marta = Element.objects.create(storyboard=board, name="Marta")
    for shot, size, frames in zip(
        shots, ("CU", "WS", "MS", "CU", "INS", "EWS"), (48, 12, 96, 24, 240, 60), strict=True
    ):
        Shot.objects.filter(pk=shot.pk).update(size=size, frames=frames, action=f"Shot of {size}")
    shots[1].cast.add(marta)
    make.take(shots[0], state=Take.State.DONE)
    make.take(shots[3], state=Take.State.FAILED)
    Shot.objects.filter(pk=shots[2].pk).update(omitted=True, notes="Needs a Giraffe")
    Shot.objects.filter(pk=shots[4].pk).update(dialogue=[{"speaker": "PIP", "text": "Wuff", "direction": ""}])
    return [shot.pk for shot in shots], marta


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("size=CU", [0, 3]),
        ("text=giraffe", [2]),
        ("text=wuff", [4]),
        ("text=marta", [1]),
        ("take=without", [1, 2, 3, 4, 5]),
        ("take=with", [0]),
        ("status=failed", [3]),
        ("status=uncircled", [0]),
        ("omitted=alone", [2]),
        ("omitted=hidden", [0, 1, 3, 4, 5]),
        ("size=CU&take=with", [0]),
        ("text=nothing+like+it", []),
        ("text=&size=&sort=", [0, 1, 2, 3, 4, 5]),
    ],
)
def test_the_address_says_which_shots_are_shown(bob, board, varied, query, found):
    keys, _marta = varied

    response = bob.get(list_url(board, f"?{query}"))

    assert response.status_code == 200
    assert rows(response) == [keys[index] for index in found]


def test_shots_are_found_by_scene_and_by_who_is_in_them(bob, board, varied):
    keys, marta = varied
    second = board.scenes.live()[1]

    assert rows(bob.get(list_url(board, f"?scene={second.pk}"))) == keys[3:]
    assert rows(bob.get(list_url(board, f"?cast={marta.pk}"))) == [keys[1]]


@pytest.mark.parametrize(
    "query", ["scene=999999", "scene=x", "cast=-1", "size=HUGE", "status=lost", "take=2", "omitted=%00"]
)
def test_what_cannot_be_asked_is_said_and_passed_over(bob, board, query):
    response = bob.get(list_url(board, f"?{query}"))

    assert response.status_code == 422
    assert len(rows(response)) == 6
    assert "This was passed over" in response.content.decode()


def test_what_is_asked_stands_there_in_words_and_can_be_taken_away(bob, board, varied):
    page = bob.get(list_url(board, "?size=CU&text=shot&sort=-length")).content.decode()

    assert "2 of 6 shots" in page
    assert re.search(r'<a class="tag" href="[^"]*\?text=shot&amp;sort=-length">Size: Close-up', page)


def test_when_nothing_is_found_the_list_says_so(bob, board):
    assert "No shot is like that" in bob.get(list_url(board, "?text=giraffe")).content.decode()


def test_a_fragment_is_the_table_and_its_address_leaves_out_what_is_empty(bob, board):
    headers = {**HTMX, "HX-Target": f"storyboard-{board.pk}", "HX-Trigger": "sieve"}

    response = bob.get(list_url(board, "?text=&size=WS&sort="), headers=headers)

    assert response.content.decode().lstrip().startswith("<table")
    assert response.headers["HX-Push-Url"] == list_url(board, "?size=WS")


# ---- ordered


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("length", [1, 3, 0, 5, 2, 4]),
        ("-length", [4, 2, 5, 0, 3, 1]),
        ("size", [5, 1, 2, 0, 3, 4]),
        ("action", [0, 3, 5, 4, 2, 1]),
        ("dialogue", [4, 0, 1, 2, 3, 5]),
        ("-dialogue", [4, 0, 1, 2, 3, 5]),
        ("status", [1, 4, 5, 3, 0, 2]),
        ("-slate", [5, 4, 3, 2, 1, 0]),
    ],
)
def test_the_list_is_ordered_by_any_column(bob, board, varied, order, found):
    keys, _marta = varied

    response = bob.get(list_url(board, f"?sort={order}"))

    assert rows(response) == [keys[index] for index in found]
    assert "rowgroup" not in response.content.decode()


@pytest.mark.parametrize("order", columns.ALL)
def test_each_order_is_told_and_leads_on(bob, board, order):
    page = bob.get(list_url(board, f"?sort={order}&size=WS")).content.decode()

    ordered = [head for head in re.findall(r"<th [^>]*>", page) if "aria-sort" in head]
    assert len(ordered) == (1 if order in heads(bob.get(list_url(board))) else 0)
    assert all('aria-sort="ascending"' in head for head in ordered)
    assert not ordered or f"sort=-{order}" in page


def test_an_order_that_does_not_exist_is_that_of_the_film(bob, board):
    assert rows(bob.get(list_url(board, "?sort=beauty"))) == [shot.pk for shot in in_film(board)]


# ---- columns


def columns_url(board):
    return reverse("shot_list_columns", args=[board.pk])


def test_columns_are_chosen_and_ordered_for_one_person(bob, board, cast):
    answer = bob.post(columns_url(board), {"column": ["notes", "size", "lens"], "shown": ["size", "notes"]})

    assert (answer.status_code, answer.url) == (303, list_url(board))
    assert heads(bob.get(list_url(board))) == ["slate", "notes", "size"]
    assert ShotListLayout.objects.get(user=cast.bob).columns == ["slate", "notes", "size"]
    assert not ShotListLayout.objects.filter(user=cast.carol).exists()


@pytest.mark.parametrize(
    ("button", "expected"), [("back", ["size", "notes", "lens"]), ("on", ["notes", "lens", "size"])]
)
def test_without_scripts_buttons_order_the_columns(bob, board, button, expected):
    names = ["notes", "size", "lens"]

    answer = bob.post(columns_url(board), {"column": names, "shown": names, button: "size"})

    assert answer.url == columns_url(board)
    assert heads(bob.get(list_url(board))) == ["slate", *expected]


def test_the_usual_columns_come_back(bob, board, cast):
    ShotListLayout.objects.create(user=cast.bob, columns=["slate", "notes"])

    bob.post(columns_url(board), {"usual": ""})

    assert not ShotListLayout.objects.filter(user=cast.bob).exists()


def test_what_was_asked_stays_asked_when_the_columns_change(bob, board):
    answer = bob.post(columns_url(board), {"column": "size", "shown": "size", "query": "size=CU&text=a%26b"})

    assert answer.url == list_url(board, "?size=CU&text=a%26b")


def test_nonsense_among_the_columns_is_passed_over(bob, board, cast):
    bob.post(columns_url(board), {"column": ["size", "size", "beauty"], "shown": ["size", "beauty"], "on": "beauty"})

    assert ShotListLayout.objects.get(user=cast.bob).columns == ["slate", "size"]


def test_a_viewer_has_columns_of_their_own(carol, board):
    carol.post(columns_url(board), {"column": "lens", "shown": "lens"})

    assert heads(carol.get(list_url(board))) == ["slate", "lens"]


# ---- rows and cells


def test_a_row_has_the_columns_of_the_page_that_asks(bob, shot):
    page = bob.get(reverse("shot_row", args=[shot.pk]), {"columns": "notes,size"}, headers=HTMX).content.decode()

    assert re.findall(r'data-column="(\w+)"', page) == ["notes", "size"]


def test_a_browser_that_comes_by_itself_is_led_to_the_list(bob, board, shot):
    assert bob.get(reverse("shot_row", args=[shot.pk])).url == list_url(board, f"?shot={shot.pk}#shot-{shot.pk}")


def test_a_cell_is_saved_and_its_row_comes_back(bob, shot):
    response = save(bob, shot, "action", seen=shot.action, action="Rain.\r\nWind.", columns="action,size")

    shot.refresh_from_db()
    assert shot.action == "Rain.\nWind."
    assert response.status_code == 200
    assert cell(response, shot.pk, "action") == "Rain.\nWind."
    assert Edit.objects.filter(noun="shot", noun_pk=shot.pk).count() == 1


def test_a_cell_of_several_fields_is_one_edit(bob, shot):
    save(bob, shot, "move", seen="static,,medium", move="pan", move_direction="left", move_speed="slow")

    shot.refresh_from_db()
    assert (shot.move, shot.move_direction, shot.move_speed) == ("pan", "left", "slow")
    assert Edit.objects.get(noun="shot").before == {"move": "static", "move_direction": "", "move_speed": "medium"}


def test_who_is_in_a_shot_and_what_is_said_are_typed_too(bob, board, shot):
    marta = Element.objects.create(storyboard=board, name="Marta")

    save(bob, shot, "cast", seen="", cast=[marta.pk])
    save(bob, shot, "dialogue", seen="", dialogue="MARTA (softly): Not yet.")

    shot.refresh_from_db()
    assert list(shot.cast.all()) == [marta]
    assert shot.dialogue == [{"speaker": "MARTA", "text": "Not yet.", "direction": "softly", "dual": False}]


def test_other_cells_of_the_shot_stay_as_others_left_them(bob, shot, cast):
    editing.edit_shot(shot, by=cast.adam, changes={"size": "CU"})

    save(bob, shot, "lens", seen="", lens="35 mm")

    shot.refresh_from_db()
    assert (shot.size, shot.lens) == ("CU", "35 mm")


def test_the_same_cell_is_a_conflict_that_shows_both_texts(bob, shot, cast):
    seen = shot.action
    editing.edit_shot(shot, by=cast.adam, changes={"action": "Adam's wind."})

    response = save(bob, shot, "action", seen=seen, action="Bob's rain.")

    page = response.content.decode()
    shot.refresh_from_db()
    assert response.status_code == 409
    assert shot.action == "Adam's wind."
    assert "Bob&#x27;s rain." in page
    assert "Adam&#x27;s wind." in page
    assert 'data-seen="Adam&#x27;s wind."' in page


def test_what_a_conflict_showed_counts_as_seen(bob, shot, cast):
    editing.edit_shot(shot, by=cast.adam, changes={"frames": 96})
    refused = save(bob, shot, "length", seen="48", length="5.5")
    assert "4.0 s, 96 frames" in refused.content.decode()
    seen = re.search(r'data-seen="(\d+)"', refused.content.decode())[1]

    assert save(bob, shot, "length", seen=seen, length="5.5").status_code == 200

    shot.refresh_from_db()
    assert shot.frames == 132


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("length", {"length": "soon"}),
        ("size", {"size": "HUGE"}),
        ("lens", {"lens": "x" * 41}),
        ("slate", {"slate": "1"}),
        ("status", {"status": "circled"}),
        ("", {}),
        ("beauty", {"beauty": "much"}),
    ],
)
def test_nonsense_is_refused_with_a_sentence_and_changes_nothing(bob, shot, column, values):
    before = Shot.objects.values().get(pk=shot.pk)

    response = save(bob, shot, column, **values)

    assert response.status_code == 422
    assert re.search(r"</strong> \S", response.content.decode())
    assert Shot.objects.values().get(pk=shot.pk) == before


def test_a_cell_of_a_deleted_shot_is_told(bob, shot, cast):
    editing.delete_shot(shot, by=cast.adam)

    assert save(bob, shot, "lens", lens="35 mm").status_code == 404


def test_without_scripts_a_cell_leads_back_to_the_list(bob, board, shot):
    answer = bob.post(reverse("edit_cell", args=[shot.pk]), {"column": "lens", "lens": "35 mm"})
    refused = bob.post(reverse("edit_cell", args=[shot.pk]), {"column": "length", "length": "soon"})

    assert answer.status_code == refused.status_code == 303
    assert answer.url == refused.url == list_url(board, f"?shot={shot.pk}#shot-{shot.pk}")
    assert "Write the length" in str(next(iter(get_messages(refused.wsgi_request))))


def test_a_scene_without_shots_and_a_board_without_scenes_say_so(bob, board):
    Shot.objects.filter(scene__storyboard=board).delete()
    assert "rowgroup" in bob.get(list_url(board)).content.decode()

    Scene.objects.filter(storyboard=board).delete()
    assert "An empty board" in bob.get(list_url(board)).content.decode()
