"""What a style does to a sheet when it is made, once: frames are laid from finished sheets and cost no more."""

from dataclasses import dataclass

import cv2

from generation.sketch.pixels import Pixels

FALLING_TONE = (1.0, 1.0, 1.0)


@dataclass(frozen=True)
class Piece:
    """What a style may know of a sheet: pixels a unit, where its corner lies (units), its depth and what it shows.

    `soft` sheets are out of focus or made of haze: nobody draws a line around them. `focus` is where the camera's
    interest lies, `reach` half the picture's width, both in units.
    """

    scale: float
    origin: tuple[float, float]
    depth: float
    figure: bool = False
    soft: bool = False
    focus: tuple[float, float] = (0.0, 500.0)
    reach: float = 900.0


class Style:
    """What every style can do; each changes what it needs to."""

    as_drawn = False  # whether sheets are shown as they are drawn, so that several may be drawn as one
    paper = False  # whether what is flat, as the sky, has strokes or grain that must be drawn as finely as the rest
    blur = 1.0  # how far out of focus things are, of what a lens would do: an artist leaves out rather than blurs
    falls_dark = False  # whether rain by day is darker than the paper, and is taken away from it
    falls = FALLING_TONE  # blue, green and red of what falls, as shares of its strength

    def bend(self, drawn: Pixels, piece: Piece) -> Pixels:
        """The sheet as a hand would draw it: a little off, before light falls on it."""
        return drawn

    def paint(self, drawn: Pixels, lit: Pixels, piece: Piece) -> Pixels:
        """The finished sheet, from its own colours and from those that the light gives it."""
        return lit

    def shine(self, glow: Pixels) -> Pixels:
        """A sheet of light, which is added to the picture."""
        return glow

    def fall(self, tile: Pixels, strength: float = 1.0) -> Pixels:
        """A tile of rain or snow, which is white, in the style's own tone."""
        if self.falls == FALLING_TONE and strength == 1.0:
            return tile
        blue, green, red, alpha = cv2.split(tile)
        shown = zip((blue, green, red), self.falls, strict=True)
        return cv2.merge([*(cv2.convertScaleAbs(plane, alpha=strength * part) for plane, part in shown), alpha])


class Flat(Style):
    """Flat colour: every sheet as it was drawn."""

    as_drawn = True


def tinted(glow: Pixels, strength: float, colour: tuple[float, float, float] = (1.0, 1.0, 1.0)) -> Pixels:
    """Light without its own colour: grey, times blue, green and red of `colour`."""
    grey = cv2.cvtColor(glow, cv2.COLOR_BGRA2GRAY)
    planes = [cv2.convertScaleAbs(grey, alpha=strength * part) for part in colour]
    return cv2.merge([*planes, cv2.extractChannel(glow, 3)])
