"""Is this process alive (`/healthz`), and may it be sent visitors (`/readyz`)?"""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import timedelta
from http import HTTPStatus

import redis
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models.functions import Now
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from generation.models import Pulse
from soraease_web.live import bell

PATIENCE_SECONDS = 1.0
TICK_MAY_BE_LATE = timedelta(seconds=15)
STORAGE_GOOD_FOR_SECONDS = 10.0
PROBE = "health/probe.txt"


class NotReady(Exception):
    """One thing that the studio needs is not there; the text says which."""


def database() -> None:
    """Raise unless the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def migrations() -> None:
    """Raise unless every migration of this code is in the database."""
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        raise NotReady(f"{len(missing)} migrations are missing: run `manage.py migrate`")


def broker() -> None:
    """Raise unless the broker answers."""
    bell.client.ping()


def storage() -> None:
    """Raise unless a file can be written and read back; a good answer is believed for a few seconds."""
    if time.monotonic() < _storage_good_until[0]:
        return
    content = str(time.time_ns()).encode()
    default_storage.delete(PROBE)
    name = default_storage.save(PROBE, ContentFile(content))
    try:
        with default_storage.open(name) as file:
            if file.read() != content and name == PROBE:
                raise NotReady("the storage gave back something else than was written")
    finally:
        if name != PROBE:
            default_storage.delete(name)  # another process probes at this moment
    _storage_good_until[0] = time.monotonic() + STORAGE_GOOD_FOR_SECONDS


def tick() -> None:
    """Raise unless the tick was seen lately."""
    if not Pulse.objects.filter(name="tick", at__gte=Now() - TICK_MAY_BE_LATE).exists():
        raise NotReady("the tick has not been seen for 15 seconds: run `manage.py tick`")


CHECKS: dict[str, Callable[[], None]] = {
    check.__name__: check for check in (database, migrations, broker, storage, tick)
}
_storage_good_until = [0.0]
_threads = ThreadPoolExecutor(max_workers=2 * len(CHECKS), thread_name_prefix="readyz")


def _answer(check: Callable[[], None]) -> str:
    """Return `ok`, or what is wrong, as the log of an operator would say it."""
    try:
        check()
    except _expected() as error:
        return f"{type(error).__name__}: {error}".splitlines()[0]
    finally:
        connection.close()
    return "ok"


def _expected() -> tuple[type[Exception], ...]:
    """Return what a check may raise: an S3 client has errors of its own."""
    ours = (NotReady, DatabaseError, redis.RedisError, OSError)
    if not settings.S3_BUCKET:
        return ours
    from botocore.exceptions import BotoCoreError, ClientError  # slow to import, and not needed without S3

    return (*ours, BotoCoreError, ClientError)


def answers() -> dict[str, str]:
    """Return what each check found; a check that takes more than a second is `no answer`."""
    asked = {name: _threads.submit(_answer, check) for name, check in CHECKS.items()}
    wait(asked.values(), timeout=PATIENCE_SECONDS)
    return {name: future.result() if future.done() else "no answer" for name, future in asked.items()}


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer as long as this process can; nothing else is asked."""
    return HttpResponse("ok", "text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when everything that a visitor needs is there, 503 otherwise; operators see what is missing."""
    found = answers()
    ready = set(found.values()) == {"ok"}
    body: dict = {"ready": ready}
    if not settings.PRODUCTION or (found["database"] == "ok" and request.user.is_staff):
        body["checks"] = found
    return JsonResponse(body, status=HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE)
