"""The built-in backend: draws in this process, costs nothing, needs neither key nor network."""

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from generation import sketch
from generation.backends import catalog
from generation.backends.base import CAPTIONS_ENDING, Backend, Rejected, ShotRequest
from generation.backends.request import is_only_heard
from generation.sketch.request import LARGEST_FIRST_FRAME
from generation.sketch.speech.cues import captions_of


class SketchBackend(Backend):
    """`longest` is how many seconds one job draws; longer shots are made of parts that go on from one another."""

    draws_here = True

    def __init__(self, *, alias: str, longest: str = ""):
        super().__init__(alias=alias)
        can = catalog.capabilities("sketch")
        self.capabilities = replace(can, longest=Fraction(longest)) if longest else can

    def draw(self, request: ShotRequest, target: Path, *, on_progress: Callable[[float], None]) -> None:
        """Draw into `target`; raise Rejected for what cannot be drawn."""
        asked = replace(sketch_request(request), first_frame=_picture(request.start_image))
        try:
            sketch.draw_film(asked, target, on_progress=on_progress)
        except sketch.SketchRefused as refusal:
            raise Rejected(str(refusal), code="cannot_be_drawn") from refusal
        if request.dialogue:
            said = captions_of(sketch_request(request))
            target.with_suffix(CAPTIONS_ENDING).write_text(json.dumps(said), encoding="utf-8")


def _picture(name: str) -> bytes:
    """Return the stored picture `name`, or nothing where there is no name; raise Rejected when it is gone."""
    if not name:
        return b""
    try:
        with default_storage.open(name, "rb") as file:
            return file.read(LARGEST_FIRST_FRAME + 1)
    except FileNotFoundError as gone:
        raise Rejected(
            _("The picture to begin with is no longer there. Ask again with another one, or without."),
            code="start_image_gone",
        ) from gone


def sketch_request(request: ShotRequest) -> "sketch.SketchRequest":
    """Return what the sketch engine is asked for, without the picture that it begins with."""
    return sketch.SketchRequest(
        action=request.action,
        setting=request.setting,
        place=request.place,
        time_of_day=request.time_of_day,
        weather=request.weather,
        dialogue=tuple((_cue(speaker, way), text) for speaker, text, way in request.dialogue),
        cast=tuple(_described(element) for element in request.cast),
        voices=request.voices,
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
