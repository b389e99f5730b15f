"""Files into storage, under names derived from what they are for: storing twice is storing once."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError
from django.core.files import File
from django.core.files.storage import default_storage
from PIL import Image

from generation.cutting import probing
from storyboards.models import Asset

logger = logging.getLogger(__name__)

CHUNK = 1 << 20


class NotStored(Exception):
    """The storage did not take the file whole."""


class NotThere(Exception):
    """The storage does not give the file; `lost` when it says that there is none."""

    def __init__(self, name: str, *, lost: bool):
        super().__init__(f"{name} {'is not stored any more' if lost else 'cannot be read'}")
        self.lost = lost


STORAGE_ERRORS = (NotStored, NotThere, OSError, BotoCoreError, ClientError)


def put(name: str, path: Path) -> None:
    """Store the file at `path` as exactly `name`, in place of what may lie there; raise NotStored if that fails."""
    default_storage.delete(name)
    with path.open("rb") as file:
        stored = default_storage.save(name, File(file))
    if stored != name:
        default_storage.delete(stored)
        raise NotStored(f"{name} was being stored by somebody else")
    if default_storage.size(name) != path.stat().st_size:
        raise NotStored(f"{name} arrived in part")


def take_out(name: str, target: Path, *, on_bytes: Callable[[int], None] | None = None) -> None:
    """Copy the stored file `name` to `target`, a piece at a time; raise NotThere when the storage does not give it."""
    with target.open("wb") as copy:
        for chunk in _read(name):
            copy.write(chunk)
            if on_bytes:
                on_bytes(len(chunk))


def _read(name: str) -> Iterator[bytes]:
    try:
        with default_storage.open(name, "rb") as source:
            while chunk := source.read(CHUNK):
                yield chunk
    except FileNotFoundError as gone:
        raise NotThere(name, lost=True) from gone
    except (OSError, BotoCoreError, ClientError) as away:
        raise NotThere(name, lost=False) from away


def record(
    team_id: int, kind: str, name: str, mime: str, probe: probing.Probe, more: dict[str, Any] | None = None
) -> Asset:
    """Return the row of a stored video, with `more` facts of it; made again, it is the same row."""
    return Asset.objects.update_or_create(
        file=name,
        defaults={
            "team_id": team_id,
            "kind": kind,
            "mime": mime,
            "bytes": probe.bytes,
            "sha256": probe.sha256,
            "width": probe.width,
            "height": probe.height,
            "frames": probe.frames,
            "facts": {"codec": probe.codec, "rate": list(probe.rate), "audio": probe.has_audio, **(more or {})},
        },
    )[0]


def record_picture(team_id: int, kind: str, name: str, path: Path) -> Asset:
    """Return the row of a stored WebP or GIF picture; made again, it is the same row."""
    with Image.open(path, formats=("WEBP", "GIF")) as picture:
        size, mime = picture.size, Image.MIME[picture.format or ""]
    return Asset.objects.update_or_create(
        file=name,
        defaults={
            "team_id": team_id,
            "kind": kind,
            "mime": mime,
            "bytes": path.stat().st_size,
            "sha256": probing.digest(path),
            "width": size[0],
            "height": size[1],
        },
    )[0]
