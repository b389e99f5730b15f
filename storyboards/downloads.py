"""Files that are made when they are asked for, sent on a chunk at a time."""

import asyncio
from collections.abc import AsyncIterator, Generator
from typing import IO

from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, StreamingHttpResponse
from django.utils.http import content_disposition_header

CHUNK = 256 * 1024
# A made file stays in memory until it is larger than this, and then goes to a temporary file.
KEPT_IN_MEMORY = 4 << 20


def download(request: HttpRequest, chunks: Generator[bytes, None, None], name: str, mime: str) -> StreamingHttpResponse:
    """Return the answer that sends `chunks` as a file called `name`; reading ends when the person goes away."""
    body = _in_threads(chunks) if isinstance(request, ASGIRequest) else chunks
    headers = {
        "Content-Disposition": content_disposition_header(True, name) or "attachment",
        "X-Content-Type-Options": "nosniff",
    }
    return StreamingHttpResponse(body, content_type=mime, headers=headers)


def whole(file: IO[bytes]) -> Generator[bytes, None, None]:
    """Yield all of an open file, from its beginning; it is closed when all is read."""
    with file:
        file.seek(0)
        while chunk := file.read(CHUNK):
            yield chunk


async def _in_threads(chunks: Generator[bytes, None, None]) -> AsyncIterator[bytes]:
    try:
        while (chunk := await asyncio.to_thread(next, chunks, b"")) != b"":
            yield chunk
    finally:
        chunks.close()
