"""From wish to film with a bucket as the storage: kept, served by signed addresses, swept, and waited for."""

import hashlib
from datetime import timedelta

import httpx
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone

from generation import filing
from generation.films import request_film
from generation.joining import step_film
from generation.life import step
from generation.models import Job, State
from generation.requesting import request_take
from generation.running import run_until_done
from storyboards import serving
from storyboards.models import Asset, Film, Take
from tests import make
from tests.generation.conftest import DEAR
from tests.soraease_web.conftest import options_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def on_s3(bucket, settings):
    """Make the bucket the storage; call it with other options to break that."""

    def configure(**more):
        options = options_of(bucket) | more
        default = {"BACKEND": "soraease_web.objects.PrivateStorage", "OPTIONS": options}
        settings.STORAGES = {**settings.STORAGES, "default": default}
        settings.S3_ENDPOINT = settings.S3_PUBLIC_ENDPOINT = bucket.server
        serving._public_storage.cache_clear()

    settings.GENERATION_BACKENDS = {"dear": DEAR}
    configure()
    yield configure
    serving._public_storage.cache_clear()


@pytest.fixture
def shot(team):
    return make.shot(make.scene(make.storyboard(team, scenes=0)), frames=24)


def brought(answer) -> bytes:
    """Follow the way to the bucket, as a browser does."""
    assert answer.status_code == 302
    return httpx.get(answer.url, timeout=20, trust_env=False).raise_for_status().content


def test_a_script_becomes_a_film_that_is_downloaded_from_the_bucket(on_s3, shot, alice, client, bucket):
    take = request_take(shot, "dear", alice)
    run_until_done([take.pk])
    film = request_film(shot.scene.storyboard, alice, stand_ins=False)
    step_film(film.pk)
    client.force_login(alice)

    film.refresh_from_db()
    take.refresh_from_db()
    whole = brought(client.get(reverse("asset", args=[film.asset_id]) + "?download=1"))
    picture = brought(client.get(reverse("asset", args=[take.poster_id])))

    assert (take.state, film.state) == (Take.State.DONE, Film.State.DONE)
    assert hashlib.sha256(whole).hexdigest() == film.asset.sha256
    assert picture[8:12] == b"WEBP"
    stored = {entry["Key"] for entry in bucket.client.list_objects_v2(Bucket=bucket.name)["Contents"]}
    assert {asset.stored_name for asset in Asset.objects.all()} <= stored


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param({"endpoint_url": "http://127.0.0.1:9"}, id="23-away"),
        pytest.param({"bucket_name": "not-there"}, id="23-no-bucket"),
    ],
)
def test_23_a_bucket_that_takes_nothing_is_waited_for_and_the_shot_is_paid_once(
    broken, on_s3, shot, alice, team, caplog
):
    on_s3(**broken)
    take = request_take(shot, "dear", alice)
    step(take.jobs.get().pk)
    job = take.jobs.get()
    waiting = job.state, Asset.objects.count()

    on_s3()
    Job.objects.update(next_due_at=Now())
    run_until_done([take.pk])

    take.refresh_from_db()
    assert waiting == (State.VERIFYING, 0)
    assert f"The storage did not take the result of job {job.pk}" in caplog.text
    assert (take.state, team.lines.balance()) == (Take.State.DONE, 195)


def test_a_bucket_is_swept_both_ways(on_s3, shot, alice, team, monkeypatch):
    take = request_take(shot, "dear", alice)
    run_until_done([take.pk])
    Asset.objects.update(created_at=timezone.now() - timedelta(hours=2))
    take.refresh_from_db()
    orphan = default_storage.save(f"teams/{team.pk}/takes/orphan.mp4", ContentFile(b"nobody"))
    young = filing.orphan_files()
    monkeypatch.setattr(filing, "ORPHAN_AGE", timedelta(seconds=-60))
    default_storage.delete(take.asset.stored_name)

    swept, lost = filing.orphan_files(), filing.lost_files()

    take.asset.refresh_from_db()
    assert (young, swept > 0, lost) == (0, True, 1)
    assert (default_storage.exists(orphan), default_storage.exists(take.mezzanine.stored_name)) == (False, True)
    assert take.asset.missing_since is not None
    assert Asset.objects.exclude(missing_since=None).count() == 1
