"""What the mentions of one page say: each for itself, and with what the page says elsewhere of the same document."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from documents.references import Kind, Reference, find
from portal.text import fold

MOST_MENTIONS = 2000
_BESIDE = 60
_FARTHEST_BODY = 160
_LOCAL_ENDINGS = ("TU", "HU", "QU", "ThU", "ĐU", "CB", "UBND", "HĐND")
_LEVEL_WORDS = frozenset({"tỉnh", "huyện", "xã", "phường", "quận", "thành", "phố", "thị", "trấn", "đặc", "khu"})
_NO_PLACE = frozenset({"Đảng", "Trung", "Quốc", "Khóa", "Khoá", "Ngày", "Về", "Số", "Việt"})
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Cited:
    """What a mention says of its document, with what the page itself adds to it."""

    kind: Kind
    key: str
    number: str = ""
    code: str = ""
    issuer: str = ""
    day: dt.date | None = None
    year: int | None = None
    term: str = ""
    body: str = ""
    place: str = ""

    @property
    def is_full(self) -> bool:
        """With number and symbol, or a plenum with its term."""
        return self.kind is not Kind.NAMED and (self.kind is not Kind.PLENUM or bool(self.number and self.term))

    @property
    def is_supported(self) -> bool:
        """Whether it says more than a type and a bare number, or a term alone: by those no document is surely meant."""
        more = bool(self.day or self.year or self.term or self.body)
        return self.is_full or (bool(self.number) and more)


@dataclass(frozen=True, slots=True)
class Found:
    """A mention and where it stands: ``lines[line][start:end] == text``."""

    line: int
    start: int
    end: int
    text: str
    before: str
    after: str
    cited: Cited


def read(lines: Sequence[str]) -> list[Found]:
    """The mentions in ``lines`` of one page, in order.

    >>> full, short = read(["Thực hiện Chỉ thị 10-CT/TW ngày 30/3/2007,", "chi bộ bàn về Chỉ thị 10."])
    >>> short.text, short.line, short.cited.key, short.cited.day
    ('Chỉ thị 10', 1, '10|CT|TW', datetime.date(2007, 3, 30))
    """
    starts, length = [], 0
    for line in lines:
        starts.append(length)
        length += len(line) + 1
    text = "\n".join(lines)
    references = find(text)[:MOST_MENTIONS]
    alone = [_cited(reference, text) for reference in references]
    found = []
    for reference, cited in zip(references, in_context(alone), strict=True):
        number = bisect_right(starts, reference.end - 1) - 1
        start, end = max(0, reference.start - starts[number]), reference.end - starts[number]
        line = lines[number]
        before, after = line[max(0, start - _BESIDE) : start], line[end : end + _BESIDE]
        found.append(Found(number, start, end, line[start:end], before, after, cited))
    return found


def _cited(reference: Reference, text: str) -> Cited:
    near = text[reference.end : reference.end + _FARTHEST_BODY]
    body = "" if _acts(reference, near) else reference.body or ""
    is_named = reference.kind is Kind.NAMED
    return Cited(
        kind=reference.kind,
        key=reference.key,
        number=reference.number or "",
        code=reference.code or "",
        issuer=(reference.issuer or "") if body or not is_named else "",
        day=dt.date.fromisoformat(reference.date) if reference.date else None,
        year=reference.year,
        term=reference.term or "",
        body=body,
        place=_place(reference, near) if body else "",
    )


def _is_local(reference: Reference) -> bool:
    return bool(reference.body) and (reference.issuer or "").endswith(_LOCAL_ENDINGS)


def _acts(reference: Reference, near: str) -> bool:
    """Whether the body beside does something and issued nothing: *theo Chỉ thị 10, chi bộ đã họp*."""
    before, found, _after = near.partition(reference.body or "\0")
    return bool(found) and _is_local(reference) and before.rstrip().endswith((",", ";", ":"))


def _place(reference: Reference, near: str) -> str:
    """The name of the place whose committee the words beside name: *của Tỉnh ủy Hòa Bình*."""
    _before, found, after = near.partition(reference.body or "\0")
    if not found or not _is_local(reference):
        return ""
    named: list[str] = []
    for word in after.replace("\n", " . ").split():
        bare = word.rstrip(",.;:)”\"'")
        if not named and bare in _LEVEL_WORDS:
            continue
        if not bare[:1].isupper() or not bare.isalpha() or bare in _NO_PLACE or len(named) == _MOST_WORDS:
            break
        named.append(bare)
        if bare != word:
            break
    return " ".join(named)


def in_context(cited: Sequence[Cited]) -> list[Cited]:
    """Each with what the others say of the same number, where all who say something agree.

    A paper is cited in full once and in short after that; a title is short before. Two of one number on one page, each
    with its day, leave the short form open.
    """
    same: dict[tuple[str, str], list[Cited]] = {}
    for one in cited:
        same.setdefault((one.number, one.code), []).append(one)
    return [_completed(one, same[one.number, one.code]) for one in cited]


def _completed(one: Cited, others: Sequence[Cited]) -> Cited:
    if one.kind is Kind.PLENUM or not one.number:
        return one
    agreeing = [other for other in others if _may_be_one(one, other)]
    days = {other.day for other in agreeing if other.day}
    if len(days) > 1:
        return one
    if one.kind is Kind.NAMED:
        full = {(other.kind, other.key, other.issuer) for other in agreeing if other.is_full}
        if len(full) > 1:
            return one
        for kind, key, issuer in full:
            one = replace(one, kind=kind, key=key, issuer=issuer)
    if one.day is None and len(days) == 1:
        day = days.pop()
        one = replace(one, day=day, year=day.year)
    terms = {other.term for other in agreeing if other.term}
    bodies = {fold(other.body): other for other in agreeing if other.body}
    if not one.term and len(terms) == 1:
        one = replace(one, term=terms.pop())
    if not one.body and len(bodies) == 1:
        other = next(iter(bodies.values()))
        one = replace(one, body=other.body, place=other.place, issuer=one.issuer or other.issuer)
    return one


def _may_be_one(one: Cited, other: Cited) -> bool:
    """Whether nothing that both say differs."""
    pairs = (
        (one.issuer, other.issuer),
        (one.day, other.day),
        (one.year, other.year),
        (one.term, other.term),
        (fold(one.place), fold(other.place)),
    )
    return all(not mine or not theirs or mine == theirs for mine, theirs in pairs)
