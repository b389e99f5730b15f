"""Places the engine can draw: canonical name, whether it is inside, a label, and the words that mean it."""
# ruff: noqa: E501 (one entry a line reads best)

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Place:
    """A place of the vocabulary. `words` are separated by `|`; the longest match wins."""

    name: str
    interior: bool
    label: object
    words: str


PLACES = {
    place.name: place
    for place in (
        Place("coast", False, _("rocky coast"), "coast|rocky coast|cliff|cliffs|rocky shore|headland|cape|rocks|seashore|shore|bluff"),
        Place("beach", False, _("beach"), "beach|sandy beach|dunes|seaside|sand"),
        Place("sea", False, _("open sea"), "sea|open sea|ocean|high seas|open water|at sea|waves break|waves crash|waves roll"),
        Place("underwater", False, _("under water"), "underwater|under water|sea floor|seabed|reef|coral reef|deep sea|below the surface"),
        Place("harbour", False, _("harbour"), "harbour|harbor|pier|port|dock|docks|jetty|quay|marina|wharf|waterfront"),
        Place("lighthouse stairs", True, _("spiral stairs"), "lighthouse stairs|spiral stairs|spiral staircase|winding stairs|stairwell|tower stairs|staircase|stairs|steps"),
        Place("lamp room", True, _("lamp room"), "lamp room|lantern room|lighthouse top|top of the lighthouse"),
        Place("forest", False, _("forest"), "forest|woods|wood|jungle|rainforest|grove|woodland|among the trees|clearing"),
        Place("street", False, _("city street"), "street|city street|avenue|boulevard|alley|lane|sidewalk|pavement|crosswalk|city|downtown|town|intersection|neighbourhood|neighborhood"),
        Place("skyline", False, _("skyline"), "skyline|cityscape|skyscrapers|metropolis|city lights|over the city|above the city"),
        Place("rooftop", False, _("rooftop"), "rooftop|roof|rooftops|roof terrace|terrace|balcony"),
        Place("desert", False, _("desert"), "desert|dune sea|wasteland|sahara|canyon|mesa|badlands"),
        Place("mountains", False, _("mountains"), "mountain|mountains|mountain pass|peak|summit|ridge|alps|hillside|valley|mountainside"),
        Place("snow field", False, _("snow field"), "snow field|snowfield|tundra|arctic|glacier|ice field|snowy plain|frozen lake|snowy field|ice"),
        Place("field", False, _("field"), "field|meadow|plain|prairie|grassland|pasture|hill|hills|hilltop|wheat field|cornfield|countryside"),
        Place("farm", False, _("farm"), "farm|barn|farmyard|farmhouse|ranch|stable|orchard|vineyard"),
        Place("village", False, _("village"), "village|hamlet|village square|small town|cottages|town square|square|plaza"),
        Place("river", False, _("river"), "river|stream|creek|riverbank|river bank|brook|waterfall|swamp"),
        Place("lake", False, _("lake"), "lake|pond|lakeside|lake shore|lagoon|loch"),
        Place("park", False, _("park"), "park|playground|city park|park bench"),
        Place("garden", False, _("garden"), "garden|backyard|courtyard|greenhouse|lawn|yard|front yard"),
        Place("bridge", False, _("bridge"), "bridge|footbridge|viaduct|overpass"),
        Place("road", False, _("country road"), "road|highway|country road|path|trail|track|motorway|dirt road|crossroads"),
        Place("railway", False, _("railway platform"), "railway|train station|station|platform|railroad|tracks|train platform|railway station|subway|metro"),
        Place("airport", False, _("airfield"), "airport|airfield|runway|tarmac|hangar"),
        Place("market", False, _("market"), "market|market square|stall|flower stall|marketplace|bazaar|stalls|fair|market stalls"),
        Place("castle", False, _("castle"), "castle|fortress|palace|citadel|fort"),
        Place("ruins", False, _("ruins"), "ruins|ruin|temple|ancient ruins|rubble|abandoned city|graveyard|cemetery"),
        Place("cave", True, _("cave"), "cave|cavern|grotto|tunnel|mine"),
        Place("space", False, _("space"), "space|outer space|orbit|galaxy|deep space|among the stars|cosmos"),
        Place("planet", False, _("alien planet"), "planet|alien planet|moon surface|mars|on the moon|surface of the moon|lunar surface|alien world|crater"),
        Place("spaceship", True, _("spaceship"), "spaceship interior|bridge of the ship|cockpit|spacecraft|space station|control room|starship"),
        Place("ship deck", False, _("ship's deck"), "deck|ship deck|on deck|on board|aboard|ship's deck"),
        Place("kitchen", True, _("kitchen"), "kitchen|galley|pantry|dining room"),
        Place("bedroom", True, _("bedroom"), "bedroom|bed room|dormitory|nursery|hotel room|motel room|bathroom"),
        Place("living room", True, _("living room"), "living room|lounge|sitting room|apartment|flat|parlour|parlor|house|home|room|cottage|den|fireplace|attic|cabin"),
        Place("office", True, _("office"), "office|study|newsroom|meeting room|conference room|boardroom|cubicle|desk"),
        Place("classroom", True, _("classroom"), "classroom|school|class|lecture hall|schoolroom"),
        Place("café", True, _("café"), "café|cafe|coffee shop|diner|restaurant|bakery|tea room|coffeehouse"),
        Place("bar", True, _("bar"), "bar|pub|tavern|nightclub|saloon|club|inn"),
        Place("corridor", True, _("corridor"), "corridor|hallway|hall|passage|lobby|passageway|elevator|lift"),
        Place("hospital", True, _("hospital ward"), "hospital|ward|hospital room|clinic|infirmary|operating room|emergency room"),
        Place("library", True, _("library"), "library|archive|bookshop|bookstore|reading room"),
        Place("workshop", True, _("workshop"), "workshop|garage|factory|warehouse|studio|shed|basement|cellar|boathouse"),
        Place("laboratory", True, _("laboratory"), "laboratory|lab|science lab"),
        Place("stage", True, _("stage"), "stage|theatre|theater|concert hall|cinema|auditorium|circus"),
        Place("shop", True, _("shop"), "shop|store|supermarket|grocery|boutique|museum|gallery"),
        Place("church", True, _("church"), "church|cathedral|chapel|nave|mosque|temple interior|monastery"),
        Place("prison", True, _("cell"), "prison|jail|cell|dungeon|interrogation room"),
        Place("car interior", True, _("car interior"), "car interior|inside the car|in the car|inside a car|back seat|front seat|car|taxi|behind the wheel"),
        Place("train carriage", True, _("train carriage"), "train carriage|train compartment|compartment|carriage|inside the train|train car|train|bus"),
    )
}  # fmt: skip

OPEN_GROUND = "open ground"
