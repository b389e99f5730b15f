"""The bed: home at the end, on the cut, in its mood, with a form."""

import numpy as np
import pytest

from generation.sketch import SketchRequest, understand
from generation.sketch.sound.instruments import INSTRUMENTS, note
from generation.sketch.sound.mix import _overlaid, stems_of
from generation.sketch.sound.music import MODES, ROOT, bars_of, bed, mood_of
from generation.sketch.sound.noise import RATE

from .listening import middle, onsets

LENGTHS = (0.5, 2.0, 4.0, 9.7, 31.0, 125.0)


def chance() -> np.random.Generator:
    return np.random.default_rng(1)


def played(action: str, frames: int) -> np.ndarray:
    request = SketchRequest(action=action, frames=frames)
    stems = stems_of(request, understand(request))
    return _overlaid(stems.music, 0, stems.samples)


@pytest.mark.parametrize("mood", MODES)
@pytest.mark.parametrize("seconds", LENGTHS)
def test_the_bed_fills_the_shot_and_nothing_sounds_after_the_cut(mood: str, seconds: float) -> None:
    notes = bed(mood, chance(), seconds)

    assert notes[0].at == 0
    assert max(each.at + each.length for each in notes) == pytest.approx(seconds)
    assert [each.at for each in notes] == sorted(each.at for each in notes)


@pytest.mark.parametrize("mood", MODES)
def test_the_last_chord_is_home_and_is_held_to_the_cut(mood: str) -> None:
    mode, notes = MODES[mood], bed(mood, chance(), 12.0)

    last = [each for each in notes if each.at + each.length > 12.0 - 1e-6 and each.instrument == mode.pad]

    home = {round(ROOT * 2 ** ((mode.shift + tone) / 12), 3) for tone in mode.chords[-1]}
    assert {each.freq for each in last} == home
    assert [each.at for each in last] == pytest.approx([12.0 - 12.0 / bars_of(mood, 12.0)] * len(home))


def test_the_form_is_chords_then_figure_then_tune_then_chords() -> None:
    notes = bed("joyful", chance(), 20.0)
    mode = MODES["joyful"]

    figure = [each.at for each in notes if each.instrument == mode.lead]
    tune = [each.at for each in notes if each.gain == mode.tune and each.instrument == mode.lead]
    assert min(figure) >= 0.15 * 20
    assert min(tune) > min(figure)
    assert max(tune) < max(figure) < 20 - 20 / bars_of("joyful", 20.0)


def test_the_music_ends_on_the_cut() -> None:
    music = played("A girl laughs in the park.", 24 * 6)

    tail = np.abs(music[:, -RATE // 100 :]).max()
    assert np.abs(music[:, -1]).max() < 1e-3
    assert tail < 0.3 * np.abs(music[:, -RATE : -RATE // 2]).max()
    assert np.abs(music[:, -RATE : -RATE // 2]).max() > 0.005


def test_moods_have_their_tempo_and_their_colour() -> None:
    drums = {mood: sum(each.instrument == "drum" for each in bed(mood, chance(), 16.0)) for mood in MODES}

    assert drums["tense"] > 5
    assert drums["joyful"] > 5
    assert drums["calm"] == drums["sad"] == 0
    low, high = played("A dark and haunted house, horror.", 192), played("A bright sunny morning, cheerful.", 192)
    assert mood_of(understand(SketchRequest(action="A man laughs at the party."))) == "joyful"
    assert middle(high) > middle(low)
    assert onsets(played("Danger! A man flees in panic.", 192).mean(axis=0), 0.5).size >= 2


def test_another_seed_has_another_tune_in_the_same_chords() -> None:
    one, other = (bed("calm", np.random.default_rng(seed), 20.0) for seed in (1, 2))

    assert one != other
    assert [each for each in one if each.instrument == "strings"] == [
        each for each in other if each.instrument == "strings"
    ]


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_an_instrument_plays_the_note_that_is_asked_for(instrument: str) -> None:
    sound = note(instrument, 220.0, 1.5)
    power = np.abs(np.fft.rfft(sound[: RATE if instrument != "drum" else sound.size])) ** 2
    freqs = np.fft.rfftfreq(RATE if instrument != "drum" else sound.size, 1 / RATE)

    assert freqs[power.argmax()] == pytest.approx(220.0, rel=0.03)
    assert abs(sound[-1]) < 1e-4
