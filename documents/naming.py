"""Which document a short text of staff names: its number, and the day that tells it from others with that number."""

import datetime as dt
import re
from contextlib import suppress
from dataclasses import dataclass

from documents.symbols import key_of
from portal.text import normalise

_SYMBOL = re.compile(r"\d{1,5}[a-zđ]?(?:/(?:19|20)\d\d)?\s*[-–/]\s*[A-Za-zĐđ][\w/Đđ-]*")
_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")


@dataclass(frozen=True)
class Named:
    """``key`` is empty where the text names no number."""

    key: str
    day: dt.date | None = None


def named_in(text: str) -> Named:
    """What ``text`` names.

    >>> named_in("Hướng dẫn 09-HD/BTCTW ngày 02/3/2012")
    Named(key='9|hd|btctw', day=datetime.date(2012, 3, 2))
    """
    text = normalise(text)
    symbol = _SYMBOL.search(text)
    day = None
    if found := _DAY.search(text):
        with suppress(ValueError):
            day = dt.date(int(found[3]), int(found[2]), int(found[1]))
    return Named(key_of(symbol[0]) if symbol else "", day)
