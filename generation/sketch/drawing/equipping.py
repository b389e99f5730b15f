"""What a place and a deed add to somebody on the stage: a seat, a desk, a rod, the book that is read."""

from dataclasses import replace

from generation.sketch.reading.supplying import PEERING
from generation.sketch.reading.understood import Subject

from .relating import perches
from .stage import Stage

SEATS = ("bench", "chair", "sofa", "bed", "stool", "throne", "hammock", "swing", "wheelchair")
# The furniture that is drawn with who works at it, and so is not placed by itself.
WORKPLACES = {
    "write": frozenset(("table",)),
    "type": frozenset(("table", "computer")),
    "eat": frozenset(("table",)),
    "cook": frozenset(("stove", "pan", "pot")),
    "sit": frozenset(("table",)),
}
TOOLS = {
    "read": "book", "phone": "phone", "sweep": "broom", "play music": "guitar", "aim": "gun", "pour": "bottle",
    "row": "stick", "work": "hammer", "drink": "cup", "photograph": "camera", "fish": "fishing rod",
    "water": "watering can", "smoke": "cigarette",
}  # fmt: skip
AT_REST = frozenset(("stand", "look", "sit", "hold", "think", "smile", "talk", "look down", "look up"))
ANGLING = frozenset(("river", "lake", "harbour", "coast", "beach", "sea", "island"))
AIRCRAFT = frozenset(("plane", "helicopter", "rocket", "ufo", "balloon ship"))
DECKS = frozenset(("rowboat", "boat", "sailboat", "ship", "submarine"))
AIRY = frozenset(("ghost", "angel"))  # they hang in the air upright


def equipped(st: Stage, subject: Subject, number: int) -> Subject:
    """A subject as it is staged: told by traits whether it perches, sits on something, sits at a table."""
    if perches(st, number):
        subject = replace(subject, traits=(*subject.traits, "perched"))
    if subject.group != "person":
        return subject
    return _handed(st, _floating(st, _placed_at(st, subject, number)))


def at_work(st: Stage, kind: str) -> bool:
    """Whether a thing is drawn with somebody who works at it."""
    return any(kind in WORKPLACES.get(person.action, ()) for person in st.seen.people)


def aboard(st: Stage, number: int) -> bool:
    """Whether somebody flies an aircraft, and so is not seen."""
    within = [second for first, how, second in st.seen.relations if first == number and how == "in"]
    return any(st.seen.subjects[second].kind in AIRCRAFT for second in within)


def _placed_at(st: Stage, subject: Subject, number: int) -> Subject:
    traits = list(subject.traits)
    carried = any(first == number and how in ("on", "in") for first, how, _second in st.seen.relations)
    if carried or st.has(*SEATS):
        traits.append("seated")
    elif not st.seen.interior:
        traits.append("outdoors")
    if subject.action == "sit" and at_work(st, "table") and st.has("table"):
        traits.append("at table")
    if subject.action in WORKPLACES and any(p.action == subject.action for p in st.seen.subjects[:number]):
        traits.append("sharing")  # two who cook have one stove
    if st.seen.place == "car interior" and subject.action in AT_REST:
        subject = replace(subject, action="ride along")
    if st.seen.place == "classroom" and subject.kind == "teacher" and subject.action == "write":
        subject = replace(subject, action="chalk")
    if PEERING in traits and subject.action in ("look", "stand"):
        subject = replace(subject, action="eyepiece" if st.has("telescope") else "look through")
    return replace(subject, traits=tuple(traits))


def _floating(st: Stage, subject: Subject) -> Subject:
    """Who only stands or walks under water swims; in space one floats; a ghost hangs in the air."""
    if subject.kind in AIRY and subject.action == "fly":
        return replace(subject, action="hover")
    own = {"underwater": "swim", "space": "fly"}.get(st.seen.place)
    if (
        st.seen.place == "sea"
        and not st.has(*DECKS, "rock", "raft")
        and subject.action in ("stand", "walk", "look", "swim")
    ):
        own = "swim"  # nobody stands on the sea
    if own and subject.action in ("stand", "walk", "run", "look", "swim", "fly"):
        return replace(subject, action=own)
    return subject


def _handed(st: Stage, subject: Subject) -> Subject:
    """With the tool of what they do in their hand, where none was named."""
    if subject.held:
        return subject
    tool = "" if subject.action == "work" and st.has("net") else TOOLS.get(subject.action, "")
    if "reading" in subject.traits or "drinking" in subject.traits:
        tool = "book" if "reading" in subject.traits else "cup"
    if subject.label == "fisherman" and subject.action in ("stand", "sit") and st.seen.place in ANGLING:
        tool = "fishing rod"
    return replace(subject, held=((tool, ""),)) if tool else subject
