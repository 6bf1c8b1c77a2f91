"""Files of documents in the admin: those that wait for somebody, one file with its pages, and what is done with it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from documents.extraction.stamps import SECRET_MARKS, SURE
from documents.files import actions, receiving, rights, services
from documents.files.blocked import holders_of
from documents.files.forms import label_of
from documents.files.serving import stored_file, stored_picture
from documents.files.waiting import place_of
from documents.models import DocumentFile, FilePage, Quarantine
from portal.access.serving import RESTRICTED, serve
from portal.admin.screens import screen
from portal.editorial.audit.services import record

FILES_ON_A_PAGE, PAGES_ON_A_PAGE = 50, 20
#: In the address: which of the files are shown, those that wait for anybody where nothing is said.
VIEW, SECOND_PERSON, ALL = "xem", "nguoi-thu-hai", "tat-ca"
_VIEWS = {
    "": (
        pgettext_lazy("files", "Waiting for somebody"),
        gettext_lazy("For a second person, for a confirmation, or for another file in their place."),
        gettext_lazy("Nothing waits: all files were read and released."),
    ),
    SECOND_PERSON: (
        pgettext_lazy("files", "For a second person"),
        gettext_lazy(
            "Not surely read, or with something that may be a stamp of secrecy. Whoever approves documents and did "
            "not upload the file looks at its pages and releases or blocks it."
        ),
        gettext_lazy("No file waits for a second person."),
    ),
    ALL: (
        pgettext_lazy("files", "All files"),
        gettext_lazy("All files of the documents that you may edit."),
        gettext_lazy("There are no files yet."),
    ),
}
_LONGEST_TEXT = 200_000


@require_safe
def files(request: HttpRequest) -> HttpResponse:
    """Files that wait for somebody, for a second person, or all that the person may know of."""
    _require_entering(request)
    asked = request.GET.get(VIEW, "")
    view = asked if asked in _VIEWS else ""
    known: Any = rights.files_for(request.user)
    narrowed = {"": known.waiting_for_somebody, SECOND_PERSON: known.for_a_second_person, ALL: known.all}
    shown = narrowed[view]().select_related("document", "uploaded_by").order_by("-uploaded_at", "-pk")
    _label, said, empty = _VIEWS[view]
    context = {
        "files": Paginator(shown, FILES_ON_A_PAGE).get_page(request.GET.get("p")),
        "views": [
            {"url": f"?{VIEW}={name}" if name else "?", "label": label, "is_chosen": name == view}
            for name, (label, *_texts) in _VIEWS.items()
        ],
        "query": f"{VIEW}={view}&" if view else "",
        "said": said,
        "empty": empty,
    }
    return screen(request, "portal_admin/document_files/index.html", _("Files of documents"), context, icon="doc-full")


@require_safe
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """One file: how far it is, what stands on its pages as far as it may be seen, and what can be done."""
    shown = _known(request, pk)
    opens = rights.may_open(request.user, shown)
    pages = Paginator(shown.pages.select_related("proposed_by", "corrected_by", "confirmed_by"), PAGES_ON_A_PAGE)
    part = pages.get_page(request.GET.get("p"))
    context = {
        "file": shown,
        "opens": opens,
        "pages": [_row(request, shown, page) for page in part] if opens else [],
        "part": part if opens else None,
        "place": place_of(shown),
        "waits": shown.quarantine == Quarantine.LOOK,
        "decides": shown.quarantine == Quarantine.LOOK and rights.may_decide(request.user, shown),
        "again": rights.may_be_read_again(shown) and rights.may_change(request.user, shown),
        "discards": rights.may_discard(request.user, shown),
        "holders": holders_of(shown, request.user) if shown.quarantine == Quarantine.BLOCKED else None,
        "stamps": [stamp["text"] for stamp in shown.found if stamp["mark"] in SECRET_MARKS],
        "recognised": shown.pages.filter(wanting="").count() if opens else 0,
    }
    below = [(_("Files of documents"), reverse("document_files"))]
    return screen(request, "portal_admin/document_files/file.html", shown.name, context, icon="doc-full", below=below)


def _row(request: HttpRequest, shown: DocumentFile, page: FilePage) -> dict[str, Any]:
    proposed = page.proposed_text is not None
    return {
        "page": page,
        "text": page.proposed_text if proposed else page.shown_text,
        "is_proposed": proposed,
        "confirms": proposed and rights.may_confirm(request.user, shown, page.proposed_by_id),
        "drops": proposed and page.proposed_by_id == request.user.pk,
        "unsure": page.confidence is not None and page.confidence < SURE,
        "picture": reverse("document_file_page", args=[shown.pk, page.number]) if page.picture_width else "",
    }


def upload(request: HttpRequest) -> HttpResponse:
    """A file as the body of the request, its name in the address. It is written down as it comes, and never held."""
    if request.method != "POST":
        raise Http404
    _require_entering(request)
    try:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
        taken = receiving.receive(request, request.GET.get("ten", ""), by=request.user, length=length)
    except receiving.NotReceived as refused:
        return JsonResponse({"error": " ".join(refused.messages)}, status=422)
    except (UnreadablePostError, ValueError):
        return JsonResponse({"error": _("Only a part of the file arrived. Upload it again.")}, status=422)
    return JsonResponse({"id": taken.pk, "label": label_of(taken)})


@require_safe
def open_file(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """The file for staff, by the rules of the quarantine.

    Raises:
        Http404: there is none of this name, or it is not for this person.
    """
    shown = _opened(request, pk)
    if name != shown.name:
        raise Http404
    response = serve(request, stored_file(shown, RESTRICTED))
    if request.method == "GET" and shown.uploaded_by_id != request.user.pk and not shown.is_released:
        record(actions.LOOKED_AT, shown, request=request)
    return response


@require_safe
def open_page(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    """The picture of a page for staff, by the same rules.

    Raises:
        Http404: as ``open_file``, or the page has no picture.
    """
    shown = _opened(request, pk)
    if not shown.pages.filter(number=number, picture_width__gt=0).exists():
        raise Http404
    return serve(request, stored_picture(shown, number, RESTRICTED))


@require_POST
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """What the buttons of a file do."""
    shown = _known(request, pk)
    if request.POST.get("act") == "discard":
        left = holders_of(shown, request.user).said if shown.quarantine == Quarantine.BLOCKED else ""
        services.discard(shown, by=request.user)
        messages.success(request, " ".join([_("The file is deleted, with all that was made of it."), left]).strip())
        return redirect("document_files")
    done = {
        "again": (_read_again, _("The file will be read again; that takes some minutes.")),
        "release": (services.release, _("The file is released.")),
        "refuse": (
            services.refuse,
            _("The file is blocked. Take it out of the document, and tell whoever entered it."),
        ),
    }.get(request.POST.get("act", ""))
    if done is None:
        raise Http404
    verb, said = done
    return _carried_out(request, shown, lambda: verb(shown, by=request.user), said)


@require_POST
def act_on_page(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Propose a correction of a page's text, confirm or drop the one that is proposed."""
    shown = _opened(request, pk)
    page = get_object_or_404(shown.pages, number=number)
    text, act = request.POST.get("text", ""), request.POST.get("act", "")
    if len(text) > _LONGEST_TEXT:
        messages.error(request, _("The text is too long for one page."))
        return redirect(_back(request, shown))
    if act == "confirm":
        return _carried_out(
            request, shown, lambda: services.confirm(page, text, by=request.user), _("Readers see the correction now.")
        )
    if act == "reject":
        return _carried_out(
            request, shown, lambda: services.reject(page, by=request.user), _("The correction is dropped.")
        )
    if act != "correct" or not rights.may_change(request.user, shown):
        raise PermissionDenied
    said = _("The correction is kept. Readers see it once somebody who approves documents has confirmed it.")
    return _carried_out(request, shown, lambda: services.correct(page, text, by=request.user), said)


