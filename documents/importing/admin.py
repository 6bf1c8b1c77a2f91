"""Registers in the admin: template, choosing a file, what would become of each row, the yes, the result."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.importing import reports, uploads
from documents.importing.services import CannotImport, the_register
from documents.importing.sources import UnreadableRegister
from documents.importing.template import write_template
from documents.importing.workbook import MAX_BYTES
from documents.models import DocumentRegister, RegisterUpload
from portal.admin.screens import screen
from portal.spreadsheets import KINDS, XLSX, csv_pieces, write_workbook
from portal.text import format_number

State = RegisterUpload.State
MAY = "documents.add_registerupload"
_PER_PAGE, _LATEST = 100, 20
#: What asks for an eye comes first.
_ORDER = ("refused", "warned", "edited", "imported", "unchanged")


class RegisterForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Register (.xlsx or .csv)"),
        widget=forms.ClearableFileInput(attrs={"accept": f".xlsx,.csv,.txt,{XLSX},text/csv"}),
        help_text=gettext_lazy("At most 20 MB and 20,000 rows."),
    )
    submit = forms.BooleanField(
        label=gettext_lazy("Submit each document for review"),
        required=False,
        help_text=gettext_lazy("Without this they stay drafts; a head of the office may publish all of them at once."),
    )
    without_secrets = forms.BooleanField(
        label=gettext_lazy("I confirm that neither the register nor the documents in it hold state secrets."),
        error_messages={
            "required": gettext_lazy("Confirm that the register holds no state secret, or do not send it.")
        },
    )


def may_import(user: Any, register: DocumentRegister | None) -> bool:
    """Those who send registers, and may enter documents one by one."""
    if register is None or not user.has_perm(MAY):
        return False
    return bool(register.permissions_for_user(user).can_add_subpage())


def offers_import(user: Any) -> bool:
    """Whether ``user`` gets further than the door of these screens."""
    if not user.has_perm(MAY):
        return False
    return may_import(user, DocumentRegister.objects.order_by("-live", "path").first())


def _require(request: HttpRequest) -> DocumentRegister:
    """
    Raises:
        PermissionDenied: the person enters no documents, or there is no register.
    """
    try:
        register = the_register()
    except CannotImport as problem:
        raise PermissionDenied(problem.message) from problem
    if not may_import(request.user, register):
        raise PermissionDenied
    return register


def start(request: HttpRequest) -> HttpResponse:
    """Choose the file; reading it writes nothing yet."""
    register = _require(request)
    form = RegisterForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            kept = uploads.keep(
                file.read(MAX_BYTES + 1),
                file.name,
                by=request.user,
                register=register,
                submit=form.cleaned_data["submit"],
            )
        except UnreadableRegister as problem:
            form.add_error("file", problem.message)
        else:
            return redirect("documents_import_upload", kept.pk)
    own = RegisterUpload.objects.filter(register=register).defer("rows", "remarks").select_related("uploaded_by")
    if not _publishes(request.user):
        own = own.filter(uploaded_by=request.user)  # type: ignore[misc]  # as above
    context = {"form": form, "uploads": [_row(upload) for upload in own[:_LATEST]]}
    return screen(request, "portal_admin/register_import.html", _("Import a register"), context, icon="upload")


def _publishes(user: Any) -> bool:
    register = the_register()
    return bool(register.permissions_for_user(user).can_publish_subpage())


def template(request: HttpRequest) -> HttpResponse:
    """The workbook to fill in, with the types, bodies and fields there are now."""
    _require(request)
    out = BytesIO()
    write_template(out)
    return HttpResponse(out.getvalue(), content_type=XLSX, headers=_as_file("mau-so-van-ban.xlsx"))


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """What would become of each row; after a yes, what did."""
    upload = _of(request, pk)
    if request.method == "POST":
        _decide(request, upload)
        return redirect("documents_import_upload", pk)
    kind = request.GET.get("loai", "")
    is_own = upload.uploaded_by_id == request.user.pk
    labels = reports.PLANNED if upload.state == State.READ else reports.LABELS
    kind = kind if kind in labels else ""
    known = uploads.rows_for(request.user, upload)
    rows = sorted(
        (row for row in known if not kind or row["kind"] == kind),
        key=lambda row: (_ORDER.index(row["kind"]), row["sheet"], row["number"]),
    )
    page = Paginator(rows, _PER_PAGE).get_page(request.GET.get("p"))
    page.object_list = [{**row, "becomes": labels[row["kind"]]} for row in page.object_list]
    context = {
        "upload": upload,
        "progress": _progress(upload),
        "is_own": is_own,
        "rows": page,
        "kind": kind,
        "views": list(_views(kind, labels, uploads.sums(known))),
        "drafts": uploads.drafts_of(upload).count() if upload.state == State.DONE else 0,
        "may_publish": uploads.may_publish(upload, request.user),
        "kinds": KINDS,
    }
    below = [(_("Import a register"), reverse("documents_import"))]
    return screen(
        request, "portal_admin/register_import_rows.html", upload.file_name, context, icon="upload", below=below
    )


def _views(kind: str, labels: Mapping[str, Any], sums: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """All rows, then those of each kind that there is; the chosen one in any case."""
    yield {"url": "?", "label": _("All rows"), "is_chosen": not kind, "count": format_number(sum(sums.values()))}
    for name, count in sums.items():
        if count or name == kind:
            label = labels[name]
            yield {"url": f"?loai={name}", "label": label, "is_chosen": name == kind, "count": format_number(count)}


def _decide(request: HttpRequest, upload: RegisterUpload) -> None:
    what = request.POST.get("what", "")
    if what == "confirm" and upload.uploaded_by_id == request.user.pk:
        if uploads.confirm(upload):
            messages.success(request, _("The rows are being written. You may go on working."))
        else:
            messages.warning(request, _("This register was carried out already."))
    elif what == "drop" and upload.uploaded_by_id == request.user.pk and upload.state in (State.READ, State.FAILED):
        uploads.take_away(upload)
        messages.success(request, _("The file is deleted. Nothing was written."))
    elif what == "publish":
        try:
            uploads.ask_to_publish(upload, by=request.user)  # type: ignore[arg-type]  # only staff come here
        except CannotImport as problem:
            messages.error(request, problem.message)
        else:
            messages.success(request, _("The documents are being published in your name. You may go on working."))


def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The part of the page that changes while a task runs; asked for every second or two, so without the rows."""
    upload = _of(request, pk, RegisterUpload.objects.only("state", "done", "total", "seen_at", "uploaded_by"))
    context = {"upload": upload, "progress": _progress(upload)}
    response = TemplateResponse(request, "portal_admin/_register_import_progress.html", context)
    response["Cache-Control"] = "private, no-store"
    return response


