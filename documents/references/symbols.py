r"""The grammar of a document's number and symbol, matched at the number.

::

    law    = number "/" year "/" [("PL" | "NQ") "-"] ("QH" | "UBTVQH") legislature      29/2018/QH14
    symbol = number ["/" year] sep code sep issuer {("-" | "/") unit}                   10-CT/TW  30/2020/NĐ-CP
    letter = number "/" issuer "-" unit                                                 123/UBND-NC
    short  = number sep issuer            after a type's words, which give the code     10/TW  24/CP
    sep    = "-" | "/" | "." | "_" | "\" | spaces | nothing

Who issued it tells the party's from the state's, however the separators stand: ``121/KH-TU`` is a misprint of
``121-KH/TU``. For an issuer that neither table knows, and for mass organisations, the separators decide.
"""

import re
from dataclasses import dataclass

from documents.references.bodies import MASS, canonical, is_known, is_state_body
from documents.references.codes import CODES, STATE_CODES, one_of
from documents.references.folding import folded
from documents.references.reading import SPACE, Reading
from documents.references.reference import Kind, Number

#: Scans read 0 as O, 1 as l or I.
NUMBER = r"(?=[oil]{0,2}[0-9])(?P<number>[0-9oil]{1,5}(?![0-9oil]))(?P<letter>[a-e](?![a-z0-9]))?"
_SEPARATOR = rf"{SPACE}[-/.,_\\]?{SPACE}"
_YEAR = rf"(?:{SPACE}[-/]{SPACE}(?P<year>(?:19|20)[0-9]{{2}})(?![0-9]))"
_CENTRE_SPELLED = r"t\.{1,2}\s?[uw](?:\.(?!\w))?|t\s?u(?![a-z0-9])|t\s?w(?![a-z0-9])"
_ISSUER = rf"(?:{_CENTRE_SPELLED}|[a-z][a-z0-9&]{{0,19}}|[0-9]{{1,3}}[a-z]{{2,9}})"
_UNITS = r"(?:\s?[-/]\s?[a-z][a-z0-9]{0,19}){0,4}"
_END = r"(?![a-z0-9@])"

_LAW = re.compile(
    rf"{NUMBER}{_YEAR}{SPACE}[-/]{SPACE}(?:(?P<code>pl|nq|l) ?- ?)?(?P<law>(?:ubtv ?)?qh ?-?[0-9]{{1,2}}){_END}"
)
_SYMBOL = re.compile(
    rf"{NUMBER}{_YEAR}?(?P<first>{_SEPARATOR})(?P<code>{one_of(CODES)})(?P<second>{_SEPARATOR})"
    rf"(?P<issuer>{_ISSUER}{_UNITS}){_END}"
)
#: A code that no table has, believed only in the strictest form: ``1678-QĐNS/TW``.
_UNLISTED = re.compile(rf"{NUMBER}-(?P<code>[a-z]{{2,6}})/(?P<issuer>{_ISSUER}{_UNITS}){_END}")
_LETTER = re.compile(rf"{NUMBER}{_YEAR}?{SPACE}/{SPACE}(?P<issuer>{_ISSUER}-[a-z][a-z0-9]{{0,11}}{_UNITS}){_END}")
_SHORT = re.compile(rf"{NUMBER}{_YEAR}?(?P<first>{SPACE}[-/ ]{SPACE})(?P<issuer>{_ISSUER}{_UNITS}){_END}")
_OCR_DIGITS = str.maketrans("oil", "011")
_OLD_STATE = frozenset({"CP", "TTg", "HĐBT", "CTN", "UB", "UBND", "HĐND", "BNV"})
_CONTRACT, _LETTER_CODE = "HĐ", "CV"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A number and symbol found in a reading, from ``start`` to ``end`` there."""

    start: int
    end: int
    number: Number


@dataclass(frozen=True, slots=True)
class Led:
    """What leads to a number: the code that the type's words give, and whether words or "số" stand there at all."""

    code: str | None = None
    announced: bool = False
    lenient: bool = False
    """A number box: whoever typed there meant a number, so small letters and bare spaces are believed."""

    @property
    def trusted(self) -> bool:
        return self.lenient or self.announced


def plain_number(found: re.Match[str]) -> str:
    """The number that :data:`NUMBER` met, without leading zeros and with its letter."""
    digits = found["number"].translate(_OCR_DIGITS).lstrip("0") or "0"
    return digits + (found["letter"] or "")


