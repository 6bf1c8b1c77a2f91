"""The workbook to fill in: headings, notes that say how, and lists to choose from."""

from collections.abc import Sequence
from typing import IO, Any

import xlsxwriter
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from documents.models import DocumentType, Field, Issuer, Position, RelationKind
from documents.models.document import Circulation, Urgency
from documents.models.status import Status
from portal.access.levels import Level

_ROWS = 5000
_MOST_CHOICES = 2000

#: Heading, width of the column, the note on it, and the name of its list.
COLUMNS = (
    (pgettext_lazy("register", "No."), 6, "", ""),
    (pgettext_lazy("register", "Number and symbol"), 20, pgettext_lazy("register", "As the paper prints it: 10-CT/TW."), ""),
    (pgettext_lazy("register", "Issue date"), 14, pgettext_lazy("register", "Day, month, year: 30/3/2007. Unknown: leave it empty."), ""),
    (pgettext_lazy("register", "Document type"), 18, pgettext_lazy("register", "Choose from the list."), "types"),
    (pgettext_lazy("register", "Abstract"), 60, pgettext_lazy("register", "What it is about."), ""),
    (pgettext_lazy("register", "Issuing body"), 34, pgettext_lazy("register", "The whole name. Several: parted by semicolons."), "issuers"),
    (pgettext_lazy("register", "Signer"), 24, "", ""),
    (pgettext_lazy("register", "Position"), 20, "", "positions"),
    (pgettext_lazy("register", "Effective"), 16, pgettext_lazy("register", "Empty for papers of the Party that hold from the day they were signed."), ""),
    (pgettext_lazy("register", "Expiry"), 16, "", ""),
    (pgettext_lazy("register", "Status"), 22, pgettext_lazy("register", "Only where the days and relations do not tell it."), "statuses"),
    (pgettext_lazy("register", "Fields"), 24, pgettext_lazy("register", "Several: parted by semicolons."), "fields"),
    (pgettext_lazy("register", "Related documents"), 44, pgettext_lazy("register", "The relation and the number: Thay thế 09-HD/BTCTW ngày 02/3/2012. Several: parted by semicolons."), ""),
    (pgettext_lazy("register", "Circulation"), 20, "", "circulations"),
    (pgettext_lazy("register", "Who may see it"), 24, pgettext_lazy("register", "Empty: everybody, or members where the paper is for inner use."), "levels"),
    (pgettext_lazy("register", "Urgency"), 14, "", "urgencies"),
    (pgettext_lazy("register", "Recipients"), 30, "", ""),
    (pgettext_lazy("register", "File"), 26, pgettext_lazy("register", "The name of the file: 10-CT-TW.pdf."), ""),
    (pgettext_lazy("register", "Secrecy"), 12, pgettext_lazy("register", "Secret papers are refused: they may not be here at all."), ""),
    (pgettext_lazy("register", "Note"), 30, pgettext_lazy("register", "Not imported, but relations in it are."), ""),
)  # fmt: skip


def write_template(out: IO[bytes]) -> None:
    """Nothing in it is taken for a formula."""
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    heading = book.add_format(
        {"bold": True, "bg_color": "#A8121A", "font_color": "#FFFFFF", "border": 1, "text_wrap": True, "valign": "top"}
    )
    as_text, as_day = book.add_format({"num_format": "@"}), book.add_format({"num_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet(pgettext("register", "Documents"))
    lists = book.add_worksheet(pgettext("register", "Lists"))
    sources = _write_lists(lists)
    for place, (title, width, note, choice) in enumerate(COLUMNS):
        sheet.set_column(place, place, width, as_day if place in (2, 8, 9) else as_text if place == 1 else None)
        sheet.write_string(0, place, str(title), heading)
        if note:
            sheet.write_comment(0, place, str(note))
        if source := sources.get(choice):
            sheet.data_validation(1, place, _ROWS, place, _choice(source))
    sheet.freeze_panes(1, 2)
    book.close()


def _choice(source: str) -> dict[str, Any]:
    """A name that is not in the list may be typed; the import says whether it knows it."""
    return {
        "validate": "list",
        "source": source,
        "error_type": "information",
        "error_title": _("Not in the list"),
        "error_message": _("Other names may be typed. The import says which of them the portal does not know."),
    }


def _write_lists(sheet: Any) -> dict[str, str]:
    lists: dict[str, Sequence[str]] = {
        "types": list(dict.fromkeys(DocumentType.objects.values_list("name", flat=True))),
        "issuers": list(dict.fromkeys(Issuer.objects.values_list("name", flat=True)))[:_MOST_CHOICES],
        "positions": list(Position.objects.values_list("name", flat=True)[:_MOST_CHOICES]),
        "statuses": [str(status.label) for status in Status],
        "fields": list(Field.objects.values_list("name", flat=True)[:_MOST_CHOICES]),
        "circulations": [str(one.label) for one in Circulation],
        "levels": [str(level.label) for level in (Level.PUBLIC, Level.MEMBERS, Level.COMMITTEE)],
        "urgencies": [str(one.label) for one in Urgency],
        "relations": list(RelationKind.objects.values_list("name", flat=True)[:_MOST_CHOICES]),
    }
    sources: dict[str, str] = {}
    for place, (name, values) in enumerate(lists.items()):
        sheet.set_column(place, place, 34)
        for line, value in enumerate(values):
            sheet.write_string(line, place, value)
        column = chr(ord("A") + place)
        if values:
            sources[name] = f"='{sheet.get_name()}'!${column}$1:${column}${len(values)}"
    return sources
