"""What backends behind HTTP share: one clock per exchange, capped answers, and status codes put into our five errors.

On a create the question is always the same: can the provider have it? Only a connection that never stood, or a clear
refusal, proves that it has not.
"""

import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import Enum
from pathlib import Path
from typing import Any, NoReturn

import httpx
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext as _

from generation.addresses import Blocked
from generation.backends.base import Ambiguous, Backend, Fetched, Misconfigured, Rejected, Transient
from generation.fetching import Source, download
from generation.pace import ANSWER_SECONDS, FETCH_SECONDS, SUBMIT_SECONDS
from generation.wire import client

logger = logging.getLogger(__name__)

MOST_ANSWER_BYTES = 1 << 20
NEVER_ARRIVED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
BUSY = {425, 429}
NO_ACCESS = {401, 402, 403}
LONGEST_REASON = 300


class Intent(Enum):
    """A create may be billed, so it must not be repeated blindly; anything else may."""

    CREATE = "create"
    ASK = "ask"


class HttpBackend(Backend):
    """A provider behind HTTP and JSON. Subclasses say paths and payloads, nothing else."""

    needs_key = True
    submit_seconds: float = SUBMIT_SECONDS
    answer_seconds: float = ANSWER_SECONDS
    fetch_seconds: float = FETCH_SECONDS

    def __init__(self, *, alias: str, base_url: str, key: str = ""):
        super().__init__(alias=alias)
        if not base_url.startswith(("https://", "http://")):
            raise ImproperlyConfigured(f"The base_url of {alias!r} must begin with https:// or http://.")
        if self.needs_key and not key:
            raise ImproperlyConfigured(f"The backend {alias!r} has no key.")
        self.base_url = base_url.rstrip("/")
        self._key = key

    def headers(self) -> dict[str, str]:
        """Return what every call to the provider carries; they go to its own origin alone."""
        return {"Authorization": f"Bearer {self._key}"} if self._key else {}

    # --- calls --------------------------------------------------------------------------------------------------------

    def create(self, path: str, payload: dict[str, Any], *, headers: dict[str, str] | None = None) -> dict[str, Any]:
        """Return the answer to a create; raise Transient only if it has provably not arrived, else Ambiguous."""
        return self._call(Intent.CREATE, "POST", path, payload=payload, headers=headers)

    def ask(self, method: str, path: str, *, payload: dict[str, Any] | None = None) -> dict[str, Any]:
        """Return the answer to a call that may be repeated; raise Transient for whatever may go better next time."""
        return self._call(Intent.ASK, method, path, payload=payload)

    def fetch_from(self, url: str, target: Path, on_bytes: Callable[[int], None]) -> Fetched:
        """Write the result at `url` to `target`; raise Rejected for an address that we do not speak to."""
        ours = url.startswith(self.base_url + "/")
        source = Source(url, headers=self.headers() if ours else {}, trusted=(self.base_url,))
        try:
            return download(source, target, max_seconds=self.fetch_seconds, on_bytes=on_bytes)
        except Blocked as blocked:
            logger.error("Backend %s sent us somewhere we do not go: %s", self.alias, blocked)
            raise Rejected(
                _("The backend’s result lies at an address that we do not fetch from."), code="blocked"
            ) from blocked

    def _call(
        self,
        intent: Intent,
        method: str,
        path: str,
        *,
        payload: dict[str, Any] | None,
        headers: dict[str, str] | None = None,
    ) -> dict[str, Any]:
        seconds = self.submit_seconds if intent is Intent.CREATE else self.answer_seconds
        sent = {**self.headers(), **(headers or {}), "Accept": "application/json"}
        try:
            with (
                client(seconds) as wire,
                wire.stream(method, f"{self.base_url}{path}", json=payload, headers=sent) as answer,
            ):
                body = _capped(answer)
        except NEVER_ARRIVED as error:
            raise Transient(self._away(), code="unreachable") from error
        except (httpx.HTTPError, TooLong) as error:
            self._unclear(intent, type(error).__name__, error)
        return self._read(intent, answer, body)

    # --- what answers mean --------------------------------------------------------------------------------------------

    def _read(self, intent: Intent, answer: httpx.Response, body: bytes) -> dict[str, Any]:
        if answer.is_success:
            return self._parsed(intent, body)
        if answer.status_code in NO_ACCESS:
            raise Misconfigured(_("%s does not accept our access.") % self.label, code=f"http_{answer.status_code}")
        wish = retry_after(answer.headers)
        if answer.status_code in BUSY or (answer.status_code == httpx.codes.SERVICE_UNAVAILABLE and wish is not None):
            raise Transient(_("%s is busy.") % self.label, retry_after=wish)
        if answer.is_client_error and answer.status_code != httpx.codes.REQUEST_TIMEOUT:
            raise Rejected(self.reason(body), code=f"http_{answer.status_code}")
        return self._unclear(intent, f"http_{answer.status_code}", None, wish)

    def _parsed(self, intent: Intent, body: bytes) -> dict[str, Any]:
        try:
            said = json.loads(body)
        except ValueError as error:
            self._unclear(intent, "not_json", error)
        if not isinstance(said, dict):
            self._unclear(intent, "not_an_object", None)
        return said

    def remote_id(self, said: dict[str, Any], name: str = "id") -> str:
        """Return the provider's id in the answer to a create; without a usable one the outcome is not known."""
        found = said.get(name)
        if not isinstance(found, str) or not 0 < len(found) <= 200 or not found.isprintable():
            self._unclear(Intent.CREATE, "no_id", None)
        return found

    def id_in(self, body: bytes, name: str = "id") -> str:
        """Return the provider's id that the JSON of a webhook names; nothing when it names none."""
        try:
            found = json.loads(body).get(name)
        except (ValueError, AttributeError):
            return ""
        return found if isinstance(found, str) else ""

    def reason(self, body: bytes) -> str:
        """Return why the provider declined, fit for the user: its own words without ours, else a plain sentence."""
        try:
            error = json.loads(body).get("error", {})
            words = error.get("message") if isinstance(error, dict) else error
        except (ValueError, AttributeError):
            words = None
        if not isinstance(words, str) or not words.strip():
            return _("%s declined this shot.") % self.label
        return _("%(title)s declined this shot: %(reason)s") % {
            "title": self.label,
            "reason": self.scrubbed(words)[:LONGEST_REASON],
        }

    def scrubbed(self, words: str) -> str:
        """Return `words` in one line, without our key."""
        plain = " ".join(words.split())
        return plain.replace(self._key, "…") if self._key else plain

    def _away(self) -> str:
        return _("%s cannot be reached.") % self.label

    def _unclear(self, intent: Intent, code: str, error: Exception | None, wish: float | None = None) -> NoReturn:
        if intent is Intent.CREATE:
            raise Ambiguous(_("%s did not answer clearly.") % self.label, code=code) from error
        raise Transient(self._away(), code=code, retry_after=wish) from error


class TooLong(Exception):
    """The answer is larger than any answer should be."""


def _capped(answer: httpx.Response) -> bytes:
    body = b""
    for chunk in answer.iter_raw():
        body += chunk
        if len(body) > MOST_ANSWER_BYTES:
            raise TooLong
    return body


def retry_after(headers: httpx.Headers) -> float | None:
    """Return the seconds that a Retry-After header asks for, written as seconds or as a date; None without one."""
    said = headers.get("retry-after", "").strip()
    if said.replace(".", "", 1).isdecimal():
        return float(said)
    try:
        when = parsedate_to_datetime(said)
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())
