"""The one way in which files come from outside: public https addresses only, with a cap on bytes and on time.

A URL from a provider is somebody else's text. Its host is resolved once and the connection goes to that very address;
every redirect is looked at like a new URL.
"""

import hashlib
import socket
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx
from django.conf import settings
from django.utils.translation import gettext as _

from generation.addresses import Blocked, Resolver, pin, resolve
from generation.backends.base import Fetched, Transient
from generation.wire import client

MOST_BYTES = 2 << 30
MOST_SECONDS = 300.0
MOST_REDIRECTS = 3
LONGEST_URL = 4096
REDIRECTS = {301, 302, 303, 307, 308}


@dataclass(frozen=True)
class Source:
    """Where to fetch from. `headers` go to the origin of `url` alone; `trusted` origins are our operator's own."""

    url: str
    headers: dict[str, str] = field(default_factory=dict, repr=False)
    trusted: Collection[str] = ()


def download(
    source: Source,
    target: Path,
    *,
    max_bytes: int = MOST_BYTES,
    max_seconds: float = MOST_SECONDS,
    on_bytes: Callable[[int], None] | None = None,
    resolver: Resolver = resolve,
) -> Fetched:
    """Write what is at `source` to `target`; `on_bytes` is told how many have come.

    Raise Blocked for an address that we do not speak to, Transient for everything that may go better next time.
    """
    url, opened = source.url, {origin_of(url) for url in (*source.trusted, *settings.FETCH_OPEN_ORIGINS)}
    for _redirect in range(MOST_REDIRECTS + 1):
        origin = check(url, opened)
        headers = source.headers if origin == origin_of(source.url) else {}
        choose = None if origin in opened else partial(pin, resolver=resolver)
        with client(max_seconds, pin=choose) as wire:
            try:
                with wire.stream("GET", url, headers=headers) as answer:
                    if answer.status_code not in REDIRECTS:
                        return _save(answer, target, max_bytes, on_bytes or _nobody)
                    url = urljoin(url, answer.headers.get("location", ""))
            except (httpx.HTTPError, httpx.InvalidURL, socket.gaierror, UnicodeError) as error:
                code = f"fetch_{type(error).__name__}"[:40]
                raise Transient(_("The file could not be fetched."), code=code) from error
    raise Blocked("too many redirects")


def check(url: str, opened: Collection[str]) -> str:
    """Return the origin of `url`; raise Blocked unless it is https on its usual port, or one of `opened`."""
    try:
        parts = urlsplit(url)
        origin, port = origin_of(url), parts.port
    except ValueError as error:
        raise Blocked("not a URL") from error
    if len(url) > LONGEST_URL or not url.isascii() or any(letter <= " " for letter in url) or "\\" in url:
        raise Blocked("not a plain URL")
    if parts.username is not None or parts.password is not None or not parts.hostname or "%" in parts.hostname:
        raise Blocked("not a plain host")
    if origin in opened:
        return origin
    if parts.scheme != "https" or port not in (None, 443):
        raise Blocked("only https on its usual port")
    return origin


def origin_of(url: str) -> str:
    """Return scheme, host and port of `url`, as one text to compare."""
    parts = urlsplit(url)
    port = parts.port or {"https": 443, "http": 80}.get(parts.scheme, 0)
    return f"{parts.scheme}://{(parts.hostname or '').rstrip('.')}:{port}"


def _save(answer: httpx.Response, target: Path, max_bytes: int, on_bytes: Callable[[int], None]) -> Fetched:
    _check_answer(answer, max_bytes)
    digest, size = hashlib.sha256(), 0
    with target.open("wb") as file:
        for chunk in answer.iter_raw():
            size += len(chunk)
            if size > max_bytes:
                raise Blocked("larger than we take")
            file.write(chunk)
            digest.update(chunk)
            on_bytes(size)
    return Fetched(size, digest.hexdigest())


def _check_answer(answer: httpx.Response, max_bytes: int) -> None:
    if answer.status_code != httpx.codes.OK:
        raise Transient(_("The file is not there."), code=f"fetch_{answer.status_code}")
    if answer.headers.get("content-encoding", "identity").lower() != "identity":
        raise Blocked("packed, although we asked for it as it is")
    length = answer.headers.get("content-length", "")
    if length.isdecimal() and int(length) > max_bytes:
        raise Blocked("larger than we take")


def _nobody(_size: int) -> None:
    """Nobody wants to know."""
