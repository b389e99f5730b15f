import re

import pytest

from storyboards.models import Asset, Scene, Shot
from storyboards.printing.pdf import displayed
from tests import make
from tests.storyboards.printing.conftest import picture

STRANGE = "“Marta’s” – naïve, Žižek… Щука, Ωμέγα, 🎬✅ 中文 かな 한국 ไทย"


@pytest.fixture
def board(team):
    return make.storyboard(team, scenes=2, shots=4, title="The “Last” Lamp — été")


def test_pages_size_and_what_the_file_says_of_itself(board, printed):
    made = printed(board, columns=2, rows=1, paper="letter", orientation="portrait")

    reader = made.reader
    assert len(reader.pages) == 4
    assert {tuple(map(float, page.mediabox[2:])) for page in reader.pages} == {(612.0, 792.0)}
    assert (reader.metadata.title, reader.metadata.author) == ("The “Last” Lamp — été", "Alice’s studio")
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert "4 of 4" in reader.pages[3].extract_text()


def test_scenes_are_in_the_outline_on_their_pages(board, printed):
    made = printed(board, columns=3, rows=1, apart=True)

    reader = made.reader
    assert [entry.title for entry in reader.outline] == ["1  EXT. ROCKY COAST - DUSK", "2  EXT. ROCKY COAST - DUSK"]
    assert [reader.get_destination_page_number(entry) for entry in reader.outline] == [0, 2]


def test_text_is_copied_as_it_was_written(board, printed):
    Shot.objects.filter(pk=board.scenes.first().shots.first().pk).update(action=STRANGE)

    text = " ".join(printed(board, columns=1, rows=1).text.split())

    assert STRANGE in text


def test_hebrew_and_joined_arabic_are_copied_as_their_letters(board, printed):
    Shot.objects.filter(pk=board.scenes.first().shots.first().pk).update(action="שלום, مرحبا")

    text = printed(board, columns=1, rows=1).text

    assert "שלום" in text
    assert "مرحبا" in text


def test_leftward_text_is_turned_round_and_joined():
    assert displayed("abc") == "abc"
    assert displayed("שלום (1)") == "(1) םולש"
    assert displayed("\u0628\u0628") == "\ufe90\ufe91"


def test_only_the_readers_own_fonts_are_not_embedded(board, printed):
    Shot.objects.filter(pk=board.scenes.first().shots.first().pk).update(action=STRANGE)
    reader = printed(board, columns=1, rows=1).reader

    fonts = {}
    for page in reader.pages:
        fonts |= {
            font["/BaseFont"]: font for font in (one.get_object() for one in page["/Resources"]["/Font"].values())
        }
    named = {name for name, font in fonts.items() if "/FontDescriptor" not in font}
    assert named <= {"/STSong-Light", "/HeiseiKakuGo-W5", "/HYGothic-Medium"}
    assert all(re.match(r"/[A-Z]{6}\+", name) for name in set(fonts) - named)
    embedded = [font["/FontDescriptor"].get_object() for name, font in fonts.items() if name not in named]
    assert all("/FontFile2" in font for font in embedded)


@pytest.mark.parametrize("form", ["WEBP", "PNG", "JPEG"])
def test_pictures_are_in_the_file_once_each(board, printed, form):
    made = printed(board, picture_of=lambda shot: picture(form=form), columns=4, rows=2)

    images = made.reader.pages[0].images
    assert {image.name.rpartition(".")[2] for image in images} == {"jpg"}
    assert "Not drawn yet" not in made.text


@pytest.mark.parametrize("data", [None, b"", b"not a picture", picture()[:40]])
def test_a_picture_that_is_not_there_is_said_to_be_missing(board, printed, data):
    made = printed(board, picture_of=lambda shot: data, columns=4, rows=2)

    assert made.text.count("Not drawn yet") == 8
    assert not made.reader.pages[0].images


def test_a_logo_with_transparency_stands_on_every_page(board, printed):
    board.logo = Asset.objects.create(
        team=board.team, kind="logo", file="logo.png", mime="image/png", bytes=1, sha256="0" * 64
    )
    board.save()

    logo = picture(400, 100, "PNG", "RGBA")
    made = printed(board, picture_of=lambda shot: None, logo=logo, columns=4, rows=1)

    assert [len(page.images) for page in made.reader.pages] == [1, 1]


def test_the_biggest_and_the_smallest_grid(board, printed):
    Shot.objects.filter(scene=board.scenes.first()).update(action="word " * 1000, notes=STRANGE)

    one = printed(board, columns=1, rows=1)
    many = printed(board, columns=8, rows=8, paper="letter")

    assert len(one.reader.pages) >= 8
    assert many.text.count("word") == one.text.count("word") == 4000
    assert [entry.title for entry in many.reader.outline][-1] == "Continued"


def test_the_language_of_the_file_is_the_readers(board, printed):
    from django.utils.translation import override

    with override("de"):
        made = printed(board)

    assert made.reader.trailer["/Root"]["/Lang"] == "de"


def test_control_letters_do_no_harm(board, printed):
    Scene.objects.update(place="\x07bell\x1b[31m\u202egnp.exe")
    Shot.objects.update(action="null \x01 \ufffe \U000e0001 \ud7ff end")

    assert "end" in printed(board).text
