"""The inspector: what it shows, what it saves, and what becomes of two people's words."""

import html
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from storyboards import editing
from storyboards.models import Shot, Storyboard
from storyboards.shot_form import ShotForm, exact_seconds, other_lengths
from storyboards.timecode import timecode
from storyboards.vocabulary import Rate
from tests import make
from tests.storyboards.views.conftest import HTMX


def filled(shot, **changes):
    """Return what a browser sends for the inspector of `shot`."""
    seen = {
        "action": shot.action,
        "dialogue": shot.dialogue,
        "size": shot.size,
        "angle": shot.angle,
        "move": shot.move,
        "move_direction": shot.move_direction,
        "move_speed": shot.move_speed,
        "frames": shot.frames,
        "transition": shot.transition,
        "notes": shot.notes,
        "lens": shot.lens,
        "cast": sorted(shot.cast.values_list("pk", flat=True)),
    }
    fields = {name: value for name, value in seen.items() if name not in ("dialogue", "frames")}
    fields |= {"length": str(shot.frames / 24), "lines": "0", "seen": json.dumps(seen)}
    return fields | changes


def hidden(response, name):
    """Return a hidden field that a browser would send along next time."""
    return html.unescape(re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())[1])


def edit(browser, shot, *, headers=None, **changes):
    return browser.post(reverse("edit_shot", args=[shot.pk]), filled(shot, **changes), headers=headers or {})


def test_the_inspector_is_a_page_and_a_fragment(bob, shot):
    page = bob.get(reverse("inspector", args=[shot.pk])).content.decode()
    fragment = bob.get(reverse("inspector", args=[shot.pk]), headers=HTMX).content.decode()

    assert page.lstrip().startswith("<!DOCTYPE html>")
    assert fragment.lstrip().startswith(f'<div class="inspect" id="inspect-{shot.pk}"')
    assert shot.action in fragment


def test_a_viewer_sees_the_shot_and_no_field(carol, shot):
    fragment = carol.get(reverse("inspector", args=[shot.pk]), headers=HTMX).content.decode()

    assert shot.action in fragment
    assert [tag for tag in ("<form", "<input", "<textarea", "<button") if tag in fragment] == []


def test_saving_without_scripts(bob, board, shot):
    response = edit(bob, shot, action="Marta stops.", length="3 s", size="CU", notes="Wind.")

    shot.refresh_from_db()
    assert (response.status_code, response.url) == (303, f"/storyboards/{board.pk}/?shot={shot.pk}#shot-{shot.pk}")
    assert (shot.action, shot.frames, shot.size, shot.notes) == ("Marta stops.", 72, "CU", "Wind.")


def test_saving_by_itself_answers_with_the_state_and_what_was_seen(bob, shot):
    response = edit(bob, shot, headers=HTMX, action="Marta stops.")

    assert response.status_code == 200
    assert "Saved" in response.content.decode()
    assert json.loads(response.headers["HX-Trigger"]) == {"shot:saved": {"shot": shot.pk}}
    assert "Marta stops." in response.content.decode()


def test_saving_twice_the_same_is_one_edit(bob, board, shot):
    fields = filled(shot, action="Marta stops.")
    bob.post(reverse("edit_shot", args=[shot.pk]), fields, headers=HTMX)
    bob.post(reverse("edit_shot", args=[shot.pk]), fields, headers=HTMX)

    assert board.edits.count() == 1


def test_browsers_line_ends_are_no_change(bob, board, shot):
    editing.edit_shot(shot, by=None, changes={"action": "One.\nTwo."})
    shot.refresh_from_db()

    edit(bob, shot, headers=HTMX, action="One.\r\nTwo.")

    assert board.edits.count() == 1


def test_dialogue_is_filled_in_line_by_line(bob, shot):
    edit(
        bob,
        shot,
        **{
            "lines": "3",
            "line-0-speaker": "MARTA",
            "line-0-direction": "to the dog",
            "line-0-text": "Not yet, Pip.",
            "line-1-speaker": "",
            "line-1-text": "",
            "line-2-speaker": "PIP",
            "line-2-text": "Woof\0.",
        },
    )

    shot.refresh_from_db()
    assert shot.dialogue == [
        {"speaker": "MARTA", "text": "Not yet, Pip.", "direction": "to the dog", "dual": False},
        {"speaker": "PIP", "text": "Woof.", "direction": "", "dual": False},
    ]


