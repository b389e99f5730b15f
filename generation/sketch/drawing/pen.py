"""SVG written by hand: small functions that return fragments, and the one that turns them into pixels."""

import math
import zlib
from collections.abc import Sequence

import numpy as np

from storyboards.vectors import Form, painted

Point = tuple[float, float]


def num(value: float) -> str:
    """A number as short as it can be written."""
    return f"{value:.1f}".removesuffix(".0")


def points(places: Sequence[Point]) -> str:
    """Points as SVG writes them; there are thousands in a street, so that the last naught is left where it is."""
    return " ".join([f"{x:.1f},{y:.1f}" for x, y in places])


def _more(opacity: float) -> str:
    return "" if opacity >= 1 else f' opacity="{opacity:.2f}"'


def poly(places: Sequence[Point], fill: str, opacity: float = 1) -> str:
    """A filled polygon."""
    return f'<polygon points="{points(places)}" fill="{fill}"{_more(opacity)}/>'


def path(d: str, fill: str, opacity: float = 1) -> str:
    """A filled path."""
    return f'<path d="{d}" fill="{fill}"{_more(opacity)}/>'


def stroke(places: Sequence[Point], colour: str, width: float, opacity: float = 1) -> str:
    """An open line with round ends and joins."""
    return (
        f'<polyline points="{points(places)}" fill="none" stroke="{colour}" stroke-width="{num(width)}"'
        f' stroke-linecap="round" stroke-linejoin="round"{_more(opacity)}/>'
    )


def curve(d: str, colour: str, width: float, opacity: float = 1) -> str:
    """An open curved line."""
    line = f'stroke="{colour}" stroke-width="{num(width)}" stroke-linecap="round"'
    return f'<path d="{d}" fill="none" {line}{_more(opacity)}/>'


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, opacity: float = 1) -> str:
    """A filled ellipse about (x, y)."""
    return f'<ellipse cx="{num(x)}" cy="{num(y)}" rx="{num(rx)}" ry="{num(ry)}" fill="{fill}"{_more(opacity)}/>'


def circle(x: float, y: float, r: float, fill: str, opacity: float = 1) -> str:
    """A filled circle about (x, y)."""
    return ellipse(x, y, r, r, fill, opacity)


def rect(x: float, y: float, w: float, h: float, fill: str, r: float = 0, opacity: float = 1) -> str:
    """A filled rectangle with corner radius r."""
    if not r:
        # ThorVG lays a plain rectangle on whole pixels, where a thin one vanishes; a fifth corner keeps its edges soft.
        return poly([(x, y), (x + w / 2, y), (x + w, y), (x + w, y + h), (x, y + h)], fill, opacity)
    size = f'width="{num(w)}" height="{num(h)}"'
    return f'<rect x="{num(x)}" y="{num(y)}" {size} fill="{fill}" rx="{num(r)}"{_more(opacity)}/>'


def rects(places: Sequence[Point], w: float, h: float, fill: str) -> str:
    """Filled rectangles of one size that do not overlap, their top left corners given, as one shape."""
    if not places:
        return ""
    half = round(w / 2, 1)
    round_it = f"h{half}h{half}v{h:.1f}h{-2 * half:.1f}z"
    return path("".join([f"M{x:.1f} {y:.1f}{round_it}" for x, y in places]), fill)


def group(content: str, x: float = 0, y: float = 0, scale: float = 1, turn: float = 0, flip: bool = False) -> str:
    """Content moved to (x, y), scaled, turned in degrees, mirrored left to right."""
    parts = [f"translate({num(x)} {num(y)})"]
    if turn:
        parts.append(f"rotate({turn:.1f})")
    if scale != 1 or flip:
        parts.append(f"scale({-scale if flip else scale:.4f} {scale:.4f})")
    return f'<g transform="{" ".join(parts)}">{content}</g>'


def fade(content: str, opacity: float) -> str:
    """Content seen through."""
    return f'<g opacity="{opacity:.2f}">{content}</g>'


