"""What the page of a document shows of its files, as plain values."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from documents.extraction.paragraphs import paragraphs
from documents.extraction.results import Page
from documents.files.rights import files_for
from documents.files.serving import file_address
from documents.models import Attachment, AttachmentRole, DocumentFile, FilePage, OfficialDocument, Quarantine
from documents.models.files import Kind

#: Page pictures of one document that stand in its page; who wants more downloads the file.
MOST_PICTURES = 300


@dataclass(frozen=True)
class Download:
    """A file to download. ``title`` is its label, else its name."""

    title: str
    role: str
    url: str
    kind: str
    size: str
    is_signed: bool
    pages: int


@dataclass(frozen=True)
class PagePicture:
    """A page of the original."""

    number: int
    url: str
    width: int
    height: int


@dataclass(frozen=True)
class Original:
    """The pictures of one file; ``rest``: so many pages have none."""

    title: str
    url: str
    pictures: list[PagePicture]
    rest: int


@dataclass(frozen=True)
class Shown:
    """All that the page shows of its files; ``shown_text`` is what was typed where somebody typed it."""

    downloads: list[Download]
    originals: list[Original]
    shown_text: str


def files_context(document: OfficialDocument, request: HttpRequest) -> Shown:
    """What ``document`` shows: three queries at most, and for a preview what it costs to know who looks.

    A preview leads to the admin's own addresses, since readers' have only what is live, and only to files that open
    there for whoever looks.
    """
    is_preview = bool(getattr(request, "is_preview", False)) or not document.live
    attached = released_attachments(document)
    opened = _opened_by(request, attached) if is_preview else attached
    return Shown(
        downloads=[_download(attachment, is_preview) for attachment in opened],
        originals=_originals(opened, is_preview),
        shown_text=document.full_text or _text_of(attached),
    )


def _opened_by(request: HttpRequest, attached: list[Attachment]) -> list[Attachment]:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    known = set(files_for(user).filter(pk__in=[one.file_id for one in attached]).values_list("pk", flat=True))
    return [one for one in attached if one.file_id in known]


def released_attachments(document: OfficialDocument) -> list[Attachment]:
    """Those of ``document`` that readers get, in their order; ``file`` is known."""
    attached = list(document.attachments.all())
    files = DocumentFile.objects.released().in_bulk([one.file_id for one in attached]) if attached else {}
    shown = [one for one in attached if one.file_id in files]
    for one in shown:
        one.file = files[one.file_id]
    return shown


@dataclass(frozen=True)
class PageText:
    """What stands on one page of a file; ``title`` as in ``Download``."""

    file: int
    title: str
    number: int
    text: str


def released_pages(documents: Collection[int], *, most: int) -> dict[int, list[PageText]]:
    """Of each document the pages of its released files that have text, ``most`` of a file: two queries for all.

    Documents are asked for by number: it is what is stored of them that readers get, and no draft.
    """
    attached = Attachment.objects.filter(document__in=documents, file__quarantine=Quarantine.RELEASED)
    files = list(attached.select_related("file").order_by("document", "sort_order", "pk"))
    texts: dict[int, list[tuple[int, str]]] = {}
    if files:
        pages = FilePage.objects.filter(file__in={one.file_id for one in files}, number__lte=most)
        rows = pages.order_by("file", "number").values_list("file", "file__kind", "number", "text", "corrected_text")
        for file, kind, number, text, corrected in rows.iterator():
            read = _in_paragraphs(kind, [Page(number, text if corrected is None else corrected)])
            texts.setdefault(file, []).append((number, read))
    found: dict[int, list[PageText]] = {}
    for one in files:
        found.setdefault(one.document_id, []).extend(
            PageText(one.file_id, str(one), number, text) for number, text in texts.get(one.file_id, ()) if text
        )
    return found


def shown_text(document: OfficialDocument) -> str:
    """The text that readers see: what was typed, else that of the document's first file that has some."""
    return document.full_text or _text_of(released_attachments(document))


def _text_of(attached: Iterable[Attachment]) -> str:
    """An annex is no text of the document. The same paper as PDF and DOCX has it twice: the text for copying wins."""
    own = sorted((one for one in attached if one.is_text), key=lambda one: one.role != AttachmentRole.EDITABLE)
    texts = _texts([one.file_id for one in own])
    return next((texts[one.file_id] for one in own if texts.get(one.file_id)), "")


def _texts(files: list[int]) -> dict[int, str]:
    """Paragraphs with empty lines between; a PDF knows lines only, a DOCX its paragraphs."""
    pages: dict[tuple[int, str], list[Page]] = {}
    if files:
        known = FilePage.objects.filter(file__in=files).order_by("file", "number")
        for row in known.values_list("file", "file__kind", "number", "text", "corrected_text"):
            file, kind, number, text, corrected = row
            pages.setdefault((file, kind), []).append(Page(number, text if corrected is None else corrected))
    return {file: _in_paragraphs(kind, texts) for (file, kind), texts in pages.items()}


def _in_paragraphs(kind: str, pages: list[Page]) -> str:
    if kind == Kind.PDF:
        return "\n\n".join(paragraph.text for paragraph in paragraphs(pages))
    return "\n\n".join(line for page in pages for line in page.text.split("\n") if line.strip())


def _download(attachment: Attachment, is_preview: bool) -> Download:
    file = attachment.file
    return Download(
        title=str(attachment),
        role=str(attachment.get_role_display()),
        url=_address(file, is_preview=is_preview),
        kind=str(file.get_kind_display()),
        size=filesizeformat(file.size),
        is_signed=file.is_signed,
        pages=file.page_count or 0,
    )


def _originals(attached: Iterable[Attachment], is_preview: bool) -> list[Original]:
    """Pictures of the document itself; annexes are downloaded."""
    shown = [one for one in attached if one.role == AttachmentRole.MAIN]
    rows = FilePage.objects.filter(file__in=[one.file_id for one in shown], picture_width__gt=0).order_by("number")
    pictures: dict[int, list[PagePicture]] = {}
    if shown:
        known = rows.only("file", "number", "picture_width", "picture_height")
        for row in known[:MOST_PICTURES]:
            pictures.setdefault(row.file_id, []).append(_picture(row, is_preview=is_preview))
    return [
        Original(
            title=str(one),
            url=_address(one.file, is_preview=is_preview),
            pictures=pictures[one.file_id],
            rest=max(0, (one.file.page_count or 0) - len(pictures[one.file_id])),
        )
        for one in shown
        if one.file_id in pictures
    ]


def _address(file: DocumentFile, *, is_preview: bool) -> str:
    return reverse("document_file_open", args=[file.pk, file.name]) if is_preview else file_address(file)


def _picture(page: FilePage, *, is_preview: bool) -> PagePicture:
    name = "document_file_page" if is_preview else "document_page_picture"
    url = reverse(name, args=[page.file_id, page.number])
    return PagePicture(page.number, url, page.picture_width or 0, page.picture_height or 0)
