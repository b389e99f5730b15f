"""What each of a crowd does meanwhile: some linger and look about, two chat, and where people come and go some walk."""

from dataclasses import replace

from generation.sketch.reading.understood import Subject

CROWDS = frozenset(
    ("crowd", "audience", "spectator", "villager", "shopper", "passer-by", "guest", "pedestrian", "commuter", "tourist")
)
BUSTLING = "bustling"  # the trait of a crowd in a place through which people walk
WAITING = ("linger", "chat", "chat", "linger", "linger")
PASSING = ("linger", "chat", "chat", "walk", "linger", "walk")
PACES = (1.0, 0.86, 1.18, 0.93, 1.1)  # no two neighbours shift their weight at once


def milling(subject: Subject, index: int) -> Subject:
    """The index-th of a subject, with something of its own to do if it is of a crowd that only stands there."""
    if subject.label not in CROWDS or subject.count < 2 or subject.action != "stand" or subject.speaking:
        return subject
    deeds = PASSING if BUSTLING in subject.traits else WAITING
    return replace(subject, action=deeds[index % len(deeds)])


def pace(subject: Subject, index: int) -> float:
    """How long the index-th takes for what all of them do, as a share."""
    return PACES[index % len(PACES)] if subject.label in CROWDS else 1.0


def lead_in(subject: Subject, index: int) -> float:
    """How far into what it does the index-th is at the start, as a share of the whole: a still shows no parade."""
    return 0.382 * index % 1 if subject.label in CROWDS else 0.0
