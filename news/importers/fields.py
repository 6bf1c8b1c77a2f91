"""Everything the importer knows of one page: each field a value with its line."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from news.importers.bylines import Bylines, closing_length, find_bylines, opening_tag
from news.importers.errors import Refused
from news.importers.found import Confidence, Found, likely
from news.importers.furniture import Part
from news.importers.headline import Headline, find_headline
from news.importers.layout import Layout, find_article
from news.importers.lines import cut_end, cut_start, ends_sentence, is_prose
from news.importers.moments import Published, find_moments
from news.importers.pictures import Photo, find_photos
from news.importers.tree import Block, Hint, Kind, Note, Run, SourcePage
from portal.text import fold

_LONGEST_SAPO = 900
_LONGEST_BARE_SAPO = 700


@dataclass(slots=True)
class Reading:
    """What a page says. ``None`` is unknown; ``notes`` say what a person should look at."""

    page: SourcePage
    title: Found[str] | None
    kicker: Found[str] | None
    sections: tuple[Found[str], ...]
    published: Found[Published] | None
    updated: Found[Published] | None
    bylines: Bylines
    sapo: list[Found[tuple[Run, ...]]]
    photos: list[Photo]
    body: list[Block]
    photo_before: dict[int, list[Photo]]  # pictures that stand before the body's block of that index
    dropped: list[tuple[Block, Part]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def read_fields(page: SourcePage) -> Reading:
    """Return everything ``page`` says.

    Raises:
        Refused: the page holds no article.
    """
    layout = find_article(page)
    if layout is None:
        raise Refused(_("No article was found in the file: it has no running text, only menus, lists or pictures. Save the page of "
                        "one article, not a list of articles."))  # fmt: skip
    headline = find_headline(page, layout)
    moments = find_moments(page, layout, headline)
    first = headline.until if headline.place is not None and headline.place >= layout.start else layout.text
    photos, photo_places = find_photos(page, layout, _first_picture(layout, first))
    bylines = find_bylines(page, layout, headline, photo_places)
    left = [
        place for place in layout.content(first, layout.end) if place not in photo_places and place not in bylines.used
    ]
    left = _without_repeats(layout, [place for place in left if not _is_scrap(layout, place)], headline)
    left = _without_closing_sections(layout, left, headline)
    blocks = [layout.blocks[place] for place in left]
    sapo = _sapo(page, layout, left, photo_places)
    body_places = left[len(sapo) :]
    body = blocks[len(sapo) :]
    tag_line = _take_tag(sapo, body, bylines)
    _cut_signature(body, bylines)
    body = [block for block in body if block.runs or block.kind in (Kind.TABLE, Kind.MEDIA)]
    notes = [*page.notes, *moments.notes, *_notes(page, headline, body, layout, photos)]
    if tag_line:
        bylines.source_tag = tag_line
    return Reading(
        page, headline.title, headline.kicker, headline.sections, moments.published, moments.updated, bylines, sapo,
        _credited(photos, bylines), body, _photos_before(photos, body_places), layout.dropped(), notes,
    )  # fmt: skip


def _first_picture(layout: Layout, first: int) -> int:
    """The lead picture may stand just above the title, never further."""
    if first and layout.blocks[first - 1].kind is Kind.IMAGE:
        return first - 1
    return first


def _is_scrap(layout: Layout, place: int) -> bool:
    """A word or a number between title and text is a button or a counter of the old site."""
    block = layout.blocks[place]
    if place < layout.text and block.kind is Kind.MEDIA:
        return True
    if place >= layout.text or block.kind not in (Kind.TEXT, Kind.ITEM):
        return False
    return block.words < 3 and not block.text.endswith(("?", "!"))


def _without_repeats(layout: Layout, places: list[int], headline: Headline) -> list[int]:
    """Leave out lines that repeat the title or the line before."""
    title = fold(headline.title.value) if headline.title else ""
    kept: list[int] = []
    for place in places:
        block = layout.blocks[place]
        if (
            block.kind is not Kind.TABLE
            and block.text
            and (block.folded == title or (kept and block.folded == layout.blocks[kept[-1]].folded))
        ):
            continue
        kept.append(place)
    return kept


def _without_closing_sections(layout: Layout, places: list[int], headline: Headline) -> list[int]:
    """Below their texts, some sites name the section once more, or announce what is not there."""
    named = {fold(found.value) for found in (headline.kicker, *headline.sections) if found}
    while len(places) > 1 and (layout.blocks[places[-1]].folded in named or _is_bare_label(layout.blocks[places[-1]])):
        places = places[:-1]
    return places


def _is_bare_label(block: Block) -> bool:
    """Whether a last line announces what the saved page does not show: "Tệp đính kèm:"."""
    return block.kind is Kind.TEXT and block.words <= 6 and block.text.endswith(":")


def _sapo(page: SourcePage, layout: Layout, places: Sequence[int], photos: set[int]) -> list[Found[tuple[Run, ...]]]:
    blocks = [layout.blocks[place] for place in places]
    told = [block for block in blocks if block.kind in (Kind.TEXT, Kind.ITEM)]
    if len(told) < 2:
        return []
    hinted = [block for block in _leading(blocks, lambda block: Hint.SAPO in block.hints) if block.words > 3]
    if hinted and len(hinted) < len(told):
        return [Found(block.runs, block.line) for block in hinted]
    if not _may_be_sapo(blocks[0]):
        return []
    if page.styled:
        return _styled_sapo(page, blocks)
    first = blocks[0]
    after = places[0] + 1
    apart = after in photos or (after < len(layout.blocks) and not is_prose(layout.blocks[after]))
    tagged = bool(opening_tag(first.text)[0])
    confidence = Confidence.SURE if apart and not tagged else Confidence.LIKELY if apart or tagged else Confidence.GUESS
    return [Found(first.runs, first.line, confidence)]


def _leading(blocks: Sequence[Block], wanted: Callable[[Block], bool]) -> list[Block]:
    leading: list[Block] = []
    for block in blocks:
        if not wanted(block):
            break
        leading.append(block)
    return leading


def _may_be_sapo(block: Block) -> bool:
    if block.kind not in (Kind.TEXT, Kind.HEADING) or len(block.text) < 50 or block.text.endswith(":"):
        return False
    return len(block.text) <= _LONGEST_SAPO and (is_prose(block) or block.words >= 14)


def _styled_sapo(page: SourcePage, blocks: list[Block]) -> list[Found[tuple[Run, ...]]]:
    first = blocks[0]
    emphatic = _leading(
        blocks, lambda block: (block.bold or block.italic or block.kind is Kind.HEADING) and _may_be_sapo(block)
    )
    if emphatic and len(emphatic) <= 3 and len(emphatic) < len(blocks):
        return [Found(_plain(block.runs), block.line) for block in emphatic]
    if first.bold or first.kind is Kind.HEADING or len(first.text) > _LONGEST_BARE_SAPO:
        return []
    stated = [fold(value.value) for value in page.stated("description")]
    if any(first.folded == one for one in stated) or opening_tag(first.text)[0]:
        return [likely(first.runs, first.line)]
    following = next((block for block in blocks[1:] if is_prose(block)), None)
    if following is not None and Hint.BODY in following.hints and Hint.BODY not in first.hints:
        return [likely(first.runs, first.line)]
    return []


def _plain(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The sapo is set off by its place on the page; bold and italics of the whole would only repeat that."""
    return tuple(replace(run, bold=False, italic=False) for run in runs)


