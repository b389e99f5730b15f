import json
import re

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from storyboards import editing
from storyboards.models import Edit, Element, Scene, Shot
from storyboards.reading import read_board
from storyboards.timeline import spans
from tests import make
from tests.storyboards.views.conftest import HTMX

MOST_QUERIES = 12


def timeline_url(board, query=""):
    return reverse("timeline", args=[board.pk]) + query


def blocks(response):
    """Return key and length in frames of each block, first to last."""
    found = re.findall(r'class="block[^"]*" id="shot-(\d+)"[^>]*data-frames="(\d+)"', response.content.decode())
    return [(int(pk), int(frames)) for pk, frames in found]


def retime(client, shot, headers=HTMX, **values):
    return client.post(reverse("retime_shot", args=[shot.pk]), values, headers=headers)


def test_blocks_are_as_long_as_their_shots(bob, board):
    shots = list(Shot.objects.filter(scene__storyboard=board).order_by("scene__position", "position"))
    Shot.objects.filter(pk=shots[2].pk).update(frames=133)

    assert blocks(bob.get(timeline_url(board))) == [(shot.pk, 133 if shot == shots[2] else 48) for shot in shots]


def test_scenes_begin_where_those_before_them_end(board):
    first, second = spans(read_board(board))

    assert (first.start, first.frames, first.timecode) == (0, 144, "00:00:00:00")
    assert (second.start, second.frames, second.timecode) == (144, 144, "00:00:06:00")


def test_what_is_omitted_runs_for_no_time(bob, board, shot):
    Shot.objects.filter(pk=shot.pk).update(omitted=True)
    Scene.objects.filter(pk=board.scenes.live()[1].pk).update(omitted=True)

    response = bob.get(timeline_url(board))

    assert sum(frames for _pk, frames in blocks(response)) == 96
    assert response.content.decode().count('class="block omitted"') == 4
    assert 'data-total="96"' in response.content.decode()


def test_lines_and_transitions_stand_in_the_blocks(bob, board, shot):
    marta = Element.objects.create(storyboard=board, name="Marta", colour="teal", aliases=["The Keeper"])
    shot.cast.add(marta)
    lines = [{"speaker": "THE KEEPER", "text": "Not yet."}, {"speaker": "PIP", "text": "<b>Wuff"}]
    Shot.objects.filter(pk=shot.pk).update(dialogue=lines, transition="dissolve")

    page = bob.get(timeline_url(board)).content.decode()

    assert '<p><i class="swatch swatch-teal"></i><b>THE KEEPER</b> Not yet.</p><p><b>PIP</b> &lt;b&gt;Wuff</p>' in page
    assert '<p class="transition" title="Dissolve">' in page


def test_a_longer_timeline_asks_no_more_of_the_database(bob, cast, django_assert_max_num_queries):
    short = make.storyboard(cast.team, scenes=1, shots=2)
    long = make.storyboard(cast.team, scenes=6, shots=8)
    bob.get(timeline_url(long))

    with CaptureQueriesContext(connection) as for_short:
        bob.get(timeline_url(short))
    with django_assert_max_num_queries(MOST_QUERIES) as for_long:
        bob.get(timeline_url(long))

    assert len(for_short) == len(for_long)


def test_a_fragment_is_the_reel(bob, board):
    response = bob.get(timeline_url(board), headers={**HTMX, "HX-Target": f"storyboard-{board.pk}"})

    assert response.content.decode().lstrip().startswith('<ol class="reel"')


def test_the_shot_in_the_address_is_in_the_inspector(bob, board, shot):
    assert f'data-inspects="{shot.pk}"' in bob.get(timeline_url(board, f"?shot={shot.pk}")).content.decode()


def test_a_viewer_watches_and_pulls_no_edge(carol, board):
    page = carol.get(timeline_url(board)).content.decode()

    assert 'class="edge"' not in page
    assert "data-retime-url" not in page


def test_an_empty_board_says_where_to_go(bob, cast):
    assert "No time has passed yet" in bob.get(timeline_url(make.storyboard(cast.team, scenes=0))).content.decode()


def test_a_block_is_a_fragment_of_its_own(bob, board, shot):
    fragment = bob.get(reverse("shot_block", args=[shot.pk]), headers=HTMX)

    assert blocks(fragment) == [(shot.pk, 48)]
    assert bob.get(reverse("shot_block", args=[shot.pk])).url == timeline_url(board, f"?shot={shot.pk}#shot-{shot.pk}")


def test_pulling_an_edge_is_one_edit(bob, shot):
    response = retime(bob, shot, frames="53", seen="48")

    shot.refresh_from_db()
    assert shot.frames == 53
    assert blocks(response) == [(shot.pk, 53)]
    assert [(edit.before, edit.after) for edit in Edit.objects.all()] == [({"frames": 48}, {"frames": 53})]
    assert "board:settled" in response.headers["HX-Trigger"]


def test_who_pulls_an_edge_that_somebody_else_moved_is_told_both_lengths(bob, shot, cast):
    editing.edit_shot(shot, by=cast.adam, changes={"frames": 96})

    response = retime(bob, shot, frames="60", seen="48")

    shot.refresh_from_db()
    assert (response.status_code, shot.frames) == (409, 96)
    assert blocks(response) == [(shot.pk, 96)]
    sentence = json.loads(response.headers["HX-Trigger"])["toast"]["text"]
    assert "4.0 s" in sentence
    assert "2.5 s" in sentence


@pytest.mark.parametrize("frames", ["0", "-1", "x", "", "999999"])
def test_a_length_that_cannot_be_is_refused(bob, shot, frames):
    response = retime(bob, shot, frames=frames, seen="48")

    assert response.status_code == 422
    assert json.loads(response.headers["HX-Trigger"])["toast"]["text"]
    assert blocks(response) == [(shot.pk, 48)]


def test_without_scripts_a_new_length_leads_back_to_the_timeline(bob, board, shot):
    done = retime(bob, shot, headers={}, frames="60")
    refused = retime(bob, shot, headers={}, frames="x")

    assert done.status_code == refused.status_code == 303
    assert done.url == refused.url == timeline_url(board, f"?shot={shot.pk}#shot-{shot.pk}")
    assert list(get_messages(refused.wsgi_request))


def test_the_head_leaves_out_the_list_of_scenes_where_there_is_none(bob, board):
    for page, shown in (("storyboard", True), ("shot_list", False), ("timeline", False)):
        where = f"http://testserver{reverse(page, args=[board.pk])}?shot=1"
        head = bob.get(reverse("board_head", args=[board.pk]), headers={**HTMX, "HX-Current-URL": where})
        assert ('id="scenes"' in head.content.decode()) == shown
