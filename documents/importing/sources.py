"""A file becomes tables: whatever kind it is, read in a process with bounds."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from documents.importing import plain_table, workbook
from documents.importing.grids import grid_of
from documents.importing.tables import Table, table_of
from portal.confined import workbooks
from portal.confined.refusing import Refused
from portal.confined.running import MIB, Bounds, NotRead, read_confined

#: A register of 20,000 rows takes some ten seconds and 300 MB.
BOUNDS = Bounds(memory=1024 * MIB, processor=90, seconds=150, answer=256 * MIB)
_REFUSALS = {
    workbooks.LARGE: gettext_lazy("The file is larger than 20 MB. Keep only the register in it, without pictures."),
    workbooks.UNPACKED: gettext_lazy(
        "Unpacked, the workbook is too large. Copy the register alone into a new workbook."
    ),
    workbooks.DAMAGED: gettext_lazy(
        "This is no Excel workbook (.xlsx), or it is damaged. Open it in Excel and save it as .xlsx again."
    ),
    workbook.LONG: gettext_lazy("The register has more than 20,000 rows. Split it by years."),
    plain_table.NOT_TEXT: gettext_lazy(
        "This is neither a workbook (.xlsx) nor a table saved as text (.csv). Old .xls workbooks and others: open the"
        " file in Excel or LibreOffice and save it as .xlsx."
    ),
    plain_table.UNKNOWN_ENCODING: gettext_lazy(
        "The encoding of the text was not recognised. Save the table as “CSV UTF-8” or as .xlsx."
    ),
}


class UnreadableRegister(ValueError):
    """A file cannot be read as a register; ``message`` says what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass
class Register:
    """The tables of a file, and what is to be said of the file as a whole."""

    tables: list[Table] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def read_register(path: Path, relations: dict[str, str]) -> Register:
    """The tables in the file at ``path``; ``relations`` as in :func:`documents.importing.columns.columns_of`.

    Raises:
        UnreadableRegister: it is no table, is too large, or holds no headings that say where the numbers stand.
    """
    try:
        with path.open("rb") as stream:
            is_archive = stream.read(4) == b"PK\x03\x04"
        reader: Any = workbook.read if is_archive else plain_table.read
        sheets = read_confined(reader, path, BOUNDS)
    except Refused as refused:
        raise UnreadableRegister(str(_REFUSALS[refused.code])) from refused
    except NotRead as problem:
        raise UnreadableRegister(problem.message) from problem
    except OSError as problem:
        raise UnreadableRegister(f"{path.name}: {problem.strerror}") from problem
    register = tables_of(sheets, relations)
    if not register.tables:
        raise UnreadableRegister(
            _(
                "No line with headings for number and abstract was found. Use the template, or name the columns as"
                " official registers do: Số, ký hiệu; Ngày ban hành; Trích yếu; Cơ quan ban hành."
            )
        )
    return register


def tables_of(sheets: list[dict[str, Any]], relations: dict[str, str]) -> Register:
    """The registers among the sheets that were read."""
    register = Register()
    before: Table | None = None
    for sheet in sheets:
        name = sheet["name"]
        if sheet["hidden"]:
            register.remarks.append(_("The sheet “%(name)s” is hidden and was not read.") % {"name": name})
            continue
        table = table_of(grid_of(sheet), relations, before)
        if not table.columns:
            if sheet["rows"]:
                register.remarks.append(_("The sheet “%(name)s” holds no register.") % {"name": name})
            continue
        if table.legacy:
            said = pgettext("register", "Text in an old encoding (TCVN3 or VNI) was turned into Unicode. Check names.")
            register.remarks.append(f"{name}: {said}" if name else said)
        register.tables.append(table)
        before = table
    return register
