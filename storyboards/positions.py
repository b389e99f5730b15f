"""Places in a row of siblings: big whole numbers with gaps, so that a move writes one row."""

from collections.abc import Sequence

STEP = 1 << 20


def spread(count: int) -> list[int]:
    """Return `count` positions with a whole gap between each two."""
    return [(index + 1) * STEP for index in range(count)]


def between(before: int | None, after: int | None) -> int | None:
    """Return a position between two (None is the end of the row), or None when the gap is used up."""
    if before is None:
        return STEP if after is None else after - STEP
    if after is None:
        return before + STEP
    middle = (before + after) // 2
    return middle if before < middle < after else None


def slot(positions: Sequence[int], index: int) -> int | None:
    """Return a position that makes a newcomer the item `index` of `positions`, or None when the gap is used up."""
    before = positions[index - 1] if index > 0 else None
    after = positions[index] if index < len(positions) else None
    return between(before, after)
