import asyncio
import hashlib
import tracemalloc

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import AsyncClient
from django.urls import reverse

from storyboards import serving
from storyboards.models import Asset, Film
from tests import make

DATA = bytes(range(256)) * 40
SIZE = len(DATA)


@pytest.fixture
def asset(cast):
    return stored(cast.team)


@pytest.fixture
def address(asset):
    return reverse("asset", args=[asset.pk])


def stored(team, *, data=DATA, name="teams/1/takes/a.mp4", mime="video/mp4"):
    default_storage.save(name, ContentFile(data))
    digest = hashlib.sha256(data).hexdigest()
    return Asset.objects.create(team=team, kind="take", file=name, mime=mime, bytes=len(data), sha256=digest)


def body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_the_whole_file_with_headers_that_keep_it_private(carol, asset, address):
    response = carol.get(address)

    assert body(response) == DATA
    headers = {
        "Content-Type": "video/mp4",
        "Content-Length": str(SIZE),
        "Accept-Ranges": "bytes",
        "ETag": f'"{asset.sha256}"',
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, max-age=3600",
    }
    assert {name: response.headers[name] for name in headers} == headers
    assert response.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")


@pytest.mark.parametrize(
    ("wanted", "start", "end"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=0-", 0, SIZE),
        ("bytes=100-199", 100, 200),
        ("bytes=10000-", 10000, SIZE),
        ("bytes=-500", SIZE - 500, SIZE),
        (f"bytes=-{SIZE * 9}", 0, SIZE),
        (f"bytes=5-{SIZE * 9}", 5, SIZE),
    ],
)
def test_parts(carol, address, wanted, start, end):
    response = carol.get(address, headers={"Range": wanted})

    whole = (start, end) == (0, SIZE)
    assert response.status_code == (200 if whole else 206)
    assert body(response) == DATA[start:end]
    assert response.headers["Content-Length"] == str(end - start)
    if not whole:
        assert response.headers["Content-Range"] == f"bytes {start}-{end - 1}/{SIZE}"


@pytest.mark.parametrize("wanted", [f"bytes={SIZE}-", "bytes=99999-100000", "bytes=-0"])
def test_a_part_that_is_not_there(carol, address, wanted):
    response = carol.get(address, headers={"Range": wanted})

    assert (response.status_code, response.headers["Content-Range"]) == (416, f"bytes */{SIZE}")


@pytest.mark.parametrize(
    "wanted", ["bytes=-", "bytes=5-2", "bytes=a-b", "items=0-1", "bytes=0-1,5-9", "", "bytes=" + "9" * 99]
)
def test_what_is_no_part_is_answered_with_the_whole(carol, address, wanted):
    response = carol.get(address, headers={"Range": wanted})

    assert (response.status_code, body(response)) == (200, DATA)


def test_a_part_of_an_older_version_is_answered_with_the_whole(carol, asset, address):
    fresh = carol.get(address, headers={"Range": "bytes=0-9", "If-Range": f'"{asset.sha256}"'})
    stale = carol.get(address, headers={"Range": "bytes=0-9", "If-Range": '"older"'})

    assert (body(fresh), body(stale)) == (DATA[:10], DATA)


def test_what_the_browser_has_is_not_sent_again(carol, asset, address):
    response = carol.get(address, headers={"If-None-Match": f'"{asset.sha256}"'})

    assert (response.status_code, response.content) == (304, b"")


def test_head_tells_the_length_and_sends_nothing(carol, address):
    response = carol.head(address, headers={"Range": "bytes=-5"})

    assert (response.status_code, response.headers["Content-Length"], body(response)) == (206, "5", b"")


def test_a_download_has_a_name_that_says_what_it_is(carol, cast, asset, address):
    board = make.storyboard(cast.team, title='The "Last" / Lamp: ünïcode')
    Film.objects.create(storyboard=board, number=2, cut=[], asset=asset)

    response = carol.get(f"{address}?download=1")

    assert response.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''The%20Last%20Lamp")
    assert response.headers["Content-Disposition"].endswith("version%202.mp4")


def test_a_takes_download_names_shot_and_take(carol, cast, asset, address):
    shot = make.storyboard(cast.team).scenes.get().shots.get()
    make.take(shot, number=3, asset=asset)

    disposition = carol.get(f"{address}?download=1").headers["Content-Disposition"]

    assert disposition == 'attachment; filename="The Last Lamp, shot 1, take 3.mp4"'


def test_a_file_that_says_it_is_a_page_is_never_shown_as_one(carol, cast):
    page = stored(cast.team, data=b"<script>alert(1)</script>", name="teams/1/x.html", mime="text/html")

    response = carol.get(reverse("asset", args=[page.pk]))

    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"].startswith("attachment")


def test_a_file_that_is_lost_is_not_there(carol, asset, address):
    default_storage.delete(asset.file.name)

    assert carol.get(address).status_code == 404


def test_a_visitor_does_not_get_the_file(client, address):
    assert client.get(address).status_code == 302


def test_a_large_file_is_sent_in_small_pieces(carol, cast):
    large = stored(cast.team, data=b"x" * 24_000_000, name="teams/1/large.mp4")
    tracemalloc.start()

    response = carol.get(reverse("asset", args=[large.pk]))
    sent = sum(len(chunk) for chunk in response.streaming_content)

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (sent, peak < 4_000_000) == (24_000_000, True)


@pytest.mark.django_db(transaction=True)
def test_under_asgi_the_file_is_sent_without_holding_up_others():
    team = make.person("alice").teams.get()
    asset = stored(team)
    client = AsyncClient()
    client.force_login(team.members.get())

    async def fetch():
        response = await client.get(reverse("asset", args=[asset.pk]), headers={"Range": "bytes=256-9999"})
        assert response.is_async
        return response, b"".join([chunk async for chunk in response.streaming_content])

    response, sent = asyncio.run(fetch())

    assert (response.status_code, sent) == (206, DATA[256:10000])


def test_s3_is_asked_by_a_signed_address(carol, asset, address, settings, monkeypatch):
    options = {
        "bucket_name": "private",
        "endpoint_url": "http://storage:9000",
        "region_name": "us-east-1",
        "access_key": "key",
        "secret_key": "secret",
        "addressing_style": "path",
        "signature_version": "s3v4",
        "querystring_expire": 300,
    }
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options},
    }
    settings.S3_PUBLIC_ENDPOINT = "https://files.example.com"
    serving._public_storage.cache_clear()

    response = carol.get(f"{address}?download=1")

    serving._public_storage.cache_clear()
    assert response.status_code == 302
    assert response.url.startswith("https://files.example.com/private/teams/1/takes/a.mp4?")
    assert "X-Amz-Signature=" in response.url
    assert "response-content-disposition=attachment" in response.url
    assert "response-content-type=video%2Fmp4" in response.url
    assert response.headers["Cache-Control"] == "no-store"
