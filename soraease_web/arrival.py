"""When a request came: what its page shows was read since then, and may have changed since then."""

import time
from collections.abc import Awaitable, Callable

from asgiref.sync import iscoroutinefunction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.decorators import sync_and_async_middleware


@sync_and_async_middleware
def note_arrival(get_response: Callable) -> Callable:
    """Return a middleware that says of each request when it came: `arrived`, in milliseconds since 1970."""
    if iscoroutinefunction(get_response):
        return _noting_async(get_response)

    def noting(request: HttpRequest) -> HttpResponseBase:
        _note(request)
        return get_response(request)

    return noting


def _noting_async(get_response: Callable[[HttpRequest], Awaitable[HttpResponseBase]]) -> Callable:
    async def noting(request: HttpRequest) -> HttpResponseBase:
        _note(request)
        return await get_response(request)

    return noting


def _note(request: HttpRequest) -> None:
    request.__dict__["arrived"] = time.time_ns() // 1_000_000
