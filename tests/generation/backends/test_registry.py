"""Aliases, the catalog and the checks."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.core.exceptions import ImproperlyConfigured

from generation.backends import aliases, catalog, get_backend
from generation.backends.base import Capabilities, Unsupported
from generation.checks import check_backends
from tests.generation.backends.contract import a_request
from tests.generation.conftest import QUICK

FAKE = "tests.provider.backend.FakeBackend"


def test_aliases_stand_in_the_order_of_the_settings(settings):
    settings.GENERATION_BACKENDS = {"b": QUICK, "a": QUICK}

    assert aliases() == ["b", "a"]


def test_an_unknown_alias_names_those_that_exist(settings):
    settings.GENERATION_BACKENDS = {"b": QUICK, "a": QUICK}

    with pytest.raises(ImproperlyConfigured, match=r"named 'c'\. There are: b, a\."):
        get_backend("c")


def test_a_changed_setting_makes_the_backend_anew(settings):
    settings.GENERATION_BACKENDS = {"a": QUICK}
    before = get_backend("a")

    settings.GENERATION_BACKENDS = {"a": QUICK}

    assert get_backend("a") is not before


def test_every_entry_of_the_catalog_can_be_read_and_says_where_its_price_is_from():
    for model, entry in catalog.entries().items():
        assert catalog.capabilities(model).title
        assert {"price_source", "price_at", "verified_at"} <= entry.keys()


def test_a_model_that_the_catalog_does_not_know_is_named(settings):
    with pytest.raises(ImproperlyConfigured, match="no model 'sora-9'"):
        catalog.capabilities("sora-9")


def test_an_entry_is_read_into_exact_numbers():
    read = catalog.read(
        {"title": "X", "lengths": [4, 8], "sizes": ["1280x720"], "rate": "24/1", "credits_per_second": "9.5"}
    )

    assert (read.lengths, read.sizes, read.rate) == ((Fraction(4), Fraction(8)), ((1280, 720),), Fraction(24))
    assert read.credits_per_second == Decimal("9.5")


@pytest.mark.parametrize(
    ("frames", "seconds", "price"),
    [(24, 4, 38), (96, 4, 38), (97, 8, 76), (192, 8, 76)],
)
def test_the_price_is_that_of_the_length_that_is_asked(frames, seconds, price):
    model = Capabilities("X", lengths=(Fraction(4), Fraction(8)), credits_per_second=Decimal("9.5"))
    request = a_request(frames=frames)

    assert (model.asked_seconds(request), model.credits(request)) == (seconds, price)


def test_a_price_is_rounded_up_to_whole_credits():
    assert Capabilities("X", credits_per_second=Decimal("0.1")).credits(a_request(frames=25)) == 1


def test_the_nearest_size_of_the_same_shape_is_asked():
    model = Capabilities("X", sizes=((1920, 1080), (1280, 720), (720, 1280)))

    assert [model.size_for(1280, 720), model.size_for(320, 180)] == [(1280, 720), (1280, 720)]


def test_another_shape_is_refused_naming_the_nearest():
    model = Capabilities("X", sizes=((1280, 720), (720, 1280)))

    with pytest.raises(Unsupported, match="960 × 960; the nearest is 720 × 1280"):
        model.size_for(960, 960)


def test_a_model_with_its_own_rate_is_expected_to_send_its_own_frames():
    model = Capabilities("X", lengths=(Fraction(4),), rate=Fraction(16))

    assert model.expected_frames(a_request(frames=96)) == 64


@pytest.mark.parametrize(
    ("backends", "code"),
    [
        ({}, "E001"),
        ({"a": {**QUICK, "TIMEOUT": 3}}, "E002"),
        ({"a": {"BACKEND": "nowhere.Backend"}}, "E003"),
        ({"a": {"BACKEND": "pathlib.Path"}}, "E004"),
        ({"a": {**QUICK, "OPTIONS": {"colour": "red"}}}, "E005"),
        ({"a": {"BACKEND": FAKE, "OPTIONS": {"base_url": "https://x", "key": ""}}}, "E006"),
        ({"a": {"BACKEND": FAKE, "OPTIONS": {"base_url": "x", "key": "k"}}}, "E007"),
        ({"a": {"BACKEND": FAKE, "OPTIONS": {"key": "k"}}}, "E007"),
    ],
)
def test_a_mistake_in_the_settings_is_named_by_alias_and_id(backends, code, settings):
    settings.GENERATION_BACKENDS = backends

    assert [found.id for found in check_backends()] == [f"generation.{code}"]


def test_good_settings_have_no_mistake(settings):
    settings.GENERATION_BACKENDS = {"a": QUICK}

    assert check_backends() == []


def test_no_check_shows_a_key(settings):
    options = {"base_url": "x", "key": "must-never-leak"}
    settings.GENERATION_BACKENDS = {"a": {"BACKEND": FAKE, "OPTIONS": options}}

    assert "must-never-leak" not in str(check_backends())


def test_a_model_that_was_switched_off_cannot_be_asked():
    model = Capabilities("Sora", sunset_at=date(2026, 9, 24))

    with pytest.raises(Unsupported, match=r"Sora was switched off on Sept\. 24, 2026\. Choose another"):
        model.check(a_request())
