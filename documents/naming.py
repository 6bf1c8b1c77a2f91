"""Which document a short text of staff names: its number, and the day that tells it from others with that number."""

import datetime as dt
from dataclasses import dataclass

from documents.references import Kind, find
from documents.references.reference import Reference


@dataclass(frozen=True)
class Named:
    """``key`` is empty where the text names no number."""

    key: str
    day: dt.date | None = None


def named_in(text: str) -> Named:
    """What ``text`` names first by a full number.

    >>> named_in("Hướng dẫn 09-HD/BTCTW ngày 02/3/2012")
    Named(key='9|HD|BTCTW', day=datetime.date(2012, 3, 2))
    """
    full: list[Reference] = [found for found in find(text) if found.kind not in (Kind.NAMED, Kind.PLENUM)]
    if not full:
        return Named("")
    return Named(full[0].key, dt.date.fromisoformat(full[0].date) if full[0].date else None)
