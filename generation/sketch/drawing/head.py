"""Heads: skull, hair, face and hats, drawn about (0, 0) for a head of the given size, facing right or to us."""
# ruff: noqa: E501 (a drawing or a table reads best a shape a line)

from .hats import HATS, STRANGE_HEADS
from .light import shade
from .looks import Looks
from .pen import blob, circle, curve, ellipse, group, num, path, poly, rect, smooth, stroke, taper

INK = "#2a2326"
IRISES = ("#4a3526", "#54684f", "#4d6a80", "#3b2a20")


def head(
    looks: Looks,
    size: float,
    view: str,
    mouth: float,
    smile: bool = False,
    gaze: tuple[float, float] = (0, 0),
    near: bool = False,
) -> str:
    """A head `size` units high with its middle at (0, 0); `near` its eyes have whites and lights."""
    if looks.hat == "robot":
        return _robot(looks, size)
    if looks.hat in STRANGE_HEADS:
        return STRANGE_HEADS[looks.hat](looks, size, mouth)
    side = view == "side"
    parts = [_back_hair(looks, size, side), _bare_neck(looks, size, view), _skull(looks, size, side)]
    if view != "back":
        parts += [group(_face(looks, size, side, mouth, smile, near), gaze[0] * size * 0.06, gaze[1] * size * 0.07)]
    parts += [_front_hair(looks, size, side, view == "back"), _hat(looks, size, side)]
    return "".join(parts)


def _bare_neck(looks: Looks, size: float, view: str) -> str:
    """The neck again, before hair that falls behind it: else long hair would look like a beard."""
    if view != "front" or looks.style not in ("long", "bob") or looks.hat in ("hood", "bubble"):
        return ""
    return taper((0, size * 0.3), (0, size * 0.66), size * 0.19, size * 0.22, shade(looks.skin, 0.86))


def _skull(looks: Looks, size: float, side: bool) -> str:
    w, h, skin = size * 0.385, size * 0.5, looks.skin
    if side:
        outline = [(-w * 0.92, -h * 0.2), (-w * 0.3, -h * 0.96), (w * 0.62, -h * 0.78), (w * 0.86, -h * 0.22), (w * 1.08, h * 0.16),
                   (w * 0.88, h * 0.28), (w * 0.82, h * 0.62), (w * 0.5, h * 0.92), (-w * 0.1, h * 0.66), (-w * 0.72, h * 0.4)]  # fmt: skip
        return blob(outline, skin)
    outline = [(0, -h), (w * 0.82, -h * 0.62), (w, 0), (w * 0.74, h * 0.58), (w * 0.28, h * 0.95), (-w * 0.28, h * 0.95),
               (-w * 0.74, h * 0.58), (-w, 0), (-w * 0.82, -h * 0.62)]  # fmt: skip
    shadow = [(-w * 0.99, -h * 0.3), (-w * 0.6, h * 0.1), (-w * 0.42, h * 0.6), (-w * 0.1, h * 0.97), (-w * 0.3, h * 0.94), (-w * 0.78, h * 0.54), (-w, 0)]  # fmt: skip
    ears = ellipse(w * 1.0, h * 0.1, w * 0.14, h * 0.17, skin) + ellipse(
        -w * 1.0, h * 0.1, w * 0.14, h * 0.17, shade(skin, 0.88)
    )
    return ears + blob(outline, skin) + blob(shadow, shade(skin, 0.9))


