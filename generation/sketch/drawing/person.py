"""A whole person: limbs, clothes, head, drawn for one pose."""

from dataclasses import dataclass, replace

from .head import head
from .light import shade
from .looks import Looks
from .pen import Point, blob, circle, ellipse, group, path, poly, rect, smooth, stroke, taper
from .pose import Joints, Pose, solve

HEMS = {"coat": 0.62, "dress": 0.62, "skirt": 0.42, "jacket": 0.1, "suit": 0.08, "shirt": 0.04, "apron": 0.5}
FLARES = {"coat": 1.35, "dress": 1.75, "skirt": 1.5, "apron": 1.15}
OPEN_LEGS = ("side",)
DESK, DESK_REACH = "#8a6242", 680.0


@dataclass(frozen=True)
class Drawn:
    """Art in units of a body 1000 high standing on (0, 0); where its hand and head are; the box that holds it."""

    art: str
    hand: Point
    head: Point
    head_size: float
    box: tuple[float, float, float, float]


def person(looks: Looks, pose: Pose, held_art: str = "", smile: bool = False, near_by: bool = False) -> Drawn:
    """Draw a person. `held_art` is put into the near hand, in body units, its grip at (0, 0)."""
    joints = solve(pose, looks)
    near, far = joints.arms
    side = pose.view == "side"
    parts = [
        _seat(joints, pose.seat == "log") if pose.seat else "",
        worn_behind(joints, looks, side),
        _arm(far, looks, 0.84) if side else "",
        _leg(joints.legs[1], looks, 0.86, side),
        _leg(joints.legs[0], looks, 1.0, side),
        _neck(joints, looks),
        _torso(joints, looks, pose),
        "" if side else _arm(far, looks, 0.9),
        group(
            head(looks, joints.head_size, pose.view, pose.mouth, smile, pose.gaze, near_by),
            *joints.head,
            turn=pose.tilt + pose.lean,
        ),
        _scarf(joints, looks),
        group(held_art, *near[2]) if held_art else "",
        _desk(joints, pose.desk) if pose.desk else "",
        _arm(near, looks, 0.94 if side else 0.97),
    ]
    art, hand, skull = "".join(parts), near[2], joints.head
    if pose.turn:
        return _turned(art, hand, joints, pose.turn)
    reach = max(
        DESK_REACH if pose.desk else 420.0,
        abs(skull[0]) + joints.head_size,
        abs(hand[0]) + 60,
        620.0 if looks.back == "wings" else 0.0,
    )
    top = min(skull[1] - joints.head_size * 1.25, hand[1] - 60)
    return Drawn(art, hand, skull, joints.head_size, (-reach, top - 40, reach, 24))


def worn_behind(joints: Joints, looks: Looks, side: bool) -> str:
    """A cape or wings, behind everything else."""
    (cx, cy), (hx, hy) = joints.chest, joints.hip
    if looks.back == "cape":
        away = -170 if side else 0
        return blob(
            [(cx - 90, cy - 10), (cx + 90, cy - 10), (hx + 190 + away * 0.4, hy + 300), (hx + away * 1.4, hy + 350),
             (hx - 190 + away, hy + 300)],
            looks.back_colour,
        )  # fmt: skip
    if looks.back == "wings":
        feathers = ((0, 40), (300, -330), (520, -260), (430, 120), (210, 330), (60, 210))
        wing = [(cx + dx, cy + dy) for dx, dy in feathers]
        mirrored = [(2 * cx - x, y) for x, y in wing]
        return blob(mirrored, shade(looks.back_colour, 0.9)) + ("" if side else blob(wing, looks.back_colour))
    return ""


def _desk(joints: Joints, what: str) -> str:
    """What somebody works at: a table with what lies on it, or a stove with a pan."""
    x, y = joints.hip[0] + 150, joints.hip[1] - 104
    if what == "stove":
        hob = rect(x, y, 460, -y, "#d9d6cd", 10) + rect(x + 60, y + 110, 340, 230, "#4a4d50", 12)
        knobs = "".join(circle(x + 80 + 100 * i, y + 56, 16, "#4a4d50") for i in range(4))
        pan = rect(x + 70, y - 74, 230, 70, "#7d3a30", 14) + rect(x + 290, y - 60, 130, 20, "#3a3d42", 8)
        return hob + rect(x - 20, y - 14, 500, 30, "#3a3d42", 8) + knobs + pan
    legs = rect(x + 30, y, 34, -y, shade(DESK, 0.72)) + rect(x + 420, y, 34, -y, shade(DESK, 0.72))
    return legs + rect(x - 20, y, 520, 32, DESK, 8) + _on_desk(what, x, y)


