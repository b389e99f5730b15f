"""How a person looks: age, build, hair, clothes and colours, settled once from what was understood."""

from dataclasses import dataclass

from generation.sketch.reading.people import COATS, steady
from generation.sketch.reading.understood import Subject

from .light import shade

SKINS = ("#e8bf9f", "#d9a27c", "#c48a63", "#9a6644", "#70482f", "#efcdb2", "#b67c55")
DARK_SKINS = ("#9a6644", "#70482f")
HAIRS = ("#2c2220", "#4a3226", "#6b4530", "#1f1d22", "#8a5a34", "#b98a4a")
TROUSERS = ("#39404f", "#4a4540", "#2f3a44", "#57503f", "#3b3f36")
SUITS = ("#39404f", "#2b2d36", "#4b4d55", "#3a3340", "#5a4d42")
STYLES = {"woman": ("long", "bob", "bun", "ponytail"), "man": ("short", "short", "side", "curly")}
HEIGHTS = {
    "child": 0.64,
    "boy": 0.66,
    "girl": 0.64,
    "baby": 0.36,
    "teenager": 0.9,
    "old man": 0.96,
    "old woman": 0.9,
    "woman": 0.95,
}
DRESSES = {
    "fisherman": ("coat", "#3f5566", "hat", "#2c3a45"),
    "farmer": ("shirt", "#a5573f", "straw", "#d5b56c"),
    "police officer": ("suit", "#2c3f5e", "cap", "#22324d"),
    "soldier": ("suit", "#5c6647", "helmet", "#4a5339"),
    "doctor": ("coat", "#e9ebe8", "", ""),
    "teacher": ("jacket", "#6c5a48", "", ""),
    "cook": ("apron", "#ece7da", "toque", "#f1eee6"),
    "astronaut": ("suit", "#e6e6e2", "bubble", "#e6e6e2"),
    "robot": ("suit", "#8f9ba3", "robot", "#8f9ba3"),
    "baby": ("suit", "#e8d3b0", "", ""),
    "cowboy": ("jacket", "#8a5a36", "hat", "#6b4a2f"),
    "knight": ("suit", "#98a2aa", "visor", "#87919a"),
    "king": ("coat", "#8d2f3a", "crown", "#d9a738"),
    "queen": ("dress", "#6e3f86", "crown", "#d9a738"),
    "nurse": ("dress", "#d3e6ee", "nurse", "#f2f4f4"),
    "scientist": ("coat", "#e9ebe8", "", ""),
    "judge": ("coat", "#26242a", "wig", "#e3dfd4"),
    "priest": ("coat", "#3a2f28", "", ""),
    "waiter": ("apron", "#2b2a2f", "", ""),
    "worker": ("suit", "#4a6a8a", "helmet", "#e2b23a"),
    "firefighter": ("coat", "#3d3d33", "helmet", "#c8302a"),
    "detective": ("coat", "#a08a62", "hat", "#6a5a3c"),
    "pirate": ("coat", "#6b2f2f", "tricorne", "#2a2628"),
    "wizard": ("coat", "#3d3f80", "cone", "#3d3f80"),
    "witch": ("dress", "#2f2838", "cone", "#26202c"),
    "clown": ("suit", "#e2b23a", "clown", "#c8302a"),
    "dancer": ("dress", "#e3a3b0", "", ""),
    "athlete": ("shirt", "#d8402f", "band", "#f2f0e8"),
    "diver": ("suit", "#26303a", "mask", "#3f9fa0"),
    "pilot": ("jacket", "#6b4a33", "goggles", "#5a4030"),
    "bride": ("dress", "#f4f1ea", "veil", "#f8f6f0"),
    "prisoner": ("suit", "#dd7a2a", "", ""),
    "superhero": ("suit", "#2c4f9a", "", ""),
    "vampire": ("coat", "#1f1c22", "", ""),
    "ghost": ("dress", "#e8edf0", "ghost", "#e8edf0"),
    "skeleton": ("suit", "#2a282d", "skull", "#ece6d6"),
    "angel": ("dress", "#f4f1e2", "halo", "#e8c760"),
    "alien": ("suit", "#5f8f6a", "alien", "#8fc07a"),
}
SKIN_OF = {"alien": "#8fc07a", "ghost": "#e8edf0", "vampire": "#e6dfdb", "skeleton": "#ece6d6"}
STYLE_OF = {"priest": "bald", "vampire": "side", "clown": "curly", "wizard": "long", "baby": "short"}
BACKS = {
    "superhero": ("cape", "#c8302a"),
    "angel": ("wings", "#f8f6ee"),
    "king": ("cape", "#6f2430"),
    "vampire": ("cape", "#7a1f2a"),
}
WOMEN = frozenset(("woman", "girl", "old woman", "queen", "witch", "bride"))
MEN = frozenset(("man", "boy", "old man", "king", "wizard", "priest"))
NAMED_SKINS = {"dark-skinned": "#70482f", "pale": "#efd8c6"}


