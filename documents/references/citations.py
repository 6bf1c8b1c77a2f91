r"""Mentions by a number: ``Chỉ thị số 10-CT/TW``, ``Chỉ thị 10``, and lists: ``Quyết định số 12, 13 và 15-QĐ/TU``.

::

    citation = lead item {[beside] joint item}
    item     = symbol | number ["/" year] ["-" code]
    joint    = "," | ";" | "và" | "với" | "hoặc" | "đến" | …  ["số"]

A bare number in a list takes code and issuer from the next full one of the same type, else from the one before. Without
any it is *named*, if :mod:`documents.references.belief` believes that it names a document at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from documents.references.belief import Claim, Follow, follow_of, is_believed
from documents.references.beside import Beside, date_before, read_beside
from documents.references.codes import CODES, one_of
from documents.references.leads import DIGIT, HEAD, SO, Lead, is_general, may_be_a_symbol, read_lead
from documents.references.reading import SPACE, Reading
from documents.references.reference import Kind, Number
from documents.references.symbols import NUMBER, Led, plain_number, symbol_at

_BARE = re.compile(rf"{NUMBER}(?: ?/ ?(?P<year>(?:19|20)[0-9]{{2}})(?![0-9]))?")
_BARE_CODE = re.compile(rf"{SPACE}[-/]?{SPACE}(?P<code>{one_of(CODES)})(?![a-z0-9/-])")
_NO_END = re.compile(r"[a-z0-9_%@#*=<>^~+\0]|[.:][0-9]| ?%|[-/][0-9a-z]|/|\.[a-z]")
_JOINT = re.compile(
    rf"{SPACE}(?P<sign>[,;&+]?){SPACE}(?P<word>va ca|va|voi|cung voi|cung|hoac|hay|den|toi)?"
    rf"(?P<so>{SPACE}(?:cac )?{SO})?{SPACE}{DIGIT}"
)
_MOST_ITEMS = 60
_FARTHEST_BRACKET = 40
_YEARS = range(1900, 2100)

Found = tuple[int, int, Number, Beside]


@dataclass(slots=True)
class Item:
    """One number of a citation, from ``start`` to ``end`` in the reading."""

    start: int
    end: int
    number: Number | None
    """``None`` while it is bare."""
    beside: Beside
    so: bool
    """With "số"."""
    bare: str = ""
    year: int | None = None
    digits: int = 0
    tight: bool = False
    """Joined to the one before by a comma without a space, as decimals are written."""

    @property
    def is_doubtful(self) -> bool:
        return self.number is None and not self.so and not self.beside


def citations(reading: Reading) -> Iterator[Found]:
    """Every mention by a number, in order.

    >>> def keys(text):
    ...     return [number.key for _, _, number, _ in citations(Reading(text))]
    >>> keys("các Quyết định số 12, 13 và 15-QĐ/TU; đề án 343, 704 và 3 nội dung; NQ 18, 19")
    ['12|QĐ|TU', '13|QĐ|TU', '15|QĐ|TU', 'ĐA|343', 'ĐA|704', 'NQ|18', 'NQ|19']
    """
    place = 0
    while (head := HEAD.search(reading.folded, place)) is not None:
        lead = read_lead(reading, head)
        items = _items(reading, head.end(), lead) if lead.type or may_be_a_symbol(reading, lead) else []
        place = items[-1].end if items else head.end() + 1
        yield from _mentions(reading, items, lead)


def _items(reading: Reading, place: int, lead: Lead) -> list[Item]:
    """The numbers from ``place`` on, each with what stands beside it."""
    items: list[Item] = []
    item = _item_at(reading, lead.start, place, lead, so=lead.so, first=True)
    while item is not None:
        items.append(item)
        joint = _JOINT.match(reading.folded, item.beside.end)
        if joint is None or not (joint["sign"] or joint["word"]) or len(items) == _MOST_ITEMS:
            break
        item = _joined_item(reading, joint, lead)
    return items


def _joined_item(reading: Reading, joint: re.Match[str], lead: Lead) -> Item | None:
    so = joint["so"] is not None
    start = joint.end() - len(joint.group()[joint.start("so") - joint.start() :].lstrip()) if so else joint.end()
    item = _item_at(reading, start, joint.end(), lead, so=so, first=False)
    if item is None:
        return None
    if item.number is None and not so and _begins_something_else(reading, lead, joint, item.end):
        return None
    item.tight = joint.group() == ","
    return item


def _begins_something_else(reading: Reading, lead: Lead, joint: re.Match[str], end: int) -> bool:
    """Whether a number after ``joint`` is a line's or an enumeration's (*…; 3) ai chưa có*), or the end of a range."""
    if "\n" in joint.group() or joint["word"] in ("den", "toi"):
        return True
    if reading.folded.startswith(")", end):
        before = reading.folded[max(0, lead.start - _FARTHEST_BRACKET) : end]
        return before.count("(") <= before.count(")")
    return joint["sign"] == ";" and reading.folded.startswith(". ", end)


def _item_at(reading: Reading, start: int, place: int, lead: Lead, *, so: bool, first: bool) -> Item | None:
    symbol = symbol_at(reading, place, Led(lead.code, announced=lead.type is not None or so))
    if symbol is not None:
        return Item(start, symbol.end, symbol.number, read_beside(reading, symbol.end), so)
    bare = _BARE.match(reading.folded, place)
    if bare is None or not bare["number"].strip("0"):
        return None
    end = bare.end()
    code = _BARE_CODE.match(reading.folded, end) if lead.type and not bare["year"] else None
    if code and CODES[code["code"]] == lead.code:
        end = code.end()
    elif _NO_END.match(reading.folded, end):
        return None
    number, year = plain_number(bare), int(bare["year"]) if bare["year"] else None
    if first and year and not (lead.type and lead.type.numbered_with_year):
        return None
    if not first and not so and not year and number.isdigit() and int(number) in _YEARS:
        return None
    beside = read_beside(reading, end)
    return Item(start, end, None, beside, so, bare=number, year=year, digits=len(bare["number"]))


def _mentions(reading: Reading, items: list[Item], lead: Lead) -> Iterator[Found]:
    """The items that name a document, each with its number."""
    items = _without_counts(reading, items, lead)
    _share(items)
    for index, item in enumerate(items):
        number = item.number or _taken_number(item, _model(items, index, lead)) or _named_number(item, lead)
        if item.beside.date is None:
            item.beside.date = date_before(reading, item.start)
        if item.beside.body is None and number.kind is Kind.NAMED:
            item.beside.body = lead.body
        yield item.start, item.end, number, item.beside


def _without_counts(reading: Reading, items: list[Item], lead: Lead) -> list[Item]:
    """``items`` without the numbers that count something; the bare ones stand and fall with the first."""
    kept = _without_last_count(reading, items)
    if not kept or kept[0].number is not None:
        return kept
    full = [item for item in kept if item.number is not None]
    if full and (lead.type or is_general(reading, lead)):
        return kept
    return kept if _is_named(reading, kept, lead, cut=len(kept) < len(items)) else full


def _without_last_count(reading: Reading, items: list[Item]) -> list[Item]:
    if len(items) < 2 or not items[-1].is_doubtful:
        return items
    if follow_of(reading, items[-1].end) in (Follow.ENDS, Follow.GOES_ON):
        return items
    kept = list(items)
    while len(kept) > 1 and kept[-1].tight:
        kept.pop()
    kept.pop()
    return [] if len(kept) == 1 and kept[0].digits == 1 and kept[0].is_doubtful else kept


def _is_named(reading: Reading, items: list[Item], lead: Lead, *, cut: bool) -> bool:
    if lead.type is None:
        return False
    first = items[0]
    follow = follow_of(reading, first.end)
    if len(items) > 1 or cut:
        follow = Follow.GOES_ON if len(items) > 1 else Follow.ENDS
    return is_believed(Claim(reading, lead, lead.type, first.bare, first.digits, first.year, follow, first.beside))


def _share(items: list[Item]) -> None:
    """Give bare items of a list the body and term said once at its end, and all of them a date said of all."""
    for before, after in zip(reversed(items[:-1]), reversed(items[1:]), strict=True):
        if after.beside.of_all and before.beside.date is None:
            before.beside.date, before.beside.of_all = after.beside.date, True
        if before.number is None:
            before.beside.term = before.beside.term or after.beside.term
            before.beside.body = before.beside.body or after.beside.body
            before.beside.issuer = before.beside.issuer or after.beside.issuer


def _model(items: list[Item], index: int, lead: Lead) -> Number | None:
    """The full number whose code and issuer the bare one at ``index`` takes."""
    for item in [*items[index + 1 :], *reversed(items[:index])]:
        number = item.number
        if number and number.kind in (Kind.PARTY, Kind.STATE) and number.symbol is None and number.issuer:
            return number if lead.code in (None, number.code) else None
    return None


def _taken_number(item: Item, model: Number | None) -> Number | None:
    if model is None or (item.year and model.kind is Kind.PARTY):
        return None
    return replace(model, number=item.bare, year=item.year or model.year)


def _named_number(item: Item, lead: Lead) -> Number:
    if item.year:
        issuer = "CP" if lead.code == "NĐ" else None
        return Number(Kind.STATE, item.bare, year=item.year, code=lead.code, issuer=issuer)
    return Number(Kind.NAMED, item.bare, code=lead.code, issuer=item.beside.issuer or lead.issuer)