def _on_desk(what: str, x: float, y: float) -> str:
    if what == "laptop":
        screen = poly([(x + 250, y - 6), (x + 274, y - 6), (x + 350, y - 220), (x + 326, y - 220)], "#55595f")
        return (
            screen
            + poly([(x + 246, y - 12), (x + 322, y - 216), (x + 316, y - 216), (x + 236, y - 12)], "#d7ecf2")
            + rect(x + 60, y - 14, 210, 14, "#3a3d42", 5)
        )
    if what == "paper":
        return poly([(x + 40, y), (x + 210, y), (x + 230, y - 16), (x + 70, y - 16)], "#f4efe2")
    if what == "plate":
        return ellipse(x + 130, y - 10, 96, 16, "#f1ede2") + ellipse(x + 130, y - 24, 62, 18, "#c9803f")
    return ""


def _seat(joints: Joints, outdoors: bool) -> str:
    """A plain stool under somebody who sits, or a log in the open."""
    (x, y), top = joints.hip, "#7b5a40"
    if outdoors:
        middle, half = (y + 54) / 2, -(y + 54) / 2
        log = rect(x - 190, y + 54, 350, 2 * half, "#5d4430", 50)
        return log + ellipse(x + 140, middle, 50, half, "#a5835c") + ellipse(x + 140, middle, 24, half * 0.5, "#7d5f42")
    return (
        rect(x - 120, y + 58, 230, 34, top, 10)
        + rect(x - 104, y + 84, 30, -y - 84, shade(top, 0.75))
        + rect(x + 62, y + 84, 30, -y - 84, shade(top, 0.75))
    )


def _turned(art: str, hand: Point, joints: Joints, turn: float) -> Drawn:
    lifted = abs(turn) < 80
    y = -120.0 if lifted else -95.0
    x = 480.0 * (1 if turn < 0 else -1) * (0.5 if lifted else 1)
    return Drawn(
        group(art, x, y, turn=turn), (x, y), (-x, y), joints.head_size, (-700, -900 if lifted else -420, 700, 90)
    )


def _leg(leg: tuple[Point, Point, Point], looks: Looks, tone: float, side: bool) -> str:
    hip, knee, ankle = leg
    bare = looks.garment in ("dress", "skirt") and not looks.old
    w = looks.width * (1.12 if looks.child else 1)
    cloth = shade(looks.skin if bare else looks.top if looks.garment == "suit" else looks.trousers, tone)
    shoe = shade(looks.shoes, tone)
    x, y = ankle
    toe = [
        (x - 26, y - 14),
        (x + 18, y - 16),
        (x + (66 if side else 40), y + 14),
        (x + (64 if side else 38), y + 30),
        (x - 34, y + 30),
        (x - 34, y + 4),
    ]
    foot = path(smooth(toe, closed=True), shoe)
    return taper(hip, knee, 50 * w, 38 * w, cloth) + taper(knee, ankle, 38 * w, 28 * w, cloth) + foot


def _arm(arm: tuple[Point, Point, Point], looks: Looks, tone: float) -> str:
    shoulder, elbow, hand = arm
    w = looks.width * (1.15 if looks.child else 1)
    sleeve = shade(looks.under if looks.garment == "apron" else looks.top, tone)
    short = looks.garment in ("dress", "shirt") and not looks.old
    lower = shade(looks.skin, tone) if short else sleeve
    return (
        circle(*hand, 27 * w, shade(looks.skin, tone))
        + taper(elbow, hand, 29 * w, 21 * w, lower)
        + taper(shoulder, elbow, 39 * w, 32 * w, sleeve)
    )


def _neck(joints: Joints, looks: Looks) -> str:
    size = joints.head_size
    return taper(joints.chest, joints.neck, size * 0.22, size * 0.19, shade(looks.skin, 0.86))


