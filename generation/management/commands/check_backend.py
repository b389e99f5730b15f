"""`manage.py check_backend ALIAS`: one short shot, all the way round, without a row or a credit."""

import tempfile
import time
from fractions import Fraction
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser

from generation.backends import get_backend
from generation.backends.base import Backend, BackendError, Progress, RemoteState, ShotRequest, Transient
from generation.cutting import probing
from generation.cutting.ffmpeg import FfmpegFailed
from generation.pace import poll_delay

ACTION = "A lighthouse keeper climbs the path with a lantern."
MOST_PIXELS = 1 << 24


class Command(BaseCommand):
    help = "Asks a backend for its shortest shot, fetches it and checks it. A paid backend is paid for it: say --pay."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("alias", help=f"one of: {', '.join(settings.GENERATION_BACKENDS)}")
        parser.add_argument("--pay", action="store_true", help="yes, this may cost what the catalog says")
        parser.add_argument("--minutes", type=float, default=30, help="how long to wait for the result")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            backend = get_backend(options["alias"])
            request = _shortest(backend)
        except (ImproperlyConfigured, BackendError) as mistake:
            raise CommandError(str(mistake)) from mistake
        price = backend.capabilities.credits(request)
        if price and not options["pay"]:
            raise CommandError(f"This asks for a shot that costs about {price} credits. Say --pay if you mean it.")
        with tempfile.TemporaryDirectory() as room:
            self._try(backend, request, Path(room) / "take.mp4", options["minutes"] * 60)

    def _try(self, backend: Backend, request: ShotRequest, target: Path, patience: float) -> None:
        began = time.monotonic()
        try:
            self._bring(backend, request, target, patience)
            probe = probing.verify(target, max_seconds=float(request.seconds) * 2 + 10, max_pixels=MOST_PIXELS)
        except (BackendError, probing.BadMedia, FfmpegFailed) as failure:
            raise CommandError(f"{type(failure).__name__} ({failure.code}): {failure.sentence}") from failure
        sound = "with sound" if probe.has_audio else "without sound"
        self.stdout.write(
            f"{backend.alias}: {probe.codec} {probe.width}x{probe.height}, {probe.frames} frames {sound}, "
            f"in {time.monotonic() - began:.1f} s"
        )

    def _bring(self, backend: Backend, request: ShotRequest, target: Path, patience: float) -> None:
        if backend.draws_here:
            backend.draw(request, target, on_progress=lambda _share: None)
            return
        remote_id = backend.submit(request, key="check-backend")
        self.stdout.write(f"{backend.alias}: accepted as {remote_id}")
        self._wait(backend, remote_id, time.monotonic() + patience)
        backend.fetch(remote_id, target, on_bytes=lambda _size: None)

    def _wait(self, backend: Backend, remote_id: str, until: float) -> None:
        polls = 0
        while time.monotonic() < until:
            said = _poll(backend, remote_id)
            if said.state is RemoteState.DONE:
                return
            if said.state is not RemoteState.RUNNING:
                raise CommandError(f"{said.state.value}: {said.sentence}")
            time.sleep(poll_delay(polls, said.retry_after).total_seconds())
            polls += 1
        raise CommandError(f"{remote_id} was not done in time.")


def _poll(backend: Backend, remote_id: str) -> Progress:
    try:
        return backend.poll(remote_id)
    except Transient as busy:
        return Progress(RemoteState.RUNNING, retry_after=busy.retry_after)


def _shortest(backend: Backend) -> ShotRequest:
    """Return a request for the least that the backend can make, about a second if it may be any length."""
    seconds = min(backend.capabilities.lengths, default=max(backend.capabilities.shortest, Fraction(1)))
    width, height = min(backend.capabilities.sizes, default=(1280, 720))
    request = ShotRequest(prompt=ACTION, action=ACTION, frames=int(seconds * 24), width=width, height=height)
    backend.check(request)
    return request
