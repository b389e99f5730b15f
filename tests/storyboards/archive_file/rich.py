"""A storyboard with one of everything, and archive files of it."""

import hashlib
import io
import json
import zipfile

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from accounts.models import Team
from storyboards.archive_file import NotAnArchive, dump
from storyboards.archive_file.files import import_archive
from storyboards.archive_file.writing import pieces
from storyboards.models import Asset, Element, Film, Scene, Shot, Storyboard, Take
from storyboards.models.assets import AssetKind
from storyboards.uploads import encode, keep_picture
from tests import make

FILM = b"not really a film"


def picture(colour: str, size: tuple[int, int] = (64, 36)) -> Image.Image:
    """Return a picture of one colour."""
    return Image.new("RGB", size, colour)


def kept(team: Team, kind: AssetKind, colour: str) -> Asset:
    """Return a picture of the team."""
    return keep_picture(team, kind, encode(picture(colour)))


def film(team: Team, kind: AssetKind, name: str, data: bytes) -> Asset:
    """Return a stored file that stands for a film."""
    stored = default_storage.save(f"teams/{team.pk}/takes/{name}", ContentFile(data))
    told = {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest(), "facts": {"codec": "h264"}}
    return Asset.objects.create(team=team, kind=kind, file=stored, mime="video/mp4", frames=48, **told)


def take(shot: Shot, number: int, data: bytes = FILM) -> Take:
    """Return a finished take with its files."""
    team = shot.scene.storyboard.team
    files = {
        "asset": film(team, AssetKind.TAKE, f"{shot.pk}-{number}.mp4", data),
        "mezzanine": film(team, AssetKind.MEZZANINE, f"{shot.pk}-{number}-mezzanine.mp4", data + b"!"),
        "poster": kept(team, AssetKind.POSTER, ("red", "green", "blue")[number % 3]),
    }
    told = {"state": Take.State.DONE, "cost": 12, "estimate": 12, "request": {"prompt": "Waves."}}
    return make.take(shot, number=number, **told, **files)


def rich_board(team: Team, by=None) -> Storyboard:
    """Return a storyboard with one of everything."""
    board = Storyboard.objects.create(
        team=team,
        title="The Last Lamp — “Überfahrt”",
        aspect="21:9",
        rate="24000/1001",
        resolution="1080p",
        numbering="european",
        script="EXT. COAST\n\nWaves.",
        script_format="fountain",
        title_page={"author": "A. Keeper"},
        logo=kept(team, AssetKind.LOGO, "black"),
        created_by=by,
    )
    marta = Element.objects.create(storyboard=board, name="Marta", aliases=["MISS LIND"], version=3, voice="low")
    coast = Element.objects.create(storyboard=board, name="Coast", kind="place", colour="teal")
    Element.objects.create(storyboard=board, name="Forgotten", deleted_at=board.created_at)
    marta.pictures.create(asset=kept(team, AssetKind.REFERENCE, "yellow"))
    first = make.scene(board, number="1", location=coast, source_start=0, source_end=18)
    make.scene(board, position=2 << 20, omitted=True, synopsis="left out")
    make.scene(board, position=3 << 20, deleted_at=board.created_at)
    line = {"speaker": "MARTA", "text": "Not yet.", "direction": "quietly", "dual": False}
    shot = make.shot(first, dialogue=[line], lens="35 mm", options={"seed": 7}, backend="sketch", source_end=5)
    shot.cast.add(marta)
    shot.panel = kept(team, AssetKind.PANEL, "navy")
    shot.circled_take = take(shot, 2)
    shot.save()
    Take.objects.filter(pk=shot.circled_take_id).update(elements={str(marta.pk): 3})
    make.take(shot, number=1, state=Take.State.FAILED)
    make.take(shot, number=3)
    make.shot(first, position=2 << 20, omitted=True)
    was = {"created_at": board.created_at, "settled_at": board.created_at}
    board.revisions.create(script="EXT. COAST\n\nCalm.", name="first draft.fountain", by=by, **was)
    board.revisions.create(script="EXT. COAST\n\nStorm.")
    premiere(board, shot)
    return board


def premiere(board: Storyboard, shot: Shot) -> Film:
    """Return a finished film of two pieces: the shot's circled take, and a panel of a shot that is no more."""
    take, team = shot.circled_take, board.team
    captions = {"language": "en", "cues": [[0, 900, "MARTA", "Not yet."]]}
    piece = {"slate": "1", "transition": "cut", "chapter": "EXT. COAST", "frames": 48, "name": "teams/1/takes/x.mp4"}
    pieces = [
        {**piece, "shot": shot.pk, "take": take.pk, "captions": captions},
        {**piece, "shot": 10**9, "take": None, "chapter": None, "transition": "dissolve"},
    ]
    return Film.objects.create(
        storyboard=board,
        number=2,
        state=Film.State.DONE,
        progress=1,
        frames=96,
        chapters=[{"title": "EXT. COAST", "start": 0}],
        cut={"width": 1920, "height": 804, "rate": [24000, 1001], "transition_frames": 12, "pieces": pieces},
        asset=film(team, AssetKind.FILM, f"film-{board.pk}.mp4", FILM + b" of its own"),
        poster=kept(team, AssetKind.POSTER, "purple"),
    )


def zipped(board: Storyboard, **how) -> bytes:
    """Return the archive file of a storyboard."""
    return b"".join(pieces(dump(board, **{"media": True, **how})))


def believing(path, *, long=False) -> dict:
    """Say what a film file is without decoding it: how films are looked at is tested where that is done."""
    if not path.read_bytes().startswith(FILM):
        raise NotAnArchive("This is no film.")
    return {"mime": "video/mp4", "width": 0, "height": 0, "frames": 96 if long else 48, "facts": {"codec": "h264"}}


def imported(data: bytes, team: Team, by=None) -> Storyboard:
    """Return the storyboard of an archive file."""
    return import_archive(io.BytesIO(data), team=team, by=by, verify=believing)


def manifest_of(data: bytes) -> dict:
    """Return the manifest of an archive file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return json.loads(archive.read("manifest.json"))


def repacked(data: bytes, change=None, **entries: bytes | None) -> bytes:
    """Return an archive file with its manifest changed, and entries put in, replaced or (None) taken out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as other:
        told = json.loads(archive.read("manifest.json"))
        if change:
            change(told)
        other.writestr("manifest.json", entries.pop("manifest", None) or json.dumps(told))
        for name in archive.namelist():
            if name != "manifest.json" and name not in entries:
                other.writestr(name, archive.read(name))
        for name, content in entries.items():
            if content is not None:
                other.writestr(name, content)
    return out.getvalue()


def scenes_of(board: Storyboard) -> list[Scene]:
    """Return the live scenes."""
    return list(board.scenes.live())
