"""What the import command prints: one line a file, the fields of a trial run, the last line that counts."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.importers.drafting import line_of
from news.importers.fields import Reading
from news.importers.found import Confidence, Found
from news.importers.furniture import Part
from news.importers.services import Outcome, Report
from news.importers.structure import Heading, Listing, Table, shape
from news.importers.tree import Block, Run
from news.models import Article
from portal.text import format_number, slugify
from portal.text.dates import format_date, format_dateline, in_viet_nam

OUTCOMES = {
    Outcome.IMPORTED: gettext_lazy("newly imported"),
    Outcome.UPDATED: gettext_lazy("updated by import"),
    Outcome.UNCHANGED: gettext_lazy("unchanged since import"),
    Outcome.EDITED: gettext_lazy("edited by hand"),
    Outcome.REFUSED: gettext_lazy("refused by import"),
}
_CONFIDENCE = {
    Confidence.SURE: gettext_lazy("sure"),
    Confidence.LIKELY: gettext_lazy("likely"),
    Confidence.GUESS: gettext_lazy("guessed"),
}
_PARTS = {
    Part.BANNER: gettext_lazy("banner"),
    Part.MENU: gettext_lazy("menu line"),
    Part.CRUMBS: gettext_lazy("path of pages"),
    Part.SEARCH: gettext_lazy("search box"),
    Part.MARK: gettext_lazy("heading of the page"),
    Part.DATED: gettext_lazy("date or clock"),
    Part.SHARE: gettext_lazy("share and print"),
    Part.BACK: gettext_lazy("way back"),
    Part.OTHER_NEWS: gettext_lazy("heading of other news"),
    Part.LISTED: gettext_lazy("list of other news"),
    Part.COMMENTS: gettext_lazy("comments of readers"),
    Part.COUNTER: gettext_lazy("visit counter"),
    Part.LINKS: gettext_lazy("web links"),
    Part.PAGER: gettext_lazy("page numbers"),
    Part.DOTS: gettext_lazy("row of dots"),
    Part.FOOTER: gettext_lazy("footer of the site"),
    Part.FENCED: gettext_lazy("outside the article"),
}
_WIDTH = 90


def counts(reports: Iterable[Report]) -> str:
    """The last line: how many files ended how."""
    outcomes = [report.outcome for report in reports]
    return " · ".join(f"{outcomes.count(outcome)} {label}" for outcome, label in OUTCOMES.items())


def outcome_lines(report: Report, *, notes: bool = True) -> Iterator[str]:
    """One line for the file, one below it for each thing to look at."""
    state = ""
    if report.article is not None:
        state = f" → {report.article.title}"
        if report.outcome in (Outcome.IMPORTED, Outcome.UPDATED):
            state += f" ({_state(report.article)})"
    reason = f": {report.reason}" if report.reason else ""
    line = f" ({_('line %(line)d') % {'line': report.line}})" if report.line else ""
    yield f"{OUTCOMES[report.outcome]}: {report.path}{reason}{line}{state}"
    if notes and report.outcome in (Outcome.IMPORTED, Outcome.UPDATED):
        for note in report.notes:
            yield f"    ! {line_of(note)}"


def _state(article: Article) -> str:
    if article.workflow_in_progress:
        return _("waits for approval")
    if not article.live:
        return _("is a draft")
    return (
        _("is published as it was; the correction is a draft") if article.has_unpublished_changes else _("is published")
    )


def field_lines(report: Report) -> Iterator[str]:
    """Every field of a trial run with its line and how sure it is; then what was left out, and what to look at."""
    reading = report.reading
    if reading is None:
        return
    bylines = reading.bylines
    yield _section_row(report)
    yield _row(_("kicker"), *_parts(reading.kicker or next(iter(reading.sections), None)))
    yield _row(_("article title"), *_parts(reading.title))
    yield _row(_("published on"), *_moment(reading, updated=False))
    yield _row(_("updated on"), *_moment(reading, updated=True))
    yield _row(_("author"), *_parts(bylines.author))
    yield _row(_("poster"), *_parts(bylines.poster))
    yield _row(_("source tag"), *_parts(bylines.source_tag))
    yield _row(_("republished from"), *_parts(bylines.source))
    views = bylines.views
    yield _row(_("views before the import"), format_number(views.value) if views else "", views)
    for paragraph in reading.sapo:
        yield _row(_("lead"), _text(paragraph.value), paragraph)
    if not reading.sapo:
        yield _row(_("lead"), "", None)
    for photo in reading.photos:
        for name, value in (
            (_("alternative text"), photo.alt),
            (_("caption"), photo.caption),
            (_("picture credit"), photo.credit),
        ):
            yield _row(name, value, Found(value, photo.line) if value else None)
    tags = ", ".join(bylines.tags)
    yield _row(_("article tags"), tags, Found(tags, bylines.tags_line) if tags else None)
    yield from _body_lines(reading)
    told = {found.line for found in (reading.published, reading.updated, reading.kicker) if found}
    yield from _dropped_lines([pair for pair in reading.dropped if pair[0].line not in told])
    for note in report.notes:
        yield f"    ! {line_of(note)}"


def _section_row(report: Report) -> str:
    """The section the article goes to; with a line where the page names it."""
    title = report.section.title if report.section else ""
    named = report.reading.sections if report.reading else ()
    return _row(_("section"), title, next((found for found in named if slugify(found.value) == slugify(title)), None))


def _row(name: str, value: str, found: Found | None) -> str:
    if not value:
        return f"    {name:<22} –"
    where = (
        f"  [{_('line %(line)d') % {'line': found.line}}, {_CONFIDENCE[found.confidence]}]" if found is not None else ""
    )
    return f"    {name:<22} {_short(value)}{where}"


def _parts(found: Found[str] | None) -> tuple[str, Found[str] | None]:
    return (found.value if found else "", found)


def _moment(reading: Reading, *, updated: bool) -> tuple[str, Found | None]:
    found = reading.updated if updated else reading.published
    if found is None:
        return "", None
    if not found.value.time_known:
        return format_date(in_viet_nam(found.value.moment)), found
    return format_dateline(found.value.moment), found


def _body_lines(reading: Reading) -> Iterator[str]:
    nodes = shape(reading.body, styled=reading.page.styled, breaks=frozenset(reading.photo_before))
    kinds = {
        _("headings in the text"): sum(isinstance(node, Heading) for node in nodes),
        _("lists of items"): sum(isinstance(node, Listing) for node in nodes),
        _("tables of data"): sum(isinstance(node, Table) for node in nodes),
    }
    told = [block for block in reading.body if block.text]
    yield _row(
        _("text"),
        _("%(count)d lines") % {"count": len(reading.body)}
        + "".join(f", {count} {name}" for name, count in kinds.items()),
        None,
    )
    for name, block in ((_("first words"), told[:1]), (_("last words"), told[-1:])):
        for one in block:
            shown = one.text if name == _("first words") else _end(one.text)
            yield _row(name, shown, Found(shown, one.line))


def _dropped_lines(dropped: Sequence[tuple[Block, Part]]) -> Iterator[str]:
    start = 0
    while start < len(dropped):
        end = start
        while end < len(dropped) and dropped[end][1] is dropped[start][1]:
            end += 1
        first, last = dropped[start][0].line, dropped[end - 1][0].line
        lines = f"{first}" if first == last else f"{first}–{last}"
        yield f"    {_('left out'):<22} {_('line %(lines)s') % {'lines': lines}}: {_PARTS[dropped[start][1]]}: {_short(dropped[start][0].text, 50)}"
        start = end


def _short(text: str, width: int = _WIDTH) -> str:
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def _end(text: str) -> str:
    return text if len(text) <= _WIDTH else f"…{text[-_WIDTH + 1 :].lstrip()}"


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)
