"""What a deed needs is in the picture: the bicycle of a cyclist, the desk of who types, the arms of who hugs."""

import cv2
import numpy as np
import pytest

from generation.sketch import understand
from generation.sketch.drawing.body import solve
from generation.sketch.drawing.compose import compose
from generation.sketch.drawing.looks import looks_of
from generation.sketch.drawing.placed import Placed
from generation.sketch.drawing.pose import near_pose
from generation.sketch.moving.lens import Lens
from generation.sketch.moving.mark import Mark
from generation.sketch.moving.video import frame_in

from .pictures import asked, still

REDS = (170, 8)


def stage(action: str, **fields) -> list[Placed]:
    return compose(asked(action, **fields), still=True).placed


def one(placed: list[Placed], kind: str) -> Placed:
    return next(place for place in placed if place.actor.subject.kind == kind)


def does(action: str, **fields) -> dict[str, str]:
    return {s.kind: s.action for s in understand(asked(action, **fields)).subjects}


@pytest.mark.parametrize(
    ("action", "place", "mount"),
    [
        ("A cyclist.", "ROAD", "bicycle"),
        ("A woman cycles to work.", "STREET", "bicycle"),
        ("A biker.", "ROAD", "motorcycle"),
        ("A rider.", "DESERT", "horse"),
        ("A teenager skateboards.", "STREET", "skateboard"),
        ("A boat with a man.", "LAKE", "boat"),
        ("A man rows.", "LAKE", "rowboat"),
    ],
)
def test_who_rides_or_rows_sits_on_something_that_is_drawn(action: str, place: str, mount: str) -> None:
    placed = stage(action, place=place)

    rider = next(p for p in placed if p.actor.subject.group == "person")
    assert rider.carrier is one(placed, mount)
    assert abs(rider.x - rider.carrier.x) < rider.carrier.actor.width * rider.carrier.scale / 2


def test_a_horse_that_is_named_serves_the_rider_and_no_second_one_comes() -> None:
    assert [s.kind for s in understand(asked("A rider and a horse.", place="FIELD")).subjects].count("horse") == 1


def test_nobody_cycles_through_the_kitchen_unless_it_is_said() -> None:
    assert "bicycle" not in does("A cyclist drinks tea.", place="KITCHEN", setting="INT")


def test_a_couple_is_two_people_and_kisses_head_to_head() -> None:
    placed = stage("A couple kisses.", place="PARK", size="FS")

    left, right = sorted(placed, key=lambda p: p.x)
    heads = [p.x + p.actor.head[0] * p.scale * p.faces for p in (left, right)]
    assert {left.actor.subject.action, right.actor.subject.action} == {"kiss"}
    assert (left.faces, right.faces) == (1.0, -1.0)
    assert 0 < heads[1] - heads[0] < 1.2 * left.actor.head_size * left.scale


@pytest.mark.parametrize("size", ["FS", "MS", "CU"])
def test_whoever_is_hugged_hugs_back_in_every_size(size: str) -> None:
    hugging = [p for p in stage("Ada hugs Jonas.", place="PARK", size=size) if p.actor.subject.action == "hug"]

    assert len(hugging) == 2
    assert hugging[0].faces == -hugging[1].faces


def test_whoever_is_chased_runs_too_and_is_ahead() -> None:
    officer, thief = (
        one(stage("A policeman chases a thief.", place="STREET"), k) for k in ("police officer", "person")
    )

    assert officer.actor.subject.action == thief.actor.subject.action == "run"
    assert officer.faces == thief.faces
    assert (thief.x - officer.x) * officer.faces > 0


def test_people_sit_on_both_sides_of_a_fire_and_look_into_it() -> None:
    placed = stage("Four friends sit around a campfire.", place="BEACH", time_of_day="NIGHT")

    fire, people = one(placed, "campfire"), [p for p in placed if p.actor.subject.group == "person"]
    assert sorted((p.x > fire.x) for p in people) == [False, False, True, True]
    assert all((fire.x - p.x) * p.faces > 0 for p in people)


def test_who_sleeps_in_a_bed_lies_on_it_and_is_not_hidden_by_it() -> None:
    placed = stage("A woman sleeps in bed.", place="BEDROOM", setting="INT")

    sleeper, bed = one(placed, "woman"), one(placed, "bed")
    top, low = bed.y - 420 * bed.scale, bed.y - 200 * bed.scale
    assert top < sleeper.y < low
    assert sleeper.depth > bed.depth
    assert bed.bounds()[0] < sleeper.x < bed.bounds()[2]


