r"""Mentions by a number: ``Chỉ thị số 10-CT/TW``, ``Chỉ thị 10``, ``đề án 343, 704``, ``các Quyết định số 12, 13 và 15-QĐ/TU``.

::

    citation = lead item {[beside] joint item}
    lead     = [type [qualifier]] ["số"]                    the type in words or as a code: "CT05"
    item     = symbol | number ["/" year] ["-" code]
    joint    = "," | ";" | "và" | "với" | "hoặc" | "đến" | …  ["số"]

A bare number in a list takes code and issuer from the next full one of the same type, else from the one before. Without
any it is *named*, if :mod:`documents.references.belief` believes that it names a document at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from documents.references.belief import SMALL_ABBREVIATIONS, Follow, Lead, follow_of, is_believed
from documents.references.beside import Beside, date_before, read_beside
from documents.references.bodies import BODIES, BODY
from documents.references.codes import ABBREVIATIONS, CODES, QUALIFIERS, SLIPS, TYPES, Type, one_of
from documents.references.folding import folded
from documents.references.reading import SPACE, Reading
from documents.references.reference import Kind, Number
from documents.references.symbols import NUMBER, Led, plain_number, symbol_at

_SO = rf"so(?: (?:ki|ky) hieu| hieu| van ban)?(?:\.?{SPACE}:{SPACE}|\.{{0,2}}[ ]{{0,3}}|{SPACE})"
_DIGIT = r"(?=[0-9]|[oil][0-9])"
_QUALIFIERS = rf"(?:{SPACE}(?:{one_of(map(folded, QUALIFIERS))})){{1,2}}"
_LIKE_A_SYMBOL = (
    rf"[0-9oil]{{1,5}}[a-e]?(?:{SPACE}[-/]{SPACE}(?:19|20)[0-9]{{2}})?"
    rf"{SPACE}(?:[-/._\\]{SPACE}[a-z]|(?:{one_of(CODES)})(?:{SPACE}[-/._\\]|[ ]|t[uw]|[a-z]{{0,6}}[tdh]u))"
)
_AHEAD = re.compile(_LIKE_A_SYMBOL)
_HEAD = re.compile(
    rf"(?<![a-z0-9\0])(?:"
    rf"(?P<type>(?<!phap )luat|{one_of(TYPES.keys() - {'luat'})})(?:{_QUALIFIERS}(?={SPACE}so))?{SPACE}(?P<colon>:)?{SPACE}(?P<so>{_SO})?{_DIGIT}"
    rf"|(?P<abbreviation>{one_of(ABBREVIATIONS)}){SPACE}(?P<abbreviation_so>{_SO})?{_DIGIT}"
    rf"|(?P<so_alone>{_SO}){_DIGIT}"
    rf"|(?<![0-9a-z][-/._\\])(?<![/_\\]){_DIGIT}(?={_LIKE_A_SYMBOL})"
    rf")"
)
_BARE = re.compile(rf"{NUMBER}(?: ?/ ?(?P<year>(?:19|20)[0-9]{{2}})(?![0-9]))?")
_BARE_CODE = re.compile(rf"{SPACE}[-/]?{SPACE}(?P<code>{one_of(CODES)})(?![a-z0-9/-])")
_NO_END = re.compile(r"[a-z0-9_%@#*=<>^~+\0]|[.:][0-9]| ?%|[-/][0-9a-z]|/|\.[a-z]")
_JOINT = re.compile(
    rf"{SPACE}(?P<sign>[,;&+]?){SPACE}(?P<word>va ca|va|voi|cung voi|cung|hoac|hay|den|toi)?"
    rf"(?P<so>{SPACE}(?:cac )?{_SO})?{SPACE}{_DIGIT}"
)
_WORDS_BEFORE = re.compile(r"([a-z]+)(?: ?([a-z]+))?\s{0,3}\Z")
_TYPE_OF_BODY = re.compile(
    rf"(?<![a-z0-9])(?P<type>{one_of(TYPES)}){SPACE}(?:cua|do){SPACE}(?P<body>{BODY})(?: [^\W\d_]{{1,12}}){{0,4}}{SPACE}\(?\Z"
)
_OF = re.compile(" cua | do ")
_FARTHEST_TYPE = 90
_MOST_ITEMS = 60
_GENERAL = re.compile(r"(?:van ban|cac)\s{0,3}\Z")


@dataclass(slots=True)
class Item:
    """One number of a citation, from ``start`` to ``end`` in the reading; ``number`` is ``None`` while it is bare."""

    start: int
    end: int
    bare: str
    year: int | None
    number: Number | None
    beside: Beside
    with_so: bool
    small: bool = False
    """One digit, as counts mostly are."""
    tight: bool = False
    """Joined to the one before by a comma without a space, as decimals are written."""


def citations(reading: Reading) -> Iterator[tuple[int, int, Number, Beside]]:
    """Every mention by a number, in order."""
    place = 0
    while (head := _HEAD.search(reading.folded, place)) is not None:
        lead = _lead(reading, head)
        if lead.type is None and not _may_be_a_symbol(reading, lead):
            place = head.end() + 1
            continue
        items = _items(reading, head.end(), lead)
        place = items[-1].end if items else head.end() + 1
        for item in _resolved(reading, items, lead):
            assert item.number is not None
            yield item.start, item.end, item.number, item.beside


def lead_at(reading: Reading, place: int) -> Lead | None:
    """What leads to a number at the very ``place``, if anything does."""
    head = _HEAD.match(reading.folded, place)
    return _lead(reading, head) if head else None


def _may_be_a_symbol(reading: Reading, lead: Lead) -> bool:
    """Whether a number without a type is worth reading: it has a symbol, or may take one from a list."""
    general = _GENERAL.search(reading.folded, max(0, lead.start - 10), lead.start)
    return general is not None or _AHEAD.match(reading.folded, lead.end) is not None


def _lead(reading: Reading, head: re.Match[str]) -> Lead:
    """What leads to the number after ``head``."""
    if head["type"]:
        start, end = head.span("type")
        type_ = TYPES[_plain(head["type"])]
        so, colon = head["so"] is not None, head["colon"] is not None
        return Lead(head.start(), head.end(), type_, so=so, words=reading.words[start:end], colon=colon)
    if head["abbreviation"] and _may_be_small(reading, head):
        start, end = head.span("abbreviation")
        so = head["abbreviation_so"] is not None
        type_ = ABBREVIATIONS[head["abbreviation"]]
        return Lead(head.start(), head.end(), type_, so=so, words=reading.words[start:end], abbreviation=True)
    start = head.start("abbreviation_so") if head["abbreviation_so"] else head.start()
    so = head["so_alone"] is not None or head["abbreviation_so"] is not None
    before, type_start = _mistyped_before(reading, start)
    if before:
        return Lead(type_start, head.end(), before, so=so, words=None)
    if so and _OF.search(reading.folded, max(0, start - _FARTHEST_TYPE), start):
        of_body = _TYPE_OF_BODY.search(reading.folded, max(0, start - _FARTHEST_TYPE), start)
        if of_body:
            body = reading.words[slice(*of_body.span("body"))]
            issuer = BODIES.get(_plain(of_body["body"]))
            return Lead(
                start, head.end(), TYPES[_plain(of_body["type"])], so=True, words=None, body=body, issuer=issuer
            )
    return Lead(start, head.end(), None, so=so, words=None)


def _may_be_small(reading: Reading, head: re.Match[str]) -> bool:
    """Whether a code in small letters is one that chats write, and no word: *đa số*, *bc*."""
    start, end = head.span("abbreviation")
    small = reading.words[start:end].islower()
    return not small or ABBREVIATIONS[head["abbreviation"]].code in SMALL_ABBREVIATIONS


def _plain(words: str) -> str:
    return " ".join(words.split())


def _mistyped_before(reading: Reading, place: int) -> tuple[Type | None, int]:
    """A type's words with a slip of the finger right before ``place``."""
    before = _WORDS_BEFORE.search(reading.folded, max(0, place - 24), place)
    if before is None:
        return None, place
    text = reading.folded[before.start() : place].rstrip()
    return (SLIPS[text], before.start()) if text in SLIPS else (None, place)


