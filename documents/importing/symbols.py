"""Number and symbol of a row: in one cell or two, with type, day, body and all the rest beside them or without."""

import re
from dataclasses import dataclass, field

from documents.importing.cells import Cell
from documents.numbers import key_of_symbol
from documents.references import Kind, Number, find, parse_number
from documents.references.reference import Reference
from portal.text import fold, plain_signs

_LEAD_ZEROS = re.compile(r"^\D*?(\d{1,5})")
_DASHES = re.compile("\\s*[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d-]\\s*")
_SLASHES = re.compile(r"\s*[/\\]\s*")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_DAY_WORDS = re.compile(r"\b(?:ngày|tháng|năm|số|và|của)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^\d{1,6}[a-zđA-ZĐ]?(?:[-/.]|$)")
_SECRET_SCOPE = re.compile(r"(?:[/(-]\s*(?:M|TM|TuM|TỐI M|MẬT)\s*\)?\s*$)")
_LONGEST = 60


@dataclass(frozen=True)
class Symbol:
    """``text`` as the paper prints it; ``number`` what the parser says of it; ``bare`` is a number without letters."""

    text: str = ""
    number: Number | None = None
    bare: str = ""
    reference: Reference | None = None
    several: tuple[str, ...] = ()
    marked_secret: bool = False
    #: What stands in the cell behind the number: day, body, abstract.
    rest: str = ""
    places: list[str] = field(default_factory=list)


def read_symbol(cell: Cell, second: Cell) -> Symbol:
    """
    >>> read_symbol(Cell("Số 10–CT / TW ngày 30/3/2007"), Cell()).text, read_symbol(Cell("05"), Cell("HD/BTCTW")).text
    ('10-CT/TW', '05-HD/BTCTW')
    >>> read_symbol(Cell("10-CT/TW; 11-CT/TW"), Cell()).several
    ('10-CT/TW', '11-CT/TW')
    """
    text = plain_signs(_joined(cell.text, second.text))
    if not text:
        return Symbol()
    full = [found for found in find(text) if found.kind is not Kind.NAMED]
    keys = dict.fromkeys(found.key for found in full)
    if len(keys) > 1 and not _says_more(text, full):
        return Symbol(several=tuple(found.text for found in full))
    first = full[0] if full else None
    if first is not None and (first.start <= _most_before(text) or len(full) == 1):
        named = first.text
        number = parse_number(named)
        rest = text[first.end :]
    else:
        named, number, rest = text, parse_number(text), ""
    if number is not None and number.kind is Kind.PLENUM:
        number = None
    if number is None or number.kind is Kind.NAMED:
        return _unknown(text, number, first)
    printed = _printed(number, named)
    return Symbol(
        printed, number, reference=first, rest=rest, marked_secret=bool(_SECRET_SCOPE.search(text.split("\n")[0]))
    )


def _joined(first: str, second: str) -> str:
    """Number and letters in two columns, one of which may repeat the other."""
    first, second = first.strip(), second.strip()
    if not second or second in first:
        return first
    if not first or (key_of_symbol(second) and key_of_symbol(second).startswith(f"{fold(first)}|")):
        return second
    if second[0] in "-–/":
        return f"{first}{second}"
    return f"{first}-{second}" if first[-1].isdigit() else f"{first} {second}"


def _most_before(text: str) -> int:
    return min(60, max(12, len(text) // 2))


def _says_more(text: str, found: list[Reference]) -> bool:
    """Whether words tell that the numbers after the first are what it is about, and not documents beside it."""
    between = text[found[0].end : found[1].start]
    words = _WORDS.findall(_DAY_WORDS.sub(" ", between))
    return len(words) >= 4


def _printed(number: Number, named: str) -> str:
    """
    >>> _printed(parse_number("QĐ 099-QD/TW"), "QĐ 099-QD/TW"), _printed(parse_number("11-QĐi/TW"), "11-QĐi/TW")
    ('099-QĐ/TW', '11-QĐi/TW')
    """
    digits = _digits(number, named)
    code = "QĐi" if number.code == "QĐ" and re.search(r"q[dđ]i\b", named, re.IGNORECASE) else number.code
    if number.kind is Kind.PARTY:
        return f"{digits}-{code}/{number.issuer}"
    if number.year:
        digits = f"{digits}/{number.year}"
    symbol = number.symbol or "-".join(filter(None, (code, number.issuer)))
    return f"{digits}/{symbol}" if symbol else digits


def _digits(number: Number, named: str) -> str:
    """As the paper pads them."""
    padded = re.search(rf"(?<!\d)0*{re.escape(number.number or '')}(?!\d)", named, re.IGNORECASE)
    return padded[0].lower() if padded else number.number or ""


def _unknown(text: str, number: Number | None, first: Reference | None) -> Symbol:
    """Letters that no rule knows, or none at all."""
    line = text.split("\n", maxsplit=1)[0].strip()
    line = re.sub(r"^\s*(?:số|so)\s*:?\s*", "", line, flags=re.IGNORECASE)
    tidy = _SLASHES.sub("/", _DASHES.sub("-", line)).strip(" .,;")
    tidy = re.sub(r"^(\d{1,5})[.,]0+$", r"\1", tidy)
    if re.fullmatch(r"\d+[.,]\d+", tidy):
        return Symbol()
    if number is not None and number.number and re.fullmatch(r"\d{1,5}[a-zđA-ZĐ]?", tidy):
        return Symbol(number=number, bare=tidy)
    if number is not None and number.number and not re.search(r"[-/]\s*[^\W\d_]", tidy):
        return Symbol(number=number, bare=_digits(number, text))
    tidy = tidy.split(" ngày ")[0].strip()
    if _NUMBERED.match(tidy) and re.search(r"[^\W\d_]", tidy) and len(tidy) <= _LONGEST and key_of_symbol(tidy):
        return Symbol(tidy, number, marked_secret=bool(_SECRET_SCOPE.search(tidy)))
    return Symbol()
