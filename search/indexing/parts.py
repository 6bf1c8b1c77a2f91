"""Many things in parts of bounded size."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def parts(things: Iterable[T], size: int) -> Iterator[list[T]]:
    """
    >>> list(parts([1, 2, 3], 2))
    [[1, 2], [3]]
    """
    waiting = iter(things)
    while part := list(islice(waiting, size)):
        yield part
