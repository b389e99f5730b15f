"""The files of an archive, looked at one by one and stored for a team; what was stored in vain is deleted again."""

import io
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image

from accounts.models import Team, User
from storyboards.archive_file.checking import PICTURES, NotAnArchive
from storyboards.archive_file.opening import ArchiveFile, opened
from storyboards.archive_file.rows import make_storyboard, own_files
from storyboards.models import Asset, Storyboard
from storyboards.models.assets import AssetKind
from storyboards.uploads import BROKEN, Picture, PictureRefused, keep_picture, read_picture

# What a WebP of our own making is built of. What has more in it (camera, place, animation) is made anew.
PLAIN_CHUNKS = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}

Facts = dict[str, Any]
# Looks at a film file and returns the columns of its asset; raises NotAnArchive with a sentence when it is none.
# A film may be longer than a take: `long` says that it is one.
Verify = Callable[..., Facts]
Tell = Callable[[int, int], None]


def import_archive(
    file: IO[bytes],
    *,
    team: Team,
    by: User | None,
    verify: Verify,
    on_file: Tell = lambda done, of: None,
    then: Callable[[Storyboard], None] = lambda board: None,
) -> Storyboard:
    """Return the storyboard that an archive file holds, made for `team`: whole, or not at all; raise NotAnArchive.

    `on_file` is told before each of its files how many were looked at, and again while they are stored. `then` is
    called in the transaction that makes the storyboard: what it raises takes everything back.
    """
    with opened(file) as archive, tempfile.TemporaryDirectory(prefix="archive-") as folder:
        archive.require_room(team)
        archive.require_disk(Path(folder))
        files = _looked_at(archive, Path(folder), verify, on_file)
        with _stored(Stored(team, files)) as media:
            media.put(own_files(archive.data), on_file)
            with transaction.atomic():
                board = make_storyboard(archive.data, team=team, by=by, media=media, source="file")
                then(board)
                return board


# --- looking at them ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class LookedAt:
    """A file that may be kept: a film with what is known of it, or a picture, whose bytes wait on the disk."""

    path: Path
    facts: Facts
    shape: Picture | None = None

    @property
    def picture(self) -> Picture | None:
        """The picture with its bytes."""
        return replace(self.shape, data=self.path.read_bytes()) if self.shape else None


def _looked_at(archive: ArchiveFile, folder: Path, verify: Verify, on_file: Tell) -> dict[str, LookedAt]:
    found: dict[str, LookedAt] = {}
    films = {film["asset"] for film in archive.data["films"]}
    media = archive.data["media"]
    for key, item in media.items():
        on_file(len(found), len(media))
        path = folder / key
        archive.unpack(key, path)
        if item["mime"] in PICTURES:
            found[key] = _picture_at(path)
        else:
            found[key] = LookedAt(path, {"bytes": item["bytes"], "sha256": key} | verify(path, long=key in films))
    on_file(len(found), len(media))
    return found


def _picture_at(path: Path) -> LookedAt:
    picture = picture_in(path)
    path.write_bytes(picture.data)
    return LookedAt(path, {}, replace(picture, data=b""))


def picture_in(path: Path) -> Picture:
    """Return the picture in a file: as it is, if it is one of our own making, else made anew; raise NotAnArchive."""
    data = path.read_bytes()
    try:
        made_anew = read_picture(io.BytesIO(data))
        return _as_it_is(data) if is_plain_webp(data) else made_anew
    except (PictureRefused, *BROKEN) as refused:
        raise NotAnArchive(_("A picture in it cannot be used: %s Nothing was imported.") % refused) from refused


def _as_it_is(data: bytes) -> Picture:
    with Image.open(io.BytesIO(data), formats=("WEBP",)) as image:
        image.load()
        return Picture(data, "image/webp", *image.size, alpha=image.mode == "RGBA")


def is_plain_webp(data: bytes) -> bool:
    """Return whether the bytes are a WebP picture with nothing in it, before it or behind it but the picture."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or int.from_bytes(data[4:8], "little") + 8 != len(data):
        return False
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] not in PLAIN_CHUNKS:
            return False
        at += 8 + size + size % 2
    return at == len(data)


# --- storing them ---------------------------------------------------------------------------------------------------


@dataclass
class Stored:
    """Stores what was looked at: takes and films before their rows are made, pictures when a row asks for them."""

    team: Team
    files: dict[str, LookedAt]
    names: list[str] = field(default_factory=list)
    ready: dict[tuple[str, AssetKind], list[str]] = field(default_factory=dict)
    trusted = False

    def picture(self, key: str, kind: AssetKind) -> Asset:
        """Return a picture of the team; the same one is stored once."""
        picture = self.files[key].picture
        if picture is None:
            raise KeyError(key)
        try:
            return keep_picture(self.team, kind, picture)
        except PictureRefused as refused:
            raise NotAnArchive(str(refused)) from refused

    def put(self, wanted: list[tuple[str, AssetKind]], on_file: Tell) -> None:
        """Store what takes and films need: before the rows are made, for it may take minutes."""
        for key, kind in wanted:
            on_file(len(self.files), len(self.files))
            self.ready.setdefault((key, kind), []).append(self._put(key, kind))

    def _put(self, key: str, kind: AssetKind) -> str:
        found = self.files[key]
        picture = found.picture
        folder = "films" if kind == AssetKind.FILM else "takes"
        name = f"teams/{self.team.pk}/{folder}/{uuid.uuid4()}{_ending(found)}"
        self.names.append(name)
        with io.BytesIO(picture.data) if picture else found.path.open("rb") as source:
            return default_storage.save(name, File(source))

    def file(self, key: str, kind: AssetKind) -> Asset:
        """Return a file that belongs to one take or film, stored under a name of its own."""
        stored = self.ready[key, kind].pop()
        return Asset.objects.create(team=self.team, kind=kind, file=stored, **_columns(self.files[key]))


def _ending(found: LookedAt) -> str:
    return ".webp" if found.shape else {"video/mp4": ".mp4", "video/webm": ".webm"}[found.facts["mime"]]


def _columns(found: LookedAt) -> Facts:
    picture = found.picture
    if picture is None:
        return found.facts
    size = {"width": picture.width, "height": picture.height}
    return {"mime": picture.mime, "bytes": len(picture.data), "sha256": picture.sha256, **size}


@contextmanager
def _stored(media: Stored) -> Iterator[Stored]:
    """Delete what was stored if no storyboard came of it."""
    try:
        yield media
    except BaseException:
        for name in media.names:
            default_storage.delete(name)
        raise
