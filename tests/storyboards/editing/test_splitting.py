import pytest

from storyboards import editing
from storyboards.editing import Refused
from storyboards.editing.splitting import share
from storyboards.models import Shot
from tests import make
from tests.storyboards.editing.boards import order, said

ACTION = "Marta climbs the path. Pip runs ahead and barks."
LINES = [
    {"speaker": "MARTA", "text": "Wait for me, little one.", "direction": "out of breath", "dual": False},
    {"speaker": "PIP", "text": "Woof.", "direction": "", "dual": True},
]


@pytest.fixture
def board(team):
    return make.storyboard(team, scenes=2, shots=2)


@pytest.fixture
def shot(board):
    shot = board.scenes.first().shots.first()
    Shot.objects.filter(pk=shot.pk).update(
        action=ACTION,
        dialogue=LINES,
        frames=100,
        size="CU",
        angle="low",
        lens="35 mm",
        notes="Wind.",
        transition="wipe",
    )
    shot.refresh_from_db()
    shot.cast.set([board.elements.create(name="Marta"), board.elements.create(name="Pip")])
    return shot


def names(shot):
    return sorted(shot.cast.values_list("name", flat=True))


def test_a_shot_is_cut_at_the_caret_of_its_action(shot, alice):
    scene = shot.scene
    keys = order(scene)

    new = editing.split_shot(shot, by=alice, at=ACTION.index("Pip"))

    shot.refresh_from_db()
    assert (shot.action, new.action) == ("Marta climbs the path.", "Pip runs ahead and barks.")
    assert (shot.dialogue, new.dialogue) == ([], LINES)
    assert order(scene) == [keys[0], new.pk, keys[1]]
    assert [(one.size, one.angle, one.lens) for one in (shot, new)] == [("CU", "low", "35 mm")] * 2
    assert (shot.transition, new.transition, shot.notes, new.notes) == ("wipe", "", "Wind.", "")
    assert (shot.frames + new.frames, shot.frames < new.frames) == (100, True)
    assert (names(shot), names(new)) == (["Marta"], ["Marta", "Pip"])


def test_a_shot_is_cut_inside_a_line(shot, alice):
    new = editing.split_shot(shot, by=alice, field="dialogue", line=0, at=len("Wait for me,"))

    shot.refresh_from_db()
    assert [line["text"] for line in shot.dialogue] == ["Wait for me,"]
    assert [(line["speaker"], line["text"]) for line in new.dialogue] == [("MARTA", "little one."), ("PIP", "Woof.")]
    assert (shot.dialogue[0]["direction"], new.dialogue[0]["direction"]) == ("out of breath", "")
    assert (shot.action, new.action) == (ACTION, "")


def test_at_the_edge_of_a_line_the_whole_line_goes_or_stays(shot, alice):
    new = editing.split_shot(shot, by=alice, field="dialogue", line=1, at=0)

    shot.refresh_from_db()
    assert (shot.dialogue, [line["text"] for line in new.dialogue]) == (LINES[:1], ["Woof."])
    assert (names(new), names(shot)) == (["Pip"], ["Marta", "Pip"])


def test_where_nobody_is_named_everybody_stays(board, alice):
    shot = board.scenes.first().shots.first()
    editing.edit_shot(shot, by=alice, changes={"action": "The lamp dies. Rain falls."})
    shot.cast.set([board.elements.create(name="Ana"), board.elements.create(name="Pip", aliases=["the dog"])])

    new = editing.split_shot(shot, by=alice, at=len("The lamp dies."))

    assert (names(shot), names(new)) == (["Ana", "Pip"], ["Ana", "Pip"])


def test_another_name_counts_and_half_a_word_does_not(board, alice):
    shot = board.scenes.first().shots.first()
    editing.edit_shot(shot, by=alice, changes={"action": "Analysts shout. The dog barks at ANA."})
    shot.cast.set([board.elements.create(name="Ana"), board.elements.create(name="Pip", aliases=["the dog"])])
    lantern = board.elements.create(name="Lantern", kind="prop")
    coast = board.elements.create(name="Coast", kind="place")
    shot.cast.add(lantern, coast)

    new = editing.split_shot(shot, by=alice, at=len("Analysts shout."))

    assert names(new) == ["Ana", "Coast", "Pip"]


@pytest.mark.parametrize(
    "where",
    [
        {"at": 0},
        {"field": "dialogue", "line": 1, "at": 99},
        {"field": "dialogue", "line": 2, "at": 1},
        {"field": "dialogue", "line": None, "at": 1},
    ],
)
def test_no_part_is_left_empty(board, shot, alice, where):
    before = said(board)

    with pytest.raises(Refused):
        editing.split_shot(shot, by=alice, **where)

    assert (said(board), board.edits.count()) == (before, 0)


@pytest.mark.parametrize(
    ("frames", "first", "second", "parts"),
    [(100, 1, 3, (25, 75)), (2, 50, 1, (1, 1)), (1, 1, 1, (1, 1)), (10, 0, 5, (1, 9)), (10, 99, 1, (9, 1))],
)
def test_lengths_follow_the_words_and_nothing_is_shorter_than_a_frame(frames, first, second, parts):
    assert share(frames, first, second) == parts


def test_neighbours_become_one_with_all_that_is_in_them(board, shot, alice):
    scene = shot.scene
    other = scene.shots.last()
    ana = board.elements.create(name="Ana")
    editing.edit_shot(other, by=alice, changes={"action": "She stops.", "notes": "Fog.", "dialogue": LINES[:1]})
    other.cast.add(ana)
    take = make.take(other)

    kept = editing.merge_shots(board.pk, [other.pk, shot.pk], by=alice)

    assert (kept.pk, order(scene)) == (shot.pk, [shot.pk])
    assert kept.action == f"{ACTION} She stops."
    assert (kept.dialogue, kept.frames, kept.notes) == ([*LINES, *LINES[:1]], 148, "Wind.\nFog.")
    assert names(kept) == ["Ana", "Marta", "Pip"]
    take.refresh_from_db()
    other.refresh_from_db()
    assert (take.shot_id, take.deleted_at, other.deleted_at is None) == (other.pk, None, False)


def test_shots_of_different_scenes_become_one(board, alice):
    one, two = (scene.shots.first() for scene in board.scenes.live())

    editing.merge_shots(board.pk, [one.pk, two.pk], by=alice)

    assert [len(order(scene)) for scene in board.scenes.live()] == [2, 1]


def test_one_shot_alone_is_not_merged(board, shot, alice):
    with pytest.raises(Refused):
        editing.merge_shots(board.pk, [shot.pk], by=alice)


def test_what_was_split_can_be_merged_again(shot, alice):
    new = editing.split_shot(shot, by=alice, at=ACTION.index("Pip"))

    kept = editing.merge_shots(shot.scene.storyboard_id, [shot.pk, new.pk], by=alice)

    assert (kept.action, kept.dialogue, kept.frames, names(kept)) == (ACTION, LINES, 100, ["Marta", "Pip"])
