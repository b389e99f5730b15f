"""Live events: what changed, never the change itself; the page fetches the fragment, so permission stays in one place.

Each storyboard has one Redis stream, so that a page which lost its connection asks for what it missed by the last id.
"""

import json
import logging
import time
from collections.abc import AsyncGenerator
from functools import cached_property
from typing import Any

import redis
import redis.asyncio
from django.conf import settings
from django.db import transaction
from redis.backoff import NoBackoff
from redis.retry import Retry

logger = logging.getLogger(__name__)

KEPT_EVENTS = 1000
KEPT_SECONDS = 24 * 3600
SILENCE_SECONDS = 10.0
PATIENCE = 0.4
HEARTBEAT_SECONDS = 15
OLDEST_PAGE_MS = 10 * 60 * 1000
# Not a comment: pages listen for it, and ask by themselves when they do not hear it (static/js/live.js).
HERE = "event: here\ndata: yes\n\n"


def stream(storyboard_pk: int) -> str:
    """Return the name of the storyboard's stream."""
    return f"soraease:live:{storyboard_pk}"


def announce(storyboard_pk: int, kind: str, pk: int, version: int = 0) -> None:
    """Tell open pages, once the transaction is committed, that `kind` number `pk` has changed."""
    event = {"type": kind, "id": pk, "version": version}
    transaction.on_commit(lambda: bell.ring(storyboard_pk, event), robust=True)


class Bell:
    """How this process rings. After a failure it keeps quiet for a while, so that nobody waits for an event twice."""

    quiet_until = 0.0

    @cached_property
    def client(self) -> redis.Redis:
        """The connection, which tries twice, for a broker that was restarted, and gives up within a second."""
        patience = {"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE, "retry": Retry(NoBackoff(), 1)}
        return redis.Redis.from_url(settings.REDIS_URL, **patience)

    def ring(self, storyboard_pk: int, event: dict[str, Any]) -> None:
        """Write `event` into the storyboard's stream, unless the broker has just failed to answer."""
        if time.monotonic() < self.quiet_until:
            return
        try:
            self._write(stream(storyboard_pk), json.dumps(event))
        except redis.RedisError as error:
            self.quiet_until = time.monotonic() + SILENCE_SECONDS
            logger.warning("No live events for a while, pages will poll: %s", error)

    def _write(self, name: str, event: str) -> None:
        with self.client.pipeline(transaction=False) as pipe:
            pipe.xadd(name, {"event": event}, maxlen=KEPT_EVENTS, approximate=True)
            pipe.expire(name, KEPT_SECONDS)
            pipe.execute()


bell = Bell()


async def listen(storyboard_pk: int, last_id: str, since: int | None = None) -> AsyncGenerator[str, None]:
    """Yield server-sent events from after `last_id` on, and the event `here` at first and whenever nothing happens.

    Without a `last_id` they begin at `since`, milliseconds of our clock, ten minutes ago at most; without both, now.

    The stream ends when the broker goes away; the page then connects again and says what it saw last.
    """
    client = redis.asyncio.Redis.from_url(settings.REDIS_URL, socket_timeout=HEARTBEAT_SECONDS + 5)
    try:
        last_id = last_id or await (_newest_id(client, storyboard_pk) if since is None else _id_at(client, since))
        yield f"retry: 2000\nid: {last_id}\n{HERE}"
        while True:
            answer: Any = await client.xread({stream(storyboard_pk): last_id}, block=_heartbeat(), count=100)
            if not answer:
                yield HERE
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


async def _id_at(client: redis.asyncio.Redis, since: int) -> str:
    """Return the smallest id that an event at `since` can have: the broker makes ids of its own clock.

    Its clock is read before ours, so that what passes between the two is heard twice rather than never.
    """
    seconds, microseconds = await client.time()
    age = min(time.time_ns() // 1_000_000 - since, OLDEST_PAGE_MS)
    return f"{seconds * 1000 + microseconds // 1000 - max(age, 0)}-0"


def _entries(answer: list) -> list[tuple[str, str]]:
    """Return ids and events of an answer about streams."""
    return [(id_.decode(), fields[b"event"].decode()) for _name, entries in answer for id_, fields in entries]
