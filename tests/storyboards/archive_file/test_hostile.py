"""Files that are damaged, made to hurt, or something else: each is refused with a sentence, and nothing is made."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image

from storyboards.archive_file import NotAnArchive
from storyboards.archive_file.files import is_plain_webp, picture_in
from storyboards.models import Asset, Element, Storyboard
from tests.storyboards.archive_file.rich import imported, manifest_of, picture, repacked, rich_board, zipped


@pytest.fixture
def board(team, alice):
    return rich_board(team, alice)


MADE: list[bytes] = []


@pytest.fixture
def sent(request):
    """The file of a storyboard with one of everything: made once, for it does not know which database it came from."""
    if not MADE:
        MADE.append(zipped(request.getfixturevalue("board")))
    return MADE[0]


@pytest.fixture
def theirs(cast):
    """Another team, that has nothing yet."""
    return cast.charlie.teams.get()


def refused(data, team):
    """Return the sentence with which a file is refused, after looking that nothing was made."""
    before = (stored(), Storyboard.objects.count(), Asset.objects.count(), Element.objects.count())
    with pytest.raises(NotAnArchive) as refusal:
        imported(data, team)
    assert (stored(), Storyboard.objects.count(), Asset.objects.count(), Element.objects.count()) == before
    return str(refusal.value)


def stored():
    folder = Path(settings.MEDIA_ROOT)
    return sorted(path for path in folder.rglob("*.mp4")) if folder.exists() else []


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"%PDF-1.7", b"\0" * 5000, b"PK\x05\x06" + b"\0" * 18, b"PK\x05\x06" + b"\xff" * 18]
)
def test_what_is_no_archive(theirs, data):
    assert refused(data, theirs).endswith((".", "soraease."))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_that_is_cut_off(theirs, sent, share):
    assert "cut off" in refused(sent[: int(len(sent) * share)], theirs)


def test_a_flipped_bit_in_a_film(theirs, sent):
    at = sent.index(b"not really a film")

    assert "Nothing was imported" in refused(sent[:at] + b"N" + sent[at + 1 :], theirs)


def test_a_film_that_is_another_one(theirs, sent):
    key = next(key for key, item in manifest_of(sent)["media"].items() if item["mime"] == "video/mp4")
    size = manifest_of(sent)["media"][key]["bytes"]

    assert "not the one" in refused(repacked(sent, **{f"media/{key}.mp4": b"x" * size}), theirs)


def test_a_film_of_another_length(theirs, sent):
    key = next(key for key, item in manifest_of(sent)["media"].items() if item["mime"] == "video/mp4")

    assert "as large as it should be" in refused(repacked(sent, **{f"media/{key}.mp4": b"x"}), theirs)


def test_a_file_that_is_missing(theirs, sent):
    key = manifest_of(sent)["storyboard"]["logo"]

    assert "other files" in refused(repacked(sent, **{f"media/{key}.webp": None}), theirs)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "media/../x.mp4", "media\\x.mp4", "setup.exe"])
def test_a_path_that_leads_out(theirs, sent, name):
    assert "no part of a storyboard" in refused(repacked(sent, **{name: b"x"}), theirs)


def test_a_file_that_nothing_refers_to(theirs, sent):
    assert "other files" in refused(repacked(sent, **{f"media/{'0' * 64}.mp4": b"x"}), theirs)


def test_a_bomb_for_a_manifest(theirs):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", b" " * 70_000_000)

    assert len(out.getvalue()) < 100_000
    assert "larger than any" in refused(out.getvalue(), theirs)


def test_a_bomb_for_a_film(theirs, sent):
    told = manifest_of(sent)
    key = next(key for key, item in told["media"].items() if item["mime"] == "video/mp4")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sent)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        for name in archive.namelist():
            bomb.writestr(name, bytes(50_000_000) if key in name else archive.read(name))

    assert "as large as it should be" in refused(out.getvalue(), theirs)


def test_a_manifest_that_is_a_deep_well(theirs, sent):
    assert "damaged" in refused(repacked(sent, manifest=b"[" * 500_000), theirs)


def test_a_picture_of_too_many_pixels(theirs, sent):
    out = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(out, "PNG")

    assert "pixels" in refused(_with_picture(sent, out.getvalue(), "image/png"), theirs)


def test_a_page_that_calls_itself_a_picture(theirs, sent):
    assert "picture" in refused(_with_picture(sent, b"<script>alert(1)</script>", "image/png"), theirs)


def _with_picture(sent, data, mime):
    """Return the file with another logo."""
    import hashlib

    key, old = hashlib.sha256(data).hexdigest(), manifest_of(sent)["storyboard"]["logo"]

    def change(told):
        told["storyboard"]["logo"] = key
        del told["media"][old]
        told["media"][key] = {"mime": mime, "bytes": len(data)}

    return repacked(sent, change, **{f"media/{old}.webp": None, f"media/{key}.png": data})


def test_a_film_that_does_not_play(theirs, sent):
    data = sent.replace(b"not really a film", b"nod really a film")

    assert "Nothing was imported" in refused(data, theirs)


def test_more_than_the_storage_holds(theirs, sent, monkeypatch):
    monkeypatch.setattr("storyboards.archive_file.opening.stored_bytes", lambda team: 5 * 1024**3)

    assert "no room" in refused(sent, theirs)


def test_one_film_in_ten_thousand_takes_counts_ten_thousand_times(theirs, sent):
    def change(told):
        shot = told["scenes"][0]["shots"][0]
        done = shot["takes"][1]
        told["media"][done["asset"]]["bytes"] = 600_000
        shot["takes"] = [done | {"number": number} for number in range(1, 10_001)]

    key = next(take["asset"] for take in manifest_of(sent)["scenes"][0]["shots"][0]["takes"] if take["asset"])

    assert "no room" in refused(repacked(sent, change, **{f"media/{key}.mp4": bytes(600_000)}), theirs)


def test_a_picture_larger_than_any_is_not_even_unpacked(theirs, sent):
    assert "as large as it should be" in refused(_with_picture(sent, bytes(21_000_000), "image/png"), theirs)


def test_a_full_disk(theirs, sent, monkeypatch):
    monkeypatch.setattr("storyboards.archive_file.opening.LEAST_FREE", 1 << 60)

    assert "no room to unpack" in refused(sent, theirs)


def test_a_failure_in_the_middle_leaves_no_file(theirs, sent, monkeypatch):
    def fails(**row):
        raise OSError("disk full")

    before = stored()
    monkeypatch.setattr("storyboards.archive_file.rows.Edit.objects.create", fails)
    with pytest.raises(OSError, match="disk full"):
        imported(sent, theirs)

    assert (stored(), theirs.storyboards.count(), theirs.assets.filter(kind="take").count()) == (before, 0, 0)


# --- the manifest ---------------------------------------------------------------------------------------------------


def put(*path_and_value):
    """Return what puts a value at a path of the manifest."""
    *path, last, value = path_and_value

    def change(told):
        for step in path:
            told = told[step]
        told[last] = value

    return change


SHOT = ("scenes", 0, "shots", 0)
PIECE = ("films", 0, "cut", "pieces", 0)


@pytest.mark.parametrize(
    "change",
    [
        put("format", "something else"),
        put("version", 3),
        put("version", "1"),
        put("version", 0),
        put("version", True),
        put("surprise", 1),
        put("storyboard", []),
        put("storyboard", "title", ""),
        put("storyboard", "title", "x" * 201),
        put("storyboard", "title", 7),
        put("storyboard", "title", None),
        put("storyboard", "title", "a\0b"),
        put("storyboard", "title", "\ud800"),
        put("storyboard", "aspect", "7:3"),
        put("storyboard", "rate", "0/0"),
        put("storyboard", "look", "oil"),
        put("storyboard", "is_template", True),
        put("storyboard", "logo", "0" * 64),
        put("storyboard", "title_page", {"author": {}}),
        put("elements", {}),
        put("elements", 0, "key", "../e1"),
        put("elements", 0, "key", "e2"),
        put("elements", 0, "kind", "villain"),
        lambda told: told["elements"].append(told["elements"][0] | {"key": "e9"}),
        put("elements", 0, "pictures", ["0" * 64]),
        put("elements", 0, "pictures", ["x"] * 201),
        put("elements", 0, "aliases", [7]),
        put("elements", 0, "version", -1),
        put("scenes", None),
        put("scenes", [{}]),
        put("scenes", 0, "location", "e99"),
        put("scenes", 0, "location", []),
        put("scenes", 0, "source_end", 2**31),
        put("scenes", 0, "shots", [None] * 10_001),
        put(*SHOT, "frames", 0),
        put(*SHOT, "frames", 10**9),
        put(*SHOT, "frames", 1.5),
        put(*SHOT, "frames", True),
        put(*SHOT, "size", "HUGE"),
        put(*SHOT, "cast", ["e99"]),
        put(*SHOT, "cast", [[]]),
        put(*SHOT, "dialogue", [{"speaker": "A"}]),
        put(*SHOT, "dialogue", ["Hello"]),
        put(*SHOT, "dialogue", [{"speaker": "A", "text": 1, "direction": "", "dual": False}]),
        put(*SHOT, "options", []),
        put(*SHOT, "options", {"x" * 300: 1}),
        put(*SHOT, "options", {"x": 10**400}),
        put(*SHOT, "circled", 9),
        put(*SHOT, "circled", []),
        put(*SHOT, "panel", 5),
        put(*SHOT, "takes", 0, "state", "working"),
        put(*SHOT, "takes", 1, "asset", None),
        put(*SHOT, "takes", 0, "number", 2),
        put(*SHOT, "takes", 0, "created_at", "yesterday"),
        put(*SHOT, "takes", 0, "created_at", "2026-11-22T10:00:00"),
        put(*SHOT, "takes", 0, "elements", {"e1": "x"}),
        put(*SHOT, "takes", 0, "cost", -5),
        put("scripts", {}),
        put("scripts", 0, "script", None),
        put("scripts", 0, "name", "x" * 256),
        put("scripts", 0, "settled_at", "yesterday"),
        put("films", [{}]),
        put("films", 0, "asset", None),
        put("films", 0, "poster", "0" * 64),
        put("films", 0, "number", -1),
        put("films", 0, "frames", "96"),
        put("films", 0, "chapters", [{"title": 1, "start": 0}]),
        put("films", 0, "chapters", [{"title": "A", "start": 97}]),
        put("films", 0, "chapters", [{"title": "A", "start": 9}, {"title": "B", "start": 3}]),
        lambda told: told["films"].append(told["films"][0]),
        put("films", 0, "cut", []),
        put("films", 0, "cut", "rate", [24, 0]),
        put("films", 0, "cut", "rate", 24),
        put("films", 0, "cut", "width", None),
        put(*PIECE, "frames", -1),
        put(*PIECE, "slate", 1),
        put(*PIECE, "name", "../../etc/passwd"),
        put(*PIECE, "shot", [0, 99]),
        put(*PIECE, "shot", [[], 0]),
        put(*PIECE, "take", 99),
        put(*PIECE, "take", {}),
        put(*PIECE, "captions", {"language": "en", "cues": [[0, 1, "MARTA"]]}),
        put(*PIECE, "captions", {"language": "en", "cues": [[0, -1, "MARTA", "No."]]}),
        put(*PIECE, "captions", {"language": "en", "cues": [[0, True, "MARTA", "No."]]}),
        put("media", "x", {}),
        put("media", "0" * 64, {"mime": "text/html", "bytes": 5}),
        put("media", "0" * 64, {"mime": [], "bytes": 5}),
        put("media", "0" * 64, {"mime": "video/mp4", "bytes": 0}),
        put("media", "0" * 64, {"mime": "video/mp4", "bytes": 2**60}),
    ],
)
def test_a_manifest_that_makes_no_sense(theirs, sent, change):
    assert refused(repacked(sent, change), theirs)


@pytest.mark.parametrize("raw", [b"", b"[]", b"null", b'{"format": NaN}', b"\xff\xfe", b'{"format": 1e999}'])
def test_a_manifest_that_is_none(theirs, sent, raw):
    assert refused(repacked(sent, manifest=raw or b" "), theirs)


def test_marks_that_make_no_sense_are_left_out_and_their_panel_stays(theirs, sent):
    there = imported(repacked(sent, put(*SHOT, "panel_marks", {"strokes": "everywhere"})), theirs)

    shot = there.scenes.live().first().shots.live().first()
    assert (shot.panel_marks, shot.panel is None) == ({}, False)


# --- pictures -------------------------------------------------------------------------------------------------------


def webp(**how):
    out = io.BytesIO()
    picture("navy").save(out, "WEBP", **how)
    return out.getvalue()


def test_a_picture_of_our_own_making_is_kept_byte_by_byte(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(webp(lossless=True))

    assert picture_in(path).data == path.read_bytes()


def camera():
    """Return what a camera writes into its pictures."""
    exif = Image.Exif()
    exif[0x010F] = "script"
    return exif.tobytes()


@pytest.mark.parametrize(
    "data",
    [
        webp() + b"<script>",
        webp(exif=camera()),
        webp(xmp=b"<x/>"),
        webp(icc_profile=b"\0" * 200),
    ],
)
def test_a_picture_with_something_in_it_is_made_anew(tmp_path, data):
    path = tmp_path / "x"
    path.write_bytes(data)

    assert not is_plain_webp(data)
    assert b"script" not in picture_in(path).data
    assert is_plain_webp(picture_in(path).data)


def test_a_png_is_made_anew(tmp_path):
    path = tmp_path / "x"
    picture("navy").save(path, "PNG")

    assert picture_in(path).mime == "image/webp"


def test_json_numbers_stay_what_they_are(sent):
    assert json.dumps(manifest_of(sent)) == json.dumps(manifest_of(repacked(sent)))
