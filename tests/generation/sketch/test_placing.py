"""Where the words put the subjects, measured on the stage; and that nothing of it hangs on chance."""

import subprocess
import sys

import pytest

from generation.sketch.drawing.compose import compose
from generation.sketch.drawing.looks import looks_of
from generation.sketch.drawing.placed import Placed

from .pictures import asked

PROGRAM = """
import hashlib, os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "soraease_web.settings")
from generation.sketch import SketchRequest, draw_still
action = "A knight on a horse, three dogs, a witch next to a glarbnik. Nobody else. Une femme."
print(hashlib.sha256(draw_still(SketchRequest(action, place="CASTLE", width=160, height=90))).hexdigest())
"""


def placed(action: str, **fields) -> dict[str, Placed]:
    shot = compose(asked(action, **fields), still=True)
    return {place.actor.subject.kind: place for place in reversed(shot.placed)}


def test_a_rider_sits_on_the_back_of_the_horse_and_goes_with_it() -> None:
    stage = placed("A knight rides a brown horse across the field.")

    knight, horse = stage["knight"], stage["horse"]
    assert knight.carrier is horse
    assert horse.bounds()[1] < knight.y < horse.y
    assert abs(knight.x - horse.x) < horse.actor.width * horse.scale / 4


def test_what_is_on_a_table_stands_at_its_top() -> None:
    stage = placed("A cat on a table in the kitchen.")

    cat, table = stage["cat"], stage["table"]
    assert cat.y == pytest.approx(table.y - 440 * table.scale, abs=2)


@pytest.mark.parametrize(("how", "nearer"), [("behind", False), ("in front of", True)])
def test_behind_is_farther_and_in_front_is_nearer(how: str, nearer: bool) -> None:
    stage = placed(f"A robot stands {how} a red car.", place="STREET")

    assert (stage["robot"].depth > stage["car"].depth) == nearer


def test_next_to_is_near_and_does_not_cover() -> None:
    stage = placed("A woman stands next to a horse.", place="FIELD")

    woman, horse = stage["woman"], stage["horse"]
    gap = abs(woman.x - horse.x) - (woman.actor.width * woman.scale + horse.actor.width * horse.scale) / 2
    assert 0 <= gap < 60


def test_between_is_between() -> None:
    stage = placed("A dog between a man and a woman.", place="PARK")

    left, right = sorted((stage["man"].x, stage["woman"].x))
    assert left < stage["dog"].x < right


def test_who_faces_somebody_looks_at_them() -> None:
    stage = placed("A man faces a woman.", place="FIELD")

    man, woman = stage["man"], stage["woman"]
    assert man.faces == -woman.faces
    assert (woman.x - man.x) * man.faces > 0


def test_a_driver_is_seen_through_the_window_only() -> None:
    stage = placed("A man drives a blue car.", place="ROAD")

    man, car = stage["man"], stage["car"]
    assert man.carrier is car
    assert all("clipPath" in art for art in man.actor.arts)


def test_a_hat_that_is_denied_is_not_worn() -> None:
    with_, without = (
        compose(asked(f"A fisherman {how} waits."), still=True).seen.people[0] for how in ("in a hat", "without a hat")
    )

    assert looks_of(with_, 0, 0).hat
    assert not looks_of(without, 0, 0).hat


def test_another_process_draws_the_same_bytes() -> None:
    drawn = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM], capture_output=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }

    assert len(drawn) == 1
