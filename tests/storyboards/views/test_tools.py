import html
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from storyboards import editing
from storyboards.editing import ahead
from storyboards.models import Shot
from tests.storyboards.views.conftest import HTMX


def url(name, row):
    return reverse(name, args=[row.pk])


def labels(browser, board, name="storyboard"):
    """Return how the page's buttons for undo and redo are called; both pairs of them are called alike."""
    page = browser.get(url(name, board)).content.decode()
    found = {way: set(re.findall(f'data-next="{way}".*? aria-label="([^"]*)"', page)) for way in ("undo", "redo")}
    assert [len(words) for words in found.values()] == [1, 1]
    return tuple(html.unescape(words.pop()) for words in found.values())


def head_labels(browser, board):
    """Return the same as the head says it after a deed."""
    head = browser.get(url("board_head", board), headers=HTMX).content.decode()
    return tuple(html.unescape(re.search(f'data-{way}="([^"]*)"', head)[1]) for way in ("undo", "redo"))


def test_the_buttons_say_what_they_would_do(bob, cast, board, scene, shot):
    assert labels(bob, board) == ("Nothing to undo", "Nothing to redo")

    editing.edit_shot(shot, by=cast.bob, changes={"size": "CU"})
    editing.shift_shot(shot, by=cast.bob, step="right")
    assert labels(bob, board) == head_labels(bob, board) == ("Undo: moved shot 1A", "Nothing to redo")

    editing.undo(board, by=cast.bob)
    assert labels(bob, board) == head_labels(bob, board) == ("Undo: changed size of shot 1", "Redo: moved shot 1")

    editing.undo(board, by=cast.bob)
    assert head_labels(bob, board) == ("Nothing to undo", "Redo: changed size of shot 1")

    editing.redo(board, by=cast.bob)
    assert head_labels(bob, board) == ("Undo: changed size of shot 1", "Redo: moved shot 1")


@pytest.mark.parametrize("view", ["shot_list", "timeline"])
def test_every_view_of_the_board_has_the_same_buttons(bob, cast, board, shot, view):
    editing.edit_shot(shot, by=cast.bob, changes={"size": "CU"})

    assert labels(bob, board, view) == ("Undo: changed size of shot 1", "Nothing to redo")


def test_what_is_gone_is_told_without_its_name(bob, cast, board, scene, shot):
    editing.put_in(shot, by=cast.bob, kind="character", name="Pip")
    assert labels(bob, board)[0] == "Undo: changed who is in it of shot 1"

    editing.delete_shot(shot, by=cast.bob)
    assert labels(bob, board)[0] == "Undo: deleted a shot"

    editing.delete_scene(scene, by=cast.bob)
    assert labels(bob, board)[0] == "Undo: deleted a scene"


def test_what_others_did_is_not_mine_to_undo(bob, cast, board, shot):
    editing.edit_shot(shot, by=cast.alice, changes={"size": "CU"})

    assert labels(bob, board) == ("Nothing to undo", "Nothing to redo")


def test_a_deed_on_very_many_shots_is_undone_without_words(bob, cast, board, monkeypatch):
    keys = list(Shot.objects.values_list("pk", flat=True))
    editing.edit_shots(board.pk, keys, by=cast.bob, changes={"size": "CU"})
    assert labels(bob, board)[0] == "Undo: changed size of 6 shots"

    monkeypatch.setattr(ahead, "MOST_ROWS", 4)
    assert labels(bob, board) == ("Undo", "Redo")


def test_a_long_log_costs_one_query(bob, cast, board, shot):
    bob.get(url("storyboard", board))
    counts = []
    for _ in range(2):
        for number in range(20):
            editing.edit_shot(shot, by=cast.bob, changes={"action": f"Wave {len(counts)} {number}."})
        with CaptureQueriesContext(connection) as queries:
            bob.get(url("board_head", board), headers=HTMX)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_viewers_have_no_such_buttons(carol, board):
    assert "data-next" not in carol.get(url("storyboard", board)).content.decode()
    assert "data-undo" not in carol.get(url("board_head", board), headers=HTMX).content.decode()
