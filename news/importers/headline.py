"""Title, with the line above it and the section from :mod:`news.importers.kickers`.

Every line of the head is weighed: what the markup calls it, what the page states for machines, whether the line of
fields stands right below it. Below the threshold there is no title, and none is made up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from news.importers import vocabulary
from news.importers.dates import find_dates
from news.importers.found import Confidence, Found, likely
from news.importers.furniture import Part, is_date_only
from news.importers.kickers import find_kicker, find_sections
from news.importers.labels import Label, labelled_values
from news.importers.layout import Layout
from news.importers.lines import ADDRESS
from news.importers.names import has_surname, is_name
from news.importers.tree import Block, Hint, Kind, SourcePage
from portal.text import fold

_LONGEST_TITLE = 300
_THRESHOLD = 12
_ABOVE_TITLES = frozenset({Part.MARK, Part.CRUMBS})
_PUBLICATION = re.compile(
    r"(?:tap chi|dac san|ban tin|bao (?!cao|chi|ton|dong|ve|dam|hiem|hieu|gio|luc)|dai (?:phat thanh|truyen hinh|pt)|trang tin) ?"
)
_SUFFIX = re.compile(r"\s+(?:[|»–—-]|::)\s+")
_TAG_OF_TITLE = re.compile(r"^\([A-ZĐ][A-ZĐ0-9.]{1,9}\)\s*[-–—:]?\s+(?=\S.{15,})")
# A line of a title that needs the next, or the one before.
_OPEN_END = re.compile(
    r"(?:,|[-–]|\b(?:cua|va|cho|voi|tai|o|trong|ve|theo|den|tu|do|la|gan|nang cao|xay dung|thuc hien|huyen|tinh|xa|phuong))$"
)
_OPEN_START = re.compile(
    r"(?:cua|va|cho|voi|tai|trong|ve|theo|den|tu|do|gan voi|nham|nhan (?:dip|ngay)|nhiem ky|lan thu|khoa|nam \d{4}|giai doan|quy|thang \d|\(|[-–])"
    r"(?=\W|$)|\(|[-–]"
)
_TAG_OPENING = re.compile(r"\(\s*[\w. ]{2,25}\)\s*[-–—]")


@dataclass(frozen=True, slots=True)
class Headline:
    """``place`` and ``until`` are the title's first block and the one after its last; None when no block shows it."""

    title: Found[str] | None
    place: int | None
    until: int
    kicker: Found[str] | None
    sections: tuple[Found[str], ...]  # the most precise first


def find_headline(page: SourcePage, layout: Layout) -> Headline:
    """Return title, kicker and section names of ``page``."""
    stated = [fold(value.value) for value in page.stated("og:title", "headline", "title")]
    scores = list(_scores(page, layout, stated))
    best = max(scores, key=lambda pair: pair[1], default=None)
    if best is None or best[1] < _THRESHOLD:
        title = _stated_title(page, layout)
        return Headline(title, None, layout.start, None, tuple(find_sections(page, layout, None)))
    place, until = _title_span(layout, best[0], stated, styled=page.styled)
    blocks = layout.blocks[place:until]
    value = " ".join(block.text for block in blocks)
    confidence = Confidence.SURE if best[1] >= 40 else Confidence.LIKELY
    kicker = find_kicker(layout, place, page)
    value = _TAG_OF_TITLE.sub("", value)
    sections = tuple(find_sections(page, layout, kicker, title=value, place=place))
    return Headline(Found(_without_date(value), blocks[0].line, confidence), place, until, kicker, sections)


def _scores(page: SourcePage, layout: Layout, stated: list[str]) -> Iterator[tuple[int, int]]:
    candidates = [place for place in range(layout.start, layout.text) if _may_be_title(layout, place)]
    if not candidates:
        candidates = [
            place
            for place in range(layout.start)
            if _may_be_title(layout, place, outside=True) and _is_marked(layout.blocks[place], stated)
        ]
    mark = max(
        (place for place in range(layout.start, layout.text) if layout.parts[place] in _ABOVE_TITLES), default=-1
    )
    if any(place > mark for place in candidates):
        candidates = [place for place in candidates if place > mark]
    candidates = _without_menu(layout, _without_mastheads(layout, candidates))
    anchor = _anchor(layout, candidates)
    above = [place for place in candidates if anchor is not None and place < anchor]
    below = [place for place in candidates if anchor is not None and place > anchor]
    bare = any(layout.blocks[place].linked < 0.5 and _is_heading(layout.blocks[place]) for place in candidates)
    for order, place in enumerate(candidates):
        points = _points(layout.blocks[place], stated, styled=page.styled)
        points -= 100 if bare and layout.blocks[place].linked > 0.8 else 0  # the name of a site leads to its first page
        if anchor is None:
            points += (20 if place == _first_of(layout, candidates) else 0) - 2 * order
        elif above and not _names_section(layout, above, below):
            points += 30 if place == above[-1] else 10 if place in above[-2:-1] else 0
        else:
            points += 30 if place == _first_of(layout, below) else 0
        yield place, points