@pytest.mark.parametrize(
    ("action", "desk"),
    [("types on a laptop", "laptop"), ("writes a letter", "paper"), ("eats", "plate"), ("cooks", "stove")],
)
def test_who_works_at_something_has_it_before_them(action: str, desk: str) -> None:
    del desk
    with_desk, without = (
        stage(f"A man {what}.", place="LIVING ROOM", setting="INT", size="FS")[0] for what in (action, "stands")
    )

    assert with_desk.actor.box[2] > without.actor.box[2] + 100
    assert one(stage(f"A man {action}.", place="LIVING ROOM", setting="INT"), "man").actor.width > 440


def test_the_desk_and_the_computer_of_who_types_are_drawn_once() -> None:
    assert [p.actor.subject.kind for p in stage("A man at a desk types on a computer.", place="ROOFTOP")] == ["man"]


def test_who_reads_on_a_bench_sits_and_holds_a_book() -> None:
    seen = understand(asked("An old man sits on a bench and reads.", place="PARK")).subjects[0]
    reader = one(stage("An old man sits on a bench and reads.", place="PARK"), "old man")

    assert (seen.action, "reading" in seen.traits) == ("sit", True)
    assert [kind for kind, _hue in reader.actor.subject.held] == ["book"]


def test_a_mother_carries_her_baby_in_her_arms() -> None:
    placed = stage("A mother carries her baby.", place="LIVING ROOM", setting="INT")

    assert [p.actor.subject.kind for p in placed] == ["woman"]
    assert placed[0].actor.subject.held[0][0] == "baby"


def test_a_red_umbrella_is_over_the_head_and_all_of_it_in_the_picture() -> None:
    picture = still("A woman with a red umbrella.", place="FIELD", time_of_day="NOON", size="FS")
    hsv = cv2.cvtColor(picture.astype(np.uint8), cv2.COLOR_RGB2HSV)
    red = ((hsv[..., 0] > REDS[0]) | (hsv[..., 0] < REDS[1])) & (hsv[..., 1] > 150) & (hsv[..., 2] > 90)
    rows, columns = np.nonzero(red)
    shot = compose(asked("A woman with a red umbrella.", place="FIELD", time_of_day="NOON", size="FS"), still=True)

    x, y = shot.placed[0].x, shot.placed[0].y + shot.placed[0].actor.head[1] * shot.placed[0].scale
    head = (x + 500 * 16 / 9) / 1000 * 180, y / 1000 * 180
    assert rows.min() > 1
    assert np.percentile(rows, 90) < head[1]
    assert columns.min() < head[0] < columns.max()


def test_a_point_of_view_does_not_show_whose_eyes_they_are() -> None:
    assert not understand(asked("Through his eyes: the empty road.", place="ROAD", size="POV")).people
    assert understand(asked("He walks down the empty road.", place="ROAD", size="WS")).people


def test_walking_in_the_snow_is_not_entering() -> None:
    assert does("A man walks in the snow.")["man"] == "walk"
    assert does("A man walks in.")["man"] == "enter"


def test_a_colour_after_its_noun_counts_in_languages_that_put_it_there() -> None:
    dog = next(
        s for s in understand(asked("Un homme marche dans la rue avec un chien noir.")).subjects if s.kind == "dog"
    )

    assert dog.colour == understand(asked("A black dog.")).subjects[0].colour


@pytest.mark.parametrize("angle", ["low", "worms_eye", "ground", "knee", "eye", "high"])
@pytest.mark.parametrize("action", ["A boy with a kite.", "A cyclist."])
def test_a_full_shot_shows_the_feet_from_every_angle(action: str, angle: str) -> None:
    shot = compose(asked(action, place="FIELD", size="FS", angle=angle), still=True)
    framing = shot.framing
    for place in shot.placed:
        lens = Lens(framing.tilt, framing.horizon, framing.squash, place.y)
        _x, y, w = lens.matrix @ np.array([place.x, place.y, 1.0])
        assert y / w < 985


def test_sand_blows_sideways_and_snow_falls() -> None:
    def lean(weather: str) -> float:
        grey = cv2.cvtColor(
            still(f"A {weather}.", place="DESERT", time_of_day="NOON").astype(np.uint8), cv2.COLOR_RGB2GRAY
        )
        down, across = (np.abs(np.diff(grey.astype(float), axis=axis)).mean() for axis in (0, 1))
        return down / across

    assert lean("sandstorm") > 1.25 * lean("snowfall")


