"""The prompts that were kept apart: what a person expects to be understood of each, and how much of it is.

They were written before the reader's vocabulary was deepened, and the reader is never tuned to them: a fact that is
missed here stays missed until a prompt of another set, or a user, asks for it. Run the module to see the figures.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from generation.sketch import SketchRequest, Subject, Understood, understand
from generation.sketch.reading.colours import COLOURS

PROMPTS = json.loads((Path(__file__).parent / "held_out.json").read_text(encoding="utf-8"))

Fact = tuple[str, str, bool]


def score() -> tuple[int, int, list[tuple[int, str, str]]]:
    """Return (facts understood, facts asked for, [(number of the prompt, kind of fact, what was missed)])."""
    right, asked, missed = 0, 0, []
    for number, prompt in enumerate(PROMPTS, 1):
        for kind, told, understood in facts_of(prompt):
            asked += 1
            right += understood
            if not understood:
                missed.append((number, kind, told))
    return right, asked, missed


def facts_of(prompt: dict) -> Iterator[Fact]:
    """Yield (kind, what was expected, whether it was understood) for every fact of a prompt."""
    told = {key: value for key, value in prompt.items() if key != "facts"}
    seen = understand(SketchRequest(**{**told, "cast": tuple(told.get("cast", ()))}))
    facts = prompt["facts"]
    for what in ("place", "hour", "weather", "season", "size"):
        if what in facts:
            yield what, "/".join(facts[what]), getattr(seen, what) in facts[what]
    if "move" in facts:
        yield "move", " ".join(facts["move"]), tuple(part for part in seen.move if part) == tuple(facts["move"])
    if "mood" in facts:
        yield "mood", "/".join(facts["mood"]), bool(set(seen.moods) & set(facts["mood"]))
    for expected in facts.get("subjects", ()):
        yield from _subject_facts(seen, expected)
    for first, relation, second in facts.get("relations", ()):
        yield "relation", f"{first} {relation} {second}", _related(seen, first, relation, second)
    for thing in facts.get("absent", ()):
        yield "absent", thing, _absent(seen, thing)
    for word in facts.get("unknown", ()):
        yield "unknown", word, word in seen.not_understood


def _subject_facts(seen: Understood, expected: dict) -> Iterator[Fact]:
    who = expected.get("named") or expected["is"][0]
    subject = next((s for s in seen.subjects if _is(s, expected)), None)
    yield "subject", who, subject is not None
    for what in ("count", "colour", "hair", "build", "held", "does", "worn"):
        if what in expected:
            yield what, f"{who}: {expected[what]}", subject is not None and _has(subject, what, expected[what])


def _is(subject: Subject, expected: dict) -> bool:
    if "named" in expected:
        return subject.name == expected["named"] and subject.kind in expected["is"]
    return subject.group != "unknown" and (subject.kind in expected["is"] or subject.label in expected["is"])


def _has(subject: Subject, what: str, expected) -> bool:
    if what == "count":
        return subject.count == expected
    if what == "colour":
        return subject.colour == COLOURS[expected]
    if what == "hair":
        return subject.hair == expected or subject.worn("hair") == COLOURS.get(expected, "-")
    if what == "build":
        return expected in subject.traits or (expected == "tall" and "big" in subject.traits)
    if what == "held":
        return expected in [kind for kind, _hue in subject.held]
    if what == "does":
        return subject.action in expected
    hues = dict(subject.colours)
    return any(
        (hue and COLOURS[hue] in hues.values()) or (not hue and garment in hues) for garment, hue in expected.items()
    )


def _related(seen: Understood, first: str, relation: str, second: str) -> bool:
    names = [{s.kind, s.label, s.name} for s in seen.subjects]
    return any(
        first in names[a] and second in names[b] and said == relation for a, said, b in getattr(seen, "relations", ())
    )


def _absent(seen: Understood, thing: str) -> bool:
    if thing == "people":
        return not seen.people and not seen.crowd
    return all(thing not in {s.kind, s.label, *dict(s.colours)} for s in seen.subjects)


def kinds() -> dict[str, list[bool]]:
    """Return, by kind of fact, whether each was understood."""
    known: dict[str, list[bool]] = {}
    for prompt in PROMPTS:
        for kind, _told, understood in facts_of(prompt):
            known.setdefault(kind, []).append(understood)
    return known


def report() -> str:
    """Return the figures and what was missed, as text."""
    right, asked, missed = score()
    lines = [f"{right} of {asked} facts understood ({right / asked:.1%}), {len(PROMPTS)} prompts"]
    lines += [f"  {kind:9} {sum(known):3} of {len(known):3}" for kind, known in kinds().items()]
    return "\n".join([*lines, *(f"  missed in {number}: {kind}: {told}" for number, kind, told in missed)])


if __name__ == "__main__":
    print(report())
