"""From a request to what is understood of it."""

import re
from dataclasses import replace
from typing import Any

from generation.sketch.request import LONGEST_TEXT, SketchRequest

from .draft import Draft
from .given_names import ALSO_WORDS, usual
from .lexicons import (
    ACT,
    COLOUR,
    FEATURE,
    GARMENT,
    HOUR,
    MOOD,
    MOVE,
    PLACE,
    RELATION,
    SEASON,
    SIZE,
    SUBJECT,
    TRAIT,
    WEATHER,
)
from .notes import SELF_TOLD
from .people import cast_drafts, stranger
from .places import OPEN_GROUND, PLACES
from .relations import relations_of
from .scan import Scan
from .small_words import CAMERA, NAMING, NOT_NAMES, PRONOUNS, SINGULAR_PRONOUNS, word_set
from .supplying import DRIVEN, RIDDEN, supplied
from .tongues import worded
from .understood import Subject, Understood
from .verbs import MUTUAL, WHILE_SEATED
from .weather import weather_of
from .where import hour_of, place_of
from .words import Lexicon, Word, words_of

LISTED: tuple[Lexicon[Any], ...] = (
    SUBJECT, ACT, PLACE, COLOUR, TRAIT, HOUR, WEATHER, SEASON, MOOD, GARMENT, SIZE, MOVE,
)  # fmt: skip
UNSEEN = re.compile(r"\((?:v\.?o\.?|o\.?s\.?|o\.?c\.?|off)\)|\b(?:narrator|voice)\b", re.IGNORECASE)
BEACONS = frozenset(("coast", "sea", "harbour", "beach", "ship deck"))  # a lamp here is the lighthouse's
MOST_SUBJECTS = 8
SAT_ON = {
    **dict.fromkeys(("bench", "chair", "sofa", "throne", "stool", "swing", "wheelchair", "sled"), "sit"),
    **dict.fromkeys(("bed", "hammock", "cradle"), "lie"),
}
# What is done to somebody: the name behind it is a person's.
TOWARDS = frozenset(("hug", "kiss", "fight", "look", "whisper", "push", "pull", "kick", "carry"))
BESIDE = word_set("with beside behind between")  # a name that stands after these is somebody's, hardly a place's
PARENTS = word_set("mother mum mom mama father dad daddy parent")
SAT_INSIDE = {"car interior": ("car", "taxi", "van"), "train carriage": ("train", "tram", "bus")}
UPRIGHT_THINGS = word_set("blackboard screen picture computer mirror phone television door easel letter book map radio")
ON_A_TABLE = frozenset(("stand", "dance", "sit", "lie", "jump", "climb", "crawl", "kneel", "walk", "sing", "fall"))
RIDES = {"skateboard": "balance"}
UPRIGHT = frozenset(("stand", "hold", "read", "look", "smile", "think"))  # what nobody does who sits down


def understand(request: SketchRequest) -> Understood:
    """What the engine reads in a request; never raises for strange text, it understands less instead."""
    words, language, unread = worded(request.action[:LONGEST_TEXT])
    told = without_directions(words)
    named = cast_drafts(request.cast)
    _introduce(told, named)
    scan = Scan(told, named, listing=bool(language)).run()
    _add_speakers(request, scan, named)
    _add_pronouns(scan, words, request)
    drafts = _kept(scan)
    place, known = place_of(*_place_texts(request), told, [d.kind for d in drafts])
    drafts = [d for d in drafts if not _is_the_place(d, place)]
    _make_children(drafts)
    seen = _summary(request, words, scan, drafts, place, known)
    wordless = bool(request.action.strip()) and not any(not word.breaks for word in words)
    related = _related(told, scan, drafts)
    seen = replace(seen, relations=related, language=language, unread=unread, wordless=wordless)
    return _seated(supplied(seen))


def _make_children(drafts: list[Draft]) -> None:
    """A son or a daughter beside a parent is a child, and grown up alone."""
    if any(d.label in PARENTS for d in drafts):
        for draft in drafts:
            if not draft.name and draft.label in ("son", "daughter"):
                draft.kind = {"son": "boy", "daughter": "girl"}[draft.label]


def _is_the_place(draft: Draft, place: str) -> bool:
    """Whether a thing is the place itself: the lamp of a lighthouse, the car that one sits in."""
    if draft.kind == "lamp":
        return draft.label == "lamp" and place in BEACONS
    return draft.kind in SAT_INSIDE.get(place, ())


def _related(words: list[Word], scan: Scan, drafts: list[Draft]) -> tuple[tuple[int, str, int], ...]:
    """How the subjects stand to each other, by their places in the list of subjects."""
    at = {id(draft): index for index, draft in enumerate(drafts)}
    told = relations_of(words, scan.mentions, RELATION, frozenset(scan.ends))
    known = [(at[id(a)], how, at[id(b)]) for a, how, b in told if id(a) in at and id(b) in at]
    return tuple(dict.fromkeys(known))[:MOST_SUBJECTS]


