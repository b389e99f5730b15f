"""Looks at the backends' configuration at start: by alias, with an id for each mistake."""

import inspect
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from generation.backends import get_backend
from generation.backends.base import Backend

KNOWN = {"BACKEND", "OPTIONS"}


@register()
def check_backends(**_options: Any) -> list[CheckMessage]:
    """Return what is wrong with GENERATION_BACKENDS."""
    if not settings.GENERATION_BACKENDS:
        return [
            Error(
                "GENERATION_BACKENDS names no backend.", hint="Name at least the sketch engine.", id="generation.E001"
            )
        ]
    return [found for alias, config in settings.GENERATION_BACKENDS.items() for found in _check(alias, config)]


def _check(alias: str, config: dict[str, Any]) -> Iterator[CheckMessage]:
    for word in sorted(config.keys() - KNOWN):
        yield Error(f"Backend {alias!r}: {word} is not known.", hint="Use BACKEND and OPTIONS.", id="generation.E002")
    try:
        kind = import_string(config.get("BACKEND", ""))
    except ImportError as error:
        yield Error(f"Backend {alias!r}: its class cannot be imported: {error}", id="generation.E003")
        return
    if not (isinstance(kind, type) and issubclass(kind, Backend)):
        yield Error(f"Backend {alias!r}: {config['BACKEND']} is not a Backend.", id="generation.E004")
        return
    yield from _check_options(alias, kind, config.get("OPTIONS", {}))


def _check_options(alias: str, kind: type[Backend], options: dict[str, Any]) -> Iterator[CheckMessage]:
    known = inspect.signature(kind).parameters.keys() - {"alias"}
    unknown = sorted(options.keys() - known)
    if unknown:
        hint = f"It knows: {', '.join(sorted(known)) or 'none'}."
        yield Error(f"Backend {alias!r}: unknown options {', '.join(unknown)}.", hint=hint, id="generation.E005")
        return
    if kind.needs_key and not options.get("key"):
        yield Error(f"Backend {alias!r} has no key.", hint="Set it in the environment.", id="generation.E006")
        return
    try:
        get_backend(alias)
    except (ImproperlyConfigured, TypeError, ValueError) as error:
        yield Error(f"Backend {alias!r} cannot be made: {error}", id="generation.E007")
