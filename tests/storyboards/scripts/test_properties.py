"""What holds for every text."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from storyboards.scripts import Outline, ScriptError, read_script
from storyboards.scripts import vocabulary as v

NAMES = st.sampled_from(["a.fountain", "a.md", "a.txt", ""])
SIGNS = st.text(alphabet='\n\n\n  *_[]/()#=>.!@^~"“”‘’—-:|`<aAbB1İß灯\u0301\u200f', max_size=300)
LINES = st.sampled_from(
    [
        "INT. A - DAY",
        "BOB",
        "BOB (V.O.) ^",
        "(low)",
        "Hello.",
        "~La",
        "CUT TO:",
        "> X <",
        "# S",
        "= s",
        "[[n",
        "n]]",
        "/*",
        "*/",
        "",
        "",
        "  ",
        "===",
        "Title: A",
        "---",
        "- item\n",
        "“Hi,” said Bob.",
        "At the harbour Bob ran.",
        "The next day.",
        "FADE OUT.",
    ]
)
SCRIPTS = st.one_of(st.text(max_size=300), SIGNS, st.lists(LINES, max_size=25).map("\n".join))


def outline_of(data, name):
    """Return the outline, or None for a text that is refused with a sentence."""
    try:
        return read_script(data, name=name)
    except ScriptError as error:
        refusal = str(error)
    assert refusal.endswith(".")
    return None


def assert_in_order(spans, end):
    """Check that spans rise, do not overlap, and lie in the text."""
    here = 0
    for start, stop in spans:
        assert here <= start <= stop <= end
        here = stop


def assert_whole(outline: Outline):
    """Check all that is promised of an outline."""
    assert_in_order([(s.source_start, s.source_end) for s in outline.scenes], len(outline.text))
    for scene in outline.scenes:
        assert scene.shots
        assert scene.setting in v.SETTINGS
        assert_in_order([(s.source_start, s.source_end) for s in scene.shots], len(outline.text))
        assert scene.source_start <= scene.shots[0].source_start
        assert scene.shots[-1].source_end <= scene.source_end
        for shot in scene.shots:
            assert (shot.seconds * 2) % 1 == 0
            assert 1.5 <= shot.seconds <= 12
            assert shot.size in v.SIZES
            assert shot.angle in v.ANGLES
            assert shot.move_family in v.MOVE_FAMILIES
            assert shot.move_direction in v.MOVE_DIRECTIONS
            assert shot.move_speed in v.MOVE_SPEEDS
            assert shot.transition in v.TRANSITIONS
            assert shot.action or shot.dialogue
            assert set(shot.characters) <= set(outline.characters)


@settings(max_examples=200, deadline=None)
@given(SCRIPTS, NAMES)
def test_any_text_is_read_or_refused(text, name):
    outline = outline_of(text, name)

    if outline is not None:
        assert_whole(outline)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), NAMES)
@example(b",", "a.txt")
@example(b".INT. ", "a.fountain")
@example(b"INT. ,_", "")
@example(b".*", "a.fountain")
@example(b"a\n\n;", "a.txt")
@example(b"Anna goes.\n\n* * *\n\n,", "a.txt")
def test_any_bytes_are_read_or_refused(data, name):
    outline = outline_of(data, name)

    if outline is not None:
        assert_whole(outline)


SPOKEN = st.lists(st.from_regex(r"[a-z]{1,9}( [a-z]{1,9}){0,20}[.!?]", fullmatch=True), min_size=1, max_size=4)
CUES = st.sampled_from(["MARTA", "JONAS", "MR OKAFOR (V.O.)", "@Ada"])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(CUES, SPOKEN), min_size=1, max_size=6))
def test_all_that_is_spoken_is_there_once_and_in_order(blocks):
    text = "INT. A - DAY\n\nA room waits.\n\n" + "\n\n".join(cue + "\n" + "\n".join(said) for cue, said in blocks)

    outline = read_script(text, name="a.fountain")

    heard = [line.text for scene in outline.scenes for shot in scene.shots for line in shot.dialogue]
    assert " ".join(heard) == " ".join(sentence for _cue, said in blocks for sentence in said)
