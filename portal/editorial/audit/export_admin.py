"""Files of the audit in the admin: asked for, watched while they are written, taken by who asked for them."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.access.serving import RESTRICTED, Stored, serve
from portal.access.storages import PrivateStorage
from portal.editorial.audit import actions, exporting
from portal.editorial.audit.admin import MAY
from portal.editorial.audit.exporting import CannotExport, State
from portal.editorial.audit.models import Export
from portal.editorial.audit.narrowing import asked_in_words
from portal.editorial.audit.services import record
from portal.spreadsheets import MOST_ROWS
from portal.text import format_number, in_viet_nam

KIND_LABELS = {"xlsx": gettext_lazy("Workbook (.xlsx)"), "csv": gettext_lazy("Plain table (.csv)")}


def _require(request: HttpRequest) -> Any:
    """Whoever may read the audit.

    Raises:
        PermissionDenied: the person may not.
    """
    if not request.user.has_perm(MAY):
        raise PermissionDenied
    return request.user


def exports(request: HttpRequest) -> HttpResponse:
    """What would go into a file, the question which kind, and one's own files of the last day."""
    person = _require(request)
    if request.method == "POST":
        try:
            exporting.ask(person, request.POST.get("kind", ""), request.GET)
        except CannotExport as problem:
            messages.error(request, str(problem.message))
        else:
            messages.success(request, _("The file is being written. You may go on working; it waits here for a day."))
        return redirect(request.get_full_path())
    title = _("Export the activity log")
    listing = reverse("audit_log") + (f"?{request.GET.urlencode()}" if request.GET else "")
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home page of the admin")},
        {"url": listing, "label": _("Activity log")},
        {"url": "", "label": title},
    ]
    context = {
        "page_title": title, "header_title": title, "header_icon": "download", "breadcrumbs_items": crumbs,
        "asked": asked_in_words(request.GET), "listing": listing, "kinds": KIND_LABELS.items(),
        "most_rows": format_number(MOST_ROWS), **_files(person),
    }  # fmt: skip
    return _private(TemplateResponse(request, "portal_admin/audit_exports.html", context))


def files(request: HttpRequest) -> HttpResponse:
    """The part of the page that changes while a file is written."""
    return _private(TemplateResponse(request, "portal_admin/_audit_export_files.html", _files(_require(request))))


def take(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file, for who asked for it alone. That it was taken is a line of its own, also where only a part was.

    Raises:
        Http404: it is not his, is not done, or is gone.
    """
    export = get_object_or_404(exporting.exports_of(_require(request)), pk=pk)
    if exporting.state_of(export) is not State.DONE:
        raise Http404
    name = f"nhat-ky-{in_viet_nam(export.asked_at):%Y-%m-%d-%H%M}.{export.kind}"
    response = serve(request, Stored(PrivateStorage(), export.file, name, RESTRICTED))
    if request.method == "GET" and response.status_code in (200, 206):
        record(actions.EXPORT_TAKEN, details=f"{export.kind}; {format_number(export.done)}")
    return response


def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a file away, or end its writing."""
    export = get_object_or_404(exporting.exports_of(_require(request)), pk=pk)
    if request.method == "POST":
        exporting.take_away(export)
        messages.success(request, _("The file is deleted."))
    return redirect("audit_exports")


def _files(person: Any) -> dict[str, Any]:
    rows = [_row(export) for export in exporting.exports_of(person)]
    return {"files": rows, "is_waiting": any(row["state"] in ("waiting", "writing") for row in rows)}


def _row(export: Export) -> dict[str, Any]:
    state = exporting.state_of(export)
    until = in_viet_nam(export.asked_at + exporting.KEPT)
    return {
        "pk": export.pk,
        "kind": KIND_LABELS.get(export.kind, export.kind),
        "asked_at": date_format(timezone.localtime(export.asked_at), "H:i, d/m/Y"),
        "asked": asked_in_words(exporting.asked_of(export)),
        "state": state.value,
        "done": format_number(export.done),
        "total": format_number(export.total) if export.total is not None else "",
        "percent": min(99, export.done * 100 // export.total) if export.total else 0,
        "sheets": export.sheets if export.sheets > 1 else 0,
        "size": export.size,
        "until": f"{until:%H:%M, %d/%m/%Y}",
    }


def _private(response: TemplateResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    return response


def admin_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [
        path("reports/nhat-ky/xuat/", exports, name="audit_exports"),
        path("reports/nhat-ky/xuat/files/", files, name="audit_export_files"),
        path("reports/nhat-ky/xuat/<int:pk>/", take, name="audit_export_take"),
        path("reports/nhat-ky/xuat/<int:pk>/delete/", drop, name="audit_export_drop"),
    ]
