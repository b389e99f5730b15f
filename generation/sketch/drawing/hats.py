"""Hats of trades and tales, and the heads of those who are not human; drawn about (0, 0), facing us or right."""
# ruff: noqa: E501 (a drawing or a table reads best a shape a line)

from collections.abc import Callable

from .light import shade
from .looks import Looks
from .pen import blob, circle, curve, ellipse, num, path, poly, rect, stroke

INK = "#2a2326"


def _crown(fill: str, w: float, h: float, x: float) -> str:
    return poly(
        [
            (x - w, -h * 0.55),
            (x - w * 1.1, -h * 1.35),
            (x - w * 0.5, -h * 0.95),
            (x, -h * 1.5),
            (x + w * 0.5, -h * 0.95),
            (x + w * 1.1, -h * 1.35),
            (x + w, -h * 0.55),
        ],
        fill,
    ) + circle(x, -h * 0.75, w * 0.15, "#c8402f")


def _cone(fill: str, w: float, h: float, x: float) -> str:
    return (
        poly([(x - w * 0.95, -h * 0.5), (x + w * 0.95, -h * 0.5), (x - w * 0.3, -h * 2.5)], fill)
        + ellipse(x, -h * 0.5, w * 1.7, h * 0.17, shade(fill, 0.8))
        + rect(x - w * 0.86, -h * 0.78, w * 1.72, h * 0.2, "#d9a738")
    )


def _visor(fill: str, w: float, h: float, x: float) -> str:
    slits = "".join(stroke([(x + w * 0.1, h * k), (x + w * 0.85, h * k)], INK, h * 0.06) for k in (0.3, 0.46, 0.62))
    return (
        blob(
            [(x - w, h * 0.8), (x - w * 1.1, -h * 0.5), (x, -h * 1.2), (x + w * 1.1, -h * 0.5), (x + w, h * 0.8)], fill
        )
        + rect(x - w * 0.75, -h * 0.12, w * 1.65, h * 0.2, INK, h * 0.08)
        + slits
        + blob([(x - w * 0.1, -h * 1.1), (x - w * 1.3, -h * 1.9), (x - w * 1.5, -h * 1.0)], "#c8402f")
    )


def _nurse(fill: str, w: float, h: float, x: float) -> str:
    return (
        poly(
            [(x - w * 0.7, -h * 0.78), (x + w * 0.7, -h * 0.78), (x + w * 0.85, -h * 1.35), (x - w * 0.85, -h * 1.35)],
            fill,
        )
        + rect(x - w * 0.08, -h * 1.25, w * 0.16, h * 0.36, "#c8302a")
        + rect(x - w * 0.22, -h * 1.13, w * 0.44, h * 0.13, "#c8302a")
    )


def _wig(fill: str, w: float, h: float, x: float) -> str:
    curls = "".join(
        circle(x + s * w * 1.0, h * k, w * 0.26, shade(fill, 0.88 if s < 0 else 1.0))
        for s in (-1, 1)
        for k in (-0.4, 0.0, 0.4, 0.8, 1.15)
    )
    return curls + path(
        f"M{num(x - w * 1.1)} {num(h * 0.1)}Q{num(x - w)} {num(-h * 1.3)} {num(x)} {num(-h * 1.25)}Q{num(x + w)} {num(-h * 1.3)} {num(x + w * 1.1)} {num(h * 0.1)}Q{num(x + w * 0.7)} {num(-h * 0.5)} {num(x)} {num(-h * 0.55)}Q{num(x - w * 0.7)} {num(-h * 0.5)} {num(x - w * 1.1)} {num(h * 0.1)}Z",
        fill,
    )


def _tricorne(fill: str, w: float, h: float, x: float) -> str:
    return (
        blob(
            [
                (x - w * 1.6, -h * 0.5),
                (x - w * 1.1, -h * 1.2),
                (x, -h * 0.95),
                (x + w * 1.1, -h * 1.2),
                (x + w * 1.6, -h * 0.5),
                (x, -h * 0.42),
            ],
            fill,
        )
        + blob([(x - w * 0.7, -h * 0.9), (x, -h * 1.5), (x + w * 0.7, -h * 0.9)], fill)
        + circle(x, -h * 0.95, w * 0.2, "#efe6d2")
        + stroke([(x - w * 1.4, -h * 0.55), (x, -h * 0.5), (x + w * 1.4, -h * 0.55)], "#d9a738", h * 0.07)
        + rect(x + w * 0.26, -h * 0.06, w * 0.36, h * 0.24, INK, h * 0.1)
    )


def _clown(fill: str, w: float, h: float, x: float) -> str:
    tufts = "".join(
        circle(x + s * w * 1.05, -h * 0.25 + dy * h, w * 0.42, fill) for s in (-1, 1) for dy in (-0.25, 0.2)
    )
    return (
        tufts
        + circle(x + w * 0.1, h * 0.26, w * 0.24, "#d8302a")
        + poly([(x - w * 0.4, -h * 0.95), (x + w * 0.4, -h * 0.95), (x, -h * 1.7)], "#3c6ea8")
        + circle(x, -h * 1.7, w * 0.16, "#f2efe6")
    )


def _band(fill: str, w: float, h: float, x: float) -> str:
    return rect(x - w * 1.02, -h * 0.6, w * 2.04, h * 0.2, fill, h * 0.06)


def _mask(fill: str, w: float, h: float, x: float) -> str:
    return (
        rect(x - w * 0.85, -h * 0.24, w * 1.8, h * 0.55, INK, h * 0.2)
        + rect(x - w * 0.68, -h * 0.14, w * 1.46, h * 0.35, "#9fd6e0", h * 0.14)
        + stroke([(x + w * 1.02, h * 0.3), (x + w * 1.1, -h * 1.4)], fill, h * 0.14)
    )


