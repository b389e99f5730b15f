"""Laying a sheet on a picture, wherever a matrix puts it."""

import cv2
import numpy as np

from .sheets import Sheet

COARSE_GROWTH = 1.8


def lay(picture: np.ndarray, sheet: Sheet, to_pixels: np.ndarray, gain: float | None = None) -> None:
    """Lay a sheet over the picture, in place; with a `gain` it is light, and added.

    `to_pixels` is the 3 × 3 matrix from the sheet's units to the picture's pixels.
    """
    corners = to_pixels @ sheet.corners
    x0, y0 = max(0, int(np.floor(corners[0].min())) - 1), max(0, int(np.floor(corners[1].min())) - 1)
    x1 = min(picture.shape[1], int(np.ceil(corners[0].max())) + 1)
    y1 = min(picture.shape[0], int(np.ceil(corners[1].max())) + 1)
    if x1 <= x0 or y1 <= y0:
        return
    to_units = [[1 / sheet.scale, 0, sheet.origin[0]], [0, 1 / sheet.scale, sheet.origin[1]], [0, 0, 1]]
    to_patch = to_pixels @ np.array(to_units)
    to_patch[0, 2] -= x0
    to_patch[1, 2] -= y0
    size = (x1 - x0, y1 - y0)
    whole = size == (picture.shape[1], picture.shape[0])
    patch = _patch(sheet, to_patch, size, whole)
    target = picture[y0:y1, x0:x1]
    if gain is not None:
        cv2.addWeighted(target, 1.0, patch, gain, 0, target)
    elif sheet.opaque and whole:
        target[:] = patch
    else:
        cover(target, patch, held_back(patch))


def held_back(patch: np.ndarray) -> np.ndarray:
    """How much of what lies under a patch is still seen, in each of four channels."""
    keep = cv2.bitwise_not(cv2.extractChannel(patch, 3))
    return cv2.merge([keep, keep, keep, keep])


def cover(target: np.ndarray, patch: np.ndarray, keep: np.ndarray) -> None:
    """Lay a patch whose colour is multiplied by its alpha over the picture."""
    cv2.multiply(target, keep, target, 1 / 255)
    cv2.add(target, patch, target)


def _patch(sheet: Sheet, to_patch: np.ndarray, size: tuple[int, int], whole: bool) -> np.ndarray:
    """The sheet's pixels where the patch is. Coarse sheets that only grow are resized, which is much quicker."""
    growth = to_patch[0, 0]
    if growth > COARSE_GROWTH and abs(to_patch[0, 1]) < 1e-9:
        return _grown(sheet.pixels, growth, to_patch[0, 2], to_patch[1, 2], size, sheet.opaque)
    edge = cv2.BORDER_REPLICATE if sheet.opaque and whole else cv2.BORDER_CONSTANT
    return cv2.warpAffine(sheet.pixels, to_patch[:2], size, flags=cv2.INTER_LINEAR, borderMode=edge)


def _grown(pixels: np.ndarray, growth: float, dx: float, dy: float, size: tuple[int, int], opaque: bool) -> np.ndarray:
    """Enlarge just the part that shows; being soft, it may sit up to half a pixel off."""
    rows, columns = pixels.shape[:2]
    x0, y0 = max(0, int(-dx / growth) - 1), max(0, int(-dy / growth) - 1)
    x1, y1 = min(columns, int((size[0] - dx) / growth) + 2), min(rows, int((size[1] - dy) / growth) + 2)
    if x1 <= x0 or y1 <= y0:
        return np.zeros((size[1], size[0], 4), np.uint8)
    large = cv2.resize(
        pixels[y0:y1, x0:x1], (round((x1 - x0) * growth), round((y1 - y0) * growth)), interpolation=cv2.INTER_LINEAR
    )
    left, top = round(x0 * growth + dx), round(y0 * growth + dy)
    right, bottom = size[0] - left - large.shape[1], size[1] - top - large.shape[0]
    if left >= size[0] or top >= size[1] or right >= size[0] or bottom >= size[1]:
        return np.zeros((size[1], size[0], 4), np.uint8)
    cut = large[max(0, -top) : large.shape[0] + min(0, bottom), max(0, -left) : large.shape[1] + min(0, right)]
    margins = max(0, top), max(0, bottom), max(0, left), max(0, right)
    if not any(margins):
        return cut
    return cv2.copyMakeBorder(cut, *margins, cv2.BORDER_REPLICATE if opaque else cv2.BORDER_CONSTANT, value=0)