def _seated(seen: Understood) -> Understood:
    """Who is on a horse or a bicycle rides it, whatever else is said."""
    subjects = list(seen.subjects)
    relations = tuple(related for related in seen.relations if not _desk_work(subjects, *related))
    for first, how, second in relations:
        if how == "on" and subjects[first].group == "person" and subjects[second].kind in RIDDEN:
            subjects[first] = replace(subjects[first], action=RIDES.get(subjects[second].kind, "ride"))
            subjects[second] = _moving(subjects[second], "walk" if subjects[second].group == "animal" else "drive")
        elif (
            how == "in" and _oared(subjects[second], subjects[0]) and subjects[first].action in ("stand", "sit", "row")
        ):
            subjects[first] = replace(subjects[first], action="row" if first == 0 else "sit")
            subjects[second] = replace(subjects[second], kind="rowboat")
        elif how in ("on", "in") and subjects[second].kind in SAT_ON and subjects[first].action in UPRIGHT:
            subjects[first] = _sitting(subjects[first], SAT_ON[subjects[second].kind])
        elif how == "in" and subjects[first].group == "person" and subjects[second].kind in DRIVEN:
            subjects[first] = replace(subjects[first], action="drive")
            subjects[second] = _moving(subjects[second], "drive")
    return replace(seen, subjects=tuple(subjects), relations=relations)


def _desk_work(subjects: list[Subject], first: int, how: str, second: int) -> bool:
    """`Stares at the photograph on his desk`, `writes on the blackboard`: nobody stands on it."""
    person, thing = subjects[first], subjects[second]
    if how == "on" and thing.kind in UPRIGHT_THINGS and person.group == "person":
        return True
    return how == "on" and thing.kind == "table" and person.group == "person" and person.action not in ON_A_TABLE


def _oared(boat: Subject, rower: Subject) -> bool:
    """Whether whoever is in a boat rows it."""
    return boat.kind == "rowboat" or (boat.label == "boat" and rower.action == "row")


def _sitting(subject: Subject, action: str) -> Subject:
    """Who reads on a bench sits there and goes on reading."""
    doing = WHILE_SEATED.get(subject.action)
    return replace(subject, action=action, traits=(*subject.traits, doing) if doing else subject.traits)


def _moving(subject: Subject, action: str) -> Subject:
    return replace(subject, action=action) if subject.action == "stand" else subject


def without_directions(words: list[Word]) -> list[Word]:
    """The words without those to the camera: directions in capitals that open a sentence (`PAN RIGHT with`)."""
    kept: list[Word] = []
    directing = True
    for word in words:
        directing = word.opens or directing
        directing = directing and (word.written in CAMERA or word.written == "-")
        if not directing:
            kept.append(word)
    return kept


def _place_texts(request: SketchRequest) -> tuple[str, str]:
    described = " ".join(
        str(element.get("description", "")) for element in request.cast if element.get("kind") == "place"
    )
    return request.setting, f"{request.place} {described}".strip()


def _introduce(words: list[Word], named: dict[tuple[str, ...], Draft]) -> None:
    """Capitalised words followed by a verb, and names in capitals, are people even when the bible has no entry."""
    for index, word in enumerate(words[:-1]):
        key = (word.lower,)
        if key in named or not word.written[:1].isupper() or not _unlisted(words, index):
            continue
        verb = ACT.at(words, index + 1)[1] and not _things_do(word, words[index + 1])
        joined = words[index + 1].lower == "and" and words[min(index + 2, len(words) - 1)].written[:1].isupper()
        if (
            verb
            or joined
            or (word.written.isupper() and len(word.written) > 2)
            or _follows_and(words, index)
            or (usual(word.written) and not (word.opens and word.lower in ALSO_WORDS))
            or _told(words, index)
            or ACT.at(words, max(0, index - 1))[0] in TOWARDS
            or words[max(0, index - 1)].lower in BESIDE
        ):
            named[key] = stranger(word.written.title(), words)


def _things_do(word: Word, verb: Word) -> bool:
    """`Roots lift`, `Puddles flew`: a plural that opens a sentence is no name, whose verb would end in -s."""
    return word.opens and word.plural and not word.written.isupper() and not verb.lower.endswith("s")


def _told(words: list[Word], index: int) -> bool:
    """`a dog, Pip, barks`, `a girl named Lina`: a name beside the one who has it."""
    if index < 2 or words[index - 1].lower in NAMING:
        return index >= 2
    meaning = SUBJECT.at(words, index - 2)[0]
    return words[index - 1].lower == "," and words[index + 1].breaks and meaning is not None and meaning[0] in SELF_TOLD


def _follows_and(words: list[Word], index: int) -> bool:
    return index > 1 and words[index - 1].lower == "and" and words[index - 2].written[:1].isupper()


def _unlisted(words: list[Word], index: int) -> bool:
    word = words[index]
    if len(word.lower) < 2 or not word.written.isalpha() or word.lower in PRONOUNS:
        return False
    return word.lower not in NOT_NAMES and not any(known.at(words, index)[1] for known in LISTED)


