"""Nothing that a provider names leads into our own network, however it is written."""

import httpcore
import httpx
import pytest

from generation.addresses import Blocked, is_public, pin
from generation.backends.base import Transient
from generation.fetching import Source, check, download, origin_of

PUBLIC = "93.184.216.34"

WRONG_URLS = [
    "http://example.com/a.mp4",
    "http://example.com:443/a.mp4",
    "https://example.com:8443/a.mp4",
    "https://example.com:22/a.mp4",
    "https://example.com:0/a.mp4",
    "https://example.com:99999/a.mp4",
    "https://example.com:x/a.mp4",
    "ftp://example.com/a.mp4",
    "gopher://example.com/a.mp4",
    "file:///etc/passwd",
    "file://localhost/etc/passwd",
    "data:video/mp4;base64,AAAA",
    "javascript:alert(1)",
    "dict://example.com:11211/stat",
    "ldap://example.com",
    "concat:https://example.com/a",
    "//example.com/a.mp4",
    "example.com/a.mp4",
    "/a.mp4",
    "",
    "https://",
    "https:///a.mp4",
    "https://user@example.com/a.mp4",
    "https://user:word@example.com/a.mp4",
    "https://example.com@127.0.0.1/a.mp4",
    "https://@example.com/",
    "https://exa mple.com/a.mp4",
    "https://example.com/a\nb",
    "https://example.com\\@127.0.0.1/a.mp4",
    "https://ex\u00e4mple.com/a.mp4",
    "https://\u2460\u2461\u2466.0.0.1/a.mp4",
    "https://[fe80::1%25eth0]/a.mp4",
    "https://[::1/a.mp4",
    "https://example%2ecom/a.mp4",
    "https://example.com/" + "a" * 5000,
]

WRONG_ADDRESSES = [
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",  # noqa: S104 (nothing is bound to it)
    "0.1.2.3",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.127.255.254",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:93.184.216.34",
    "::ffff:a00:1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2002:a00:1::1",
    "2001:0:7f00:1::",
    "2001:db8::1",
    "100::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "localhost",
    "",
]

# Written so that only the system's own reader of addresses knows what they mean: they are resolved, then looked at.
DISGUISED_LOOPBACK = [
    "127.1",
    "127.0.1",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "0",
    "127.0.0.1.",
    "localhost",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::]",
]


@pytest.mark.parametrize("url", WRONG_URLS)
def test_a_url_that_is_not_plain_https_is_blocked(url):
    with pytest.raises(Blocked):
        check(url, ())


@pytest.mark.parametrize("address", WRONG_ADDRESSES)
def test_an_address_inside_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, "1.1.1.1", "172.15.0.1", "172.32.0.1", "2606:4700:4700::1111"])
def test_an_address_outside_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize("host", DISGUISED_LOOPBACK)
def test_a_disguised_inner_address_is_blocked_after_it_is_resolved(host, tmp_path):
    with pytest.raises((Blocked, Transient)):
        download(Source(f"https://{host}/a.mp4"), tmp_path / "a.mp4", max_seconds=2)

    assert not (tmp_path / "a.mp4").exists()


@pytest.mark.parametrize("answers", [["127.0.0.1"], [PUBLIC, "10.0.0.1"], ["10.0.0.1", PUBLIC], []])
def test_a_name_that_leads_inside_even_once_is_blocked(answers):
    with pytest.raises(Blocked, match=r"localtest\.me does not lead to the public internet"):
        pin("localtest.me", 443, lambda _host, _port: answers)


def test_a_name_is_resolved_once_and_that_answer_is_used():
    asked = []

    def changing(host, port):
        asked.append((host, port))
        return [PUBLIC] if len(asked) == 1 else ["127.0.0.1"]

    address = pin("rebinding.example", 443, changing)

    assert (address, asked) == (PUBLIC, [("rebinding.example", 443)])


def test_a_connection_goes_to_the_pinned_address_and_asks_nobody_again(monkeypatch, tmp_path):
    """Rebinding: the first answer is public, the second is not; whoever resolved twice would end on loopback."""
    connected, answers = [], iter([[PUBLIC], ["127.0.0.1"]])

    monkeypatch.setattr("httpcore.SyncBackend.connect_tcp", _refusing(connected))

    with pytest.raises(Transient):
        download(Source("https://rebinding.example/a"), tmp_path / "a", resolver=lambda _h, _p: next(answers))

    assert connected == [(PUBLIC, 443)]


