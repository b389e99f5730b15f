"""Finds what belongs together in two lists: first in order, then what has moved.

In order, the pairs are chosen whose scores sum to the most. A pair gains its score; a pair below the threshold is
none; leaving something out costs nothing. Lists that have long stretches in common are cut at those first, so that the
work grows with what changed.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher

from storyboards.revising.likeness import Words

Pair = tuple[int, int]
Score = Callable[[int, int], float]

# A stretch of which everything changed is compared each with each up to this many pairs; beyond, by rare words alone.
MOST_CELLS = 250_000
RARE = 24
CANDIDATES = 8


def in_order(old: Sequence[Hashable], new: Sequence[Hashable], score: Score, threshold: float) -> list[Pair]:
    """Return the pairs of indexes that belong together, both rising; equal items are alike by themselves."""
    pairs: list[Pair] = []
    for tag, a, a_end, b, b_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += zip(range(a, a_end), range(b, b_end), strict=True)
        elif tag == "replace" and (a_end - a) * (b_end - b) <= MOST_CELLS:
            pairs += best_chain(range(a, a_end), range(b, b_end), score, threshold)
    return pairs


def best_chain(old: range, new: range, score: Score, threshold: float) -> list[Pair]:
    """Return the rising pairs whose scores sum to the most."""
    best = [[0.0] * (len(new) + 1)]
    paired: list[list[bool]] = []
    for i in old:
        before, row, marks = best[-1], [0.0], []
        for column, j in enumerate(new):
            gain = score(i, j)
            together = before[column] + gain if gain >= threshold else -1.0
            apart = max(before[column + 1], row[column])
            marks.append(together > apart)
            row.append(max(together, apart))
        best.append(row)
        paired.append(marks)
    return list(_walk_back(best, paired, old, new))[::-1]


def _walk_back(best: list[list[float]], paired: list[list[bool]], old: range, new: range) -> Iterator[Pair]:
    i, j = len(old), len(new)
    while i and j:
        if paired[i - 1][j - 1]:
            i, j = i - 1, j - 1
            yield old[i], new[j]
        elif best[i - 1][j] >= best[i][j - 1]:
            i -= 1
        else:
            j -= 1


def anywhere(old: dict[int, list[Words]], new: dict[int, Words], score: Score, threshold: float) -> list[Pair]:
    """Return pairs of what was left over, wherever it stands, the most alike first."""
    index: dict[str, list[int]] = defaultdict(list)
    for j, words in new.items():
        for word in words:
            index[word].append(j)
    scored = [
        (gain, i, j)
        for i, texts in old.items()
        for j in _candidates(texts, index)
        if (gain := score(i, j)) >= threshold
    ]
    return _greedy(sorted(scored, key=lambda one: (-one[0], one[1], one[2])))


def _candidates(texts: list[Words], index: dict[str, list[int]]) -> list[int]:
    shared: Counter[int] = Counter()
    for word in frozenset().union(*texts):
        places = index.get(word, ())
        if len(places) <= RARE:
            shared.update(places)
    return [j for j, _count in shared.most_common(CANDIDATES)]


def _greedy(scored: list[tuple[float, int, int]]) -> list[Pair]:
    pairs: list[Pair] = []
    old_taken: set[int] = set()
    new_taken: set[int] = set()
    for _gain, i, j in scored:
        if i not in old_taken and j not in new_taken:
            old_taken.add(i)
            new_taken.add(j)
            pairs.append((i, j))
    return pairs


def staying(order: Sequence[int]) -> set[int]:
    """Return the most items of `order` that rise already: those need not move for all to rise."""
    ends: list[int] = []
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for item in order:
        at = bisect_left(ends, item)
        before[item] = tails[at - 1] if at else None
        ends[at : at + 1] = [item]
        tails[at : at + 1] = [item]
    kept: set[int] = set()
    item_or_none = tails[-1] if tails else None
    while item_or_none is not None:
        kept.add(item_or_none)
        item_or_none = before[item_or_none]
    return kept
