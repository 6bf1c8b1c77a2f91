"""The shape of a text: which lines are headings of which level, which belong to one list, how lists nest.

* "1. Chuẩn bị nội dung" standing alone before paragraphs is a heading; "1. Định kỳ quán triệt …", a paragraph long, is
  an item of a numbered list.
* ``-`` and ``+`` lines that follow one another are one list; whichever sign comes first is the outer one.
* A short line without a full stop before paragraphs is a heading; in HTML only if it is bold or in capitals.

Levels never skip: the first heading is a second-level one, as the title is the first.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from news.importers.lines import cut_start, is_prose
from news.importers.names import is_name
from news.importers.tree import Block, Kind, Run

_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})[.)/]?\s+(?=[^\W\d_]|[“\"])")
_ROMAN = re.compile(
    r"(?:(?:phần|mục|chương)\s+(?:thứ\s+\w+|[IVX]{1,5}|\d{1,2})\b|[IVX]{1,5}\s?[.)/-]\s)", re.IGNORECASE
)
_LETTER = re.compile(r"[a-zđ]\)\s")
_ORDERED = re.compile(r"(?P<number>\d{1,2})[.)]\s+(?=\S)")
_STARS = frozenset("*❖♦■▪✓➢►▶◆")
_HEADING_END = re.compile(r"[.;,!…]$")
# "Có ba nguyên nhân:" goes on in the list below.
_INTRODUCES = re.compile(
    r"(?:co|gom|bao gom|cu the|theo do|trong do|do la|nhu sau|sau day|dac biet|ngoai ra|nhu|tai hoi nghi|vi du)\b|"
    r".*\b(?:nhu sau|sau day|sau|gom|la|nhu|co|cho biet|noi|ke|viet) ?:$"
)
_SPEAKER = re.compile(r"[^:?]{1,40}:\s[^?]+\?$")  # "PV: Thưa đồng chí, …?"


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]


@dataclass(slots=True)
class Item:
    runs: tuple[Run, ...]
    children: list["Item"]
    ordered: bool  # of the children


@dataclass(frozen=True, slots=True)
class Listing:
    items: list[Item]
    ordered: bool


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, and who said them where that stands below."""

    lines: tuple[tuple[Run, ...], ...]
    attribution: str


@dataclass(frozen=True, slots=True)
class Placeholder:
    """Where the pictures that stand before the block of this index belong."""

    index: int


Node = Heading | Paragraph | Listing | Table | Quote | Placeholder


def shape(blocks: Sequence[Block], *, styled: bool, breaks: frozenset[int] = frozenset()) -> list[Node]:
    """Return the nodes of a text; ``breaks`` are the indices before which something else stands."""
    nodes: list[Node] = []
    open_ranks: list[int] = []
    index = 0
    while index < len(blocks):
        if index in breaks:
            nodes.append(Placeholder(index))
        block = blocks[index]
        rank = None if block.quoted else _rank(blocks, index, styled=styled)
        grouped = _grouped(blocks, index, breaks) if rank is None else None
        if grouped is not None:
            node, index = grouped
            nodes.append(node)
            continue
        if rank is not None:
            while open_ranks and open_ranks[-1] >= rank:
                open_ranks.pop()
            open_ranks.append(rank)
            nodes.append(Heading(min(1 + len(open_ranks), 4), _unbold(block.runs)))
        elif block.kind is Kind.TABLE:
            nodes.append(Table(block.rows))
        elif block.runs:
            nodes.append(Paragraph(block.runs))
        index += 1
    if len(blocks) in breaks:
        nodes.append(Placeholder(len(blocks)))
    return nodes


def _grouped(blocks: Sequence[Block], index: int, breaks: frozenset[int]) -> tuple[Node, int] | None:
    """The quote or list that begins at ``index``, and where it ends."""
    if blocks[index].quoted:
        end = _quote_end(blocks, index, breaks)
        return _quote(blocks[index:end]), end
    if blocks[index].kind is Kind.ITEM:
        end = _run_end(blocks, index, breaks)
        return _listing(blocks[index:end]), end
    end = _numbered_end(blocks, index, breaks)
    if end - index < 2:
        return None
    return Listing([Item(_without_number(one), [], ordered=False) for one in blocks[index:end]], ordered=True), end


def _rank(blocks: Sequence[Block], index: int, *, styled: bool) -> int | None:
    """How high a heading the block is, 0 the highest; None for no heading."""
    block = blocks[index]
    if block.kind is Kind.HEADING:
        return None if is_prose(block) and len(block.text) > 200 else max(block.level - 2, 0)
    if block.kind is Kind.ITEM:
        return _rank_of_starred(blocks, index)
    if block.kind is not Kind.TEXT or index + 1 >= len(blocks) or len(block.text) > 160:
        return None
    text, following = block.text, blocks[index + 1]
    if _HEADING_END.search(text) or not _follows(following) or _SPEAKER.match(text):
        return None
    if _ROMAN.match(text):
        return 0 if block.words <= 25 else None
    number = _NUMBER.match(text)
    if number:
        return _rank_of_number(blocks, index, number["number"])
    if _LETTER.match(text):
        return 8 if block.words <= 15 and (not styled or block.bold) and not text.endswith(":") else None
    return _rank_of_words(block, following, styled=styled)


