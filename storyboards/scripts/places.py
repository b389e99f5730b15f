"""Where and when a story is, guessed from its words: ``in the old kitchen``, ``the next morning``."""

from storyboards.scripts.vocabulary import EXT, INT
from storyboards.scripts.words import Found, Phrases, Word, phrases, word_set

PLACES = phrases(
    INT="kitchen, bedroom, bathroom, living room, dining room, room, "
    "lamp room, attic, cellar, basement, hall, hallway, "
    "corridor, staircase, stairs, stairwell, lift, elevator, house, home, flat, apartment, office, study, library, "
    "school, classroom, hospital, ward, clinic, church, chapel, cathedral, museum, gallery, theatre, theater, cinema, "
    "studio, shop, store, bakery, market hall, town hall, city "
    "hall, supermarket, cafe, café, coffee shop, restaurant, bar, pub, hotel, lobby, "
    "station, train, carriage, compartment, bus, tram, car, taxi, plane, cockpit, cabin, ship, submarine, spaceship, "
    "factory, workshop, laboratory, lab, garage, barn, stable, greenhouse, tent, cave, tunnel, prison, cell, court, "
    "lighthouse, tower, castle, palace, mill, waiting room, underground, subway, gym, warehouse, hut, cottage",
    EXT="street, road, lane, alley, avenue, square, park, garden, "
    "yard, courtyard, playground, bridge, river, riverbank, "
    "lake, pond, sea, ocean, beach, coast, shore, cliff, cliffs, bay, harbour, harbor, port, pier, quay, jetty, dock, "
    "rocks, island, forest, wood, woods, jungle, clearing, field, fields, meadow, hill, hills, hilltop, mountain, "
    "mountains, valley, desert, dunes, plain, farm, orchard, vineyard, village, town, city, market, car park, "
    "bus stop, platform, roof, rooftop, terrace, balcony, porch, doorstep, pavement, sidewalk, crossing, path, trail, "
    "canal, boat, deck, cemetery, graveyard, stadium, airport, crossroads, fountain, gate, sky, campsite, schoolyard",
)
TIMES = phrases(
    DAWN="dawn, daybreak, sunrise, first light, at first light",
    MORNING="morning, breakfast, mornings",
    NOON="noon, midday",
    AFTERNOON="afternoon, afternoons",
    SUNSET="sunset",
    DUSK="dusk, twilight, nightfall, gloaming",
    EVENING="evening, evenings, supper",
    NIGHT="night, nights, midnight, tonight, moonlight, moonlit, starlight",
    DAY="daytime, daylight",
)
# A sentence that begins so has moved on in time.
TIME_JUMPS = phrases(
    jump="the next, next morning, next day, that night, that evening, "
    "that morning, that afternoon, later, hours later, "
    "days later, weeks later, years later, the following, the same, meanwhile, at dawn, at dusk, at noon, at midnight, "
    "at sunset, at sunrise, at nightfall, by dawn, by noon, by "
    "nightfall, by evening, by morning, by the time, in the morning, "
    "in the evening, in the afternoon, an hour later, two hours later, a week later, a year later, a month later, "
    "two days later, three days later, the day after, the night before, when night fell, when morning came, "
    "one morning, one evening, one night, one day, one afternoon, soon after, long after, afterwards, tomorrow, "
    "the morning after, on monday, on tuesday, on wednesday, on thursday, on friday, on saturday, on sunday, "
    "in spring, in summer, in autumn, in winter"
)
JUMP_WORDS = 2  # words that may stand before a jump: "But later", "And then, that night"

BEING = word_set(
    "in at on inside outside into onto along beneath under by near through to aboard down up across over above around"
)
LOOKING = word_set(
    "look looks looking looked stare stares stared gaze gazes "
    "gazed watches watched point points pointed smile smiled listen listened"
)
LOOKED_BEFORE = 5  # words between looking and the place looked at
ARTICLES = word_set("the a an her his their my our its this that your some")
STOPPERS = word_set("of and or but with for from is was were are had has have he she they it i you we who") | BEING
LONGEST_PLACE = 3  # words between the article and the place


def place_in(words: list[Word]) -> tuple[str, str]:
    """Return setting and place of the first place phrase in ``words``, or two empty strings.

    A place phrase is a word of place after a preposition, or with its article at the beginning of the sentence.
    """
    for found in PLACES.find_all(words):
        first = phrase_start(words, found.first)
        if first is not None:
            return whole_place(words, first, found)
    return "", ""


def whole_place(words: list[Word], first: int, found: Found) -> tuple[str, str]:
    """Return setting and name of a place whose nouns may be several: the market square."""
    after, meaning = found.after, found.meaning
    while following := PLACES.at(words, after):
        after, meaning = following.after, following.meaning
    return meaning, " ".join(word.text for word in words[first:after]).upper()


def phrase_start(words: list[Word], head: int) -> int | None:
    """Return where the place phrase with its noun at ``head`` begins, or None if it only mentions a place."""
    first = head
    while first and head - first < LONGEST_PLACE and words[first - 1].text not in ARTICLES | STOPPERS:
        first -= 1
    article = first > 0 and words[first - 1].text in ARTICLES
    before = first - (2 if article else 1)
    if before < 0:
        return first if article and first == 1 else None
    looked = any(word.text in LOOKING for word in words[max(0, before - LOOKED_BEFORE) : before])
    return first if words[before].text in BEING and not looked else None


def time_in(words: list[Word]) -> str:
    """Return the first time of day named in ``words``, or an empty string."""
    found = TIMES.first(words)
    return found.meaning if found else ""


def jumps_in_time(words: list[Word]) -> bool:
    """Tell whether a sentence with these ``words`` begins at another time than the one before."""
    found = TIME_JUMPS.first(words[: JUMP_WORDS + 6])
    return found is not None and found.first <= JUMP_WORDS


def weigh(words: list[Word], table: Phrases, meaning: str) -> int:
    """Return how often ``words`` speak of ``meaning``."""
    return sum(found.meaning == meaning for found in table.find_all(words))


def setting_in(words: list[Word]) -> str:
    """Return whether ``words`` rather speak of indoors or outdoors; outdoors when they do not say."""
    return INT if weigh(words, PLACES, INT) > weigh(words, PLACES, EXT) else EXT
