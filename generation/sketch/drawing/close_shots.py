"""Placing the actors of a close shot: by the face, whoever is beside, and what lies before them."""

from .actors import Actor
from .framing import Framing
from .placed import EMBRACES, Placed, embraced
from .stage import Stage

EMBRACED_WIDTH = 400.0  # of two who embrace, as far as a close shot must show them
SHOWN_CLOSE = {"MLS": 4, "CS": 4, "MS": 3, "2S": 2, "OTS": 1, "MCU": 2, "CU": 1, "BCU": 1, "ECU": 1, "INS": 1}
BEHIND_SOMEBODY = 0.99  # the depth of an animal that would hide a face
SHOULDER = 210.0  # how far from the middle of somebody their shoulder is, in body units
LOWEST_HEAD = 520.0  # where a child's head may be beside a grown person in a close shot
MOST_BEFORE, FOREGROUND = 400.0, 985.0  # how high, and where, things stand in the foreground of a close shot


def place_close(st: Stage, frame: Framing, size: str, actors: list[Actor]) -> list[Placed]:
    hugging = len([a for a in actors if a.subject.action in EMBRACES])
    shown = actors[: max(SHOWN_CLOSE.get(size, 2), min(hugging, 2))]
    if shown[0].subject.group != "person":
        return _close_things(st, frame, shown)
    people = [a for a in shown if a.subject.group == "person"]
    room = size in ("MLS", "CS", "MS", "MCU", "2S")
    beside = [a for a in actors if a.subject.group == "animal"][:1] if room else []
    things = [a for a in actors if a.subject.group in ("prop", "unknown")]
    looked_through = [a for a in things if a.subject.kind == "telescope" and people[0].subject.action == "eyepiece"]
    before = things[: 2 - len(beside)] if room else looked_through
    lead = max(people, key=lambda a: a.height)
    top = 1000.0 if lead.head_size > 180 else lead.height
    scale = min((1000 - frame.line) / (frame.share * max(lead.height, 320.0)), 14.0)
    span = 0.0 if len(people) == 1 else min(st.half * 1.05, 520 * scale * (len(people) - 1) * 0.62)
    if len(people) > 1:
        scale = min(scale, st.width * 0.94 / (EMBRACED_WIDTH if hugging > 1 else 330 * len(people)))
    shortest = min(a.height for a in people)
    if shortest < lead.height * 0.8:
        scale = min(scale, (LOWEST_HEAD - frame.line) / (lead.height - shortest))
    placed = []
    for index, actor in enumerate(people):
        at = 0.0 if len(people) == 1 else index / (len(people) - 1) - 0.5
        x = at * span if len(people) > 1 else -st.side * st.half * (0.16 if size not in ("CU", "BCU", "ECU") else 0.06)
        faces = (1.0 if at < 0 else -1.0) if len(people) > 1 else st.side
        y = frame.line + top * scale
        x -= actor.head[0] * scale * faces
        placed.append(Placed(actor, x, y, scale, faces))
    embraced(placed)
    for actor in beside:
        x, clear = _clear_of(st, placed, actor, scale)
        y = min(placed[0].y, 1040 + actor.height * scale * 0.35)
        placed.append(Placed(actor, x, y, scale, -st.side, 1.02 if clear else BEHIND_SOMEBODY))
    return placed + _before(st, before, scale, bool(beside))


def _clear_of(st: Stage, placed: list[Placed], animal: Actor, scale: float) -> tuple[float, bool]:
    """Where an animal stands beside somebody, at least half of it seen; and whether it is clear of them there."""
    wanted = st.side * placed[0].x + (SHOULDER + animal.width / 2) * scale
    x = min(max(wanted, st.half * 0.55), st.half * 1.02)
    return st.side * x, x >= wanted


def _before(st: Stage, things: list[Actor], scale: float, taken: bool) -> list[Placed]:
    """What lies about in a close shot stands at the lower edge, before the people."""
    placed = []
    for index, thing in enumerate(things):
        own = min(scale, MOST_BEFORE / thing.height, st.half * 0.7 / thing.width)
        thing.light = thing.light and (*thing.light[:2], MOST_BEFORE / own)
        side = st.side * (-1.0 if taken or index else 1.0)
        placed.append(Placed(thing, side * st.half * 0.5, FOREGROUND, own, 1.0, 1.03))
    return placed


def _close_things(st: Stage, frame: Framing, actors: list[Actor]) -> list[Placed]:
    lead = actors[0]
    fill = {0.76: 0.5, 0.64: 0.6, 0.54: 0.7}.get(frame.share, 0.8)
    if lead.subject.group == "animal" and frame.share < 0.4:
        scale = min(900 / (lead.height * 0.62), st.width * 1.3 / lead.width)
        return [Placed(lead, -lead.head[0] * scale * st.side * 0.8, 140 + lead.height * scale, scale, st.side)]
    scale = min(1000 * fill / lead.height, st.width * 0.86 / lead.width)
    y = 500 + lead.height * scale / 2 + 40
    return [Placed(lead, -(lead.box[0] + lead.box[2]) / 2 * scale * st.side, y, scale, st.side)]
