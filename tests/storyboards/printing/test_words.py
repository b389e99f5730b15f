import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyboards.printing.fonts import BOXES, Style, font_of, runs, width
from storyboards.printing.words import LINE_HEIGHT, Paragraph, fit, one_line, wrap

ANY = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=400)
WORDS = st.text(st.sampled_from("aA é“”…-–ž Ж中한שב \n🎬ก"), max_size=600)

# Fonts are opened when a letter first asks for one: no deadlines here.


def said(text):
    """The letters of a text, without what lines take away: white space."""
    return re.sub(r"\s+", "", text)


@settings(deadline=None)
@given(WORDS, st.floats(20, 300), st.sampled_from(Style))
def test_lines_hold_every_letter_and_fit(text, room, style):
    lines = wrap(Paragraph(text, style), 8, room)

    assert said("".join(line.text for line in lines)) == said(text)
    assert all(width(line.text, style, 8) <= room + 0.01 or len(line.text) == 1 for line in lines)
    assert all(text.startswith(line.text, line.start) for line in lines)


@settings(deadline=None)
@given(WORDS, WORDS, st.floats(30, 200), st.floats(0, 100))
def test_what_is_cut_is_left_over_and_nothing_is_higher_than_its_box(first, second, room, height):
    paragraphs = [Paragraph(first, Style.SCRIPT), Paragraph(second)]

    made = fit(paragraphs, room, height, largest=9, smallest=5)

    assert made.height <= height + 0.01
    shown = "".join(line.text for line in made.lines)
    if made.rest:
        shown = shown.removesuffix(" …") + "".join(one.text for one in made.rest)
    assert said(shown) == said(first + second)


@settings(deadline=None)
@given(ANY, st.floats(10, 400))
def test_a_single_line_fits_or_says_that_it_goes_on(text, room):
    made = one_line(text, Style.SANS_BOLD, room, largest=13, smallest=5)

    line = made.lines[0].text
    assert width(line, Style.SANS_BOLD, made.size) <= room + 0.1 or line == " …"
    assert bool(made.rest) == (line != " ".join(text.split()))


def test_text_shrinks_before_it_is_cut():
    made = fit([Paragraph("word " * 40)], 100, 80, largest=9, smallest=4.5)

    assert (4.5 <= made.size < 9, made.rest) == (True, [])


def test_what_fits_keeps_its_size():
    made = fit([Paragraph("One line")], 100, 9 * LINE_HEIGHT, largest=9, smallest=5)

    assert (made.size, len(made.lines)) == (9, 1)


@settings(deadline=None)
@given(ANY, st.sampled_from(Style))
def test_every_letter_that_is_seen_has_a_font(text, style):
    shown = "".join(part for _font, part in runs(text, style))

    assert shown == "".join(letter for letter in text if font_of(letter, style))


@pytest.mark.parametrize(
    ("letter", "font"),
    [
        ("“", "courier-prime-latin-400-normal"),
        ("ž", "courier-prime-latin-ext-400-normal"),
        ("Ж", "noto-sans-cyrillic-400-normal"),
        ("Ω", "noto-sans-greek-400-normal"),
        ("ש", "noto-sans-hebrew-400-normal"),
        ("م", "noto-sans-arabic-400-normal"),
        ("🎬", "noto-emoji-400-normal"),
        ("龙", "STSong-Light"),
        ("ก", BOXES),
        ("\u200d", ""),
    ],
)
def test_letters_that_courier_lacks_are_set_in_a_font_that_has_them(letter, font):
    assert font_of(letter, Style.SCRIPT) == font


@pytest.mark.parametrize(
    ("text", "font"), [("漢字かな", "HeiseiKakuGo-W5"), ("漢字한글", "HYGothic-Medium"), ("漢字", "STSong-Light")]
)
def test_chinese_signs_are_drawn_as_the_language_around_them_is(text, font):
    assert [name for name, _part in runs(text, Style.SANS)] == [font]
