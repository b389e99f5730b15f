"""A crowd lives: everybody in it does something, some walk through it, and it stands behind whom the shot is about."""

import numpy as np
import pytest

from generation.sketch.drawing.compose import compose
from generation.sketch.drawing.placed import Placed
from generation.sketch.moving.compositor import Compositor

from .pictures import asked, blobs, frames, still, taken


def staged(action: str, **fields) -> list[Placed]:
    return compose(asked(action, **fields)).placed


def crowd(placed: list[Placed], *labels: str) -> list[Placed]:
    return [place for place in placed if place.actor.subject.label in (labels or ("crowd",))]


def around(shot: Compositor, place: Placed) -> tuple[slice, slice]:
    """The pixels of the upper half of somebody's body."""
    request = shot.request
    unit = request.height / 1000
    middle = request.width / 2 + place.x * unit
    half, top = 130 * place.scale * unit, (place.y - place.actor.height * place.scale) * unit
    low = top + place.actor.height * place.scale * 0.6 * unit
    return slice(max(0, int(top)), int(low)), slice(max(0, int(middle - half)), int(middle + half) + 1)


@pytest.mark.parametrize("place", ["STREET", "BAR"])
def test_nobody_in_a_crowd_stands_still(place: str) -> None:
    shot = Compositor(asked("A crowd.", place=place, frames=96, width=640, height=360))
    before, *later = (taken(shot, index)[..., :3].astype(int) for index in (0, 24, 48, 72))

    people = [one for one in crowd(shot.shot.placed) if abs(one.x) < 800]
    assert len(people) >= 8
    for place_ in people:
        rows, columns = around(shot, place_)
        changed = max(float((abs(frame - before)[rows, columns].max(axis=2) > 40).mean()) for frame in later)
        assert changed > 0.04, place_.actor.subject


def test_people_walk_through_a_crowd_in_the_street_and_none_across_a_crowded_bar() -> None:
    street = [one.actor.subject.action for one in crowd(staged("A crowd.", place="STREET"))]
    bar = [one.actor.subject.action for one in crowd(staged("A crowd.", place="BAR"))]

    assert street.count("walk") >= 3
    assert street.count("linger") >= 3
    assert "walk" not in bar
    assert {"linger", "chat"} <= set(bar)


def test_two_who_chat_in_a_crowd_stand_face_to_face() -> None:
    chatting = [one for one in crowd(staged("A crowd.", place="STREET")) if one.actor.subject.action == "chat"]

    assert len(chatting) >= 2
    for left, right in zip(chatting[::2], chatting[1::2], strict=False):
        assert (left.faces, right.faces) == (1.0, -1.0)
        assert 0 < right.x - left.x < 320 * left.scale


def test_a_crowd_stands_in_rows_all_over_the_picture() -> None:
    people = crowd(staged("A crowd.", place="STREET"))

    assert len({round(one.scale, 3) for one in people}) == 3
    assert len({round(one.y) for one in people}) == 3
    assert max(one.x for one in people) - min(one.x for one in people) > 1000
    assert all(far.depth < near.depth for far in people for near in people if far.scale < near.scale)


def test_a_crowd_that_does_something_does_it_together() -> None:
    assert {one.actor.subject.action for one in crowd(staged("The crowd cheers.", place="STREET"))} == {"cheer"}


def test_in_a_crowded_bar_others_are_there_and_in_an_empty_one_nobody() -> None:
    alone = staged("Joe drinks.", place="BAR")
    company = staged("A crowded bar. Joe drinks.", place="BAR")
    nobody = staged("A crowded shelf. No people.", place="BAR")

    assert not crowd(alone, "passer-by")
    assert len(crowd(company, "passer-by")) >= 4
    assert company[0].actor.subject.name == "Joe"
    assert all(one.depth < company[0].depth for one in company[1:])
    assert not [one for one in nobody if one.actor.subject.group == "person"]


def test_of_a_crowd_of_children_there_are_children_and_no_others() -> None:
    assert {one.actor.subject.label for one in staged("A crowd of children run.", place="STREET")} == {"child"}


def test_a_face_in_a_crowd_has_blurred_people_behind_it() -> None:
    alone = compose(asked("Marta waits.", place="STREET", size="CU")).placed
    among = compose(asked("Marta waits in the crowd.", place="STREET", size="CU")).placed

    assert len(alone) == 1
    face, *others = among
    assert face.actor.subject.name == "Marta"
    assert face.blur == 0
    assert len(others) >= 4
    assert all(one.blur > 2 and one.depth < face.depth and one.scale < face.scale / 2 for one in others)


def test_an_audience_is_seen_from_behind_before_the_stage_and_moves() -> None:
    empty = still("A singer.", place="STAGE", setting="INT", seed=3)
    full = still("A singer. The audience cheers.", place="STAGE", setting="INT", seed=3)
    first, *_rest, last = frames("A singer. The audience cheers.", 12, place="STAGE", setting="INT")

    dark = (full[150:].max(axis=2) < 60) & (empty[150:].max(axis=2) > 60)
    assert dark.mean() > 0.3
    assert blobs(abs(last.astype(int) - first)[140:170] > 30, 3) > 10


def test_traffic_goes_on_without_a_jump() -> None:
    shot = Compositor(asked("A busy street.", place="STREET", frames=480))
    steps = [abs(np.diff([taken(shot, i)[..., 1].astype(int) for i in (at, at + 1)], axis=0)).mean()
             for at in range(0, 478, 7)]  # fmt: skip
    assert max(steps) < 3 * np.median(steps)
