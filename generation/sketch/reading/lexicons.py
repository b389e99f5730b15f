"""The vocabularies in the one shape a Lexicon reads: {meaning: "phrase|phrase"}."""

from .acts import ACTS
from .air import FEATURES, HOURS, MOODS, SEASONS, WEATHERS
from .colours import COLOURS
from .framing import MOVE_WORDS, SIZE_WORDS
from .places import PLACES
from .subjects import ANIMALS, GARMENTS, HAIR, PEOPLE, PROPS, TRAITS, VEHICLES

PLACE = {place.name: place.words for place in PLACES.values()}
SUBJECT = {
    (group, kind): words
    for group, kinds in (("person", PEOPLE), ("animal", ANIMALS), ("vehicle", VEHICLES), ("prop", PROPS))
    for kind, words in kinds.items()
}
COLOUR = {hue: word for word, hue in COLOURS.items() if word not in ("gold", "gray", "blond")} | {
    COLOURS["golden"]: "golden|gold",
    COLOURS["grey"]: "grey|gray",
    COLOURS["blonde"]: "blonde|blond",
}
ACT, HOUR, WEATHER, SEASON, MOOD, FEATURE = ACTS, HOURS, WEATHERS, SEASONS, MOODS, FEATURES
GARMENT, HAIRDO, TRAIT, SIZE, MOVE = GARMENTS, HAIR, TRAITS, SIZE_WORDS, MOVE_WORDS
