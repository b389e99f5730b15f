"""What scripts of many kinds say is read and drawn: names in capitals, weapons, wrecks, passengers, absent cars."""

from itertools import pairwise

import numpy as np
import pytest

from generation.sketch import understand
from generation.sketch.drawing.compose import compose
from generation.sketch.drawing.looks import looks_of
from generation.sketch.drawing.relating import EYEPIECE
from generation.sketch.moving.compositor import Compositor
from generation.sketch.reading.people import cast_drafts, stranger
from generation.sketch.reading.understood import Understood
from generation.sketch.reading.words import words_of

from .pictures import asked, share, still, taken

FLAMES = (5, 28)


def read(action: str, **fields) -> Understood:
    return understand(asked(action, **fields))


@pytest.mark.parametrize(
    ("action", "weather"),
    [
        ("JON SNOW draws his sword.", "clear"),
        ("JON SNOW, 20s, bearded, enters.", "clear"),
        ("Enter JON SNOW (20s).", "clear"),
        ("HEAVY SNOW falls.", "snow"),
        ("SUDDEN RAIN.", "rain"),
        ("A STORM rages.", "storm"),
        ("THICK FOG rolls in.", "fog"),
        ("SNOW COVERS THE FIELDS.", "snow"),
        ("WINTER SNOW covers the roofs.", "snow"),
        ("JON SNOW walks through the snow.", "snow"),
    ],
)
def test_a_name_in_capitals_is_no_weather(action: str, weather: str) -> None:
    assert read(action, place="CASTLE").weather == weather


def test_who_draws_a_weapon_holds_it_and_who_draws_a_picture_draws() -> None:
    def does(action: str) -> tuple[str, tuple[str, ...]]:
        first = read(action, place="CASTLE").people[0]
        return first.action, tuple(kind for kind, _hue in first.held)

    assert does("A knight draws his long sword.") == ("hold", ("sword",))
    assert does("He drew a gun.") == ("hold", ("gun",))
    assert does("A woman draws the curtains.")[0] == "pull"
    assert does("A girl draws a house.")[0] == "write"


def test_a_face_in_a_mask_wears_it_and_a_mask_on_a_table_lies_there() -> None:
    assert read("Three thieves in black masks.").people[0].worn("mask") == "#23232a"
    assert "mask" not in dict(read("A man looks at a mask on the table.").people[0].colours)
    bare, masked = (still(f"A man{how}.", size="CU", seed=2) for how in ("", " in a black mask"))
    assert (abs(bare - masked).max(axis=2) > 60).mean() > 0.02


def test_a_pale_girl_has_pale_skin_and_her_dress_its_own_colour() -> None:
    girl = read("A pale girl in a red dress.").people[0]

    assert looks_of(girl, 0, 0).skin == "#efd8c6"
    assert looks_of(girl, 0, 0).top == "#c8402f"


@pytest.mark.parametrize("name", ["Paul", "Tom", "Luca", "Joshua", "Andy", "Tony", "Mike"])
def test_men_are_drawn_as_men_whatever_pronoun_stands_near(name: str) -> None:
    assert stranger(name, words_of(f"{name} drives. She looks out of her window.")).kind == "man"


@pytest.mark.parametrize("name", ["Ruth", "Helen", "Margaret", "Ingrid", "Iris"])
def test_women_are_drawn_as_women_whatever_pronoun_stands_near(name: str) -> None:
    assert stranger(name, words_of(f"{name} sees him. He waves his hat.")).kind == "woman"


def test_what_the_bible_says_counts_more_than_a_name() -> None:
    cast = ({"name": "Max", "kind": "character", "description": "a woman, thirty; her hair is short"},)

    assert cast_drafts(cast)[("max",)].kind == "woman"


