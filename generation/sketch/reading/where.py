"""Deciding where and when a shot plays from its slugline fields and its action."""

from .lexicons import ACT, HOUR, PLACE, SUBJECT
from .places import OPEN_GROUND, PLACES
from .small_words import PREPOSITIONS
from .tongues import slug_in_english
from .words import Word, words_of

LOOSE = frozenset(
    [
        "home",
        "flat",
        "house",
        "room",
        "steps",
        "ice",
        "sand",
        "wood",
        "path",
        "trail",
        "track",
        "tracks",
        "hall",
        "club",
        "store",
        "class",
        "lift",
        "deck",
        "ruin",
        "head",
        "step",
        "school",
        "roof",
        "yard",
        "terrace",
        "mine",
        "study",
        "cape",
        "ward",
        "bar",
        "port",
        "square",
        "fair",
        "board",
        "plain",
        "hill",
        "rocks",
        "stage",
        "bridge",
        "cell",
    ]
)
HALTS = frozenset(("station", "platform"))  # roofed, and no train: one is inside of them on the platform
WATERS = frozenset(("sea", "lake", "river", "coast", "beach", "harbour", "island", "swimming pool"))
OUTER = frozenset(("outside", "near", "past", "behind", "beside"))  # beside a room is not in it
OUTSIDE = {
    "living room": "village",
    "spaceship": "space",
    "car interior": "road",
    "train carriage": "railway",
    "workshop": "farm",
    "church": "village",
    "lighthouse stairs": "street",
    "lamp room": "coast",
    "cave": "mountains",
    "classroom": "street",
    "factory": "building site",
    "courtroom": "street",
    "throne room": "castle",
    "attic": "rooftop",
    "greenhouse": "garden",
    "prison": "castle",
    "stage": "street",
    "hospital": "street",
    "hotel lobby": "street",
    "restaurant": "street",
    "metro station": "street",
    "museum": "street",
}
INSIDE = {
    "coast": "lighthouse stairs",
    "farm": "workshop",
    "sea": "ship deck",
    "harbour": "workshop",
    "castle": "throne room",
    "stadium": "gym",
    "swimming pool": "gym",
    "building site": "factory",
    "island": "living room",
    "western town": "bar",
    "garden": "greenhouse",
    "graveyard": "church",
    "fairground": "stage",
    "railway": "train carriage",
    "space": "spaceship",
    "airport": "corridor",
    "street": "corridor",
    "road": "car interior",
    "ship deck": "corridor",
    "forest": "living room",
    "village": "living room",
    "park": "living room",
    "skyline": "office",
}
IMPLIED = {
    **dict.fromkeys(("boat", "sailboat", "ship", "whale"), "sea"),
    **dict.fromkeys(
        (
            "car",
            "van",
            "bus",
            "bicycle",
            "taxi",
            "tram",
            "ambulance",
            "fire engine",
            "motorcycle",
            "traffic light",
            "phone box",
        ),
        "street",
    ),
    **dict.fromkeys(("fish", "shark", "octopus", "submarine", "diver", "turtle"), "underwater"),
    **dict.fromkeys(("giraffe", "zebra"), "savannah"),
    **dict.fromkeys(("monkey", "snake", "tiger"), "jungle"),
    **dict.fromkeys(("camel", "pyramid", "cactus"), "desert"),
    **dict.fromkeys(("penguin", "sled", "snowman"), "snow field"),
    **dict.fromkeys(("tractor", "scarecrow", "chicken", "goat", "donkey", "barn", "windmill"), "farm"),
    **dict.fromkeys(("satellite", "ufo"), "space"),
    **dict.fromkeys(("stove", "fridge", "pot"), "kitchen"),
    "fireplace": "living room",
    "crab": "beach",
    "palm": "island",
    "crocodile": "swamp",
    "frog": "swamp",
    "squirrel": "forest",
    "owl": "forest",
    "king": "throne room",
    "throne": "throne room",
    "nurse": "hospital",
    "microscope": "laboratory",
    "scientist": "laboratory",
    "blackboard": "classroom",
    "bathtub": "bathroom",
    "judge": "courtroom",
    "grave": "graveyard",
    "well": "village",
    "waiter": "restaurant",
    "swing": "playground",
    "prisoner": "prison",
    "tank": "battlefield",
    "cowboy": "western town",
    "priest": "church",
    "hammock": "garden",
    "dinosaur": "jungle",
    "truck": "road",
    "train": "railway",
    "plane": "airport",
    "rocket": "space",
    "astronaut": "space",
    "campfire": "forest",
    "tent": "forest",
    "cow": "farm",
    "sheep": "field",
    "pig": "farm",
    "horse": "field",
    "deer": "forest",
    "bear": "forest",
    "wolf": "forest",
    "fox": "forest",
    "elephant": "desert",
    "lion": "desert",
    "bed": "bedroom",
    "sofa": "living room",
    "shelf": "library",
    "piano": "living room",
    "computer": "office",
    "pan": "kitchen",
    "cook": "kitchen",
    "doctor": "hospital",
    "teacher": "classroom",
    "lighthouse": "coast",
    "butterfly": "garden",
    "duck": "lake",
    "farmer": "field",
    "fisherman": "harbour",
    "helicopter": "skyline",
    "balloon ship": "mountains",
    "machine": "laboratory",
    "television": "living room",
}


