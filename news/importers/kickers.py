"""The line above the title, and the names a page gives the section of its article."""

import re
from collections.abc import Iterator

from news.importers import vocabulary
from news.importers.dates import find_dates
from news.importers.found import Found, guess, likely, sure
from news.importers.furniture import Part, crumbs
from news.importers.labels import Label, labelled_values
from news.importers.layout import Layout
from news.importers.lines import ADDRESS
from news.importers.names import has_surname, is_name
from news.importers.tree import Block, Hint, Kind, SourcePage
from portal.text import fold

_LONGEST_KICKER = 70
_SHORTEST_MENU = 3
_COMMITTEE = re.compile(r"(?:dang bo|dang uy|(?:tinh|huyen|thanh|quan|thi) uy|uy ban|ubnd|hdnd)\b")


def find_kicker(layout: Layout, place: int, page: SourcePage) -> Found[str] | None:
    """Return the line above the title that names what the article belongs to."""
    hinted = [
        one for one in range(layout.start, layout.text)
        if layout.parts[one] is Part.CONTENT and Hint.SECTION in layout.blocks[one].hints and len(layout.blocks[one].text) <= _LONGEST_KICKER
    ]  # fmt: skip
    if hinted:
        block = layout.blocks[hinted[-1]]
        return sure(block.links[-1] if len(block.links) > 1 else block.text, block.line)
    for before in range(place - 1, layout.start - 1, -1):
        part, block = layout.parts[before], layout.blocks[before]
        if part in (Part.DOTS, Part.DATED, Part.SHARE, Part.FIELDS) or block.kind is Kind.IMAGE:
            continue
        if part is not Part.CONTENT:
            return _menu_kicker(layout, before, page)
        if not _may_be_kicker(block):
            return None
        previous = [one for one in range(layout.start, before) if layout.parts[one] is Part.CONTENT]
        return sure(block.text, block.line) if len(previous) <= 1 else likely(block.text, block.line)
    return _menu_kicker(layout, layout.start - 1, page) if layout.start else None


def _may_be_kicker(block: Block) -> bool:
    text = block.text
    told = block.kind in (Kind.TEXT, Kind.HEADING) or (block.kind is Kind.ITEM and Hint.SECTION in block.hints)
    if not told or len(text) > _LONGEST_KICKER or block.words > 12:
        return False
    if re.search(r"[.!?;:]$", text) or ADDRESS.match(text):
        return False
    if (has_surname(text) and block.words >= 3 and is_name(text)) or _is_clock(text):
        return False
    if Hint.SECTION not in block.hints and _COMMITTEE.match(block.folded):
        return False
    return not (text.isupper() and vocabulary.MASTHEAD.match(block.folded)) and not vocabulary.BANNER.match(
        block.folded
    )


def _is_clock(text: str) -> bool:
    return any(found.weekday or found.time is not None for found in find_dates(text))


def _menu_kicker(layout: Layout, place: int, page: SourcePage) -> Found[str] | None:
    """The name of a section alone above the title is also a word of the menu."""
    block = layout.blocks[place]
    if layout.parts[place] is Part.FENCED and block.linked < 0.5 and vocabulary.SECTION_OPENING.match(block.folded):
        return likely(block.text, block.line) if _may_be_kicker(block) else None
    if crumbs(block) or len(block.links) > 1:
        return None
    if Hint.SECTION in block.hints and (place == 0 or Hint.SECTION not in layout.blocks[place - 1].hints):
        return (
            likely(block.text, block.line)
            if _may_be_kicker(block) and block.folded not in vocabulary.NO_SECTION
            else None
        )
    alone = layout.parts[place] is Part.MENU and (
        place == layout.start
        or layout.parts[place - 1] is not Part.MENU
        or _is_below_menu(layout, place)
        or _stands_apart(layout, place, styled=page.styled)
    )
    named = (
        block.folded in vocabulary.MENU - vocabulary.NO_SECTION
        or vocabulary.SECTION_OPENING.match(block.folded)
        or block.folded in _menu_above(layout, place)
    )
    if alone and named and "|" not in block.text and _may_be_kicker(block):
        return likely(block.text, block.line)
    return None


def _menu_above(layout: Layout, place: int) -> list[str]:
    start = place
    while start and layout.parts[start - 1] is Part.MENU:
        start -= 1
    return [block.folded for block in layout.blocks[start:place]]


def _is_below_menu(layout: Layout, place: int) -> bool:
    """Whether the menu above ends before ``place``: with an entry that menus end with, or because entries repeat."""
    above = _menu_above(layout, place)
    entries = [*above, layout.blocks[place].folded]
    repeats = any(one in entries[:order] for order, one in enumerate(entries))
    return repeats or bool(above and above[-1] in vocabulary.MENU_ENDS and len(above) >= _SHORTEST_MENU)


def _stands_apart(layout: Layout, place: int, *, styled: bool) -> bool:
    """Whether saved text shows an empty line between a menu whose entries cling together and ``place``."""
    above = layout.blocks[max(place - _SHORTEST_MENU, 0) : place]
    return not styled and layout.blocks[place].gap and not any(block.gap for block in above[1:])


def find_sections(
    page: SourcePage, layout: Layout, kicker: Found[str] | None, *, title: str = "", place: int | None = None
) -> Iterator[Found[str]]:
    """Return the names that the page gives its section, the most precise first."""
    if kicker:
        yield from _spellings(kicker)
    head_end = layout.text if place is None else max(place + 1, layout.text)
    for position in range(head_end - 1, max(-1, layout.start - 40), -1):
        yield from _labelled_sections(layout, position)
        yield from _path_of_pages(layout, position, title)
    for position in range(layout.text, layout.end):
        yield from _labelled_sections(layout, position)
    for statement in page.stated("section"):
        yield guess(statement.value, statement.line)


def _labelled_sections(layout: Layout, position: int) -> Iterator[Found[str]]:
    if layout.parts[position] is Part.FIELDS:
        block = layout.blocks[position]
        for one in labelled_values(block.text):
            if one.label is Label.SECTION and one.value:
                yield sure(one.value, block.line)


def _path_of_pages(layout: Layout, position: int, title: str) -> Iterator[Found[str]]:
    """The steps of "Trang chủ » Tin tức » Xây dựng Đảng" that may be sections, the last first."""
    block = layout.blocks[position]
    for step in reversed(_steps(layout, position)):
        if fold(step) not in vocabulary.NO_SECTION and fold(step) != fold(title) and len(step) <= _LONGEST_KICKER:
            yield likely(step, block.line)


def _steps(layout: Layout, position: int) -> list[str]:
    """The steps of a path in one line, with signs between them or as links; or one step of a path of several lines."""
    block, part = layout.blocks[position], layout.parts[position]
    if Hint.SECTION in block.hints and len(block.links) >= 2:
        return list(block.links)
    if part in (Part.CRUMBS, Part.FENCED) and crumbs(block):
        return crumbs(block)
    start = position
    while start and Hint.SECTION in layout.blocks[start - 1].hints:
        start -= 1
    of_a_path = start < position and Hint.SECTION in block.hints and layout.blocks[start].folded in vocabulary.HOME
    return [block.text] if of_a_path else []


def _spellings(kicker: Found[str]) -> Iterator[Found[str]]:
    """ "Tổ chức (Kiểm tra)" names the inner section in brackets."""
    inner = re.fullmatch(r"(.{2,60}?)\s*\((.{2,60})\)", kicker.value)
    if inner:
        yield Found(inner[2], kicker.line, kicker.confidence)
    yield kicker
    if inner:
        yield Found(inner[1], kicker.line, kicker.confidence)
