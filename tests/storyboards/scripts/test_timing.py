import pytest

from storyboards.scripts.timing import action_seconds, shot_seconds, speech_seconds


def test_speech_takes_a_minute_for_150_words_and_a_breath():
    assert speech_seconds("word " * 150) == 60.5


def test_action_takes_a_minute_for_a_page_of_220_words():
    assert action_seconds("word " * 220) == 60


def test_letters_of_unspaced_scripts_count_half_a_word():
    assert speech_seconds("灯台守の娘") == 2.5 * 60 / 150 + 0.5


@pytest.mark.parametrize(("seconds", "rounded"), [(0, 1.5), (1.7, 1.5), (1.8, 2.0), (6.2, 6.0), (99, 12.0)])
def test_shot_seconds_is_a_half_within_bounds(seconds, rounded):
    assert shot_seconds(seconds) == rounded
