"""Where a crowd stands: in rows behind whom the shot is about, or all over the picture, near and far."""

from dataclasses import replace

from generation.sketch.reading.understood import Subject

from .actors import Actor
from .framing import Framing
from .milling import BUSTLING, CROWDS
from .placed import Placed
from .stage import Stage

AUDIENCES = frozenset(("stage", "stadium", "cinema"))  # these have their own
THRONGED = frozenset(
    (
        *("street", "market", "village", "railway", "airport", "bridge", "road", "harbour", "park", "shop", "corridor"),
        *("metro station", "fairground", "hotel lobby", "museum", "western town", "castle", "beach"),
    )
)
NARROW = frozenset(("car interior", "elevator", "bathroom", "lighthouse stairs"))
PASSERS_BY = 5
EXTRAS_SCALE = 0.74  # of those who stand before them
ROWS = ((1.0, 0.0), (0.93, 40.0), (0.86, 76.0))  # how large, and how much higher in the picture
FAR_ROW = 0.007  # how much deeper each row stands
CHATTING = 260.0  # between two who chat, in body units
BEHIND_A_FACE = (5, 0.42, 0.87)  # how many are seen behind a close-up, how large, and how deep
SOFT = 1.6  # how much softer they are than what stands about


def passers_by(st: Stage) -> list[Subject]:
    """Those who are there when a place is said to be crowded, and nobody of the crowd is named."""
    told = any(subject.label in CROWDS and subject.count > 1 for subject in st.seen.subjects)
    if "crowd" not in st.seen.features or told or not st.seen.crowd or st.seen.place in AUDIENCES | NARROW:
        return []
    return [thronging(st, Subject("person", "person", "passer-by", count=PASSERS_BY))]


def thronging(st: Stage, subject: Subject) -> Subject:
    """The subject, told by a trait whether people walk about where it stands."""
    bustles = subject.label in CROWDS and st.seen.place in THRONGED
    return replace(subject, traits=(*subject.traits, BUSTLING)) if bustles else subject


def crowd_of(actors: list[Actor]) -> list[Actor]:
    """Those of the actors who are of a crowd of several."""
    return [actor for actor in actors if actor.subject.label in CROWDS and actor.subject.count > 1]


def place_crowd(st: Stage, frame: Framing, placed: list[Placed], extras: list[Actor]) -> list[Placed]:
    """Extras behind those who are `placed`, if there are any, some to this side and some to that."""
    if st.seen.place in AUDIENCES:
        return []
    lead = placed[0].scale * EXTRAS_SCALE if placed else _scale_alone(st, frame, extras)
    low, high = st.spread or (-st.half * 0.94, st.half * 0.94)
    found: list[Placed] = []
    groups = 0
    for index, actor in enumerate(extras):
        size, higher = ROWS[groups % len(ROWS)]
        x = (low + high) / 2 + (high - low) / 2 * (2 * ((groups * 0.618 + 0.12) % 1) - 1)
        faces = 1.0 if actor.subject.action == "chat" or index % 2 else -1.0
        if partner := _listened_to(found, actor):
            size, higher = ROWS[(groups - 1) % len(ROWS)]
            x, faces = partner.x + CHATTING * partner.scale, -1.0
        else:
            groups += 1
        y = (st.stand(x) if st.stand else placed[0].y if placed else frame.line) - higher - (40 if placed else 0)
        depth = (0.9 if placed else 1.0) - FAR_ROW * ROWS.index((size, higher))
        found.append(Placed(actor, x, y, lead * size, faces, depth))
    return found


def _listened_to(found: list[Placed], actor: Actor) -> Placed | None:
    """The one beside whom somebody stands who chats: the one before, if that one chats with nobody yet."""
    last = found[-1] if found and actor.subject.action == "chat" else None
    return last if last and last.actor.subject.action == "chat" and last.faces > 0 else None


def _scale_alone(st: Stage, frame: Framing, extras: list[Actor]) -> float:
    """The size of the shot, as far as the place allows it."""
    tallest = max(actor.height for actor in extras)
    ground = st.stand(0.0) if st.stand else frame.line
    return min(frame.share, (ground - 80) / tallest, st.scale_limit)


def behind_a_face(st: Stage, lead: Placed, extras: list[Actor], blur: float) -> list[Placed]:
    """Some of a crowd behind whom a close shot is about, out of focus, their eyes about as high."""
    count, share, depth = BEHIND_A_FACE
    found = []
    eyes = lead.y + lead.actor.head[1] * lead.scale
    for index, actor in enumerate(extras[:count]):
        x = st.half * 0.9 * (2 * ((index * 0.618 + 0.05) % 1) - 1)
        scale = lead.scale * share * ROWS[index % len(ROWS)][0]
        y = eyes + 40 + 16 * (index % 3) - actor.head[1] * scale
        faces = 1.0 if index % 2 else -1.0
        found.append(Placed(actor, x, y, scale, faces, depth - FAR_ROW * (index % 3), blur=max(2.0, blur * SOFT)))
    return found
