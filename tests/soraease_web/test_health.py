import logging
import time
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import OperationalError, connection
from django.db.models.functions import Now

from generation.models import Pulse
from soraease_web import health, live, probes
from tests import make


@pytest.fixture
def ticking(transactional_db):
    Pulse.objects.update_or_create(name="tick", defaults={"at": Now()})


@pytest.fixture(autouse=True)
def _nothing_remembered():
    health._storage_good_until[0] = 0.0


def fail(error: Exception):
    def check(*_ignored):
        raise error

    return check


def test_healthz_asks_nothing_else(client):
    response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok")
    assert "no-store" in response.headers["Cache-Control"]


def test_readyz_is_ready_when_everything_is_there(client, ticking):
    response = client.get("/readyz")

    assert response.json() == {"ready": True, "checks": dict.fromkeys(health.CHECKS, "ok")}
    assert response.status_code == 200


def test_readyz_is_not_ready_without_a_tick(client, transactional_db):
    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["checks"]["tick"].startswith("NotReady: the tick has not been seen for 15 seconds")


@pytest.mark.parametrize(("age", "answer"), [(12, 200), (18, 503)])
def test_readyz_believes_a_tick_for_15_seconds(client, transactional_db, age, answer):
    Pulse.objects.create(name="tick", at=Now() - timedelta(seconds=age))

    assert client.get("/readyz").status_code == answer


def test_readyz_notices_a_broker_that_is_away(client, ticking, settings, monkeypatch):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    monkeypatch.setattr(health, "bell", live.Bell())

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["checks"]["broker"].startswith("ConnectionError")


def test_readyz_notices_a_missing_migration(client, ticking, monkeypatch):
    monkeypatch.setattr(health.MigrationExecutor, "migration_plan", lambda *_: ["0002_something"])

    assert "1 migrations are missing" in client.get("/readyz").json()["checks"]["migrations"]


def test_readyz_notices_a_storage_that_cannot_be_written(client, ticking, settings, tmp_path):
    (tmp_path / "media").write_text("a file where the folder should be")

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["checks"]["storage"] != "ok"


def test_readyz_leaves_nothing_but_its_probe_in_the_storage(client, ticking):
    client.get("/readyz")
    health._storage_good_until[0] = 0.0
    client.get("/readyz")

    assert default_storage.listdir("health")[1] == ["probe.txt"]


def test_readyz_asks_the_storage_once_in_a_while(client, ticking, monkeypatch):
    client.get("/readyz")
    monkeypatch.setattr(type(default_storage._wrapped), "save", fail(OSError("asked again")))

    assert client.get("/readyz").json()["checks"]["storage"] == "ok"


def test_readyz_waits_a_second_and_no_more(client, ticking, monkeypatch):
    monkeypatch.setitem(health.CHECKS, "broker", lambda: time.sleep(3))
    started = time.monotonic()

    response = client.get("/readyz")

    assert time.monotonic() - started < 2
    assert response.json()["checks"]["broker"] == "no answer"


def test_readyz_answers_when_the_database_does_not(client, ticking, monkeypatch):
    monkeypatch.setitem(health.CHECKS, "database", fail(OperationalError("connection refused\nmore lines")))

    response = client.get("/readyz")

    assert response.json()["checks"]["database"] == "OperationalError: connection refused"


def test_readyz_tells_a_stranger_of_a_production_nothing_else(client, ticking, settings):
    settings.PRODUCTION = True

    assert client.get("/readyz").json() == {"ready": True}


def test_readyz_tells_an_operator_of_a_production(client, ticking, settings):
    settings.PRODUCTION = True
    operator = make.person("olga")
    operator.is_staff = True
    operator.save()
    client.force_login(operator)

    assert client.get("/readyz").json()["checks"]["tick"] == "ok"


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health_is_read_only(client, db, path):
    assert client.post(path).status_code == 405


def test_a_studio_that_is_not_ready_does_not_fill_the_log(client, transactional_db, rf):
    record = logging.LogRecord("django.request", logging.ERROR, "", 1, "Service Unavailable", (), None)
    record.request = rf.get("/readyz")
    other = logging.LogRecord("django.request", logging.ERROR, "", 1, "Service Unavailable", (), None)
    other.request = rf.get("/storyboards/")

    assert [probes.NotProbes().filter(each) for each in (record, other)] == [False, True]


def test_a_health_check_that_breaks_is_logged(rf):
    record = logging.LogRecord("django.request", logging.ERROR, "", 1, "broken", (), (ValueError, ValueError(), None))
    record.request = rf.get("/readyz")

    assert probes.NotProbes().filter(record)


def test_checks_leave_no_connection_open(client, ticking):
    before = sessions()

    client.get("/readyz")

    # The server ends a session a moment after its connection was closed; one that is left open stays.
    end = time.monotonic() + 10
    while sessions() > before and time.monotonic() < end:
        time.sleep(0.05)
    assert sessions() == before


def sessions() -> int:
    """How many sessions PostgreSQL has on this database; SQLite has none to count."""
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
        return cursor.fetchone()[0]
