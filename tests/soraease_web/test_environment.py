import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from soraease_web import environment

ROOT = Path(__file__).resolve().parents[2]
KEY = "k" * 50
PRODUCTION = {"SORAEASE_MODE": "production", "SECRET_KEY": KEY, "SITE_URL": "https://studio.example.com"}


def start(
    code: str = "from django.conf import settings; settings.DEBUG", **variables: str
) -> subprocess.CompletedProcess:
    """Start a process with nothing but these variables and what Python needs."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "VAR_DIR") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=kept | {"DJANGO_SETTINGS_MODULE": "soraease_web.settings"} | variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def setting(name: str, **variables: str) -> str:
    done = start(f"from django.conf import settings; print(repr(settings.{name}))", **variables)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY (or SECRET_KEY_FILE) must hold at least 50 random characters"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY (or SECRET_KEY_FILE) must hold at least 50 random characters"),
        ({"DEBUG": "yes"}, "DEBUG must be off in production"),
        ({"SORAEASE_MODE": "prod"}, "SORAEASE_MODE must be one of embedded, production, not 'prod'"),
        ({"BEHIND_PROXY": "perhaps"}, "BEHIND_PROXY must be yes or no, not 'perhaps'"),
        ({"WEBHOOK_URL": "studio.example.com"}, "WEBHOOK_URL must begin with https:// or http://, not 'studio.ex"),
        ({"DATABASE_URL": "mysql://host/db"}, "DATABASE_URL must begin with postgres:// or sqlite://"),
    ],
)
def test_a_production_that_would_be_unsafe_refuses_to_start(variables, sentence):
    done = start(**(PRODUCTION | variables))

    assert done.returncode == 1
    assert sentence in done.stderr.splitlines()[-1]


def test_a_production_with_a_key_starts():
    assert start(**PRODUCTION).returncode == 0


def test_the_address_for_webhooks_ends_without_a_slash():
    assert setting("WEBHOOK_URL", WEBHOOK_URL="https://studio.example.com/") == "'https://studio.example.com'"
    assert setting("WEBHOOK_URL") == "''"


NAMES = (
    "DATABASE_URL",
    "REDIS_URL",
    "EMAIL_URL",
    "SITE_URL",
    "SORAEASE_MODE",
    "S3_BUCKET",
    "LOG_LEVEL",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_variable_that_says_nothing_is_as_if_it_were_not_set(name):
    show = (
        "from django.conf import settings as s; "
        "print(s.DATABASES, s.REDIS_URL, s.EMAIL_CONFIG, s.SITE_URL, s.PRODUCTION, s.S3_BUCKET, s.LOG_LEVEL)"
    )
    without, empty = start(show), start(show, **{name: ""})

    assert empty.returncode == 0, empty.stderr
    assert empty.stdout == without.stdout


def test_an_address_may_stand_in_a_file_with_a_line_end(tmp_path):
    (tmp_path / "address").write_text("https://studio.example.com\n")

    assert setting("SITE_URL", SITE_URL_FILE=str(tmp_path / "address")) == "'https://studio.example.com'"


def test_the_key_may_stand_in_a_file(tmp_path):
    (tmp_path / "key").write_text("f" * 60)
    variables = {name: value for name, value in PRODUCTION.items() if name != "SECRET_KEY"}

    assert setting("SECRET_KEY", SECRET_KEY_FILE=str(tmp_path / "key"), **variables) == repr("f" * 60)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SESSION_COOKIE_SECURE", "True"),
        ("CSRF_COOKIE_SECURE", "True"),
        ("SECURE_SSL_REDIRECT", "True"),
        ("SECURE_HSTS_SECONDS", "31536000"),
        ("ALLOWED_HOSTS", "['studio.example.com']"),
        ("CSRF_TRUSTED_ORIGINS", "['https://studio.example.com']"),
        ("DEMO", "False"),
    ],
)
def test_a_production_over_https_is_strict(name, value):
    assert setting(name, **PRODUCTION) == value


@pytest.mark.parametrize(("text", "expected"), [("yes", True), ("1", True), ("On", True), ("no", False), ("0", False)])
def test_flag_reads_yes_and_no(monkeypatch, text, expected):
    monkeypatch.setenv("SOME_FLAG", text)

    assert environment.flag("SOME_FLAG", default=not expected) is expected


def test_flag_that_is_not_set_has_its_default(monkeypatch):
    monkeypatch.delenv("SOME_FLAG", raising=False)

    assert (environment.flag("SOME_FLAG"), environment.flag("SOME_FLAG", default=True)) == (False, True)


def test_flag_refuses_anything_else(monkeypatch):
    monkeypatch.setenv("SOME_FLAG", "maybe")

    with pytest.raises(ImproperlyConfigured, match="SOME_FLAG must be yes or no, not 'maybe'"):
        environment.flag("SOME_FLAG")


def test_a_single_machine_keeps_the_key_it_made(tmp_path):
    first = environment.secret_key(production=False, var=tmp_path)

    assert environment.secret_key(production=False, var=tmp_path) == first
    assert len(first) >= 64
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_commands_beside_a_running_studio_find_its_broker(monkeypatch, tmp_path):
    monkeypatch.delenv("REDIS_URL", raising=False)
    (tmp_path / "run").mkdir()
    before = environment.redis_url(tmp_path)
    (tmp_path / "run" / "redis_url").write_text("redis://:word@127.0.0.1:7777/0\n")

    assert (before, environment.redis_url(tmp_path)) == ("redis://127.0.0.1:6379/0", "redis://:word@127.0.0.1:7777/0")


def test_a_named_broker_wins_over_a_running_studios(monkeypatch, tmp_path):
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "redis_url").write_text("redis://written")
    monkeypatch.setenv("REDIS_URL", "redis://named/0")

    assert environment.redis_url(tmp_path) == "redis://named/0"


def test_a_postgresql_never_waits_for_ever(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "postgres://user:word@db:5432/soraease")

    database = environment.database(tmp_path)

    assert "statement_timeout=30s" in database["OPTIONS"]["options"]
    assert database["CONN_HEALTH_CHECKS"] is True


def test_a_sqlite_takes_the_write_lock_at_the_beginning(monkeypatch, tmp_path):
    monkeypatch.delenv("DATABASE_URL", raising=False)

    database = environment.database(tmp_path)

    assert database["NAME"] == str(tmp_path / "db.sqlite3")
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]


def test_films_may_be_shown_from_where_browsers_reach_the_bucket():
    bucket = {
        "S3_BUCKET": "films",
        "S3_ENDPOINT": "http://s3:8333",
        "S3_PUBLIC_ENDPOINT": "https://media.example.com/x",
    }

    directives = setting("CONTENT_SECURITY_POLICY", **PRODUCTION, **bucket)

    assert "'media-src': [\"'self'\", 'blob:', 'https://media.example.com']" in directives
    assert "http://s3:8333" not in directives


def test_amazons_own_bucket_may_be_shown_too():
    directives = setting("CONTENT_SECURITY_POLICY", **PRODUCTION, S3_BUCKET="films", S3_REGION="eu-west-1")

    assert "https://s3.eu-west-1.amazonaws.com" in directives


def test_without_a_bucket_films_come_from_the_studio_alone():
    assert "http" not in setting("CONTENT_SECURITY_POLICY", **PRODUCTION)
