"""The vocabularies as lexicons, shared by all who read."""

from .acts import ACTS
from .air import FEATURES, HOURS, MOODS, SEASONS, WEATHERS
from .colours import COLOURS
from .describing import GARMENTS, HAIR, TRAITS
from .framing import MOVE_WORDS, SIZE_WORDS
from .places import PLACES
from .relations import RELATIONS
from .subjects import ANIMALS, PEOPLE, VEHICLES
from .things import PROPS
from .words import Lexicon

_HUES = {hue: word for word, hue in COLOURS.items() if word not in ("gold", "gray", "blond")} | {
    COLOURS["golden"]: "golden|gold",
    COLOURS["grey"]: "grey|gray",
    COLOURS["blonde"]: "blonde|blond",
}

SUBJECT = Lexicon(
    {
        (group, kind): words
        for group, kinds in (("person", PEOPLE), ("animal", ANIMALS), ("vehicle", VEHICLES), ("prop", PROPS))
        for kind, words in kinds.items()
    }
)
PLACE = Lexicon({place.name: place.words for place in PLACES.values()})
COLOUR, ACT, HOUR, WEATHER = Lexicon(_HUES), Lexicon(ACTS), Lexicon(HOURS), Lexicon(WEATHERS)
SEASON, MOOD, FEATURE, GARMENT = Lexicon(SEASONS), Lexicon(MOODS), Lexicon(FEATURES), Lexicon(GARMENTS)
HAIRDO, TRAIT, SIZE, MOVE = Lexicon(HAIR), Lexicon(TRAITS), Lexicon(SIZE_WORDS), Lexicon(MOVE_WORDS)
RELATION = Lexicon(RELATIONS)
