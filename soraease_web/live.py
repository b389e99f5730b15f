"""Live events: what changed, never the change itself; the page fetches the fragment, so permission stays in one place.

Each storyboard has one Redis stream, so that a page which lost its connection asks for what it missed by the last id.
"""

import json
import logging
from collections.abc import AsyncIterator
from functools import cache
from typing import Any

import redis
import redis.asyncio
from django.conf import settings
from django.db import transaction

logger = logging.getLogger(__name__)

KEPT_EVENTS = 1000
HEARTBEAT_SECONDS = 15


@cache
def bell() -> redis.Redis:
    """Return this process's connection for ringing; it gives up after a second, because nobody waits for an event."""
    return redis.Redis.from_url(settings.REDIS_URL, socket_timeout=1, socket_connect_timeout=1)


def stream(storyboard_pk: int) -> str:
    """Return the name of the storyboard's stream."""
    return f"soraease:live:{storyboard_pk}"


def announce(storyboard_pk: int, kind: str, pk: int, version: int = 0) -> None:
    """Tell open pages, once the transaction is committed, that `kind` number `pk` has changed."""
    transaction.on_commit(lambda: _ring(storyboard_pk, {"type": kind, "id": pk, "version": version}))


def _ring(storyboard_pk: int, event: dict) -> None:
    try:
        bell().xadd(stream(storyboard_pk), {"event": json.dumps(event)}, maxlen=KEPT_EVENTS, approximate=True)
    except redis.RedisError as error:
        logger.warning("No live event, pages will poll: %s", error)


async def listen(storyboard_pk: int, last_id: str) -> AsyncIterator[str]:
    """Yield server-sent events from after `last_id` (empty: from now) on, and a comment when nothing happens.

    The stream ends when the broker goes away; the page then connects again and says what it saw last.
    """
    client = redis.asyncio.Redis.from_url(settings.REDIS_URL, socket_timeout=HEARTBEAT_SECONDS + 5)
    try:
        last_id = last_id or await _newest_id(client, storyboard_pk)
        yield f"retry: 2000\nid: {last_id}\n\n"
        while True:
            answer: Any = await client.xread({stream(storyboard_pk): last_id}, block=_heartbeat(), count=100)
            if not answer:
                yield ": still here\n\n"
            for last_id, event in _entries(answer):
                yield f"id: {last_id}\nevent: change\ndata: {event}\n\n"
    except redis.RedisError as error:
        logger.warning("The live events of storyboard %s end, pages will poll: %s", storyboard_pk, error)
    finally:
        await client.aclose()


def _heartbeat() -> int:
    """Return in milliseconds after how much silence a page is told that we are still here."""
    return int(HEARTBEAT_SECONDS * 1000)


async def _newest_id(client: redis.asyncio.Redis, storyboard_pk: int) -> str:
    """Return the id of the newest event: `$` would mean another moment at each question, and lose what is between."""
    newest: Any = await client.xrevrange(stream(storyboard_pk), count=1)
    return newest[0][0].decode() if newest else "0-0"


def _entries(answer: list) -> list[tuple[str, str]]:
    """Return ids and events of an answer about streams."""
    return [(id_.decode(), fields[b"event"].decode()) for _name, entries in answer for id_, fields in entries]
