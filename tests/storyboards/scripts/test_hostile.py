"""Hostile input: work grows with the length of a text, not with its square.

Each text is read at a length and at eight times that length under a count of interpreted function calls, which
does not depend on how busy the machine is. What grows with the square would need 64 times the calls.
"""

import contextlib
import sys
import time

import pytest

from storyboards.scripts import ScriptError, read_script

SIGNS = (
    """* _ **a  \\ [[ ]] /* */ [[a]] ( ) # = > . .. ! @ ^ " “ ‘ « ` < <a [a]( [a ![a](b) [^a] ~ - | A: 😀 あ 。 a' é"""
)
UNITS = SIGNS.split()
LINES = [
    "a\n",
    "A\n",
    "A\nb\n\n",
    "BOB\n(a)\nb\n\n",
    "(a)\n",
    "~a\n",
    "> a\n",
    "- a\n",
    "|a|\n",
    "a\n===\n",
    "# a\n",
    ".a\n\n",
]
PHRASES = [
    "a. ",
    "“a” ",
    "said Bob, ",
    '"a," said Bob. ',
    "Bob ",
    "at the house ",
    "the next ",
    "ABC, a ",
    "[[a\n\n",
    "  \n",
]
FACTOR = 8
TOLERANCE = 2.5


def calls(text, name):
    """Return how many calls reading ``text`` takes."""
    count = 0

    def counted(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        read_script(text, name=name)
    except ScriptError:
        pass
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", ["a.fountain", "a.md", "a.txt"])
@pytest.mark.parametrize("unit", [*UNITS, *LINES, *PHRASES], ids=repr)
def test_work_grows_with_the_length(unit, name):
    short = "INT. A - DAY\n\nBOB\n" + unit * 100
    long = "INT. A - DAY\n\nBOB\n" + unit * 100 * FACTOR

    assert calls(long, name) <= calls(short, name) * FACTOR * TOLERANCE


@pytest.mark.parametrize("name", ["a.fountain", "a.md", "a.txt"])
@pytest.mark.parametrize(
    "unit", ["[[", "/*", "A (", "*a ", '"a ', "‘a ", "[a](", "<a", ". ", "![", "a\n", "  \n"], ids=repr
)
def test_a_large_hostile_text_is_answered_in_time(unit, name):
    started = time.process_time()

    with contextlib.suppress(ScriptError):
        read_script("A\n" + unit * (60_000 // len(unit)), name=name)

    assert time.process_time() - started < 5
