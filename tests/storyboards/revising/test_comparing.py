import pytest

from storyboards import editing
from storyboards.importing import import_outline
from storyboards.models import Shot
from storyboards.revising import Kind, compare
from storyboards.scripts import read_script
from tests import make
from tests.storyboards.revising.scripts import LAMP, outline, without_text
from tests.storyboards.test_importing import long_script


@pytest.fixture
def board(team, alice):
    return import_outline(outline(LAMP), team=team, by=alice)


def shot_with(board, text):
    return Shot.objects.get(scene__storyboard=board, action__contains=text)


def kinds(difference):
    return sorted((piece.kind, piece.noun) for piece in difference.pieces.values())


def test_the_same_script_changes_nothing(board):
    difference = compare(board, outline(LAMP))

    assert difference.pieces == {}
    assert difference.before() == difference.after(difference.wanted)


def test_a_space_and_an_empty_line_change_nothing(board):
    assert compare(board, outline(LAMP.replace("EXT. HARBOUR", "\n\nEXT. HARBOUR"))).pieces == {}


def test_a_changed_line_is_one_piece_with_its_words_marked(board):
    difference = compare(board, outline(LAMP.replace("black rocks", "grey cliffs")))

    piece = difference.pieces[f"shot-{shot_with(board, 'black rocks').pk}"]
    assert kinds(difference) == [(Kind.CHANGED, "shot")]
    marks = next(change.marks((24, 1)) for change in piece.shown if change.name == "action")
    assert [mark for mark in marks if mark.tag] == [("del", "black rocks"), ("ins", "grey cliffs")]


def test_a_new_scene_comes_with_its_shots(board):
    new = LAMP.replace("INT. LAMP", "INT. STAIRS - NIGHT\n\nShe climbs the spiral stairs, two at a time.\n\nINT. LAMP")

    difference = compare(board, outline(new))

    assert kinds(difference) == [(Kind.NEW, "scene"), (Kind.NEW, "shot")]
    assert [scene.slugline for scene in difference.scenes][1] == "INT. STAIRS - NIGHT"
    assert difference.after(difference.wanted).shots == difference.before().shots + 1
    assert difference.after([]) == difference.before()


def test_a_scene_that_is_gone_stands_where_it_stood(board):
    start = LAMP.index("INT. LAMP")

    difference = compare(board, outline(LAMP[:start] + LAMP[LAMP.index("EXT. HARBOUR") :]))

    assert {kind for kind, _noun in kinds(difference)} == {Kind.GONE}
    assert [scene.slugline for scene in difference.scenes][1] == "INT. LAMP ROOM - NIGHT"
    assert difference.after(difference.wanted).scenes == 2


def test_a_scene_that_was_moved_is_moved_and_not_made_anew(board):
    start, end = LAMP.index("INT. LAMP"), LAMP.index("EXT. HARBOUR")

    difference = compare(board, outline(LAMP[:start] + LAMP[end:] + "\n" + LAMP[start:end]))

    assert kinds(difference) == [(Kind.MOVED, "scene")]


def test_a_renamed_scene_keeps_its_shots(board):
    difference = compare(board, outline(LAMP.replace("INT. LAMP ROOM - NIGHT", "INT. LIGHTHOUSE TOP - NIGHT")))

    assert kinds(difference) == [(Kind.CHANGED, "scene")]
    piece = next(iter(difference.pieces.values()))
    assert (piece.before["place"], piece.after["place"]) == ("LAMP ROOM", "LIGHTHOUSE TOP")


def test_a_shot_that_went_to_another_scene_is_the_same_shot(board):
    line = "Close on her hand striking the very last match.\n\n"

    difference = compare(board, outline(without_text(LAMP, line) + "\n" + line))

    assert (Kind.MOVED, "shot") in kinds(difference)
    assert {kind for kind, _noun in kinds(difference)} <= {Kind.MOVED, Kind.CHANGED}


def test_shots_that_changed_places_are_one_move(board):
    one, two = "Three red boats lie safe at the stone quay.", "Marta sleeps on a pile of nets, the dog in her arms."
    swapped = LAMP.replace(one, "@").replace(two, one).replace("@", two)

    difference = compare(board, outline(swapped))

    assert (Kind.MOVED, "shot") in kinds(difference)
    assert {kind for kind, _noun in kinds(difference)} <= {Kind.MOVED, Kind.CHANGED}


def test_numbers_tell_which_scene_is_which(team, alice):
    old = "INT. HALL - DAY #{}#\n\n{}\n\n"
    before = old.format(1, "A door opens.") + old.format(2, "Somebody whistles.")
    board = import_outline(outline(before), team=team, by=alice)
    after = old.format(2, "Nobody is here now, only wind.")

    difference = compare(board, outline(after))

    assert [(scene.label, [piece.kind for piece in scene.pieces]) for scene in difference.scenes] == [
        ("1", [Kind.GONE]),
        ("2", []),
    ]


# --- three versions -------------------------------------------------------------------------------------------------


def test_what_people_wrote_stays_where_the_writer_left_it(board, alice):
    shot = shot_with(board, "black rocks")
    editing.edit_shot(shot, by=alice, changes={"action": "A storm, and no light.", "size": "CU"})

    assert compare(board, outline(LAMP)).pieces == {}


def test_what_both_changed_is_a_conflict_that_leaves_the_board_as_it_is(board, alice):
    shot = shot_with(board, "black rocks")
    editing.edit_shot(shot, by=alice, changes={"action": "Waves break on black rocks, and gulls scream."})

    difference = compare(board, outline(LAMP.replace("black rocks", "grey cliffs")))

    piece = difference.pieces[f"shot-{shot.pk}-action"]
    assert (piece.kind, piece.wanted) == (Kind.CONFLICT, False)
    assert piece.before["action"].endswith("gulls scream.")
    assert "grey cliffs" in piece.after["action"]