def _face(looks: Looks, size: float, side: bool, mouth: float, smile: bool, near: bool) -> str:
    w, h = size * 0.385, size * 0.5
    eye_y, ink = h * 0.06, shade(looks.skin, 0.42)
    brow = shade(looks.hair, 0.85)
    lip = shade(looks.skin, 0.62) if not looks.female else "#a2524b"
    eyes = [w * 0.52] if side else [-w * 0.36, w * 0.46]
    parts = []
    for x in eyes:
        parts.append(_near_eye(looks, x, eye_y, w, h, side) if near else ellipse(x, eye_y, w * 0.085, h * 0.085, INK))
        parts.append(curve(f"M{num(x - w * 0.2)} {num(eye_y - h * 0.17)}Q{num(x)} {num(eye_y - h * 0.27)} {num(x + w * 0.18)} {num(eye_y - h * 0.17)}", brow, h * 0.05))  # fmt: skip
    if not side:
        parts.append(curve(f"M{num(w * 0.06)} {num(h * 0.1)}L{num(w * 0.15)} {num(h * 0.36)}L{num(w * 0.02)} {num(h * 0.38)}", shade(looks.skin, 0.78), h * 0.045))  # fmt: skip
        parts.append(ellipse(-w * 0.5, h * 0.36, w * 0.17, h * 0.1, "#d0705c", 0.16) + ellipse(w * 0.56, h * 0.36, w * 0.17, h * 0.1, "#d0705c", 0.16))  # fmt: skip
    mx, my, mw = (w * 0.66, h * 0.52, w * 0.2) if side else (w * 0.05, h * 0.6, w * 0.27)
    if mouth > 0.15:
        parts.append(ellipse(mx, my + h * 0.02, mw * 0.8, h * (0.03 + 0.1 * mouth), shade(lip, 0.6)))
    else:
        bend = h * (0.09 if smile else 0.03)
        parts.append(curve(f"M{num(mx - mw)} {num(my)}Q{num(mx)} {num(my + bend)} {num(mx + mw)} {num(my - bend * 0.2)}", lip, h * 0.05))  # fmt: skip
    return "".join(parts) + _extras(looks, w, h, side, eye_y, ink)


def _near_eye(looks: Looks, x: float, y: float, w: float, h: float, side: bool) -> str:
    """An eye that can bear being looked at: white, iris, pupil, a light in it, and the lid above."""
    wide = w * (0.13 if side else 0.19)
    lid = curve(f"M{num(x - wide)} {num(y - h * 0.01)}Q{num(x)} {num(y - h * 0.15)} {num(x + wide)} {num(y - h * 0.01)}", INK, h * 0.035)  # fmt: skip
    return (
        ellipse(x, y, wide, h * 0.085, "#f3efe8")
        + ellipse(
            x + (w * 0.03 if side else 0), y, w * 0.105, h * 0.088, IRISES[len(looks.hair + looks.style) % len(IRISES)]
        )
        + ellipse(x + (w * 0.03 if side else 0), y, w * 0.055, h * 0.05, INK)
        + circle(x + w * 0.04, y - h * 0.035, h * 0.02, "#ffffff", 0.9)
        + lid
    )


def _extras(looks: Looks, w: float, h: float, side: bool, eye_y: float, ink: str) -> str:
    parts = _mask(looks.mask, w, h, side, eye_y) if looks.mask else ""
    if looks.glasses:
        for x in [w * 0.54] if side else [-w * 0.36, w * 0.46]:
            parts += f'<circle cx="{num(x)}" cy="{num(eye_y)}" r="{num(w * 0.26)}" fill="none" stroke="{ink}" stroke-width="{num(h * 0.04)}"/>'
    if looks.beard:
        jaw = [(w * 0.2, h * 0.5), (w * 0.84, h * 0.44), (w * 0.7, h * 1.02), (w * 0.1, h * 1.02), (-w * 0.2, h * 0.5)]
        full = [(-w * 0.92, h * 0.2), (-w * 0.45, h * 0.46), (w * 0.05, h * 0.4), (w * 0.55, h * 0.46), (w * 0.95, h * 0.2),
                (w * 0.7, h * 0.8), (0, h * 1.18), (-w * 0.7, h * 0.8)]  # fmt: skip
        parts += blob(jaw if side else full, looks.hair) + ellipse(
            w * (0.6 if side else 0.05), h * 0.58, w * 0.18, h * 0.05, shade(looks.skin, 0.6)
        )
    return parts


