"""The cast: Alice owns, Adam administers, Bob edits, Rita reviews, Carol views, Charlie is a stranger."""

import fcntl
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from accounts.models import Team, User
from soraease_web.preparing import collect_static_files
from tests import make

# What these look at (files, pictures, sound, words, the marks of a page, what its scripts do under the hand, a
# provider, an S3 of our own) is the same on every stack: once is enough. What a browser's deeds ask of the server, the
# tests of the views ask of every stack.
PURE = (
    "browser/test_announced",
    "browser/test_drafts",
    "browser/test_inspector",
    "browser/test_keyboard",
    "browser/test_pages",
    "browser/test_panels",
    "browser/test_printing",
    "browser/test_timeline",
    "browser/test_touch",
    "browser/test_understood",
    "browser/test_views",
    "generation/backends",
    "generation/cutting",
    "generation/sketch",
    "generation/test_fetching",
    "look/test_budget",
    "look/test_contrast",
    "look/test_modules",
    "look/test_player",
    "look/test_renewing",
    "look/test_reorder",
    "soraease_web/test_make",
    "soraease_web/test_objects",
    "storyboards/elements/test_likeness",
    "storyboards/printing/test_words",
    "storyboards/scripts",
    "storyboards/test_marks",
    "storyboards/test_rendering",
    "storyboards/test_timecode",
    "test_vendor",
)


# `deploy/test.sh` looks for those that drive a browser nowhere else.
BROWSERS = ("browser/", "look/")


def pytest_collection_modifyitems(items):
    """Mark the tests that drive a browser, and those that need not be repeated on PostgreSQL and Redis."""
    here = Path(__file__).parent
    for item in items:
        name = item.path.relative_to(here).as_posix() if item.path.is_relative_to(here) else ""
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        if item.get_closest_marker("browser") and not name.startswith(BROWSERS):
            raise pytest.UsageError(f"{item.nodeid} drives a browser, so it belongs into one of {BROWSERS}.")
        if name.startswith(PURE):
            item.add_marker("pure")


# A thread of a test may still hold a session, and a database in use cannot be dropped.
END_OTHER_SESSIONS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Between transactional tests SQLite's tables are emptied by DELETE, which the ledger refuses."""
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            connection.cursor().execute("DROP TRIGGER billing_line_no_delete")
    yield
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            connection.cursor().execute(END_OTHER_SESSIONS)


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session", autouse=True)
def _collected_static_files():
    """The first process collects, the others wait for it."""
    root = Path(settings.STATIC_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    with root.with_name(f"{root.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        collect_static_files()


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    if not settings.S3_BUCKET:
        options = {"location": settings.MEDIA_ROOT}
        settings.STORAGES = {
            **settings.STORAGES,
            "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options},
        }


@pytest.fixture
def cast(alice):
    """Five members of one team, one in each role, and a stranger with a team of his own."""
    return make.cast(alice)


@pytest.fixture
def alice(db) -> User:
    return make.person("alice")


@pytest.fixture
def team(alice) -> Team:
    return alice.teams.get()