def _take_tag(sapo: list[Found[tuple[Run, ...]]], body: list[Block], bylines: Bylines) -> Found[str] | None:
    """Take the source tag off the text it opens."""
    if sapo:
        runs, line = sapo[0].value, sapo[0].line
        tag, length = opening_tag(_text(runs))
        if tag:
            sapo[0] = Found(cut_start(runs, length), line, sapo[0].confidence)
            return Found(tag, line)
    for place, block in enumerate(body[:2]):
        tag, length = opening_tag(_text(block.runs)) if is_prose(block) else ("", 0)
        if tag:
            body[place] = replace(block, runs=cut_start(block.runs, length))
            return Found(tag, block.line)
    return None


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def _cut_signature(body: list[Block], bylines: Bylines) -> None:
    if not body or bylines.author is None:
        return
    length = closing_length(_text(body[-1].runs), bylines.author.value)
    if length:
        body[-1] = replace(body[-1], runs=cut_end(body[-1].runs, length))


def _credited(photos: list[Photo], bylines: Bylines) -> list[Photo]:
    if not bylines.credit:
        return photos
    return [photo if photo.credit else replace(photo, credit=bylines.credit) for photo in photos]


def _photos_before(photos: list[Photo], places: Sequence[int]) -> dict[int, list[Photo]]:
    before: dict[int, list[Photo]] = {}
    for photo in photos:
        index = bisect_left(places, photo.place)
        before.setdefault(index, []).append(photo)
    return before


def _notes(page: SourcePage, headline: Headline, body: list[Block], layout: Layout, photos: list[Photo]) -> list[Note]:
    notes: list[Note] = []
    if headline.title is None:
        notes.append(Note(_("The page shows no title: the article stays a draft until somebody gives it one.")))
    elif headline.title.confidence is not Confidence.SURE:
        notes.append(Note(_("The title is the likeliest line, not a certain one: check it."), headline.title.line))
    broken = [block for block in layout.blocks[layout.start : layout.end] if "\ufffd" in block.text]
    if broken:
        notes.append(Note(_("%(count)d lines hold characters that could not be read (�): compare them with the source.") % {"count": len(broken)},
                          broken[0].line))  # fmt: skip
    media = [
        block for block in layout.blocks[layout.start : layout.end] if block.kind is Kind.MEDIA and not block.fenced
    ]
    if media:
        notes.append(Note(_("The page plays a video or sound that is not in the file: add it by hand."), media[0].line))
    last = next((block for block in reversed(body) if block.kind in (Kind.TEXT, Kind.ITEM)), None)
    if (
        last is not None
        and page.styled is False
        and is_prose(last)
        and not ends_sentence(last.text)
        and not re.search(r"\w[)”\"]$", last.text)
    ):
        notes.append(Note(_("The text stops in the middle of a sentence: compare its end with the source."), last.line))
    return notes
