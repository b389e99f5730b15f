"""What the tests of this room share: quick backends, small pictures, and time that passes when we say so."""

from datetime import timedelta

import pytest
from django.db.models import F

from generation.models import Breaker, Job
from storyboards import vocabulary
from storyboards.models import Film, Unpacking
from tests.provider.steering import running_provider

QUICK = {"BACKEND": "tests.provider.drawing.QuickBackend", "OPTIONS": {}}
DEAR = {"BACKEND": "tests.provider.drawing.QuickBackend", "OPTIONS": {"credits_per_second": "5"}}


@pytest.fixture(autouse=True)
def _small_pictures(monkeypatch):
    """Small frames keep ffmpeg quick; the shapes stay."""
    for aspect, (width, height) in vocabulary.FRAME_SIZES.items():
        monkeypatch.setitem(vocabulary.FRAME_SIZES, aspect, (width // 4 // 2 * 2, height // 4 // 2 * 2))


@pytest.fixture
def quick(settings):
    """Aliases that draw here: `quick` is free, `dear` costs five credits a second."""
    settings.GENERATION_BACKENDS = {"quick": QUICK, "dear": DEAR}
    return settings


@pytest.fixture
def later():
    """Let time pass: every row is `seconds` older, leases and deadlines included."""

    def pass_by(seconds: float) -> None:
        age = timedelta(seconds=seconds)
        for model, names in (
            (Job, ("next_due_at", "lease_until", "submitted_at", "deadline_at", "created_at")),
            (Film, ("next_due_at", "lease_until", "created_at")),
            (Unpacking, ("next_due_at", "lease_until")),
            (Breaker, ("shut_until", "probe_until")),
        ):
            model.objects.update(**{name: F(name) - age for name in names})

    return pass_by


@pytest.fixture(scope="session")
def _running_provider():
    with running_provider() as steering:
        yield steering


@pytest.fixture
def provider(_running_provider):
    """The tests' provider, with nothing in it and on its best behaviour."""
    _running_provider.reset()
    return _running_provider


@pytest.fixture
def fake(settings, provider):
    """Let the alias `fake` speak to the provider; call it with modes to have one that can do more."""

    def configure(**modes):
        provider.reset(idempotent=modes.get("idempotent", False), listable=modes.get("find", False))
        backend = {"BACKEND": "tests.provider.backend.FakeBackend", "OPTIONS": provider.options(**modes)}
        settings.GENERATION_BACKENDS = {"fake": backend}
        return provider

    return configure
