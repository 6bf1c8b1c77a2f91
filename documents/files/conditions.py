"""What of its files keeps a document from being submitted or published."""

from collections.abc import Iterator

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _

from documents.extraction.stamps import Mark
from documents.models import OfficialDocument, Quarantine, Reading
from documents.models.document import Circulation
from documents.models.files import DocumentFile
from portal.access.restrictions import PUBLIC
from portal.access.tokens import page_token
from portal.editorial.checklist.registry import Finding

_NOT_FOR_ALL = {Mark.INTERNAL.value, Mark.CONFERENCE.value, Mark.RECALLED.value}


class FilesNotReleased(ValidationError):
    """A document may not be live with a file that is in quarantine."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__({NON_FIELD_ERRORS: problems})


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
    problems = [finding.text for file in files_of(document) for finding in _findings(file)]
    if problems:
        raise FilesNotReleased(problems)


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