def symbol_at(reading: Reading, place: int, led: Led) -> Symbol | None:
    """The full number and symbol that begins at ``place``.

    >>> def key(text, **led):
    ...     symbol = symbol_at(Reading(text), 0, Led(**led))
    ...     return symbol and symbol.number.key
    >>> key("10-CT/TW"), key("03 - CT/T.Ư"), key("121/KH-TU"), key("99-QD/TW"), key("11-QĐi/TW")
    ('10|CT|TW', '3|CT|TW', '121|KH|TU', '99|QĐ|TW', '11|QĐ|TW')
    >>> key("30/2020/ND-CP"), key("1253/QĐ-UBND"), key("29/2018/QH14"), key("123/UBND-NC")
    ('30/2020|NĐ-CP', '1253|QĐ-UBND', '29/2018|QH14', '123|UBND-NC')
    >>> key("1 CD/DVD"), key("20 KH/ngày"), key("2 CT/MRI"), key("12/HĐ-XD")
    (None, None, None, None)
    >>> key("10 ct tw"), key("10 ct tw", lenient=True)
    (None, '10|CT|TW')
    """
    return (
        _law_at(reading, place)
        or _coded_at(reading, place, led)
        or _letter_at(reading, place, led)
        or _short_at(reading, place, led)
        or _unlisted_at(reading, place)
    )


def _law_at(reading: Reading, place: int) -> Symbol | None:
    found = _LAW.match(reading.folded, place)
    if found is None:
        return None
    law = re.sub("[ -]", "", found["law"]).upper()
    code = CODES[found["code"]] if found["code"] else None
    number = Number(
        Kind.LAW,
        plain_number(found),
        year=int(found["year"]),
        code=code or law,
        issuer=law.rstrip("0123456789"),
        symbol=f"{code}-{law}" if code else law,
    )
    return Symbol(place, found.end(), number)


@dataclass(frozen=True, slots=True)
class _Written:
    """A number, code and issuer as they stand, before it is known whether they are a symbol."""

    place: int
    end: int
    number: str
    year: int | None
    code: str
    issuer: str
    """In the spelling of keys."""
    party: bool
    """The issuer is one of the party's."""
    capitals: bool
    body: str
    """The issuer as typed, without units."""
    first: str
    second: str
    """What separates number and code, code and issuer."""

    def symbol(self, kind: Kind) -> Symbol:
        code = "HD" if kind is Kind.PARTY and self.code == _CONTRACT else self.code
        number = Number(kind, self.number, year=self.year, code=code, issuer=self.issuer)
        return Symbol(self.place, self.end, number)


def _coded_at(reading: Reading, place: int, led: Led) -> Symbol | None:
    written = _written_at(reading, place, led)
    if written is None:
        return None
    if written.party and written.year is None:
        return written.symbol(Kind.PARTY) if _is_party_symbol(written, led) else None
    if written.code == _CONTRACT or not (written.capitals or is_known(written.body)):
        return None
    meant = led.lenient or led.code == written.code
    if written.first == "/" or written.year or (meant and is_state_body(written.body)):
        return written.symbol(Kind.STATE) if _is_state_symbol(written, led) else None
    return _in_party_form(written, led)


def _written_at(reading: Reading, place: int, led: Led) -> _Written | None:
    found = _SYMBOL.match(reading.folded, place)
    if found is None:
        return None
    typed_code = reading.words[slice(*found.span("code"))]
    typed, end = _issuer(reading, *found.span("issuer"), lenient=led.lenient)
    first, second = found["first"].strip(), found["second"].strip()
    year = int(found["year"]) if found["year"] else None
    issuer, party = canonical(typed, state=year is not None or (first, second) == ("/", "-"))
    return _Written(
        place,
        end,
        plain_number(found),
        year,
        _code(found["code"], typed_code, led),
        issuer,
        party=party,
        capitals=typed[:1].isupper() and not (party and typed_code.islower()),
        body=re.split("[-/]", typed, maxsplit=1)[0],
        first=first,
        second=second,
    )


def _code(bare: str, typed: str, led: Led) -> str:
    """The code in the spelling of keys."""
    if bare == "hd" and typed[1:] in ("Đ", "đ") and led.code != "HD":
        return _CONTRACT
    if bare == "da" and typed[:1] in "Dd" and led.code == "DA":
        return "DA"
    return CODES[bare]


