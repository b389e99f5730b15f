"""What was deleted can be taken out again for a month; what money was spent on keeps its rows for ever."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from storyboards import editing
from storyboards.discarded import discarded
from storyboards.editing import Gone
from storyboards.editing.emptying import empty_trash
from storyboards.models import Asset, Element, ReferencePicture, Scene, Shot, Take
from tests import make
from tests.storyboards.editing.boards import order, said

LONG_AGO = timezone.now() - timedelta(days=31)


@pytest.fixture
def board(cast):
    return make.storyboard(cast.team, scenes=2, shots=3)


@pytest.fixture
def scene(board):
    return board.scenes.live().first()


def again(row):
    return type(row).objects.get(pk=row.pk)


def file(team, name):
    stored = default_storage.save(f"teams/{team.pk}/takes/{name}", ContentFile(b"four"))
    return Asset.objects.create(team=team, kind="take", file=stored, mime="video/mp4", bytes=4, sha256="0")


def test_a_shot_and_a_scene_come_back_to_where_they_were(board, scene, cast):
    start = said(board)
    shot = scene.shots.all()[1]
    editing.delete_shot(shot, by=cast.bob)
    editing.delete_scene(scene, by=cast.bob)

    editing.restore(again(scene), by=cast.alice)
    editing.restore(again(shot), by=cast.alice)

    assert said(board) == start
    assert [(edit.verb, edit.by) for edit in board.edits.all()[:2]] == [("restore", cast.alice)] * 2


def test_coming_back_is_undone_like_any_deed(board, scene, cast):
    shot = scene.shots.first()
    editing.delete_shot(shot, by=cast.bob)
    editing.restore(again(shot), by=cast.bob)

    editing.undo(board, by=cast.bob)
    assert shot.pk not in order(scene)
    editing.undo(board, by=cast.bob)
    assert shot.pk in order(scene)


def test_a_shot_waits_for_its_scene_and_nothing_comes_back_twice(scene, cast):
    shot = scene.shots.first()
    editing.delete_shot(shot, by=cast.bob)
    editing.delete_scene(scene, by=cast.bob)

    with pytest.raises(Gone, match="Its scene is in the trash"):
        editing.restore(again(shot), by=cast.bob)
    editing.restore(again(scene), by=cast.bob)
    with pytest.raises(Gone, match="no longer in the trash"):
        editing.restore(again(scene), by=cast.bob)


def test_the_trash_says_who_put_what_there_and_until_when(board, scene, cast):
    other = board.scenes.live().last()
    editing.delete_shot(scene.shots.first(), by=cast.bob)
    editing.delete_shot(other.shots.first(), by=cast.bob)
    editing.delete_scene(other, by=cast.alice)

    rows = discarded(board)

    assert [(row.noun, row.by, row.way_back) for row in rows] == [
        ("scene", "Alice", "restore_scene"),
        ("shot", "Bob", ""),
        ("shot", "Bob", "restore_shot"),
    ]
    assert {row.gone_at - row.at for row in rows} == {timedelta(days=30)}


def test_after_a_month_it_is_in_the_trash_no_more(board, scene, cast):
    shot = scene.shots.first()
    editing.delete_shot(shot, by=cast.bob)
    Shot.objects.filter(pk=shot.pk).update(deleted_at=LONG_AGO)

    assert discarded(board) == []
    for deed in (lambda: editing.restore(again(shot), by=cast.bob), lambda: editing.undo(board, by=cast.bob)):
        with pytest.raises(Gone, match="more than 30 days"):
            deed()


def test_the_trash_is_emptied_of_what_is_old(board, scene, cast):
    old, young, _live = scene.shots.all()
    gone_scene = board.scenes.live().last()
    for row, at in ((old, LONG_AGO), (young, timezone.now()), (gone_scene, LONG_AGO)):
        type(row).objects.filter(pk=row.pk).update(deleted_at=at)

    assert empty_trash() == 5

    assert set(Scene.objects.all()) == {scene}
    assert set(Shot.objects.all()) == set(scene.shots.all()) == {young, _live}
    assert empty_trash() == 0


def test_what_was_paid_for_keeps_its_rows_and_loses_its_files(cast, scene):
    shot, other, live = scene.shots.all()
    files = [file(cast.team, f"{name}.mp4") for name in ("done", "thrown", "kept")]
    done = make.take(shot, state=Take.State.DONE, asset=files[0], cost=66)
    thrown = make.take(live, state=Take.State.DONE, asset=files[1], deleted_at=LONG_AGO)
    kept = make.take(live, number=2, state=Take.State.DONE, asset=files[2])
    working = make.take(other)
    Shot.objects.filter(pk__in=[shot.pk, other.pk]).update(deleted_at=LONG_AGO)

    assert empty_trash() == 2

    assert [Take.objects.get(pk=take.pk).asset_id for take in (done, thrown, kept)] == [None, None, files[2].pk]
    assert [default_storage.exists(row.stored_name) for row in files] == [False, False, True]
    assert Take.objects.get(pk=done.pk).cost == 66
    assert Take.objects.get(pk=working.pk).state == Take.State.WORKING


def test_old_elements_go_with_the_pictures_that_only_they_have(board, cast):
    gone, live = (board.elements.create(name=name) for name in ("Marta", "Pip"))
    own, shared = file(cast.team, "own.webp"), file(cast.team, "shared.webp")
    for element, asset in ((gone, own), (gone, shared), (live, shared)):
        ReferencePicture.objects.create(element=element, asset=asset)
    Element.objects.filter(pk=gone.pk).update(deleted_at=LONG_AGO)

    assert empty_trash() == 2

    assert list(Element.objects.all()) == [live]
    assert [default_storage.exists(row.stored_name) for row in (own, shared)] == [False, True]


def test_taking_back_into_a_scene_that_was_emptied_is_refused(board, scene, cast):
    shot = scene.shots.first()
    other = board.scenes.live().last()
    editing.move_shot(shot, by=cast.bob, scene=other.pk, after=0)
    Scene.objects.filter(pk=scene.pk).update(deleted_at=LONG_AGO)
    empty_trash()

    with pytest.raises(Gone, match="more than 30 days"):
        editing.undo(board, by=cast.bob)
