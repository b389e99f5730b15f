"""The sketch engine: from the words of a shot to a still panel or a moving picture with sound, offline and free."""

from .film import draw_film
from .reading.reader import understand
from .reading.understood import Subject, Understood
from .request import SketchRefused, SketchRequest
from .still import draw_still

__all__ = ["SketchRefused", "SketchRequest", "Subject", "Understood", "draw_film", "draw_still", "understand"]
