"""What of its files keeps a document from being submitted or published."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.urls import reverse
from django.utils.translation import gettext as _

from documents.extraction.stamps import Mark
from documents.files.rights import may_decide
from documents.models import OfficialDocument, Quarantine, Reading
from documents.models.document import Circulation
from documents.models.files import DocumentFile
from portal.access.restrictions import PUBLIC
from portal.access.tokens import page_token
from portal.editorial.checklist.registry import Finding
from portal.editorial.errors import RefusedWithAWay

_NOT_FOR_ALL = {Mark.INTERNAL.value, Mark.CONFERENCE.value, Mark.RECALLED.value}


class FilesNotReleased(RefusedWithAWay):
    """A document may not be live with a file that is in quarantine. Who may release one is led to it."""

    def __init__(self, files: Sequence[DocumentFile]) -> None:
        problems = [finding.text for file in files for finding in _findings(file)]
        super().__init__({NON_FIELD_ERRORS: problems})
        self.files = files

    def said_to(self, user: Any) -> str:
        return " ".join(
            _(
                "The file “%(name)s” waits for your word: look at its pages, release or block it, then approve the "
                "document."
            )
            % {"name": file.name}
            if _waits_for(user, file)
            else " ".join(finding.text for finding in _findings(file))
            for file in self.files
        )

    def ways_for(self, user: Any) -> Sequence[tuple[str, str]]:
        label = _("Look at the file “%(name)s”")
        return [
            (label % {"name": file.name}, reverse("document_file_show", args=[file.pk]))
            for file in self.files
            if _waits_for(user, file)
        ]


def files_of(document: OfficialDocument) -> list[DocumentFile]:
    """The files that ``document`` names in memory, in their order; one query at most."""
    numbers = [row.file_id for row in document.attachments.all()]
    if not numbers:
        return []
    known = DocumentFile.objects.in_bulk(numbers)
    return [known[number] for number in numbers if number in known]


def require_released(document: OfficialDocument) -> None:
    """
    Raises:
        FilesNotReleased: readers would find a file there that may not be shown to them.
    """
    held = [file for file in files_of(document) if not file.is_released]
    if held:
        raise FilesNotReleased(held)


def released(page: OfficialDocument) -> Iterator[Finding]:
    """For the list before submission."""
    for file in files_of(page):
        yield from _findings(file)


def marked(page: OfficialDocument) -> Iterator[Finding]:
    """Files that say they are not for everybody, on a page that is."""
    if page_token(page) != PUBLIC:
        return
    for file in files_of(page):
        for stamp in file.found:
            if stamp["mark"] in _NOT_FOR_ALL:
                yield Finding(
                    _("The file “%(name)s” says “%(words)s”, but anybody could read it. Set “Phạm vi xem” of the page.")
                    % {"name": file.name, "words": stamp["text"] or Circulation.INTERNAL.label}
                )


def _waits_for(user: Any, file: DocumentFile) -> bool:
    return file.quarantine == Quarantine.LOOK and may_decide(user, file)


def _findings(file: DocumentFile) -> Iterator[Finding]:
    """What keeps it from readers. What only has to be waited for keeps no text back from submission."""
    said = {"name": file.name}
    if file.quarantine == Quarantine.RELEASED:
        return
    if file.quarantine == Quarantine.BLOCKED:
        yield Finding(
            _(
                "The file “%(name)s” bears a stamp of secrecy and may not be on this portal. Take it out of the document."
            )
            % said
        )
    elif file.reading == Reading.FAILED:
        said["problem"] = file.problem
        yield Finding(_("The file “%(name)s” could not be read: %(problem)s") % said)
    elif file.quarantine == Quarantine.LOOK:
        yield Finding(
            _("The file “%(name)s” waits for a second person: it was not surely read. Whoever approves looks at it.")
            % said,
            pending=True,
        )
    else:
        yield Finding(_("The file “%(name)s” is still being read. Wait some minutes.") % said, pending=True)
