"""The level that a token stands for, as readers know it: several tokens may stand for one."""

from portal.access.levels import Level
from portal.access.marks import FOR_COMMITTEE, FOR_MEMBERS, FOR_ORGANISATIONS, mark_of_token
from portal.access.restrictions import PUBLIC, Restrictions

_LEVELS = ((FOR_MEMBERS, Level.MEMBERS), (FOR_COMMITTEE, Level.COMMITTEE), (FOR_ORGANISATIONS, Level.ORGANISATIONS))


def level_of(token: str, restrictions: Restrictions) -> Level:
    """Of a combination the narrowest, as its mark in lists says."""
    if token == PUBLIC:
        return Level.PUBLIC
    mark = mark_of_token(token, restrictions)
    return next(level for known, level in _LEVELS if known is mark)
