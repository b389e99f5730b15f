"""Who sounds how: a voice for each character, the same in every shot; and in which language."""
# ruff: noqa: E501 (wide letters are counted twice)

from itertools import combinations

import numpy as np
import pytest

from generation.sketch import SketchRequest
from generation.sketch.speech.casting import MEN, SOUNDS, name_of, voice_of
from generation.sketch.speech.language import language_of
from generation.sketch.speech.performance import perform
from generation.sketch.speech.recital import is_installed

from .listening import middle, pitch

spoken = pytest.mark.skipif(not is_installed(), reason="the extra `speech` is not installed")
TEXT = "We were away for a long year, and now we are all alone here."
CAST = (
    {"name": "Anna", "kind": "character", "description": "34, a woman with red hair"},
    {"name": "Bo", "kind": "character", "description": "a tall man of forty"},
    {"name": "Mia", "kind": "character", "description": "nine, a girl"},
    {"name": "Old Tom", "kind": "character", "description": "80, a fisherman"},
)  # fmt: skip


def voice(name: str, **fields) -> np.ndarray:
    request = SketchRequest(action="Somebody talks.", dialogue=((name, TEXT),), frames=240, **{"cast": CAST, **fields})
    return perform(request).lines[0].sound


def test_a_voice_depends_on_the_character_alone() -> None:
    anna = CAST[0]

    assert voice_of("ANNA", anna) == voice_of("Anna", anna)
    assert voice_of("ANNA", {**anna, "description": "34, a woman with red hair, wet"}) == voice_of("ANNA", anna)
    assert len({voice_of(element["name"], element) for element in CAST}) == len(CAST)
    assert name_of("ANNA (O.S.) ^") == "ANNA"


@pytest.mark.parametrize(
    ("description", "kind"),
    [
        ("a woman of thirty", "woman"), ("a man in a coat", "man"), ("an old man, bent", "old man"),
        ("a girl, eight", "girl"), ("72, a grandmother", "old woman"), ("a robot", "robot"), ("12, her son", "boy"),
        ("70, she was a teacher", "old woman"), ("a toddler", "child"),
    ],
)  # fmt: skip
def test_a_voice_follows_the_description(description: str, kind: str) -> None:
    variants, middle_, reach, _rate = SOUNDS[kind]
    for name in ("Kim", "Alex", "Sasha", "Robin"):
        cast = voice_of(name, {"name": name, "description": description})
        assert cast.variant in variants
        assert abs(cast.pitch - middle_) <= reach


def test_the_voice_field_counts() -> None:
    plain = voice_of("Anna", CAST[0])
    deep, slow, hushed, scots = (
        voice_of("Anna", {**CAST[0], "voice": told}) for told in ("deep", "unhurried", "whispering", "low, Scottish")
    )

    assert deep.pitch < plain.pitch - 10
    assert slow.rate < plain.rate - 15
    assert hushed.variant == "whisperf"
    assert scots.names("en")[0].startswith("en-gb-scotland+")
    assert scots.names("de")[0].startswith("de+")
    assert voice_of("Anna", {**CAST[0], "voice": "a low male voice"}).variant in MEN


@spoken
def test_characters_differ_in_pitch_or_in_timbre() -> None:
    heard = {element["name"]: voice(element["name"]) for element in CAST}
    found = {name: (pitch(sound), middle(sound)) for name, sound in heard.items()}

    assert found["Mia"][0] > found["Anna"][0] * 1.1 > found["Bo"][0] * 1.2
    for one, other in combinations(found.values(), 2):
        apart = abs(np.log2(one[0] / other[0])) * 12 / 2 + abs(np.log2(one[1] / other[1])) * 6
        assert apart > 1


@spoken
def test_many_characters_sound_like_as_many() -> None:
    names = ("Jonas", "Peter", "Otto", "Ivan", "Karl", "Boris")
    tall = tuple({"name": name, "kind": "character", "description": "a man"} for name in names)
    sounds = [voice(name, cast=tall) for name in names]

    measures = np.array(
        [[np.log2(pitch(sound)) * 6, np.log2(middle(sound)) * 6, sound.size / 48_000] for sound in sounds]
    )
    for one, other in combinations(measures, 2):
        assert np.abs(one - other).sum() > 0.4


@spoken
def test_a_voice_is_the_same_in_every_shot_seen_or_only_heard() -> None:
    near = voice("ANNA")
    heard = voice("ANNA (O.S.)", cast=(), voices=CAST, seed=9)

    assert near.tobytes() == heard.tobytes()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The lamp is dark.", "en"), ("Die Lampe ist dunkel, und niemand kommt.", "de"),
        ("La lampe est éteinte et personne ne vient.", "fr"), ("La lámpara está apagada y no viene nadie.", "es"),
        ("La lampada è spenta e non viene nessuno.", "it"), ("A lâmpada está apagada e não vem ninguém.", "pt"),
        ("De lamp is uit en er komt niemand, het is laat.", "nl"), ("Lampa jest zgaszona i nikt nie przychodzi.", "pl"),
        ("Лампа погасла, и никто не идёт.", "ru"), ("Лампа згасла, і ніхто не їде.", "uk"), ("灯りは消えている。", "ja"),
        ("灯灭了，没有人来。", "cmn"), ("등불이 꺼졌다.", "ko"), ("Η λάμπα είναι σβηστή.", "el"), ("המנורה כבויה.", "he"),
        ("المصباح مطفأ.", "ar"), ("दीपक बुझा है।", "hi"), ("", "en"), ("Xyzzy!", "en"), ("12:30", "en"),
    ],
)  # fmt: skip
def test_the_language_is_read_off_the_text(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_line_that_does_not_tell_takes_the_language_of_the_shot() -> None:
    assert language_of("Anna!", "Ein Mann geht über die Straße, und es ist Nacht.") == "de"
