"""How papers name a document."""

import datetime as dt

from documents.dates import citation_date


def short(name: str, day: dt.date | None) -> str:
    """
    >>> short("Chỉ thị 10-CT/TW", dt.date(2007, 3, 30))
    'Chỉ thị 10-CT/TW ngày 30/3/2007'
    """
    return f"{name} ngày {citation_date(day)}" if day else name


def official(kind: str, symbol: str, day: dt.date | None, issuer: str, abstract: str) -> str:
    """As a paper names another for the first time.

    >>> official("Chỉ thị", "10-CT/TW", dt.date(2007, 3, 30), "Ban Bí thư", "về nâng cao chất lượng sinh hoạt chi bộ")
    'Chỉ thị số 10-CT/TW ngày 30/3/2007 của Ban Bí thư về nâng cao chất lượng sinh hoạt chi bộ'
    """
    numbered = f"{kind} số {symbol}" if symbol else kind
    return f"{short(numbered, day)} của {issuer} {abstract}".strip()


def term(name: str) -> str:
    """
    >>> term("XII")
    'khoá XII'
    """
    return f"khoá {name}" if name else ""
