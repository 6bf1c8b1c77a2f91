"""`Câu hỏi của bạn đọc` in the admin: three lists over 7, 30 or 90 days, also as files for spreadsheets."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy
from wagtail.admin.menu import MenuItem

from portal.admin.screens import screen
from portal.spreadsheets import csv_pieces
from search.reports import counts
from search.roles import MAY_READ_QUERIES

PER_PAGE = 50
#: A file holds so many lines.
MOST_LINES = 5_000
LIST, PERIOD = "xem", "ngay"
TOP, NOTHING, PLACES = "", "khong-co", "vi-tri"
LABEL = pgettext_lazy("menu", "What readers search for")


def report(request: HttpRequest) -> HttpResponse:
    """One list.

    Raises:
        PermissionDenied: the person does not keep the words of the search.
    """
    chosen, days = _asked(request)
    today = timezone.localdate()
    context = {
        "views": [_link(label, value, days, chosen == value) for value, label in _lists().items()],
        "periods": [
            _link(_("%(count)d days") % {"count": period}, chosen, period, period == days) for period in counts.PERIODS
        ],
        "file_url": f"{reverse('search_queries_file')}?{urlencode({LIST: chosen, PERIOD: days})}",
        "headings": _headings(chosen),
        "totals": counts.totals(today, days),
        **_page(request, chosen, days),
    }
    return screen(request, "portal_admin/search/queries.html", str(LABEL), context, icon="search")


def as_file(request: HttpRequest) -> StreamingHttpResponse:
    """The same list for a spreadsheet; no cell is a formula, whatever readers typed.

    Raises:
        PermissionDenied: the person does not keep the words of the search.
    """
    chosen, days = _asked(request)
    today = timezone.localdate()
    lines: Sequence[Any] = counts.places(today, days)
    if chosen != PLACES:
        lines = counts.lines(list(_rows(chosen, days)[:MOST_LINES]), today, days)
    pieces = csv_pieces(_headings(chosen), map(_cells(chosen), lines))
    name = f"tim-kiem-{chosen or 'nhieu-nhat'}-{days}-ngay-{today.isoformat()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return StreamingHttpResponse(pieces, content_type="text/csv; charset=utf-8", headers=headers)


def _asked(request: HttpRequest) -> tuple[str, int]:
    if not request.user.has_perm(MAY_READ_QUERIES):
        raise PermissionDenied
    chosen, days = request.GET.get(LIST, TOP), request.GET.get(PERIOD, "")
    period = int(days) if days in map(str, counts.PERIODS) else counts.PERIODS[1]
    return (chosen if chosen in _lists() else TOP), period


def _page(request: HttpRequest, chosen: str, days: int) -> Mapping[str, Any]:
    today = timezone.localdate()
    cells = _cells(chosen)
    if chosen == PLACES:
        return {"rows": [list(cells(line)) for line in counts.places(today, days)]}
    shown = Paginator(_rows(chosen, days), PER_PAGE).get_page(request.GET.get("p"))
    lines = counts.lines(list(shown), today, days)
    return {"page": shown, "rows": [list(cells(line)) for line in lines]}


def _rows(chosen: str, days: int) -> Any:
    today = timezone.localdate()
    return counts.without_results(today, days) if chosen == NOTHING else counts.queries(today, days)


def _cells(chosen: str) -> counts.Cells:
    known: Mapping[str, counts.Cells] = {NOTHING: counts.nothing_cells, PLACES: counts.place_cells}
    return known.get(chosen, counts.query_cells)


def _lists() -> Mapping[str, str]:
    return {
        TOP: pgettext("queries", "Most searched for"),
        NOTHING: pgettext("queries", "Without results"),
        PLACES: pgettext("queries", "Opened by place"),
    }


def _headings(chosen: str) -> list[str]:
    words, searches = pgettext("queries", "Words"), pgettext("queries", "Searches")
    people, opened = pgettext("queries", "People"), pgettext("queries", "Opened of 100 searches")
    if chosen == NOTHING:
        return [words, pgettext("queries", "Found nothing"), searches, people, pgettext("queries", "Last on")]
    if chosen == PLACES:
        return [
            pgettext("queries", "Place"),
            pgettext("queries", "Opened"),
            opened,
            pgettext("queries", "Share of all"),
        ]
    place, time = pgettext("queries", "Mean place opened"), pgettext("queries", "Milliseconds")
    return [words, searches, people, pgettext("queries", "Results"), opened, place, time]


def _link(label: str, chosen: str, days: int, is_chosen: bool) -> Mapping[str, Any]:
    return {"url": f"?{urlencode({LIST: chosen, PERIOD: days})}", "label": label, "is_chosen": is_chosen}


def report_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [
        path("tim-kiem/cau-hoi/", report, name="search_queries"),
        path("tim-kiem/cau-hoi/tep.csv", as_file, name="search_queries_file"),
    ]


class QueriesMenuItem(MenuItem):
    """Below `Tìm kiếm trên cổng`, for those who may read it."""

    def __init__(self, order: int) -> None:
        super().__init__(LABEL, reverse("search_queries"), name="search-queries", icon_name="search", order=order)

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(MAY_READ_QUERIES))
