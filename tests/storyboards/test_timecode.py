from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyboards import timecode
from storyboards.vocabulary import Rate, rate_pair

RATES = [rate_pair(rate) for rate in Rate.values]
rates = st.sampled_from(RATES)
A_DAY_AND_A_NIGHT = 24 * 3600 * 30


@given(frames=st.integers(0, A_DAY_AND_A_NIGHT), rate=rates)
def test_a_timecode_leads_back_to_its_frame(frames, rate):
    code = timecode.timecode(frames, rate)

    assert timecode.frames_at(code, rate) == frames


@given(frames=st.integers(0, A_DAY_AND_A_NIGHT), rate=rates)
def test_the_next_frame_has_the_next_timecode(frames, rate):
    assert timecode.timecode(frames, rate) < timecode.timecode(frames + 1, rate)


@given(frames=st.integers(1, 20_000), rate=rates)
def test_seconds_lead_back_to_their_frames(frames, rate):
    assert timecode.frames_of(timecode.seconds(frames, rate), rate) == frames


@pytest.mark.parametrize(
    ("frames", "rate", "code"),
    [
        (0, (24, 1), "00:00:00:00"),
        (1548, (24, 1), "00:01:04:12"),
        (86_400 * 25 - 1, (25, 1), "23:59:59:24"),
        (1440, (24000, 1001), "00:01:00:00"),
        (1799, (30000, 1001), "00:00:59;29"),
        (1800, (30000, 1001), "00:01:00;02"),
        (17981, (30000, 1001), "00:09:59;29"),
        (17982, (30000, 1001), "00:10:00;00"),
        (107892, (30000, 1001), "01:00:00;00"),
    ],
)
def test_timecode_of_known_frames(frames, rate, code):
    assert timecode.timecode(frames, rate) == code


@pytest.mark.parametrize("code", ["00:01:00;00", "00:01:00;01", "00:09:00:00", "00:00:00;30", "1:2", "", "00:61:00:00"])
def test_a_timecode_that_does_not_exist_is_refused(code):
    with pytest.raises(ValueError, match=r".+"):
        timecode.frames_at(code, (30000, 1001))


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("5.5", 132),
        ("5,5 s", 132),
        ("2 seconds", 48),
        ("132f", 132),
        ("1 frame", 1),
        ("1:04", 1536),
        ("1:04.5", 1548),
        ("00:00:05:12", 132),
        (" 0.01 ", 1),
    ],
)
def test_a_length_is_read_as_people_write_it(text, frames):
    assert timecode.read_length(text, (24, 1)) == frames


@pytest.mark.parametrize("text", ["", "0", "-1", "five", "1e9", "601", "00:00:00:00", "0f", "1:2:3", "9" * 400])
def test_a_length_that_is_none_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        timecode.read_length(text, (24, 1))


def test_lengths_in_words():
    assert timecode.clock(1548, (24, 1)) == "1:05"
    assert timecode.clock(24 * 3725, (24, 1)) == "1:02:05"
    assert timecode.clock(24 * 9, (24, 1)) == "0:09"
    assert timecode.short_seconds(132, (24, 1)) == "5.5"
    assert timecode.seconds(1001, (24000, 1001)) == Fraction(1001 * 1001, 24000)
