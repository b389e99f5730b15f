"""Pictures that people bring: what is taken, what is refused, what is left of them."""

import io
import struct
import time
import zlib
from dataclasses import replace

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageCms

from accounts.billing import tiers
from accounts.billing.tiers import Tier
from storyboards import uploads
from storyboards.models import Asset
from storyboards.models.assets import AssetKind
from storyboards.uploads import PictureRefused, keep_picture, read_picture
from tests.storyboards.images import claiming, file, halves, near, seen, stored

RED, BLUE = (255, 0, 0), (0, 0, 255)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_three_formats_are_taken_and_made_into_one(kind):
    picture = read_picture(file(halves(), kind))

    assert (picture.mime, picture.width, picture.height) == ("image/webp", 160, 90)
    assert (seen(picture).format, seen(picture).mode) == ("WEBP", "RGB")
    assert near(seen(picture).getpixel((20, 45)), RED)
    assert near(seen(picture).getpixel((140, 45)), BLUE)


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "ICO", "PPM", "AVIF", "JPEG2000", "PDF"])
def test_other_formats_are_refused_even_where_pillow_knows_them(kind):
    with pytest.raises(PictureRefused, match="not a PNG, JPEG or WebP"):
        read_picture(file(Image.new("RGB", (64, 64), "red"), kind))


