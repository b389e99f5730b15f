import pytest

from storyboards.scripts import ScriptError, detect_format, read_script
from storyboards.scripts.assembly import NOTHING_TO_FILM, TOO_MANY_SHOTS


@pytest.mark.parametrize(
    ("text", "name", "script_format"),
    [
        ("Once upon a time.", "a.fountain", "fountain"),
        ("Once upon a time.", "A.FOUNTAIN", "fountain"),
        ("INT. A - DAY", "a.md", "markdown"),
        ("INT. A - DAY", "a.fountain.md", "fountain"),
        ("Once upon a time.", "a.markdown", "markdown"),
        ("FADE IN:\n\nINT. A - DAY\n\nX.", "a.txt", "fountain"),
        ("Title: A\nAuthor: B\n\nX.", "", "fountain"),
        ("ANN\nHello.\n\nBOB\nHi.", "", "fountain"),
        ("---\ntitle: A\n---\n\nX.", "", "markdown"),
        ("# A\n\nX.", "a.txt", "markdown"),
        ("Once upon a time.\n\nThe end.", "", "prose"),
        ("CHAPTER ONE\n\nOnce.", "", "prose"),
        ("", "", "prose"),
    ],
)
def test_detect_format(text, name, script_format):
    assert detect_format(text, name) == script_format


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Title: A", "a.fountain"),
        ("# Act", "a.fountain"),
        ("/* gone */", "a.fountain"),
        ("# A", "a.md"),
        ("***", "a.txt"),
    ],
)
def test_a_script_with_nothing_to_film_is_refused(text, name):
    with pytest.raises(ScriptError) as refusal:
        read_script(text, name=name)

    assert str(refusal.value) == str(NOTHING_TO_FILM)


def test_too_many_shots_are_refused():
    with pytest.raises(ScriptError) as refusal:
        read_script("He waits here.\n\n" * 10_001, name="a.fountain")

    assert str(refusal.value) == str(TOO_MANY_SHOTS)


def test_ten_thousand_shots_are_read():
    assert len(read_script("He waits here.\n\n" * 10_000, name="a.fountain").scenes[0].shots) == 10_000


@pytest.mark.parametrize("text", ["😀😀😀", "مرحبا بالعالم", "灯台は暗い。", "x" * 100_000, "x " * 50_000, "."])
@pytest.mark.parametrize("name", ["a.fountain", "a.txt", "a.md"])
def test_odd_texts_are_read_whole(text, name):
    outline = read_script(text, name=name)

    action = "".join(shot.action for scene in outline.scenes for shot in scene.shots)
    assert "".join(action.split()) == "".join(text.split())


def test_reading_twice_gives_the_same():
    text = "INT. A - DAY\n\nHe waits.\n\nBOB\nHello."

    assert read_script(text) == read_script(text.encode())
