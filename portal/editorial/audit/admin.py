"""The audit in the admin: searched, filtered by day, action and person."""

from datetime import datetime
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _gettext
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports.base import ReportView
from wagtail.admin.widgets.button import Button

from portal.editorial.audit.lines import SEARCHED, lines_for, matching, read_page, searched_back_to
from portal.editorial.audit.models import Entry
from portal.editorial.audit.narrowing import LineFilterSet
from portal.text import format_number, in_viet_nam

MAY = "audit.view_entry"
#: So many lines the list goes back; older ones are reached by narrowing it, or in a file.
MOST_LISTED = 10_000


class BoundedPaginator(WagtailPaginator):
    """Counts no further than the list goes."""

    @cached_property
    def count(self) -> int:
        return int(self.object_list.order_by()[:MOST_LISTED].count())


class LineColumn(Column):
    """On a phone its cell stands below the one before it, after its name."""

    cell_template_name = "portal_admin/report_cell.html"


class LogReport(ReportView):
    """Administrators alone; titles only where the reader may see the thing."""

    page_title = _("Activity log")
    header_icon = "list-ul"
    filterset_class = LineFilterSet
    is_searchable = True
    index_url_name = "audit_log"
    index_results_url_name = "audit_log_results"
    columns: ClassVar[list[Column]] = [
        LineColumn("at", label=pgettext_lazy("audit", "Time"), width="11%"),
        LineColumn("who", label=pgettext_lazy("audit", "Who"), width="16%"),
        LineColumn("action", label=pgettext_lazy("audit", "Action"), width="12%"),
        LineColumn("object", label=pgettext_lazy("audit", "Object"), width="27%"),
        LineColumn("type", label=pgettext_lazy("audit", "Type"), width="9%"),
        LineColumn("address", label=pgettext_lazy("audit", "From where"), width="10%"),
        LineColumn("details", label=pgettext_lazy("audit", "Details"), width="15%"),
    ]
    paginator_class = BoundedPaginator
    results_template_name = "portal_admin/audit_log_results.html"
    back_to: datetime | None = None
    FORMATS = ()  # files are written by a task (``export_admin``)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(MAY):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Entry]:
        return lines_for(self.request.user)

    def filter_queryset(self, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        return self.search_queryset(super().filter_queryset(queryset))

    def search_queryset(self, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        """Words are looked for in the newest lines of what is chosen; ``older_url`` leads on from there."""
        if not self.is_searching:
            return queryset
        self.back_to = searched_back_to(queryset)
        searched = queryset.filter(at__gte=self.back_to) if self.back_to is not None else queryset
        return matching(searched, self.search_query)

    @property
    def older_url(self) -> str:
        """The same search in what is older than this one looked at; empty where choosing days leads no further."""
        asked = self.request.GET.copy()
        last = f"{in_viet_nam(self.back_to):%d/%m/%Y}" if self.back_to is not None else ""
        if not last or asked.get("at_to") == last:
            return ""
        asked.pop(self.page_kwarg, None)
        asked["at_to"] = last
        return f"{self.index_url}?{asked.urlencode()}"

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        return read_page(object_list)

    def get_table(self, object_list: Any) -> Any:
        return super().get_table(read_page(object_list))

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        asked = self.request.GET.copy()
        asked.pop(self.page_kwarg, None)
        url = reverse("audit_exports") + (f"?{asked.urlencode()}" if asked else "")
        return [*super().header_more_buttons, Button(_gettext("Export to a file"), url=url, icon_name="download")]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        back_to = in_viet_nam(self.back_to) if self.back_to is not None else None
        context |= {
            "is_cut": context["items_count"] >= MOST_LISTED,
            "back_to": f"{back_to:%d/%m/%Y}" if back_to is not None else "",
            "older_url": self.older_url,
            "searched": format_number(SEARCHED),
        }
        return context

    @property
    def no_results_message(self) -> str:
        return _gettext("No line of the activity log matches.")


def admin_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [
        path("reports/nhat-ky/", LogReport.as_view(), name="audit_log"),
        path("reports/nhat-ky/results/", LogReport.as_view(results_only=True), name="audit_log_results"),
    ]


class LogMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(MAY))


def menu_item() -> LogMenuItem:
    """For ``register_reports_menu_item``."""
    return LogMenuItem(_("Activity log"), reverse("audit_log"), icon_name="list-ul", order=920)
