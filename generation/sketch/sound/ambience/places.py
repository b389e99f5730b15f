"""Which sounds belong to which place, and what weather and hour do to them. Strengths are from 0 to 1."""

from generation.sketch.reading.understood import Understood

from .engines import OF, SILENT

Voices = dict[str, float]
PLACES: dict[str, Voices] = {
    # the sea and other water
    "coast": {"waves": 0.8, "gulls": 0.14, "wind": 0.3},
    "beach": {"waves": 0.7, "gulls": 0.1},
    "island": {"waves": 0.6, "leaves": 0.25, "birds": 0.1},
    "sea": {"waves": 0.8, "wind": 0.4},
    "ship deck": {"waves": 0.6, "wind": 0.3, "creaks": 0.25},
    "harbour": {"lapping": 0.6, "gulls": 0.2, "creaks": 0.12, "city": 0.15},
    "underwater": {"deep": 0.7},
    "river": {"water": 0.7, "birds": 0.12},
    "waterfall": {"falls": 0.95},
    "lake": {"lapping": 0.5, "birds": 0.15},
    "swamp": {"frogs": 0.5, "flies": 0.15, "water": 0.12},
    "swimming pool": {"lapping": 0.4, "children": 0.35},
    # the land
    "forest": {"leaves": 0.45, "birds": 0.3},
    "jungle": {"jungle": 0.7, "leaves": 0.2},
    "field": {"leaves": 0.25, "birds": 0.25, "flies": 0.06},
    "farm": {"birds": 0.25, "leaves": 0.2, "flies": 0.06},
    "savannah": {"flies": 0.2, "wind": 0.3, "crickets": 0.1},
    "desert": {"wind": 0.55},
    "canyon": {"wind": 0.6, "gulls": 0.04},
    "mountains": {"wind": 0.65},
    "snow field": {"hush": 0.35, "wind": 0.35},
    "volcano": {"rumble": 0.9, "fire": 0.4},
    "cave": {"drips": 0.5, "hush": 0.25},
    "ruins": {"wind": 0.45, "birds": 0.08},
    "graveyard": {"wind": 0.4, "bells": 0.12},
    "castle": {"wind": 0.4, "birds": 0.12},
    "battlefield": {"rumble": 0.7, "wind": 0.4},
    "planet": {"gale": 0.45, "hum": 0.3},
    "space": {"hum": 0.55},
    # towns and roads
    "street": {"traffic": 0.7, "steps": 0.12},
    "skyline": {"city": 0.6, "wind": 0.25},
    "rooftop": {"city": 0.5, "wind": 0.35},
    "bridge": {"traffic": 0.45, "wind": 0.35},
    "road": {"traffic": 0.35, "leaves": 0.25},
    "village": {"birds": 0.22, "bells": 0.14, "leaves": 0.15},
    "western town": {"wind": 0.5, "creaks": 0.2},
    "market": {"crowd": 0.75, "crockery": 0.08},
    "park": {"birds": 0.3, "leaves": 0.25, "children": 0.12, "city": 0.12},
    "playground": {"children": 0.6, "birds": 0.15},
    "garden": {"birds": 0.35, "leaves": 0.2, "flies": 0.06},
    "stadium": {"roar": 0.85},
    "fairground": {"organ": 0.25, "crowd": 0.5, "children": 0.2},
    "railway": {"rushing": 0.4, "steps": 0.2, "murmur": 0.2},
    "airport": {"jets": 0.7, "wind": 0.2},
    "building site": {"hammers": 0.7, "traffic": 0.2},
    # homes
    "kitchen": {"fridge": 0.3, "clock": 0.06},
    "bedroom": {"room": 0.22, "clock": 0.08},
    "living room": {"room": 0.24, "clock": 0.08, "city": 0.05},
    "bathroom": {"drips": 0.3, "vent": 0.2},
    "attic": {"room": 0.2, "creaks": 0.25, "wind": 0.12},
    "corridor": {"vent": 0.25, "steps": 0.1},
    "elevator": {"machines": 0.12, "neon": 0.25},
    "lighthouse stairs": {"wind": 0.3, "drips": 0.12, "waves": 0.12},
    "lamp room": {"wind": 0.35, "machines": 0.08, "waves": 0.1},
    "throne room": {"hush": 0.25, "fire": 0.15, "stir": 0.12},
    # work and learning
    "office": {"typing": 0.2, "vent": 0.3, "murmur": 0.1},
    "classroom": {"children": 0.22, "room": 0.25, "clock": 0.06},
    "library": {"room": 0.2, "clock": 0.1, "stir": 0.08},
    "museum": {"room": 0.22, "steps": 0.16, "murmur": 0.06},
    "courtroom": {"stir": 0.25, "room": 0.22, "murmur": 0.08},
    "hospital": {"vent": 0.3, "beeps": 0.12},
    "laboratory": {"vent": 0.35, "signals": 0.08},
    "workshop": {"tools": 0.45, "room": 0.2},
    "factory": {"machines": 0.8},
    "greenhouse": {"drips": 0.25, "vent": 0.2, "birds": 0.08},
    # going out
    "café": {"murmur": 0.5, "crockery": 0.25},
    "restaurant": {"murmur": 0.45, "crockery": 0.3, "stir": 0.1},
    "bar": {"crowd": 0.5, "beat": 0.3, "crockery": 0.12},
    "shop": {"murmur": 0.25, "vent": 0.3, "steps": 0.12},
    "hotel lobby": {"murmur": 0.25, "steps": 0.2, "room": 0.25},
    "stage": {"stir": 0.4, "room": 0.2, "murmur": 0.12},
    "cinema": {"projector": 0.3, "stir": 0.2},
    "church": {"hush": 0.3, "bells": 0.14, "stir": 0.06},
    "prison": {"drips": 0.2, "vent": 0.2, "steps": 0.1},
    "gym": {"stir": 0.25, "vent": 0.3, "steps": 0.2},
    # on the way
    "car interior": {"cabin": 0.6},
    "train carriage": {"rails": 0.65, "murmur": 0.08},
    "metro station": {"rushing": 0.6, "steps": 0.25, "murmur": 0.15},
    "spaceship": {"hum": 0.4, "vent": 0.25, "signals": 0.12},
}  # fmt: skip
MOVING = frozenset(("drive", "fly", "run", "walk", "sail", "row", "ride", "enter", "leave", "climb", "dance"))
INSIDE: Voices = {"room": 0.3}
GROUND: Voices = {"leaves": 0.3, "birds": 0.25}
WEATHERS: dict[str, Voices] = {
    "rain": {"rain": 0.85},
    "storm": {"downpour": 0.8, "gale": 0.65},
    "wind": {"wind": 0.7, "leaves": 0.2},
    "snow": {"hush": 0.3, "wind": 0.3},
    "blizzard": {"gale": 0.85},
    "sandstorm": {"gale": 0.75, "hush": 0.3},
    "fog": {"hush": 0.3},
    "heat": {"flies": 0.15},
}
INDOORS: dict[str, Voices] = {
    "rain": {"drumming": 0.3},
    "storm": {"drumming": 0.4, "wind": 0.2},
    "wind": {"wind": 0.15},
    "blizzard": {"wind": 0.25},
    "sandstorm": {"wind": 0.25},
}
FEATURES: dict[str, Voices] = {
    "fire": {"fire": 0.6},
    "crowd": {"crowd": 0.6},
    "traffic": {"traffic": 0.7},
    "fireworks": {"rumble": 0.4},
}
FIRES = frozenset(("campfire", "fireplace", "explosion"))
# Where there is no weather at all.
CLOSED = frozenset(("underwater", "space", "spaceship", "cave", "metro station"))
GREEN = frozenset(
    ("forest", "field", "farm", "garden", "park", "village", "road", "lake", "river", "castle", "savannah")
)
DARK = frozenset(("night", "evening", "dusk"))
SHY = ("birds", "crickets", "flies", "gulls", "children")  # they fall silent in rain, storm and snow
SLEEPING = ("birds", "children", "gulls", "flies", "bells")  # and these at night
FALLING = frozenset(("rain", "storm", "snow", "blizzard", "sandstorm"))


