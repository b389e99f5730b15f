from pathlib import Path

import pytest

from storyboards.scripts import read_script

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.mark.parametrize(
    ("name", "script_format", "title", "scenes", "characters"),
    [
        ("the-last-lamp.fountain", "fountain", "The Last Lamp", 6, ("MARTA", "PIP", "FISHERMAN")),
        ("the-umbrella.txt", "prose", "The Umbrella", 4, ("Mr Okafor", "Lina", "Ada")),
        ("why-cities-need-trees.md", "markdown", "Why Cities Need Trees", 5, ("Elena",)),
    ],
)
def test_example_is_read_as_meant(name, script_format, title, scenes, characters):
    outline = read_script((EXAMPLES / name).read_bytes(), name=name)

    assert (outline.format, outline.title, len(outline.scenes)) == (script_format, title, scenes)
    assert outline.characters == characters


@pytest.mark.parametrize("path", sorted(filter(Path.is_file, EXAMPLES.iterdir())), ids=lambda path: path.name)
def test_example_is_one_to_three_minutes_long(path):
    outline = read_script(path.read_bytes(), name=path.name)

    seconds = sum(shot.seconds for scene in outline.scenes for shot in scene.shots)
    assert 60 <= seconds <= 180


def test_the_short_film_is_cut_as_written():
    outline = read_script((EXAMPLES / "the-last-lamp.fountain").read_bytes(), name="the-last-lamp.fountain")

    shots = [(s.size, s.move_family, s.transition) for scene in outline.scenes for s in scene.shots]
    assert shots == [
        ("WS", "dolly", "fade_in"),
        ("FS", "tracking", ""),
        ("CU", "static", ""),
        ("EWS", "dolly", ""),
        ("WS", "dolly", ""),
        ("MCU", "static", ""),
        ("WS", "dolly", ""),
        ("INS", "static", ""),
        ("CU", "static", ""),
        ("EWS", "pan", "smash_cut"),
        ("EWS", "dolly", "dissolve"),
        ("2S", "static", ""),
        ("MLS", "crane", ""),
        ("INS", "static", ""),
    ]


def test_the_story_gives_each_line_to_its_speaker():
    outline = read_script((EXAMPLES / "the-umbrella.txt").read_bytes(), name="the-umbrella.txt")

    assert [line.speaker for scene in outline.scenes for shot in scene.shots for line in shot.dialogue] == [
        "Lina",
        "Mr Okafor",
        "Lina",
        "Mr Okafor",
        "Ada",
        "Lina",
        "Mr Okafor",
        "Ada",
        "Mr Okafor",
    ]
