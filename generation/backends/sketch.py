"""The built-in backend: draws in this process, costs nothing, needs neither key nor network."""

from collections.abc import Callable
from pathlib import Path

from generation import sketch
from generation.backends import catalog
from generation.backends.base import Backend, Rejected, ShotRequest
from generation.backends.request import is_only_heard


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
        dialogue=tuple((_cue(speaker, way), text) for speaker, text, way in request.dialogue),
        cast=tuple(_described(element) for element in request.cast),
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
        sound=request.sound,
    )


def _cue(speaker: str, way: str) -> str:
    """Return the speaker as a script's cue: the engine does not draw who is off screen."""
    return f"{speaker} (O.S.)" if is_only_heard(way) else speaker


def _described(element: dict[str, str]) -> dict[str, str]:
    """Return an element in words alone, its colours last, so that they are the ones that count."""
    told = [element.get("description", "").rstrip(" ."), element.get("colours", "")]
    return {**element, "description": ". ".join(part for part in told if part)}
