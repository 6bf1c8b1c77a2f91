"""Where the article is among the parts of a page.

The page is cut at the headings that end articles ("Các tin khác", "[Trở về]", comments, counters …). What follows
such a heading is listed, not told, until something opens an article again: a dated line of fields, a first heading,
"Chi tiết tin". The stretch with most running text is the article. A box of other news in the middle of a text does not
end it: running text that goes on after the box without headings between its paragraphs belongs to the article.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from news.importers.dates import find_dates
from news.importers.furniture import CUTTERS, Part, judge
from news.importers.labels import Label, labelled_values
from news.importers.lines import is_prose
from news.importers.tree import Block, Hint, Kind, Run, SourcePage

_RESUMES_AFTER = 3
_BACK_TO_TITLE = 3
_SHORT_ARTICLE = 40
_LOOK_ALIKES = frozenset({Part.MENU, Part.DATED, Part.BANNER, Part.MARK, Part.CRUMBS, Part.SEARCH})
_FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|rar|zip)\b|\b(?:tải|đính kèm|toàn văn|tại đây)\b", re.IGNORECASE)
_WEAK = re.compile(r"(?:thời gian|ngày|date|ngày giờ)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a page with the part of each; the article lies in ``start:end``, its text begins at ``text``."""

    blocks: Sequence[Block]
    parts: Sequence[Part]
    start: int
    text: int
    end: int

    def content(self, start: int, end: int) -> list[int]:
        """Indices between ``start`` and ``end`` that are no furniture."""
        return [place for place in range(start, end) if self.parts[place] is Part.CONTENT]

    def dropped(self) -> list[tuple[Block, Part]]:
        """What was left out, with the part it was taken for."""
        outside = [
            (block, part) for block, part in zip(self.blocks, self.parts, strict=True) if part is not Part.CONTENT
        ]
        return [pair for pair in outside if pair[1] is not Part.FIELDS]


@dataclass(slots=True)
class _Stretch:
    start: int
    end: int
    listed: bool
    cutter: Part | None


def find_article(page: SourcePage) -> Layout | None:
    """Return where the article is; None when the page holds no text to import."""
    blocks = join_labels(page.blocks)
    parts = judge(blocks, styled=page.styled)
    stretches = _stretches(blocks, parts)
    chosen = _choose(blocks, parts, stretches)
    if chosen is None:
        return None
    start, end = chosen.start, chosen.end
    chosen_prose = _prose_count(blocks, parts, start, end)
    for later in stretches[stretches.index(chosen) + 1 :]:
        resumed = _resumes(blocks, parts, later, wanted=_RESUMES_AFTER if chosen_prose >= 3 else 2)
        if resumed is None:
            break
        for place in range(end, resumed):
            parts[place] = parts[place] if parts[place] is not Part.CONTENT else Part.LISTED
        end = later.end
    for place in (*range(start), *range(end, len(blocks))):
        if parts[place] is Part.CONTENT and place >= end:
            parts[place] = Part.LISTED
    _drop_trailing_links(blocks, parts, start, end)
    text = next((place for place in range(start, end) if _counts(blocks[place], parts[place])), None)
    if text is None:
        text = _first_of_short(blocks, parts, start, end)
    _give_back(blocks, parts, text, end)
    return Layout(blocks, parts, start, text, end)


def _give_back(blocks: Sequence[Block], parts: list[Part], text: int, end: int) -> None:
    """Between two paragraphs, what looked like furniture is a sub-heading or a line of the text.

    "Kinh tế" is a word of menus and a heading in a report; "Thời gian: 7 giờ 30 ngày 10/10/2020" is a date of fields
    and a line of an invitation.
    """
    last = max((place for place in range(text, end) if _counts(blocks[place], parts[place])), default=text)
    for place in range(text + 1, last):
        if parts[place] is Part.CONTENT and _leads_elsewhere(blocks[place]):
            parts[place] = Part.LISTED
    for place in range(text + 1, end):
        part, block = parts[place], blocks[place]
        if part is Part.FIELDS and _tells(block, deep=text + 2 < place < last):
            parts[place] = Part.CONTENT
        elif (
            place < last
            and block.linked < 0.5
            and part in _LOOK_ALIKES
            and (part is not Part.DATED or place > text + 2)
        ):
            alone = parts[place - 1] not in _LOOK_ALIKES and parts[place + 1] not in _LOOK_ALIKES
            parts[place] = Part.CONTENT if alone else part


def _leads_elsewhere(block: Block) -> bool:
    """Whether a line between paragraphs is a link to another article; one to a file belongs to the text."""
    return (
        block.kind in (Kind.TEXT, Kind.HEADING)
        and block.linked > 0.75
        and block.words >= 4
        and not _FILE.search(block.text)
    )


def _tells(block: Block, *, deep: bool) -> bool:
    """Whether a line of labelled values tells something instead of describing the article."""
    labels = [one.label for one in labelled_values(block.text)]
    if any(label in (Label.VIEWS, Label.POSTER, Label.TAGS) for label in labels):
        return False
    if _WEAK.match(block.text):
        return True
    return deep and labels[0] not in (Label.AUTHOR, Label.SOURCE)


def _drop_trailing_links(blocks: Sequence[Block], parts: list[Part], start: int, end: int) -> None:
    """Links below the last paragraph lead to other articles."""
    for place in reversed(range(start, end)):
        if _counts(blocks[place], parts[place]):
            return
        if parts[place] is Part.CONTENT and blocks[place].linked > 0.9:
            parts[place] = Part.LISTED


