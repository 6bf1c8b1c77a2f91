"""A document's own number and symbol (`Số, ký hiệu`), compared by one key whatever its spelling.

The parser of mentions reads it (``documents.references``); a symbol with letters that no rule knows has a key as well.
"""

import re

from django.db.models import Q

from documents.references import Kind, parse_number
from portal.text import fold, plain_signs

_DIGITS = re.compile(r"\D*?0*(\d{1,7})")
_SEPARATORS = re.compile(r"[-/.,\s]+")


def key_of_symbol(symbol: str) -> str:
    """The key of a document's own number; empty where it begins with no number.

    >>> key_of_symbol("Số 010 – CT/TW") == key_of_symbol("10 ct tw") == key_of_symbol("10/CT-TW") == "10|CT|TW"
    True
    >>> key_of_symbol("12-XYZ/Abc"), key_of_symbol("CT/TW")
    ('12|xyz|abc', '')
    """
    symbol = plain_signs(symbol)
    number = parse_number(symbol)
    if number is not None and number.kind is not Kind.NAMED:
        return number.key
    parts = [part for part in _SEPARATORS.split(fold(symbol)) if part and part != "so"]
    if not parts or not parts[0][0].isdigit():
        return ""
    return "|".join((parts[0].lstrip("0") or "0", *parts[1:]))


def value_of_key(key: str) -> int | None:
    """The number by which documents are sorted.

    >>> value_of_key("15a|NQ|ĐU"), value_of_key("")
    (15, None)
    """
    found = _DIGITS.match(key)
    return int(found[1]) if found else None


def matching(typed: str) -> Q | None:
    """The condition that a document's number is the one typed, as far as it is typed; ``None`` where nothing is.

    `Chỉ thị 10` finds those of all bodies, `30/2020` those of all types.
    """
    number = parse_number(typed)
    if number is not None and number.kind is Kind.PLENUM:
        return Q(cited_names__key=number.key)
    if number is None or number.number is None:
        key = key_of_symbol(typed)
        return Q(number_key=key) if key else None
    if number.kind is Kind.NAMED:
        known = key_of_symbol(typed)
        wanted = _coded(number.number, number.code) if number.code else _bare(number.number)
        return wanted | Q(number_key=known) if known else wanted
    if number.issuer is None:
        return Q(number_key=number.key) | Q(number_key__startswith=number.key if number.code else f"{number.key}|")
    exactly = Q(number_key=number.key)
    if number.kind is Kind.STATE and number.year is None:  # the year is often left out
        exactly |= Q(
            number_key__startswith=f"{number.number}/", number_key__endswith=number.key.removeprefix(number.number)
        )
    return exactly


def _coded(number: str, code: str) -> Q:
    """Of the Party and of the state, whose symbols join code and body, some after a year."""
    with_year = Q(number_key__startswith=f"{number}/", number_key__contains=f"|{code}-")
    return with_year | Q(number_key__startswith=f"{number}|{code}|") | Q(number_key__startswith=f"{number}|{code}-")


def _bare(number: str) -> Q:
    return Q(number_key__startswith=f"{number}|") | Q(number_key__startswith=f"{number}/") | Q(number_key=number)
