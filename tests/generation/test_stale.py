import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.billing import credits
from generation.cards import CardState, Queue, card_state
from generation.outlook import outlook
from generation.prompting import compose, prompt
from generation.requesting import request_take
from generation.stale import changed_since, circle_fresh, count_stale, in_the_cut, make_again, plan, stale_takes
from storyboards import editing
from storyboards.editing.elements import delete_element, edit_element, set_location
from storyboards.editing.uniting import merge_elements
from storyboards.models import Element, Shot, Take
from storyboards.reading import read_board, read_shot
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(team):
    return make.storyboard(team, scenes=2, shots=2)


@pytest.fixture
def marta(board):
    return board.elements.create(name="Marta", description="a girl in a yellow coat")


@pytest.fixture
def coast(board):
    return board.elements.create(kind="place", name="Coast", description="black rocks")


@pytest.fixture
def shot(quick, board, marta, coast):
    """A shot of Marta at the coast."""
    scene = board.scenes.live().first()
    scene.location = coast
    scene.save()
    shot = scene.shots.live().first()
    shot.cast.add(marta)
    return shot


def taken(shot, alias="quick", **fields):
    """Return a finished and circled take of `shot`, asked for just now."""
    take = request_take(fresh(shot), alias, None)
    Take.objects.filter(pk=take.pk).update(**{"state": Take.State.DONE, **fields})
    Shot.objects.filter(pk=shot.pk).update(circled_take=take)
    return Take.objects.get(pk=take.pk)


def fresh(shot):
    return Shot.objects.select_related("scene__storyboard__team", "scene__location").get(pk=shot.pk)


def names_of_changed(shot, take):
    return [element.name for element in changed_since(fresh(shot), Take.objects.get(pk=take.pk))]


# --- what makes a take stale ----------------------------------------------------------------------------------------


def test_a_take_keeps_what_it_was_made_with(shot, marta, coast):
    assert taken(shot).elements == {str(marta.pk): 1, str(coast.pk): 1}


@pytest.mark.parametrize(
    ("change", "stale"),
    [
        (lambda marta, coast, shot: edit_element(marta, by=None, changes={"description": "red"}), ["Marta"]),
        (lambda marta, coast, shot: edit_element(marta, by=None, changes={"colours": "red"}), ["Marta"]),
        (lambda marta, coast, shot: edit_element(marta, by=None, changes={"voice": "low"}), ["Marta"]),
        (lambda marta, coast, shot: edit_element(coast, by=None, changes={"description": "sand"}), ["Coast"]),
        (lambda marta, coast, shot: edit_element(marta, by=None, changes={"colour": "teal"}), []),
        (lambda marta, coast, shot: edit_element(marta, by=None, changes={"name": "Martha"}), []),
        (lambda marta, coast, shot: edit_element(marta, by=None, changes={"aliases": ["M"]}), []),
        (lambda marta, coast, shot: delete_element(marta, by=None), []),
        (lambda marta, coast, shot: editing.edit_shot(shot, by=None, changes={"cast": []}), []),
        (lambda marta, coast, shot: editing.edit_shot(shot, by=None, changes={"action": "Rain."}), []),
        (lambda marta, coast, shot: set_location(shot.scene, by=None, location=None), []),
    ],
)
def test_a_take_is_stale_when_what_it_shows_has_changed(shot, marta, coast, change, stale):
    take = taken(shot)

    change(marta, coast, shot)

    assert names_of_changed(shot, take) == stale


def test_what_left_the_shot_after_it_changed_is_not_missed(shot, marta):
    take = taken(shot)
    edit_element(marta, by=None, changes={"description": "red"})

    editing.edit_shot(shot, by=None, changes={"cast": []})

    assert names_of_changed(shot, take) == []


def test_who_came_in_later_has_not_changed(shot, board):
    take = taken(shot)
    shot.cast.add(board.elements.create(name="Jonas", version=7))

    assert names_of_changed(shot, take) == []


def test_a_take_made_after_the_change_is_fresh(shot, marta):
    edit_element(marta, by=None, changes={"description": "red"})

    assert names_of_changed(shot, taken(shot)) == []


def test_a_change_that_is_taken_back_makes_nothing_stale(shot, board, marta, alice):
    take = taken(shot)
    edit_element(marta, by=alice, changes={"description": "red"})
    stale = names_of_changed(shot, take)

    editing.undo(board, by=alice)
    undone = names_of_changed(shot, take)
    editing.redo(board, by=alice)

    assert (stale, undone, names_of_changed(shot, take)) == (["Marta"], [], ["Marta"])


def test_a_take_from_before_versions_were_kept_is_never_called_stale(shot, marta):
    take = taken(shot, elements={})
    edit_element(marta, by=None, changes={"description": "red"})

    assert names_of_changed(shot, take) == []