def _without_mastheads(layout: Layout, candidates: list[int]) -> list[int]:
    """The name of the committee at the top of the page is no title where a longer line follows it."""
    longest = max((layout.blocks[place].words for place in candidates), default=0)
    if len(candidates) > 2 and _PUBLICATION.match(layout.blocks[candidates[0]].folded):
        candidates = candidates[1:] if layout.blocks[candidates[0]].words < min(longest, 9) else candidates
    return [
        place
        for place in candidates
        if longest <= 6
        or layout.blocks[place].words > (9 if layout.blocks[place].text.isupper() else 5)
        or layout.blocks[place].words == longest
        or not vocabulary.MASTHEAD.match(layout.blocks[place].folded)
    ]


def _without_menu(layout: Layout, candidates: list[int]) -> list[int]:
    """A line that the menu above has too is the name of a section where another line may be the title."""
    entries = {block.folded for block, part in zip(layout.blocks, layout.parts, strict=True) if part is Part.MENU}
    others = [place for place in candidates if layout.blocks[place].folded not in entries]
    return others or candidates


def _names_section(layout: Layout, above: list[int], below: list[int]) -> bool:
    """Whether the only line above the date is a section's name, and the title follows the date."""
    if len(above) > 1 or not below:
        return False
    first, second = layout.blocks[above[0]], layout.blocks[below[0]]
    return first.words <= 6 < second.words and vocabulary.SECTION_OPENING.match(first.folded) is not None


def _is_heading(block: Block) -> bool:
    return block.kind is Kind.HEADING or Hint.TITLE in block.hints


def _first_of(layout: Layout, places: list[int]) -> int | None:
    """The first of ``places``, or the next where that is the name of a section."""
    if len(places) > 1:
        first, second = (layout.blocks[place] for place in places[:2])
        named = vocabulary.SECTION_OPENING.match(first.folded) or Hint.SECTION in first.hints
        if named and first.words <= 6 < second.words and not re.search(r"[.;:,]$", second.text):
            return places[1]
    return places[0] if places else None


def _may_be_title(layout: Layout, place: int, *, outside: bool = False) -> bool:
    block, part = layout.blocks[place], layout.parts[place]
    if part is not Part.CONTENT and not (outside and part in (Part.LISTED, Part.MENU)):
        return False
    if block.kind not in (Kind.TEXT, Kind.HEADING) or not block.words >= 2 or len(block.text) > _LONGEST_TITLE:
        return False
    if Hint.CAPTION in block.hints or _TAG_OPENING.match(block.text) or ADDRESS.match(block.text):
        return False
    return not is_date_only(block.text)


def _is_marked(block: Block, stated: list[str]) -> bool:
    return (block.kind is Kind.HEADING and block.level == 1) or _states(block, stated)


def _states(block: Block, stated: list[str]) -> bool:
    return len(block.folded) >= 12 and any(block.folded in statement for statement in stated)


def _anchor(layout: Layout, candidates: list[int]) -> int | None:
    """The line of fields or the date that belongs to the title."""
    places = range(layout.start, layout.text)
    fields = [place for place in places if layout.parts[place] is Part.FIELDS and _is_dateline(layout.blocks[place])]
    if fields:
        return fields[-1]
    dated = [place for place in places if layout.parts[place] is Part.DATED]
    after = [place for place in dated if any(candidate < place for candidate in candidates)]
    others = [place for place in places if layout.parts[place] is Part.FIELDS and any(c < place for c in candidates)]
    found = after or others or dated
    return found[0] if found else None