def report(request: HttpRequest, pk: int, kind: str) -> HttpResponseBase:
    """
    Raises:
        Http404: there is no such kind, or nothing was read yet.
    """
    upload = _of(request, pk)
    if kind not in KINDS or not upload.rows:
        raise Http404
    headings = [str(heading) for heading in reports.HEADINGS]
    rows = uploads.rows_for(request.user, upload)
    name = f"ket-qua-nhap-{upload.pk}.{kind}"
    if kind == "csv":
        pieces = csv_pieces(headings, reports.report_rows(rows))
        return StreamingHttpResponse(pieces, content_type="text/csv; charset=utf-8", headers=_as_file(name))
    out = BytesIO()
    write_workbook(out, headings, reports.WIDTHS, reports.report_rows(rows))
    return HttpResponse(out.getvalue(), content_type=XLSX, headers=_as_file(name))


def _of(request: HttpRequest, pk: int, among: QuerySet[RegisterUpload] | None = None) -> RegisterUpload:
    """The upload, for its owner; once it is done also for those who publish documents.

    Raises:
        Http404: it is another's.
    """
    _require(request)
    whole = RegisterUpload.objects.select_related("register", "uploaded_by")
    upload: RegisterUpload = get_object_or_404(whole if among is None else among, pk=pk)
    if upload.uploaded_by_id != request.user.pk and not (
        upload.state in (State.DONE, State.WRITING) and _publishes(request.user)
    ):
        raise Http404
    return upload


def _progress(upload: RegisterUpload) -> dict[str, Any]:
    is_silent = timezone.now() - upload.seen_at > uploads.SILENT
    running = upload.state in (State.READING, State.WRITING)
    return {
        "is_waiting": running and not is_silent,
        "is_silent": running and is_silent,
        "done": format_number(upload.done),
        "total": format_number(upload.total),
        "percent": min(99, upload.done * 100 // upload.total) if upload.total else 0,
    }


def _row(upload: RegisterUpload) -> dict[str, Any]:
    return {
        "pk": upload.pk,
        "name": upload.file_name,
        "by": upload.uploaded_by.get_full_name() or upload.uploaded_by.get_username(),
        "at": date_format(timezone.localtime(upload.created_at), "H:i, d/m/Y"),
        "state": upload.get_state_display(),
    }


def _as_file(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}


def admin_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [
        path("documents/import/", start, name="documents_import"),
        path("documents/import/template/", template, name="documents_import_template"),
        path("documents/import/<int:pk>/", show, name="documents_import_upload"),
        path("documents/import/<int:pk>/progress/", progress, name="documents_import_progress"),
        path("documents/import/<int:pk>/report/<str:kind>/", report, name="documents_import_report"),
    ]
