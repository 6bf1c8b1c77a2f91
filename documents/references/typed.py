"""The number that somebody typed into a box, a register's cell or a search.

There the whole text is meant as a number, so small letters, spaces for separators and missing ones are believed, which
in running text would be words.
"""

import re

from documents.references.beside import read_beside
from documents.references.codes import CODES, one_of
from documents.references.leads import lead_at
from documents.references.plenum import plenums
from documents.references.reading import SPACE, Reading
from documents.references.reference import Kind, Number, Reference
from documents.references.symbols import NUMBER, Led, plain_number, symbol_at
from portal.text import plain_signs

_LONGEST = 400
_BARE = re.compile(rf"{NUMBER}(?:{SPACE}/{SPACE}(?P<year>(?:19|20)[0-9]{{2}})(?![0-9]))?(?![0-9])")
_CODE_AFTER = re.compile(rf"{SPACE}[-/]?{SPACE}(?P<code>{one_of(CODES)})(?![a-z0-9])")


def parse_number(typed: str) -> Number | None:
    """What ``typed`` says of a document's number; what stands after the number is passed over.

    >>> [key_of(typed) for typed in ("121-KH/TU", "121/KH-TU", "121KH/TU", "121 kh tu", "Số: 0121–kh/tu")]
    ['121|KH|TU', '121|KH|TU', '121|KH|TU', '121|KH|TU', '121|KH|TU']
    >>> key_of("HD 12 btctw 2022"), key_of("chi thi 10"), key_of("nqtw4 khoa 12"), key_of("nghị định 30/2020")
    ('12|HD|BTCTW', 'CT|10', 'NQTW|4|XII', '30/2020|NĐ-CP')
    >>> parse_number("30/2020").number, parse_number("30/2020").year, key_of("30/2020")
    ('30', 2020, '30/2020')
    >>> parse_number("10").number, key_of("10"), parse_number("sinh hoạt chi bộ")
    ('10', None, None)
    """
    found = _typed_first(Reading(plain_signs(typed[:_LONGEST]).strip()))
    return found[0] if found else None


def read_typed(typed: str) -> Reference | None:
    """The number with which ``typed`` begins, where it ends, and what stands right beside it.

    >>> found = read_typed("chi thi 10 ban bi thu khoa x")
    >>> found.key, found.text, found.issuer, found.term, found.end
    ('CT|10', 'chi thi 10', 'TW', 'X', 28)
    """
    text = typed[:_LONGEST]
    begins = len(text) - len(text.lstrip())
    reading = Reading(text.strip())
    found = _typed_first(reading)
    if found is None:
        return None
    number, end = found
    beside = read_beside(reading, end)
    _, last = reading.given(0, end)
    _, beside_last = reading.given(0, max(end, beside.end))
    return Reference(
        start=begins,
        end=begins + beside_last,
        text=reading.text[:last],
        kind=number.kind,
        number=number.number,
        code=number.code,
        issuer=number.issuer or beside.issuer,
        date=beside.date,
        year=number.year or beside.year,
        term=number.term or beside.term,
        key=number.key,
        body=beside.body,
    )


def _typed_first(reading: Reading) -> tuple[Number, int] | None:
    """The number at the very beginning, and its end in ``reading``."""
    plenum = next(plenums(reading), None)
    if plenum is not None and plenum[0] == 0:
        return plenum[2], plenum[1]
    lead = lead_at(reading, 0)
    place = lead.end if lead else 0
    code = lead.code if lead else None
    symbol = symbol_at(reading, place, Led(code, lenient=True, announced=True))
    return (symbol.number, symbol.end) if symbol else _bare_number(reading, place, code)


def _bare_number(reading: Reading, place: int, code: str | None) -> tuple[Number, int] | None:
    bare = _BARE.match(reading.folded, place)
    if bare is None:
        return None
    after = _CODE_AFTER.match(reading.folded, bare.end())
    code = CODES[after["code"]] if after else code
    end = after.end() if after else bare.end()
    if bare["year"]:
        issuer = "CP" if code == "NĐ" else None
        return Number(Kind.STATE, plain_number(bare), year=int(bare["year"]), code=code, issuer=issuer), end
    return Number(Kind.NAMED, plain_number(bare), code=code), end


def key_of(typed: str) -> str | None:
    """The key of the document whose number was typed; ``None`` of a bare number, which names no document.

    Any spelling of one number has one key: separators, case, leading zeros and marks do not matter. Codes and known
    issuers are written with their marks (``99-QD/TW`` is ``99|QĐ|TW``), QĐi is QĐ.
    """
    number = parse_number(typed)
    return number.key if number and (number.code or number.year) else None