def place_of(setting: str, place: str, action: list[Word], kinds: list[str]) -> tuple[str, bool]:
    """(canonical place, whether it was named or implied). Fields count before the action."""
    inside = _inside(setting)
    below = not inside and "underwater" in [hit[2] for hit in PLACE.find(action)]
    for text in (place, setting, slug_in_english(place)):
        hits = [hit[2] for hit in _ranked(words_of(text))]
        if hits:
            halts = hits[0] == "railway" and HALTS & {word.lower for word in words_of(text)}
            found = "railway" if halts else _agreeing(hits, inside)
            return ("underwater" if below and found in WATERS else found), True
        if "lighthouse" in text.lower():
            return ("lighthouse stairs" if inside else "coast"), True
    said = _said_in(action)
    if said:
        return _agreeing([said], inside), True
    for kind in kinds:
        if kind in IMPLIED:
            return _agreeing([IMPLIED[kind]], inside), True
    return ("living room" if inside else OPEN_GROUND), inside is not None


def _inside(setting: str) -> bool | None:
    heads = {word.lower for word in words_of(slug_in_english(setting))[:8]}
    if heads & {"int", "interior", "i"}:
        return True
    return False if heads & {"ext", "exterior", "e"} else None


def _ranked(words: list[Word]) -> list[tuple[int, int, str]]:
    return sorted(PLACE.find(words), key=lambda hit: (-hit[1], hit[0]))


def _agreeing(places: list[str], inside: bool | None) -> str:
    if inside is None:
        return places[0]
    fitting = [name for name in places if PLACES[name].interior == inside]
    if fitting:
        return fitting[0]
    return INSIDE.get(places[0], "living room") if inside else OUTSIDE.get(places[0], "street")


def _said_in(words: list[Word]) -> str | None:
    hits = _ranked(words)
    for start, _length, name in hits:
        if _after_preposition(words, start):
            return _outside_of(words, start, name)
    plain = [hit for hit in hits if not _loose(words, hit)]
    return plain[0][2] if plain else None


def _outside_of(words: list[Word], start: int, name: str) -> str:
    """`In front of the house` is outside of it."""
    before = [word.lower for word in words[max(0, start - 4) : start]]
    if PLACES[name].interior and ("front" in before or OUTER & set(before[-2:])):
        return OUTSIDE.get(name, "street")
    return name


def _after_preposition(words: list[Word], start: int) -> bool:
    for word in reversed(words[max(0, start - 4) : start]):
        if word.breaks:
            return False
        if word.lower in PREPOSITIONS:
            return True
    return False


def _loose(words: list[Word], hit: tuple[int, int, str]) -> bool:
    start, length, _name = hit
    if length > 1:
        return False
    word = words[start]
    other = SUBJECT.at(words, start)[1] or ACT.at(words, start)[1]
    return bool(other) or word.lower in LOOSE or word.single in LOOSE


def hour_of(time_of_day: str, place: str, action: list[Word], interior: bool) -> str:
    """One of the eight hours; the field counts before the place, the place before the action."""
    said = words_of(slug_in_english(time_of_day))
    for words in (words_of(time_of_day), said, words_of(place), action):
        hour = HOUR.first(words)
        if hour:
            return str(hour)
    return "morning" if interior else "afternoon"