def _mask(fill: str, w: float, h: float, side: bool, eye_y: float) -> str:
    """A band over the eyes, with the eyes in it."""
    left, right = (-w * 0.1, w * 0.98) if side else (-w * 0.98, w * 0.98)
    band = blob([(left, eye_y - h * 0.24), ((left + right) / 2, eye_y - h * 0.2), (right, eye_y - h * 0.24),
                 (right, eye_y + h * 0.2), ((left + right) / 2, eye_y + h * 0.12), (left, eye_y + h * 0.22)], fill)  # fmt: skip
    eyes = [w * 0.52] if side else [-w * 0.36, w * 0.46]
    return band + "".join(
        ellipse(x, eye_y, w * 0.13, h * 0.09, "#f3efe8") + ellipse(x, eye_y, w * 0.06, h * 0.07, INK) for x in eyes
    )


def _back_hair(looks: Looks, size: float, side: bool) -> str:
    w, h, dark = size * 0.42, size * 0.5, shade(looks.hair, 0.82)
    x = -w * 0.35 if side else 0
    if looks.hat in ("hood", "bubble", "visor", "wig") or looks.style in ("bald", "short", "side"):
        return ""
    if looks.style == "long":
        return blob([(x, -h * 1.05), (x + w, -h * 0.5), (x + w * (0.5 if side else 1.12), h * 0.8), (x + w * 0.4, h * 1.75),
                     (x - w * 0.7, h * 1.75), (x - w * 1.12, h * 0.6), (x - w, -h * 0.5)], dark)  # fmt: skip
    if looks.style == "bob":
        return blob([(x, -h * 1.08), (x + w * 1.02, -h * 0.4), (x + w * (0.4 if side else 1.15), h * 0.75), (x, h * 0.95), (x - w * 1.15, h * 0.75), (x - w * 1.05, -h * 0.4)], dark)  # fmt: skip
    if looks.style == "bun":
        return circle(x - (w * 0.55 if side else 0), -h * 1.12, w * 0.45, dark)
    if looks.style in ("ponytail", "braid"):
        tails = [-1] if side or looks.style == "ponytail" else [-1, 1]
        return "".join(poly_tail(x + s * w * 0.7, w, h, dark, s) for s in tails)
    return circle(x * 0.4, -h * 0.35, w * 1.2, dark)


def poly_tail(x: float, w: float, h: float, fill: str, s: float) -> str:
    """A ponytail hanging from behind the head."""
    return blob([(x, -h * 0.5), (x + s * w * 0.75, -h * 0.35), (x + s * w * 0.7, h * 0.9), (x + s * w * 0.3, h * 1.5), (x + s * w * 0.2, h * 0.5)], fill)  # fmt: skip


def _front_hair(looks: Looks, size: float, side: bool, back: bool) -> str:
    w, h, fill = size * 0.405, size * 0.5, looks.hair
    if looks.style == "bald" or looks.hat in ("hood", "bubble", "helmet", "visor", "wig"):
        if looks.style == "bald" and not back:
            return ellipse(-w * 0.92, h * 0.05, w * 0.12, h * 0.3, fill) + (
                "" if side else ellipse(w * 0.95, h * 0.05, w * 0.1, h * 0.3, fill)
            )
        return ""
    if back:
        return blob([(0, -h * 1.06), (w, -h * 0.5), (w * 0.96, h * 0.3), (w * 0.5, h * 0.62), (-w * 0.5, h * 0.62), (-w * 0.96, h * 0.3), (-w, -h * 0.5)], fill)  # fmt: skip
    if side:
        return path(smooth([(w * 0.86, -h * 0.48), (w * 0.5, -h * 0.98), (-w * 0.3, -h * 1.1), (-w * 1.02, -h * 0.5), (-w * 0.98, h * 0.28), (-w * 0.5, h * 0.42)])
                    + f"L{num(-w * 0.22)} {num(h * 0.06)}L{num(-w * 0.05)} {num(-h * 0.32)}Z", fill)  # fmt: skip
    part = w * 0.3
    return path(
        smooth([(-w * 1.02, h * 0.12), (-w * 1.04, -h * 0.45), (-w * 0.55, -h * 1.0), (part, -h * 1.09), (w * 0.85, -h * 0.75), (w * 1.04, h * 0.05)])
        + f"L{num(w * 0.84)} {num(-h * 0.26)}Q{num(w * 0.7)} {num(-h * 0.5)} {num(part)} {num(-h * 0.62)}Q{num(-w * 0.5)} {num(-h * 0.5)} {num(-w * 0.82)} {num(-h * 0.16)}Z", fill,
    )  # fmt: skip


