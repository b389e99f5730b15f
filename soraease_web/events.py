"""The live events of one storyboard, as a stream that stays open."""

import asyncio
import re
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import aclosing
from http import HTTPStatus

from asgiref.sync import sync_to_async
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.models import User
from soraease_web import live
from storyboards.models import Storyboard

STREAMS_PER_USER = 20
ASK_AGAIN_SECONDS = 60
LAST_EVENT_ID = re.compile(r"\d{1,16}-\d{1,10}")

open_streams: Counter[int] = Counter()


@require_GET
async def events(request: HttpRequest) -> HttpResponseBase:
    """Stream what changes in `?storyboard=`; 404 for a stranger, 429 when one person holds too many streams.

    A page says with `&since=` when it was asked for: what changed since then it may not show. How long its stream takes
    to come through does not matter then.
    """
    user = await request.auser()
    storyboard_pk = _number(request.GET.get("storyboard", ""))
    since = _number(request.GET["since"]) if "since" in request.GET else None
    if user.pk is None or not await _may_see(request, user.pk, storyboard_pk):
        raise Http404
    if open_streams[user.pk] >= STREAMS_PER_USER:
        sentence = _("Too many pages are open at once; this one asks from time to time instead.")
        headers = {"Retry-After": "30"}
        return HttpResponse(sentence, "text/plain", HTTPStatus.TOO_MANY_REQUESTS, headers=headers)
    # "no-transform" keeps proxies from holding events back to compress them.
    headers = {"X-Accel-Buffering": "no", "Cache-Control": "no-store, no-transform"}
    return StreamingHttpResponse(
        _stream(request, user.pk, storyboard_pk, since), content_type="text/event-stream", headers=headers
    )


def _number(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,18}", text):
        raise Http404
    return int(text)


async def _may_see(request: HttpRequest, user_pk: int, storyboard_pk: int) -> bool:
    """Return whether the session still stands and its owner may still see the storyboard."""
    key = request.session.session_key
    if not (key and await request.session.aexists(key)):
        return False
    user = await User.objects.filter(pk=user_pk, is_active=True).afirst()
    return user is not None and await Storyboard.objects.visible_to(user).filter(pk=storyboard_pk).aexists()


async def _stream(request: HttpRequest, user_pk: int, storyboard_pk: int, since: int | None) -> AsyncIterator[str]:
    told = request.headers.get("Last-Event-ID", "")
    last_id = told if LAST_EVENT_ID.fullmatch(told) else ""
    asked_at = time.monotonic()
    open_streams[user_pk] += 1
    await sync_to_async(_give_back_connection)()
    try:
        # Closed here and now: left to the collector, the broker's connection would outlive the stream.
        async with aclosing(live.listen(storyboard_pk, last_id, since)) as heard:
            async for event in heard:
                if _is_being_cancelled():
                    return
                if time.monotonic() - asked_at >= ASK_AGAIN_SECONDS:
                    asked_at = time.monotonic()
                    if not await _may_see(request, user_pk, storyboard_pk):
                        return
                    await sync_to_async(_give_back_connection)()
                yield event
    finally:
        open_streams[user_pk] -= 1
        if not open_streams[user_pk]:
            del open_streams[user_pk]


def _give_back_connection() -> None:
    """Hold no database connection while nothing is asked of it: a stream lasts for hours."""
    if not connection.in_atomic_block:
        connection.close()


def _is_being_cancelled() -> bool:
    """Return whether the page is gone though nobody told us: Python 3.11 may lose a cancellation in `wait_for`."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
