"""Camera moves and angles, measured where things are in the picture."""

from itertools import pairwise

import cv2
import numpy as np
import pytest

from generation.sketch.moving.compositor import Compositor
from generation.sketch.moving.laying import lay
from generation.sketch.moving.piles import Pile
from generation.sketch.request import ANGLES, MOVES

from .pictures import HEIGHT, WIDTH, asked, frames, shift, still, taken

RATIOS = {"16:9": (160, 90), "9:16": (90, 160), "1:1": (96, 96), "4:3": (120, 90), "21:9": (210, 90)}
WAYS = {
    "pan": ("left", "right"), "tilt": ("up", "down"), "truck": ("left", "right"), "pedestal": ("up", "down"),
    "crane": ("up", "down"), "zoom": ("in", "out"), "dolly": ("in", "out"), "dolly_zoom": ("in", "out"),
}  # fmt: skip


def figures(shot: Compositor, index: int) -> np.ndarray:
    """Where the subjects are in a frame."""
    empty = np.zeros((shot.request.height, shot.request.width, 4), np.uint8)
    u = index / (shot.request.frames - 1)
    for layer, sheets in shot._sheets:
        if layer.subject >= 0:
            lay(empty, shot._placed(Pile(layer, sheets), shot.camera(u), float(index / shot.request.fps)))
    return empty[..., 3] > 100


def flow(first: np.ndarray, last: np.ndarray) -> np.ndarray:
    """How each pixel moved, (right, down)."""
    return cv2.calcOpticalFlowFarneback(first, last, None, 0.5, 3, 9, 3, 5, 1.1, 0)


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("family", MOVES)
def test_no_move_loses_the_subject_at_any_ratio(family: str, ratio: str) -> None:
    width, height = RATIOS[ratio]
    for way in WAYS.get(family, ("",)):
        shot = Compositor(
            asked(
                "A man in a red coat stands.",
                place="FIELD",
                width=width,
                height=height,
                move_family=family,
                move_direction=way,
                move_speed="fast",
            )
        )
        for index in (0, 11, 23):
            mask = figures(shot, index)
            assert mask.mean() > 0.01
            assert not mask[:, [0, -1]].any(), (way, index)
            assert not mask[0].any(), (way, index)


@pytest.mark.parametrize("ratio", RATIOS)
def test_a_face_stays_in_a_close_shot_whatever_the_camera_does(ratio: str) -> None:
    width, height = RATIOS[ratio]
    for family in MOVES:
        for way in WAYS.get(family, ("",)):
            shot = Compositor(
                asked(
                    "A man speaks.",
                    place="SNOW FIELD",
                    size="MCU",
                    width=width,
                    height=height,
                    frames=12,
                    move_family=family,
                    move_direction=way,
                    move_speed="fast",
                )
            )
            for u in (0.0, 0.5, 1.0):
                x, y, _one = shot.view.matrix(1.0, shot.camera(u), rides=True) @ (*shot.shot.focus, 1.0)
                assert 0.12 * width < x < 0.88 * width, (family, way, u)
                assert 0.08 * height < y < 0.85 * height, (family, way, u)


