"""Where documents leave traces beside their pages: files, imported registers, names by which texts find them."""

from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from documents.files.services import delete_file
from documents.files.usage import used_among
from documents.importing.uploads import path_of
from documents.models import CitedName, DocumentFile, ImportedDocument, OfficialDocument, RegisterUpload
from portal.editorial.purging.log_traces import delete_rows, rows_naming
from portal.editorial.purging.page_traces import deleting
from portal.editorial.purging.registry import Doomed, Trace, traces


def _files(doomed: Doomed) -> Callable[[], int]:
    """With their text, pictures and bytes; a file that another document shows stays with that."""
    files = DocumentFile.objects.filter(Q(document__in=doomed.ids) | Q(attachments__document__in=doomed.ids)).distinct()
    numbers = list(files.values_list("pk", flat=True))
    doomed.add_names(files.values_list("name", flat=True))

    def remove() -> int:
        unused = list(DocumentFile.objects.filter(pk__in=numbers).exclude(pk__in=used_among(numbers)))
        for file in unused:
            delete_file(file)
        return len(unused)

    return remove


def _imports(doomed: Doomed) -> Callable[[], int]:
    """What was remembered of its row, and registers that were uploaded with it."""
    doomed.add_names(page.abstract for page in doomed.pages if isinstance(page, OfficialDocument))
    forget = deleting(ImportedDocument.objects.filter(document__in=doomed.ids))

    def remove() -> int:
        uploads = list(rows_naming(doomed, RegisterUpload.objects.order_by(), "rows", "remarks", "problem"))
        for upload in RegisterUpload.objects.filter(pk__in=uploads).exclude(file=""):
            transaction.on_commit(partial(path_of(upload).unlink, missing_ok=True))
        return forget() + delete_rows(RegisterUpload, uploads)

    return remove


def _names(doomed: Doomed) -> Callable[[], int]:
    """Names that no other document has and no other text writes."""
    numbers = list(CitedName.objects.filter(documents__in=doomed.ids).values_list("pk", flat=True))
    numbers += CitedName.objects.filter(mentions__page__in=doomed.ids).values_list("pk", flat=True)

    def remove() -> int:
        alone = CitedName.objects.filter(pk__in=numbers, documents=None, mentions=None)
        return delete_rows(CitedName, list(alone.values_list("pk", flat=True)))

    return remove


def register() -> None:
    """Called when the app is ready."""
    traces.register(Trace("document_files", _("files of documents"), _files))
    traces.register(Trace("register_imports", _("rows of imported registers"), _imports))
    traces.register(Trace("cited_names", _("names by which texts found it"), _names))
