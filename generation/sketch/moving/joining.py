"""Layers drawn as one where the camera moves all depths alike: a drawing is read and written once, not for each."""

import re

import numpy as np

from generation.sketch.drawing.light import Light, hexed, mix, rgb
from generation.sketch.drawing.stage import Layer

from .camera import View
from .laying import moved

COLOUR = re.compile(r'"(#[0-9a-fA-F]{6})"')
EVERYWHERE = (-1e5, -1e5, 1e5, 1e5)
NAME = re.compile(r'id="(\w+)"|url\(#(\w+)\)')


def joined(layers: list[Layer], view: View, light: Light, still: bool) -> list[Layer]:
    """The layers in order, neighbours that stand still joined; in a still nothing moves.

    Subjects and what glows or is out of focus stay by themselves.
    """
    piled: list[Layer] = []
    run: list[Layer] = []
    for layer in layers:
        if _plain(layer, still):
            run.append(layer)
            continue
        piled += _as_one(run, view, light)
        piled.append(layer)
        run = []
    return piled + _as_one(run, view, light)


def _plain(layer: Layer, still: bool) -> bool:
    if layer.add or layer.blur or layer.subject >= 0 or layer.gain or len(layer.arts) > 1:
        return False
    return still or not layer.moves


def _as_one(run: list[Layer], view: View, light: Light) -> list[Layer]:
    if len(run) < 2:
        return run
    art = "".join(_placed(layer, number, view, light) for number, layer in enumerate(run))
    return [Layer((art,), 1.0, lit=False, box=EVERYWHERE)]


def _placed(layer: Layer, number: int, view: View, light: Light) -> str:
    """The art of a layer where it is seen, in the light of the hour, its gradients under names of their own."""
    matrix = view.backdrop_matrix(layer.depth)
    if layer.motion:
        matrix = matrix @ moved(layer.motion(0.0), layer.pivot)
    art = _lit(layer, light) if layer.lit else layer.arts[0]
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
