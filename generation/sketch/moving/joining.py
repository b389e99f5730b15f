"""Layers drawn as one where the camera moves all depths alike: a drawing is read and written once, not for each."""

import re
from dataclasses import dataclass

import numpy as np

from generation.sketch.drawing.light import Light, hexed, mix, rgb
from generation.sketch.drawing.stage import Layer

from .camera import View, moved

COLOUR = re.compile(r'"(#[0-9a-fA-F]{6})"')
EVERYWHERE = (-1e5, -1e5, 1e5, 1e5)
LETTERING = "<image"  # how words come into a drawing
SKY = 0.03  # the depth of the sky
BAND = 0.22  # how far apart layers may lie that are lit together
NAME = re.compile(r'id="(\w+)"|url\(#(\w+)\)')


@dataclass
class Joined(Layer):
    """Several layers as one that lies where the figures are, and looks as if `shown` were its depth."""

    shown: float = 1.0


def shown_depth(layer: Layer) -> float:
    """How far away a layer looks."""
    return layer.shown if isinstance(layer, Joined) else layer.depth


def joined(layers: list[Layer], view: View, light: Light | None, still: bool) -> list[Layer]:
    """The layers in order, neighbours that stand still joined; in a still nothing moves.

    With a `light` they are lit here, each at its own depth; without, only those of about one depth are joined, so that
    they can be lit together. Subjects and what glows or is out of focus stay by themselves.
    """
    piled: list[Layer] = []
    run: list[Layer] = []
    for layer in layers:
        plain = _plain(layer, still)
        if run and not (plain and (light or _alike(run[0], layer))):
            piled.append(_as_one(run, view, light))
            run = []
        if plain:
            run.append(layer)
        else:
            piled.append(layer)
    return [*piled, _as_one(run, view, light)] if run else piled


def _plain(layer: Layer, still: bool) -> bool:
    if layer.add or layer.blur or layer.subject >= 0 or layer.gain or len(layer.arts) > 1 or LETTERING in layer.arts[0]:
        return False
    return still or not layer.moves


def _alike(first: Layer, layer: Layer) -> bool:
    """Whether two layers may be lit together, the sky apart from what stands before it."""
    near = first.depth >= SKY and layer.depth - first.depth < BAND
    return near and (first.lit, first.lift) == (layer.lit, layer.lift)


def _as_one(run: list[Layer], view: View, light: Light | None) -> Layer:
    first = run[0]
    if len(run) == 1:
        return first
    art = "".join(_placed(layer, number, view, light) for number, layer in enumerate(run))
    depth = sum(layer.depth for layer in run) / len(run)
    lit = first.lit and light is None
    return Joined((art,), 1.0, lit=lit, lift=first.lift, box=EVERYWHERE if light else None, shown=depth)


def _placed(layer: Layer, number: int, view: View, light: Light | None) -> str:
    """The art of a layer where it is seen, in the light if there is one, its gradients under names of their own."""
    matrix = view.backdrop_matrix(layer.depth)
    if layer.motion:
        matrix = matrix @ moved(layer.motion(0.0), layer.pivot)
    art = _lit(layer, light) if layer.lit and light else layer.arts[0]
    art = NAME.sub(lambda found: _renamed(found, number), art)
    return f'<g transform="matrix({_six(matrix)})">{art}</g>'


def _renamed(found: re.Match[str], number: int) -> str:
    own, used = found.groups()
    return f'id="{own}-{number}"' if own else f"url(#{used}-{number})"


def _six(matrix: np.ndarray) -> str:
    return " ".join(f"{matrix[row, column]:.5f}" for column in range(3) for row in range(2))


def _lit(layer: Layer, light: Light) -> str:
    """Every colour of the art as the light shows it: what is done to pixels elsewhere, done to words."""
    veil = max(0.0, 1 - layer.depth) * light.veil
    key = [k + (1 - k) * layer.lift for k in rgb(light.key)]
    known: dict[str, str] = {}

    def lit(found: re.Match[str]) -> str:
        colour = found[1]
        if colour not in known:
            red, green, blue = (c * k for c, k in zip(rgb(colour), key, strict=True))
            known[colour] = mix(hexed((red, green, blue)), light.haze, veil)
        return f'"{known[colour]}"'

    return COLOUR.sub(lit, layer.arts[0])