def _add_speakers(request: SketchRequest, scan: Scan, named: dict[tuple[str, ...], Draft]) -> None:
    for speaker, _text in request.dialogue[:20]:
        if UNSEEN.search(speaker):
            continue
        name = re.sub(r"\(.*?\)|\^", "", speaker).strip()
        key = tuple(word.lower for word in words_of(name) if not word.breaks)[:3]
        if not key:
            continue
        draft = named.get(key) or named.get(key[:1]) or stranger(name.title(), scan.words)
        named.setdefault(key, draft)
        draft.speaking = True
        if draft not in scan.drafts and not draft.denied:
            scan.drafts.append(draft)


def _add_pronouns(scan: Scan, words: list[Word], request: SketchRequest) -> None:
    """ "She runs" alone still shows somebody: the storyboard's first character, else a person."""
    if any(d.group == "person" for d in scan.drafts) or scan.no_people or "POV" in (request.size, SIZE.first(words)):
        return  # whose eyes we look through is not in the picture
    if both := _couple(words):
        acts = [str(meaning) for _at, _length, meaning in ACT.find(words)]
        act = next((one for one in acts if one in MUTUAL), ACT.first(words))
        scan.drafts[:0] = [Draft(kind, "person", kind, action=str(act or "stand")) for kind in both]
        scan.hand = False
        return
    wanted = SINGULAR_PRONOUNS if scan.drafts else PRONOUNS
    pronoun = next((w for w in words if wanted.get(w.lower)), None)
    if pronoun is None or scan.hand:
        return
    first = next(iter(draft for draft in scan.named.values() if draft.group == "person"), None)
    draft = first or Draft(PRONOUNS[pronoun.lower], "person", PRONOUNS[pronoun.lower])
    if pronoun.lower not in SINGULAR_PRONOUNS and first is None:
        draft.count = 2
    act = ACT.first(words)
    act = act if act != "write" or act in scan.acts else scan.acts[0]  # who draws a gun draws no picture
    draft.action = draft.action or str(act or "stand")
    for thing in [one for one in scan.unheld if one in scan.drafts][:1]:
        draft.held.append((thing.kind, thing.colours.get("self", "")))
        scan.drafts.remove(thing)
    scan.drafts.insert(0, draft)


def _couple(words: list[Word]) -> tuple[str, ...]:
    """man and woman, the one who does it first, where both are told by pronouns alone: `He takes her hand.`"""
    told = tuple(dict.fromkeys(filter(None, (SINGULAR_PRONOUNS.get(word.lower, "") for word in words))))
    return told if len(told) > 1 and {"he", "she"} & {word.lower for word in words} else ()


def _kept(scan: Scan) -> list[Draft]:
    drafts = [d for d in scan.drafts if not d.denied and not (scan.no_people and d.group == "person" and not d.name)]
    ranks = {"person": 0, "animal": 1, "vehicle": 1, "unknown": 2, "prop": 3}
    return sorted(drafts, key=lambda d: ranks[d.group])[:MOST_SUBJECTS]


def _summary(
    request: SketchRequest, words: list[Word], scan: Scan, drafts: list[Draft], place: str, known: bool
) -> Understood:
    interior = PLACES[place].interior if place in PLACES else False
    field_words = words_of(f"{request.place} . {request.time_of_day}")
    size, move = SIZE.first(words), MOVE.first(words)
    weather, carried = weather_of(field_words, words, place, request.weather)
    return Understood(
        place=place,
        place_label=str(PLACES[place].label) if place in PLACES and _translates() else place,
        interior=interior,
        hour=hour_of(request.time_of_day, request.place, words, interior),
        weather=weather,
        weather_carried=carried,
        subjects=tuple(draft.done() for draft in drafts),
        moods=tuple(dict.fromkeys(str(hit[2]) for hit in MOOD.find(words))),
        season=str(SEASON.first(words + field_words) or ""),
        features=_features(words),
        hand=scan.hand,
        crowd=not scan.no_people and not scan.deserted,
        deserted=scan.deserted,
        size=str(size) if size and request.size == "WS" else request.size,
        move=move if move and request.move_family == "static" else (request.move_family, request.move_direction),
        place_known=known and place != OPEN_GROUND,
        not_understood=tuple(dict.fromkeys(scan.unknown))[:12],
        denied=tuple(dict.fromkeys(scan.denied))[:MOST_SUBJECTS],
    )


def _features(words: list[Word]) -> tuple[str, ...]:
    """What is there besides the subjects, and a crowd, who are both; the lighthouse of a lighthouse keeper is not."""
    hits = FEATURE.find(words)
    people = {at for at, _length, meaning in SUBJECT.find(words) if meaning[0] == "person"}
    there = [meaning for at, length, meaning in hits if at not in people or _is_a_crowd(words, at + length, meaning)]
    return tuple(dict.fromkeys(map(str, there)))


def _is_a_crowd(words: list[Word], after: int, meaning: str) -> bool:
    """`A crowd` is there besides; of `a crowd of children` these are all there are."""
    return meaning == "crowd" and [word.lower for word in words[after : after + 1]] != ["of"]


def _translates() -> bool:
    from django.conf import settings

    return settings.configured
