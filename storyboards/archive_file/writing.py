"""Writes the file piece by piece: memory does not grow with what is in it."""

import io
import zipfile
from collections.abc import Generator

from django.core.files.storage import default_storage

from storyboards.archive_file.checking import PICTURES, VIDEOS
from storyboards.archive_file.manifest import Manifest

MANIFEST = "manifest.json"
CHUNK = 256 * 1024
# The same storyboard gives the same file, whenever it is written; this is the earliest date that ZIP knows.
DATE = (1980, 1, 1, 0, 0, 0)
ENDINGS = {**PICTURES, **VIDEOS}


def entry_name(key: str, mime: str) -> str:
    """Return the name of a file inside the archive file."""
    return f"media/{key}{ENDINGS[mime]}"


class _Sink(io.RawIOBase):
    """What was written and not yet sent."""

    def __init__(self) -> None:
        self.waiting = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self.waiting += data
        return len(data)

    def drain(self) -> bytes:
        data = bytes(self.waiting)
        self.waiting.clear()
        return data


def pieces(manifest: Manifest) -> Generator[bytes, None, None]:
    """Yield the file; pictures and films are stored as they are, being packed already."""
    sink = _Sink()
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr(_entry(MANIFEST, zipfile.ZIP_DEFLATED), manifest.encoded())
        for key, asset in manifest.files.items():
            with (
                archive.open(_entry(entry_name(key, asset.mime)), "w", force_zip64=True) as entry,
                default_storage.open(asset.stored_name) as file,
            ):
                while chunk := file.read(CHUNK):
                    entry.write(chunk)
                    yield sink.drain()
    yield sink.drain()


def _entry(name: str, method: int = zipfile.ZIP_STORED) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, DATE)
    entry.compress_type = method
    return entry
