"""The production storage, against a server that speaks S3 and checks signatures."""

import hashlib
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command

from soraease_web.management.commands.make_bucket import make_bucket
from soraease_web.objects import PrivateStorage
from tests.soraease_web.conftest import make_storage

ROOT = Path(__file__).resolve().parents[2]
MEGABYTE = 1024 * 1024


def get(url: str, **headers: str) -> httpx.Response:
    return httpx.get(url, headers=headers, timeout=20, trust_env=False)


def read(storage: PrivateStorage, name: str) -> bytes:
    with storage.open(name) as file:
        return file.read()


def test_what_is_stored_can_be_read_back(s3):
    name = s3.save("teams/1/films/1.mp4", ContentFile(b"a film"))

    assert name == "teams/1/films/1.mp4"
    assert (s3.exists(name), s3.size(name), read(s3, name)) == (True, 6, b"a film")


def test_storing_under_the_same_key_replaces(s3):
    s3.save("teams/1/takes/a.mp4", ContentFile(b"first"))

    name = s3.save("teams/1/takes/a.mp4", ContentFile(b"second"))

    assert name == "teams/1/takes/a.mp4"
    assert read(s3, name) == b"second"


def test_what_is_deleted_is_gone(s3):
    name = s3.save("teams/1/takes/b.mp4", ContentFile(b"b"))

    s3.delete(name)

    assert not s3.exists(name)


def test_a_stranger_without_a_signature_gets_nothing(s3, bucket):
    name = s3.save("teams/1/films/secret.mp4", ContentFile(b"secret"))

    assert get(f"{bucket.server}/{bucket.name}/{name}").status_code == 403


def test_a_signed_address_opens_one_object(s3):
    name = s3.save("teams/1/films/2.mp4", ContentFile(b"a film"))

    response = get(s3.url(name))

    assert (response.status_code, response.content) == (200, b"a film")


def test_a_signed_address_gives_a_range(s3):
    name = s3.save("teams/1/films/3.mp4", ContentFile(b"0123456789"))

    response = get(s3.url(name), Range="bytes=2-4")

    assert (response.status_code, response.content) == (206, b"234")


def test_a_signed_address_can_name_the_download(s3):
    name = s3.save("teams/1/films/4.mp4", ContentFile(b"a film"))

    response = get(s3.url(name, {"ResponseContentDisposition": 'attachment; filename="lamp.mp4"'}))

    assert response.headers["Content-Disposition"] == 'attachment; filename="lamp.mp4"'


def test_a_signed_address_lives_five_minutes(s3):
    query = parse_qs(urlsplit(s3.url("teams/1/films/4.mp4")).query)

    assert query["X-Amz-Expires"] == ["300"]


def test_a_signed_address_ends(s3):
    name = s3.save("teams/1/films/5.mp4", ContentFile(b"a film"))
    url = s3.url(name, expire=1)
    end = time.monotonic() + 10

    while get(url).status_code == 200 and time.monotonic() < end:
        time.sleep(0.2)

    assert get(url).status_code == 403


def test_a_signed_address_opens_nothing_else(s3):
    s3.save("teams/1/films/6.mp4", ContentFile(b"mine"))
    s3.save("teams/2/films/6.mp4", ContentFile(b"theirs"))

    tampered = s3.url("teams/1/films/6.mp4").replace("teams/1/", "teams/2/")

    assert get(tampered).status_code == 403


def test_browsers_are_sent_to_the_buckets_public_name(bucket):
    inside = make_storage(bucket, public_endpoint="https://media.example.com")

    url = urlsplit(inside.url("teams/1/films/7.mp4"))

    assert (url.scheme, url.netloc, url.path) == ("https", "media.example.com", "/films/teams/1/films/7.mp4")
    assert parse_qs(url.query)["X-Amz-Expires"] == ["300"]


def test_an_address_signed_for_the_public_name_works_there(bucket):
    public = bucket.server.replace("127.0.0.1", "localhost")
    inside = make_storage(bucket, public_endpoint=public)
    name = inside.save("teams/1/films/8.mp4", ContentFile(b"a film"))

    url = inside.url(name)

    assert url.startswith(public)
    assert get(url).content == b"a film"


def test_an_option_that_does_not_exist_is_refused(bucket):
    with pytest.raises(ImproperlyConfigured):
        make_storage(bucket, colour="blue")


def large_file(path: Path, megabytes: int) -> tuple[Path, str]:
    """Return a file of that length and its SHA-256."""
    digest = hashlib.sha256()
    with path.open("wb") as file:
        for number in range(megabytes):
            chunk = number.to_bytes(4, "big") * (MEGABYTE // 4)
            digest.update(chunk)
            file.write(chunk)
    return path, digest.hexdigest()


def test_a_large_file_goes_up_and_comes_down_without_filling_memory(bucket, tmp_path):
    code = f"""
import hashlib, resource, sys
from django.conf import settings
settings.configure(USE_TZ=True)
from django.core.files.base import File
from types import SimpleNamespace
from soraease_web.objects import PrivateStorage
from tests.soraease_web.conftest import make_storage
storage = make_storage(SimpleNamespace(name={bucket.name!r}, server={bucket.server!r}))
storage.exists("warm")
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
with open(sys.argv[1], "rb") as file:
    storage.save("teams/1/films/large.mp4", File(file))
digest = hashlib.sha256()
with storage.open("teams/1/films/large.mp4") as film:
    while chunk := film.read(1024 * 1024):
        digest.update(chunk)
print(digest.hexdigest(), (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""
    large, digest = large_file(tmp_path / "large.mp4", megabytes=160)

    done = subprocess.run(
        [sys.executable, "-c", code, str(large)], cwd=ROOT, capture_output=True, text=True, check=True, timeout=200
    )

    read, grown = done.stdout.split()
    assert read == digest
    assert int(grown) < 100


def test_a_missing_bucket_is_created_once(bucket):
    first = make_bucket(bucket.client, "new-films")

    assert first == "The bucket new-films was created."
    assert make_bucket(bucket.client, "new-films") == "The bucket new-films is there."


def test_without_s3_there_is_no_bucket_to_create(settings):
    settings.S3_BUCKET = ""

    with pytest.raises(CommandError, match="S3_BUCKET is not set"):
        call_command("make_bucket")