@pytest.mark.parametrize(
    ("description", "stale"), [("a girl in a yellow coat", []), ("a woman", ["Marta"]), ("", ["Marta"])]
)
def test_merged_into_other_looks_a_take_is_stale_into_the_same_it_is_not(board, marta, shot, description, stale):
    martha = board.elements.create(name="Martha", description=description)
    other = board.scenes.live().last().shots.live().first()
    other.cast.add(martha)
    kept, take = taken(shot), taken(other)

    merge_elements(marta, martha, by=None)

    assert names_of_changed(other, take) == stale
    assert names_of_changed(shot, kept) == []


# --- what the board says --------------------------------------------------------------------------------------------


def test_the_card_says_what_changed(shot, marta, coast):
    taken(shot)
    edit_element(marta, by=None, changes={"description": "red"})
    one = card_state(read_shot(fresh(shot)), Queue())
    edit_element(coast, by=None, changes={"description": "sand"})

    assert one == CardState("stale", "stale: Marta changed")
    assert card_state(read_shot(fresh(shot)), Queue()) == CardState("stale", "stale: 2 elements changed")


def test_a_new_take_in_the_works_is_what_the_card_tells(shot, marta):
    taken(shot)
    edit_element(marta, by=None, changes={"description": "red"})
    request_take(fresh(shot), "quick", None)

    assert card_state(read_shot(fresh(shot)), Queue()).tone == "idle"


def test_the_outlook_counts_stale_takes_of_the_cut_alone(shot, board, marta):
    taken(shot)
    uncircled = board.scenes.live().first().shots.live().last()
    uncircled.cast.add(marta)
    taken(uncircled)
    Shot.objects.filter(pk=uncircled.pk).update(circled_take=None)
    edit_element(marta, by=None, changes={"description": "red"})

    read = read_board(board)
    assert outlook(board).stale == outlook(board, read.shots.values()).stale == 1
    Shot.objects.filter(pk=shot.pk).update(omitted=True)
    assert count_stale(board) == in_the_cut(read_board(board).shots.values()) == 0


