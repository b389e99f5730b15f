import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from storyboards import editing
from storyboards.importing import import_outline
from storyboards.models import Revision, Shot
from storyboards.revising import compare
from tests.storyboards.revising.scripts import LAMP, outline, told, without_text
from tests.storyboards.revising.test_taking_over import LESS, MORE, REVISED

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(cast):
    return import_outline(outline(LAMP), team=cast.team, by=cast.alice)


@pytest.fixture
def revision(board, cast):
    return Revision.objects.create(storyboard=board, script=REVISED, name="x.fountain", by=cast.bob)


def page(pk):
    return reverse("revision", args=[pk])


def shot_with(board, text):
    return Shot.objects.get(scene__storyboard=board, action__contains=text)


def seal(board, text=REVISED):
    return compare(board, outline(text)).seal()


@pytest.mark.parametrize(
    "handed_in",
    [
        {"script": MORE, "name": "lamp.fountain"},
        {"file": SimpleUploadedFile("lamp.fountain", MORE.encode())},
    ],
)
def test_a_newer_script_is_handed_in_and_shown(bob, board, handed_in):
    for file in handed_in.values():
        getattr(file, "seek", lambda _at: None)(0)

    answer = bob.post(reverse("revise", args=[board.pk]), handed_in)

    row = board.revisions.get()
    assert (answer.status_code, answer.url) == (303, page(row.pk))
    assert (row.name, row.settled_at) == ("lamp.fountain", None)
    assert "Take over what is ticked" in bob.get(answer.url).text


def test_handed_in_twice_it_waits_once(bob, board):
    for _time in range(2):
        bob.post(reverse("revise", args=[board.pk]), {"script": MORE})

    assert board.revisions.count() == 1


def test_one_can_begin_with_the_script_as_it_is(bob, board):
    address = reverse("revise", args=[board.pk])
    script_page = reverse("script", args=[board.pk])

    assert "?from=board" in bob.get(address).content.decode()
    assert bob.get(address).context["form"]["script"].value() in (None, "")
    begun = bob.get(address, {"from": "board"}).context["form"]
    assert begun["script"].value() == board.script
    assert f"{address}?from=board" in bob.get(script_page).content.decode()


def test_who_may_only_look_is_offered_no_version(carol, board):
    assert reverse("revise", args=[board.pk]) not in carol.get(reverse("script", args=[board.pk])).content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"script": "  "},
        {"script": "x" * 2_000_001},
        {"file": SimpleUploadedFile("x.pdf", b"%PDF-1.7")},
        {"file": SimpleUploadedFile("x.txt", b"\x00\x01\x02")},
    ],
)
def test_what_is_no_script_is_refused(bob, board, wrong):
    answer = bob.post(reverse("revise", args=[board.pk]), wrong)

    assert (answer.status_code, board.revisions.count()) == (422, 0)
    assert 'role="alert"' in answer.text


def test_the_page_marks_what_changes_for_eyes_and_ears(bob, board, revision):
    text = bob.get(page(revision.pk)).text

    assert "grey cliffs" in text
    assert '<del><span class="visually-hidden"> taken out: </span>black rocks' in text
    assert "INT. STAIRS - NIGHT" in text


def test_what_is_ticked_is_taken_over(bob, board, revision, cast):
    key = f"shot-{shot_with(board, 'black rocks').pk}"

    answer = bob.post(page(revision.pk), {"step": "take", "take": [key], "seal": seal(board)}, follow=True)

    assert "1 change was taken over" in answer.text
    assert "grey cliffs" in shot_with(board, "Waves").action
    assert board.scenes.live().count() == 3
    edit = board.edits.filter(noun="shot").first()
    assert (edit.by, edit.verb) == (cast.bob, "edit")