def test_the_lamp_of_a_room_does_not_shine_on_a_face_that_is_before_it() -> None:
    picture = still("Her eyes.", place="BEDROOM", setting="INT", time_of_day="NIGHT", size="ECU").mean(axis=2)

    forehead = picture[45:60, 140:180]
    assert forehead.max() < 1.05 * forehead.min()


@pytest.mark.parametrize("phase", [0.0, 0.25, 0.5, 0.75])
def test_two_who_talk_close_turn_to_each_other_and_keep_their_hands_to_themselves(phase: float) -> None:
    left, right = sorted(stage("Two women talk.", place="CAFE", setting="INT", size="2S"), key=lambda p: p.x)
    pose = near_pose("talk", phase, speaking=True, company=True)
    hand = solve(pose, looks_of(left.actor.subject, 0, 0)).arms[0][2]

    assert (left.faces, right.faces) == (1.0, -1.0)
    assert pose.gaze[0] > 2 * near_pose("look", phase).gaze[0]
    assert hand[0] * left.scale < (right.x - left.x) / 2


def test_a_wolf_that_howls_lifts_its_head() -> None:
    calm, howling = (stage(f"A wolf {what}.", place="FIELD")[0].actor.arts[0] for what in ("stands", "howls"))

    assert "rotate(-52" in howling
    assert "rotate(-52" not in calm


def test_a_fisherman_at_the_river_has_a_rod_and_one_in_a_bar_has_none() -> None:
    assert stage("A fisherman.", place="RIVER")[0].actor.subject.held
    assert not stage("A fisherman.", place="BAR", setting="INT")[0].actor.subject.held


def test_what_is_said_before_the_noun_is_worn_by_whom_it_means() -> None:
    man, woman = understand(asked("A bearded man and a hooded woman.", place="FIELD")).subjects

    assert looks_of(man, 0, 0).beard
    assert not looks_of(woman, 0, 0).beard
    assert looks_of(woman, 0, 0).hat == "hood"


def test_eyes_have_whites_in_close_shots_and_are_dots_from_afar() -> None:
    def white(size: str) -> float:
        picture = still("A man in a black coat with dark skin.", place="CAVE", setting="INT", size=size)
        return float((picture.min(axis=2) > 150).mean())

    assert white("CU") > white("WS")


def test_hands_are_shaken_by_two_who_face_each_other() -> None:
    placed = stage("A man shakes hands with a woman.", place="OFFICE", setting="INT")

    man, woman = one(placed, "man"), one(placed, "woman")
    assert man.actor.subject.action == woman.actor.subject.action == "give"
    assert (woman.x - man.x) * man.faces > 0 > (woman.x - man.x) * woman.faces


def test_things_on_the_table_are_seen_in_a_close_shot_and_their_flame_does_not_drown_it() -> None:
    lit = still("A girl looks at a candle.", place="KITCHEN", setting="INT", time_of_day="NIGHT", size="MS")
    shot = stage("A girl looks at a candle.", place="KITCHEN", setting="INT", time_of_day="NIGHT", size="MS")

    candle = one(shot, "candle")
    assert candle.y < 1000 < candle.y + candle.actor.height
    assert float((lit.min(axis=2) > 235).mean()) < 0.04
    assert lit.mean() < 170


@pytest.mark.parametrize(
    ("action", "kind", "does_what"),
    [("A boy fishes from the pier.", "boy", "fish"), ("A photographer takes a picture.", "person", "photograph")],
)
def test_verbs_that_are_also_things_are_done(action: str, kind: str, does_what: str) -> None:
    assert does(action)[kind] == does_what


def test_a_phone_that_rings_is_a_phone() -> None:
    assert understand(asked("A phone rings on the table.", size="INS")).subjects[0].kind == "phone"


def test_a_daughter_is_a_child_beside_her_mother() -> None:
    assert set(does("A mother and her daughter walk.")) == {"woman", "girl"}
    assert set(does("A daughter walks.")) == {"woman"}


def test_a_name_beside_something_is_somebody() -> None:
    assert [s.name for s in understand(asked("A lamp glows beside Lena.")).people] == ["Lena"]


def test_a_pile_of_nets_is_one_pile() -> None:
    assert [s.count for s in understand(asked("A woman sleeps on a pile of nets.")).subjects] == [1, 1]