def _torso(joints: Joints, looks: Looks, pose: Pose) -> str:
    outline = _outline(joints, looks, pose)
    fill = looks.under if looks.garment == "apron" else looks.top
    art = path(smooth(outline, closed=True), fill)
    half = len(outline) // 2
    shadow = [
        *outline[half:],
        *[
            ((a[0] * 0.45 + b[0] * 0.55), (a[1] + b[1]) / 2)
            for a, b in zip(outline[:half], reversed(outline[half:]), strict=False)
        ],
    ]
    art += fade_shadow(shadow, fill)
    return art + _details(joints, looks, pose, outline)


def fade_shadow(places: list[Point], fill: str) -> str:
    """The side of a garment away from the light."""
    return path(smooth(places, closed=True), shade(fill, 0.86))


def _outline(joints: Joints, looks: Looks, pose: Pose) -> list[Point]:
    front = pose.view != "side"
    shoulder = (92 if looks.female or looks.child else 110) * looks.width * (1 if front else 0.62)
    waist = (70 if looks.female else 86) * looks.width * (1 if front else 0.82)
    if looks.child:
        waist = 88 * (1 if front else 0.82)
    hem_share, flare = HEMS.get(looks.garment, 0.05), FLARES.get(looks.garment, 1.0)
    (cx, cy), (hx, hy) = joints.chest, joints.hip
    mx, my = (cx + hx) / 2, cy + (hy - cy) * 0.58
    knees = [leg[1] for leg in joints.legs]
    drop = hy + 24 + (max(knee[1] for knee in knees) - hy) * hem_share * 1.3
    spread = abs(knees[0][0] - knees[1][0]) * (0.4 if not front else 0.25) * min(1, hem_share * 1.8)
    shift = (knees[0][0] + knees[1][0]) / 2 * hem_share if not front else 0
    if pose.seat:
        drop, spread, shift = hy + 62, 30, 40 * hem_share
    hem = max(waist * 1.06, waist * flare * (0.86 + hem_share * 0.2)) + spread
    x = hx + shift
    return [
        (cx + shoulder * 0.42, cy - 16),
        (cx + shoulder, cy + 22),
        (cx + shoulder * 0.98, cy + 90),
        (mx + waist, my),
        (x + hem, drop),
        (x + hem * 0.5, drop + 8),
        (x - hem * 0.5, drop + 8),
        (x - hem, drop),
        (mx - waist, my),
        (cx - shoulder * 0.98, cy + 90),
        (cx - shoulder, cy + 22),
        (cx - shoulder * 0.42, cy - 16),
    ]


def _details(joints: Joints, looks: Looks, pose: Pose, outline: list[Point]) -> str:
    (cx, cy), (hx, hy) = joints.chest, joints.hip
    if pose.view != "front":
        return ""
    dark = shade(looks.top, 0.7)
    if looks.garment in ("coat", "jacket", "suit"):
        v = path(f"M{cx - 34:.0f} {cy - 20:.0f}L{cx + 34:.0f} {cy - 20:.0f}L{cx + 4:.0f} {cy + 96:.0f}Z", looks.under)
        end = outline[5][1] - 6
        return (
            v
            + stroke([(cx + 4, cy + 96), (hx + 4, end)], dark, 5, 0.7)
            + "".join(circle(cx + 20, cy + 140 + i * 70, 7, dark) for i in range(3))
        )
    if looks.garment == "apron":
        return path(
            f"M{cx - 60:.0f} {cy + 60:.0f}H{cx + 60:.0f}L{hx + 96:.0f} {hy + 150:.0f}H{hx - 96:.0f}Z", looks.top
        ) + stroke([(hx - 84, hy - 90), (hx + 84, hy - 90)], shade(looks.top, 0.8), 8)
    return blob([(cx - 34, cy - 18), (cx + 34, cy - 18), (cx, cy + 24)], shade(looks.skin, 0.92))


def _scarf(joints: Joints, looks: Looks) -> str:
    if not looks.scarf:
        return ""
    (cx, cy), size = joints.chest, joints.head_size
    return ellipse(cx, cy - 14, size * 0.36, size * 0.17, looks.scarf) + stroke(
        [(cx - size * 0.1, cy), (cx - size * 0.2, cy + size)], looks.scarf, size * 0.2
    )


def from_behind(looks: Looks) -> Drawn:
    """Somebody seen from behind, for over-the-shoulder shots."""
    return person(replace(looks, scarf=looks.scarf), Pose("back", (7, 3), (7, 3)))
