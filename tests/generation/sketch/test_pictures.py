"""Stills and frames: measured in the picture, not in the code."""

from itertools import combinations, pairwise

import cv2
import numpy as np
import pytest

from generation.sketch.moving.compositor import Compositor
from generation.sketch.moving.laying import lay
from generation.sketch.moving.piles import Pile
from generation.sketch.reading.places import PLACES

from .pictures import HEIGHT, WIDTH, asked, blobs, frames, share, shift, still, taken

RED, YELLOW, BLUE = (172, 6), (20, 32), (98, 118)
# Mean difference of two pictures, a pixel and channel, below which two places would look alike.
PLACES_APART = 8.0


def actor_mask(action: str, **fields) -> np.ndarray:
    """Where the subjects are: the sheets of the actors laid on nothing."""
    shot = Compositor(asked(action, **fields), still=True)
    empty = np.zeros((shot.request.height, shot.request.width, 4), np.uint8)
    for layer, sheets in shot._sheets:
        if layer.subject >= 0:
            lay(empty, shot._placed(Pile(layer, sheets), shot.camera(0.5), 0.0))
    return empty[..., 3] > 100


@pytest.mark.parametrize("place", ["FIELD", "CITY STREET", "BEACH", "FOREST", "HARBOUR"])
def test_night_is_darker_than_noon(place: str) -> None:
    night, noon = (still("", place=place, time_of_day=hour).mean() for hour in ("NIGHT", "NOON"))

    assert night < noon * 0.6


def test_each_hour_has_its_own_light() -> None:
    hours = ("dawn", "morning", "noon", "afternoon", "sunset", "dusk", "evening", "night")
    pictures = {hour: still("A field.", time_of_day=hour) for hour in hours}

    nearest = min(np.abs(pictures[a] - pictures[b]).mean() for a, b in combinations(hours, 2))

    assert nearest > 4


def test_a_red_umbrella_adds_red() -> None:
    without = share(still("A woman in a blue coat stands in the park."), RED)
    with_ = share(still("A woman in a blue coat with a red umbrella stands in the park."), RED)

    assert with_ > without + 0.004


@pytest.mark.parametrize("hour", ["NOON", "NIGHT"])
def test_a_yellow_coat_is_yellow_at_any_hour(hour: str) -> None:
    yellow = share(
        still("A man in a yellow coat.", place="CITY SKYLINE", time_of_day=hour, size="MS"), YELLOW, bright=40
    )
    blue = share(still("A man in a blue coat.", place="CITY SKYLINE", time_of_day=hour, size="MS"), YELLOW, bright=40)

    assert yellow > blue + 0.08


def test_the_colour_of_the_cast_is_in_the_picture() -> None:
    cast = ({"name": "Ada", "kind": "character", "description": "a woman in a coat", "colour": "#c8402f"},)

    assert share(still("Ada waits.", place="SNOW FIELD", size="MS", cast=cast), RED) > 0.08


def test_three_dogs_are_three() -> None:
    mask = actor_mask("Three dogs run on the beach.", width=640, height=360)

    assert blobs(mask, least=300) == 3


@pytest.mark.parametrize("count", [1, 2, 5])
def test_as_many_women_as_are_named(count: int) -> None:
    mask = actor_mask(f"{count} women stand in the field.", width=640, height=360)

    assert blobs(mask, least=300) == count


def test_no_people_leaves_the_picture_empty_of_them() -> None:
    some, none = actor_mask("A man walks in the street."), actor_mask("The street, no people.")

    assert some.mean() > 0.01
    assert none.sum() == 0


def test_same_seed_same_picture_and_another_seed_another() -> None:
    first, again, other = (still("A man and a dog in the village.", seed=seed) for seed in (3, 3, 4))

    assert np.array_equal(first, again)
    assert np.abs(first - other).mean() > 3


def test_frames_are_the_same_every_time() -> None:
    first, again = (
        taken(Compositor(asked("A storm at sea, a boat.", move_family="dolly", move_direction="in")), 17)
        for _ in range(2)
    )

    assert np.array_equal(first, again)


def test_every_place_differs_from_every_other() -> None:
    pictures = {}
    for place in PLACES.values():
        setting = "INT" if place.interior else "EXT"
        pictures[place.name] = still(
            "", setting=setting, place=place.words.split("|")[0], time_of_day="NOON", width=160, height=90
        )

    distances = {pair: np.abs(pictures[pair[0]] - pictures[pair[1]]).mean() for pair in combinations(pictures, 2)}

    nearest = min(distances, key=distances.__getitem__)
    assert distances[nearest] > PLACES_APART, nearest


@pytest.mark.parametrize(
    ("family", "direction", "expected"),
    [
        ("pan", "left", (1, 0)),
        ("pan", "right", (-1, 0)),
        ("tilt", "up", (0, 1)),
        ("tilt", "down", (0, -1)),
        ("truck", "left", (1, 0)),
        ("pedestal", "up", (0, 1)),
        ("whip_pan", "right", (-1, 0)),
    ],
)
def test_moves_shift_the_picture_the_other_way(family: str, direction: str, expected: tuple[int, int]) -> None:
    shots = frames(
        "",
        12,
        place="CITY STREET",
        time_of_day="NIGHT",
        move_family=family,
        move_direction=direction,
        move_speed="slow",
    )

    moves = [shift(a, b) for a, b in pairwise(shots)]

    total = np.sum(moves, axis=0) * np.abs(expected)
    assert np.sign(total).tolist() == list(expected)
    assert np.abs(total).max() > 3


