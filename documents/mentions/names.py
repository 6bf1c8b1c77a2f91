"""The names under which a document may be cited: its number in full, and in the shorter forms that texts use."""

import re

_KEY = re.compile(r"(?P<number>\d+\w*)(?:/(?P<year>\d{4}))?\|(?P<code>[^|-]+)(?:(?P<sign>[|-])(?P<issuer>.+))?")


def names_of_number(key: str, code: str = "") -> set[str]:
    """All keys of mentions that may mean the document whose number has ``key``; ``code`` is that of its type.

    The type tells what letters do not: of a letter, and of a body that no table knows.

    >>> sorted(names_of_number("10|CT|TW"))
    ['10|CT|TW', 'CT|10']
    >>> sorted(names_of_number("1253/2019|QĐ-UBND"))
    ['1253/2019|QĐ', '1253/2019|QĐ-UBND', '1253|QĐ-UBND', 'QĐ|1253']
    >>> sorted(names_of_number("29/2018|QH14")), sorted(names_of_number("12|xyz|abc")), names_of_number("")
    (['29/2018|QH14'], ['12|xyz|abc', 'xyz|12'], set())
    >>> sorted(names_of_number("123|UBND-NC", "CV"))
    ['123|UBND-NC', 'CV|123', 'UBND|123']
    """
    if not key:
        return set()
    names = {key}
    if code:
        names.add(f"{code}|{re.split(r'[|/]', key)[0]}")
    found = _KEY.fullmatch(key)
    if found is None or found["sign"] is None:
        return names
    number, year, code, issuer = found["number"], found["year"], found["code"], found["issuer"]
    names.add(f"{code}|{number}")
    if year:
        names |= {f"{number}/{year}|{code}", f"{number}|{code}-{issuer}"}
    return names


def names_of_plenum(plenum: int | None, term: str) -> set[str]:
    """The keys of mentions of a plenum's resolution.

    >>> sorted(names_of_plenum(4, "XII")), names_of_plenum(None, "XII"), names_of_plenum(4, "")
    (['NQTW|4', 'NQTW|4|XII', 'NQTW||XII'], set(), {'NQTW|4'})
    """
    if not plenum:
        return set()
    with_term = {f"NQTW|{plenum}|{term}", f"NQTW||{term}"} if term else set()
    return {f"NQTW|{plenum}"} | with_term