def test_staleness_costs_the_same_queries_for_any_number_of_shots(team, quick):
    counts = []
    for shots in (10, 500):
        board = make.storyboard(team, scenes=shots // 5, shots=5)
        marta = board.elements.create(name="Marta", version=2)
        rows = list(Shot.objects.filter(scene__storyboard=board))
        through = Shot.cast.through
        through.objects.bulk_create(through(shot=row, element=marta) for row in rows)
        made = {"backend": "quick", "request": {}, "state": Take.State.DONE, "elements": {str(marta.pk): 1}}
        takes = Take.objects.bulk_create(Take(shot=row, number=1, **made) for row in rows)
        for row, take in zip(rows, takes, strict=True):
            row.circled_take = take
        Shot.objects.bulk_update(rows, ["circled_take"], 200)
        counts.append((queries(lambda: count_stale(board)), queries(lambda: stale_takes(board))))  # noqa: B023
        assert (count_stale(board), len(stale_takes(board))) == (shots, shots)

    assert counts[0] == counts[1]


def queries(deed):
    with CaptureQueriesContext(connection) as captured:
        deed()
    return len(captured)


# --- making them again ----------------------------------------------------------------------------------------------


@pytest.fixture
def two_stale(shot, board, marta, team):
    """Two shots whose circled takes are stale: one of a free backend, one of a dear one."""
    credits.adjust(team, 1000, reference="test", note="")
    other = board.scenes.live().last().shots.live().first()
    other.cast.add(marta)
    takes = [taken(shot, "quick"), taken(other, "dear")]
    edit_element(marta, by=None, changes={"description": "red"})
    return takes


def test_the_plan_asks_each_backend_for_its_own_and_says_what_it_costs(two_stale, board):
    found = plan(stale_takes(board))

    assert [(part.alias, len(part.shots), part.credits) for part in found.again] == [("dear", 1, 10), ("quick", 1, 0)]
    assert (found.count, found.credits) == (2, 10)


def test_making_again_holds_what_was_said_and_circles_nothing(two_stale, board, team):
    balance = credits.account(team).balance
    circled = list(Shot.objects.exclude(circled_take=None).values_list("pk", "circled_take"))

    takes = make_again(plan(stale_takes(board)), None, key=uuid.uuid4())

    assert sorted(take.backend for take in takes) == ["dear", "quick"]
    assert balance - credits.account(team).balance == 10
    assert list(Shot.objects.exclude(circled_take=None).values_list("pk", "circled_take")) == circled


def test_the_same_key_asks_once(two_stale, board, team):
    key, found = uuid.uuid4(), plan(stale_takes(board))
    balance = credits.account(team).balance

    first, second = (make_again(found, None, key=key) for _ in range(2))

    assert [take.pk for take in first] == [take.pk for take in second]
    assert balance - credits.account(team).balance == 10


def test_what_is_being_made_again_is_not_offered_again(two_stale, board):
    make_again(plan(stale_takes(board)), None, key=uuid.uuid4())

    found = plan(stale_takes(board))

    assert (found.count, len(found.working), found.ready) == (0, 2, [])


def test_too_few_credits_ask_for_nothing_at_all(two_stale, board, quick):
    dear = {"BACKEND": "tests.provider.drawing.QuickBackend", "OPTIONS": {"credits_per_second": "5000"}}
    quick.GENERATION_BACKENDS = {"a-free-one": quick.GENERATION_BACKENDS["quick"], "z-dear-one": dear}
    for take, alias in zip(two_stale, quick.GENERATION_BACKENDS, strict=True):
        Take.objects.filter(pk=take.pk).update(backend=alias)
    before = Take.objects.count()

    with pytest.raises(credits.CreditsRefused):
        make_again(plan(stale_takes(board)), None, key=uuid.uuid4())

    assert Take.objects.count() == before


def test_a_backend_that_is_gone_is_said_and_the_rest_can_be_asked(two_stale, board, quick):
    quick.GENERATION_BACKENDS = {"quick": quick.GENERATION_BACKENDS["quick"]}

    found = plan(stale_takes(board))

    assert [bool(part.refusal) for part in found.again] == [True, False]
    assert (found.count, found.credits) == (1, 0)


def test_finished_new_takes_are_circled_in_one_undoable_step(two_stale, board, alice):
    takes = make_again(plan(stale_takes(board)), None, key=uuid.uuid4())
    Take.objects.filter(pk__in=[take.pk for take in takes]).update(state=Take.State.DONE)
    assert len(plan(stale_takes(board)).ready) == 2

    count = circle_fresh(board, alice)

    chosen = set(Shot.objects.exclude(circled_take=None).values_list("circled_take", flat=True))
    assert (count, chosen) == (2, {take.pk for take in takes})
    assert plan(stale_takes(board)).waiting == []
    editing.undo(board, by=alice)
    assert set(Shot.objects.exclude(circled_take=None).values_list("circled_take", flat=True)) == {
        take.pk for take in two_stale
    }


def test_omitted_shots_are_left_out(two_stale, board):
    Shot.objects.filter(pk=two_stale[0].shot_id).update(omitted=True)

    assert [stale.take for stale in stale_takes(board)] == [two_stale[1]]


def test_one_elements_stale_takes_are_its_own(two_stale, board, coast, marta):
    assert len(stale_takes(board, marta)) == 2
    assert stale_takes(board, coast) == []


# --- prompts --------------------------------------------------------------------------------------------------------


def test_the_prompt_tells_place_colours_and_the_voice_of_who_speaks(shot, board, marta, coast):
    Element.objects.filter(pk=marta.pk).update(colours="yellow coat", voice="low")
    Element.objects.filter(pk=coast.pk).update(colours="slate grey")
    line = {"text": "Too late.", "direction": "whispers", "dual": False}
    Shot.objects.filter(pk=shot.pk).update(dialogue=[{"speaker": "MARTA", **line}])

    told = compose(fresh(shot), 0, "").prompt.splitlines()

    assert told[1] == "Coast: black rocks; colours: slate grey"
    assert told[3] == "Marta: a girl in a yellow coat; colours: yellow coat; voice: low"
    assert told[4] == "Marta says (whispers): “Too late.”"


@pytest.mark.parametrize("direction", ["V.O.", "O.S., quietly", "v.o.", "OFF-SCREEN", "(o.c.)", "voice over"])
def test_who_is_only_heard_is_told_and_drawn_so(shot, direction):
    line = {"speaker": "JONAS", "text": "Here!", "direction": direction, "dual": False}
    Shot.objects.filter(pk=shot.pk).update(dialogue=[line], action="The empty path.")

    request = compose(fresh(shot), 0, "")

    assert "Jonas is heard and not seen: “Here!”" in request.prompt
    assert request.dialogue == (("JONAS", "Here!", direction),)


def test_the_voice_of_who_is_silent_is_not_told(shot, marta):
    Element.objects.filter(pk=marta.pk).update(voice="low")

    assert "voice" not in prompt(fresh(shot), [Element.objects.get(pk=marta.pk)])


def test_what_is_in_the_trash_is_not_told(shot, marta, coast):
    delete_element(marta, by=None)
    delete_element(coast, by=None)

    request = compose(fresh(shot), 0, "")

    assert request.cast == ()
    assert "yellow coat" not in request.prompt
    assert "black rocks" not in request.prompt
