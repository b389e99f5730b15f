"""How often each part of a board asks the database, sessions and people included: never more for a longer board."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from generation.models import Job
from storyboards.models import Shot, Take
from tests import make
from tests.storyboards.views.conftest import HTMX

LENGTHS = {10: (2, 5), 500: (20, 25)}
MOST_FOR_A_PART = 6
# What is fetched again after a deed: its view, and whether it is a shot's, a scene's or the board's.
PARTS = {
    "generate_shot": "shot",
    "shot": "shot",
    "shot_row": "shot",
    "shot_block": "shot",
    "inspector": "shot",
    "scene": "scene",
    "board_head": "board",
}
# A view whole, which is fetched again only after a deed on many rows, and its page.
# The panels whole are fetched only when their first scene comes or their last one goes; of the others only the outline.
WHOLE = {"storyboard": (8, 14), "shot_list": (5, 16), "timeline": (4, 13)}
TARGETS = {"storyboard": "panels"}
# What needs most of the shots: their words and the names in them, their takes, and the order of these.
ASKED_OF_THE_LIST = ["", "sort=-cost", "sort=cast", "text=marta&take=with&sort=status"]
# A deed locks, reads again, writes, logs, and answers with the part as it is now.
MOST_FOR_A_DEED = 18


@pytest.fixture(params=LENGTHS)
def rows(cast, request):
    """A board where everybody waits: each shot has a cast, takes that came to an end, and one in the queue."""
    scenes, shots = LENGTHS[request.param]
    board = make.storyboard(cast.team, scenes=scenes, shots=shots)
    board.scenes.update(location=board.elements.create(kind="location", name="Coast"))
    everybody = list(Shot.objects.filter(scene__storyboard=board))
    for name in ("Marta", "Jonas"):
        board.elements.create(name=name).shots.set(everybody)
    takes = Take.objects.bulk_create(
        Take(shot=shot, number=number, backend="sketch", request={}, state=state)
        for shot in everybody
        for number, state in ((1, Take.State.DONE), (2, Take.State.FAILED), (3, Take.State.WORKING))
    )
    ends = {Take.State.DONE: "done", Take.State.FAILED: "refused", Take.State.WORKING: "queued"}
    Job.objects.bulk_create(
        Job(
            take=take,
            backend="sketch",
            request={},
            key=uuid.uuid4(),
            deadline_at=timezone.now(),
            state=ends[take.state],
        )
        for take in takes
    )
    scene = board.scenes.live().last()
    return {"board": board, "scene": scene, "shot": scene.shots.live().last()}


def asked(client, name, row, **headers):
    """Return how many queries a part takes."""
    query = {"columns": "status,cost,cast,picture"} if name == "shot_row" else {}
    with CaptureQueriesContext(connection) as queries:
        response = client.get(reverse(name, args=[row.pk]), query, headers=headers)
    assert response.status_code == 200
    return len(queries)


@pytest.mark.parametrize("name", PARTS)
def test_a_part_that_is_fetched_again_asks_little(bob, rows, name):
    bob.get(
        reverse("board_head", args=[rows["board"].pk]), headers=HTMX
    )  # the first look of a month grants its credits

    assert asked(bob, name, rows[PARTS[name]], **HTMX) <= MOST_FOR_A_PART


def test_scenes_that_are_fetched_together_ask_as_little(bob, rows):
    bob.get(reverse("board_head", args=[rows["board"].pk]), headers=HTMX)
    first, *others = rows["board"].scenes.live().values_list("pk", flat=True)

    with CaptureQueriesContext(connection) as queries:
        answer = bob.get(reverse("scene", args=[first]), {"with": others}, headers=HTMX).content.decode()

    assert answer.count("<section") == len(others) + 1
    assert len(queries) <= MOST_FOR_A_PART


@pytest.mark.parametrize("name", ["shot_row", "shot_block"])
def test_shots_that_are_fetched_together_ask_as_little(bob, rows, name):
    first, *others = Shot.objects.filter(scene__storyboard=rows["board"]).values_list("pk", flat=True)[:30]

    with CaptureQueriesContext(connection) as queries:
        query = {"with": others, "columns": "status,cost,cast,picture"}
        answer = bob.get(reverse(name, args=[first]), query, headers=HTMX).content.decode()

    assert answer.count('class="slate"') == len(others) + 1
    assert len(queries) <= MOST_FOR_A_PART


@pytest.mark.parametrize("query", ASKED_OF_THE_LIST)
def test_the_outline_of_the_list_asks_little_whatever_is_asked_of_it(bob, rows, query):
    url = reverse("shot_list", args=[rows["board"].pk]) + f"?columns=size,cast&{query}"
    headers = {**HTMX, "HX-Target": f"storyboard-{rows['board'].pk}"}

    with CaptureQueriesContext(connection) as queries:
        answer = bob.get(url, headers=headers).content.decode()

    assert answer.count('<tr class="entry') == Shot.objects.filter(scene__storyboard=rows["board"]).count()
    assert len(queries) <= MOST_FOR_A_PART


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_view_and_its_page_ask_the_same_for_any_length(bob, rows, name):
    board = rows["board"]
    bob.get(reverse(name, args=[board.pk]))
    part, page = WHOLE[name]

    assert asked(bob, name, board, **HTMX, **{"HX-Target": f"{TARGETS.get(name, 'storyboard')}-{board.pk}"}) <= part
    assert asked(bob, name, board) <= page


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("retime_shot", {"frames": 72, "seen": 48}),
        ("edit_cell", {"column": "lens", "lens": "35 mm", "columns": "lens"}),
    ],
)
def test_a_deed_asks_the_same_for_any_length(bob, rows, name, data):
    with CaptureQueriesContext(connection) as queries:
        headers = {**HTMX, "Sec-Fetch-Mode": "cors"}
        response = bob.post(reverse(name, args=[rows["shot"].pk]), data, headers=headers)

    assert response.status_code == 200
    assert len(queries) <= MOST_FOR_A_DEED


def test_a_part_says_what_the_whole_says(bob, rows):
    """Parts are read otherwise than the whole board: joined to one row a shot, and each job counting the queue."""
    whole = bob.get(reverse("storyboard", args=[rows["board"].pk])).content.decode()
    scene = bob.get(reverse("scene", args=[rows["scene"].pk]), headers=HTMX).content.decode()
    card = bob.get(reverse("shot", args=[rows["shot"].pk]), headers=HTMX).content.decode()

    last = Shot.objects.filter(scene__storyboard=rows["board"]).count()
    words = f"queued, {last}th"
    assert [page.count(words) for page in (whole, scene, card)] == [1, 1, 1]
    named = '<span class="visually-hidden">Jonas, Marta</span>'
    assert whole.count(named) == last
    assert scene.count(named) == rows["scene"].shots.count()
    assert card.count(named) == 1