def test_nobody_stands_on_the_desk_that_a_picture_lies_on() -> None:
    placed = compose(asked("Cole stares at the photograph on his desk.", place="OFFICE"), still=True).placed
    dancing = compose(asked("A girl dances on the table.", place="BAR"), still=True).placed

    assert placed[0].actor.subject.name == "Cole"
    assert placed[0].carrier is None
    assert dancing[0].carrier is not None


def test_who_stares_at_their_phone_has_it_in_the_hand() -> None:
    people = read("Five people in suits stare at their phones.", place="ELEVATOR").subjects

    assert [(one.count, one.held) for one in people] == [(5, (("phone", ""),))]


def test_of_two_clauses_each_has_its_own_deed() -> None:
    people = read("A little girl blows bubbles while her grandfather fishes.", place="LAKE").people

    assert [(one.kind, one.action) for one in people] == [("girl", "stand"), ("old man", "fish")]


def test_where_there_are_no_cars_none_drive() -> None:
    def road(action: str) -> float:
        shot = Compositor(asked(action, place="CITY STREET"))
        first, last = (taken(shot, index)[110:150, :, :3].astype(int) for index in (0, 20))
        return float((abs(first - last).max(axis=2) > 40).mean())

    assert road("The street.") > 0.05
    assert road("The street. No cars.") < 0.005
    assert road("A deserted street.") < 0.005


def test_the_earth_is_blue_and_large_and_is_nobody() -> None:
    seen = read("An astronaut floats. Earth turns below.", place="SPACE")
    blue = (100, 112)

    assert [one.kind for one in seen.subjects] == ["astronaut"]
    with_it, without = (still(action, place="SPACE") for action in ("An astronaut. The Earth below.", "An astronaut."))
    assert share(with_it[90:], blue) > share(without[90:], blue) + 0.15


def test_what_burns_is_in_flames_that_move() -> None:
    cold, burning = (still(f"A tank{what}.", place="FIELD") for what in ("", " burns"))
    assert share(burning, FLAMES, 140, 150) > share(cold, FLAMES, 140, 150) + 0.03

    shot = Compositor(asked("A tank burns.", place="FIELD"))
    frames = [taken(shot, index)[..., :3].astype(int) for index in (0, 3, 6)]
    assert all((abs(a - b).max(axis=2) > 60).mean() > 0.005 for a, b in pairwise(frames))


@pytest.mark.parametrize("thing", ["campfire", "explosion"])
def test_fire_moves(thing: str) -> None:
    shot = Compositor(asked(f"A {thing}.", place="FIELD", width=640, height=360))
    first, later = (taken(shot, index)[..., :3].astype(int) for index in (0, 8))

    assert (abs(first - later).max(axis=2) > 22).sum() > 700


def test_police_cars_are_white_and_the_car_that_they_chase_is_as_it_is_told() -> None:
    placed = compose(asked("A red car is chased by two police cars.", place="ROAD"), still=True).placed
    red, *police = placed

    assert "#c8402f" in red.actor.arts[0]
    assert len(police) == 2
    assert all("#f0efe9" in one.actor.arts[0] for one in police)


def test_who_is_under_water_is_there_though_the_slugline_says_ocean() -> None:
    seen = read("Underwater, a diver swims with a sea turtle.", setting="EXT", place="OCEAN")

    assert seen.place == "underwater"
    assert len(compose(asked("Underwater, a diver swims with a turtle.", place="OCEAN"), still=True).placed) == 2


def test_a_station_is_no_train() -> None:
    assert read("People wait.", setting="INT", place="RAILWAY STATION").place == "railway"
    assert read("People sit.", setting="INT", place="TRAIN").place == "train carriage"


def test_in_a_car_everybody_sits() -> None:
    placed = compose(asked("Tom drives. Lisa looks out of the window.", place="CAR", setting="INT", size="MS")).placed
    heads = [one.y + one.actor.head[1] * one.scale for one in placed]

    assert len(heads) == 2
    assert abs(heads[0] - heads[1]) < 100


