import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storyboards import editing
from storyboards.editing.elements import edit_element
from storyboards.importing import import_outline
from storyboards.models import Revision, Shot, Storyboard
from storyboards.revising import MovedOn, compare, take_over
from storyboards.scripts import ScriptError
from tests import make
from tests.storyboards.revising.scripts import LAMP, outline, places, told, without_text

MORE = LAMP.replace(
    "INT. LAMP", "INT. STAIRS - NIGHT\n\nJONAS climbs the spiral stairs, two at a time.\n\nJONAS\nWait!\n\nINT. LAMP"
)
LESS = without_text(LAMP, "Three red boats lie safe at the stone quay.\n\n")
REVISED = MORE.replace("black rocks", "grey cliffs").replace("Three red boats lie safe at the stone quay.\n\n", "")


@pytest.fixture
def board(team, alice):
    return import_outline(outline(LAMP), team=team, by=alice)


def revise(board, text, by, *, chosen=None, omit=()):
    """Take over what is wanted of a new script, or what is chosen; return the revision."""
    revision = Revision.objects.create(storyboard=board, script=text, name="x.fountain", by=by)
    difference = compare(Storyboard.objects.get(pk=board.pk), outline(text))
    wanted = difference.wanted if chosen is None else chosen(difference)
    take_over(revision, by=by, chosen=wanted, seal=difference.seal(), omit=omit)
    board.refresh_from_db()
    revision.refresh_from_db()
    return revision


def everything(difference):
    return set(difference.pieces)


def nothing(difference):
    return set()


def shot_with(board, text):
    return Shot.objects.get(scene__storyboard=board, action__contains=text)


def fresh(board, text, by):
    return import_outline(outline(text), team=board.team, by=by)


@pytest.mark.parametrize("text", [MORE, LESS, REVISED])
def test_the_board_becomes_what_a_fresh_import_would_be(board, alice, text):
    revise(board, text, alice)

    again = fresh(board, text, alice)
    assert told(board) == told(again)
    assert places(board) == places(again)
    assert (board.script, board.script_format) == (again.script, again.script_format)


def test_takes_stay_with_their_shots(board, alice):
    shot = shot_with(board, "black rocks")
    take = make.take(shot)
    Shot.objects.filter(pk=shot.pk).update(circled_take=take)

    revise(board, REVISED, alice)

    shot.refresh_from_db()
    assert "grey cliffs" in shot.action
    assert (list(shot.takes.all()), shot.circled_take) == ([take], take)


def test_what_is_gone_is_in_the_trash_with_its_takes(board, alice):
    shot = shot_with(board, "Three red boats")
    take = make.take(shot)

    revise(board, LESS, alice)

    shot.refresh_from_db()
    assert shot.deleted_at is not None
    assert list(shot.takes.all()) == [take]


def test_what_is_gone_can_be_omitted_instead(board, alice):
    shot = shot_with(board, "Three red boats")

    revise(board, LESS, alice, omit=[f"shot-{shot.pk}-gone"])

    shot.refresh_from_db()
    assert (shot.deleted_at, shot.omitted) == (None, True)


def test_it_is_one_deed_and_one_version_of_the_board(board, alice):
    before = board.version

    revise(board, REVISED, alice)

    assert board.version == before + 1
    assert board.edits.exclude(verb="import").values("deed").distinct().count() == 1


def test_only_what_is_chosen_is_taken(board, alice):
    key = f"shot-{shot_with(board, 'black rocks').pk}"
    scenes = board.scenes.live().count()

    revise(board, REVISED, alice, chosen=lambda difference: {key})

    assert board.scenes.live().count() == scenes
    assert shot_with(board, "Three red boats").deleted_at is None
    assert shot_with(board, "grey cliffs").pk == int(key.removeprefix("shot-"))


def test_a_new_shot_does_not_come_without_its_scene(board, alice):
    before = told(board)

    revise(board, MORE, alice, chosen=lambda difference: {key for key in difference.pieces if key.startswith("shot-")})

    assert told(board) == before


def test_refusing_everything_leaves_the_board_as_it_was(board, alice):
    before, version = told(board), board.version

    revision = revise(board, REVISED, alice, chosen=nothing)

    assert (told(board), board.version, board.script) == (before, version, outline(LAMP).text)
    assert revision.settled_at is not None


def test_what_was_refused_once_is_not_asked_again(board, alice):
    revise(board, REVISED, alice, chosen=lambda difference: set(sorted(difference.pieces)[:1]))

    assert compare(board, outline(REVISED)).wanted == set()


