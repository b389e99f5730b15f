"""Words that describe somebody or something: clothes, hair, build and age, and how many there are."""
# ruff: noqa: E501 (one entry a line reads best)

GARMENTS = {
    "coat": "coat|raincoat|trench coat|overcoat|parka|cloak|cape|robe|robes|mantle|anorak|lab coat|poncho|bathrobe",
    "jacket": "jacket|blazer|hoodie|sweater|jumper|cardigan|pullover|vest|waistcoat|leather jacket|sweatshirt|denim jacket",
    "shirt": "shirt|t-shirt|blouse|top|tee|turtleneck|tank top|polo shirt|jersey",
    "dress": "dress|gown|frock|nightgown|sundress|kimono|tutu|wedding dress|sari|saris",
    "suit": "suit|tuxedo|uniform|overalls|overall|jumpsuit|costume|space suit|spacesuit|dungarees|armour|armor|pyjamas|pajamas|wetsuit|swimsuit|bikini",
    "skirt": "skirt|kilt",
    "trousers": "trousers|pants|jeans|shorts|leggings",
    "hat": "hat|cap|beanie|straw hat|helmet|bonnet|beret|sou'wester|baseball cap|fedora|bowler hat|cowboy hat|turban|headscarf|tall hat",
    "hood": "hood|hooded",
    "scarf": "scarf|shawl|tie|bow tie|bandana",
    "boots": "boot|boots|shoes|shoe|sneakers|sandals|heels|high heels|slippers",
    "apron": "apron",
    "glasses": "glasses|spectacles|sunglasses|goggles|eyepatch",
    "mask": "mask|ski mask|balaclava|masks",
    "beard": "beard|moustache|mustache|bearded|whiskers",
}
HAIR = {
    "hair": "hair|haired", "braid": "braid|braids|braided|pigtails|plaits|dreadlocks", "bun": "bun|topknot", "ponytail": "ponytail",
    "curly": "curls|curly|afro", "bald": "bald|bald-headed", "long": "long-haired", "short": "short-haired|crew cut|mohawk|buzz cut",
    "dark-haired": "dark-haired|black-haired|brunette", "fair": "blond-haired|blonde-haired|fair-haired", "red-haired": "red-haired|redhead|redheaded|ginger-haired",
}  # fmt: skip
HAIR_HUES = {"dark-haired": "black", "fair": "blonde", "red-haired": "ginger"}
TRAITS = {
    "small": "small|little|tiny|short|miniature|wee", "big": "big|large|huge|giant|enormous|massive|tall|gigantic|towering|colossal", "old": "old|elderly|aged|ancient|white-haired|grey-haired|gray-haired|wrinkled",
    "young": "young", "thin": "thin|slim|lean|skinny|slender|lanky|gaunt", "stout": "stout|fat|heavy|burly|plump|broad|strong|stocky|chubby|muscular|heavyset|overweight",
    "long": "long", "wet": "wet|soaked|drenched|dripping", "dark-skinned": "dark-skinned|african|brown-skinned", "pale": "pale-skinned|pallid",
}  # fmt: skip
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "single": 1, "lone": 1, "solitary": 1, "two": 2, "pair": 2, "couple": 2, "both": 2, "twin": 2, "three": 3, "trio": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "several": 4, "few": 3, "some": 3, "many": 7, "numerous": 7, "group": 5, "crowd": 8,
    "flock": 7, "herd": 6, "pack": 5, "hundreds": 12, "thousands": 12, "swarm": 9, "school": 6, "shoal": 6, "gang": 4, "troop": 5, "caravan": 4, "row": 4, "line": 4, "convoy": 3, "fleet": 4,
}  # fmt: skip