def _read_again(shown: DocumentFile, *, by: Any) -> None:
    if not rights.may_change(by, shown):
        raise PermissionDenied
    services.read_again(shown, by=by)


def _carried_out(request: HttpRequest, shown: DocumentFile, verb: Any, said: str) -> HttpResponse:
    try:
        verb()
    except services.WrongState as problem:
        messages.error(request, problem.message)
    else:
        messages.success(request, said, buttons=_on_to_the_document(request, shown))
    return redirect(_back(request, shown))


def _on_to_the_document(request: HttpRequest, shown: DocumentFile) -> list[Any]:
    """Who looked at the file before he decides about its document goes on to that."""
    document = shown.document
    if document is None or document.current_workflow_task is None:
        return []
    if not document.permissions_for_user(request.user).can_edit():
        return []
    address = reverse("wagtailadmin_pages:edit", args=[document.pk])
    return [messages.button(address, _("Open the document, which waits for approval"))]


def _back(request: HttpRequest, shown: DocumentFile) -> str:
    part = request.POST.get("p", "")
    address = reverse("document_file_show", args=[shown.pk])
    return f"{address}?p={part}" if part.isdecimal() else address


def _require_entering(request: HttpRequest) -> None:
    if not rights.may_upload(request.user):
        raise PermissionDenied


def _known(request: HttpRequest, pk: int) -> DocumentFile:
    """Raises: Http404, also where the person may not know of it."""
    known: DocumentFile = get_object_or_404(
        rights.files_for(request.user).select_related("document", "uploaded_by", "decided_by"), pk=pk
    )
    return known


def _opened(request: HttpRequest, pk: int) -> DocumentFile:
    shown = _known(request, pk)
    if not rights.may_open(request.user, shown):
        raise Http404
    return shown


def admin_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [
        path("document-files/", files, name="document_files"),
        path("document-files/upload/", upload, name="document_file_upload"),
        path("document-files/<int:pk>/", file, name="document_file_show"),
        path("document-files/<int:pk>/act/", act, name="document_file_act"),
        path("document-files/<int:pk>/open/<str:name>", open_file, name="document_file_open"),
        path("document-files/<int:pk>/pages/<int:number>/", act_on_page, name="document_file_act_on_page"),
        path("document-files/<int:pk>/pages/<int:number>.webp", open_page, name="document_file_page"),
    ]
