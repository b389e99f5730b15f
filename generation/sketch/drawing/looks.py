"""How a person looks: age, build, hair, clothes and colours, settled once from what was understood."""

from dataclasses import dataclass

from generation.sketch.reading.people import COATS, steady
from generation.sketch.reading.understood import Subject

from .light import shade

SKINS = ("#e8bf9f", "#d9a27c", "#c48a63", "#9a6644", "#70482f", "#efcdb2", "#b67c55")
DARK_SKINS = ("#9a6644", "#70482f")
HAIRS = ("#2c2220", "#4a3226", "#6b4530", "#1f1d22", "#8a5a34", "#b98a4a")
TROUSERS = ("#39404f", "#4a4540", "#2f3a44", "#57503f", "#3b3f36")
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
}


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


def looks_of(subject: Subject, index: int, seed: int) -> Looks:
    """The looks of the index-th of a subject: by name where it has one, else by its place in the shot and the seed."""
    key = subject.name or f"{subject.kind} {index} {seed} {subject.label}"
    pick = lambda what, choices: choices[steady(f"{key}/{what}", len(choices))]  # noqa: E731 (a local shorthand)
    traits, kind = set(subject.traits), subject.kind
    child = kind in ("child", "boy", "girl", "baby") or ("small" in traits and kind == "person")
    old = kind in ("old man", "old woman") or "old" in traits
    female = kind in ("woman", "girl", "old woman") or (kind not in ("man", "boy", "old man") and bool(steady(key, 2)))
    garment, top = _garment(subject, pick("garment", ("shirt", "jacket", "shirt")), pick("top", COATS), female, child)
    hat, hat_colour = _hat(subject)
    hair = subject.worn("hair") or ("#c9c6c0" if old else pick("hair", HAIRS))
    skin = pick("skin", SKINS)
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
        shoes=subject.worn("boots") or pick("shoes", ("#2b2724", "#4b3628", "#33363c")),
        height=HEIGHTS.get(kind, 0.64 if child else 0.94 if female else 1.0) * (1.06 if "big" in traits else 1.0),
        width=1.16 if "stout" in traits else 0.9 if "thin" in traits else 1.0,
        child=child,
        old=old,
        female=female,
        hat=hat,
        hat_colour=hat_colour,
        scarf=_colour_or(subject, "scarf", "#b4493c"),
        glasses="glasses" in dict(subject.colours),
        beard="beard" in dict(subject.colours) or (kind in ("old man", "fisherman") and bool(steady(key + "beard", 2))),
    )


def _colour_or(subject: Subject, garment: str, default: str) -> str:
    worn = dict(subject.colours)
    return (worn[garment] or default) if garment in worn else ""


def _garment(subject: Subject, casual: str, colour: str, female: bool, child: bool) -> tuple[str, str]:
    for garment in ("coat", "dress", "suit", "jacket", "apron", "skirt", "shirt"):
        if garment in dict(subject.colours):
            return garment, subject.worn(garment) or subject.colour or colour
    if subject.kind in DRESSES:
        return DRESSES[subject.kind][0], subject.colour or DRESSES[subject.kind][1]
    if female and steady(colour + subject.label, 3) == 0:
        casual = "dress"
    return casual, subject.colour or colour


def _hat(subject: Subject) -> tuple[str, str]:
    if "hat" in dict(subject.colours):
        return "hat", subject.worn("hat") or "#6b4a33"
    if "hood" in dict(subject.colours):
        return "hood", subject.worn("hood") or subject.worn("coat") or "#6b4a33"
    return DRESSES[subject.kind][2:] if subject.kind in DRESSES else ("", "")


def _style(subject: Subject, female: bool, default: str) -> str:
    if subject.hair in ("braid", "bun", "ponytail", "curly", "bald", "long", "short"):
        return subject.hair
    if subject.kind == "old man":
        return "bald" if steady(subject.name or subject.label, 2) else "short"
    return "bun" if subject.kind == "old woman" else default


def darker(colour: str) -> str:
    """The shadow side of a colour."""
    return shade(colour, 0.82)
