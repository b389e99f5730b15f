"""The arrays of the engine: what is handed from one part to the next."""

from typing import TypeAlias

from cv2.typing import MatLike

Pixels: TypeAlias = MatLike
"""Rows of pixels of 0 to 255: BGRA with the colour multiplied by alpha, or one channel."""
