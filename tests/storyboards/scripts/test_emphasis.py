import pytest

from storyboards.scripts.emphasis import MARKDOWN_EMPHASES, emphasis_holes
from storyboards.scripts.passage import passage_of


def plain(line, **options):
    return passage_of(line, 0, len(line), emphasis_holes(line, 0, **options)).text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("*italics*", "italics"),
        ("**bold**", "bold"),
        ("***both***", "both"),
        ("_underline_", "underline"),
        ("_**both kinds**_", "both kinds"),
        ("From *Act _One_ on*.", "From Act One on."),
        ("Steel enters on 2 * 3 * 4", "Steel enters on 2 * 3 * 4"),
        (r"Dialing \*69 and \*70", "Dialing *69 and *70"),
        (r"a \_b\_ c", "a _b_ c"),
        ("snake_case_name", "snake_case_name"),
        ("*never closed", "*never closed"),
        ("closed only*", "closed only*"),
        ("****", "****"),
        ("* spaced *", "* spaced *"),
        ("*one* and *two*", "one and two"),
        ("", ""),
    ],
)
def test_emphasis_is_taken_out(line, text):
    assert plain(line) == text


def test_double_underscores_are_emphasis_in_markdown_only():
    assert plain("__bold__", emphases=MARKDOWN_EMPHASES) == "bold"
    assert plain("__bold__") == "__bold__"
