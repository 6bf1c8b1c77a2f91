"""The list of people to invite, in the admin: template, reading, what would become of it, and the yes."""

from io import BytesIO
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.access.models import Organisation
from portal.members.importing import Fate, Line, carry_out_list, counts, keep_list
from portal.members.models import AccountImport
from portal.members.workbook import MAX_BYTES, MAX_ROWS, UnreadableWorkbook, write_template

MAY = "members.add_invitation"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ListForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Workbook (.xlsx)"),
        widget=forms.ClearableFileInput(attrs={"accept": f".xlsx,{XLSX}"}),
        help_text=gettext_lazy("At most 2 MB and 1,000 people."),
    )


def _require(request: HttpRequest) -> Any:
    """Whoever may invite.

    Raises:
        PermissionDenied: the person may not.
    """
    if not request.user.has_perm(MAY):
        raise PermissionDenied
    return request.user


def read(request: HttpRequest) -> HttpResponse:
    """Choose the file; reading it invites nobody yet."""
    person = _require(request)
    form = ListForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            kept = keep_list(file.read(MAX_BYTES + 1), file.name, by=person)
        except UnreadableWorkbook as problem:
            form.add_error("file", problem.message)
        else:
            return redirect("members_import_list", kept.pk)
    return _page(request, "portal_admin/account_import.html", _("Invite from a list"), {"form": form, "most": MAX_ROWS})


def template(request: HttpRequest) -> HttpResponse:
    """The workbook to fill in, with the roles and organisations there are now."""
    _require(request)
    roles = list(Group.objects.filter(organisation__isnull=True).order_by("name").values_list("name", flat=True))
    organisations = list(Organisation.objects.order_by("name").values_list("name", flat=True)[:MAX_ROWS])
    out = BytesIO()
    write_template(out, roles, organisations)
    name = "mau-tai-khoan.xlsx"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(out.getvalue(), content_type=XLSX, headers=disposition)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """What would become of each line; after a yes, what did. Only who read the file sees it."""
    person = _require(request)
    kept = get_object_or_404(AccountImport, pk=pk, uploaded_by=person)
    if request.method == "POST":
        if carry_out_list(kept, by=person):
            messages.success(request, _("Done. The mails are on their way."))
        else:
            messages.warning(request, _("This list was carried out already."))
        return redirect("members_import_list", kept.pk)
    lines = [Line.from_json(line) for line in kept.lines]
    # What asks for an eye comes first.
    order = {Fate.REFUSED: 0, Fate.NEW: 1, Fate.THERE: 2}
    context = {
        "kept": kept,
        "lines": [
            (line, _says(line, is_done=kept.done_at is not None))
            for line in sorted(lines, key=lambda line: (order[line.fate], line.number))
        ],
        "counts": counts(lines),
    }
    return _page(request, "portal_admin/account_import_lines.html", _("Invite from a list"), context)


def _says(line: Line, *, is_done: bool) -> str:
    if line.fate is Fate.REFUSED:
        return " ".join(line.reasons)
    if line.fate is Fate.THERE:
        return _("Has an account already; nothing is changed.")
    return _("Invited.") if is_done else _("Will be invited.")


def _page(request: HttpRequest, name: str, title: str, context: dict[str, Any]) -> HttpResponse:
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home page of the admin")},
        {"url": reverse("members_invitations:index"), "label": _("Invitations")},
        {"url": "", "label": title},
    ]
    furniture = {"page_title": title, "header_title": title, "header_icon": "mail", "breadcrumbs_items": crumbs}
    response = TemplateResponse(request, name, {**furniture, **context})
    response["Cache-Control"] = "private, no-store"
    return response


def admin_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [
        path("invitations/import/", read, name="members_import"),
        path("invitations/import/template/", template, name="members_import_template"),
        path("invitations/import/<int:pk>/", show, name="members_import_list"),
    ]
