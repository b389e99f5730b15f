"""The reader beyond single facts: who stands where, what is denied, other languages, odd signs and endless text."""
# ruff: noqa: E501 (a table reads best a row a line)

import pytest

from generation.sketch import SketchRequest, understand
from generation.sketch.reading.people import steady
from generation.sketch.reading.tongues import LANGUAGES, TABLES


def read(action: str, **fields):
    return understand(SketchRequest(action=action, **fields))


def related(action: str) -> list[tuple[str, str, str]]:
    seen = read(action)
    who = [subject.name or subject.kind for subject in seen.subjects]
    return [(who[first], how, who[second]) for first, how, second in seen.relations]


@pytest.mark.parametrize(
    ("action", "relations"),
    [
        ("A girl with a red umbrella next to a dog.", [("girl", "next to", "dog")]),
        ("A boy hides behind a big tree.", [("boy", "behind", "tree")]),
        ("A robot stands in front of a red car.", [("robot", "in front of", "car")]),
        ("A black cat sits on a table.", [("cat", "on", "table")]),
        ("A child under a bench.", [("child", "under", "bench")]),
        ("A horse between a barn and a fountain.", [("horse", "between", "barn"), ("horse", "between", "fountain")]),
        ("Anna faces Ben.", [("Anna", "facing", "Ben")]),
        ("Two women face each other.", [("woman", "facing", "woman")]),
        ("A fisherman in a boat.", [("fisherman", "in", "boat")]),
        ("Behind the barn stands a horse.", [("horse", "behind", "barn")]),
        ("A man on the beach and a dog run.", []),
        ("A woman in a red dress. A dog.", []),
    ],
)
def test_who_stands_where(action: str, relations: list) -> None:
    assert related(action) == relations


def test_who_is_on_a_horse_rides_and_the_horse_walks() -> None:
    seen = read("A knight on a white horse.")

    assert [(s.kind, s.action) for s in seen.subjects] == [("knight", "ride"), ("horse", "walk")]


@pytest.mark.parametrize(
    ("action", "kinds"),
    [
        ("A street, no people, no dogs, a red car.", ["car"]),
        ("A boy without shoes climbs a ladder.", ["boy", "ladder"]),
        ("There is no dog. A cat sleeps.", ["cat"]),
        ("The man does not run. A dog waits.", ["man", "dog"]),
        ("No one is in the factory. A machine.", ["machine"]),
        ("A room without a bed or a table, but with a chair.", ["chair"]),
    ],
)
def test_only_what_is_denied_is_left_out(action: str, kinds: list[str]) -> None:
    assert [s.kind for s in read(action).subjects] == kinds


def test_somebody_before_a_place_of_two_words_is_there() -> None:
    assert [s.kind for s in read("An alien whispers to an astronaut on mars.").subjects] == ["alien", "astronaut"]


def test_what_is_not_worn_is_said_and_known() -> None:
    seen = read("A fisherman without a hat waits.")

    assert seen.subjects[0].lacks == ("hat",)
    assert any("without hat" in sentence for sentence in seen.sentences())


@pytest.mark.parametrize(
    ("word", "act"),
    [("carries", "carry"), ("was carrying", "carry"), ("carried", "carry"), ("jumped", "jump"), ("is sitting", "sit"), ("ran", "run")],
)  # fmt: skip
def test_verbs_are_known_in_all_their_forms(word: str, act: str) -> None:
    assert read(f"The woman {word}.").subjects[0].action == act


def test_a_form_of_a_verb_before_a_noun_tells_of_the_noun() -> None:
    seen = read("A woman walks past a sleeping dog.")

    assert [(s.kind, s.action) for s in seen.subjects] == [("woman", "walk"), ("dog", "lie")]


@pytest.mark.parametrize(
    ("language", "action", "kind", "count", "act"),
    [
        ("de", "Drei Hunde laufen über die Straße.", "dog", 3, "run"),
        ("fr", "Deux femmes dansent dans la rue.", "woman", 2, "dance"),
        ("es", "Una mujer lee en el jardín.", "woman", 1, "read"),
        ("it", "Due cani corrono nella strada.", "dog", 2, "run"),
        ("pt", "Uma menina canta na praia.", "girl", 1, "sing"),
    ],
)
def test_the_commonest_words_of_other_languages(language: str, action: str, kind: str, count: int, act: str) -> None:
    seen = read(action)

    assert seen.language == language
    assert [(s.kind, s.count, s.action) for s in seen.subjects] == [(kind, count, act)]
    assert "names, numbers, places, times" in " ".join(seen.missing())


@pytest.mark.parametrize(
    ("setting", "place", "hour", "understood"),
    [
        ("INNEN", "KÜCHE", "NACHT", ("kitchen", "night")),
        ("EXTÉRIEUR", "PLAGE", "MATIN", ("beach", "morning")),
        ("EXTERIOR", "BOSQUE", "MEDIODÍA", ("forest", "noon")),
        ("INTERNO", "CHIESA", "SERA", ("church", "evening")),
        ("INTERIOR", "ESCRITÓRIO", "TARDE", ("office", "afternoon")),
    ],
)
def test_sluglines_of_other_languages(setting: str, place: str, hour: str, understood: tuple[str, str]) -> None:
    seen = read("", setting=setting, place=place, time_of_day=hour)

    assert (seen.place, seen.hour) == understood


def test_english_is_never_taken_for_another_language() -> None:
    for action in ("A man waits in a port.", "The die is on the table. A pain.", "Sea, sun, sand. A man on a mare."):
        assert read(action).language == ""


def test_what_is_foreign_and_unknown_is_told() -> None:
    seen = read("Eine Frau isst auf dem Balkon einen Apfelstrudel.")

    assert "apfelstrudel" in " ".join(seen.missing())


def test_the_tables_say_the_same_number_of_things_in_each_language() -> None:
    assert set(TABLES) == set(LANGUAGES)
    assert min(map(len, TABLES.values())) > 200


def test_signs_are_read_by_their_names() -> None:
    seen = read("🐕 🌧")

    assert ([s.kind for s in seen.subjects], seen.weather) == (["dog"], "rain")


def test_text_of_signs_alone_is_said_to_have_no_word() -> None:
    assert "There is no word in it that can be read." in read("!!! ??? …").missing()


def test_right_to_left_words_are_told_as_not_understood() -> None:
    assert "שלום" in read("שלום עולם, איש הולך").not_understood


@pytest.mark.parametrize(
    "piece",
    ["a ", "A dog runs. ", "((", "-'", "walk-", "x's'", "🐕", "שלום ", "\x00\x1b[31m", "next to a dog ", "no ", "Und der ", "a" * 50],
)  # fmt: skip
def test_the_longest_text_is_read_and_what_was_not_is_told(piece: str) -> None:
    endless = (piece * 20_000)[:20_000]

    seen = read(endless, dialogue=((endless[:2_000], endless),), place=endless[:2_000])

    assert len(seen.subjects) <= 8
    assert all(len(sentence) < 4_000 for sentence in seen.sentences())


def test_words_beyond_the_limit_are_counted() -> None:
    assert read("dog " * 4_000).unread == 2_500


def test_chance_that_never_changes_is_the_same_in_every_process() -> None:
    assert [steady(name, 1_000) for name in ("Marta", "Jonas", "")] == [steady(name, 1_000) for name in ("MARTA", "jonas", "")]  # fmt: skip
