"""Workbooks of accounts: the template staff fill in, and what comes back, read within bounds (``workbook_rows``)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO

import xlsxwriter
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from portal.confined import workbooks
from portal.confined.refusing import Refused
from portal.confined.running import MIB, Bounds, NotRead, kept_for_reading, read_confined
from portal.members import workbook_rows
from portal.members.workbook_rows import EMAIL, FAMILY, GIVEN, MAX_BYTES, MAX_ROWS, NAME, NOTE, ORGANISATIONS, ROLES

__all__ = ["EMAIL", "FAMILY", "GIVEN", "MAX_BYTES", "MAX_ROWS", "NAME", "NOTE", "ORGANISATIONS", "ROLES", "read_rows"]

#: A list of a thousand people takes a second and some 80 MB.
BOUNDS = Bounds(memory=384 * MIB, processor=8, seconds=20)
_REFUSALS = {
    workbooks.LARGE: gettext_lazy("The file is larger than 2 MB. Keep only the list in it, without pictures."),
    workbooks.UNPACKED: gettext_lazy("Unpacked, the workbook is too large. Copy the list alone into a new workbook."),
    workbooks.DAMAGED: gettext_lazy(
        "This is no Excel workbook (.xlsx), or it is damaged. Open it in Excel and save it as .xlsx again."
    ),
    workbook_rows.NO_HEADING: gettext_lazy(
        "No line with headings for full name and email was found. Use the template and keep its headings."
    ),
    workbook_rows.LONG: gettext_lazy("The list has more than %(count)d lines. Split it."),
}


class UnreadableWorkbook(ValueError):
    """A file cannot be read as a list of accounts; ``message`` says what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Row:
    """One line of the list, as typed: ``number`` is that of the sheet. ``formulas`` names columns that hold one."""

    number: int
    values: Mapping[str, str]
    formulas: tuple[str, ...] = ()


def read_rows(content: bytes) -> list[Row]:
    """The filled lines of the first sheet.

    Raises:
        UnreadableWorkbook: it is no workbook, too large, has no heading with the columns needed, or reading it was
            stopped.
    """
    if len(content) > MAX_BYTES:
        raise UnreadableWorkbook(str(_REFUSALS[workbooks.LARGE]))
    try:
        with kept_for_reading(content) as file:
            lines = read_confined(workbook_rows.read, file, BOUNDS)
    except Refused as refused:
        raise UnreadableWorkbook(str(_REFUSALS[refused.code]) % {"count": MAX_ROWS}) from refused
    except NotRead as problem:
        raise UnreadableWorkbook(problem.message) from problem
    return [Row(number, values, tuple(formulas)) for number, values, formulas in lines]


def split_several(text: str) -> Iterator[str]:
    """Several names in one cell, parted by semicolons, commas or line ends.

    >>> list(split_several("Phóng viên; Đảng viên,"))
    ['Phóng viên', 'Đảng viên']
    """
    return (part.strip() for part in re.split(r"[;,\n]", text) if part.strip())


# The template

#: Headings as the template writes them, with the width of the column.
TEMPLATE = (
    (pgettext_lazy("workbook", "Full name"), 28),
    (pgettext_lazy("workbook", "Email"), 32),
    (pgettext_lazy("workbook", "Role"), 34),
    (pgettext_lazy("workbook", "Organisation"), 40),
    (pgettext_lazy("workbook", "Word to the invited"), 48),
)


def write_template(out: IO[bytes], roles: Sequence[str], organisations: Sequence[str]) -> None:
    """A workbook to fill in: headings, one example, lists to choose from. Nothing in it is taken for a formula."""
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    heading = book.add_format({"bold": True, "bg_color": "#A8121A", "font_color": "#FFFFFF", "border": 1})
    example = book.add_format({"italic": True, "font_color": "#5C554B"})
    sheet, lists = book.add_worksheet(pgettext("workbook", "List")), book.add_worksheet(pgettext("workbook", "Choices"))
    for place, (title, width) in enumerate(TEMPLATE):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, str(title), heading)
    first_role = roles[0] if roles else ""
    filled = (
        pgettext("workbook", "Nguyen Van A (example)"),
        EXAMPLE_EMAIL,
        first_role,
        organisations[0] if organisations else "",
        "",
    )
    for place, text in enumerate(filled):
        sheet.write_string(1, place, text, example)
    sheet.write_comment(1, 0, _("This line is an example and is passed over."))
    for place, names in ((0, roles), (1, organisations)):
        for line, name in enumerate(names):
            lists.write_string(line, place, name)
        if names:
            column = "AB"[place]
            choice = {
                "validate": "list", "source": f"='{lists.get_name()}'!${column}$1:${column}${len(names)}",
                "error_type": "information", "error_title": _("Not in the list"),
                "error_message": _("Several are parted by semicolons. A name that the portal does not know is refused."),
            }  # fmt: skip
            sheet.data_validation(1, 2 + place, MAX_ROWS, 2 + place, choice)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, 0, len(TEMPLATE) - 1)
    book.close()


#: The mailbox of the template's example, by which the line is known; no real address ends like it (RFC 2606).
EXAMPLE_EMAIL = "nguyen-van-a@vi-du.example"
