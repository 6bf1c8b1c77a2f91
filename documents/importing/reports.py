"""What became of the rows, in words: for the command, the preview and the report to take along."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from documents.importing.planning import Outcome, Row
from portal.text import format_number

LABELS = {
    "imported": pgettext_lazy("row of a register", "Imported"),
    "warned": pgettext_lazy("row of a register", "Imported, check it"),
    "unchanged": pgettext_lazy("row of a register", "Unchanged"),
    "edited": pgettext_lazy("row of a register", "Edited since by a person"),
    "refused": pgettext_lazy("row of a register", "Refused"),
}
PLANNED = {
    **LABELS,
    "imported": pgettext_lazy("row of a register", "Will be imported"),
    "warned": pgettext_lazy("row of a register", "Will be imported, check it"),
}
#: What stood around the documents.
PASSED = {
    "section": pgettext_lazy("row of a register", "title of a part"),
    "sum": pgettext_lazy("row of a register", "sum"),
    "below": pgettext_lazy("row of a register", "note or signature"),
    "heading": pgettext_lazy("row of a register", "headings again"),
    "continued": pgettext_lazy("row of a register", "rest of the row above"),
    "other": pgettext_lazy("row of a register", "no document was recognised"),
}


def kind_of(row: Row) -> str:
    """The name of the group that a row is counted in."""
    if row.outcome in (Outcome.NEW, Outcome.UPDATED):
        return "warned" if row.warnings else "imported"
    return row.outcome.value


def place_of(row: Row) -> str:
    number = _("row %(number)d") % {"number": row.number}
    return f"{row.sheet}, {number}" if row.sheet else number


def remarks_of(row: Row) -> str:
    """Nothing of a row that is secret but that it is."""
    return " ".join([*row.reasons, *row.warnings])


def line_of(row: Row, *, planned: bool = False) -> str:
    """One row on one line."""
    label = str((PLANNED if planned else LABELS)[kind_of(row)])
    remarks = remarks_of(row)
    said = f"{place_of(row)}: {row.label or '–'}: {label}"
    return f"{said}. {remarks}" if remarks else said


def counts_line(counts: dict[str, int], passed: int) -> str:
    """How many rows became what, and how many are no documents."""
    said = "; ".join(f"{LABELS[name]}: {format_number(count)}" for name, count in counts.items())
    other = pgettext("register", "rows that are no documents: %(count)s") % {"count": format_number(passed)}
    return f"{said}; {other}."


HEADINGS = (
    pgettext_lazy("report", "Sheet"),
    pgettext_lazy("report", "Row"),
    pgettext_lazy("report", "Document"),
    pgettext_lazy("report", "What became of it"),
    pgettext_lazy("report", "Reasons and remarks"),
)
WIDTHS = (18, 8, 34, 26, 90)


def report_rows(rows: Iterable[dict[str, Any]]) -> Iterator[Sequence[Any]]:
    """The lines of the report, from what ``stored`` keeps."""
    for row in rows:
        yield (row["sheet"], row["number"], row["label"], str(LABELS[row["kind"]]), row["remarks"])


def stored(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """What is kept of the rows for the preview and the report."""
    return [
        {
            "sheet": row.sheet,
            "number": row.number,
            "label": row.label,
            "said": _said(row),
            "kind": kind_of(row),
            "outcome": row.outcome.value,
            "remarks": remarks_of(row),
            "document": row.document_id if row.outcome is not Outcome.REFUSED else None,
        }
        for row in rows
    ]


def _said(row: Row) -> list[str]:
    """Day, body and abstract for the preview."""
    entry = row.entry
    if entry is None or row.secret:
        return []
    day = f"{entry.issued_on:%d/%m/%Y}" if entry.issued_on else "–"
    relations = [f"{one.kind.name} {one.text}" for one in entry.relations]
    return [day, str(entry.issuer), entry.abstract[:300], "; ".join(relations)[:300]]
