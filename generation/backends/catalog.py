"""Reads `generation/catalog.toml`."""

import tomllib
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from generation.backends.capabilities import Capabilities

FILE = Path(__file__).resolve().parent.parent / "catalog.toml"
PAPERS = {"price_source", "price_at", "verified_at"}


@cache
def entries() -> dict[str, dict[str, Any]]:
    """Return what the file says, by model."""
    return tomllib.loads(FILE.read_text())["models"]


def capabilities(model: str) -> Capabilities:
    """Return what `model` can do; raise ImproperlyConfigured when the catalog does not know it."""
    try:
        return read(entries()[model])
    except KeyError:
        known = ", ".join(entries())
        raise ImproperlyConfigured(f"The catalog knows no model {model!r}. It knows: {known}.") from None


def read(entry: dict[str, Any]) -> Capabilities:
    """Return the capabilities that one entry of the catalog describes; a word it does not know is a TypeError."""
    said = {name: value for name, value in entry.items() if name not in PAPERS}
    for name in ("shortest", "longest", "rate"):
        if name in said:
            said[name] = Fraction(said[name])
    if "slowest_minutes" in said:
        said["slowest"] = timedelta(minutes=said.pop("slowest_minutes"))
    said["credits_per_second"] = Decimal(said["credits_per_second"])
    said["lengths"] = tuple(Fraction(length) for length in said.get("lengths", ()))
    said["sizes"] = tuple(_size(size) for size in said.get("sizes", ()))
    return Capabilities(**said)


def _size(text: str) -> tuple[int, int]:
    width, height = text.split("x")
    return int(width), int(height)
