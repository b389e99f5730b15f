"""Other languages: how weather ends in them, short sentences, and English that only looks foreign."""

import pytest

from generation.sketch import understand
from generation.sketch.reading.tongues import worded
from generation.sketch.reading.weather import carried, weather_of

from .pictures import asked, frames

ENDINGS = {
    "de": (
        ("Der Regen hört auf.", "rain"), ("Es hört auf zu regnen.", "rain"), ("Dann hört der Regen auf.", "rain"),
        ("Der Regen lässt nach.", "rain"), ("Der Regen ist vorbei.", "rain"), ("Es regnet nicht mehr.", "rain"),
        ("Der Nebel lichtet sich.", "fog"), ("Der Sturm legt sich.", "storm"), ("Es schneit nicht mehr.", "snow"),
        ("Die Sonne kommt heraus.", "rain"), ("Der Himmel klart auf.", "storm"), ("Kein Regen mehr.", "rain"),
    ),
    "fr": (
        ("La pluie s'arrête.", "rain"), ("La pluie cesse.", "rain"), ("Il arrête de pleuvoir.", "rain"),
        ("Il ne pleut plus dans la rue.", "rain"), ("Le brouillard se lève.", "fog"),
        ("Le brouillard se dissipe.", "fog"), ("La tempête se calme.", "storm"), ("Le soleil revient.", "rain"),
        ("Le ciel s'éclaircit.", "rain"), ("Il cesse de neiger.", "snow"),
    ),
    "es": (
        ("La lluvia cesa.", "rain"), ("Deja de llover en la calle.", "rain"), ("Ya no llueve en la calle.", "rain"),
        ("La tormenta se calma.", "storm"), ("La niebla se disipa.", "fog"), ("Sale el sol.", "rain"),
        ("El cielo se despeja.", "rain"), ("Para de nevar en el pueblo.", "snow"),
    ),
    "it": (
        ("La pioggia cessa.", "rain"), ("Smette di piovere.", "rain"), ("Non piove più sulla strada.", "rain"),
        ("La tempesta si calma.", "storm"), ("La nebbia si dirada.", "fog"), ("Esce il sole.", "rain"),
        ("Il cielo si schiarisce.", "rain"), ("La pioggia è finita.", "rain"),
    ),
    "pt": (
        ("A chuva cessa.", "rain"), ("Para de chover.", "rain"), ("Já não chove na rua.", "rain"),
        ("A tempestade se acalma.", "storm"), ("A névoa se dissipa.", "fog"), ("O sol volta.", "rain"),
        ("O céu se abre.", "rain"), ("A chuva acabou.", "rain"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "action", "before"), [(language, *told) for language, all_ in ENDINGS.items() for told in all_]
)
def test_weather_ends_in_five_languages(language: str, action: str, before: str) -> None:
    words, spoken, _unread = worded(action)

    assert spoken == language
    assert weather_of([], words, "street", before)[0] == "clear"


@pytest.mark.parametrize(
    ("action", "before"),
    [
        ("Es regnet auf der Straße.", "rain"), ("Der Sturm tobt über dem Meer.", "storm"),
        ("La pluie tombe sur la ville.", "rain"), ("La lluvia cae sobre la calle.", "rain"),
        ("La pioggia cade sulla strada.", "rain"), ("A chuva cai na rua.", "rain"),
        ("Sie hört auf der Straße Musik.", "rain"),
    ],
)  # fmt: skip
def test_weather_that_goes_on_goes_on_in_five_languages(action: str, before: str) -> None:
    assert weather_of([], worded(action)[0], "street", before)[0] == before


def test_a_scene_in_italian_is_dry_once_it_says_so() -> None:
    told = [("Piove forte sulla strada.", True), ("Maria aspetta.", True), ("Spiove.", True), ("Maria cammina.", True)]

    assert carried("EST", "STRADA", "GIORNO", told) == ["", "rain", "", ""]


def test_the_picture_is_dry_when_the_rain_has_stopped_in_german() -> None:
    def motion(action: str) -> float:
        first, second, *_rest = frames(action, 6, place="WALD", weather="rain")
        return float((abs(first.astype(int) - second) > 12).mean())

    assert motion("Der Regen hört auf.") < 0.25 * motion("Anna wartet auf den Bus.")


@pytest.mark.parametrize(
    "action",
    [
        "A piano. A bar.", "Taxi. Hotel bar.", "Fire sale.", "Marta and Sol.", "A park, a bar, a piano.",
        "A baby. A guitar.", "Sol waits.", "Rain stops.", "A net and a red scarf.", "Die hard.",
    ],
)  # fmt: skip
def test_english_is_taken_for_english(action: str) -> None:
    assert worded(action)[1] == ""


def test_common_words_of_five_languages_are_in_the_picture() -> None:
    def there(action: str) -> list[str]:
        return [subject.kind for subject in understand(asked(action)).subjects]

    assert there("Ein alter Mann mit einem roten Schal füttert die Tauben im Park.") == ["old man", "bird"]
    assert there("Un pescatore ripara la rete sul molo.") == ["fisherman", "net"]
    assert there("La grand-mère embrasse le bébé dans la cuisine.")[0] == "old woman"
    assert there("El pescador besa a la mujer en el muelle.") == ["fisherman", "woman"]
    assert there("O pai e a mãe estão na praia.") == ["man", "woman"]


@pytest.mark.parametrize("names", [("Anna", "Ben", "Carla", "David"), ("Tom", "Lucy", "Henry", "Grace")])
def test_all_who_are_listed_by_name_are_there(names: tuple[str, ...]) -> None:
    people = understand(asked(f"{', '.join(names[:-1])} and {names[-1]} wait.")).people

    assert tuple(person.name for person in people) == names