def voices_of(seen: Understood) -> Voices:
    """Return the sounds of a shot with their strengths."""
    voices = dict(PLACES.get(seen.place) or (INSIDE if seen.interior else GROUND))
    _hour(voices, seen)
    _weather(voices, seen)
    _features(voices, seen)
    return {name: strength for name, strength in voices.items() if strength > 0.01}


def _louder(voices: Voices, more: Voices) -> None:
    for name, strength in more.items():
        voices[name] = max(strength, voices.get(name, 0.0))


def _hour(voices: Voices, seen: Understood) -> None:
    """At night birds sleep and crickets sing, streets empty; at dawn birds are at their loudest."""
    if seen.hour in ("dawn", "morning") and "birds" in voices:
        voices["birds"] *= 1.5
    if seen.hour not in DARK or seen.interior:
        return
    warm = seen.season != "winter" and seen.weather not in FALLING and seen.place not in CLOSED
    if warm and (seen.place in GREEN or seen.place not in PLACES):
        voices["crickets"] = 0.25
    if seen.hour == "night":
        for name in SLEEPING:
            voices.pop(name, None)
        if "traffic" in voices and "traffic" not in seen.features:
            voices["city"] = voices.pop("traffic") * 0.8


def _weather(voices: Voices, seen: Understood) -> None:
    if seen.place in CLOSED:
        return
    if seen.weather in FALLING:
        for name in SHY:
            voices.pop(name, None)
    if seen.season == "winter":
        for name in ("birds", "crickets", "flies", "frogs"):
            voices.pop(name, None)
    _louder(voices, (INDOORS if seen.interior else WEATHERS).get(seen.weather, {}))


def _features(voices: Voices, seen: Understood) -> None:
    for feature in seen.features:
        _louder(voices, FEATURES.get(feature, {}))
    if any(subject.kind in FIRES or subject.action == "burn" for subject in seen.subjects):
        _louder(voices, FEATURES["fire"])
    _engines(voices, seen)
    if not seen.crowd:
        for name in ("crowd", "murmur", "children", "steps", "roar", "stir", "typing"):
            voices.pop(name, None)


def _engines(voices: Voices, seen: Understood) -> None:
    """What drives is heard, and what stands with its engine on, faintly; nothing carries sound in space."""
    for subject in seen.subjects:
        engine = OF.get(subject.kind) if subject.group == "vehicle" else None
        if engine is None or (seen.place == "space" and subject.kind != "rocket"):
            continue
        moves = subject.action in MOVING
        if moves or subject.kind not in SILENT:
            _louder(voices, {engine: 0.55 if moves else 0.18})