def _items(reading: Reading, place: int, lead: Lead) -> list[Item]:
    """The numbers from ``place`` on, each with what stands beside it."""
    items: list[Item] = []
    with_so, tight = lead.so, False
    start = lead.start
    while len(items) < _MOST_ITEMS:
        item = _item_at(reading, start, place, lead, with_so=with_so, first=not items)
        if item is None:
            break
        item.tight = tight
        items.append(item)
        joint = _JOINT.match(reading.folded, item.beside.end)
        if joint is None or not (joint["sign"] or joint["word"]):
            break
        place = joint.end()
        with_so = joint["so"] is not None
        start = joint.start("so") + len(joint["so"]) - len(joint["so"].lstrip()) if with_so else place
        tight = joint.end() - joint.start() == 1
        strict = "\n" in joint.group() or joint["word"] in ("den", "toi")
        if strict and not with_so and symbol_at(reading, place, Led(lead.code, announced=False)) is None:
            break
    return items


def _item_at(reading: Reading, start: int, place: int, lead: Lead, *, with_so: bool, first: bool) -> Item | None:
    led = Led(lead.code, lenient=lead.lenient, announced=lead.type is not None or with_so)
    symbol = symbol_at(reading, place, led)
    if symbol is not None:
        return Item(start, symbol.end, "", None, symbol.number, read_beside(reading, symbol.end), with_so)
    bare = _BARE.match(reading.folded, place)
    if bare is None or (bare["number"].strip("0oil") == "" and not bare["number"].strip("0")):
        return None
    end = bare.end()
    code = _BARE_CODE.match(reading.folded, end) if lead.type and not bare["year"] else None
    if code and CODES[code["code"]] == lead.code:
        end = code.end()
    elif _NO_END.match(reading.folded, end):
        return None
    year = int(bare["year"]) if bare["year"] else None
    if year and not (lead.type and lead.type.numbered_with_year) and first:
        return None
    if not first and not with_so and not year and 1900 <= int(re.sub(r"\D", "0", bare["number"])) < 2100:
        return None
    small = len(bare["number"]) == 1
    return Item(start, end, plain_number(bare), year, None, read_beside(reading, end), with_so, small=small)