def test_what_is_near_passes_faster_than_what_is_far() -> None:
    shot = Compositor(
        asked("", place="CITY STREET", time_of_day="NOON", frames=12, move_family="truck", move_direction="right")
    )

    def at(depth: float, u: float) -> float:
        return float((shot.view.matrix(depth, shot.camera(u)) @ (0.0, 500.0, 1.0))[0])

    passed = [at(depth, 0.0) - at(depth, 1.0) for depth in (0.05, 0.4, 1.0)]
    first, last = (cv2.cvtColor(taken(shot, i), cv2.COLOR_BGRA2GRAY) for i in (4, 6))
    seen = flow(first, last)[..., 0]
    assert passed[0] < 0.2 * passed[2]
    assert passed[0] < passed[1] < passed[2]
    assert seen[-HEIGHT // 4 :].min() < 2 * min(0.0, float(np.median(seen[: HEIGHT // 3])))


@pytest.mark.parametrize("way", ["in", "out"])
def test_a_dolly_zoom_keeps_the_subject_and_moves_the_rest(way: str) -> None:
    shot = Compositor(asked("A man stands.", place="FOREST", frames=24, move_family="dolly_zoom", move_direction=way))

    def sizes(depth: float) -> float:
        return float(shot.view.matrix(depth, shot.camera(1.0))[0, 0] / shot.view.matrix(depth, shot.camera(0.0))[0, 0])

    subject = figures(shot, 23).sum() / figures(shot, 0).sum()
    assert subject == pytest.approx(1.0, abs=0.05)
    assert abs(np.log(sizes(0.3))) > 0.1


def test_a_rack_focus_takes_the_sharpness_from_one_to_the_other() -> None:
    shot = Compositor(asked("A man stands.", place="LIBRARY", setting="INT", size="MS", move_family="rack_focus"))

    def sharpness(index: int) -> tuple[float, float]:
        grey = cv2.cvtColor(taken(shot, index), cv2.COLOR_BGRA2GRAY)
        lines = np.abs(cv2.Laplacian(grey, cv2.CV_32F))
        near = figures(shot, index)
        inside = cv2.erode(near.astype(np.uint8), np.ones((5, 5))) > 0
        outside = cv2.dilate(near.astype(np.uint8), np.ones((9, 9))) == 0
        return float(lines[inside].mean()), float(lines[outside].mean())

    (near_first, far_first), (near_last, far_last) = sharpness(0), sharpness(23)
    assert near_last < 0.7 * near_first
    assert far_last > 1.5 * far_first


def test_a_path_is_eased() -> None:
    shots = frames("", 16, place="CITY STREET", time_of_day="NIGHT", move_family="pan", move_direction="right")

    steps = [abs(shift(a, b)[0]) for a, b in pairwise(shots)]

    assert max(steps[0], steps[-1]) < 0.5 * max(steps)


def test_rain_moves_down_more_than_a_clear_sky() -> None:
    rain, clear = (frames(f"A field, {weather}.", 4, time_of_day="DUSK") for weather in ("rain", "clear"))

    down = [np.abs(flow(shots[1], shots[2])[: HEIGHT // 2, :, 1]).mean() for shots in (rain, clear)]

    assert down[0] > 10 * down[1]


def horizon(angle: str) -> int:
    sky = still("", place="DESERT", angle=angle).mean(axis=1)
    return int(np.nonzero(sky[:, 2] < sky[:, 0])[0][0])


def test_each_angle_has_its_horizon() -> None:
    order = ("high", "eye", "hip", "knee", "low", "ground", "worms_eye")

    found = [horizon(angle) for angle in order]

    assert found == sorted(found)
    assert len(set(found)) == len(order)
    assert found[-1] - found[0] > 0.3 * HEIGHT
    assert horizon("overhead") == horizon("birds_eye") == 0  # straight down there is none


def lean(angle: str) -> float:
    """How much upright lines draw together upwards: above 0 as when one looks up."""
    grey = still("", place="CITY STREET", time_of_day="NOON", angle=angle, width=640, height=360).mean(axis=2)
    found = cv2.HoughLinesP(
        cv2.Canny(grey.astype(np.uint8), 60, 160), 1, np.pi / 720, 30, minLineLength=24, maxLineGap=3
    )
    lines = np.reshape(found, (-1, 4)).astype(float)
    upright = [line for line in lines if abs(line[2] - line[0]) < 0.5 * abs(line[3] - line[1])]
    leans = [(x1 - x0) / (y1 - y0) * np.sign((x0 + x1) / 2 - 320) for x0, y0, x1, y1 in upright]
    return float(np.mean(leans))


def test_upright_lines_draw_together_where_one_looks() -> None:
    low, eye, high = (lean(angle) for angle in ("low", "eye", "high"))

    assert high < -0.02
    assert abs(eye) < 0.01
    assert low > 0.02


@pytest.mark.parametrize("angle", ANGLES)
def test_every_angle_keeps_who_is_there_inside(angle: str) -> None:
    for width, height in RATIOS.values():
        shot = Compositor(
            asked("A woman in a red dress stands.", place="FIELD", size="FS", angle=angle, width=width, height=height),
            still=True,
        )
        mask = figures(shot, 0)
        assert mask.any()
        assert not mask[:, [0, -1]].any()
        assert not mask[0].any()


def test_a_dutch_angle_rolls_by_as_much_as_it_says() -> None:
    level, rolled = (still("", place="DESERT", angle=angle) for angle in ("eye", "dutch"))

    def slope(picture: np.ndarray) -> float:
        edge = [int((picture[:, x, 2] > picture[:, x, 0]).sum()) for x in range(20, WIDTH - 20, 20)]
        return float(np.degrees(np.arctan(np.polyfit(range(20, WIDTH - 20, 20), edge, 1)[0])))

    assert abs(slope(level)) < 1
    assert abs(slope(rolled)) == pytest.approx(8, abs=1.5)
