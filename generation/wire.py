"""HTTP with a clock on the whole exchange, and with addresses that are chosen once, by us."""

import ssl
import time
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import httpcore
import httpx

AGENT = "SoraEase"
Pin = Callable[[str, int], str]


class Deadline:
    """So many seconds for everything together; a peer that sends one byte a second does not get more."""

    def __init__(self, seconds: float):
        self.end = time.monotonic() + seconds

    def clip(self, timeout: float | None) -> float:
        """Return `timeout`, or what is left if that is less; never below a millisecond."""
        left = max(0.001, self.end - time.monotonic())
        return left if timeout is None else min(left, timeout)

    @property
    def is_over(self) -> bool:
        """Whether nothing is left."""
        return time.monotonic() >= self.end


class _Stream(httpcore.NetworkStream):
    """A connection that obeys the deadline."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline):
        self.inner, self.deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self.deadline.is_over:
            raise httpcore.ReadTimeout("out of time")
        return self.inner.read(max_bytes, self.deadline.clip(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if self.deadline.is_over:
            raise httpcore.WriteTimeout("out of time")
        self.inner.write(buffer, self.deadline.clip(timeout))

    def close(self) -> None:
        self.inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        tls = self.inner.start_tls(ssl_context, server_hostname, self.deadline.clip(timeout))
        return _Stream(tls, self.deadline)

    def get_extra_info(self, info: str) -> Any:
        return self.inner.get_extra_info(info)


class _Network(httpcore.NetworkBackend):
    """Connects to the address that `pin` chooses; certificate and Host still name the host."""

    def __init__(self, deadline: Deadline, pin: Pin | None):
        self.deadline, self.pin = deadline, pin
        self.inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        address = self.pin(host, port) if self.pin else host
        limit = self.deadline.clip(timeout)
        return _Stream(self.inner.connect_tcp(address, port, limit, local_address, socket_options), self.deadline)


@cache
def _authorities() -> ssl.SSLContext:
    """Whom we believe; reading them takes longer than most exchanges, so it is done once."""
    return httpx.create_ssl_context(trust_env=False)


class _Transport(httpx.HTTPTransport):
    def __init__(self, deadline: Deadline, pin: Pin | None):
        super().__init__(verify=_authorities(), trust_env=False)
        # httpx has no door for a network of one's own; its transport is a thin coat around this pool.
        self._pool = httpcore.ConnectionPool(ssl_context=_authorities(), network_backend=_Network(deadline, pin))


def client(seconds: float, *, pin: Pin | None = None) -> httpx.Client:
    """Return a client for one exchange of at most `seconds` in all: no redirects, no proxies from the environment."""
    return httpx.Client(
        transport=_Transport(Deadline(seconds), pin),
        timeout=httpx.Timeout(seconds, connect=min(10.0, seconds)),
        headers={"User-Agent": AGENT, "Accept-Encoding": "identity"},
        trust_env=False,
        follow_redirects=False,
    )
