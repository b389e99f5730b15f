"""Props: what a painter of each kind is called with, the box that holds it, and which of them shine."""

from collections.abc import Callable

from . import furniture, handheld, household, landmarks, outdoors, tools
from .flames import PHASES
from .light import shade
from .pen import blob, curve

Box = tuple[float, float, float, float]
PAINTERS: dict[str, tuple[Callable[..., str], Box]] = {
    **handheld.PAINTERS,
    **furniture.PAINTERS,
    **outdoors.PAINTERS,
    **tools.PAINTERS,
    **household.PAINTERS,
    **landmarks.PAINTERS,
}
BLAZING = frozenset(("campfire", "fireplace", "explosion"))
LUMINOUS = {
    "lantern": (100, 1500),
    "candle": (-140, 1000),
    "match": (-110, 800),
    "torch": (-20, 900),
    "lamp": (-1240, 1300),
    "campfire": (-200, 1700),
    "explosion": (-700, 2400),
    "lighthouse": (-2740, 1100),
    "street lamp": (-2030, 1300),
    "fireplace": (-200, 1500),
    "pumpkin": (-150, 600),
}


def prop(kind: str, colour: str) -> tuple[str, Box]:
    """(art, the box that holds it) of a prop."""
    paint, box_ = PAINTERS[kind]
    return paint(colour), box_


def flickering(kind: str, colour: str) -> list[str]:
    """The drawings of a prop that burns, one for each phase of its flicker; none of others."""
    return [PAINTERS[kind][0](colour, i / PHASES) for i in range(PHASES)] if kind in BLAZING else []


def heap(colour: str) -> tuple[str, Box]:
    """A pile of something soft, such as nets or clothes."""
    fill = colour or "#8f8a72"
    mound = [(-660, 0), (-600, -150), (-380, -250), (-60, -290), (330, -262), (590, -160), (670, 0)]
    folds = "".join(
        curve(
            f"M{x} {-30 - (k % 3) * 50}Q{x + 110} {-150 - (k % 2) * 50} {x + 240} {-40 - (k % 3) * 40}",
            shade(fill, tone),
            13,
        )
        for k, (x, tone) in enumerate(zip(range(-600, 420, 120), (0.8, 1.2) * 5, strict=False))
    )
    return blob(mound, fill) + folds, (-680, -310, 690, 20)


def silhouette(colour: str, label: str) -> tuple[str, Box]:
    """A plain shape that stands for something whose look is not known; its label is written beside it."""
    fill = colour or "#55596180"[:7]
    lean = sum(map(ord, label)) % 60
    shape = [(-190, 0), (-230, -260), (-150 + lean, -560), (40, -640), (210, -520), (240 - lean, -240), (190, 0)]
    return blob(shape, fill) + blob(
        [(-190, 0), (-230, -260), (-150 + lean, -560), (-60, -300), (-80, 0)], shade(fill, 0.85)
    ), (-260, -680, 270, 20)