def join_labels(blocks: Sequence[Block]) -> list[Block]:
    """A label alone on its line and the value on the next make one line of fields."""
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if before is not None and _awaits_value(before) and _is_value(block):
            joined[-1] = replace(before, runs=(*before.runs, Run(" "), *block.runs))
        else:
            joined.append(block)
    return joined


def _is_value(block: Block) -> bool:
    return block.kind is Kind.TEXT and len(block.text) <= 80 and not labelled_values(block.text)


def _awaits_value(block: Block) -> bool:
    if block.kind is not Kind.TEXT or not block.text.endswith(":") or len(block.text) > 60:
        return False
    found = labelled_values(block.text)
    useful = bool(found) and found[-1].label not in (Label.OTHER, Label.CAPTION)
    return useful and found[0].start == 0 and not found[-1].value


def _counts(block: Block, part: Part) -> bool:
    return (
        part is Part.CONTENT and is_prose(block) and Hint.CAPTION not in block.hints and Hint.TITLE not in block.hints
    )


def _weight(blocks: Sequence[Block], parts: Sequence[Part], start: int, end: int) -> int:
    return sum(len(blocks[place].text) for place in range(start, end) if _counts(blocks[place], parts[place]))


def _prose_count(blocks: Sequence[Block], parts: Sequence[Part], start: int, end: int) -> int:
    return sum(_counts(blocks[place], parts[place]) for place in range(start, end))


def _stretches(blocks: Sequence[Block], parts: list[Part]) -> list[_Stretch]:
    stretches: list[_Stretch] = []
    current = _Stretch(0, 0, listed=False, cutter=None)
    told = False  # an article was told before: no later line opens another
    for place, part in enumerate(parts):
        opens = current.listed and _opens(blocks[place], part)
        if part not in CUTTERS and not opens:
            continue
        if opens and told:
            continue
        boundary = _before_title(blocks, parts, place, current.start) if opens else place
        current.end = boundary
        stretches.append(current)
        told = told or (not current.listed and _weight(blocks, parts, current.start, current.end) > 0)
        current = _Stretch(boundary, boundary, listed=not opens, cutter=None if opens else part)
    current.end = len(blocks)
    return [*stretches, current]


def _opens(block: Block, part: Part) -> bool:
    if part is Part.MARK:
        return True
    if part is Part.FIELDS:
        labels = {one.label for one in labelled_values(block.text)}
        return bool(labels & {Label.PUBLISHED, Label.UPDATED}) and bool(find_dates(block.text))
    if part is Part.CONTENT:
        return (block.kind is Kind.HEADING and block.level == 1) or (
            Hint.TITLE in block.hints and block.words >= 5 and block.linked < 0.5
        )
    return False


def _before_title(blocks: Sequence[Block], parts: Sequence[Part], place: int, least: int) -> int:
    """The line of fields often stands below the title, a section's name above it: take those in."""
    if parts[place] is not Part.FIELDS:
        while place - 1 > least and (Hint.SECTION in blocks[place - 1].hints or parts[place - 1] is Part.CRUMBS):
            place -= 1
        return place
    boundary = place
    for before in range(place - 1, max(least, place - 1 - _BACK_TO_TITLE), -1):
        if parts[before] is not Part.CONTENT or is_prose(blocks[before]) or blocks[before].linked > 0.8:
            break
        boundary = before
    return boundary


def _choose(blocks: Sequence[Block], parts: Sequence[Part], stretches: list[_Stretch]) -> _Stretch | None:
    def weight(stretch: _Stretch) -> int:
        return _weight(blocks, parts, stretch.start, stretch.end)

    told = [stretch for stretch in stretches if not stretch.listed]
    for group in (told, stretches):
        best = max(group, key=weight, default=None)
        if best is not None and weight(best) > 0:
            return best
    for stretch in told:
        letters = sum(
            len(blocks[place].text) for place in range(stretch.start, stretch.end) if parts[place] is Part.CONTENT
        )
        if letters >= _SHORT_ARTICLE:
            return stretch
    return None


def _resumes(blocks: Sequence[Block], parts: Sequence[Part], stretch: _Stretch, *, wanted: int) -> int | None:
    """Where running text goes on inside a listed stretch."""
    if stretch.cutter not in (Part.OTHER_NEWS, Part.FOOTER, Part.LINKS):
        return None
    run = 0
    for place in range(stretch.start, stretch.end):
        if _counts(blocks[place], parts[place]):
            run += 1
            if run == wanted:
                return _first_of_run(blocks, parts, place, stretch.start)
        elif parts[place] is Part.CONTENT and blocks[place].kind is not Kind.IMAGE:
            run = 0
    return None


def _first_of_run(blocks: Sequence[Block], parts: Sequence[Part], place: int, least: int) -> int:
    while place > least and (_counts(blocks[place - 1], parts[place - 1]) or blocks[place - 1].kind is Kind.IMAGE):
        place -= 1
    return place


def _first_of_short(blocks: Sequence[Block], parts: Sequence[Part], start: int, end: int) -> int:
    """An article without one long paragraph: its text starts after the title, below the fields where there are any."""
    content = [
        place for place in range(start, end) if parts[place] is Part.CONTENT and blocks[place].kind is not Kind.IMAGE
    ]
    dated = [place for place in range(start, end) if parts[place] in (Part.FIELDS, Part.DATED)]
    after = [place for place in content if dated and place > dated[0]]
    if after and after[0] != content[0]:
        return after[0]
    return content[1] if len(content) > 1 else content[0] if content else end