def test_new_people_and_places_join_the_bible(board, alice):
    count = board.elements.count()

    revise(board, MORE, alice)

    jonas = board.elements.get(name__iexact="jonas")
    stairs = board.elements.get(kind="place", name__iexact="stairs")
    assert board.elements.count() == count + 2
    assert Shot.objects.get(cast=jonas).scene.location == stairs


def described(board):
    return board.elements.get(name="MARTA").description


INTRODUCED = LAMP.replace("MARTA climbs", "MARTA, a girl in a yellow coat, climbs")
REDRESSED = INTRODUCED.replace("yellow coat", "red coat")


def test_the_bible_learns_how_somebody_looks_now(team, alice):
    board = import_outline(outline(INTRODUCED), team=team, by=alice)
    marta = board.elements.get(name="MARTA")

    revise(board, REDRESSED, alice)

    assert described(board) == described(fresh(board, REDRESSED, alice)) == "a girl in a red coat"
    assert board.elements.get(name="MARTA").version > marta.version

    editing.undo(board, by=alice)

    assert described(board) == "a girl in a yellow coat"
    assert board.elements.get(name="MARTA").version == marta.version


def test_what_people_wrote_in_the_bible_stays_unless_the_script_is_preferred(team, alice):
    board = import_outline(outline(INTRODUCED), team=team, by=alice)
    marta = board.elements.get(name="MARTA")
    edit_element(marta, by=alice, changes={"description": "a girl in oilskin"})
    key = f"element-{marta.pk}"

    difference = compare(Storyboard.objects.get(pk=board.pk), outline(REDRESSED))
    assert (difference.pieces[key].kind, difference.pieces[key].wanted) == ("conflict", False)

    revise(board, REDRESSED, alice, chosen=lambda difference: difference.wanted | {key})
    assert described(board) == "a girl in a red coat"


def test_a_script_that_describes_nobody_any_more_takes_no_description_away(team, alice):
    board = import_outline(outline(INTRODUCED), team=team, by=alice)

    revise(board, LAMP, alice, chosen=everything)

    assert described(board) == "a girl in a yellow coat"


def test_a_conflict_that_is_taken_says_what_the_script_says(board, alice):
    shot = shot_with(board, "black rocks")
    editing.edit_shot(shot, by=alice, changes={"action": "Waves break on black rocks. Gulls."})

    revise(board, LAMP.replace("black rocks", "grey cliffs"), alice, chosen=everything)

    shot.refresh_from_db()
    assert "grey cliffs" in shot.action


def test_a_conflict_that_is_refused_keeps_the_boards_words(board, alice):
    shot = shot_with(board, "black rocks")
    editing.edit_shot(shot, by=alice, changes={"action": "Waves break on black rocks. Gulls."})

    revise(board, MORE.replace("black rocks", "grey cliffs"), alice)

    shot.refresh_from_db()
    assert shot.action == "Waves break on black rocks. Gulls."
    assert board.script[shot.source_start : shot.source_end].strip().startswith("Waves break on grey cliffs")


def test_shots_of_ones_own_stay_where_they_stand(board, alice):
    first = board.scenes.live().first()
    own = editing.add_shot(first, by=alice, action="The director's idea.", after=first.shots.live().first().pk)

    revise(board, REVISED, alice)

    keys = list(first.shots.live().values_list("pk", flat=True))
    assert keys.index(own.pk) == 1


def test_a_scene_in_which_a_shot_stays_does_not_go(board, alice):
    start = LAMP.index("INT. LAMP")
    less = LAMP[:start] + LAMP[LAMP.index("EXT. HARBOUR") :]
    kept = f"shot-{shot_with(board, 'very last match').pk}-gone"

    revise(board, less, alice, chosen=lambda difference: everything(difference) - {kept})

    scene = shot_with(board, "very last match").scene
    assert scene.deleted_at is None
    assert shot_with(board, "great glass lamp").deleted_at is not None


def test_a_scene_that_goes_takes_its_shots_along(board, alice):
    start = LAMP.index("INT. LAMP")

    revise(board, LAMP[:start] + LAMP[LAMP.index("EXT. HARBOUR") :], alice)

    shot = shot_with(board, "very last match")
    assert shot.scene.deleted_at is not None
    assert shot.deleted_at is None