def _hat(looks: Looks, size: float, side: bool) -> str:
    if not looks.hat:
        return ""
    w, h, fill = size * 0.42, size * 0.5, looks.hat_colour or looks.top
    x = w * 0.1 if side else 0
    band = shade(fill, 0.75)
    dome = blob(
        [
            (x - w * 1.02, -h * 0.42),
            (x - w * 0.8, -h * 1.1),
            (x, -h * 1.28),
            (x + w * 0.8, -h * 1.1),
            (x + w * 1.02, -h * 0.42),
        ],
        fill,
    )
    if looks.hat in HATS:
        return HATS[looks.hat](fill, w, h, x)
    if looks.hat == "hood":
        return path(smooth([(-w * 0.95, h * 0.95), (-w * 1.25, 0), (-w * 0.7, -h * 1.1), (w * 0.1, -h * 1.25), (w * 0.85, -h * 0.8), (w * (0.9 if side else 1.2), h * 0.1), (w * 0.8, h * 0.95)])
                    + (f"L{num(w * 0.3)} {num(h * 0.75)}L{num(w * 0.36)} {num(-h * 0.5)}L{num(-w * 0.2)} {num(-h * 0.6)}L{num(-w * 0.3)} {num(h * 0.8)}Z" if side else
                       f"Q{num(w * 0.9)} {num(-h * 0.75)} 0 {num(-h * 0.78)}Q{num(-w * 0.9)} {num(-h * 0.75)} {num(-w * 0.95)} {num(h * 0.95)}Z"), fill)  # fmt: skip
    if looks.hat == "bubble":
        return f'<circle cx="0" cy="0" r="{num(size * 0.66)}" fill="#bcd6e4" fill-opacity=".28" stroke="{fill}" stroke-width="{num(size * 0.07)}"/>' + circle(w * 0.5, -h * 0.6, w * 0.16, "#ffffff", 0.6)  # fmt: skip
    if looks.hat == "toque":
        return rect(-w * 0.85, -h * 1.15, w * 1.7, h * 0.6, fill) + ellipse(0, -h * 1.35, w * 1.1, h * 0.45, fill)
    if looks.hat in ("cap", "helmet"):
        return dome + (ellipse(x + w * 0.9, -h * 0.46, w * 0.6, h * 0.09, band) if looks.hat == "cap" else rect(x - w * 1.08, -h * 0.5, w * 2.16, h * 0.12, band))  # fmt: skip
    brim = 1.9 if looks.hat == "straw" else 1.42
    return (
        dome + rect(x - w * 1.0, -h * 0.62, w * 2.0, h * 0.18, band) + ellipse(x, -h * 0.44, w * brim, h * 0.13, fill)
    )


def _robot(looks: Looks, size: float) -> str:
    w, h = size * 0.42, size * 0.46
    return (stroke([(0, -h), (0, -h * 1.35)], shade(looks.top, 0.6), h * 0.08) + circle(0, -h * 1.4, h * 0.12, "#d8543a")
            + rect(-w, -h, 2 * w, 2 * h, looks.top, w * 0.3) + rect(-w * 0.8, -h * 0.45, w * 1.6, h * 0.7, "#20303a", w * 0.2)
            + circle(-w * 0.35, -h * 0.1, w * 0.16, "#8fe0e0") + circle(w * 0.35, -h * 0.1, w * 0.16, "#8fe0e0")
            + poly([(-w * 0.4, h * 0.5), (w * 0.4, h * 0.5), (w * 0.3, h * 0.66), (-w * 0.3, h * 0.66)], shade(looks.top, 0.6)))  # fmt: skip
