"""Places: one function each, from an empty stage to a composed one."""

from collections.abc import Callable

from generation.sketch.drawing.stage import Stage

from . import civic, halls, homes, land, strange, town, trade, water, wild

PAINTERS: dict[str, Callable[[Stage], None]] = {
    name: painter
    for family in (land, water, town, homes, trade, strange, wild, civic, halls)
    for name, painter in family.PAINTERS.items()
}


def paint_place(st: Stage) -> None:
    """Draw the understood place, or open ground when there is none."""
    PAINTERS.get(st.seen.place, land.open_ground)(st)
