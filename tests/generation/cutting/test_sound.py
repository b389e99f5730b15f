import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.cutting import aac, loudness, sound

from .clips import ffmpeg


def noise(seconds: float, level: float = 0.1, seed: int = 1) -> np.ndarray:
    values = np.random.default_rng(seed).normal(0, level, (round(seconds * 48000), 2))
    return values.astype(np.float32)


def made(samples: np.ndarray, room) -> tuple[sound.Sound, list[bytes]]:
    result = sound.encode(samples, room, room / "made.aac")
    return result, list(result.packets(0, len(result)))


def louder(packets: list[bytes], places: np.ndarray, steps: np.ndarray) -> list[bytes]:
    """The packets, lifted where they stand one behind the other."""
    ends = np.cumsum([len(packet) for packet in packets])
    starts = np.insert(ends[:-1], 0, 0)
    data = np.frombuffer(b"".join(packets), np.uint8).copy()
    aac.lift(data, starts, places, steps)
    return [data[start:end].tobytes() for start, end in zip(starts, ends, strict=True)]


def test_a_pair_decodes_to_its_two_channels(tmp_path):
    times = np.arange(24000) / 48000
    both = np.stack([0.5 * np.sin(times * 2764), 0.05 * np.sin(times * 9000)], axis=1).astype(np.float32)

    _made, packets = made(both, tmp_path)

    heard = sound.decode(packets, tmp_path)[: len(both)]
    noise_share = (heard - both)[2048:-2048].std(axis=0) / both.std(axis=0)
    assert noise_share.max() < 0.04


def test_a_tone_comes_back_at_its_sample(tmp_path):
    samples = np.zeros((48000, 2), dtype=np.float32)
    samples[20000:21000] = 0.5 * np.sin(np.arange(1000) * 0.13)[:, None]

    _made, packets = made(samples, tmp_path)

    heard = np.abs(sound.decode(packets, tmp_path)[:, 0])
    assert abs(int(np.flatnonzero(heard > 0.1)[0]) - 20000) < 64


@pytest.mark.parametrize("steps", [-12, -1, 1, 4, 7])
def test_louder_multiplies_what_is_decoded_and_changes_nothing_else(tmp_path, steps):
    result, packets = made(noise(0.5, 0.02), tmp_path)
    places = result.measures.second_gains

    lifted = louder(packets, places[: len(packets)], np.full(len(packets), steps))

    before, after = sound.decode(packets, tmp_path), sound.decode(lifted, tmp_path)
    assert np.abs(after - before * 2 ** (steps / 4)).max() < 1e-6
    assert [len(packet) for packet in lifted] == [len(packet) for packet in packets]


def test_each_packet_is_lifted_by_its_own_steps_and_nothing_is_the_same_packet():
    packet, place = aac.quiet()

    first, second, third = louder([packet] * 3, np.full(3, place), np.array([2, 0, 5]))

    assert (first[1], second, third[1]) == (2, packet, 5)


@given(st.integers(-300, 300), st.integers(0, 255), st.integers(0, 7))
def test_louder_never_leaves_the_eight_bits_and_touches_nothing_beside_them(steps, before, shift):
    place = 40 + shift
    around = (1 << 96) - 1 & ~(0xFF << 80) & ~(0xFF << 88 - place)
    packet = (around | before << 80 | before << 88 - place).to_bytes(12, "big")

    (lifted,) = louder([packet], np.array([place]), np.array([steps]))

    gain = min(255, max(0, before + steps))
    assert int.from_bytes(lifted, "big") == around | gain << 80 | gain << 88 - place


def test_quiet_decodes_to_silence(tmp_path):
    heard = sound.decode([aac.quiet()[0]] * 5, tmp_path)

    assert heard.shape == (4096, 2)
    assert not heard.any()


def test_adts_is_read_back_as_it_was_written():
    packets = [b"a", b"b" * 700, b"c" * 1500]

    stream = b"".join(aac.adts_header(len(packet)) + packet for packet in packets)

    assert list(aac.read_adts(stream)) == packets


def test_pair_refuses_what_is_not_a_single_channel():
    with pytest.raises(ValueError, match="single AAC channel"):
        aac.pair(aac.quiet()[0], aac.quiet()[0])


def test_measures_survive_the_file():
    measures = sound.Measures(2048, np.array([30, 900]), np.array([0.25, 0.5]), np.array([0.5, 1.5]))

    read = sound.Measures.from_bytes(measures.to_bytes())

    assert read.samples == 2048
    assert read.second_gains.tolist() == [30, 900]
    assert (read.energy.tolist(), read.peak.tolist()) == ([0.25, 0.5], [0.5, 1.5])


