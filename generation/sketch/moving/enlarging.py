"""Soft pixels made larger, just the part that shows: quicker than to follow a matrix pixel by pixel."""

import cv2
import numpy as np

from generation.sketch.pixels import Pixels


def grown(pixels: Pixels, growth: float, dx: float, dy: float, size: tuple[int, int], opaque: bool) -> Pixels:
    """A picture of `size` (columns, rows) that shows the pixels enlarged, their corner at (dx, dy); outside is nothing,
    or where they are `opaque` their own edge. Being soft, it may sit up to half a pixel off.
    """
    rows, columns = pixels.shape[:2]
    x0, y0 = max(0, int(-dx / growth) - 1), max(0, int(-dy / growth) - 1)
    x1, y1 = min(columns, int((size[0] - dx) / growth) + 2), min(rows, int((size[1] - dy) / growth) + 2)
    if x1 <= x0 or y1 <= y0:
        return np.zeros((size[1], size[0], *pixels.shape[2:]), np.uint8)
    large = cv2.resize(
        pixels[y0:y1, x0:x1], (round((x1 - x0) * growth), round((y1 - y0) * growth)), interpolation=cv2.INTER_LINEAR
    )
    left, top = round(x0 * growth + dx), round(y0 * growth + dy)
    right, bottom = size[0] - left - large.shape[1], size[1] - top - large.shape[0]
    if left >= size[0] or top >= size[1] or right >= size[0] or bottom >= size[1]:
        return np.zeros((size[1], size[0], *pixels.shape[2:]), np.uint8)
    cut = large[max(0, -top) : large.shape[0] + min(0, bottom), max(0, -left) : large.shape[1] + min(0, right)]
    margins = max(0, top), max(0, bottom), max(0, left), max(0, right)
    if not any(margins):
        return cut
    return cv2.copyMakeBorder(cut, *margins, cv2.BORDER_REPLICATE if opaque else cv2.BORDER_CONSTANT, value=0)
