"""What staff decided of a mention, found again in a later version of the page: by its words and what stands around."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Placed(Protocol):
    """Words and what stands around them."""

    @property
    def text(self) -> str: ...
    @property
    def before(self) -> str: ...
    @property
    def after(self) -> str: ...


M = TypeVar("M", bound=Placed)
D = TypeVar("D", bound=Placed)
#: So much before or after a mention is its place, though the rest of the sentence was written anew.
_NEAR = 15


def carried(decisions: Sequence[D], mentions: Sequence[M]) -> list[tuple[M, D]]:
    """The mentions that ``decisions`` are about: those in the same place, then those nearly so.

    Words that stand once on the page are the same mention wherever they stand. One decision is about one mention.
    """
    left, open_ones = list(decisions), list(mentions)
    found: list[tuple[M, D]] = []
    for is_same in (_same_place, _near_on_both_sides, _near_on_one_side):
        for decision in list(left):
            mention = next((one for one in open_ones if is_same(decision, one)), None)
            if mention is not None:
                found.append((mention, decision))
                left.remove(decision)
                open_ones.remove(mention)
    for decision in left:
        alike = [one for one in mentions if one.text == decision.text]
        if len(alike) == 1 and alike[0] in open_ones:
            found.append((alike[0], decision))
            open_ones.remove(alike[0])
    return found


def _same_place(one: Placed, other: Placed) -> bool:
    return (one.before, one.text, one.after) == (other.before, other.text, other.after)


def _near_on_both_sides(one: Placed, other: Placed) -> bool:
    return _near_before(one, other) and _near_after(one, other)


def _near_on_one_side(one: Placed, other: Placed) -> bool:
    """What is empty on both sides, as at a line's beginning, tells nothing."""
    before = bool(one.before) and _near_before(one, other)
    after = bool(one.after.strip(" .,;)")) and _near_after(one, other)
    return before or after


def _near_before(one: Placed, other: Placed) -> bool:
    return one.text == other.text and one.before[-_NEAR:] == other.before[-_NEAR:]


def _near_after(one: Placed, other: Placed) -> bool:
    return one.text == other.text and one.after[:_NEAR] == other.after[:_NEAR]