@pytest.mark.parametrize("kept", [b"", b"snd1", b"snd0" + bytes(12), b"snd1" + bytes(3) + b"\1" + bytes(8)])
def test_measures_refuse_anything_else(kept):
    with pytest.raises(ValueError, match="no measures"):
        sound.Measures.from_bytes(kept)


@pytest.mark.parametrize("level", [0.5, 0.05, 0.002])
def test_measured_loudness_is_what_the_meter_of_ffmpeg_says(tmp_path, level):
    # The meter reads 0.1 LU steps.
    result, _packets = made(noise(4, level), tmp_path)

    measured = loudness.integrated(result.measures.energy[:-1])

    said = ffmpeg(
        "-i", str(tmp_path / "made.aac"), "-af", "ebur128=metadata=1,ametadata=print:file=-", "-f", "null", "-"
    )
    last = [line for line in said.decode().splitlines() if ".I=" in line][-1]
    assert measured == pytest.approx(float(last.split("=")[1]), abs=0.15)


def test_measured_peak_lies_between_the_samples_too(tmp_path):
    # A tone at a quarter of the rate, sampled beside its crests: samples reach 0.707 of the true peak.
    wave = 0.8 * np.sin(np.arange(24000) * np.pi / 2 + np.pi / 4)

    result, _packets = made(np.stack([wave, wave], axis=1).astype(np.float32), tmp_path)

    assert np.median(result.measures.peak[2:-3]) == pytest.approx(0.8, rel=0.06)


def test_measuring_stays_with_the_block(tmp_path):
    samples = np.zeros((1024 * 40, 2), dtype=np.float32)
    samples[1024 * 20 : 1024 * 21] = noise(1)[:1024]

    result, _packets = made(samples, tmp_path)

    assert int(result.measures.energy.argmax()) == 20
    assert int(result.measures.peak.argmax()) == 20


def test_integrated_of_a_full_scale_tone_is_as_the_standard_says(tmp_path):
    # BS.1770: a 997 Hz tone at 0 dBFS in one channel measures -3.01 LUFS.
    wave = np.zeros((96000, 2), dtype=np.float32)
    wave[:, 0] = 0.1 * np.sin(np.arange(96000) * 2 * np.pi * 997 / 48000)

    result, _packets = made(wave, tmp_path)

    assert loudness.integrated(result.measures.energy[:-1]) == pytest.approx(-23.01, abs=0.15)


def test_integrated_leaves_out_what_is_quiet():
    loud, quiet = np.full(1000, 0.01), np.full(1000, 1e-6)

    assert loudness.integrated(np.append(loud, quiet)) == pytest.approx(loudness.integrated(loud), abs=0.05)


@pytest.mark.parametrize("energy", [np.zeros(500), np.full(500, 1e-9), np.zeros(0)])
def test_silence_has_no_loudness_and_gets_no_gain(energy):
    levelled = loudness.level(energy, np.zeros(len(energy)), -14.0)

    assert (levelled.before, levelled.after) == (None, None)
    assert not levelled.steps.any()


@pytest.mark.parametrize("energy", [3e-4, 0.001, 0.01, 0.2])
def test_level_comes_within_half_a_step_when_there_is_room(energy):
    levelled = loudness.level(np.full(1000, energy), np.full(1000, 0.02), -14.0)

    assert levelled.after == pytest.approx(-14.0, abs=0.76)
    assert len(set(levelled.steps.tolist())) == 1


def test_level_lifts_no_further_than_24_db():
    levelled = loudness.level(np.full(1000, 1e-6), np.full(1000, 1e-4), -14.0)

    assert levelled.steps.tolist() == [15] * 1001


def test_level_changes_nothing_without_a_target():
    levelled = loudness.level(np.full(1000, 0.01), np.full(1000, 0.1), None)

    assert levelled.before == levelled.after
    assert not levelled.steps.any()


def test_level_keeps_peaks_under_the_ceiling_and_comes_back_slowly():
    peak = np.full(1000, 0.1)
    peak[500] = 0.9

    levelled = loudness.level(np.full(1000, 0.001), peak, -14.0)

    gains = 2.0 ** (levelled.steps / 4)
    ceiling = 10 ** (-1 / 20)
    assert (peak * np.maximum(gains[:-1], gains[1:])).max() <= ceiling
    assert np.diff(levelled.steps).min() >= -1
    assert np.diff(levelled.steps).max() <= 1
    assert levelled.steps[500] == levelled.steps[501] == -1
    assert levelled.steps[503] < levelled.steps[0]
    assert levelled.steps[800] == levelled.steps[0]
