"""Work done by several hands at a time and handed over in order."""

from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from typing import TypeVar

Made = TypeVar("Made")


def in_order(hands: Sequence[Callable[[int], Made]], count: int, ahead: int) -> Generator[Made, None, None]:
    """What the hands make of 0 to `count` - 1, in that order; at most `ahead` are made beyond the one handed over.

    Each hand has a thread of its own and takes every so manieth number, so that it sees them rise. What a hand raises
    is raised where its number comes. Once closed, nobody works any more.
    """
    waiting: deque[Future[Made]] = deque()
    with ExitStack() as stack:
        threads = [stack.enter_context(ThreadPoolExecutor(1)) for _hand in hands]
        try:
            for number in range(count):
                turn = number % len(hands)
                waiting.append(threads[turn].submit(hands[turn], number))
                if len(waiting) > ahead:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for late in waiting:
                late.cancel()
