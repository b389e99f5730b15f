"""Kinds of subject: people, animals, vehicles, props; and what describes them (age, hair, clothes)."""
# ruff: noqa: E501 (one entry a line reads best)

PEOPLE = {
    "man": "man|gentleman|guy|father|dad|husband|brother|king|boyfriend|uncle|mister|lad|son|hero|stranger",
    "woman": "woman|lady|mother|mom|mum|wife|sister|queen|girlfriend|aunt|heroine|bride|daughter",
    "boy": "boy|little boy|schoolboy",
    "girl": "girl|little girl|schoolgirl|princess",
    "child": "child|kid|pupil|toddler|youngster",
    "baby": "baby|infant",
    "old man": "old man|grandfather|grandpa|elderly man|elder|old fisherman|hermit|wizard",
    "old woman": "old woman|grandmother|grandma|elderly woman|granny|witch|old lady",
    "teenager": "teenager|teen|student|youth",
    "person": "person|people|figure|somebody|someone|traveller|traveler|passenger|customer|guest|friend|neighbour|neighbor|visitor|couple|crowd|silhouette|commuter|hiker|dancer|runner|actor|singer|worker|worker|villager|pedestrian|family|thief|detective|keeper|lighthouse keeper|rider|cyclist|skier|swimmer|diver|photographer|artist|musician|author|driver",
    "fisherman": "fisherman|sailor|captain|fisher|crew|skipper",
    "farmer": "farmer|shepherd|gardener|cowboy",
    "police officer": "police officer|policeman|policewoman|cop|officer|guard|sheriff",
    "soldier": "soldier|warrior|knight|hunter",
    "doctor": "doctor|nurse|surgeon|scientist|physician|researcher",
    "teacher": "teacher|professor|librarian|priest|journalist|reporter|lawyer|clerk|manager|boss|businessman|businesswoman|banker",
    "cook": "chef|baker|waiter|waitress|barista|bartender|barkeeper",
    "astronaut": "astronaut|cosmonaut|spaceman",
    "robot": "robot|android|droid|alien|ghost|monster",
}
ANIMALS = {
    "dog": "dog|puppy|hound|terrier|spaniel|retriever",
    "cat": "cat|kitten",
    "bird": "bird|seagull|gull|crow|raven|pigeon|dove|sparrow|eagle|hawk|owl|parrot|swallow|vulture",
    "duck": "duck|goose|swan|duckling|hen|chicken|rooster",
    "horse": "horse|pony|mare|stallion|foal|donkey|unicorn|zebra",
    "cow": "cow|bull|ox|buffalo|calf|cattle",
    "sheep": "sheep|lamb|goat",
    "pig": "pig|piglet|boar",
    "deer": "deer|stag|doe|reindeer|moose|elk|antelope",
    "fox": "fox|vixen",
    "wolf": "wolf|coyote",
    "bear": "bear|grizzly|polar bear|panda",
    "rabbit": "rabbit|hare|bunny",
    "elephant": "elephant|mammoth",
    "lion": "lion|tiger|lioness|leopard|panther|big cat",
    "fish": "fish|shark|goldfish|salmon|school of fish|trout",
    "whale": "whale|dolphin|orca",
    "butterfly": "butterfly|moth|dragonfly",
}
VEHICLES = {
    "car": "car|taxi|cab|sedan|jeep|convertible|automobile|limousine|police car",
    "van": "van|ambulance|minibus|camper",
    "truck": "truck|lorry|pickup|tractor",
    "bus": "bus|tram|coach|streetcar",
    "bicycle": "bicycle|bike|motorcycle|motorbike|scooter",
    "boat": "boat|fishing boat|rowing boat|rowboat|dinghy|canoe|kayak|raft|lifeboat",
    "sailboat": "sailboat|sailing boat|yacht|sail|schooner|pirate ship",
    "ship": "ship|ferry|freighter|liner|vessel|warship|tanker|cargo ship",
    "train": "train|locomotive|steam train|tram car",
    "plane": "plane|airplane|aeroplane|aircraft|jet|drone|glider",
    "helicopter": "helicopter|chopper",
    "balloon ship": "hot air balloon|airship|zeppelin",
    "rocket": "rocket|spaceship|spacecraft|starship|space shuttle|satellite|ufo",
    "cart": "cart|carriage|wagon|wheelbarrow|sledge|sled",
}
PROPS = {
    "umbrella": "umbrella|parasol", "lantern": "lantern|oil lamp|storm lamp", "candle": "candle|candlestick",
    "match": "match|matchstick|matches", "torch": "torch|flashlight|burning torch", "phone": "phone|mobile|smartphone|telephone|cell phone|radio",
    "book": "book|notebook|diary|novel|album|journal|script", "letter": "letter|envelope|note|paper|newspaper|map|photograph|photo|postcard|page|ticket|document",
    "cup": "cup|mug|coffee|tea|glass|drink|wine|beer|teacup", "bottle": "bottle|jar|vase", "bag": "bag|suitcase|backpack|briefcase|handbag|basket|satchel|bucket|rucksack|luggage",
    "flower": "flower|rose|bouquet|tulip|sunflower|flowers", "balloon": "balloon|red balloon", "kite": "kite", "ball": "ball|football|globe|orb|crystal ball",
    "guitar": "guitar|violin|cello|banjo|lute", "camera": "film camera|photo camera", "key": "key|keys", "sword": "sword|knife|blade|dagger|axe|spear|gun|pistol|rifle|stick|cane|staff|rope|fishing rod|broom",
    "box": "box|chest|crate|parcel|package|gift|present|trunk|treasure", "hat": "top hat", "clock": "clock|watch|pocket watch|alarm clock", "apple": "apple|fruit|orange fruit|lemon|bread|cake|egg|food|pie|sandwich",
    "pan": "pan|pot|kettle|saucepan|frying pan", "computer": "computer|laptop|screen|monitor|keyboard|terminal", "mirror": "mirror", "picture": "painting|picture|portrait|poster|canvas",
    "table": "table|desk|counter|workbench", "chair": "chair|stool|armchair|throne|wheelchair", "bench": "bench|pew", "bed": "bed|hammock|mattress|cot", "sofa": "sofa|couch", "shelf": "shelf|bookshelf|bookcase|cupboard|wardrobe",
    "lamp": "lamp|floor lamp|desk lamp|street lamp|lamppost|light bulb|chandelier", "television": "television|tv|tv set", "piano": "piano|grand piano|organ", "door": "door|doorway|gate|entrance",
    "tree": "tree|oak|pine|palm tree|palm|willow|apple tree|lone tree|christmas tree", "bush": "bush|hedge|shrub|cactus|plant|fern", "house": "house|cottage|hut|cabin|barn|shack|farmhouse|mansion|villa",
    "tent": "tent|camp|tepee|marquee", "campfire": "campfire|bonfire|fire|fireplace|flames", "rock": "rock|stone|boulder|pebble", "tower": "tower|windmill|water tower|chimney|mast|antenna|obelisk", "lighthouse": "lighthouse",
    "statue": "statue|monument|sculpture|snowman|scarecrow", "sign": "sign|signpost|billboard|road sign|blackboard", "well": "well|fountain", "grave": "grave|tombstone|gravestone|cross",
    "moon": "full moon", "machine": "machine|engine|generator|device|apparatus|telescope",
}  # fmt: skip
HELD = frozenset(
    ["umbrella", "lantern", "candle", "match", "torch", "phone", "book", "letter", "cup", "bottle", "bag", "flower", "balloon", "kite", "ball", "guitar", "camera", "key", "sword", "box", "hat", "clock", "apple", "pan"]
)

