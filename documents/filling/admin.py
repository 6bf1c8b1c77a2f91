"""Entering a document from its file: upload it, wait until its first and last page were read, then confirm."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from documents.files import rights
from documents.files.receiving import NotReceived, receive
from documents.files.services import WrongState, read_again
from documents.files.waiting import place_of
from documents.filling.prefill import PARAMETER
from documents.models import DocumentFile, DocumentRegister, Quarantine, Reading
from portal.access.staff import sight_of
from portal.admin.screens import screen

#: How often the page that waits looks again by itself.
LOOK_EVERY_SECONDS = 3


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File of the document"),
        help_text=gettext_lazy(
            "PDF or DOCX, up to 500 MB. It stays in quarantine until it was checked for stamps of secrecy."
        ),
        error_messages={
            "required": gettext_lazy("Choose the file."),
            "empty": gettext_lazy("The file is empty. Choose another one."),
        },
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx"}),
    )


def upload(request: HttpRequest, register: int) -> HttpResponse:
    """Take the file in; what its pages say is waited for at an address of its own."""
    place = _place(request, register)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        brought = form.cleaned_data["file"]
        try:
            file = receive(brought, brought.name, by=request.user, length=brought.size)
        except NotReceived as refused:
            form.add_error("file", refused)
        else:
            return redirect("document_filling_wait", place.pk, file.pk)
    title = _("New document from its file")
    return _screen(
        request, place, "portal_admin/document_filling/upload.html", title, form=form, by_hand=_form_of(place)
    )


@require_http_methods(["GET", "HEAD", "POST"])
def wait(request: HttpRequest, register: int, pk: int) -> HttpResponse:
    """On to the form once there is something to propose, or nothing to be hoped for; sent, to have it read again."""
    place = _place(request, register)
    file = get_object_or_404(rights.files_for(request.user).filter(document=None, uploaded_by=request.user.pk), pk=pk)
    if request.method == "POST":
        with suppress(WrongState):  # it is being read, by now
            read_again(file, by=request.user)
        return redirect("document_filling_wait", place.pk, file.pk)
    if file.quarantine == Quarantine.BLOCKED:
        messages.warning(request, _("The file bears a stamp of secrecy, so no document is made of it."))
        return redirect("document_file_show", file.pk)
    if _is_read(file):
        if file.problem:
            messages.warning(request, file.problem)
        return redirect(f"{_form_of(place)}?{PARAMETER}={file.pk}")
    by_hand = f"{_form_of(place)}?{PARAMETER}={file.pk}"
    is_given_up = rights.may_be_read_again(file)
    title = _("The file was not read") if is_given_up else _("The file is being read")
    response = _screen(
        request,
        place,
        "portal_admin/document_filling/wait.html",
        title,
        file=file,
        place=place_of(file),
        is_given_up=is_given_up,
        by_hand=by_hand,
    )
    if not is_given_up:
        response["Refresh"] = str(LOOK_EVERY_SECONDS)
    return response


def _is_read(file: DocumentFile) -> bool:
    """First and last page are read before the verdict."""
    return file.quarantine != Quarantine.HELD or file.reading not in (Reading.WAITING, Reading.READING)


def _place(request: HttpRequest, pk: int) -> DocumentRegister:
    places = sight_of(request.user).of_pages(DocumentRegister.objects.all())
    register: DocumentRegister = get_object_or_404(places, pk=pk)
    if not register.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    return register


def _form_of(register: DocumentRegister) -> str:
    return reverse("wagtailadmin_pages:add", args=["documents", "officialdocument", register.pk])


def _screen(
    request: HttpRequest, register: DocumentRegister, template: str, title: str, **context: Any
) -> HttpResponse:
    below = [(register.get_admin_display_title(), reverse("wagtailadmin_explore", args=[register.pk]))]
    context["register"] = register
    return screen(request, template, title, context, icon="upload", below=below)


def header_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """For ``register_page_header_buttons``: beside what else can be done with a register."""
    if isinstance(page.specific_deferred, DocumentRegister) and page.permissions_for_user(user).can_add_subpage():
        url = reverse("document_filling_upload", args=[page.pk])
        yield Button(_("New document from its file"), url, icon_name="upload", priority=15)


def admin_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [
        path("document-from-file/<int:register>/", upload, name="document_filling_upload"),
        path("document-from-file/<int:register>/<int:pk>/", wait, name="document_filling_wait"),
    ]
