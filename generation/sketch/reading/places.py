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
        Place("forest", False, _("forest"), "forest|woods|wood|grove|woodland|among the trees|clearing|undergrowth"),
        Place("street", False, _("city street"), "street|city street|avenue|boulevard|alley|lane|sidewalk|pavement|crosswalk|city|downtown|town|intersection|neighbourhood|neighborhood|suburb|traffic jam|parking lot|car park"),
        Place("skyline", False, _("skyline"), "skyline|city skyline|cityscape|skyscrapers|metropolis|city lights|over the city|above the city"),
        Place("rooftop", False, _("rooftop"), "rooftop|roof|rooftops|roof terrace|terrace|balcony"),
        Place("desert", False, _("desert"), "desert|dune sea|wasteland|sahara|oasis"),
        Place("mountains", False, _("mountains"), "mountain|mountains|mountain pass|peak|summit|ridge|alps|hillside|valley|mountainside|foothills"),
        Place("snow field", False, _("snow field"), "snow field|snowfield|tundra|arctic|glacier|ice field|snowy plain|frozen lake|snowy field|ice"),
        Place("field", False, _("field"), "field|meadow|plain|prairie|grassland|pasture|hill|hills|hilltop|wheat field|cornfield|countryside"),
        Place("farm", False, _("farm"), "farm|barn|farmyard|farmhouse|ranch|stable|orchard|vineyard"),
        Place("village", False, _("village"), "village|hamlet|village square|small town|cottages|town square|square|plaza|piazza"),
        Place("river", False, _("river"), "river|stream|creek|riverbank|river bank|brook|riverside|canal|rapids|river bed"),
        Place("lake", False, _("lake"), "lake|pond|lakeside|lake shore|lagoon|loch"),
        Place("park", False, _("park"), "park|city park|park bench|picnic"),
        Place("garden", False, _("garden"), "garden|backyard|courtyard|lawn|flower bed|rose garden|orchard garden|yard|front yard"),
        Place("bridge", False, _("bridge"), "bridge|footbridge|viaduct|overpass"),
        Place("road", False, _("country road"), "road|highway|country road|path|trail|track|motorway|dirt road|crossroads"),
        Place("railway", False, _("railway platform"), "railway|train station|station|platform|railroad|tracks|train platform|railway station"),
        Place("airport", False, _("airfield"), "airport|airfield|runway|tarmac|hangar"),
        Place("market", False, _("market"), "market|market square|stall|flower stall|marketplace|bazaar|stalls|fair|market stalls|souk|street market"),
        Place("castle", False, _("castle"), "castle|fortress|palace|citadel|fort"),
        Place("ruins", False, _("ruins"), "ruins|ruin|temple|ancient ruins|rubble|abandoned city|ruined city|ruined temple|bombed city"),
        Place("cave", True, _("cave"), "cave|cavern|grotto|crypt|tomb|catacombs|mausoleum|tunnel|mine|underground cave"),
        Place("space", False, _("space"), "space|outer space|orbit|galaxy|deep space|among the stars|cosmos"),
        Place("planet", False, _("alien planet"), "planet|alien planet|moon surface|mars|on the moon|surface of the moon|lunar surface|alien world|crater|on mars"),
        Place("spaceship", True, _("spaceship"), "spaceship interior|bridge of the ship|cockpit|spacecraft|space station|control room|starship"),
        Place("ship deck", False, _("ship's deck"), "deck|ship deck|on deck|on board|aboard|ship's deck"),
        Place("kitchen", True, _("kitchen"), "kitchen|galley|pantry"),
        Place("bedroom", True, _("bedroom"), "bedroom|bed room|dormitory|nursery|hotel room|motel room|bedside"),
        Place("living room", True, _("living room"), "living room|lounge|sitting room|apartment|flat|parlour|parlor|house|home|room|cottage|den|fireplace|cabin|dining room|penthouse|tv room"),
        Place("office", True, _("office"), "office|study|newsroom|meeting room|conference room|boardroom|cubicle|desk"),
        Place("classroom", True, _("classroom"), "classroom|school|class|lecture hall|schoolroom"),
        Place("café", True, _("café"), "café|cafe|coffee shop|diner|bakery|tea room|coffeehouse|cafeteria|canteen|ice cream parlour"),
        Place("bar", True, _("bar"), "bar|pub|tavern|nightclub|saloon|club|inn"),
        Place("corridor", True, _("corridor"), "corridor|hallway|hall|passage|passageway|foyer|backstage"),
        Place("hospital", True, _("hospital ward"), "hospital|ward|hospital room|clinic|infirmary|operating room|emergency room"),
        Place("library", True, _("library"), "library|archive|bookshop|bookstore|reading room"),
        Place("workshop", True, _("workshop"), "workshop|garage|studio|shed|basement|cellar|boathouse|forge|smithy|carpenter's shop"),
        Place("laboratory", True, _("laboratory"), "laboratory|lab|science lab"),
        Place("stage", True, _("stage"), "stage|theatre|theater|concert hall|auditorium|circus|opera|opera house|circus tent|podium"),
        Place("shop", True, _("shop"), "shop|store|department store|supermarket|grocery|boutique|bookstall|pharmacy|corner shop|shopping mall|mall"),
        Place("church", True, _("church"), "church|cathedral|chapel|nave|mosque|temple interior|monastery|altar|abbey|synagogue|pulpit"),
        Place("prison", True, _("cell"), "prison|jail|cell|dungeon|interrogation room"),
        Place("car interior", True, _("car interior"), "car interior|inside the car|in the car|inside a car|back seat|front seat|car|taxi|behind the wheel"),
        Place("train carriage", True, _("train carriage"), "train carriage|train compartment|compartment|carriage|inside the train|train car|train|bus|subway car|metro car|inside the bus"),
        Place("elevator", True, _("elevator"), "elevator|lift|inside the elevator|elevator car|inside the lift"),
        Place("jungle", False, _("jungle"), "jungle|rainforest|rain forest|tropical forest|in the jungle"),
        Place("swamp", False, _("swamp"), "swamp|marsh|bog|bayou|wetland|mangroves|moor"),
        Place("graveyard", False, _("graveyard"), "graveyard|cemetery|churchyard|burial ground|graves"),
        Place("stadium", False, _("stadium"), "stadium|arena|sports field|football pitch|soccer field|racetrack|colosseum|pitch"),
        Place("factory", True, _("factory hall"), "factory|factory hall|warehouse|power plant|steelworks|assembly line|foundry|mill|plant hall|engine room"),
        Place("bathroom", True, _("bathroom"), "bathroom|washroom|restroom|toilet|shower room|bath"),
        Place("savannah", False, _("savannah"), "savannah|savanna|african plain|steppe|serengeti|outback"),
        Place("island", False, _("island"), "island|desert island|tropical island|palm beach|atoll|tropical beach"),
        Place("waterfall", False, _("waterfall"), "waterfall|falls|cascade|cataract"),
        Place("canyon", False, _("canyon"), "canyon|gorge|ravine|mesa|badlands|grand canyon|red rocks"),
        Place("volcano", False, _("volcano"), "volcano|lava field|volcanic island|lava|crater rim"),
        Place("museum", True, _("museum"), "museum|gallery|art gallery|exhibition|exhibition hall"),
        Place("metro station", True, _("metro station"), "metro station|subway station|subway|metro|underground station|tube station|subway platform"),
        Place("cinema", True, _("cinema"), "cinema|movie theater|movie theatre|film theatre|projection room"),
        Place("restaurant", True, _("restaurant"), "restaurant|dining hall|bistro|banquet|banquet hall|trattoria"),
        Place("hotel lobby", True, _("hotel lobby"), "hotel lobby|lobby|hotel|reception|waiting room|lounge of the hotel"),
        Place("courtroom", True, _("courtroom"), "courtroom|court|court room|courthouse|trial|tribunal"),
        Place("gym", True, _("gym"), "gym|gymnasium|sports hall|boxing ring|dojo|fitness studio|boxing gym"),
        Place("swimming pool", False, _("swimming pool"), "swimming pool|pool|poolside|lido"),
        Place("fairground", False, _("fairground"), "fairground|amusement park|funfair|carnival|ferris wheel|theme park|merry-go-round|carousel"),
        Place("playground", False, _("playground"), "playground|sandpit|sandbox|schoolyard"),
        Place("building site", False, _("building site"), "building site|construction site|scaffolding|site of a new building"),
        Place("battlefield", False, _("battlefield"), "battlefield|trench|trenches|no man's land|war zone|front line"),
        Place("western town", False, _("western town"), "western town|ghost town|wild west|frontier town|main street of a western"),
        Place("attic", True, _("attic"), "attic|loft|garret"),
        Place("greenhouse", True, _("greenhouse"), "greenhouse|conservatory|hothouse|orangery|winter garden"),
        Place("throne room", True, _("throne room"), "throne room|great hall|ballroom|palace hall|castle hall"),
    )
}  # fmt: skip

OPEN_GROUND = "open ground"