def test_both_wrote_the_same(board, alice):
    shot = shot_with(board, "black rocks")
    editing.edit_shot(shot, by=alice, changes={"action": shot.action.replace("black rocks", "grey cliffs")})

    assert compare(board, outline(LAMP.replace("black rocks", "grey cliffs"))).pieces == {}


def test_different_fields_merge(board, alice):
    shot = shot_with(board, "black rocks")
    editing.edit_shot(shot, by=alice, changes={"notes": "with a crane", "size": "ECU"})

    difference = compare(board, outline(LAMP.replace("black rocks", "grey cliffs")))

    piece = difference.pieces[f"shot-{shot.pk}"]
    assert kinds(difference) == [(Kind.CHANGED, "shot")]
    assert "size" not in piece.after
    assert "notes" not in piece.after


def test_shots_that_people_added_stay(board, alice):
    scene = board.scenes.live().first()
    editing.add_shot(scene, by=alice, action="An idea of the director.", after=0)

    assert compare(board, outline(LAMP)).pieces == {}


def test_what_was_deleted_on_the_board_comes_back_only_when_the_script_changed_it_and_somebody_wants_it(board, alice):
    editing.delete_shot(shot_with(board, "black rocks"), by=alice)

    assert compare(board, outline(LAMP)).pieces == {}
    difference = compare(board, outline(LAMP.replace("black rocks", "grey cliffs")))
    assert [(piece.kind, piece.wanted) for piece in difference.pieces.values()] == [(Kind.NEW, False)]
    assert "deleted" in next(iter(difference.pieces.values())).note


def test_a_shot_that_people_changed_does_not_go_unasked(board, alice):
    shot = shot_with(board, "Three red boats")
    editing.edit_shot(shot, by=alice, changes={"notes": "at five in the morning"})

    difference = compare(board, outline(without_text(LAMP, "Three red boats lie safe at the stone quay.\n\n")))

    assert difference.pieces[f"shot-{shot.pk}-gone"].wanted is False


def test_a_move_of_the_writer_does_not_undo_one_of_the_board(board, alice):
    shot = shot_with(board, "very last match")
    last = board.scenes.live().last()
    editing.move_shot(shot, by=alice, scene=last.pk, after=0)
    assert compare(board, outline(LAMP)).pieces == {}

    line = "Close on her hand striking the very last match.\n\n"
    start = LAMP.index("MARTA climbs")
    moved = without_text(LAMP, line)
    difference = compare(board, outline(moved[:start] + line + moved[start:]))

    piece = difference.pieces[f"shot-{shot.pk}-move"]
    assert (piece.wanted, "board" in piece.note) == (False, True)


def test_a_circled_take_offers_to_omit(board):
    shot = shot_with(board, "Three red boats")
    shot.circled_take = make.take(shot)
    shot.save()

    difference = compare(board, outline(without_text(LAMP, "Three red boats lie safe at the stone quay.\n\n")))

    assert difference.pieces[f"shot-{shot.pk}-gone"].may_omit is True


def test_people_keep_their_names_in_the_bible(board, alice):
    element = board.elements.get(name__iexact="marta")
    element.name, element.aliases = "Marta Lind", [element.name]
    element.save()

    assert compare(board, outline(LAMP)).pieces == {}


# --- other formats, other boards ------------------------------------------------------------------------------------


PROSE = "The old man sat by the sea. He mended his net with slow hands.\n\nA girl came down the beach with a red kite."
ARTICLE = "# Trees\n\nA tree gives shade to the street.\n\n## Water\n\nIts roots hold the rain for days.\n"


@pytest.mark.parametrize(
    ("text", "name", "old", "new"),
    [
        (PROSE, "x.txt", "a red kite", "a torn blue kite"),
        (ARTICLE, "x.md", "for days", "for many weeks"),
    ],
)
def test_prose_and_articles_are_compared_too(team, alice, text, name, old, new):
    board = import_outline(read_script(text, name=name), team=team, by=alice)

    assert compare(board, read_script(text, name=name)).pieces == {}
    difference = compare(board, read_script(text.replace(old, new), name=name))
    assert {piece.kind for piece in difference.pieces.values()} == {Kind.CHANGED}


def test_a_board_without_a_script_loses_nothing(team):
    board = make.storyboard(team, scenes=2, shots=2)

    difference = compare(board, outline(LAMP))

    assert not {Kind.GONE, Kind.CONFLICT} & {piece.kind for piece in difference.pieces.values()}
    assert difference.after(difference.wanted).shots >= 4


def test_the_copy_of_a_shot_is_nobodys_twin(board, alice):
    editing.duplicate_shot(shot_with(board, "black rocks"), by=alice)

    assert compare(board, outline(LAMP)).pieces == {}


# --- size -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", [("the window", "the cold window"), ("Marta", "Ingrid"), ("INT.", "EXT.")])
def test_a_change_throughout_a_thousand_shots_makes_no_shot_new_or_gone(team, alice, change):
    text = long_script(200)
    board = import_outline(read_script(text), team=team, by=alice)
    assert Shot.objects.filter(scene__storyboard=board).count() >= 1000

    difference = compare(board, read_script(text.replace(*change)))

    assert difference.pieces
    assert {Kind.NEW, Kind.GONE}.isdisjoint(piece.kind for piece in difference.pieces.values())
