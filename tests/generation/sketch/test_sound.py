"""Sound, by measurement: spectra, times, ends, the same twice."""

import wave
from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pytest

from generation.sketch import SketchRequest, understand
from generation.sketch.drawing.pose import TIMING
from generation.sketch.drawing.weather import flash
from generation.sketch.reading.places import PLACES
from generation.sketch.sound.ambience import MAKERS, ambience, voices_of
from generation.sketch.sound.ambience.places import PLACES as SOUNDING
from generation.sketch.sound.mix import samples_of, sound_of, write_sound
from generation.sketch.sound.noise import RATE, fast_size
from generation.sketch.sound.spots import DOINGS, ground_of, spots
from generation.sketch.sound.strikes import GROUNDS, blast, step
from generation.sketch.sound.throats import THROATS, cry

from .listening import energy, level, middle, sounding, steadiness

STEADY = ("rain", "waves", "traffic", "wind", "birds", "crickets", "fire", "hum", "crowd", "machines", "falls", "deep")


def heard(name: str, seed: int = 5, seconds: int = 8) -> np.ndarray:
    return MAKERS[name](np.random.default_rng(seed), seconds * RATE)


def seen_in(action: str, **fields):
    return understand(SketchRequest(action=action, **fields))


def test_rain_is_higher_than_waves_and_waves_higher_than_traffic() -> None:
    rain, waves, traffic = heard("rain"), heard("waves"), heard("traffic")

    assert middle(rain) > 2.5 * middle(waves) > 7 * middle(traffic)
    assert energy(rain, 2000, 12_000) > 0.6
    assert energy(traffic, 40, 600) > 0.8
    assert steadiness(rain) < 0.5 * steadiness(waves)


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("birds", 2000, 9000), ("crickets", 3800, 5200), ("hum", 30, 200), ("room", 40, 300), ("rumble", 20, 200),
        ("deep", 30, 400), ("leaves", 1000, 9000), ("beeps", 900, 1100), ("typing", 700, 6000), ("bells", 80, 700),
    ],
)  # fmt: skip
def test_a_sound_lies_where_such_sounds_lie(name: str, low: float, high: float) -> None:
    assert energy(heard(name), low, high) > 0.6


def test_drips_clocks_and_clacks_are_single_sounds_and_noises_are_not() -> None:
    single, noise = (min, max)
    assert (
        single(steadiness(heard(name), 0.02) for name in ("drips", "clock", "beeps", "crockery"))
        > noise(steadiness(heard(name), 0.02) for name in ("rain", "falls", "vent", "hush")) * 2
    )


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_every_ambience_is_two_different_sides_of_about_unit_level(name: str) -> None:
    sound = heard(name, seconds=6)

    assert sound.dtype == np.float32
    assert np.isfinite(sound).all()
    assert -30 < level(sound) < 4
    assert np.array_equal(sound, heard(name, seconds=6))
    assert not np.array_equal(sound, heard(name, seed=6, seconds=6)) or name in ("rotor", "saucer", "beeps", "steam")


def test_ambiences_differ_from_one_another() -> None:
    edges = 40 * 2 ** np.arange(10)
    spectra = {
        name: np.array([energy(heard(name, seconds=4), low, high) for low, high in pairwise(edges)]) for name in STEADY
    }

    for one, other in combinations(STEADY, 2):
        assert np.abs(spectra[one] - spectra[other]).sum() > 0.2, (one, other)


def test_every_place_of_the_vocabulary_has_a_sound_of_its_own() -> None:
    assert sorted(set(PLACES) - set(SOUNDING)) == []
    told = [tuple(sorted(voices.items())) for voices in SOUNDING.values()]
    assert len(set(told)) == len(told)
    assert {name for voices in SOUNDING.values() for name in voices} <= set(MAKERS)


