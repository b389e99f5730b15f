import pytest

from storyboards.scripts import read_script
from storyboards.scripts.places import place_in, time_in
from storyboards.scripts.words import words_of


def scenes(text):
    return [(s.setting, s.place, s.time_of_day) for s in read_script(text, name="a.txt").scenes]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("She sat in the old kitchen.", ("INT", "OLD KITCHEN")),
        ("The harbour was quiet.", ("EXT", "HARBOUR")),
        ("He walked across the market square.", ("EXT", "MARKET SQUARE")),
        ("She looked at the sea.", ("", "")),
        ("He thought of the house.", ("", "")),
        ("In the end he left.", ("", "")),
        ("", ("", "")),
    ],
)
def test_place_in(sentence, place):
    assert place_in(words_of(sentence)) == place


@pytest.mark.parametrize(
    ("sentence", "time"), [("At first light they left.", "DAWN"), ("One evening.", "EVENING"), ("He left.", "")]
)
def test_time_in(sentence, time):
    assert time_in(words_of(sentence)) == time


def test_scene_changes_with_the_place():
    assert scenes("Ada sat in the kitchen.\n\nShe waited long.\n\nShe went to the harbour.") == [
        ("INT", "KITCHEN", "DAY"),
        ("EXT", "HARBOUR", "DAY"),
    ]


def test_scene_changes_with_the_time_and_keeps_the_place():
    assert scenes("Ada sat in the kitchen.\n\nThat night she could not sleep.") == [
        ("INT", "KITCHEN", "DAY"),
        ("INT", "KITCHEN", "NIGHT"),
    ]


@pytest.mark.parametrize("mark", ["* * *", "***", "---", "#", "⁂"])
def test_scene_changes_at_a_mark(mark):
    assert len(scenes(f"Ada waited for him.\n\n{mark}\n\nJonas came late.")) == 2


def test_chapters_are_sections():
    outline = read_script("Chapter 1\n\nAda waited.\n\nChapter 2\n\nJonas came.", name="a.txt")

    assert [scene.section for scene in outline.scenes] == ["", "Chapter 2"]
    assert outline.title == "Chapter 1"


def test_title_is_the_first_short_line_without_a_stop():
    assert read_script("The Lamp\n\nAda waited.", name="").title == "The Lamp"


def test_names_are_found_where_nobody_speaks():
    outline = read_script("Then Ada came. Slowly Ada sat down in Paris. She liked Paris.", name="")

    assert outline.characters == ("Ada",)


def test_wrapped_lines_are_one_paragraph_and_spans_hold():
    outline = read_script("Ada waited\nfor the boat.\n\nIt never came back.", name="")

    assert [shot.action for shot in outline.scenes[0].shots] == ["Ada waited for the boat.", "It never came back."]
    assert [outline.text[s.source_start : s.source_end] for s in outline.scenes[0].shots] == [
        "Ada waited\nfor the boat.",
        "It never came back.",
    ]


def test_lines_that_end_like_sentences_are_paragraphs():
    assert len(read_script("Ada waited long.\nThe boat never came.\nShe went home.", name="").scenes[0].shots) == 3