def taper(a: Point, b: Point, ra: float, rb: float, fill: str) -> str:
    """A limb: two circles and the quadrilateral between them."""
    angle = math.atan2(b[1] - a[1], b[0] - a[0]) + math.pi / 2
    nx, ny = math.cos(angle), math.sin(angle)
    quad = [
        (a[0] + nx * ra, a[1] + ny * ra), (b[0] + nx * rb, b[1] + ny * rb),
        (b[0] - nx * rb, b[1] - ny * rb), (a[0] - nx * ra, a[1] - ny * ra),
    ]  # fmt: skip
    return circle(*a, ra, fill) + circle(*b, rb, fill) + poly(quad, fill)


def smooth(places: Sequence[Point], closed: bool = False) -> str:
    """Path data of a soft curve through all the points."""
    pts = list(places)
    ring = [pts[-1], *pts, pts[0], pts[1]] if closed else [pts[0], *pts, pts[-1]]
    d = [f"M{ring[1][0]:.1f} {ring[1][1]:.1f}"]
    for before, a, b, after in zip(ring, ring[1:], ring[2:], ring[3:], strict=False):
        c1 = (a[0] + (b[0] - before[0]) / 6, a[1] + (b[1] - before[1]) / 6)
        c2 = (b[0] - (after[0] - a[0]) / 6, b[1] - (after[1] - a[1]) / 6)
        d.append(f"C{c1[0]:.1f} {c1[1]:.1f} {c2[0]:.1f} {c2[1]:.1f} {b[0]:.1f} {b[1]:.1f}")
    return "".join(d) + ("Z" if closed else "")


def blob(places: Sequence[Point], fill: str, opacity: float = 1) -> str:
    """A soft closed shape through the points."""
    return path(smooth(places, closed=True), fill, opacity)


def land(places: Sequence[Point], bottom: float, fill: str, soft: bool = True) -> str:
    """Ground under a line of points, filled down to `bottom`."""
    if not soft:
        return poly([*places, (places[-1][0], bottom), (places[0][0], bottom)], fill)
    return path(f"{smooth(places)}L{num(places[-1][0])} {num(bottom)}L{num(places[0][0])} {num(bottom)}Z", fill)


def glow(x: float, y: float, r: float, colour: str, strength: float = 0.5) -> str:
    """Light that fades out from (x, y)."""
    name = f"g{zlib.crc32(f'{x:.1f} {y:.1f} {r:.1f} {colour} {strength:.2f}'.encode()):x}"
    stops = "".join(
        f'<stop offset="{at}" stop-color="{colour}" stop-opacity="{strength * part:.3f}"/>'
        for at, part in ((0, 1), (0.25, 0.62), (0.55, 0.24), (1, 0))
    )
    return (
        f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{num(x)}" cy="{num(y)}" r="{num(r)}">{stops}'
        f"</radialGradient>{circle(x, y, r, f'url(#{name})')}"
    )


def slope(x0: float, y0: float, x1: float, y1: float, colours: Sequence[tuple[float, str, float]]) -> tuple[str, str]:
    """A linear gradient from one point to another: (its definition, its fill). Stops are (offset, colour, opacity)."""
    name = f"l{zlib.crc32(f'{x0:.1f} {y0:.1f} {x1:.1f} {y1:.1f} {colours}'.encode()):x}"
    stops = "".join(f'<stop offset="{o:.2f}" stop-color="{c}" stop-opacity="{a:.2f}"/>' for o, c, a in colours)
    where = f'x1="{num(x0)}" y1="{num(y0)}" x2="{num(x1)}" y2="{num(y1)}"'
    return (
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" {where}>{stops}</linearGradient>',
        f"url(#{name})",
    )


def raster(art: str, box: tuple[float, float, float, float], scale: float) -> np.ndarray:
    """Pixels of the box (x0, y0, x1, y1) of the art at `scale` pixels a unit: BGRA, colour multiplied by alpha."""
    x0, y0, x1, y1 = box
    width, height = max(1, round((x1 - x0) * scale)), max(1, round((y1 - y0) * scale))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" preserveAspectRatio="none" '
        f'viewBox="{x0:.2f} {y0:.2f} {x1 - x0:.2f} {y1 - y0:.2f}">{art}</svg>'
    )
    pixels = painted(svg, width, height, Form.BGRA_MULTIPLIED)
    return np.frombuffer(pixels, np.uint8).reshape(height, width, 4)
