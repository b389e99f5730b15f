"""What a deed needs that the words leave out: the bicycle of a cyclist, the car of who drives, the boat of who rows."""

from dataclasses import replace

from .places import PLACES
from .small_words import word_set
from .understood import Subject, Understood

RIDDEN = word_set("horse donkey camel elephant zebra dragon cow bicycle motorcycle sled skateboard dinosaur deer")
DRIVEN = word_set("car taxi van truck bus tractor ambulance tank cart tram train") | {"fire engine", "steam train"}
ROWED = word_set("rowboat boat sailboat ship")
MOUNTS = {
    **dict.fromkeys(("cyclist", "bicyclist"), "bicycle"), **dict.fromkeys(("motorcyclist", "biker"), "motorcycle"),
    **dict.fromkeys(("rider", "horseman", "horsewoman", "jockey"), "horse"),
    **dict.fromkeys(("skateboarder", "skater"), "skateboard"), "rower": "rowboat",
}  # fmt: skip
# What one does in it, how one is there, and which kinds serve; the first is drawn when the words name none.
CARRIED = {
    "ride": ("on", ("bicycle", *sorted(RIDDEN - {"bicycle"}))), "drive": ("in", ("car", *sorted(DRIVEN - {"car"}))),
    "fly": ("in", ("plane", "helicopter", "rocket", "ufo")),
    "row": ("in", ("rowboat", *sorted(ROWED - {"rowboat"}))), "sail": ("in", ("sailboat", *sorted(ROWED))),
}  # fmt: skip
ON_HORSEBACK = word_set("castle desert field forest mountains canyon savannah farm battlefield beach ruins canyon")
INSIDE_VEHICLES = frozenset(("car interior", "train carriage", "spaceship", "ship deck"))


PEERING = "peering"  # the trait of who looks through something
OPTICAL = frozenset(("telescope", "microscope", "binoculars", "camera"))
PUNCHED = frozenset(("bag", "punching bag"))


def supplied(seen: Understood) -> Understood:
    """The shot with what its riders, drivers and rowers sit on or in, where the words do not say it.

    Who punches a bag alone has one that hangs there, and who looks through a window only looks.
    """
    seen = _with_their_objects(seen)
    for index, subject in enumerate(seen.subjects):
        wanted = MOUNTS.get(subject.label)
        if subject.group != "person" or seen.place in INSIDE_VEHICLES:
            continue
        if wanted or subject.action in CARRIED:
            seen = _on_its_way(seen, index, wanted or "")
    return seen


def _with_their_objects(seen: Understood) -> Understood:
    alone = sum(person.count for person in seen.people) == 1
    boxing = alone and any(person.action == "fight" for person in seen.people)
    there = {subject.kind for subject in seen.subjects}
    told = []
    for subject in seen.subjects:
        if boxing and subject.kind in PUNCHED:
            subject = replace(subject, kind="punching bag", action="stand")
        if PEERING in subject.traits and not OPTICAL & (there | {kind for kind, _hue in subject.held}):
            subject = replace(subject, traits=tuple(trait for trait in subject.traits if trait != PEERING))
        told.append(subject)
    return replace(seen, subjects=tuple(told))


def _on_its_way(seen: Understood, index: int, wanted: str) -> Understood:
    subject = seen.subjects[index]
    action = subject.action if subject.action in CARRIED else "row" if wanted in ROWED else "ride"
    how, kinds = CARRIED[action]
    if any(first == index and said in ("on", "in") for first, said, _second in seen.relations):
        return seen
    there = [at for at, other in enumerate(seen.subjects) if other.kind in (wanted, *kinds)]
    if not there and (action == "fly" or _walled(seen)):
        return seen
    if not there:
        kind = wanted or ("horse" if action == "ride" and seen.place in ON_HORSEBACK else kinds[0])
        group = "animal" if kind == "horse" else "vehicle"
        if kind == "skateboard":
            group = "prop"
        vehicle = Subject(kind, group, kind, count=subject.count)
        seen = replace(seen, subjects=(*seen.subjects, vehicle))
    second = there[0] if there else len(seen.subjects) - 1
    return replace(seen, relations=(*seen.relations, (index, how, second)))


def _walled(seen: Understood) -> bool:
    place = PLACES.get(seen.place)
    return bool(place and place.interior)