def test_a_colour_behind_a_garment_is_its_own_in_other_languages() -> None:
    woman = read("Una mujer con vestido rojo baila en la calle.").people[0]

    assert woman.worn("dress") == "#c8402f"


def test_a_phone_that_rings_is_no_jewel() -> None:
    assert [one.kind for one in read("The phone rings.").subjects] == ["phone"]


def test_the_suits_of_an_office_are_dark() -> None:
    suits = [looks_of(read("A man in a suit.").people[0], index, index).top for index in range(8)]

    assert all(max(int(hue[i : i + 2], 16) for i in (1, 3, 5)) < 0x60 for hue in suits)
    assert np.unique(suits).size > 1


@pytest.mark.parametrize("size", ["CU", "MCU", "MS"])
def test_a_telescope_comes_to_the_eye_and_hides_no_face(size: str) -> None:
    shot = compose(asked("A boy looks through a telescope.", place="ROOFTOP", size=size), still=True)
    boy, telescope = shot.placed
    face_x, face_y = (boy.actor.head[0] * boy.scale * boy.faces + boy.x, boy.actor.head[1] * boy.scale + boy.y)
    end_x = telescope.x + telescope.faces * EYEPIECE[0] * telescope.scale
    end_y = telescope.y - EYEPIECE[1] * telescope.scale
    radius = boy.actor.head_size * boy.scale / 2

    assert 0.7 * radius < (end_x - face_x) * boy.faces < 1.5 * radius
    assert abs(end_y - face_y) < radius / 2


def test_who_looks_through_a_telescope_is_seen_with_it_however_close() -> None:
    plain, brass = (still(f"A boy looks {how}.", place="ROOFTOP", size="CU") for how in ("up", "through a telescope"))

    assert share(brass, (14, 24), 120, 80) > share(plain, (14, 24), 120, 80) + 0.05


def test_what_one_lacks_is_no_denial_of_who_stands_beside() -> None:
    seen = read("A man without a hat and a woman with a hat.")

    assert [one.kind for one in seen.people] == ["man", "woman"]
    assert seen.crowd
    assert (seen.people[0].lacks, seen.people[1].worn("hat")) == (("hat",), "")
    assert "hat" in dict(seen.people[1].colours)
    assert read("A man without hat or coat.").people[0].lacks == ("hat", "coat")
    assert not read("A park without people and animals.").subjects


def test_he_and_she_are_two_and_do_what_is_told() -> None:
    people = read("He takes her hand. They kiss.", place="BEACH", size="MCU").people

    assert [(one.kind, one.action) for one in people] == [("man", "kiss"), ("woman", "kiss")]
    assert [one.kind for one in read("She looks at him.").people] == ["woman", "man"]
    assert [one.kind for one in read("She takes her bag.").people] == ["woman"]


def test_a_teacher_writes_on_the_blackboard_and_does_not_stand_on_it() -> None:
    placed = compose(asked("The teacher writes on the blackboard.", place="CLASSROOM"), still=True).placed

    assert [one.actor.subject.kind for one in placed] == ["teacher"]
    assert placed[0].carrier is None


def test_nobody_stands_on_the_sea_and_nobody_is_lost_there() -> None:
    def there(action: str) -> dict[str, str]:
        placed = compose(asked(action, place="SEA"), still=True).placed
        return {one.actor.subject.kind: one.actor.subject.action for one in placed}

    assert there("A man waits.") == {"man": "swim"}
    assert set(there("A mermaid sings on a rock.")) == {"woman", "rock"}
    assert set(there("A turtle and a barrel.")) == {"turtle", "barrel"}
    assert there("A man rows a boat.")["man"] == "row"


