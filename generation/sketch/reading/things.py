"""Kinds of things: props, furniture, plants and buildings, and the words that mean them."""
# ruff: noqa: E501 (one entry a line reads best)

from .small_words import word_set

PROPS = {
    "umbrella": "umbrella|parasol", "lantern": "lantern|oil lamp|storm lamp|paper lantern", "candle": "candle|candlestick|candelabra",
    "match": "match|matchstick|matches|lighter", "torch": "torch|flashlight|burning torch", "phone": "phone|mobile|smartphone|telephone|cell phone|receiver",
    "radio": "radio|transistor radio|record player|gramophone|walkie-talkie", "microphone": "microphone|mic",
    "book": "book|notebook|diary|novel|album|journal|script|bible", "letter": "letter|envelope|note|paper|newspaper|photograph|photo|postcard|page|ticket|document|contract|banknote|money",
    "map": "map|treasure map|chart|scroll", "cup": "cup|mug|coffee|tea|teacup", "glass": "glass|drink|wine|beer|wine glass|goblet|cocktail", "bottle": "bottle|jar|hip flask", "flask": "flask|test tube|beaker|vial|potion",
    "vase": "vase|urn|pot of flowers|flower pot", "bag": "bag|backpack|briefcase|handbag|satchel|rucksack|sack|purse", "suitcase": "suitcase|luggage", "basket": "basket|picnic basket|hamper", "bucket": "bucket|pail", "watering can": "watering can|watering-can",
    "flower": "flower|rose|tulip|sunflower|daisy|lily", "bouquet": "bouquet|bunch of flowers", "balloon": "balloon", "kite": "kite", "ball": "ball|football|beach ball|basketball|soccer ball", "globe": "globe|orb|crystal ball",
    "guitar": "guitar|banjo|lute|ukulele", "violin": "violin|cello|fiddle|viola", "trumpet": "trumpet|saxophone|horn|trombone|flute", "drum": "drum|drums|drum kit", "camera": "film camera|photo camera|movie camera|video camera",
    "key": "key|keys", "sword": "sword|blade|sabre|lightsaber", "knife": "knife|dagger|scalpel", "axe": "axe|ax|hatchet", "hammer": "hammer|gavel|mallet", "gun": "gun|pistol|revolver|rifle|shotgun", "bow": "bow and arrow|crossbow|longbow",
    "spear": "spear|lance|harpoon|trident", "stick": "stick|cane|staff|walking stick|wand|baton|branch", "rope": "rope|lasso|whip|chain", "fishing rod": "fishing rod|fishing pole", "broom": "broom|mop|rake|shovel|spade|pitchfork", "net": "net|fishing net",
    "flag": "flag|banner|pennant", "bell": "bell|church bell", "crown": "crown|tiara", "mask": "mask", "ring": "ring|diamond|jewel|gem|necklace|coin|medal", "skull": "skull|bone",
    "box": "box|crate|parcel|package|carton", "gift": "gift|present|wrapped box", "chest": "chest|trunk|treasure chest|treasure|coffin", "hat": "top hat", "clock": "clock|watch|pocket watch|alarm clock|stopwatch", "apple": "apple|fruit|orange fruit|lemon|pear|peach",
    "bread": "bread|loaf|sandwich|baguette|pancake|toast|burger|food|pie|pizza", "cake": "cake|birthday cake", "pumpkin": "pumpkin|jack-o'-lantern", "pan": "pan|saucepan|frying pan", "pot": "pot|kettle|cauldron|teapot",
    "egg": "egg", "teddy": "teddy|teddy bear|doll|toy|puppet", "computer": "computer|laptop|keyboard|terminal", "screen": "screen|monitor|hologram", "mirror": "mirror", "picture": "painting|picture|portrait|poster", "easel": "easel|canvas",
    "table": "table|desk|counter|workbench", "chair": "chair|armchair", "stool": "stool", "throne": "throne", "wheelchair": "wheelchair", "bench": "bench|pew", "bed": "bed|mattress|cot|bunk", "hammock": "hammock", "sofa": "sofa|couch", "shelf": "shelf|bookshelf|bookcase",
    "wardrobe": "wardrobe|cupboard|closet|cabinet|locker", "fridge": "fridge|refrigerator", "stove": "stove|oven|cooker", "bathtub": "bathtub|bath tub|tub", "cradle": "cradle|crib", "pram": "pram|stroller|baby carriage|pushchair|buggy",
    "lamp": "lamp|floor lamp|desk lamp|light bulb|chandelier", "street lamp": "street lamp|lamppost|streetlight|lamp post", "television": "television|tv|tv set", "piano": "piano|grand piano|organ", "door": "door|doorway|entrance", "gate": "gate|portal", "ladder": "ladder",
    "tree": "tree|plane tree|young tree|oak|willow|apple tree|lone tree", "pine": "pine|pine tree|christmas tree|fir", "palm": "palm tree|palm|palms", "bush": "bush|hedge|shrub|fern", "plant": "plant|potted plant|seedling", "cactus": "cactus", "mushroom": "mushroom|toadstool",
    "house": "house|cottage|farmhouse|mansion|villa", "hut": "hut|cabin|shack|shed|igloo", "barn": "barn", "tent": "tent|camp|tepee|marquee", "campfire": "campfire|bonfire|fire|flames", "explosion": "explosion|blast|fireball|mushroom cloud", "fireplace": "fireplace|hearth", "rock": "rock|stone|boulder|pebble",
    "tower": "tower|water tower|chimney|antenna|obelisk", "windmill": "windmill|wind turbine", "lighthouse": "lighthouse", "pyramid": "pyramid", "fence": "fence|barrier|railing",
    "statue": "statue|monument|sculpture", "snowman": "snowman", "scarecrow": "scarecrow", "sign": "sign|bus stop|signpost|billboard|road sign", "blackboard": "blackboard|whiteboard|chalkboard", "traffic light": "traffic light|traffic lights", "mailbox": "mailbox|letterbox|postbox", "phone box": "phone box|phone booth|telephone box|telephone booth",
    "barrel": "barrel|keg|drum of oil", "bin": "bin|dustbin|trash can|garbage can", "wheel": "wheel|tyre|tire", "anchor": "anchor", "cage": "cage|birdcage", "swing": "swing|playground swing", "well": "well", "fountain": "fountain", "grave": "grave|tombstone|gravestone|headstone", "cross": "cross|crucifix",
    "moon": "full moon", "machine": "machine|engine|generator|device|apparatus", "telescope": "telescope", "binoculars": "binoculars|field glasses|opera glasses|spyglass", "cigarette": "cigarette|cigar|cigarillo", "punching bag": "punching bag|heavy bag|boxing bag|speed bag|sandbag",
    "microscope": "microscope", "plate": "plate|dish|bowl|tray|saucer", "trophy": "trophy|award|chalice", "spoon": "spoon|fork|ladle|chopstick", "skateboard": "skateboard|surfboard|snowboard",
}  # fmt: skip
HELD = word_set(
    "umbrella lantern candle match torch phone radio microphone book letter map cup glass bottle flask vase bag suitcase "
    "basket bucket flower bouquet balloon kite ball globe guitar violin trumpet camera key sword knife axe hammer gun "
    "bow spear stick rope broom net flag bell crown mask ring skull box gift hat clock apple bread cake pumpkin pan "
    "plate trophy spoon pot egg teddy skateboard binoculars cigarette"
) | {"fishing rod", "watering can"}
