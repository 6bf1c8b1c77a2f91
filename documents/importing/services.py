"""Import a register: read it, plan it, write it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _

from documents.importing.attaching import find_new_files
from documents.importing.catalogue import Catalogue
from documents.importing.files import Folder, match, remarks_of
from documents.importing.planning import Outcome, Row, plan
from documents.importing.reading import RowReader
from documents.importing.sources import read_register
from documents.importing.tables import Passed
from documents.models import DocumentRegister
from portal.editorial.services import may_approve
from portal.editorial.workflows import workflow_at


class CannotImport(ValueError):
    """The whole import cannot begin; ``message`` says what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass
class Planned:
    """A file, read and planned. ``files`` are the files of each row that has any."""

    rows: list[Row]
    passed: list[Passed] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    columns: dict[str, list[str]] = field(default_factory=dict)
    files: dict[tuple[str, int], tuple[Path, ...]] = field(default_factory=dict)


def plan_file(path: Path, *, publish: bool = False, folder: Path | None = None) -> Planned:
    """What would become of each row of the register at ``path``. Nothing is written.

    Raises:
        UnreadableRegister: as ``read_register``.
    """
    catalogue = Catalogue()
    register = read_register(path, catalogue.relation_columns())
    reader = RowReader(catalogue)
    readings = [reading for table in register.tables for reading in reader.read_table(table)]
    planned = Planned(plan(readings, publish=publish), remarks=list(register.remarks))
    for table in register.tables:
        planned.passed += table.passed
        planned.columns[table.sheet] = [
            heading for place, heading in table.headings.items() if place not in table.columns
        ]
    if folder is not None:
        _match_files(planned, Folder.at(folder))
    return planned


def _match_files(planned: Planned, folder: Folder) -> None:
    entries = {place: row.entry for place, row in enumerate(planned.rows) if row.entry is not None}
    for place, matched in match(entries, folder).items():
        row = planned.rows[place]
        row.warnings += remarks_of(matched)
        if matched.files:
            planned.files[row.place] = matched.files
    find_new_files(planned.rows, planned.files)


def the_register() -> DocumentRegister:
    """Where documents are imported to.

    Raises:
        CannotImport: the portal has no register yet.
    """
    register = DocumentRegister.objects.order_by("-live", "path").first()
    if register is None:
        raise CannotImport(_("The portal has no document register yet. Make one below the home page in the admin."))
    return register


def approver_called(name: str, register: DocumentRegister) -> AbstractUser:
    """Whoever approves the documents of an import.

    Raises:
        CannotImport: there is nobody of that name, or he does not approve documents.
    """
    user: AbstractUser | None = get_user_model().objects.filter(username=name).first()
    workflow = workflow_at(register.path, "documents.OfficialDocument")
    if user is None or (workflow is not None and not may_approve(user, workflow)):
        raise CannotImport(
            _("“%(name)s” does not approve documents for publication. Name a head of the office.") % {"name": name}
        )
    return user


def counts(rows: Iterable[Row]) -> dict[str, int]:
    """How many rows are imported, warned of, unchanged, edited since, refused; a row is counted once."""
    found = dict.fromkeys(("imported", "warned", "unchanged", "edited", "refused"), 0)
    for row in rows:
        if row.outcome in (Outcome.NEW, Outcome.UPDATED):
            found["warned" if row.warnings else "imported"] += 1
        else:
            found[row.outcome.value] += 1
    return found