@pytest.mark.parametrize("wrong", [{"length": "soon"}, {"length": "0"}, {"size": "HUGE"}, {"action": "a\0b"}])
def test_what_is_wrong_is_said_and_nothing_is_saved(bob, board, shot, wrong):
    response = edit(bob, shot, headers=HTMX, **wrong)

    assert response.status_code == 422
    assert "errors" in response.content.decode()
    assert board.edits.count() == 0


def test_a_wrong_form_without_scripts_keeps_what_was_written(bob, shot):
    response = edit(bob, shot, action="Words that took an hour.", length="soon")

    assert response.status_code == 422
    assert "Words that took an hour." in response.content.decode()


def test_another_field_of_another_person_merges(bob, cast, shot):
    fields = filled(shot, action="Mine.")
    editing.edit_shot(shot, by=cast.alice, changes={"notes": "Theirs."})

    response = bob.post(reverse("edit_shot", args=[shot.pk]), fields, headers=HTMX)

    shot.refresh_from_db()
    assert response.status_code == 200
    assert (shot.action, shot.notes) == ("Mine.", "Theirs.")


@pytest.mark.parametrize("headers", [HTMX, {}])
def test_the_same_field_shows_both_texts_loses_neither_and_saves_the_rest(bob, cast, shot, headers):
    fields = filled(shot, action="My words.", notes="My notes.")
    editing.edit_shot(shot, by=cast.alice, changes={"action": "Their words."})

    response = bob.post(reverse("edit_shot", args=[shot.pk]), fields, headers=headers)

    shot.refresh_from_db()
    answer = response.content.decode()
    assert response.status_code == 409
    assert "My words." in answer
    assert "Their words." in answer
    assert (shot.action, shot.notes) == ("Their words.", "My notes.")


def in_conflict(bob, cast, shot, **mine):
    """Let Alice write first; return what Bob's browser would send next."""
    fields = filled(shot, action="My words.", notes="My notes.", **mine)
    editing.edit_shot(shot, by=cast.alice, changes={"action": "Their words.", "size": "CU"})
    answer = bob.post(reverse("edit_shot", args=[shot.pk]), fields, headers=HTMX)
    assert answer.status_code == 409
    return fields | {name: hidden(answer, name) for name in ("seen", "theirs")}


@pytest.mark.parametrize(
    ("ending", "action"),
    [("mine", "My words."), ("theirs", "Their words."), ("both", "Their words.\nMy words.")],
)
def test_a_conflict_ends_as_the_person_decides(bob, cast, shot, ending, action):
    fields = in_conflict(bob, cast, shot)

    response = bob.post(reverse("edit_shot", args=[shot.pk]), fields | {"settle": ending}, headers=HTMX)

    shot.refresh_from_db()
    assert response.status_code == 200
    assert (shot.action, shot.notes, shot.size) == (action, "My notes.", "CU")
    assert json.loads(response.headers["HX-Trigger"])["shot:saved"].get("reload", False) is (ending != "mine")


def test_a_conflict_that_nobody_decided_stays_one_while_the_rest_is_saved(bob, cast, shot):
    fields = in_conflict(bob, cast, shot) | {"notes": "More notes.", "action": "My words, and more."}

    response = bob.post(reverse("edit_shot", args=[shot.pk]), fields, headers=HTMX)

    shot.refresh_from_db()
    assert response.status_code == 409
    assert (shot.action, shot.notes) == ("Their words.", "More notes.")


def test_a_decision_counts_only_for_the_text_that_was_shown(bob, cast, shot):
    fields = in_conflict(bob, cast, shot)
    editing.edit_shot(shot, by=cast.alice, changes={"action": "Their newer words."})

    response = bob.post(reverse("edit_shot", args=[shot.pk]), fields | {"settle": "mine"}, headers=HTMX)

    shot.refresh_from_db()
    assert (response.status_code, shot.action) == (409, "Their newer words.")
    assert "Their newer words." in response.content.decode()


def test_what_the_form_still_shows_of_old_never_overwrites_what_others_wrote(bob, cast, shot):
    fields = filled(shot, action="First.")
    editing.edit_shot(shot, by=cast.alice, changes={"notes": "Theirs."})
    saved = bob.post(reverse("edit_shot", args=[shot.pk]), fields, headers=HTMX)

    bob.post(
        reverse("edit_shot", args=[shot.pk]),
        fields | {"action": "Second.", "seen": hidden(saved, "seen")},
        headers=HTMX,
    )

    shot.refresh_from_db()
    assert (shot.action, shot.notes) == ("Second.", "Theirs.")


