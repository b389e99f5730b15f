"""The backends by their aliases, configured like Django's own: `{"BACKEND": path, "OPTIONS": {…}}`."""

from functools import cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from generation.backends.base import Backend


def aliases() -> list[str]:
    """Return the aliases in the order in which the settings name them."""
    return list(settings.GENERATION_BACKENDS)


@cache
def get_backend(alias: str) -> Backend:
    """Return the backend of `alias`; raise ImproperlyConfigured, naming those that exist, for an unknown one."""
    try:
        config: dict[str, Any] = settings.GENERATION_BACKENDS[alias]
    except KeyError:
        known = ", ".join(aliases()) or "none"
        raise ImproperlyConfigured(f"No generation backend is named {alias!r}. There are: {known}.") from None
    return import_string(config["BACKEND"])(alias=alias, **config.get("OPTIONS", {}))


def draws_here(alias: str) -> bool:
    """Return whether what `alias` makes is drawn by this studio itself; not, for one that is no longer there."""
    return alias in settings.GENERATION_BACKENDS and get_backend(alias).draws_here


def _forget(*, setting: str, **_signal: object) -> None:
    if setting == "GENERATION_BACKENDS":
        get_backend.cache_clear()


setting_changed.connect(_forget)
