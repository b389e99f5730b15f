import pytest

from soraease_web import checks

S3 = {"access_key": "key", "secret_key": "word"}


@pytest.fixture
def sound(settings):
    """A production that every check is content with."""
    settings.PRODUCTION = True
    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["studio.example.com"]
    settings.SITE_URL = "https://studio.example.com"
    settings.HTTPS = True
    settings.REDIS_URL = "redis://valkey:6379/0"
    settings.S3_BUCKET = "films"
    settings.S3_ENDPOINT = "http://s3:8333"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "x", "OPTIONS": S3}}
    return settings


ALL = (
    checks.check_mode,
    checks.check_debug,
    checks.check_hosts,
    checks.check_broker,
    checks.check_storage,
    checks.check_mail,
)


def found() -> set[str]:
    return {message.id.partition(".")[2] for check in ALL for message in check(None)}


def test_a_sound_production_is_told_nothing(sound):
    assert found() == set()


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("PRODUCTION", False, "E001"),
        ("DEBUG", True, "E002"),
        ("ALLOWED_HOSTS", ["*"], "E003"),
        ("ALLOWED_HOSTS", [], "E003"),
        ("SITE_URL", "https://localhost:8000", "E004"),
        ("HTTPS", False, "E005"),
        ("REDIS_URL", "redis://127.0.0.1:6379/0", "W007"),
        ("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend", "E010"),
    ],
)
def test_each_mistake_has_its_own_name(sound, name, value, expected):
    setattr(sound, name, value)

    assert found() == {expected}


def test_half_of_the_credentials_is_a_mistake(sound):
    sound.STORAGES = {**sound.STORAGES, "default": {"BACKEND": "x", "OPTIONS": {"access_key": "a", "secret_key": None}}}

    assert found() == {"E008"}


def test_an_endpoint_without_a_bucket_is_a_mistake(sound):
    sound.S3_BUCKET = ""

    assert found() == {"E008"}


def test_files_on_this_machine_are_a_warning(sound):
    sound.S3_BUCKET = sound.S3_ENDPOINT = ""

    assert found() == {"W009"}


@pytest.mark.parametrize(("engine", "expected"), [("sqlite3", ["soraease.E006"]), ("postgresql", [])])
def test_sqlite_is_no_database_for_a_production(monkeypatch, settings, engine, expected):
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", f"django.db.backends.{engine}")

    assert [message.id for message in checks.check_database(None)] == expected


def test_every_mistake_says_what_to_do(sound):
    sound.PRODUCTION, sound.DEBUG, sound.ALLOWED_HOSTS, sound.S3_BUCKET = False, True, ["*"], ""

    assert all(message.hint for check in ALL for message in check(None))
