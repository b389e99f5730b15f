"""A placed actor as layers: its shadow, its drawings in turn, its light, and how it travels."""

from collections.abc import Callable

from .actors import Actor
from .flames import PHASES, SECONDS, flames
from .label import label
from .pen import ellipse, glow, group
from .placed import Placed
from .stage import Layer, Motion, Stage, flicker, sway

TRAVEL = {
    "walk": 70.0,
    "run": 170.0,
    "climb": 46.0,
    "enter": 64.0,
    "leave": 60.0,
    "drive": 190.0,
    "swim": 40.0,
    "fly": 90.0,
    "ride": 120.0,
    "sneak": 40.0,
    "crawl": 26.0,
    "push": 40.0,
    "pull": 30.0,
    "carry": 60.0,
    "sail": 40.0,
    "row": 40.0,
}
SHADOWLESS = frozenset(("picture", "explosion", "campfire"))
MOST_LIGHT = 900.0  # how far a flame shines, in units: it lights a picture and does not drown it


def lay_actor(st: Stage, place: Placed, number: int, seconds: float, tracking: bool) -> None:
    """Add the layers of a placed actor: its shadow, its drawings, its name if nobody knows it, and its light."""
    actor = place.actor
    motion, pick = _motion(st, place, seconds, tracking), _pick(actor, number)
    arts = tuple(group(art, place.x, place.y, place.scale, flip=place.faces < 0) for art in actor.arts)
    box = place.bounds()
    if not actor.flies and not actor.floats and place.carrier is None and actor.subject.kind not in SHADOWLESS:
        width = min(actor.width, 420 if actor.subject.group == "person" else actor.width) * place.scale * 0.52
        shadow = ellipse(
            place.x + (actor.box[0] + actor.box[2]) / 2 * place.scale * place.faces * (actor.subject.group != "person"),
            place.y + 2,
            width,
            width * 0.11,
            "#0c0d14",
            0.2,
        )
        st.layers.append(Layer((shadow,), place.depth - 0.004, lit=False, motion=_flat(motion), rides=True))
    dark = st.light.dark and actor.subject.group != "vehicle"
    st.layers.append(
        Layer(
            arts,
            place.depth + 0.0005 * number,
            box=box,
            lift=0.66 if dark else 0.5,
            blur=place.blur,
            motion=motion,
            pick=pick,
            voice=actor.subject.name.casefold(),
            mouths=actor.mouths,
            subject=number,
            pivot=(place.x, place.y) if place.carrier is None else (place.carrier.x, place.carrier.y),
            rides=True,
        )
    )
    if actor.subject.action == "burn":
        _burning(st, place, number, motion)
    if actor.subject.group == "unknown":
        word = label(actor.subject.label, place.x, place.bounds()[1] - 8, 34.0)
        st.layers.append(Layer((word,), place.depth + 0.02, lit=False, motion=motion, rides=True))
    if actor.light and (st.light.dark or actor.subject.kind == "campfire" or st.seen.interior):
        lx, ly, reach = actor.light
        x, y = place.x + lx * place.scale * place.faces, place.y + ly * place.scale
        many = max(1, actor.subject.count) ** 0.8  # the candles of a cake together light no more than a lamp
        for strength, above in ((0.5 / many, -0.008), (0.2 / many, 0.03)):
            st.layers.append(
                Layer(
                    (glow(x, y, min(reach * place.scale, MOST_LIGHT), "#ffc66a", strength),),
                    place.depth + above,
                    lit=False,
                    add=True,
                    motion=motion,
                    gain=flicker(0.16, number),
                    fine=False,
                    pivot=(place.x, place.y),
                    rides=True,
                )
            )


def _burning(st: Stage, place: Placed, number: int, motion: Motion | None) -> None:
    """Flames over a thing, and their light."""
    x0, y0, x1, y1 = place.bounds()
    upright = (y1 - y0) > 0.7 * (x1 - x0)  # a house burns from the ground, a wreck from above
    wide, tall = (x1 - x0) * (0.98 if upright else 0.72), max((y1 - y0) * 0.8, (x1 - x0) * 0.3)
    x, foot = (x0 + x1) / 2, ((x0 + x1) / 2, y0 + (y1 - y0) * (0.98 if upright else 0.62))
    lag = number * 0.37
    st.layers.append(
        Layer(
            tuple(flames(wide, tall, i / PHASES, foot) for i in range(PHASES)),
            place.depth + 0.003,
            lit=False,
            motion=motion,
            pick=lambda t: int((t / SECONDS + lag) * PHASES) % PHASES,
            rides=True,
        )
    )
    st.light_up(glow(x, foot[1] - tall * 0.4, min(tall * 2.2, MOST_LIGHT), "#ff9a4a", 0.45), place.depth + 0.004,
                gain=flicker(0.2, number), motion=motion, rides=True)  # fmt: skip


def _flat(motion: Motion | None) -> Motion | None:
    return None if motion is None else lambda t: (motion(t)[0], 0.0, 0.0)


def _pick(actor: Actor, number: int) -> Callable[[float], int] | None:
    count = len(actor.arts) // actor.mouths
    if len(actor.arts) < 2:
        return None
    lag = (number * 0.37) % 1
    return lambda t: int((t / actor.seconds + lag) * count) % count


def _motion(st: Stage, place: Placed, seconds: float, tracking: bool) -> Motion | None:
    if place.carrier:
        return _motion(st, place.carrier, seconds, tracking)
    actor = place.actor
    if actor.floats and st.afloat is not None and st.seen.place != "underwater":
        rough = {"storm": 3.0, "wind": 1.8, "rain": 1.3}.get(st.seen.weather, 0.8)
        return sway(8, 9 * rough, 3.4, 3.2 * rough, phase=place.x / 700)
    speed = TRAVEL.get(actor.subject.action, 60.0 if actor.flies and actor.subject.group != "prop" else 0.0)
    if not speed or place.scale <= 0 or tracking:
        return None
    reach = min(speed * seconds * max(0.35, min(place.scale / 0.45, 1.6)), st.half * 0.5)
    x0, _y0, x1, _y1 = place.bounds()
    reach = max(0.0, min(reach, 2 * (st.half * 0.97 - max(abs(x0), abs(x1)))))

    def travel(t: float) -> tuple[float, float, float]:
        dx = place.faces * reach * (t / max(seconds, 0.01) - 0.5)
        return dx, (st.stand(place.x + dx) - st.stand(place.x)) if st.stand and not actor.flies else 0.0, 0.0

    return travel
