"""The looks in which a storyboard can be drawn; `style_of` finds one by the word that the storyboard uses."""

from .base import Flat, Piece, Style
from .blueprint import Blueprint
from .ink import Ink
from .noir import Noir
from .pencil import Pencil
from .watercolour import Watercolour

__all__ = ["STYLES", "Piece", "Style", "style_of"]

STYLES: dict[str, Style] = {
    "flat": Flat(),
    "pencil": Pencil(),
    "ink": Ink(),
    "watercolour": Watercolour(),
    "noir": Noir(),
    "blueprint": Blueprint(),
}


def style_of(look: str) -> Style:
    """The style of a storyboard's look; raises KeyError for one that nobody can draw."""
    return STYLES[look]
