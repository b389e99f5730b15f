"""The built-in backend: draws in this process, costs nothing, needs neither key nor network."""

from collections.abc import Callable
from pathlib import Path

from generation import sketch
from generation.backends import catalog
from generation.backends.base import Backend, Rejected, ShotRequest


class SketchBackend(Backend):
    draws_here = True

    def __init__(self, *, alias: str):
        super().__init__(alias=alias)
        self.capabilities = catalog.capabilities("sketch")

    def draw(self, request: ShotRequest, target: Path, *, on_progress: Callable[[float], None]) -> None:
        """Draw into `target`; raise Rejected for what cannot be drawn."""
        try:
            sketch.draw_film(sketch_request(request), target, on_progress=on_progress)
        except sketch.SketchRefused as refusal:
            raise Rejected(str(refusal), code="cannot_be_drawn") from refusal


def sketch_request(request: ShotRequest) -> "sketch.SketchRequest":
    """Return what the sketch engine is asked for."""
    return sketch.SketchRequest(
        action=request.action,
        setting=request.setting,
        place=request.place,
        time_of_day=request.time_of_day,
        dialogue=request.dialogue,
        cast=request.cast,
        size=request.size,
        angle=request.angle,
        move_family=request.move,
        move_direction=request.move_direction,
        move_speed=request.move_speed,
        frames=request.frames,
        rate=request.rate,
        width=request.width,
        height=request.height,
        seed=request.seed,
        slate=request.slate,
        look=request.look,
    )