@pytest.mark.parametrize("seen", ["", "{", "[1]", '"x"', "{}"])
def test_nonsense_about_what_was_seen_is_no_error(bob, shot, seen):
    response = edit(bob, shot, headers=HTMX, action="Still saved.", seen=seen)

    shot.refresh_from_db()
    assert (response.status_code, shot.action) == (200, "Still saved.")


def test_saving_a_shot_that_was_deleted_meanwhile_keeps_the_words_on_the_page(bob, shot, monkeypatch):
    def deleted(*args, **kwargs):
        raise editing.Gone("This shot was deleted in the meantime. Nothing was changed.")

    monkeypatch.setattr("storyboards.views.inspector.editing.edit_shot", deleted)

    response = edit(bob, shot, headers=HTMX, action="Still here.")

    assert response.status_code == 409
    assert "Your words are still here" in response.content.decode()


@pytest.mark.parametrize("shots", [3, 12])
def test_the_inspector_and_the_card_are_read_in_six_queries_whatever_the_board(bob, cast, shots):
    board = make.storyboard(cast.team, scenes=shots, shots=shots, script="A door.", script_format="prose")
    shot = board.scenes.live().first().shots.live().first()
    shot.cast.set(board.elements.create(name=f"Somebody {number}") for number in range(shots))
    for number in range(1, shots):
        make.take(shot, number=number, state="done")
    counts = {}
    for name in ("inspector", "shot"):
        bob.get(reverse(name, args=[shot.pk]), headers=HTMX)
        with CaptureQueriesContext(connection) as queries:
            bob.get(reverse(name, args=[shot.pk]), headers=HTMX)
        counts[name] = len(queries)

    assert counts["inspector"] <= 6, queries.captured_queries
    assert counts["shot"] <= 9


@pytest.mark.parametrize("shots", [3, 12])
def test_saving_costs_the_same_whatever_the_board(bob, cast, shots):
    board = make.storyboard(cast.team, scenes=shots, shots=shots)
    shot = board.scenes.live().first().shots.live().first()
    fields = filled(shot)
    bob.post(reverse("edit_shot", args=[shot.pk]), fields | {"action": "One."}, headers=HTMX)
    with CaptureQueriesContext(connection) as queries:
        bob.post(reverse("edit_shot", args=[shot.pk]), fields | {"action": "Two."}, headers=HTMX)

    statements = [query["sql"] for query in queries if not query["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN"))]
    assert len(statements) <= 14, statements


@given(frames=st.integers(1, 14_000), rate=st.sampled_from(Rate.values), way=st.sampled_from(["s", "f", "tc"]))
@settings(max_examples=60, deadline=None)
def test_a_length_reads_back_as_it_was_shown_however_it_is_written(frames, rate, way):
    board = Storyboard(rate=rate)
    written = {
        "s": exact_seconds(frames, board),
        "f": f"{frames}f",
        "tc": timecode(frames, board.rate_pair),
    }[way]
    form = ShotForm({"length": written}, instance=Shot(pk=1, frames=1), storyboard=board, elements=[])

    form.is_valid()

    assert form.cleaned_data.get("length") == frames
    assert written.removesuffix("f") in other_lengths(frames, board)


@pytest.mark.parametrize("length", ["", "0", "0f", "00:00:00:00", "-1", "1e3", "99999", "00:00:00:30", "5,5,5", "NaN"])
def test_a_length_that_is_none_is_said_at_its_field(bob, shot, length):
    response = edit(bob, shot, headers=HTMX, length=length)

    assert response.status_code == 422
    assert f'href="#shot-{shot.pk}-length"' in response.content.decode()


def test_a_length_is_told_in_three_ways(bob, shot):
    page = bob.get(reverse("inspector", args=[shot.pk]), headers=HTMX).content.decode()
    answer = edit(bob, shot, headers=HTMX, length="132f").content.decode()

    assert "2 s = 48f = 00:00:02:00" in page
    assert "5.5 s = 132f = 00:00:05:12" in answer


def test_who_is_named_with_an_at_is_in_the_shot_and_the_text_is_plain(bob, board, shot):
    marta = board.elements.create(name="Marta")

    answer = edit(bob, shot, headers=HTMX, action="@marta stops.")

    shot.refresh_from_db()
    assert (shot.action, list(shot.cast.all())) == ("Marta stops.", [marta])
    assert json.loads(answer.headers["HX-Trigger"])["shot:saved"]["named"] == [marta.pk]
    assert json.loads(hidden(answer, "seen"))["cast"] == [marta.pk]