def test_every_redirect_is_looked_at_like_a_new_url(provider, settings, tmp_path):
    settings.FETCH_OPEN_ORIGINS = [provider.url]
    provider.always("fetch", {"kind": "redirect", "to": "https://inside.example/a.mp4"})

    with pytest.raises(Blocked, match=r"inside\.example"):
        download(Source(f"{provider.url}/files/x.mp4"), tmp_path / "a", resolver=lambda _h, _p: ["192.168.0.7"])


def test_three_redirects_are_followed_and_a_fourth_is_not(provider, settings, tmp_path):
    settings.FETCH_OPEN_ORIGINS = [provider.url]
    back = {"kind": "redirect", "to": f"{provider.url}/files/x.mp4"}
    provider.misbehaves("fetch", back, back, back, "noise")
    arrived = download(Source(f"{provider.url}/files/x.mp4"), tmp_path / "a")

    provider.misbehaves("fetch", back, back, back, back, "noise")
    with pytest.raises(Blocked, match="too many redirects"):
        download(Source(f"{provider.url}/files/x.mp4"), tmp_path / "b")

    assert arrived.bytes == 20_000


def test_without_the_setting_a_loopback_address_is_blocked(provider, tmp_path):
    with pytest.raises(Blocked, match="only https"):
        download(Source(f"{provider.url}/files/x.mp4"), tmp_path / "a")


def test_an_opened_origin_is_that_origin_and_no_other_port(provider, settings, tmp_path):
    settings.FETCH_OPEN_ORIGINS = [provider.url]

    with pytest.raises(Blocked):
        download(Source("http://127.0.0.1:9/files/x.mp4"), tmp_path / "a")


def test_more_bytes_than_we_take_are_not_written(provider, settings, tmp_path):
    settings.FETCH_OPEN_ORIGINS = [provider.url]
    provider.misbehaves("fetch", "noise")

    with pytest.raises(Blocked, match="larger"):
        download(Source(f"{provider.url}/files/x.mp4"), tmp_path / "a", max_bytes=1000)


def test_a_drip_ends_when_the_time_for_everything_is_over(provider, settings, tmp_path):
    settings.FETCH_OPEN_ORIGINS = [provider.url]
    provider.reset()
    provider.misbehaves("fetch", "drip")

    with pytest.raises(Transient) as late:
        download(Source(f"{provider.url}/files/x.mp4"), tmp_path / "a", max_seconds=0.3)

    assert late.value.code in ("fetch_ReadTimeout", "fetch_RemoteProtocolError")


def test_the_way_is_told_while_it_comes(provider, settings, tmp_path):
    settings.FETCH_OPEN_ORIGINS = [provider.url]
    provider.misbehaves("fetch", "noise")
    told = []

    got = download(Source(f"{provider.url}/files/x.mp4"), tmp_path / "a", on_bytes=told.append)

    assert (told[-1], got.bytes, (tmp_path / "a").stat().st_size) == (20_000, 20_000, 20_000)


def test_a_proxy_in_the_environment_is_not_used(provider, settings, tmp_path, monkeypatch):
    settings.FETCH_OPEN_ORIGINS = [provider.url]
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    provider.misbehaves("fetch", "noise")

    assert download(Source(f"{provider.url}/files/x.mp4"), tmp_path / "a").bytes == 20_000


def test_our_key_stays_at_its_own_origin(provider, settings, tmp_path, monkeypatch):
    settings.FETCH_OPEN_ORIGINS = [provider.url, "http://localhost:" + provider.url.rsplit(":", 1)[1]]
    seen = _seen_headers(monkeypatch)
    elsewhere = provider.url.replace("127.0.0.1", "localhost")
    provider.misbehaves("fetch", {"kind": "redirect", "to": f"{elsewhere}/files/x.mp4"}, "noise")

    download(Source(f"{provider.url}/files/x.mp4", headers={"Authorization": "Bearer secret"}), tmp_path / "a")

    assert seen == [("127.0.0.1", "Bearer secret"), ("localhost", None)]


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://Example.COM/a", "https://example.com:443"),
        ("https://example.com./a", "https://example.com:443"),
        ("http://127.0.0.1:8000/a", "http://127.0.0.1:8000"),
        ("http://example.com", "http://example.com:80"),
    ],
)
def test_an_origin_is_scheme_host_and_port(url, origin):
    assert origin_of(url) == origin


def _refusing(connected: list):
    def connect(_self, host, port, *_rest, **_more):
        connected.append((host, port))
        raise httpcore.ConnectError("refused")

    return connect


def _seen_headers(monkeypatch) -> list:
    seen, stream = [], httpx.Client.stream

    def noting(self, method, url, *, headers=None, **more):
        seen.append((httpx.URL(url).host, (headers or {}).get("Authorization")))
        return stream(self, method, url, headers=headers, **more)

    monkeypatch.setattr("httpx.Client.stream", noting)
    return seen
