"""The cast: Alice owns, Adam administers, Bob edits, Rita reviews, Carol views, Charlie is a stranger."""

from types import SimpleNamespace

import pytest
from django.core.management import call_command

from accounts.models import Membership, Team, User
from accounts.roles import Role
from tests import make


@pytest.fixture(scope="session", autouse=True)
def _collected_static_files():
    call_command("collectstatic", interactive=False, verbosity=0)


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
def cast(db):
    """Five members of one team, one in each role, and a stranger with a team of his own."""
    people = {name: make.person(name) for name in ("alice", "adam", "bob", "rita", "carol", "charlie")}
    team = people["alice"].teams.get()
    for name, role in (
        ("adam", Role.ADMIN),
        ("bob", Role.EDITOR),
        ("rita", Role.REVIEWER),
        ("carol", Role.VIEWER),
    ):
        Membership.objects.create(user=people[name], team=team, role=role)
    return SimpleNamespace(team=team, **people)


@pytest.fixture
def alice(db) -> User:
    return make.person("alice")


@pytest.fixture
def team(alice) -> Team:
    return alice.teams.get()
