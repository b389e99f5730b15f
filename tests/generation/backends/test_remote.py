"""The HTTP base, driven against the tests' provider in each of its modes."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest
from django.core.exceptions import ImproperlyConfigured

from generation.backends import get_backend
from generation.backends.base import Rejected
from generation.backends.http import retry_after
from generation.cutting import probing
from tests.generation.backends.contract import RemoteContract, a_request
from tests.provider.server import KEY


class Wire:
    """The provider's misdeeds by the names of the contract."""

    key = KEY

    def __init__(self, provider, backend):
        self.provider, self.backend = provider, backend

    @property
    def asked(self) -> int:
        return self.provider.counted("submit")

    def declines(self):
        self.provider.misbehaves("submit", "refused")

    def is_busy(self, seconds: int):
        self.provider.misbehaves("submit", {"kind": "status", "status": 429, "headers": {"Retry-After": str(seconds)}})

    def hangs(self):
        for what in ("submit", "poll"):
            self.provider.misbehaves(what, {"kind": "hang", "seconds": 3})

    def breaks(self):
        for what in ("submit", "poll"):
            self.provider.misbehaves(what, "reset")

    def locks_us_out(self):
        self.provider.misbehaves("submit", {"kind": "status", "status": 401})

    def is_away(self):
        self.backend.base_url = "http://127.0.0.1:9"


@pytest.fixture
def probe():
    return lambda path: probing.verify(path, max_seconds=10, max_pixels=1 << 24)


@pytest.fixture(params=[{}, {"idempotent": True, "cancel": True}, {"find": True}], ids=["plain", "keyed", "listable"])
def backend(request, fake):
    fake(**request.param)
    return get_backend("fake")


@pytest.fixture
def wire(backend, provider):
    return Wire(provider, backend)


class TestRemote(RemoteContract):
    pass


def test_a_backend_without_a_key_cannot_be_made(settings, fake):
    provider = fake()
    options = provider.options(key="")
    settings.GENERATION_BACKENDS = {"fake": {"BACKEND": "tests.provider.backend.FakeBackend", "OPTIONS": options}}

    with pytest.raises(ImproperlyConfigured, match="'fake' has no key"):
        get_backend("fake")


@pytest.mark.parametrize("address", ["ftp://x", "127.0.0.1:80", ""])
def test_a_backend_needs_an_http_address(address, settings, fake):
    options = fake().options(base_url=address)
    settings.GENERATION_BACKENDS = {"fake": {"BACKEND": "tests.provider.backend.FakeBackend", "OPTIONS": options}}

    with pytest.raises(ImproperlyConfigured, match="must begin with https://"):
        get_backend("fake")


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("7", 7.0), ("0.5", 0.5), ("", None), ("soon", None), ("-3", None), ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0)],
)
def test_retry_after_is_read_as_seconds(said, seconds):
    assert retry_after(httpx.Headers({"Retry-After": said})) == seconds


def test_retry_after_is_read_as_a_date():
    in_a_minute = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)

    assert 55 < retry_after(httpx.Headers({"Retry-After": in_a_minute})) <= 60


def test_the_providers_words_are_shown_without_our_key(fake):
    fake()
    backend = get_backend("fake")

    told = backend.reason(f'{{"error": {{"message": "Key {KEY}\\nis   tired"}}}}'.encode())

    assert told == "Fake declined this shot: Key … is tired"


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b'{"error": 4}', b'{"error": {"message": 3}}', b'{"error": {}}']
)
def test_a_refusal_without_words_still_has_a_sentence(body, fake):
    fake()

    assert get_backend("fake").reason(body) == "Fake declined this shot."


def test_a_redirect_of_a_create_is_not_followed(fake):
    provider = fake()
    provider.misbehaves("submit", "redirect")

    with pytest.raises(Exception, match="did not answer clearly"):
        get_backend("fake").submit(a_request(), key="one")

    assert provider.counted("submit") == 1


def test_the_key_goes_to_the_providers_own_address_only(fake, provider, tmp_path):
    fake()
    backend = get_backend("fake")

    with pytest.raises(Rejected, match="an address that we do not fetch from"):
        backend.fetch_from("http://127.0.0.1:9/elsewhere.mp4", tmp_path / "x.mp4", lambda _size: None)
