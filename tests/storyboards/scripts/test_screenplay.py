import pytest

from storyboards.scripts import read_script


def read(text):
    return read_script(text, name="a.fountain")


def lines(outline):
    return [line for scene in outline.scenes for shot in scene.shots for line in shot.dialogue]


def test_scene_carries_number_section_and_synopsis():
    outline = read(
        "# Act\n\n## One\n\nINT. A - DAY #4B#\n\n= They meet.\n\nHe waits.\n\n## Two\n\n= Later.\n\nEXT. B - DAY\n\nX."
    )

    assert [(s.number, s.section, s.synopsis) for s in outline.scenes] == [
        ("4B", "Act / One", "They meet."),
        ("", "Act / Two", "Later."),
    ]


def test_scene_without_action_gets_a_shot_of_its_place():
    outline = read("INT. LAMP ROOM - NIGHT\n\nEXT. SEA - NIGHT\n\nBoats.")

    assert [shot.action for scene in outline.scenes for shot in scene.shots] == ["LAMP ROOM", "Boats."]


def test_action_before_the_first_heading_is_a_scene_without_place():
    scene = read("He waits.\n\nINT. A - DAY\n\nHe sleeps.").scenes[0]

    assert (scene.setting, scene.place, scene.time_of_day) == ("", "", "")


def test_characters_are_merged_regardless_of_case_in_order_of_appearance():
    outline = read("INT. A - DAY\n\nPIP, a dog, barks.\n\nMARTA\nHush.\n\n@Marta (CONT'D)\nHush!\n\nBOB (V.O.)\nWhat?")

    assert outline.characters == ("PIP", "MARTA", "BOB")
    assert [line.speaker for line in lines(outline)] == ["MARTA", "MARTA", "BOB"]


def test_voice_over_is_told_and_its_speaker_not_seen():
    shot = read("INT. A - DAY\n\nRain.\n\nBOB (V.O.)\n(tired)\nIt rained.").scenes[0].shots[0]

    assert shot.dialogue[0].direction == "V.O., tired"
    assert shot.characters == ()


def test_dual_dialogue_takes_no_time_of_its_own():
    single = read("INT. A - DAY\n\nANN\nOne two three four five.").scenes[0].shots[0]
    dual = read("INT. A - DAY\n\nANN\nOne two three four five.\n\nBOB ^\nSix seven.").scenes[0].shots[0]

    assert [line.dual for line in dual.dialogue] == [False, True]
    assert dual.seconds == single.seconds


def test_transition_leads_into_the_next_shot_across_scenes():
    outline = read("INT. A - DAY\n\nHe waits.\n\nDISSOLVE TO:\n\nINT. B - DAY\n\nHe sleeps.")

    assert [scene.shots[0].transition for scene in outline.scenes] == ["", "dissolve"]


def test_fade_out_and_in_is_a_dip_to_black():
    outline = read("INT. A - DAY\n\nHe waits.\n\nFADE OUT.\n\nFADE IN:\n\nINT. B - DAY\n\nHe sleeps.")

    assert outline.scenes[1].shots[0].transition == "dip_black"


def test_fade_out_at_the_end_stands_in_the_last_notes():
    shot = read("INT. A - DAY\n\nHe waits.\n\nFADE OUT.").scenes[0].shots[0]

    assert (shot.transition, shot.notes) == ("", "FADE OUT.")


def test_transition_we_have_no_code_for_is_kept_as_a_note():
    shot = read("INT. A - DAY\n\nHe waits.\n\n> Burn to pink.\n\nHe sleeps.").scenes[0].shots[1]

    assert (shot.transition, shot.notes) == ("", "Burn to pink.")


def test_fade_in_before_the_first_heading_leads_into_it():
    assert read("FADE IN:\n\nINT. A - DAY\n\nHe waits.").scenes[0].shots[0].transition == "fade_in"


def test_note_goes_to_the_shot_it_stands_in():
    shots = read("[[first]]\n\nINT. A - DAY\n\nHe waits.\n\nThen he sleeps. [[second]]").scenes[0].shots

    assert [shot.notes for shot in shots] == ["first", "second"]


def test_title_and_credits_come_from_the_title_page():
    outline = read("Title: The\n\tLamp\nAuthor: Me\n\nINT. A - DAY\n\nX waits.")

    assert (outline.title, outline.credits) == ("The Lamp", {"title": "The\nLamp", "author": "Me"})


def test_continuous_keeps_the_light():
    outline = read("INT. A - NIGHT\n\nX.\n\nINT. B - CONTINUOUS\n\nY.")

    assert outline.scenes[1].time_of_day == "CONTINUOUS (NIGHT)"


@pytest.mark.parametrize(
    ("script", "characters"),
    [
        ("DICK STEEL, a partner, comes in.\n\nSTEEL\nBeer!\n\nDick Steel sits.", ["STEEL"]),
        ("DICK STEEL (60) comes in.\n\nDICK\nBeer!", ["DICK"]),
        ("JOHN SMITH, a baker, and JANE SMITH, a judge, wait.\n\nSMITH\nYes?", ["JOHN SMITH", "JANE SMITH", "SMITH"]),
        ("OLD MARTA (80) waits.\n\nOLD MARTA\nCome.\n\nMARTA\nI am here.", ["OLD MARTA", "MARTA"]),
    ],
)
def test_a_full_name_and_the_cue_of_the_same_person_are_one(script, characters):
    assert list(read_script(f"INT. BAR - NIGHT\n\n{script}", name="a.fountain").characters) == characters


def test_the_full_name_is_known_beside_the_cue():
    outline = read_script("INT. BAR - NIGHT\n\nDICK STEEL, a partner, sits.\n\nSTEEL\nBeer!", name="a.fountain")

    assert outline.aliases == {"STEEL": ("DICK STEEL",)}
