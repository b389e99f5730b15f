from storyboards.scripts import read_script


def shots(body):
    return read_script(f"INT. A - DAY\n\n{body}", name="a.fountain").scenes[0].shots


def test_each_paragraph_is_a_shot():
    assert [shot.action for shot in shots("He waits here.\n\nShe comes in.")] == ["He waits here.", "She comes in."]


def test_an_aside_of_two_words_stays_in_its_shot():
    assert [shot.action for shot in shots("He waits here.\n\nA beat.")] == ["He waits here. A beat."]


def test_a_long_paragraph_is_cut_at_sentence_ends():
    sentence = "The old man walks slowly along the quay and looks at every single boat."

    assert [shot.action for shot in shots(f"{sentence} {sentence} {sentence}")] == [sentence] * 3


def test_a_camera_direction_in_capitals_begins_a_shot():
    assert [shot.action for shot in shots("He waits. CLOSE ON his hand. PAN to the door. It opens.")] == [
        "He waits.",
        "CLOSE ON his hand.",
        "PAN to the door. It opens.",
    ]


def test_speech_joins_the_shot_before_it():
    [shot] = shots("He waits here.\n\nBOB\nHello.\n\nANN\nHi.")

    assert [line.speaker for line in shot.dialogue] == ["BOB", "ANN"]
    assert shot.size == "WS"


def test_a_long_answer_is_cut_to():
    talk = (
        "BOB\nI have been waiting here since the first boat came in.\n\nANN\nI know, and I am sorry, the road was long."
    )

    assert [[line.speaker for line in shot.dialogue] for shot in shots(talk)] == [["BOB"], ["ANN"]]


def test_a_long_speech_is_cut_at_sentence_ends_and_loses_nothing():
    sentence = "Nobody on this island has ever seen a storm like the one that came that night."
    speech = " ".join([sentence] * 6)

    cut = shots(f"BOB\n{speech}")

    assert " ".join(line.text for shot in cut for line in shot.dialogue) == speech
    assert len(cut) == 6
    assert max(shot.seconds for shot in cut) <= 12


def test_spans_hold_the_words_of_the_shot():
    text = "INT. A - DAY\n\nHe *waits* here. CLOSE ON his hand.\n\nBOB\n(low)\nHello."

    outline = read_script(text, name="a.fountain")

    assert [outline.text[shot.source_start : shot.source_end] for shot in outline.scenes[0].shots] == [
        "He *waits* here.",
        "CLOSE ON his hand.\n\nBOB\n(low)\nHello.",
    ]


def test_a_card_is_a_shot_of_its_own():
    assert [(shot.action, shot.size, shot.seconds) for shot in shots("He waits here.\n\n> THE END <")][1] == (
        "THE END",
        "INS",
        3.0,
    )


def test_characters_seen_are_named_or_speak():
    [shot] = shots("PIP, a dog, watches.\n\nBOB\nHush.")

    assert shot.characters == ("PIP", "BOB")