@pytest.mark.parametrize(("width", "height"), [(320, 180), (180, 320), (240, 240)])
def test_swimmers_lie_in_the_water_and_in_the_picture(width: int, height: int) -> None:
    shot = compose(asked("Two women swim.", place="LAKE", size="FS", width=width, height=height), still=True)
    half = 500 * width / height

    for one in shot.placed:
        x0, _y0, x1, _y1 = one.bounds()
        assert x0 > -half * 1.02
        assert x1 < half * 1.02
        assert "clip-path" in one.actor.arts[0]


def test_three_candles_shine_no_brighter_than_they_do() -> None:
    cake = still("Three candles on a birthday cake.", place="LIVING ROOM", setting="INT", time_of_day="NIGHT")

    assert (cake.min(axis=2) > 245).mean() < 0.01


@pytest.mark.parametrize("thing", ["plate", "trophy", "spoon"])
def test_what_lies_on_tables_is_known(thing: str) -> None:
    assert [one.kind for one in read(f"A {thing}.").subjects] == [thing]


def test_a_group_in_a_narrow_picture_stands_in_two_rows_and_is_larger_for_it() -> None:
    wide, narrow = (compose(asked("Five friends wait.", place="PARK", width=w, height=h), still=True).placed
                    for w, h in ((320, 180), (180, 320)))  # fmt: skip

    assert len({round(one.y) for one in narrow if one.faces}) > 1
    assert len({one.depth for one in narrow}) == 2
    assert len({one.depth for one in wide}) == 1
    assert max(one.scale for one in narrow) > 0.55 * max(one.scale for one in wide)
    for one in narrow:
        assert -281 < one.x < 281


@pytest.mark.parametrize("vessel", ["boat", "sailboat", "ship"])
def test_who_is_on_a_ship_stands_on_its_deck_and_not_above_its_funnel(vessel: str) -> None:
    placed = compose(asked(f"A man on a {vessel}.", place="SEA"), still=True).placed
    man, ship = sorted(placed, key=lambda one: one.actor.subject.group)

    top = ship.bounds()[1]
    assert man.y > top + 0.3 * (ship.y - top)
    assert man.depth < ship.depth


@pytest.mark.parametrize(
    ("size", "width", "height"), [("MS", 320, 180), ("MCU", 320, 180), ("MS", 180, 320), ("CS", 240, 240)]
)
@pytest.mark.parametrize("animal", ["dog", "horse", "cat"])
def test_in_a_close_shot_no_animal_hides_a_face(animal: str, size: str, width: int, height: int) -> None:
    for seed in range(4):
        placed = compose(asked(f"A girl next to a {animal}.", size=size, width=width, height=height, seed=seed)).placed
        girl, beast = placed[:2]
        near = min(abs(beast.bounds()[0] - girl.x), abs(beast.bounds()[2] - girl.x))
        apart = not beast.bounds()[0] < girl.x < beast.bounds()[2] and near > 150 * girl.scale
        assert apart or beast.depth < girl.depth


def test_a_polar_bear_is_white_and_a_brown_one_is_what_it_is_told() -> None:
    bear, polar, black = (compose(asked(f"A {what}.", place="FOREST"), still=True).placed[0].actor.arts[0]
                          for what in ("bear", "polar bear", "black polar bear"))  # fmt: skip

    assert "#f0efe9" in polar
    assert "#f0efe9" not in bear + black
    assert "#23232a" in black


def test_a_camel_is_seen_before_the_sand() -> None:
    empty, camel = (
        still(action, place="DESERT", time_of_day="SUNSET", seed=3) for action in ("The desert.", "A camel.")
    )

    apart = np.abs(empty - camel).max(axis=2)
    assert (apart > 45).mean() > 0.012


@pytest.mark.parametrize("how", ["OVERHEAD on the deck,", "DUTCH ANGLE,", "TRACKING", "HANDHELD:", "SLOW PAN to"])
def test_how_a_shot_is_taken_is_nobodys_name(how: str) -> None:
    (man,) = understand(asked(f"{how} a man sleeps.")).subjects

    assert (man.kind, man.count, man.name) == ("man", 1, "")
