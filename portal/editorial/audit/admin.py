"""The audit in the admin: searched, filtered by day, action and person, and exported."""

from typing import Any, ClassVar

import django_filters
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _gettext
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports.base import ReportView

from portal.editorial.audit import actions
from portal.editorial.audit.exports import csv_pieces, xlsx_file
from portal.editorial.audit.lines import lines_for, matching, read_all, read_page
from portal.editorial.audit.models import Entry
from portal.editorial.audit.registry import all_actions
from portal.editorial.audit.services import record
from portal.text import in_viet_nam

MAY = "audit.view_entry"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def staff(request: HttpRequest) -> QuerySet[Any]:
    """Accounts that may enter the admin; members are found by their names."""
    enters = Q(groups__permissions__codename="access_admin") | Q(is_superuser=True)
    return get_user_model()._default_manager.filter(enters).distinct().order_by("first_name", "last_name")


class PersonFilter(django_filters.ModelChoiceFilter):
    def filter(self, qs: QuerySet[Entry], value: Any) -> QuerySet[Entry]:
        return qs.filter(actor_id=value.pk) if value is not None else qs


class LineFilterSet(WagtailFilterSet):
    at = django_filters.DateFromToRangeFilter(label=pgettext_lazy("audit", "Time"), widget=DateRangePickerWidget)
    action = django_filters.ChoiceFilter(label=pgettext_lazy("audit", "Action"), choices=all_actions)
    actor_id = PersonFilter(label=pgettext_lazy("audit", "Who"), queryset=staff)

    class Meta:
        model = Entry
        fields: ClassVar[list[str]] = []


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
        LineColumn("at", label=pgettext_lazy("audit", "Time")),
        LineColumn("who", label=pgettext_lazy("audit", "Who")),
        LineColumn("action", label=pgettext_lazy("audit", "Action")),
        LineColumn("object", label=pgettext_lazy("audit", "Object")),
        LineColumn("type", label=pgettext_lazy("audit", "Type")),
        LineColumn("address", label=pgettext_lazy("audit", "From where")),
        LineColumn("details", label=pgettext_lazy("audit", "Details")),
    ]
    list_export: ClassVar[list[str]] = ["at"]  # that there is an export; its columns are in ``lines``

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(MAY):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Entry]:
        return lines_for(self.request.user)

    def filter_queryset(self, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        return self.search_queryset(super().filter_queryset(queryset))

    def search_queryset(self, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        return matching(queryset, self.search_query)

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        return object_list if self.is_export else read_page(object_list)

    def get_table(self, object_list: Any) -> Any:
        return super().get_table(object_list if self.is_export else read_page(object_list))

    @property
    def no_results_message(self) -> str:
        return _gettext("No line of the activity log matches.")

    def as_spreadsheet(self, queryset: QuerySet[Entry], spreadsheet_format: str) -> HttpResponseBase:
        """Streamed; that it was taken away is a line of its own, written first."""
        asked = "; ".join(f"{name}={value}" for name, value in self.request.GET.items() if value and name != "export")
        record(actions.EXPORTED, details=f"{spreadsheet_format}; {asked}" if asked else spreadsheet_format)
        name = f"nhat-ky-{in_viet_nam(timezone.now()):%Y-%m-%d}.{spreadsheet_format}"
        lines = read_all(queryset)
        if spreadsheet_format == self.FORMAT_XLSX:
            return FileResponse(xlsx_file(lines), as_attachment=True, filename=name, content_type=XLSX)
        response = StreamingHttpResponse(csv_pieces(lines), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


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