def test_the_page_says_how_long_the_film_would_be(bob, board):
    row = Revision.objects.create(storyboard=board, script=LESS, name="x.fountain")
    gone = f"shot-{shot_with(board, 'Three red boats').pk}-gone"

    usual = bob.get(page(row.pk))
    none = bob.post(page(row.pk), {"tick": "none"})
    counted = bob.post(page(row.pk), {"step": "count", "take": [gone]})

    shots = usual.context["before"].shots
    assert [answer.context["after"].shots for answer in (usual, none, counted)] == [shots - 1, shots, shots - 1]
    assert Revision.objects.get(pk=row.pk).settled_at is None


def test_a_board_that_moved_on_is_shown_again(bob, board, revision, cast):
    before = seal(board)
    shot = shot_with(board, "black rocks")
    editing.edit_shot(shot, by=cast.alice, changes={"action": "Alice has another idea."})
    new = "scene-new-1"

    answer = bob.post(page(revision.pk), {"step": "take", "take": [f"shot-{shot.pk}", new], "seal": before})

    assert answer.status_code == 409
    assert "while you were looking" in answer.text
    pieces = answer.context["difference"].pieces
    assert pieces[f"shot-{shot.pk}-action"].moved_on is True
    assert (pieces[new].chosen, pieces["shot-new-1-0"].chosen) == (True, False)
    assert shot_with(board, "Alice has another idea.").pk == shot.pk


def test_a_forged_seal_takes_nothing_over(bob, board, revision):
    before = told(board)

    answer = bob.post(page(revision.pk), {"step": "take", "take": ["scene-new-1", "nonsense"], "seal": "a=b ==="})

    assert (answer.status_code, told(board)) == (409, before)


def test_refusing_all_of_it_keeps_the_version_in_the_list(bob, board, revision):
    before = told(board)

    bob.post(page(revision.pk), {"step": "refuse", "take": ["scene-new-1"], "seal": seal(board)})

    revision.refresh_from_db()
    assert (told(board), revision.settled_at is None) == (before, False)
    assert "What it changes was decided" in bob.get(page(revision.pk)).text
    assert "x.fountain" in bob.get(reverse("revise", args=[board.pk])).text


def test_unchanged_scenes_are_folded(bob, board):
    row = Revision.objects.create(storyboard=board, script=LAMP.replace("red boats", "blue boats"), name="x.fountain")

    text = bob.get(page(row.pk)).text

    assert "2 scenes without a change" in text
    assert "1 shot without a change" in text


def test_a_script_that_changes_nothing_says_so(bob, board):
    row = Revision.objects.create(storyboard=board, script=LAMP + "\n\n", name="x.fountain")

    assert "Nothing changes" in bob.get(page(row.pk)).text


def test_a_circled_take_can_be_kept_by_omitting(bob, board):
    shot = shot_with(board, "Three red boats")
    shot.circled_take = shot.takes.create(number=1, backend="sketch", request={})
    shot.save()
    row = Revision.objects.create(storyboard=board, script=LESS, name="x.fountain")
    key = f"shot-{shot.pk}-gone"
    assert "Omit it instead" in bob.get(page(row.pk)).text

    bob.post(page(row.pk), {"step": "take", "take": [key], "omit": [key], "seal": seal(board, LESS)})

    shot.refresh_from_db()
    assert (shot.omitted, shot.deleted_at) == (True, None)


def test_script_in_a_script_is_text(bob, board):
    new = without_text(LAMP, "Three red boats").replace("lie safe", "<script>alert(1)</script> lie safe")
    row = Revision.objects.create(storyboard=board, script=new, name="x.fountain")

    assert "<script>alert" not in bob.get(page(row.pk)).text


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_viewer_decides_nothing(carol, board, revision, method):
    assert getattr(carol, method)(page(revision.pk)).status_code == 403
    assert getattr(carol, method)(reverse("revise", args=[board.pk])).status_code == 403


def test_a_stranger_finds_no_version(client, cast, revision):
    client.force_login(cast.charlie)

    assert client.get(page(revision.pk)).status_code == 404