def test_an_element_that_went_away_meanwhile_does_not_keep_the_rest_from_being_saved(bob, board, shot):
    gone = board.elements.create(name="Pip", deleted_at=timezone.now())

    assert edit(bob, shot, headers=HTMX, action="Saved.", cast=str(gone.pk)).status_code == 200

    shot.refresh_from_db()
    assert shot.action == "Saved."


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("up-1", "BA"),
        ("down-0", "BA"),
        ("up-0", "AB"),
        ("down-1", "AB"),
        ("remove-0", "B"),
        ("up-9", "AB"),
        ("x", "AB"),
    ],
)
def test_lines_are_put_in_order_without_scripts(bob, shot, deed, said):
    lines = {"lines": "2", "line-0-text": "A", "line-1-text": "B", "line-do": deed}

    edit(bob, shot, **lines)

    shot.refresh_from_db()
    assert "".join(line["text"] for line in shot.dialogue) == said


def test_the_script_names_each_shot_where_it_begins_and_marks_the_one_that_is_asked_for(bob, cast):
    board = make.storyboard(cast.team, shots=2, script="A door opens. It <b>shuts</b>.", script_format="prose")
    first, second = board.scenes.get().shots.all()
    Shot.objects.filter(pk=first.pk).update(source_start=0, source_end=13)
    Shot.objects.filter(pk=second.pk).update(source_start=14, source_end=30)

    page = bob.get(reverse("script", args=[board.pk]), {"shot": second.pk}).content.decode()
    inspector = bob.get(reverse("inspector", args=[second.pk]), headers=HTMX).content.decode()

    assert f'href="/storyboards/{board.pk}/?shot={first.pk}#shot-{first.pk}"' in page
    assert "<mark>It &lt;b&gt;shuts&lt;/b&gt;.</mark>" in page
    assert "<mark>It &lt;b&gt;shuts&lt;/b&gt;.</mark>" in inspector
    assert f"/storyboards/{board.pk}/script/?shot={second.pk}#from-{second.pk}" in inspector


def test_a_storyboard_without_a_script_says_so(bob, board):
    assert "was not made from a script" in bob.get(reverse("script", args=[board.pk])).content.decode()


def line(text):
    return {"speaker": "MARTA", "text": text, "direction": "", "dual": False}


@pytest.mark.parametrize(
    ("ending", "texts"), [("mine", ["Mine."]), ("theirs", ["Theirs."]), ("both", ["Theirs.", "Mine."])]
)
def test_a_conflict_of_lines_ends_as_the_person_decides(bob, cast, shot, ending, texts):
    editing.edit_shot(shot, by=cast.alice, changes={"dialogue": [line("Old.")]})
    shot.refresh_from_db()
    fields = filled(shot) | {"lines": "1", "line-0-speaker": "MARTA", "line-0-text": "Mine."}
    editing.edit_shot(shot, by=cast.alice, changes={"dialogue": [line("Theirs.")]})

    clash = bob.post(reverse("edit_shot", args=[shot.pk]), fields, headers=HTMX)
    fields |= {name: hidden(clash, name) for name in ("seen", "theirs")} | {"settle": ending}
    response = bob.post(reverse("edit_shot", args=[shot.pk]), fields, headers=HTMX)

    shot.refresh_from_db()
    assert "MARTA: Theirs." in clash.content.decode()
    assert "Keep both texts" in clash.content.decode()
    assert (response.status_code, [said["text"] for said in shot.dialogue]) == (200, texts)


@pytest.mark.parametrize("theirs", ['{"dialogue": [3]}', '{"dialogue": "x"}', '{"dialogue": [{"text": 3}]}', "[]"])
def test_made_up_lines_of_others_are_not_saved(bob, cast, shot, theirs):
    editing.edit_shot(shot, by=cast.alice, changes={"dialogue": [line("Theirs.")]})
    fields = filled(shot) | {"lines": "1", "line-0-text": "Mine.", "theirs": theirs, "settle": "both"}

    response = bob.post(reverse("edit_shot", args=[shot.pk]), fields, headers=HTMX)

    shot.refresh_from_db()
    assert response.status_code == 409
    assert [said["text"] for said in shot.dialogue] == ["Theirs."]