def _rank_of_starred(blocks: Sequence[Block], index: int) -> int | None:
    """ "* Những nhiệm vụ trọng tâm" above a list or a paragraph."""
    block = blocks[index]
    if block.marker not in _STARS or block.words > 18 or _HEADING_END.search(block.text) or index + 1 >= len(blocks):
        return None
    return 3 if blocks[index + 1].marker != block.marker else None


def _rank_of_number(blocks: Sequence[Block], index: int, number: str) -> int | None:
    block, following = blocks[index], blocks[index + 1]
    if block.words > 25:
        return None
    # Short numbered lines in a row are a list, not headings without text.
    next_number = _NUMBER.match(following.text) if following.kind is Kind.TEXT else None
    if next_number and "." not in next_number["number"]:
        return None
    before = blocks[index - 1] if index else None
    if (
        before is not None
        and before.kind is Kind.TEXT
        and _NUMBER.match(before.text)
        and not is_prose(before)
        and "." not in number
    ):
        return None
    return 4 + number.count(".")


def _rank_of_words(block: Block, following: Block, *, styled: bool) -> int | None:
    text = block.text
    first = next((char for char in text if char.isalpha()), "")
    if not first.isupper() or text[0] in "-+*(" or block.words > 18 or len(text) > 120:
        return None
    if styled and not (block.bold or (text.isupper() and block.words >= 2)):
        return None
    if text.endswith(":"):
        if _INTRODUCES.match(block.folded):
            return None
        return 3 if block.words <= 8 and (styled or block.gap) and not following.text[:1].islower() else None
    if (
        is_name(text)
        and block.words <= 4
        and text.isupper() is False
        and not styled
        and following.kind is not Kind.ITEM
        and not block.gap
    ):
        return None
    return 2


def _follows(following: Block) -> bool:
    """Whether a text goes on after a heading."""
    return following.kind in (Kind.ITEM, Kind.TABLE, Kind.HEADING) or bool(following.text)


def _unbold(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(replace(run, bold=False) for run in runs)


def _run_end(blocks: Sequence[Block], start: int, breaks: frozenset[int]) -> int:
    end = start + 1
    while end < len(blocks) and blocks[end].kind is Kind.ITEM and end not in breaks:
        end += 1
    return end


def _quote_end(blocks: Sequence[Block], start: int, breaks: frozenset[int]) -> int:
    end = start + 1
    while end < len(blocks) and blocks[end].quoted and end not in breaks:
        end += 1
    return end


def _quote(blocks: Sequence[Block]) -> Quote:
    """The last of several lines, short and without a full stop, names who said the others."""
    last = blocks[-1]
    named = len(blocks) > 1 and last.words <= 20 and not re.search(r"[.!?…”\"]$", last.text)
    said = blocks[:-1] if named else blocks
    return Quote(tuple(block.runs for block in said), last.text.lstrip("-–— ").strip("()") if named else "")


def _numbered_end(blocks: Sequence[Block], start: int, breaks: frozenset[int]) -> int:
    """The end of paragraphs numbered 1, 2, 3 … one after the other."""
    end, expected = start, 1
    while end < len(blocks) and blocks[end].kind is Kind.TEXT and (end == start or end not in breaks):
        number = _ORDERED.match(blocks[end].text)
        if not number or int(number["number"]) != expected:
            break
        end, expected = end + 1, expected + 1
    return end


def _without_number(block: Block) -> tuple[Run, ...]:
    number = _ORDERED.match(block.text)
    return cut_start(block.runs, number.end()) if number else block.runs


def _listing(blocks: Sequence[Block]) -> Listing:
    """One list of the items, nested by their depth in HTML and by their signs in text."""
    signs: list[str] = []
    top: list[Item] = []
    path: list[tuple[int, Item]] = []
    for block in blocks:
        sign = block.marker
        if sign not in signs:
            signs.append(sign)
        depth = block.level + (signs.index(sign) if sign and sign != "1." else 0)
        item = Item(block.runs, [], sign == "1.")
        while path and path[-1][0] >= depth:
            path.pop()
        if path:
            parent = path[-1][1]
            if not parent.children:
                parent.ordered = sign == "1."
            parent.children.append(item)
        else:
            top.append(item)
        path.append((depth, item))
    return Listing(top, ordered=blocks[0].marker == "1.")
