"""Live events: what changed, never the change itself; the page fetches the fragment, so permission stays in one place.

Each storyboard has one Redis stream, so that a page which lost its connection asks for what it missed by the last id.
"""

import json
import logging
from collections.abc import AsyncIterator
from functools import cache

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
    """Yield server-sent events from after `last_id` (`$` is now) on, and a comment when nothing happened for a while."""
    client = redis.asyncio.Redis.from_url(settings.REDIS_URL, socket_timeout=HEARTBEAT_SECONDS + 5)
    try:
        yield "retry: 2000\n\n"
        while True:
            answer = await client.xread({stream(storyboard_pk): last_id}, block=HEARTBEAT_SECONDS * 1000, count=100)
            if not answer:
                yield ": still here\n\n"
            for _name, entries in answer or []:
                for entry_id, fields in entries:
                    last_id = entry_id.decode()
                    yield f"id: {last_id}\nevent: change\ndata: {fields[b'event'].decode()}\n\n"
    finally:
        await client.aclose()
