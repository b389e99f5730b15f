import pytest

from storyboards.scripts import ScriptError, read_script
from storyboards.scripts.title_page import title_page

PAGE = """Title:
    _**BRICK & STEEL**_
    _**FULL RETIRED**_
Credit: Written by
Author: Stu Maschwitz
Draft date: 1/20/2012

INT. A - DAY
"""


def test_title_page_reads_values_on_the_line_and_below():
    fields, end = title_page(PAGE)

    assert fields == {
        "title": "BRICK & STEEL\nFULL RETIRED",
        "credit": "Written by",
        "author": "Stu Maschwitz",
        "draft date": "1/20/2012",
    }
    assert PAGE[end:].strip() == "INT. A - DAY"


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\n\n\n"], ids=repr)
def test_a_title_page_may_be_all_there_is(end):
    assert title_page(f"Title: X\nAuthor: Y{end}") == ({"title": "X", "author": "Y"}, len("Title: X\nAuthor: Y"))


@pytest.mark.parametrize("end", ["", "\n", "\n\n"], ids=repr)
def test_a_title_page_alone_is_nothing_to_film(end):
    with pytest.raises(ScriptError, match="nothing to film"):
        read_script(f"Title: X\nAuthor: Y{end}")


@pytest.mark.parametrize(
    "text",
    [
        "FADE IN:\n\nINT. A - DAY",
        "CUT TO:\n\nINT. A - DAY",
        "Marta said: come in.\nAnd she came.\n\nNext.",
        "http://example.org\n\nText",
        "INT. ROOM: THE LAMP - DAY\n\nText",
        "INT. A - DAY",
        "",
    ],
)
def test_there_is_no_title_page_when_the_first_lines_are_something_else(text):
    assert title_page(text) == ({}, 0)
