import pytest

from storyboards.scripts.fountain import elements_of


def told(text):
    """Return kind and text of each element; speech with its speaker and direction."""
    elements, _notes = elements_of(text)
    return [(e.kind, e.passage.text) if e.cue is None else (e.cue.name, e.passage.text, e.direction) for e in elements]


@pytest.mark.parametrize(
    ("text", "elements"),
    [
        ("INT. A - DAY\n\nHe waits.", [("heading", "INT. A - DAY"), ("action", "He waits.")]),
        ("ext. a - day", [("heading", "ext. a - day")]),
        (".THE LAMP ROOM", [("heading", "THE LAMP ROOM")]),
        ("...and then he ran.", [("action", "...and then he ran.")]),
        ("He waits.\nINT. A - DAY", [("action", "He waits. INT. A - DAY")]),
        ("One line.\nAnd another.", [("action", "One line. And another.")]),
        ("!INT. IS A WORD", [("action", "INT. IS A WORD")]),
        ("!SHOUT\nis no speech", [("action", "SHOUT is no speech")]),
        ("MARTA\nCome in.", [("MARTA", "Come in.", "")]),
        ("MARTA\n(quietly)\nCome in.\n(louder)\nNow!", [("MARTA", "Come in.", "quietly"), ("MARTA", "Now!", "louder")]),
        ("MARTA\nCome\nin.", [("MARTA", "Come in.", "")]),
        ("MARTA\nCome.\n  \nIn.", [("MARTA", "Come.\nIn.", "")]),
        ("MARTA\nCome.\n\nIn.", [("MARTA", "Come.", ""), ("action", "In.")]),
        ("MARTA\n\nIn.", [("action", "MARTA"), ("action", "In.")]),
        ("MARTA\n(nods)", [("action", "MARTA (nods)")]),
        ("MARTA\nYes.\n(nods)", [("MARTA", "Yes.", ""), ("action", "MARTA (nods)")]),
        ("@McCLANE\nYippee.", [("McCLANE", "Yippee.", "")]),
        ("R2D2\nBeep.", [("R2D2", "Beep.", "")]),
        ("23\nis a number", [("action", "23 is a number")]),
        ("MOM (O. S.)\nDinner!", [("MOM", "Dinner!", "")]),
        ("HANS (on the radio)\nWhat?", [("HANS", "What?", "")]),
        ("CLOSE ON THE LAMP\nIt burns.", [("action", "CLOSE ON THE LAMP It burns.")]),
        ("~Row the boat", [("", "Row the boat", "lyrics")]),
        ("MARTA\n~Row the boat\n~gently\nStop.", [("MARTA", "Row the boat\ngently", "lyrics"), ("MARTA", "Stop.", "")]),
        (
            "He runs.\n\nCUT TO:\n\nHe falls.",
            [("action", "He runs."), ("transition", "CUT TO:"), ("action", "He falls.")],
        ),
        ("CUT TO:\nhis face", [("CUT TO:", "his face", "")]),
        ("FADE IN:\n\nHe waits.", [("transition", "FADE IN:"), ("action", "He waits.")]),
        ("> Burn to white.", [("transition", "Burn to white.")]),
        ("> THE END <", [("card", "THE END")]),
        ("# Act\n\n## Sequence", [("section", "Act"), ("section", "Sequence")]),
        ("= They meet.", [("synopsis", "They meet.")]),
        ("He waits.\n\n===\n\nHe sleeps.", [("action", "He waits."), ("action", "He sleeps.")]),
        ("He /* never */ waits.", [("action", "He  waits.")]),
        (
            "He waits.\n\n/*\nINT. OLD - DAY\n\nGone.\n*/\n\nHe sleeps.",
            [("action", "He waits."), ("action", "He sleeps.")],
        ),
        ("/* x */\nINT. A - DAY", [("heading", "INT. A - DAY")]),
        ("He waits /* for ever", [("action", "He waits /* for ever")]),
        ("He waits. [[why?]]", [("action", "He waits.")]),
        ("MARTA\n[[a\nnote]]\nCome in.", [("MARTA", "Come in.", "")]),
        ("He waits [[not\n\na note]].", [("action", "He waits [[not"), ("action", "a note]].")]),
        ("He *really* waits.", [("action", "He really waits.")]),
        ("\t\tMARTA\n\tCome in.", [("MARTA", "Come in.", "")]),
        ("مرحبا بالعالم\nسلام", [("action", "مرحبا بالعالم سلام")]),
        ("> <", []),
        ("MARTA\n~", []),
        ("MARTA\n~\nYes.", [("MARTA", "Yes.", "")]),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_elements_of(text, elements):
    assert told(text) == elements


def test_dual_dialogue_is_marked_on_the_second_cue():
    elements, _notes = elements_of("BRICK\nScrew it.\n\nSTEEL ^\nScrew it.")

    assert [(e.cue.name, e.cue.dual) for e in elements] == [("BRICK", False), ("STEEL", True)]


@pytest.mark.parametrize(
    ("cue", "voice"), [("A (V.O.)", "V.O."), ("A (v.o.) (CONT'D)", "V.O."), ("A (O.S.)", "O.S."), ("A (CONT'D)", "")]
)
def test_extensions_are_not_part_of_the_name(cue, voice):
    element = elements_of(f"{cue}\nHello.")[0][0]

    assert (element.cue.name, element.cue.voice) == ("A", voice)


def test_notes_are_found_with_their_place():
    text = "He waits. [[a note\nof two lines]] He sleeps.\n\n[[ alone ]]"

    _elements, notes = elements_of(text)

    assert [(note.text, text[note.start : note.start + 2]) for note in notes] == [
        ("a note of two lines", "[["),
        ("alone", "[["),
    ]


def test_notes_in_a_boneyard_are_gone():
    assert elements_of("He waits. /* [[old]] */ [[new]]")[1][0].text == "new"


def test_passages_point_at_their_letters():
    text = "MARTA\n(low)\nYou *know* /* x */ it."

    passage = elements_of(text)[0][0].passage

    assert "".join(text[passage.source(index)] for index in range(len(passage.text))) == passage.text
    assert text[passage.start : passage.end] == text
