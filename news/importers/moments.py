"""When the article was published: which of a page's dates says so.

A labelled date outweighs a bare one, a bare one counts only beside the title, and what stands in a clock or in a list
of other news never counts. A date that is none (no year, no such day, the future) leaves the field unknown and is
reported.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from news.importers.dates import Problem, Reading, find_dates
from news.importers.found import Confidence, Found
from news.importers.furniture import Part
from news.importers.headline import Headline
from news.importers.labels import Label, Labelled, labelled_values
from news.importers.layout import Layout
from news.importers.tree import Block, Hint, Note, SourcePage

_AFTER_END = 6
_BELOW = 25
_NEAR = 12


@dataclass(frozen=True, slots=True)
class Published:
    """A moment in UTC; ``time_known`` is false where the page gives only the day."""

    moment: dt.datetime
    time_known: bool


@dataclass(frozen=True, slots=True)
class Moments:
    published: Found[Published] | None
    updated: Found[Published] | None
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Dated:
    reading: Reading
    line: int
    confidence: Confidence


def find_moments(page: SourcePage, layout: Layout, headline: Headline) -> Moments:
    """Return when the article was published and updated, as far as the page says."""
    notes: list[Note] = []
    updated = _first_sound(list(_labelled(layout, Label.UPDATED)), notes=[])
    published = _first_sound(_candidates(page, layout, headline), notes)
    if published is None and updated is not None:
        published, updated = updated, None  # the only date a page shows is the one its readers know it by
        notes.append(
            Note(
                _("The page gives only the date of an update: it was taken for the date of publication. Check it."),
                published.line,
            )
        )
    if published is None:
        published = _first_sound(list(_mixed(layout, headline)), notes)
    published = _with_stated_time(page, published, notes)
    if published is None and not notes:
        notes.append(Note(_("The page gives no date: none was set, the article is listed by the time of import.")))
    if updated and not _is_later(updated, published):
        updated = None
    return Moments(_found(published), _found(updated), tuple(notes))


def _is_later(updated: _Dated, published: _Dated | None) -> bool:
    if published is None or updated.reading.moment is None or published.reading.moment is None:
        return False
    return updated.reading.moment > published.reading.moment


def _candidates(page: SourcePage, layout: Layout, headline: Headline) -> list[_Dated]:
    labelled = list(_labelled(layout, Label.PUBLISHED))
    bare = [] if labelled else _bare(layout, headline)  # a label whose date is none is no reason to take another
    return [*labelled, *bare, *_stated(page)]


def _fields(layout: Layout) -> Iterator[Block]:
    """Lines of labelled values: of the article, and just below its end."""
    for place in range(layout.start, layout.end):
        if layout.parts[place] is Part.FIELDS:
            yield layout.blocks[place]
    for place in range(layout.end, min(layout.end + _AFTER_END, len(layout.blocks))):
        if layout.parts[place] is Part.FIELDS:
            yield layout.blocks[place]
        elif layout.parts[place] not in (Part.BACK, Part.DOTS, Part.SHARE, Part.FENCED):
            return


def fields_of(layout: Layout) -> list[Block]:
    """All lines of labelled values of the article; a label alone on its line is joined with the next line."""
    return list(_fields(layout))


def values_below(layout: Layout) -> Iterator[tuple[Block, Labelled]]:
    """Tags, and a count, below what ends the article: a rating, "read more", a box of related news.

    A count belongs to the article only as long as no other article was named.
    """
    named = False
    for place in range(layout.end, min(layout.end + _BELOW, len(layout.blocks))):
        block, part = layout.blocks[place], layout.parts[place]
        if part is Part.FOOTER:
            return
        named = named or part in (Part.LISTED, Part.DATED)
        for one in labelled_values(block.text) if part is Part.FIELDS else ():
            if one.label is Label.TAGS or (one.label is Label.VIEWS and not named and not find_dates(block.text)):
                yield block, one


def _labelled(layout: Layout, label: Label) -> Iterator[_Dated]:
    for block in _fields(layout):
        for one in labelled_values(block.text):
            if one.label is label:
                for reading in find_dates(one.value)[:1]:
                    yield _Dated(reading, block.line, Confidence.SURE)
    if label is Label.PUBLISHED:
        for block in _fields(layout):
            labels = labelled_values(block.text)
            bare = find_dates(block.text[: labels[0].start] if labels else block.text)
            for reading in bare[:1]:
                yield _Dated(reading, block.line, Confidence.SURE)
            if (
                not bare
                and labels
                and not any(one.label in (Label.PUBLISHED, Label.UPDATED, Label.TAGS) for one in labels)
            ):
                for reading in find_dates(block.text)[:1]:
                    yield _Dated(reading, block.line, Confidence.LIKELY)


def _bare(layout: Layout, headline: Headline) -> Iterator[_Dated]:
    """Lines that are only a date: below the title, above it unless that is a clock, or below the text."""
    titled = headline.place is not None and headline.place >= layout.start
    head = range(headline.until, min(layout.text + 3, layout.end)) if titled else range(0)
    above = range(0)
    if titled and headline.place is not None:
        above = range(headline.place - 1, max(layout.start, headline.place - _NEAR) - 1, -1)
    last = max(
        (place for place in range(layout.text, layout.end) if layout.parts[place] is Part.CONTENT), default=layout.text
    )
    for place in (*head, *above, *range(last, layout.end)):
        block = layout.blocks[place]
        if layout.parts[place] is not Part.DATED:
            continue
        reading = find_dates(block.text)[0]
        if place in above and _may_be_clock(layout, place, reading, title=above.start + 1):
            continue
        yield _Dated(reading, block.line, Confidence.SURE if place in head else Confidence.LIKELY)
    if titled and headline.place is not None:
        yield from _in_title(layout, headline.place, headline.until)


def _in_title(layout: Layout, start: int, until: int) -> Iterator[_Dated]:
    """Some sites print the hour of publishing in brackets after the title."""
    for block in layout.blocks[start:until]:
        bracket = re.search(r"\([^()]{8,40}\)$", block.text)
        for reading in find_dates(bracket.group()) if bracket else ():
            if reading.time is not None:
                yield _Dated(reading, block.line, Confidence.LIKELY)


def _may_be_clock(layout: Layout, place: int, reading: Reading, *, title: int) -> bool:
    """A date above the title is the article's only if it stands beside it and below a line of the article, or names
    its zone."""
    if reading.zone or layout.blocks[place].hints & {Hint.BODY}:
        return False
    if reading.seconds or (reading.weekday and reading.time is None):
        return True
    between = [layout.parts[one] for one in range(place + 1, title)]
    if len(between) > 2 or any(part not in (Part.CONTENT, Part.FIELDS, Part.DOTS, Part.SHARE) for part in between):
        return True
    return not any(
        part in (Part.MARK, Part.CRUMBS) or (part is Part.CONTENT and not block.text.isupper())
        for part, block in zip(layout.parts[:place], layout.blocks[:place], strict=True)
    )


def _stated(page: SourcePage) -> Iterator[_Dated]:
    for statement in page.stated("published"):
        for reading in find_dates(statement.value)[:1]:
            yield _Dated(reading, statement.line, Confidence.SURE)


def _mixed(layout: Layout, headline: Headline) -> Iterator[_Dated]:
    """A short line below the title that has a date among other words ("Minh Anh - 05/10/2020")."""
    if headline.place is None:
        return
    for place in range(headline.until, min(layout.text + 1, layout.end)):
        block = layout.blocks[place]
        if layout.parts[place] is Part.CONTENT and is_mixed_dateline(block):
            yield _Dated(find_dates(block.text)[0], block.line, Confidence.LIKELY)


def is_mixed_dateline(block: Block) -> bool:
    """Whether a short line is a date with a name, a place or a section beside it."""
    if len(block.text) > 110 or block.text.endswith("."):
        return False
    readings = find_dates(block.text)
    if len(readings) != 1 or readings[0].problem is Problem.NO_YEAR:
        return False
    reading = readings[0]
    rest = block.text[: reading.start] + " " + block.text[reading.end :]
    at_edge = (
        len(block.text[: reading.start].strip(" |,-–—•·()")) == 0
        or len(block.text[reading.end :].strip(" |,-–—•·()")) == 0
    )
    return (
        at_edge
        and len(rest.split()) <= 9
        and (reading.time is not None or reading.weekday or "|" in rest or "-" in rest or Hint.DATE in block.hints)
    )


def _first_sound(candidates: list[_Dated], notes: list[Note]) -> _Dated | None:
    for dated in candidates:
        if dated.reading.moment is not None:
            if dated.reading.doubtful:
                notes.append(
                    Note(
                        _("The date “%(text)s” was read day first; day, month and weekday leave doubt.")
                        % {"text": dated.reading.text},
                        dated.line,
                    )
                )
            return dated
    for dated in candidates:
        notes.append(Note(_problem(dated.reading), dated.line))
        break
    return None


def _problem(reading: Reading) -> str:
    problem = reading.problem
    if problem is Problem.NO_YEAR:
        return _("The date “%(text)s” has no year: none was set, the article is listed by the time of import.") % {
            "text": reading.text
        }
    if problem is Problem.FUTURE:
        return _("The date “%(text)s” lies in the future: none was set.") % {"text": reading.text}
    if problem is Problem.PLACEHOLDER:
        return _("The date “%(text)s” is a placeholder of the old site: none was set.") % {"text": reading.text}
    return _("There is no such date as “%(text)s”: none was set.") % {"text": reading.text}


def _with_stated_time(page: SourcePage, published: _Dated | None, notes: list[Note]) -> _Dated | None:
    """Where the page shows the day only, the hour it states for machines; where the two disagree, the day shown."""
    if published is None or published.reading.time is not None:
        return published
    for stated in _stated(page):
        moment = stated.reading.moment
        if moment is None or stated.reading.time is None:
            continue
        shown = published.reading.moment
        if shown is not None and dt.timedelta() <= moment - shown < dt.timedelta(days=1):
            midnight = stated.reading.time == dt.time() and not stated.reading.seconds
            return published if midnight else _Dated(stated.reading, published.line, published.confidence)
        notes.append(
            Note(_("The page shows another date than it states for machines; the one shown was taken."), published.line)
        )
        break
    return published


def _found(dated: _Dated | None) -> Found[Published] | None:
    if dated is None or dated.reading.moment is None:
        return None
    return Found(Published(dated.reading.moment, dated.reading.time is not None), dated.line, dated.confidence)
