"""Places: one function each, from an empty stage to a composed one."""

from collections.abc import Callable

from generation.sketch.drawing.stage import Stage

from . import homes, land, strange, town, trade, water

PAINTERS: dict[str, Callable[[Stage], None]] = {
    **land.PAINTERS, **water.PAINTERS, **town.PAINTERS, **homes.PAINTERS, **trade.PAINTERS, **strange.PAINTERS,
}  # fmt: skip


def paint_place(st: Stage) -> None:
    """Draw the understood place, or open ground when there is none."""
    PAINTERS.get(st.seen.place, land.open_ground)(st)