def _goggles(fill: str, w: float, h: float, x: float) -> str:
    dome = blob(
        [
            (x - w * 1.1, h * 0.3),
            (x - w * 1.0, -h * 0.7),
            (x, -h * 1.2),
            (x + w * 1.0, -h * 0.7),
            (x + w * 1.1, h * 0.3),
            (x + w * 0.8, -h * 0.35),
            (x - w * 0.8, -h * 0.35),
        ],
        fill,
    )
    return dome + "".join(
        circle(x + k * w, -h * 0.58, w * 0.32, INK) + circle(x + k * w, -h * 0.58, w * 0.23, "#b9d2d8")
        for k in (-0.4, 0.45)
    )


def _veil(fill: str, w: float, h: float, x: float) -> str:
    return blob(
        [
            (x, -h * 1.2),
            (x - w * 1.1, -h * 0.5),
            (x - w * 1.6, h * 2.6),
            (x - w * 0.7, h * 2.4),
            (x - w * 0.85, -h * 0.1),
            (x, -h * 0.85),
        ],
        fill,
        0.85,
    ) + "".join(
        circle(x - w * 0.6 + i * w * 0.3, -h * 1.02 - (0.1 if i == 2 else 0) * h, w * 0.16, "#e7b9c4") for i in range(5)
    )


def _halo(fill: str, w: float, h: float, x: float) -> str:
    return f'<ellipse cx="{num(x)}" cy="{num(-h * 1.6)}" rx="{num(w * 0.95)}" ry="{num(h * 0.22)}" fill="none" stroke="{fill}" stroke-width="{num(h * 0.14)}"/>'


def _ghost(looks: Looks, size: float, mouth: float) -> str:
    w, h, fill = size * 0.5, size * 0.55, looks.hat_colour
    return (
        blob([(-w, h * 1.4), (-w, -h * 0.3), (0, -h * 1.15), (w, -h * 0.3), (w, h * 1.4)], fill)
        + ellipse(-w * 0.35, -h * 0.1, w * 0.16, h * 0.24, INK)
        + ellipse(w * 0.4, -h * 0.1, w * 0.16, h * 0.24, INK)
        + ellipse(w * 0.03, h * 0.42, w * 0.2, h * (0.16 + 0.14 * mouth), INK)
    )


def _skull(looks: Looks, size: float, mouth: float) -> str:
    w, h, fill = size * 0.42, size * 0.5, looks.hat_colour
    jaw = h * (0.7 + 0.14 * mouth)
    return (
        rect(-w * 0.5, h * 0.3, w, jaw - h * 0.1, shade(fill, 0.9), w * 0.2)
        + blob(
            [
                (-w, -h * 0.1),
                (-w * 0.7, -h * 0.95),
                (w * 0.7, -h * 0.95),
                (w, -h * 0.1),
                (w * 0.5, h * 0.5),
                (-w * 0.5, h * 0.5),
            ],
            fill,
        )
        + circle(-w * 0.4, -h * 0.05, w * 0.28, INK)
        + circle(w * 0.45, -h * 0.05, w * 0.28, INK)
        + poly([(0, h * 0.15), (-w * 0.12, h * 0.36), (w * 0.14, h * 0.36)], INK)
        + "".join(stroke([(k * w, h * 0.56), (k * w, h * 0.84)], INK, w * 0.05) for k in (-0.3, -0.1, 0.1, 0.3))
    )


def _alien(looks: Looks, size: float, mouth: float) -> str:
    w, h, fill = size * 0.52, size * 0.62, looks.hat_colour
    eyes = blob([(-w * 0.75, -h * 0.3), (-w * 0.2, -h * 0.05), (-w * 0.12, h * 0.2), (-w * 0.6, h * 0.05)], INK) + blob(
        [(w * 0.75, -h * 0.3), (w * 0.2, -h * 0.05), (w * 0.12, h * 0.2), (w * 0.6, h * 0.05)], INK
    )
    return (
        blob(
            [(0, -h * 1.15), (w, -h * 0.6), (w * 0.75, h * 0.3), (0, h * 0.85), (-w * 0.75, h * 0.3), (-w, -h * 0.6)],
            fill,
        )
        + eyes
        + curve(
            f"M{num(-w * 0.16)} {num(h * 0.52)}Q0 {num(h * (0.56 + 0.1 * mouth))} {num(w * 0.16)} {num(h * 0.52)}",
            INK,
            h * 0.05,
        )
        + stroke([(-w * 0.3, -h * 1.0), (-w * 0.5, -h * 1.5)], fill, h * 0.06)
        + stroke([(w * 0.3, -h * 1.0), (w * 0.5, -h * 1.5)], fill, h * 0.06)
        + circle(-w * 0.5, -h * 1.55, h * 0.1, "#e2b23a")
        + circle(w * 0.5, -h * 1.55, h * 0.1, "#e2b23a")
    )


HATS: dict[str, Callable[[str, float, float, float], str]] = {
    "crown": _crown, "cone": _cone, "visor": _visor, "nurse": _nurse, "wig": _wig, "tricorne": _tricorne, "clown": _clown, "band": _band, "mask": _mask, "goggles": _goggles, "veil": _veil, "halo": _halo,
}  # fmt: skip
STRANGE_HEADS: dict[str, Callable[[Looks, float, float], str]] = {"ghost": _ghost, "skull": _skull, "alien": _alien}