@pytest.mark.parametrize("family", ["zoom", "dolly"])
@pytest.mark.parametrize(("direction", "grows"), [("in", True), ("out", False)])
def test_in_grows_the_subject_and_out_shrinks_it(family: str, direction: str, grows: bool) -> None:
    shot = Compositor(
        asked("A man in a red coat stands.", place="SNOW FIELD", move_family=family, move_direction=direction)
    )

    first, last = (share(cv2.cvtColor(taken(shot, i), cv2.COLOR_BGRA2RGB), RED) for i in (0, 23))

    assert (last > first * 1.2) if grows else (first > last * 1.2)


def test_a_static_camera_stands_and_handheld_trembles() -> None:
    still_, shaken = (frames("A house.", 12, place="FIELD", move_family=family) for family in ("static", "handheld"))

    moved = [max(np.hypot(*shift(a, b)) for a, b in pairwise(shots)) for shots in (still_, shaken)]

    assert moved[0] < 0.25 < moved[1]


def test_tracking_keeps_the_walker_and_moves_the_ground() -> None:
    shot = Compositor(
        asked("A woman in a red dress walks.", place="SNOW FIELD", move_family="tracking", move_direction="right")
    )

    def where(index: int) -> float:
        red = cv2.cvtColor(taken(shot, index), cv2.COLOR_BGRA2RGB)
        hsv = cv2.cvtColor(red, cv2.COLOR_RGB2HSV)
        return float(np.nonzero((hsv[..., 1] > 120) & ((hsv[..., 0] < 8) | (hsv[..., 0] > 170)))[1].mean())

    assert abs(where(23) - where(0)) < WIDTH * 0.05


def test_rain_moves_downwards_and_a_clear_sky_does_not() -> None:
    rain, clear = (frames(f"A field, {weather}.", 3, time_of_day="DUSK") for weather in ("rain", "clear"))

    motion = [np.abs(shots[1].astype(float) - shots[0])[: HEIGHT // 2].mean() for shots in (rain, clear)]

    assert motion[0] > 8 * motion[1]


@pytest.mark.parametrize(("width", "height"), [(180, 320), (240, 240), (420, 180), (320, 180), (240, 320)])
@pytest.mark.parametrize("action", ["A man in a red coat and a dog walk.", "Four children wave."])
def test_any_ratio_keeps_the_subjects_inside(width: int, height: int, action: str) -> None:
    mask = actor_mask(action, place="BEACH", width=width, height=height)

    assert mask.mean() > 0.01
    assert not mask[:, [0, -1]].any()
    assert not mask[[0, -1]].any()


def test_closer_sizes_show_more_of_the_figure() -> None:
    sizes = ("EWS", "VWS", "WS", "FS", "MS", "MCU", "CU")

    shares = [actor_mask("A man stands.", place="FIELD", size=size).mean() for size in sizes]

    assert shares == sorted(shares)
    assert shares[0] < 0.02
    assert shares[-1] > 0.25


def test_angle_moves_the_horizon() -> None:
    def horizon(angle: str) -> int:
        sky = still("", place="DESERT", angle=angle).mean(axis=1)
        blue = sky[:, 2] - sky[:, 0]
        return int(np.nonzero(blue < 0)[0][0])

    assert horizon("high") < horizon("eye") < horizon("low")


def test_a_dutch_angle_tilts_the_picture() -> None:
    level, tilted = (still("", place="DESERT", angle=angle) for angle in ("eye", "dutch"))
    sides = [[int((p[:, x, 2] > p[:, x, 0]).sum()) for x in (20, WIDTH - 20)] for p in (level, tilted)]

    assert abs(sides[0][0] - sides[0][1]) < 8
    assert abs(sides[1][0] - sides[1][1]) > 25


def test_an_insert_shows_the_thing_large() -> None:
    picture = still(
        "Close on her hand striking a match.", setting="INT", place="LAMP ROOM", time_of_day="NIGHT", size="INS"
    )

    middle = picture[HEIGHT // 5 : HEIGHT * 3 // 5, WIDTH * 2 // 5 : WIDTH * 3 // 5]
    assert middle.mean() > 1.8 * picture.mean()


def test_two_people_who_talk_face_each_other_in_a_two_shot() -> None:
    mask = actor_mask("Jonas and Ada argue.", place="BAR", size="2S")

    assert mask[:, : WIDTH // 2].any()
    assert mask[:, WIDTH // 2 :].any()


@pytest.mark.parametrize(
    "size",
    ["EWS", "ES", "VWS", "WS", "FS", "MLS", "CS", "MS", "MCU", "CU", "BCU", "ECU", "INS", "2S", "GRP", "OTS", "POV"],
)
def test_every_size_draws_people_animals_vehicles_things_and_nothing(size: str) -> None:
    for action in ("A woman speaks.", "A cat.", "A red bus.", "A key.", "A glarbnik.", ""):
        assert still(action, size=size, width=128, height=72).std() > 3


def test_a_laid_hand_does_not_change_what_others_wear() -> None:
    cast = ({"name": "Marta", "kind": "character", "description": "a woman in a yellow coat", "colour": ""},)
    first, second = (
        share(still(action, place="SNOW FIELD", size="MS", cast=cast), YELLOW)
        for action in ("Marta waits.", "Marta looks at the sky.")
    )

    assert first == pytest.approx(second, rel=0.35)
    assert first > 0.05


@pytest.mark.parametrize(("action", "labels"), [("A glarbnik stands.", 1), ("A dog stands.", 0)])
def test_an_unknown_thing_carries_its_name(action: str, labels: int) -> None:
    shot = Compositor(asked(action, width=640, height=360), still=True)

    written = [sheets[0].pixels for layer, sheets in shot._sheets if "<image" in layer.arts[0]]

    assert len(written) == labels
    assert all((pixels[..., :3] > 220).all(axis=2).sum() > 40 for pixels in written)