def _issuer(reading: Reading, start: int, end: int, *, lenient: bool = False) -> tuple[str, int]:
    """The issuer as typed, without what hangs on it but is no unit (``10-CT/TW-về``), and where it ends."""
    typed = reading.words[start:end]
    parts = list(re.finditer(r"\s?[-/–—−]\s?", typed))
    for index, part in enumerate(parts):
        following = parts[index + 1].start() if index + 1 < len(parts) else len(typed)
        unit = typed[part.end() : following]
        spaced = part.group() != part.group().strip()
        if spaced or not (lenient or unit[:1].isupper() or unit in ("nb", "m") or is_known(unit)):
            return typed[: part.start()], start + part.start()
    return typed.rstrip(), start + len(typed.rstrip())


def _is_party_symbol(written: _Written, led: Led) -> bool:
    """Whether the letters are a symbol though separators are missing or the letters small."""
    if written.first and written.second:
        return written.capitals or led.trusted or is_known(written.body)
    if written.first or written.second:
        has_letter = not (written.second or written.number.isdigit())  # a form is called 2C-TCTW
        return led.trusted or (written.capitals and not has_letter)
    return led.lenient or (led.announced and is_known(written.body)) or (written.capitals and len(written.body) > 1)


def _is_state_symbol(written: _Written, led: Led) -> bool:
    """The same of a state symbol; one without the second separator needs a body of the tables: ``1961/QĐUBND``."""
    if written.code not in STATE_CODES:
        return False
    known = is_known(written.body)
    if not written.second:
        return known and (led.trusted or written.year is not None or is_state_body(written.body))
    return written.second == "-" or led.trusted or written.year is not None or known


def _in_party_form(written: _Written, led: Led) -> Symbol | None:
    """``22-KH/MTTQ``: the party's form, with an issuer that the party's tables do not have."""
    if not (written.first and written.second == "/"):
        return None
    if is_state_body(written.body) and written.code in STATE_CODES:
        return written.symbol(Kind.STATE)
    body = written.issuer.split("-", maxsplit=1)[0]
    return written.symbol(Kind.PARTY) if led.trusted or body in MASS else None


def _letter_at(reading: Reading, place: int, led: Led) -> Symbol | None:
    found = _LETTER.match(reading.folded, place)
    if found is None:
        return None
    typed, end = _issuer(reading, *found.span("issuer"))
    if "-" not in typed.replace("–", "-") or (not typed[:1].isupper() and not led.trusted):
        return None
    first = re.split("[-–]", typed)[0]
    if not (led.code == _LETTER_CODE or (is_state_body(first) and folded(first) not in CODES)):
        return None
    issuer, _ = canonical(typed, state=True)
    year = int(found["year"]) if found["year"] else None
    number = Number(
        Kind.STATE, plain_number(found), year=year, code=led.code or _LETTER_CODE, issuer=issuer, symbol=issuer
    )
    return Symbol(place, end, number)


def _unlisted_at(reading: Reading, place: int) -> Symbol | None:
    found = _UNLISTED.match(reading.folded, place)
    if found is None:
        return None
    code = reading.words[slice(*found.span("code"))]
    typed, end = _issuer(reading, *found.span("issuer"))
    issuer, party = canonical(typed)
    if not (party and code.isupper() and typed[:1].isupper()):
        return None
    return Symbol(place, end, Number(Kind.PARTY, plain_number(found), code=code, issuer=issuer))


def _short_at(reading: Reading, place: int, led: Led) -> Symbol | None:
    if led.code is None:
        return None
    found = _SHORT.match(reading.folded, place)
    if found is None:
        return None
    typed, end = _issuer(reading, *found.span("issuer"))
    separator = found["first"].strip()
    if not separator and not led.lenient and typed != "TW":
        return None
    if led.code == _LETTER_CODE and separator == "/" and typed.isupper() and not is_known(typed):
        return Symbol(place, end, Number(Kind.STATE, plain_number(found), code=led.code, issuer=typed, symbol=typed))
    if not is_known(re.split("[-/]", typed)[0]):
        return None
    issuer, party = canonical(typed)
    if party and not found["year"]:
        return Symbol(place, end, Number(Kind.PARTY, plain_number(found), code=led.code, issuer=issuer))
    if separator and (found["year"] or issuer.split("-")[0] in _OLD_STATE):
        year = int(found["year"]) if found["year"] else None
        issuer, _ = canonical(typed, state=True)
        symbol = issuer if led.code == _LETTER_CODE else None
        number = Number(Kind.STATE, plain_number(found), year=year, code=led.code, issuer=issuer, symbol=symbol)
        return Symbol(place, end, number)
    return None
