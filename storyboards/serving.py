"""Serves stored files: parts by range, in bounded memory, and from S3 by a short signed address."""

import asyncio
import re
from collections.abc import AsyncIterator, Generator
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.files.storage import Storage, default_storage
from django.core.handlers.asgi import ASGIRequest
from django.db.models import Q
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.utils.http import content_disposition_header, parse_etags
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from storyboards.models import Asset, Film, Take
from storyboards.reading import read_numbers

if TYPE_CHECKING:
    from storages.backends.s3 import S3Storage

CHUNK = 256 * 1024
KEPT_SECONDS = 3600
SHOWN_INLINE = {"video/mp4", "image/webp", "image/png", "image/jpeg", "image/gif"}
# A stored file never runs anything, even when a browser is led to believe that it is a page.
SANDBOX = "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'"

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def serve_asset(request: HttpRequest, asset: Asset, *, download: bool = False) -> HttpResponseBase:
    """Return the file, the part of it that was asked for, or the way to it; raise Http404 when it is not stored."""
    inline = asset.mime in SHOWN_INLINE and not download
    headers = {
        "Content-Type": asset.mime if asset.mime in SHOWN_INLINE else "application/octet-stream",
        "Content-Disposition": content_disposition_header(not inline, file_name(asset)) or "inline",
    }
    if not _is_local(default_storage):
        return HttpResponseRedirect(signed_url(asset.stored_name, headers), headers={"Cache-Control": "no-store"})
    return _serve_local(request, asset, headers | _file_headers(asset))


def _is_local(storage: Storage) -> bool:
    try:
        storage.path("probe")
    except NotImplementedError:
        return False
    return True


def signed_url(name: str, headers: dict[str, str]) -> str:
    """Return an address at which S3 gives the file to whoever holds it, for a few minutes."""
    parameters = {f"Response{header.replace('-', '')}": value for header, value in headers.items()}
    return _public_storage().url(name, parameters=parameters)


@cache
def _public_storage() -> "S3Storage":
    """The storage under the name by which browsers reach it: a signature holds for one host only."""
    config: Any = settings.STORAGES["default"]
    endpoint = settings.S3_PUBLIC_ENDPOINT or settings.S3_ENDPOINT or None
    return import_string(config["BACKEND"])(**{**config["OPTIONS"], "endpoint_url": endpoint})


def _file_headers(asset: Asset) -> dict[str, str]:
    return {
        "Accept-Ranges": "bytes",
        "ETag": f'"{asset.sha256}"',
        "Cache-Control": f"private, max-age={KEPT_SECONDS}",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": SANDBOX,
    }


def _serve_local(request: HttpRequest, asset: Asset, headers: dict[str, str]) -> HttpResponseBase:
    if headers["ETag"] in parse_etags(request.headers.get("If-None-Match", "")):
        return HttpResponse(status=304, headers=headers)
    try:
        size = default_storage.size(asset.stored_name)
    except FileNotFoundError:
        raise Http404(_("This file is not in the storage any more.")) from None
    part = wanted_range(request, size, headers["ETag"])
    if part is None:
        return HttpResponse(status=416, headers=headers | {"Content-Range": f"bytes */{size}"})
    headers["Content-Length"] = str(part[1] - part[0])
    if part == (0, size):
        return _respond(request, asset.stored_name, part, status=200, headers=headers)
    headers["Content-Range"] = f"bytes {part[0]}-{part[1] - 1}/{size}"
    return _respond(request, asset.stored_name, part, status=206, headers=headers)


def _respond(
    request: HttpRequest, name: str, part: tuple[int, int], *, status: int, headers: dict[str, str]
) -> HttpResponseBase:
    if request.method == "HEAD":
        return HttpResponse(status=status, headers=headers)
    chunks = read_async(name, *part) if isinstance(request, ASGIRequest) else read(name, *part)
    return StreamingHttpResponse(chunks, status=status, headers=headers)


def wanted_range(request: HttpRequest, size: int, etag: str) -> tuple[int, int] | None:
    """Return first byte and end of the part that is asked for (the whole, if none), or None when there is no such part.

    Several parts at once, and a part of a version that is no longer there, are answered with the whole.
    """
    match = _RANGE.fullmatch(request.headers.get("Range", "").strip())
    if not match or match[0] == "bytes=-" or request.headers.get("If-Range", etag) != etag:
        return 0, size
    if not match[1]:
        length = min(int(match[2]), size)
        return (size - length, size) if length else None
    start = int(match[1])
    end = min(int(match[2]) + 1, size) if match[2] else size
    if match[2] and int(match[2]) < start:
        return 0, size
    return (start, end) if start < size else None


def read(name: str, start: int, end: int) -> Generator[bytes, None, None]:
    """Yield the stored bytes from `start` to before `end`, a chunk at a time; the file is open only meanwhile."""
    with default_storage.open(name) as file:
        file.seek(start)
        while start < end and (chunk := file.read(min(CHUNK, end - start))):
            start += len(chunk)
            yield chunk


async def read_async(name: str, start: int, end: int) -> AsyncIterator[bytes]:
    """Yield what `read` yields, without holding up the event loop."""
    chunks = read(name, start, end)
    try:
        while (chunk := await asyncio.to_thread(next, chunks, b"")) != b"":
            yield chunk
    finally:
        chunks.close()


def file_name(asset: Asset) -> str:
    """Return a name for the file that says what it is: The Last Lamp, version 2.mp4."""
    ending = PurePosixPath(asset.stored_name).suffix
    film = Film.objects.filter(Q(asset=asset) | Q(gif=asset)).select_related("storyboard").first()
    if film:
        return clean_name(f"{film.storyboard.title}, {film}") + ending
    take = Take.objects.filter(asset=asset).select_related("shot__scene__storyboard").first()
    if take:
        board = take.shot.scene.storyboard
        slate = read_numbers(board).slates.get(take.shot_id, "")
        return clean_name(f"{board.title}, {_('shot %s') % slate}, {take}") + ending
    return PurePosixPath(asset.stored_name).name


def clean_name(name: str) -> str:
    """Return the name without what file systems refuse."""
    return " ".join(re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", name).split()).strip(" .")[:120]