def test_what_is_not_as_it_was_shown_is_shown_again(board, alice):
    revision = Revision.objects.create(storyboard=board, script=REVISED, name="x.fountain")
    seal = compare(board, outline(REVISED)).seal()
    shot = shot_with(board, "black rocks")
    editing.edit_shot(shot, by=alice, changes={"action": "Something else altogether."})
    before = told(board)

    with pytest.raises(MovedOn) as moved_on:
        take_over(revision, by=alice, chosen={f"shot-{shot.pk}"}, seal=seal)

    assert {f"shot-{shot.pk}"} <= moved_on.value.keys
    assert "shot-new-1-0" not in moved_on.value.keys
    assert told(board) == before


def test_what_others_did_elsewhere_is_no_obstacle(board, alice):
    revision = Revision.objects.create(storyboard=board, script=MORE, name="x.fountain")
    difference = compare(board, outline(MORE))
    editing.edit_shot(shot_with(board, "black rocks"), by=alice, changes={"notes": "by crane"})

    taken = take_over(revision, by=alice, chosen=difference.wanted, seal=difference.seal())

    assert taken == len(difference.wanted)


def test_a_revision_is_taken_over_once(board, alice):
    revision = revise(board, MORE, alice)
    before = told(board)

    assert take_over(revision, by=alice, chosen={"scene-new-1"}, seal="") == 0
    assert told(board) == before


def test_a_failure_in_the_middle_changes_nothing(board, alice, monkeypatch):
    before, version = told(board), board.version

    def fails(*args):
        raise OSError("disk full")

    monkeypatch.setattr("storyboards.revising.taking_over.put_script", fails)
    with pytest.raises(OSError, match="disk full"):
        revise(board, REVISED, alice)

    board.refresh_from_db()
    assert (told(board), board.version, board.elements.count()) == (before, version, board.elements.count())


def test_the_first_script_is_kept_as_a_revision(board, alice):
    revise(board, MORE, alice)

    assert [row.script for row in board.revisions.order_by("created_at", "pk")] == [outline(LAMP).text, MORE]


# --- taking it back -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [MORE, LESS, REVISED])
def test_undo_gives_the_old_board_back(board, alice, text):
    before = (told(board), places(board), board.script)
    revision = revise(board, text, alice)

    editing.undo(board, by=alice)

    board.refresh_from_db()
    revision.refresh_from_db()
    assert (told(board), places(board), board.script) == before
    assert revision.settled_at is None
    assert board.elements.live().filter(name__iexact="jonas").count() == 0


def test_redo_takes_it_over_again(board, alice):
    revise(board, REVISED, alice)
    after = (told(board), places(board), board.script)
    editing.undo(board, by=alice)

    editing.redo(board, by=alice)

    board.refresh_from_db()
    assert (told(board), places(board), board.script) == after


# --- any change -----------------------------------------------------------------------------------------------------

LINES = LAMP.split("\n\n")
WORDS = [
    "The wind turns.",
    "JONAS\nWho is there?",
    "INT. CELLAR - DAY",
    "Close on a brass key.",
    "A gull screams, twice.",
]


def edited(lines, edits):
    """Return the script after random strokes of the pen."""
    lines = list(lines)
    for kind, at, what in edits:
        index = at % (len(lines) + 1)
        if kind == "insert" or not lines:
            lines.insert(index, what)
        elif kind == "delete":
            del lines[index % len(lines)]
        elif kind == "change":
            lines[index % len(lines)] += f" {what.lower()}"
        else:
            lines.append(lines.pop(index % len(lines)))
    return "\n\n".join(lines)


STROKES = st.lists(
    st.tuples(st.sampled_from(["insert", "delete", "change", "move"]), st.integers(0, 99), st.sampled_from(WORDS)),
    max_size=6,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(strokes=STROKES)
def test_accepting_everything_is_a_fresh_import_and_refusing_everything_is_nothing(team, alice, strokes):
    text = edited(LINES, strokes)
    try:
        outline(text)
    except ScriptError:
        return
    for choice, expected in ((everything, text), (nothing, LAMP)):
        board = import_outline(outline(LAMP), team=team, by=alice)
        revise(board, text, alice, chosen=choice)

        assert told(board) == told(fresh(board, expected, alice))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(strokes=STROKES, keep=st.sets(st.integers(0, 12)))
def test_whatever_was_chosen_undo_gives_the_old_board_back(team, alice, strokes, keep):
    text = edited(LINES, strokes)
    try:
        outline(text)
    except ScriptError:
        return
    board = import_outline(outline(LAMP), team=team, by=alice)
    before = told(board)
    revise(
        board,
        text,
        alice,
        chosen=lambda difference: {key for at, key in enumerate(difference.pieces) if at not in keep},
    )

    if board.edits.exclude(verb="import").exists():
        editing.undo(board, by=alice)

    assert told(board) == before