def test_the_mark_is_as_wide_as_its_letters() -> None:
    bare, marked = (frame_in(np.full(1280 * 720 * 3 // 2, 120, np.uint8), 1280, 720) for _ in range(2))

    Mark(asked("A cat.", width=1280, height=720, slate="12A")).onto(marked, 23)
    rows, columns = np.nonzero(bare.luma != marked.luma)
    assert columns.max() < 0.25 * 1280
    assert rows.min() > 0.9 * 720


def test_two_who_cook_share_one_stove() -> None:
    girl, cook = (
        one(stage("A girl and her grandmother cook.", place="KITCHEN", setting="INT"), kind).actor
        for kind in ("girl", "old woman")
    )

    assert girl.box[2] / girl.height > 1.2 * cook.box[2] / cook.height


@pytest.mark.parametrize("size", ["2S", "MS", "MCU"])
def test_the_taller_of_two_keeps_her_head_in_a_close_shot(size: str) -> None:
    placed = stage("A girl and a woman look at us.", place="PARK", size=size)

    tops = [p.y + (p.actor.head[1] - p.actor.head_size * 0.6) * p.scale for p in placed]
    assert len(tops) == 2
    assert min(tops) > 0


def test_a_pilot_is_in_the_plane_and_not_in_the_air() -> None:
    assert [p.actor.subject.kind for p in stage("A pilot flies a plane.", place="AIRPORT")] == ["plane"]


def test_who_works_at_a_desk_has_all_of_it_in_an_upright_picture() -> None:
    man = stage("A man types on a laptop.", place="OFFICE", setting="INT", size="FS", width=180, height=320)[0]

    low, high = sorted((man.x, man.x + man.faces * 650 * man.scale))
    assert low > -500 * 9 / 16 - 20
    assert high < 500 * 9 / 16 + 20


@pytest.mark.parametrize("angle", ["low", "worms_eye", "ground", "eye", "high"])
def test_a_full_shot_shows_the_hat_from_every_angle(angle: str) -> None:
    shot = compose(asked("A man in a hat.", place="STREET", size="FS", angle=angle), still=True)
    man, framing = shot.placed[0], shot.framing
    lens = Lens(framing.tilt, framing.horizon, framing.squash, man.y)

    top = man.y + (man.actor.head[1] - man.actor.head_size * 0.68) * man.scale
    _x, y, w = lens.matrix @ np.array([man.x, top, 1.0])
    assert y / w > 15


def test_a_plane_that_is_all_there_is_can_be_seen_from_afar() -> None:
    plane = one(stage("A plane takes off.", place="AIRPORT", size="EWS"), "plane")

    low, _top, high, _foot = plane.bounds()
    assert 0.15 * 1000 * 16 / 9 < high - low < 0.6 * 1000 * 16 / 9


def test_a_crowd_stands_behind_whom_the_shot_is_about() -> None:
    placed = stage("A market crowd. A woman buys apples.", place="MARKET")

    woman, *crowd = placed
    assert woman.actor.subject.kind == "woman"
    assert len(crowd) >= 6
    assert all(p.depth < woman.depth and p.scale < woman.scale for p in crowd)
    assert max(p.x for p in crowd) - min(p.x for p in crowd) > 800


def test_an_audience_is_not_the_singer_and_does_not_climb_the_stage() -> None:
    seen = understand(asked("A singer with a guitar. The audience cheers.", place="STAGE", setting="INT"))
    placed = stage("A singer with a guitar. The audience cheers.", place="STAGE", setting="INT")

    assert [(s.label, s.action) for s in seen.subjects] == [("singer", "stand"), ("audience", "cheer")]
    assert [p.actor.subject.label for p in placed] == ["singer"]


def test_who_sleeps_on_a_pile_lies_on_its_top_and_the_pile_on_the_ground() -> None:
    placed = stage("A woman sleeps on a pile of nets.", place="HARBOUR", time_of_day="DAWN")

    woman, pile = one(placed, "woman"), one(placed, "net")
    assert pile.actor.width > 1000
    assert pile.bounds()[1] < woman.y < pile.y - 0.6 * pile.actor.height * pile.scale
    assert woman.actor.width * woman.scale < 1.3 * pile.actor.width * pile.scale


# --- what a deed is done with, or to --------------------------------------------------------------------------------


def kinds(action: str, **fields) -> dict[str, str]:
    return {s.kind: s.action for s in understand(asked(action, **fields)).subjects}


@pytest.mark.parametrize(
    ("action", "deed", "thing"),
    [
        ("A gardener waters the flowers.", "water", "watering can"),
        ("The old man is watering his roses.", "water", "watering can"),
        ("A detective smokes.", "smoke", "cigarette"),
        ("A man smokes a cigar by the window.", "smoke", "cigarette"),
        ("He smokes a cigarette.", "smoke", "cigarette"),
        ("An old man smokes a pipe.", "smoke", "cigarette"),
        ("The captain looks through binoculars.", "look through", "binoculars"),
        ("A boy gazes through a spyglass.", "look through", "binoculars"),
        ("She lights a cigarette.", "hold", "cigarette"),
        ("She holds a lantern.", "hold", "lantern"),
    ],
)
def test_who_does_it_has_the_thing_in_hand(action: str, deed: str, thing: str) -> None:
    person = next(p for p in stage(action, place="PARK") if p.actor.subject.group == "person")

    assert person.actor.subject.action == deed
    assert [kind for kind, _hue in person.actor.subject.held] == [thing]
    assert thing not in kinds(action)


def test_what_is_watered_is_in_the_picture_and_the_can_is_towards_it() -> None:
    placed = stage("A gardener waters the flowers.", place="GARDEN")

    gardener = next(p for p in placed if p.actor.subject.group == "person")
    flowers = [p for p in placed if p.actor.subject.kind == "flower"]
    assert flowers
    assert all((flower.x - gardener.x) * gardener.faces > 0 for flower in flowers)


@pytest.mark.parametrize("action", ["A boxer punches a bag.", "She hits the punching bag.", "A man hits a sandbag."])
def test_a_bag_that_one_person_punches_hangs_before_them(action: str) -> None:
    placed = stage(action, place="GYM", setting="INT")

    boxer = next(p for p in placed if p.actor.subject.group == "person")
    bag = one(placed, "punching bag")
    assert (bag.x - boxer.x) * boxer.faces > 0
    assert bag.actor.height > boxer.actor.height


def test_a_bag_that_two_fight_over_is_a_bag() -> None:
    assert "bag" in kinds("Two men fight over a bag.")


def test_it_is_told_who_looks_through_something() -> None:
    assert understand(asked("A girl looks through a telescope.")).subjects[0].traits == ("peering",)
    assert understand(asked("A girl looks through the window.")).subjects[0].traits == ()
    assert understand(asked("A girl stands beside a telescope.")).subjects[0].traits == ()


def test_an_eye_is_at_the_eyepiece_of_the_telescope() -> None:
    placed = stage("A man looks through a telescope.", place="ROOFTOP", size="FS")

    man, telescope = one(placed, "man"), one(placed, "telescope")
    eye = man.x + man.faces * man.actor.head[0] * man.scale, man.y + man.actor.head[1] * man.scale
    lens = telescope.x + telescope.faces * -336 * telescope.scale, telescope.y - 476 * telescope.scale
    size = man.actor.head_size * man.scale
    assert abs(eye[0] - lens[0]) < size
    assert abs(eye[1] - lens[1]) < size / 2
    assert telescope.faces == man.faces


@pytest.mark.parametrize(
    ("action", "kind", "deed"),
    [
        ("A boy looks through the window.", "boy", "look"),
        ("A smoking gun lies on the table.", "gun", "stand"),
        ("The house smokes.", "house", "stand"),
        ("A boat drifts on dark waters.", "boat", "fly"),
        ("A car smokes.", "car", "stand"),
    ],
)
def test_other_words_that_look_like_these_deeds(action: str, kind: str, deed: str) -> None:
    assert kinds(action)[kind] == deed


@pytest.mark.parametrize(
    ("action", "first", "deed", "second"),
    [
        ("A girl looks through a telescope and a boy reads a book.", "girl", "look", "read"),
        ("A girl holds a cup while a boy reads a book.", "girl", "hold", "read"),
        ("A girl smokes a cigarette and an old man sweeps the street.", "girl", "smoke", "sweep"),
    ],
)
def test_who_is_named_behind_what_somebody_holds_does_something_of_their_own(
    action: str, first: str, deed: str, second: str
) -> None:
    one, other = (subject for subject in understand(asked(action)).subjects if subject.group == "person")

    assert (one.kind, one.action, other.action) == (first, deed, second)


@pytest.mark.parametrize("action", ["He does not hold a gun.", "A man does not smoke a cigarette."])
def test_what_somebody_does_not_hold_is_in_no_hand(action: str) -> None:
    assert [subject.held for subject in understand(asked(action)).people] == [()]
