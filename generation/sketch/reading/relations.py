"""Where subjects stand to each other: next to, behind, in front of, on, in, under, over, between, facing."""

from .draft import Draft
from .supplying import RIDDEN
from .words import Lexicon, Word

RELATIONS = {
    "next to": "next to|beside|alongside|near|close to|by|against|at the side of|to the left of|to the right of",
    "behind": "behind|in back of",
    "in front of": "in front of|ahead of",
    "on": (
        "on|on top of|upon|onto|atop|astride|on the back of|on the roof of|on the hood of|on the edge of|up|"
        "climb|climbs|climbing|ride|rides|riding|rode|mount|mounts"
    ),
    "with": "with",
    "in": "in|inside|drive|drives|driving|drove|row|rows|rowing|sail|sails|sailing|aboard",
    "under": "under|underneath|beneath|below",
    "over": "over|above",
    "between": "between",
    "facing": "facing|opposite|face to face with|face to face|faces|face each other|facing each other",
}
EACH_OTHER = frozenset(("face to face", "face each other", "facing each other"))
SENTENCE_ENDS = frozenset(".;!?\n")
OBJECTS = {"him": "man", "her": "woman", "it": "", "them": "", "us": ""}
REACH = 7  # words between a relation and whom it names
CONTAINERS = ("vehicle",)
HOLLOW = frozenset(("bathtub", "bed", "box", "chest", "tent", "cage", "barrel", "hammock", "basket", "cradle", "well"))

SEATS = frozenset(("chair", "sofa", "throne", "swing", "wheelchair"))
CLIMBED = frozenset(("ladder", "rope", "rock", "horse", "fence", "camel", "donkey", "elephant"))

Mention = tuple[int, Draft]
Related = tuple[Draft, str, Draft]


def relations_of(
    words: list[Word], mentions: list[Mention], lexicon: Lexicon[str], ends: frozenset[int]
) -> list[Related]:
    """Every (who, relation, to whom) that the words tell. `ends` are the positions of words that no phrase spans."""
    found: list[Related] = []
    marks = sorted(mentions, key=lambda mention: mention[0])
    for position, length, relation in lexicon.find(words):
        before = _before(words, marks, position)
        phrase = " ".join(word.lower for word in words[position : position + length])
        if phrase in EACH_OTHER:
            found += _each_other(before)
            continue
        found += _told(words, marks, before, position, length, relation, ends)
    return [related for related in map(_aboard, found) if related and _possible(*related)]


def _aboard(related: Related) -> Related | None:
    """`A boat with a man`: he is in it. Else `with` tells nothing of where they stand."""
    first, relation, second = related
    if relation != "with":
        return related
    if second.group != "person" or first.group not in ("vehicle", "animal"):
        return None
    on = first.kind in RIDDEN
    return (second, "on" if on else "in", first) if on or first.group == "vehicle" else None


def _told(
    words: list[Word],
    marks: list[Mention],
    before: list[Draft],
    position: int,
    length: int,
    relation: str,
    ends: frozenset[int],
) -> list[Related]:
    start = position + length
    after = _after(words, marks, start, ends)
    pronoun = words[start].lower if start < len(words) else ""
    if pronoun in OBJECTS and not after:
        return _to_pronoun(words, marks, position, start, relation, OBJECTS[pronoun])
    if not after:
        return []
    second = after[0]
    if not before:
        rest = _after(words, marks, second[0] + 1, frozenset(), reach=12, skip=second[1])
        return [(rest[0][1], relation, second[1])] if rest else []
    others = _joined(words, marks, second[0], ends) if relation == "between" else []
    return [(before[-1], relation, other) for other in (second[1], *others)]


def _to_pronoun(
    words: list[Word], marks: list[Mention], position: int, start: int, relation: str, gender: str
) -> list[Related]:
    """`Next to her a man sleeps`, `he hides behind it`: whom the pronoun means was named before."""
    earlier = [draft for at, draft in marks if at < position]
    meant = [d for d in earlier if not gender or d.gender in (gender, "")] or earlier
    if not meant:
        return []
    before = [draft for draft in _before(words, marks, position) if draft is not meant[-1]]
    if before:
        return [(before[-1], relation, meant[-1])]
    rest = [draft for _at, draft in _after(words, marks, start + 1, frozenset(), reach=6)]
    return [(rest[0], relation, meant[-1])] if rest else []


def _before(words: list[Word], marks: list[Mention], position: int) -> list[Draft]:
    """Whom the same sentence named so far."""
    start = position
    while start > 0 and words[start - 1].lower not in SENTENCE_ENDS:
        start -= 1
    return [draft for at, draft in marks if start <= at < position]


def _after(
    words: list[Word],
    marks: list[Mention],
    start: int,
    ends: frozenset[int],
    reach: int = REACH,
    skip: Draft | None = None,
) -> list[Mention]:
    """Whom the words from `start` on name first, with nothing between that belongs to something else."""
    for at, draft in marks:
        if at < start or draft is skip:
            continue
        between = range(start, at)
        clear = len(between) <= reach and not any(words[i].lower in SENTENCE_ENDS or i in ends for i in between)
        return [(at, draft)] if clear else []
    return []


def _joined(words: list[Word], marks: list[Mention], position: int, ends: frozenset[int]) -> list[Draft]:
    """The second of `between a tree and a house`."""
    for index in range(position + 1, min(position + REACH, len(words))):
        if words[index].lower == "and":
            return [draft for _at, draft in _after(words, marks, index + 1, ends)]
    return []


def _each_other(before: list[Draft]) -> list[Related]:
    if len(before) > 1:
        return [(before[-2], "facing", before[-1])]
    return [(before[-1], "facing", before[-1])] if before and before[-1].count > 1 else []


def _possible(first: Draft, relation: str, second: Draft) -> bool:
    if first is second:
        return relation == "facing" and first.count > 1
    if relation == "in":
        return second.group in CONTAINERS or second.kind in HOLLOW or second.kind in SEATS
    if first.action == "climb" and relation == "on":
        return second.kind in CLIMBED
    return True
