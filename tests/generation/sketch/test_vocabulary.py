"""The vocabulary as pictures: every place and every subject is drawn, as itself."""

from itertools import combinations

import numpy as np
import pytest

from generation.sketch.drawing.actors import Actor, actors_of
from generation.sketch.drawing.body import Pose
from generation.sketch.drawing.pen import raster
from generation.sketch.drawing.places import PAINTERS
from generation.sketch.drawing.pose import pose_of
from generation.sketch.reading.acts import VERBS
from generation.sketch.reading.air import HOURS, MOODS, SEASONS, WEATHERS
from generation.sketch.reading.places import PLACES
from generation.sketch.reading.subjects import ANIMALS, PEOPLE, VEHICLES
from generation.sketch.reading.things import PROPS
from generation.sketch.reading.understood import Subject

GROUPS = {"person": PEOPLE, "animal": ANIMALS, "vehicle": VEHICLES, "prop": PROPS}
SIDE = 48
# Mean difference of two subjects where either is, a pixel and channel of 255, drawn equally large on a grey ground.
SUBJECTS_APART = 8.0
# Sum of the differences of the angles, in degrees, over the moments of a cycle, of two deeds.
DEEDS_APART = 12.0
# Deeds that are one movement told by two words, or differ in where they lead or how fast they go.
SAME_MOVEMENT = {("enter", "walk"), ("leave", "walk"), ("enter", "leave"), ("stand", "toss"), ("close", "open")}
ASKED_FOR = """
    beach forest street skyline desert mountains snow_field sea underwater river lake farm village harbour space planet
    cave road bridge railway airport market park garden castle ruins kitchen bedroom living_room office classroom
    hospital bar café library corridor workshop stage laboratory car_interior ship_deck elevator
"""


def drawn(group: str, kind: str) -> np.ndarray:
    """A subject in a square of its own, as large as it fits, on grey."""
    actor: Actor = actors_of(Subject(kind, group, kind), 0, still=True)[0]
    x0, y0, x1, y1 = actor.box
    side = max(x1 - x0, y1 - y0)
    left, top = (x0 + x1 - side) / 2, (y0 + y1 - side) / 2
    pixels = raster(actor.arts[0], (left, top, left + side, top + side), SIDE / side)[:SIDE, :SIDE].astype(float)
    return pixels[..., :3] + 128 * (1 - pixels[..., 3:] / 255)


@pytest.fixture(scope="module")
def subjects() -> dict[tuple[str, str], np.ndarray]:
    return {(group, kind): drawn(group, kind) for group, kinds in GROUPS.items() for kind in kinds}


def test_the_vocabulary_is_as_wide_as_promised() -> None:
    counts = {
        "places": PLACES,
        "hours": HOURS,
        "weathers": WEATHERS,
        "seasons": SEASONS,
        "moods": MOODS,
        "deeds": VERBS,
    }

    assert {name: len(known) for name, known in counts.items()} == {
        "places": 79, "hours": 8, "weathers": 10, "seasons": 4, "moods": 9, "deeds": 76,
    }  # fmt: skip
    assert {group: len(kinds) for group, kinds in GROUPS.items()} == {
        "person": 47, "animal": 44, "vehicle": 28, "prop": 141,
    }  # fmt: skip


def test_every_place_has_its_painter() -> None:
    assert set(PLACES) == set(PAINTERS)
    assert set(ASKED_FOR.replace("_", " ").split()) <= set(" ".join(PLACES).split())


def test_every_subject_is_drawn_and_fills_its_box(subjects) -> None:
    covered = {name: float((np.abs(picture - 128).max(axis=2) > 12).mean()) for name, picture in subjects.items()}

    assert min(covered.values()) > 0.008, min(covered, key=covered.__getitem__)


def test_every_subject_differs_from_every_other(subjects) -> None:
    apart = {pair: difference(subjects[pair[0]], subjects[pair[1]]) for pair in combinations(subjects, 2)}

    nearest = min(apart, key=apart.__getitem__)
    assert apart[nearest] > SUBJECTS_APART, (nearest, apart[nearest])


def difference(first: np.ndarray, second: np.ndarray) -> float:
    either = (np.abs(first - 128).max(axis=2) > 12) | (np.abs(second - 128).max(axis=2) > 12)
    return float(np.abs(first - second)[either].mean())


def test_every_deed_has_a_pose_or_cycle_of_its_own() -> None:
    cycles = {act: np.array([angles(pose_of(act, phase / 6)) for phase in range(6)]) for act in VERBS}

    apart = {
        pair: np.abs(cycles[pair[0]] - cycles[pair[1]]).sum(axis=1).mean()
        for pair in combinations(sorted(cycles), 2)
        if pair not in SAME_MOVEMENT
    }

    nearest = min(apart, key=apart.__getitem__)
    assert apart[nearest] > DEEDS_APART, (nearest, apart[nearest])


def angles(pose: Pose) -> list[float]:
    view = 90.0 * ("front", "side", "back").index(pose.view)
    limbs = (*pose.near_arm, *pose.far_arm, *pose.near_leg, *pose.far_leg)
    return [
        view,
        *limbs,
        pose.lean,
        pose.tilt,
        pose.turn,
        60.0 * pose.mouth,
        30.0 * bool(pose.seat),
        40.0 * len(pose.desk),
        *pose.gaze,
        pose.rise,
    ]
