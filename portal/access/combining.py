"""Combining tokens: what lets in whoever satisfies all of several, or any one of them.

A token is a set of conditions that must all hold, each "be in one of these groups". So both operations are exact, and
what comes out is written in one way: conditions that follow from others are left out.
"""

from collections.abc import Iterable

from portal.access.restrictions import NEVER, PUBLIC, SIGNED_IN, condition, conditions_of, groups_in, token_of


def both(*tokens: str) -> str:
    """Lets in whoever satisfies every one of ``tokens``.

    >>> both("g2.3", "g3"), both("public", "g7"), both("g7", "never")
    ('g3', 'g7', 'never')
    """
    asked = {condition for token in tokens for condition in conditions_of(token)}
    if NEVER in asked:
        return NEVER
    return token_of(one for one in asked if not any(_implies(other, one) for other in asked - {one}))


def either(tokens: Iterable[str]) -> str:
    """Lets in whoever satisfies one of ``tokens``; of none of them, nobody.

    >>> either(["g2.3", "g3"]), either(["g5", "g7"]), either(["g5+g9", "g5+g7"]), either(["g5", "public"])
    ('g2.3', 'g5.7', 'g5+g7.9', 'public')
    """
    widest = NEVER
    for token in set(tokens):
        if PUBLIC in (token, widest):
            return PUBLIC
        widest = both(*(_one_of(ours, theirs) for ours in conditions_of(widest) for theirs in conditions_of(token)))
    return widest


def covers(token: str, narrower: str) -> bool:
    """Whether everyone who satisfies ``narrower`` satisfies ``token``.

    >>> covers("g2.3", "g3"), covers("g3", "g2.3"), covers("public", "g3")
    (True, False, True)
    """
    return both(token, narrower) == both(narrower)


def _implies(narrow: str, wide: str) -> bool:
    return wide == SIGNED_IN or (narrow != SIGNED_IN and groups_in(narrow) <= groups_in(wide))


def _one_of(ours: str, theirs: str) -> str:
    if SIGNED_IN in (ours, theirs):
        return SIGNED_IN
    return condition("groups", groups_in(ours) | groups_in(theirs))