def _is_dateline(block: Block) -> bool:
    labels = {one.label for one in labelled_values(block.text)}
    return bool(labels & {Label.PUBLISHED, Label.UPDATED, Label.POSTER, Label.VIEWS})


def _points(block: Block, stated: list[str], *, styled: bool) -> int:
    points = 0
    if block.kind is Kind.HEADING:
        points += {1: 40, 2: 20, 3: 15}.get(block.level, 8)
    points += 30 if Hint.TITLE in block.hints else 0
    points -= 30 if block.hints & {Hint.SAPO, Hint.AUTHOR, Hint.SOURCE, Hint.TAGS, Hint.SECTION} else 0
    points += 45 if _states(block, stated) else 0
    points += 10 if 6 <= block.words <= 40 else -15 if block.words <= 3 else 0
    points -= 25 if re.search(r"[.;:,]$", block.text) and not block.text.endswith(("...", "T.Ư.")) else 0
    points += 6 if block.text.isupper() else 0
    points += 8 if styled and block.bold else 0
    points -= 30 if block.linked > 0.8 and block.kind is not Kind.HEADING else 0
    points -= 25 if is_name(block.text) and (has_surname(block.text) or block.words <= 3) else 0
    return points


def _title_span(layout: Layout, place: int, stated: list[str], *, styled: bool) -> tuple[int, int]:
    """The first line of the title and the one after its last."""
    until = _title_end(layout, place, stated)
    if until == place + 1:
        if _goes_on(layout, place, styled=styled):
            return place, until + 1
        if place > layout.start and _goes_on(layout, place - 1, styled=styled):
            return place - 1, until
    return place, until


def _goes_on(layout: Layout, place: int, *, styled: bool) -> bool:
    """Whether a line and the next are one title in two lines: alike, and neither makes sense alone."""
    if place + 1 >= layout.text or any(layout.parts[one] is not Part.CONTENT for one in (place, place + 1)):
        return False
    first, second = layout.blocks[place : place + 2]
    alike = (first.kind, first.level, first.bold, first.placed, first.text.isupper(), first.hints) == (
        second.kind, second.level, second.bold, second.placed, second.text.isupper(), second.hints,
    )  # fmt: skip
    if not alike or (second.gap and not styled) or first.words < 3 or not _may_be_title(layout, place):
        return False
    if re.search(r"[.!?…]$", first.text) or is_name(first.text):
        return False
    return _OPEN_END.search(first.folded) is not None or _OPEN_START.match(second.folded) is not None


def _title_end(layout: Layout, place: int, stated: list[str]) -> int:
    """A title broken over two lines: both in one first heading, or both in the title the page states."""
    block = layout.blocks[place]
    for until in (place + 2, place + 3):
        more = layout.blocks[place + 1 : until]
        if len(more) != until - place - 1 or any(
            one.kind is not block.kind or one.gap or one.level != block.level for one in more
        ):
            break
        joined = fold(" ".join(one.text for one in (block, *more)))
        if any(joined in statement for statement in stated):
            return until
    following = layout.blocks[place + 1 : place + 2]
    both = [one for one in (block, *following) if one.kind is Kind.HEADING and one.level == 1]
    return place + 2 if len(both) == 2 and not following[0].gap else place + 1


def _without_date(title: str) -> str:
    """Some sites print the hour of publishing in brackets after the title."""
    cut = re.search(r"\s*\([^()]*\)$", title)
    if cut and len(cut.group()) < 40 and any(found.time for found in find_dates(cut.group())):
        return title[: cut.start()]
    return title


def _stated_title(page: SourcePage, layout: Layout) -> Found[str] | None:
    """The title the page states where none is shown; never the name of the site."""
    site = {fold(value.value) for value in page.stated("site")}
    for statement in page.stated("headline", "og:title", "title"):
        value = statement.value
        pieces = _SUFFIX.split(value)
        if len(pieces) > 1:
            value = max(pieces, key=len)
        value = value.strip(" .:|*-–—")
        folded = fold(value)
        if len(value.split()) < 4 or folded in site or folded in vocabulary.NO_SECTION:
            continue
        if vocabulary.BANNER.match(folded) or (vocabulary.MASTHEAD.match(folded) and len(value.split()) < 9):
            continue
        first = layout.blocks[layout.text].folded if layout.text < len(layout.blocks) else ""
        if not first.startswith(folded.rstrip(". …")):
            return likely(value, statement.line)
    return None
