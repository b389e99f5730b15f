import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from storyboards import editing
from storyboards.editing import Gone
from storyboards.models import Shot
from tests import make
from tests.storyboards.editing.boards import order


@pytest.fixture
def board(team):
    return make.storyboard(team, scenes=2, shots=4)


@pytest.fixture
def scenes(board):
    return list(board.scenes.live())


def test_many_are_edited_as_one_deed_and_each_as_one_row(board, scenes, alice):
    keys = order(scenes[0])[:2] + order(scenes[1])[:1]
    Shot.objects.filter(pk=keys[1]).update(size="CU")

    shots = editing.edit_shots(board.pk, keys, by=alice, changes={"size": "CU", "lens": "35 mm"})

    assert [shot.pk for shot in shots] == keys
    assert set(Shot.objects.filter(pk__in=keys).values_list("size", "lens", "version")) == {("CU", "35 mm", 2)}
    assert len({edit.deed for edit in board.edits.all()}) == 1
    assert [edit.before.get("size") for edit in board.edits.order_by("pk")] == ["WS", None, "WS"]
    board.refresh_from_db()
    assert board.version == 2


def test_elements_join_and_leave_many_casts(board, scenes, alice):
    keys = order(scenes[0])
    marta, pip = (board.elements.create(name=name) for name in ("Marta", "Pip"))
    Shot.objects.get(pk=keys[0]).cast.add(pip)

    editing.edit_shots(board.pk, keys, by=alice, changes={}, join=[marta.pk], leave=[pip.pk])

    assert {tuple(shot.cast.all()) for shot in scenes[0].shots.all()} == {(marta,)}


def test_what_changes_nothing_leaves_no_trace(board, scenes, alice):
    editing.edit_shots(board.pk, order(scenes[0]), by=alice, changes={"size": "WS"})
    editing.move_shots(board.pk, order(scenes[0])[:2], by=alice, scene=scenes[0].pk, after=0)

    board.refresh_from_db()
    assert (board.version, board.edits.count()) == (1, 0)


def test_one_that_is_gone_leaves_all_as_they_were(board, scenes, alice, team):
    first, second, *_others = order(scenes[0])
    editing.delete_shot(Shot.objects.get(pk=second), by=alice)
    foreign = make.storyboard(team).scenes.get().shots.get()
    changes = board.edits.count()

    for key in (second, foreign.pk, 999_999):
        for deed in (editing.delete_shots, editing.duplicate_shots, editing.merge_shots):
            with pytest.raises(Gone):
                deed(board.pk, [first, key], by=alice)
        with pytest.raises(Gone):
            editing.edit_shots(board.pk, [first, key], by=alice, changes={"size": "CU"})

    assert (board.edits.count(), Shot.objects.get(pk=first).size) == (changes, "WS")


@pytest.mark.parametrize(
    ("moving", "after", "result"),
    [
        ([0, 1], 3, [2, 3, 0, 1]),
        ([1, 3], 0, [0, 1, 3, 2]),
        ([3, 1], None, [0, 2, 1, 3]),
        ([1, 2], 1, [0, 1, 2, 3]),
        ([0, 2], 2, [1, 0, 2, 3]),
        ([2, 3], -1, [2, 3, 0, 1]),
    ],
)
def test_many_keep_their_order_wherever_they_go(board, scenes, alice, moving, after, result):
    keys = order(scenes[0])
    behind = after if after is None else 0 if after < 0 else keys[after]

    editing.move_shots(board.pk, [keys[at] for at in moving], by=alice, scene=scenes[0].pk, after=behind)

    assert order(scenes[0]) == [keys[at] for at in result]


def test_many_of_two_scenes_move_into_one(board, scenes, alice):
    one, two = order(scenes[0]), order(scenes[1])

    editing.move_shots(board.pk, [two[0], one[3]], by=alice, scene=scenes[1].pk, after=two[1])

    assert (order(scenes[0]), order(scenes[1])) == (one[:3], [two[1], one[3], two[0], *two[2:]])


def test_many_move_into_an_empty_scene_and_not_behind_a_stranger(board, scenes, alice):
    empty = editing.add_scene(board.pk, by=alice)
    keys = order(scenes[0])

    editing.move_shots(board.pk, keys[1:3], by=alice, scene=empty.pk, after=0)

    assert order(empty) == keys[1:3]
    for place in ({"scene": empty.pk, "after": keys[0]}, {"scene": 999_999, "after": 0}):
        with pytest.raises(Gone):
            editing.move_shots(board.pk, keys[3:], by=alice, **place)


def test_copies_stand_together_behind_the_last_of_their_scene(board, scenes, alice):
    one, two = order(scenes[0]), order(scenes[1])
    marta = board.elements.create(name="Marta")
    Shot.objects.get(pk=one[2]).cast.add(marta)
    make.take(Shot.objects.get(pk=one[0]))

    copies = editing.duplicate_shots(board.pk, [one[0], one[2], two[3]], by=alice)

    first, second, third = (copy.pk for copy in copies)
    assert order(scenes[0]) == [*one[:3], first, second, one[3]]
    assert order(scenes[1]) == [*two, third]
    assert [list(copy.cast.all()) for copy in copies] == [[], [marta], []]
    assert [copy.takes.count() for copy in copies] == [0, 0, 0]


def test_deleted_together_and_restored_one_by_one_they_stand_as_before(board, scenes, alice):
    keys = order(scenes[0])
    editing.delete_shots(board.pk, keys[1:], by=alice)

    for at in (2, 3, 1):
        editing.restore(Shot.objects.select_related("scene").get(pk=keys[at]), by=alice)

    assert order(scenes[0]) == keys


def queries_of(deed) -> int:
    """Return how many queries the deed needs."""
    with CaptureQueriesContext(connection) as queries:
        deed()
    return len(queries)


def counted(board, by) -> dict[str, int]:
    """Return the queries of each deed on all shots of the board's first scene."""
    one, two = board.scenes.live()
    marta, keys = board.elements.create(name="Marta"), order(one)
    deeds = {
        "edit": lambda: editing.edit_shots(board.pk, keys, by=by, changes={"size": "CU"}, join=[marta.pk]),
        "move": lambda: editing.move_shots(board.pk, keys, by=by, scene=two.pk, after=None),
        "copy": lambda: editing.duplicate_shots(board.pk, keys, by=by),
        "delete": lambda: editing.delete_shots(board.pk, keys, by=by),
        "undo": lambda: editing.undo(board, by=by),
        "redo": lambda: editing.redo(board, by=by),
    }
    return {name: queries_of(deed) for name, deed in deeds.items()}


def test_the_number_of_queries_does_not_grow(team, alice):
    few, many = (counted(make.storyboard(team, scenes=2, shots=shots), alice) for shots in (3, 30))

    assert few == many
    assert max(many.values()) <= 22, many
