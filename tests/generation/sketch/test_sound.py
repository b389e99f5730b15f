"""Sound, by measurement: spectra, levels, ends."""

import wave

import numpy as np
import pytest

from generation.sketch import SketchRequest, understand
from generation.sketch.sound.ambience import MAKERS
from generation.sketch.sound.loudness import loudness
from generation.sketch.sound.mix import samples_of, sound_of, write_sound
from generation.sketch.sound.music import MODES, bed
from generation.sketch.sound.noise import RATE


def sounding(action: str, **fields) -> np.ndarray:
    request = SketchRequest(action=action, **{"frames": 72, **fields})
    return sound_of(request, understand(request))


def energy(sound: np.ndarray, low: float, high: float) -> float:
    """Share of the energy between two frequencies."""
    power = np.abs(np.fft.rfft(sound.mean(axis=0) if sound.ndim == 2 else sound)) ** 2
    freqs = np.fft.rfftfreq(sound.shape[-1], 1 / RATE)
    return float(power[(freqs >= low) & (freqs < high)].sum() / power.sum())


def test_loudness_of_a_known_tone() -> None:
    t = np.arange(2 * RATE) / RATE
    tone = np.sin(2 * np.pi * 997 * t) * 10 ** (-20 / 20)

    assert loudness(np.stack([tone, tone])) == pytest.approx(-20.0, abs=0.3)


@pytest.mark.parametrize(
    "action",
    [
        "Rain in the street.",
        "Waves on the coast.",
        "A quiet kitchen.",
        "A storm at sea.",
        "A man runs in the forest.",
        "Space.",
        "",
    ],
)
@pytest.mark.parametrize("frames", [12, 72])
def test_level_is_twenty_below_full_without_clipping(action: str, frames: int) -> None:
    sound = sounding(action, frames=frames)

    assert loudness(sound) == pytest.approx(-20.0, abs=1.5)
    assert np.abs(sound).max() < 0.9


def test_sound_begins_and_ends_in_silence() -> None:
    sound = sounding("Traffic in the city.")

    assert np.abs(sound[:, [0, -1]]).max() < 1e-3


def test_rain_waves_and_traffic_have_spectra_of_their_own() -> None:
    rng = np.random.default_rng(1)
    high = {name: energy(MAKERS[name](rng, RATE * 4), 3000, 12_000) for name in ("rain", "waves", "traffic")}
    low = {name: energy(MAKERS[name](rng, RATE * 4), 20, 250) for name in ("rain", "waves", "traffic")}

    assert high["rain"] > 3 * high["waves"] > 3 * high["traffic"]
    assert low["traffic"] > 2 * low["rain"]


def test_steps_come_with_walking_and_not_with_standing() -> None:
    def beats(action: str) -> float:
        mono = sounding(action, setting="INT", place="CORRIDOR").mean(axis=0)
        envelope = np.abs(mono).reshape(-1, 480).max(axis=1)
        return float(np.percentile(envelope, 99) / np.median(envelope))

    assert beats("A man runs.") > 1.25 * beats("A man stands.")


def test_same_shot_same_sound_and_another_seed_another() -> None:
    first, again, other = (sounding("Birds in the park.", seed=seed) for seed in (1, 1, 2))

    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("mood", MODES)
def test_music_ends_with_the_shot(mood: str) -> None:
    seen = understand(SketchRequest(action=mood))

    music = bed(seen, np.random.default_rng(0), RATE * 5)

    assert np.abs(music[:, -10:]).max() < 0.01
    assert np.sqrt((music**2).mean()) > 0.05


@pytest.mark.parametrize(
    ("frames", "rate", "samples"),
    [(24, (24, 1), 48_000), (1, (24, 1), 2_000), (30, (30000, 1001), 48_048), (100, (25, 1), 192_000)],
)
def test_length_follows_frames_and_rate(frames: int, rate: tuple[int, int], samples: int) -> None:
    assert samples_of(SketchRequest(action="", frames=frames, rate=rate)) == samples


def test_a_long_shot_repeats_its_sound_without_a_gap_or_a_click(tmp_path) -> None:
    request = SketchRequest(action="Rain in the forest.", frames=24 * 40)

    write_sound(request, understand(request), tmp_path / "sound.wav")

    with wave.open(str(tmp_path / "sound.wav")) as file:
        sound = np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, 2) / 32768
    levels = np.sqrt((sound[: 39 * RATE, 0].reshape(39, RATE) ** 2).mean(axis=1))
    steps = np.abs(np.diff(sound[:, 0]))
    assert sound.shape[0] == 40 * RATE
    assert levels[1:-1].min() > 0.4 * levels.max()
    assert steps.max() < 0.5
    assert np.abs(sound[-1]).max() < 0.001