def test_svg_is_refused():
    with pytest.raises(PictureRefused, match="not a PNG, JPEG or WebP"):
        read_picture(io.BytesIO(b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'))


def test_what_a_file_is_called_says_nothing():
    named = file(halves(), "JPEG")
    named.name = "picture.svg"

    assert read_picture(named).mime == "image/webp"


def test_an_empty_file_is_refused():
    with pytest.raises(PictureRefused, match="empty"):
        read_picture(io.BytesIO())


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("share", [0.02, 0.5, 0.97])
def test_a_file_that_is_cut_off_is_refused(kind, share):
    noise = Image.effect_noise((200, 200), 80).convert("RGB")
    whole = file(noise, kind).getvalue()

    with pytest.raises(PictureRefused):
        read_picture(io.BytesIO(whole[: int(len(whole) * share)]))


def test_a_file_that_is_too_large_is_read_no_further_than_needed(monkeypatch):
    monkeypatch.setattr(uploads, "MOST_BYTES", 1000)
    endless = file(Image.effect_noise((200, 200), 80))

    with pytest.raises(PictureRefused, match="larger than 1000"):
        read_picture(endless)
    assert endless.tell() == 1001


@pytest.mark.parametrize("size", [(30_000, 30_000), (2_000_000_000, 2_000_000_000), (1, 60_000_000), (10_000, 8_000)])
def test_a_bomb_is_refused_by_its_header_alone(size):
    began = time.monotonic()

    with pytest.raises(PictureRefused, match="million pixels"):
        read_picture(claiming(*size))
    assert time.monotonic() - began < 1


def test_a_text_that_unpacks_without_end_is_refused():
    data = file(halves()).getvalue()
    text = b"Comment\0\0" + zlib.compress(b"a" * 200_000_000)
    chunk = struct.pack(">I", len(text)) + b"zTXt" + text + struct.pack(">I", zlib.crc32(b"zTXt" + text))

    with pytest.raises(PictureRefused):
        read_picture(io.BytesIO(data[:33] + chunk + data[33:]))


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
def test_a_picture_is_turned_upright_and_tells_nothing_of_where_it_was_taken(kind):
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned right by a quarter
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[1] = "N"
    picture = read_picture(file(halves(), kind, exif=exif))

    upright = seen(picture)
    assert upright.size == (90, 160)
    assert near(upright.getpixel((45, 20)), RED)
    assert near(upright.getpixel((45, 140)), BLUE)
    assert (dict(upright.getexif()), upright.info.get("icc_profile")) == ({}, None)
    assert b"SecretCamera" not in picture.data


def test_colours_of_another_profile_are_seen_as_they_were_meant():
    """Profiles of other spaces are made of sRGB's by exchanging two of its primaries: green is said by what is red."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exchanged = profile.replace(b"rXYZ", b"tmpX").replace(b"gXYZ", b"rXYZ").replace(b"tmpX", b"gXYZ")
    said_red = Image.new("RGB", (32, 32), (255, 0, 0))

    plain = read_picture(file(said_red, icc_profile=profile))
    meant = read_picture(file(said_red, icc_profile=exchanged))

    assert near(seen(plain).getpixel((5, 5)), (255, 0, 0), within=3)
    assert near(seen(meant).getpixel((5, 5)), (0, 255, 0), within=3)


def test_a_profile_of_nonsense_is_passed_over():
    picture = read_picture(file(halves(), "PNG", icc_profile=b"no profile at all"))

    assert near(seen(picture).getpixel((20, 45)), RED)


def test_a_picture_for_print_becomes_one_for_screens():
    picture = read_picture(file(Image.new("CMYK", (64, 64), (0, 255, 255, 0)), "JPEG", quality=95))

    assert seen(picture).mode == "RGB"
    assert near(seen(picture).getpixel((30, 30)), RED)


def test_sixteen_bits_are_scaled_and_not_cut_off():
    grey = Image.new("I;16", (64, 32), 0x8000)
    grey.paste(0xFFFF, (32, 0, 64, 32))

    shown = seen(read_picture(file(grey)))

    assert near(shown.getpixel((10, 10)), (128, 128, 128), within=2)
    assert near(shown.getpixel((50, 10)), (255, 255, 255), within=2)


@pytest.mark.parametrize(
    ("mode", "colour", "expected"), [("1", 1, (255,) * 3), ("L", 90, (90,) * 3), ("LA", (90, 255), (90,) * 3)]
)
def test_pictures_of_few_tones(mode, colour, expected):
    shown = seen(read_picture(file(Image.new(mode, (40, 40), colour))))

    assert (shown.mode, near(shown.getpixel((20, 20)), expected, within=1)) == ("RGB", True)


def test_a_palette_with_a_transparent_colour():
    drawn = halves().quantize(2)
    first = drawn.getpixel((0, 0))
    shown = seen(read_picture(file(drawn, transparency=first)))

    assert shown.mode == "RGBA"
    assert (shown.getpixel((20, 45))[3], shown.getpixel((140, 45))[3]) == (0, 255)


def test_a_drawing_with_alpha_keeps_every_pixel():
    drawing = Image.new("RGBA", (100, 60), (0, 0, 0, 0))
    drawing.paste((200, 30, 40, 255), (20, 20, 60, 40))

    picture = read_picture(file(drawing))

    assert picture.alpha
    assert seen(picture).getpixel((30, 30)) == (200, 30, 40, 255)
    assert seen(picture).getpixel((5, 5))[3] == 0


def test_of_what_moves_the_first_picture_is_taken():
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "lime", "blue")]

    for kind in ("WEBP", "PNG"):
        moving = file(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
        picture = read_picture(moving)

        assert near(seen(picture).getpixel((20, 20)), RED)
        assert not getattr(seen(picture), "is_animated", False)


def test_a_large_picture_is_scaled_down_by_its_long_side():
    tall = read_picture(file(Image.new("RGB", (3000, 6000), "red"), "JPEG"))
    thin = read_picture(file(Image.new("RGB", (8000, 2), "red")))

    assert (tall.width, tall.height) == (1280, 2560)
    assert (thin.width, thin.height) == (2560, 1)


# --- keeping --------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_same_picture_is_stored_once_per_team(cast):
    picture = read_picture(file(halves()))
    other_team = cast.charlie.teams.get()

    first = keep_picture(cast.team, AssetKind.PANEL, picture)
    again = keep_picture(cast.team, AssetKind.REFERENCE, picture)
    elsewhere = keep_picture(other_team, AssetKind.PANEL, picture)

    assert first == again
    assert first.stored_name == f"teams/{cast.team.pk}/pictures/{picture.sha256}.webp"
    assert elsewhere.stored_name.startswith(f"teams/{other_team.pk}/pictures/")
    assert (first.bytes, first.sha256, first.width) == (len(picture.data), picture.sha256, 160)
    assert stored(first) == picture.data
    assert len(default_storage.listdir(f"teams/{cast.team.pk}/pictures")[1]) == 1


@pytest.mark.django_db
def test_what_a_crash_left_in_part_is_written_anew(team):
    picture = read_picture(file(halves()))
    default_storage.save(uploads.picture_name(team, picture), ContentFile(b"half"))

    kept = keep_picture(team, AssetKind.PANEL, picture)

    assert stored(kept) == picture.data


@pytest.mark.django_db
def test_pictures_count_against_the_storage_of_the_tier(team, monkeypatch):
    first, second = (read_picture(file(Image.new("RGB", (64, 64), colour))) for colour in ("red", "lime"))
    room = replace(tiers.LIMITS[Tier.FREE], storage_bytes=len(first.data) + 10)
    monkeypatch.setitem(tiers.LIMITS, Tier.FREE, room)

    kept = keep_picture(team, AssetKind.PANEL, first)
    with pytest.raises(PictureRefused, match="storage of"):
        keep_picture(team, AssetKind.PANEL, second)

    assert keep_picture(team, AssetKind.PANEL, first) == kept
    assert Asset.objects.filter(team=team).count() == 1
    assert uploads.stored_bytes(team) == len(first.data)
    assert not default_storage.exists(uploads.picture_name(team, second))
