"""Files of documents for readers: those of the live version of a page that they may open, once released.

Everything else is answered as an address that does not exist, whatever the reason.
"""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from documents.files.storing import picture_name
from documents.models import Attachment, DocumentFile, FilePage
from portal.access.refusal import check_page
from portal.access.restrictions import PUBLIC
from portal.access.serving import PUBLIC_FILE, PUBLIC_PICTURE, RESTRICTED, Stored, serve, tell_opened
from portal.access.storages import PrivateStorage
from portal.access.tokens import page_token, tokens_of


def file_address(file: DocumentFile) -> str:
    return reverse("document_file", args=[file.pk, file.name])


def picture_address(file: DocumentFile, number: int) -> str:
    return reverse("document_page_picture", args=[file.pk, number])


def stored_file(file: DocumentFile, cache_control: str) -> Stored:
    return Stored(PrivateStorage(), str(file.file.name), file.name, cache_control)


def stored_picture(file: DocumentFile, number: int, cache_control: str) -> Stored:
    return Stored(PrivateStorage(), picture_name(file, number), f"trang-{number}.webp", cache_control)


@require_safe
def document_file(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """
    Raises:
        Http404: there is none at this address, or none for this visitor.
    """
    file = DocumentFile.objects.released().filter(pk=pk, name=name).first()
    if file is None:
        raise Http404
    is_public = _check(request, file)
    response = serve(request, stored_file(file, PUBLIC_FILE if is_public else RESTRICTED))
    if not is_public:
        tell_opened(request, response, file)
    return response


@require_safe
def page_picture(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    """
    Raises:
        Http404: as ``document_file``.
    """
    page = FilePage.objects.select_related("file").filter(file=pk, number=number, picture_width__gt=0).first()
    if page is None or not page.file.is_released:
        raise Http404
    is_public = _check(request, page.file)
    return serve(request, stored_picture(page.file, number, PUBLIC_PICTURE if is_public else RESTRICTED))


def _check(request: HttpRequest, file: DocumentFile) -> bool:
    """Whether anybody may have it: one of the pages that show it is public.

    What a page shows stands in the tables; drafts, also of a page that is live, are versions.

    Raises:
        Http404: no page that the visitor may open shows it.
    """
    pages = [row.document for row in Attachment.objects.filter(file=file).select_related("document")]
    restrictions = tokens_of(request).tokens.restrictions
    pages.sort(key=lambda page: page_token(page, restrictions) != PUBLIC)
    for page in pages:
        try:
            check_page(page, request)
        except Http404:
            continue
        return page_token(page, restrictions) == PUBLIC
    raise Http404