def _resolved(reading: Reading, items: list[Item], lead: Lead) -> list[Item]:
    """The items that name a document, each with its number."""
    items = _named_ones(reading, items, lead)
    for index, item in enumerate(items):
        if item.number is None:
            item.number = _taken_number(item, _model(items, index, lead)) or _named_number(item, items[index:], lead)
        if item.beside.date is None:
            item.beside.date = date_before(reading, item.start)
    _share(items)
    return [item for item in items if item.number is not None]


def _named_ones(reading: Reading, items: list[Item], lead: Lead) -> list[Item]:
    """``items`` without the numbers that count something."""
    if lead.type is None and all(item.number is None for item in items):
        return []
    kept = list(items)
    last = kept[-1] if kept else None
    if last is not None and last.number is None:
        follow = follow_of(reading, last.end)
        if len(kept) > 1 and not last.with_so and not last.beside and follow in (Follow.COUNTED, Follow.UNKNOWN):
            while kept and kept[-1].tight:
                kept.pop()
            kept.pop()
            if len(kept) == 1 and kept[0].small and not kept[0].with_so and not kept[0].beside:
                return []
    if not kept or kept[0].number is not None:
        return kept
    first = kept[0]
    full = any(item.number for item in kept)
    if len(kept) > 1:
        follow = Follow.GOES_ON
    else:
        follow = Follow.ENDS if len(kept) < len(items) else follow_of(reading, first.end)
    if full and (lead.type or _GENERAL.search(reading.folded, max(0, lead.start - 10), lead.start)):
        return kept
    if lead.type and is_believed(reading, lead, first.bare, first.year, follow, first.beside):
        return kept
    return [item for item in kept if item.number is not None]


def _model(items: list[Item], index: int, lead: Lead) -> Number | None:
    """The full number whose code and issuer the bare one at ``index`` takes."""
    for item in [*items[index + 1 :], *reversed(items[:index])]:
        number = item.number
        if number and number.kind in (Kind.PARTY, Kind.STATE) and number.symbol is None and number.issuer:
            return number if lead.code in (None, number.code) else None
    return None


def _taken_number(item: Item, model: Number | None) -> Number | None:
    if model is None:
        return None
    year = item.year or model.year
    if item.year and model.kind is Kind.PARTY:
        return None
    return replace(model, number=item.bare, year=year)


def _named_number(item: Item, rest: list[Item], lead: Lead) -> Number | None:
    if lead.type is None:
        return None
    beside = next((other.beside for other in rest if other.beside.issuer), None)
    issuer = (beside.issuer if beside else None) or lead.issuer
    if item.year:
        issuer = "CP" if lead.code == "NĐ" else None
        return Number(Kind.STATE, item.bare, year=item.year, code=lead.code, issuer=issuer)
    return Number(Kind.NAMED, item.bare, code=lead.code, issuer=issuer)


def _share(items: list[Item]) -> None:
    """Give bare items of a list the body and term said once at its end, and all of them a date said of all."""
    for before, after in zip(reversed(items[:-1]), reversed(items[1:]), strict=True):
        if after.beside.of_all and before.beside.date is None:
            before.beside.date, before.beside.of_all = after.beside.date, True
        if before.bare:
            before.beside.term = before.beside.term or after.beside.term
            before.beside.body = before.beside.body or after.beside.body
