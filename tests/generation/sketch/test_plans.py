"""Shots from straight above: the ground fills the picture, and people are heads and shoulders."""

from itertools import combinations

import cv2
import numpy as np
import pytest

from generation.sketch.drawing.compose import Composition, compose
from generation.sketch.drawing.looks import looks_of
from generation.sketch.drawing.plan.bodies import person_above
from generation.sketch.moving.compositor import Compositor
from generation.sketch.reading.places import PLACES
from generation.sketch.reading.understood import Subject

from .pictures import asked, blobs, share, still, taken

SKY = (95, 115)
RED = (170, 8)


def above(action: str, angle: str = "overhead", **fields) -> Composition:
    return compose(asked(action, angle=angle, **fields), still=True)


def test_the_ground_fills_the_picture_and_there_is_no_sky() -> None:
    level, plan = (
        still("A man waits.", place="FIELD", time_of_day="NOON", angle=angle) for angle in ("eye", "overhead")
    )

    assert share(level[:60], SKY, 60) > 0.5
    assert share(plan, SKY, 60) < 0.01
    top, bottom = plan[:20].mean(axis=(0, 1)), plan[-20:].mean(axis=(0, 1))
    assert np.abs(top - bottom).max() < 30  # as much ground above as below


def test_somebody_from_above_is_hair_between_shoulders_and_as_wide_as_deep() -> None:
    looks = looks_of(Subject("man", "person", "man", colours=(("shirt", "#c8402f"), ("hair", "#23232a"))), 0, 0)
    art, box = person_above(looks, "stand", 0.2, None)

    assert art.index("#c8402f") < art.index("#23232a")  # the hair lies over the shoulders
    assert box[2] - box[0] == box[3] - box[1]
    standing, plan = (compose(asked("A man waits.", place="FIELD", size="FS", angle=angle), still=True).placed[0]
                      for angle in ("eye", "overhead"))  # fmt: skip
    tall = [(b[3] - b[1]) / (b[2] - b[0]) for b in (standing.bounds(), plan.bounds())]
    assert tall[0] > 1.15
    assert tall[1] == pytest.approx(1.0)


def test_a_red_umbrella_is_a_red_disc_over_who_holds_it() -> None:
    bare, red = (
        still(f"A girl{how}.", place="PARK", size="FS", angle="overhead") for how in ("", " with a red umbrella")
    )

    assert share(red, RED) > share(bare, RED) + 0.05
    mask = cv2.inRange(cv2.cvtColor(red.astype(np.uint8), cv2.COLOR_RGB2HSV), (0, 120, 80), (8, 255, 255))
    mask |= cv2.inRange(cv2.cvtColor(red.astype(np.uint8), cv2.COLOR_RGB2HSV), (170, 120, 80), (180, 255, 255))
    _x, _y, wide, high = cv2.boundingRect(mask)
    assert 0.7 < wide / high < 1.4


def test_three_dogs_are_three_from_above() -> None:
    pitch = {"place": "FIELD", "angle": "overhead", "seed": 1}
    dogs, bare = still("Three white dogs run.", **pitch), still("No people.", **pitch)
    apart = (np.abs(dogs - bare).max(axis=2) > 60) & (dogs.min(axis=2) > 150)

    assert blobs(apart, 25) == 3


@pytest.mark.parametrize(("width", "height"), [(320, 180), (180, 320), (240, 240), (240, 180), (420, 180)])
@pytest.mark.parametrize("action", ["Five people wait.", "A man lies on the grass.", "Two cars and a dog.", "A ship."])
def test_everybody_is_inside_every_picture(action: str, width: int, height: int) -> None:
    placed = above(action, place="PARK", width=width, height=height, size="FS").placed
    half = 500 * width / height

    assert placed
    for one in placed:
        x0, y0, x1, y1 = one.bounds()
        assert -half - 1 < (x0 + x1) / 2 < half + 1
        assert x0 > -half * 1.06
        assert x1 < half * 1.06
        assert y0 > -60
        assert y1 < 1060


def test_two_who_talk_at_a_table_sit_on_either_side_of_it() -> None:
    anna, ben, table = above("Anna and Ben talk at a table.", place="CAFE", setting="INT").placed

    assert table.actor.subject.kind == "table"
    assert anna.x < table.x < ben.x


def test_who_drives_is_under_the_roof_and_who_rows_is_in_the_boat() -> None:
    assert [one.actor.subject.kind for one in above("A man drives a car.", place="ROAD").placed] == ["car"]
    man, boat = sorted(above("A man rows a boat.", place="LAKE").placed, key=lambda one: one.actor.subject.group)
    assert abs(man.x - boat.x) < 100
    assert man.depth > boat.depth


def test_from_a_bird_people_are_smaller() -> None:
    overhead, bird = (above("A man waits.", angle=angle, place="PARK").placed[0] for angle in ("overhead", "birds_eye"))

    assert bird.scale < overhead.scale * 0.8


def test_a_close_shot_from_above_is_still_of_a_face() -> None:
    assert above("A man waits.", place="PARK", size="CU").framing.close
    assert above("An astronaut.", place="SPACE").framing.tilt < 0  # where there is no above, none is drawn


def test_who_walks_across_a_plan_moves_and_strides() -> None:
    shot = Compositor(asked("A man walks.", place="STADIUM", angle="overhead", frames=48, width=640, height=360))
    frames = [taken(shot, index)[..., :3].astype(int) for index in (0, 6, 40)]
    (first, *_rest) = shot.shot.placed

    assert len(first.actor.arts) == 8
    assert (abs(frames[1] - frames[0]).max(axis=2) > 50).sum() > 200
    assert (abs(frames[2] - frames[0]).max(axis=2) > 50).sum() > 800


def test_the_same_request_is_the_same_plan_and_another_seed_another() -> None:
    market = {"place": "MARKET", "angle": "overhead"}
    first, again, other = (still("Five people wait.", seed=seed, **market) for seed in (1, 1, 2))

    assert (first == again).all()
    assert (first != other).any()


def test_every_place_has_a_ground_and_kinds_of_ground_differ() -> None:
    kinds = (
        *("street", "park", "beach", "sea", "snow field", "forest", "desert", "railway", "market", "kitchen"),
        *("living room", "church", "harbour", "farm", "stadium", "river", "road", "village"),
    )
    plans = {name: still("A man.", place=name.upper(), angle="overhead", seed=2) for name in kinds}
    seen = {name: cv2.resize(plan, (16, 9), interpolation=cv2.INTER_AREA) for name, plan in plans.items()}

    nearest = min(float(np.abs(seen[a] - seen[b]).mean()) for a, b in combinations(seen, 2))
    assert nearest > 8
    for name in PLACES:
        assert above("A man.", place=name.upper()).stage.layers