GARMENTS = {
    "coat": "coat|raincoat|trench coat|overcoat|parka|cloak|cape|robe|mantle|anorak",
    "jacket": "jacket|blazer|hoodie|sweater|jumper|cardigan|pullover|vest|leather jacket",
    "shirt": "shirt|t-shirt|blouse|top|tee|turtleneck",
    "dress": "dress|gown|frock|nightgown|sundress|kimono",
    "suit": "suit|tuxedo|uniform|overalls|overall|jumpsuit|costume|space suit|spacesuit|dungarees",
    "skirt": "skirt|kilt",
    "trousers": "trousers|pants|jeans|shorts|leggings",
    "hat": "hat|cap|beanie|straw hat|helmet|bonnet|beret|sou'wester",
    "hood": "hood",
    "scarf": "scarf|shawl|tie|bow tie",
    "boots": "boot|boots|shoes|shoe|sneakers",
    "apron": "apron",
    "glasses": "glasses|spectacles|sunglasses|goggles",
    "beard": "beard|moustache|mustache|bearded",
}
HAIR = {
    "hair": "hair|haired", "braid": "braid|braids|pigtails|plaits", "bun": "bun|topknot", "ponytail": "ponytail",
    "curly": "curls|curly|afro", "bald": "bald", "long": "long-haired", "short": "short-haired",
}  # fmt: skip
TRAITS = {
    "small": "small|little|tiny|short|miniature", "big": "big|large|huge|giant|enormous|massive|tall", "old": "old|elderly|aged|ancient|white-haired|grey-haired|gray-haired",
    "young": "young", "thin": "thin|slim|lean|skinny", "stout": "stout|fat|heavy|burly|plump|broad|strong",
    "long": "long", "wet": "wet|soaked|drenched",
}  # fmt: skip
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "single": 1, "lone": 1, "two": 2, "pair": 2, "couple": 2, "both": 2, "three": 3, "trio": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "dozen": 12, "several": 4, "few": 3, "some": 3, "many": 7, "group": 5, "crowd": 8,
    "flock": 7, "herd": 6, "pack": 5, "hundreds": 12, "swarm": 9, "school": 6,
}  # fmt: skip
