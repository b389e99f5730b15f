import pytest

from storyboards.scripts import read_script
from storyboards.scripts.locations import place_key, place_name, places_in
from storyboards.scripts.props import props_in

TALK = "INT. HALL - DAY\n\nA door opens.\n\n{first}\nHello.\n\n{second}\nGoodbye.\n"


def characters(first, second):
    outline = read_script(TALK.format(first=first, second=second), name="talk.fountain")
    return outline.characters, outline.aliases


@pytest.mark.parametrize(
    ("first", "second", "aliases"),
    [
        ("MARTA", "@Marta", {}),
        ("MARTA", "MARTA (V.O.)", {}),
        ("MARTA", "MARTA (O.S.)", {}),
        ("MARTA", "MARTA (CONT'D)", {}),
        ("MARTA", "MARTA ^", {}),
        ("MARTA", "MARTA'S VOICE", {"MARTA": ("MARTA'S VOICE",)}),
        ("MARTA", "MARTA’S VOICE (V.O.)", {"MARTA": ("MARTA’S VOICE",)}),
        ("CAPTAIN", "THE CAPTAIN", {"CAPTAIN": ("THE CAPTAIN",)}),
        ("THE CAPTAIN", "CAPTAIN (O.C.)", {"THE CAPTAIN": ("CAPTAIN",)}),
    ],
)
def test_the_same_person_is_one_element(first, second, aliases):
    assert characters(first, second) == ((first,), aliases)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("MARTA", "MARTHA"),
        ("MARTA", "CAPTAIN MARTA"),
        ("MARTA", "YOUNG MARTA"),
        ("MARTA", "MARTA'S MOTHER"),
        ("GUARD 1", "GUARD 2"),
    ],
)
def test_who_may_be_somebody_else_stays_so(first, second):
    assert characters(first, second) == ((first, second), {})


def test_a_voice_is_heard_and_not_seen():
    outline = read_script(TALK.format(first="JONAS", second="MARTA'S VOICE"), name="talk.fountain")

    shots = [shot for scene in outline.scenes for shot in scene.shots]
    said = {(line.speaker, line.direction) for shot in shots for line in shot.dialogue}
    assert said == {("JONAS", ""), ("MARTA", "O.S.")}
    assert all("MARTA" not in shot.characters for shot in shots)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("KITCHEN", "The Kitchen", True),
        ("KITCHEN", "KITCHEN (LATER)", True),
        ("OPEN SEA", "OPEN SEA IN THE RAIN", True),
        ("MARTA'S KITCHEN", "MARTA’S KITCHEN", True),
        ("KITCHEN", "MARTA'S KITCHEN", False),
        ("HOUSE - KITCHEN", "HOUSE", False),
        ("HOUSE", "HOUSES", False),
        ("ROOM 1", "ROOM 2", False),
    ],
)
def test_places_are_the_same_by_their_words(one, other, same):
    assert (place_key(one) == place_key(other)) is same


@pytest.mark.parametrize(
    ("place", "name"),
    [("THE ROCKY COAST", "Rocky coast"), ("Ada's café", "Ada's café"), ("(LATER)", "(later)"), ("A", "A")],
)
def test_a_place_has_a_readable_name(place, name):
    assert place_name(place) == name


def test_an_article_has_a_place_only_where_its_words_name_one():
    article = "# Why we save\n\nSaving is a habit.\n\n# Trees\n\nThey stand in the bare street.\n"

    assert list(places_in(read_script(article, name="a.md")).values()) == ["Bare street"]


@pytest.mark.parametrize(
    ("action", "props"),
    [
        ("He lifts the BRASS KEY.\n\nThe key turns.", {"Brass key": [0, 1]}),
        ("He lifts the BRASS KEY.\n\nNothing turns.", {}),
        ("She carries a GLARBNIK.\n\nThe glarbnik hums.", {"Glarbnik": [0, 1]}),
        ("A GUARD waits.\n\nThe GUARD sleeps.", {}),
        ("She lifts the BABY.\n\nThe baby laughs.", {}),
        ("A LOUD BANG.\n\nThe BANG again.", {}),
        ("He enters the KITCHEN.\n\nThe kitchen is dark.", {}),
        ("A letter lies there.\n\nShe reads the old letter.\n\nHe burns the letter.", {"Letter": [0, 1, 2]}),
        ("A letter lies there.\n\nShe reads the old letter.\n\nLetter by letter.", {}),
    ],
)
def test_props_are_few_and_right(action, props):
    assert props_in(read_script(f"INT. HALL - DAY\n\n{action}\n", name="x.fountain")) == props


@pytest.mark.parametrize(
    ("action", "props"),
    [
        (
            "Er hebt den MESSINGSCHLÜSSEL und geht zur Tür.\n\nDer Messingschlüssel ist kalt.",
            {"Messingschlüssel": [0, 1]},
        ),
        ("Elle prend l'ÉPÉE sur le mur.\n\nElle lève l’épée et ne dit pas un mot.", {"Épée": [0, 1]}),
        ("Él coge la CARTA VIEJA y lee.\n\nDeja la carta sobre la mesa.", {"Carta": [0, 1]}),
        ("Lei apre l'OMBRELLO e non parla.\n\nIl vento prende l'ombrello dalla mano.", {"Ombrello": [0, 1]}),
        ("Ela pega a ESPADA e não fala.\n\nA espada está no chão.", {"Espada": [0, 1]}),
        ("Er hält das KIND und ist still.\n\nDas Kind schläft auf der Bank.", {}),
        ("On entend un CRI et le vent.\n\nLe cri vient de la rue et ne finit pas.", {}),
        ("A brief pause.\n\nHe waits for a brief moment.\n\nAnother brief look at the hut.", {}),
    ],
)
def test_props_are_found_in_other_languages_by_their_own_words(action, props):
    assert props_in(read_script(f"INT. HALL - DAY\n\n{action}\n", name="x.fountain")) == props


@pytest.mark.parametrize(("title", "props"), [("The Umbrella", {"Umbrella": [0, 1]}), ("The Rain", {})])
def test_what_a_film_is_named_after_is_a_prop_sooner(title, props):
    script = f"Title: {title}\n\nINT. HALL - DAY\n\nHe takes the umbrella.\n\nThey run under one black umbrella.\n"

    assert props_in(read_script(script, name="x.fountain")) == props