def test_weather_is_heard_outside_and_muffled_inside() -> None:
    outside, inside = seen_in("Rain in the street."), seen_in("Rain.", place="OFFICE", setting="INT")

    assert voices_of(outside)["rain"] > 0.8
    assert "rain" not in voices_of(inside)
    rng = np.random.default_rng
    assert middle(ambience(outside, rng(1), RATE * 3)) > 3 * middle(ambience(inside, rng(1), RATE * 3))


def test_nights_have_crickets_and_no_birds_and_rain_silences_both() -> None:
    day, night, wet = (voices_of(seen_in("A field.", time_of_day=hour)) for hour in ("MORNING", "NIGHT", "NIGHT, RAIN"))

    assert "birds" in day
    assert "crickets" not in day
    assert "crickets" in night
    assert "birds" not in night
    assert "crickets" not in wet


def test_a_city_at_night_is_lower_than_by_day() -> None:
    day, night = (seen_in("The street.", place="CITY STREET", time_of_day=hour) for hour in ("NOON", "NIGHT"))
    rng = np.random.default_rng

    assert middle(ambience(night, rng(1), RATE * 4)) < middle(ambience(day, rng(1), RATE * 4))


def test_an_engine_is_heard_where_a_car_drives() -> None:
    assert voices_of(seen_in("A red car drives down the road."))["engine"] > 0.5
    assert "engine" not in voices_of(seen_in("The road."))