@dataclass(frozen=True)
class Looks:
    """Everything that stays the same about a person from shot to shot. `height` is a share of an adult's."""

    skin: str
    hair: str
    style: str
    garment: str
    top: str
    under: str
    trousers: str
    shoes: str
    height: float = 1.0
    width: float = 1.0
    child: bool = False
    old: bool = False
    female: bool = False
    hat: str = ""
    hat_colour: str = ""
    scarf: str = ""
    glasses: bool = False
    beard: bool = False
    mask: str = ""
    back: str = ""
    back_colour: str = ""


def looks_of(subject: Subject, index: int, seed: int) -> Looks:
    """The looks of the index-th of a subject: by name where it has one, else by its place in the shot and the seed."""
    key = subject.name or f"{subject.kind} {index} {seed} {subject.label}"
    pick = lambda what, choices: choices[steady(f"{key}/{what}", len(choices))]  # noqa: E731 (a local shorthand)
    traits, kind = set(subject.traits), subject.kind
    child = kind in ("child", "boy", "girl", "baby") or ("small" in traits and kind == "person")
    old = kind in ("old man", "old woman") or "old" in traits
    female = kind in WOMEN or (kind not in MEN and bool(steady(key, 2)))
    old = old or kind == "wizard"
    garment, top = _garment(subject, pick("garment", ("shirt", "jacket", "shirt")), pick("top", COATS), female, child)
    hat, hat_colour = _hat(subject)
    hair = subject.worn("hair") or ("#c9c6c0" if old else pick("hair", HAIRS))
    skin = SKIN_OF.get(kind) or next(
        (hue for trait, hue in NAMED_SKINS.items() if trait in traits), pick("skin", SKINS)
    )
    back, back_colour = BACKS.get(kind, ("", ""))
    if skin in DARK_SKINS and hair in HAIRS:
        hair = HAIRS[3]
    return Looks(
        skin=skin,
        hair=hair,
        style=_style(subject, female, pick("style", STYLES["woman" if female else "man"])),
        garment=garment,
        top=top,
        under=subject.worn("shirt") or pick("under", ("#e6ded0", "#c9cdd0", "#d8c7b0")),
        trousers=subject.worn("trousers") or subject.worn("skirt") or pick("trousers", TROUSERS),
        shoes=skin
        if "boots" in subject.lacks
        else subject.worn("boots") or pick("shoes", ("#2b2724", "#4b3628", "#33363c")),
        height=HEIGHTS.get(kind, 0.64 if child else 0.94 if female else 1.0) * (1.06 if "big" in traits else 1.0),
        width=1.16 if "stout" in traits else 0.9 if "thin" in traits else 1.0,
        child=child,
        old=old,
        female=female,
        hat=hat,
        hat_colour=hat_colour,
        scarf=_colour_or(subject, "scarf", "#b4493c"),
        glasses="glasses" not in subject.lacks and ("glasses" in dict(subject.colours) or kind == "scientist"),
        beard="beard" not in subject.lacks and _bearded(subject, key),
        mask=_colour_or(subject, "mask", "#23232a"),
        back=back,
        back_colour=back_colour,
    )


def _bearded(subject: Subject, key: str) -> bool:
    if "beard" in dict(subject.colours) or subject.kind in ("wizard", "king", "pirate"):
        return True
    return subject.kind in ("old man", "fisherman") and bool(steady(key + "beard", 2))


def _colour_or(subject: Subject, garment: str, default: str) -> str:
    worn = dict(subject.colours)
    return (worn[garment] or default) if garment in worn else ""


def _garment(subject: Subject, casual: str, colour: str, female: bool, child: bool) -> tuple[str, str]:
    for garment in ("coat", "dress", "suit", "jacket", "apron", "skirt", "shirt"):
        if garment in dict(subject.colours):
            own = SUITS[steady(colour + subject.label, len(SUITS))] if garment == "suit" and not child else colour
            return garment, subject.worn(garment) or subject.colour or own
    if subject.kind in DRESSES:
        return DRESSES[subject.kind][0], subject.colour or DRESSES[subject.kind][1]
    if female and steady(colour + subject.label, 3) == 0:
        casual = "dress"
    return casual, subject.colour or colour


def _hat(subject: Subject) -> tuple[str, str]:
    if "hat" in subject.lacks:
        return "", ""
    if "hat" in dict(subject.colours):
        return "hat", subject.worn("hat") or "#6b4a33"
    if "hood" in dict(subject.colours):
        return "hood", subject.worn("hood") or subject.worn("coat") or "#6b4a33"
    return DRESSES[subject.kind][2:] if subject.kind in DRESSES else ("", "")


def _style(subject: Subject, female: bool, default: str) -> str:
    if subject.hair in ("braid", "bun", "ponytail", "curly", "bald", "long", "short"):
        return subject.hair
    if subject.kind in STYLE_OF:
        return STYLE_OF[subject.kind]
    if subject.kind == "old man":
        return "bald" if steady(subject.name or subject.label, 2) else "short"
    return "bun" if subject.kind == "old woman" else default


def darker(colour: str) -> str:
    """The shadow side of a colour."""
    return shade(colour, 0.82)