def test_what_burns_is_heard_and_an_explosion_bangs_once_and_low() -> None:
    assert voices_of(seen_in("A house burns."))["fire"] > 0.5
    assert "fire" not in voices_of(seen_in("A house."))

    bang = blast(np.random.default_rng(1))
    assert times("An explosion.", place="DESERT") == [0.3]
    power = np.abs(np.fft.rfft(bang)) ** 2
    hertz = np.fft.rfftfreq(len(bang), 1 / 48000)
    assert power[hertz < 300].sum() > 0.7 * power.sum()
    assert np.abs(bang[: len(bang) // 8]).max() == np.abs(bang).max()


def times(action: str, **fields) -> list[float]:
    request = SketchRequest(action=action, **{"frames": 96, **fields})
    return [spot.at for spot in spots(request, understand(request), np.random.default_rng(1))]


def test_steps_come_twice_in_a_cycle_of_the_picture() -> None:
    walking, running = times("A man walks on the beach."), times("A man runs on the beach.")

    assert np.allclose(np.diff(walking), TIMING["walk"][0] / 2)
    assert np.allclose(np.diff(running), TIMING["run"][0] / 2)
    assert walking[0] == pytest.approx(0.25 * TIMING["walk"][0])


def test_grounds_sound_different() -> None:
    rng = np.random.default_rng(3)
    middles = {ground: middle(step(rng, ground)) for ground in GROUNDS}

    assert middles["snow"] > middles["soft"] > middles["wood"] > middles["carpet"]
    assert ground_of(seen_in("A man walks on the beach.")) == "soft"
    assert ground_of(seen_in("A man walks.", place="SNOW FIELD")) == "snow"
    assert ground_of(seen_in("Snow falls, a man walks.", place="STREET")) == "snow"


def test_every_deed_makes_its_sound() -> None:
    rng = np.random.default_rng(2)

    for action, doings in DOINGS.items():
        for doing in doings:
            sound = doing.strike(rng)
            assert 0.9 < np.abs(sound).max() <= 1.0, action
            assert sound.size < 3.5 * RATE, action


def test_thunder_follows_the_lightning_that_is_seen() -> None:
    rolls = times("A storm at sea.", frames=240, seed=3)
    flashes = [t / 100 for t in range(1000) if flash("storm", t / 100, 3) > 40]

    assert len(rolls) >= 2
    for roll in rolls:
        assert any(0.1 < roll - seen < 1.4 for seen in flashes)


def test_space_is_silent_but_for_its_hum() -> None:
    assert times("An astronaut walks in space.", place="SPACE") == []


def test_animals_have_voices_of_their_own() -> None:
    rng = np.random.default_rng(4)
    middles = {name: middle(cry(rng, THROATS[name])) for name in ("dog", "cow", "bird", "lion", "mouse")}

    assert min(middles["mouse"], middles["bird"]) > 3 * middles["dog"]
    assert middles["dog"] > middles["lion"]
    assert len(times("A dog barks in the park.")) >= 2


def test_the_same_twice_and_another_seed_otherwise() -> None:
    one, same, other = (sounding("A man walks in the rain.", seed=seed) for seed in (1, 1, 2))

    assert one.tobytes() == same.tobytes()
    assert not np.array_equal(one, other)


def test_sound_begins_and_ends_in_silence() -> None:
    sound = sounding("Traffic in the city.")

    assert np.abs(sound[:, [0, -1]]).max() < 1e-3


@pytest.mark.parametrize(("frames", "rate"), [(1, (24, 1)), (31, (30000, 1001)), (240, (24, 1)), (7, (120, 1))])
def test_sound_lasts_as_long_as_the_frames(frames: int, rate: tuple[int, int]) -> None:
    request = SketchRequest(action="A forest.", frames=frames, rate=rate)

    sound = sound_of(request, understand(request))

    assert sound.shape == (2, samples_of(request))
    assert samples_of(request) == round(frames * rate[1] * RATE / rate[0])


def test_long_shots_repeat_their_place_without_a_gap_or_a_click(tmp_path) -> None:
    request = SketchRequest(action="Rain in the forest.", frames=24 * 40)

    write_sound(request, understand(request), tmp_path / "sound.wav")

    with wave.open(str(tmp_path / "sound.wav")) as file:
        sound = np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, 2) / 32768
    levels = np.sqrt((sound[: 39 * RATE, 0].reshape(39, RATE) ** 2).mean(axis=1))
    assert sound.shape[0] == 40 * RATE
    assert levels[1:-1].min() > 0.4 * levels.max()
    assert np.abs(np.diff(sound[:, 0])).max() < 0.5
    assert np.abs(sound[-1]).max() < 0.001


def test_no_sound_is_silence_of_the_same_length(tmp_path) -> None:
    request = replace(SketchRequest(action="Rain."), frames=24, sound=False)

    write_sound(request, understand(request), tmp_path / "sound.wav")

    with wave.open(str(tmp_path / "sound.wav")) as file:
        assert file.getnframes() == RATE
        assert not any(file.readframes(RATE))


@pytest.mark.parametrize("samples", [1, 1000, 44_100, 48_001, 480_000, 816_001])
def test_fast_sizes_are_no_shorter_and_have_small_factors(samples: int) -> None:
    size = rest = fast_size(samples)
    for factor in (2, 3, 5):
        while rest % factor == 0:
            rest //= factor

    assert samples <= size <= max(4, samples * 1.25)
    assert rest == 1


def test_memory_for_a_long_shot_is_bounded(tmp_path) -> None:
    import tracemalloc

    request = SketchRequest(action="A man walks in the rain.", frames=24 * 180)
    tracemalloc.start()

    write_sound(request, understand(request), tmp_path / "sound.wav")

    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 200 << 20


def test_keys_are_heard_of_who_types_and_pages_of_who_reads_on_a_bench() -> None:
    typing = times("A man types.", place="OFFICE", setting="INT")

    assert len(typing) > 12
    assert len(times("A man sits.", place="PARK")) < len(times("A man sits on a bench and reads.", place="PARK"))
    assert times("A woman takes a picture.", place="PARK")
    assert times("A teenager skateboards.", place="STREET")


def test_a_steam_train_hisses_more_than_one_that_is_driven_by_electricity() -> None:
    def high(action: str) -> float:
        sound = ambience(seen_in(action, place="RAILWAY"), np.random.default_rng(1), RATE * 4)
        return energy(sound, 2000, 8000)

    assert high("A steam train passes.") > 1.5 * high("A train passes.")
