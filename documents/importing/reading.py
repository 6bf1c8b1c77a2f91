"""From a row to a document: which cell says what, and what in it cannot be or is not certain.

Nothing is invented: what a row does not say stays empty with a remark, what it says wrongly is refused with the reason.
"""

import logging
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from documents.importing import details, words
from documents.importing.bodies import BodyReader
from documents.importing.catalogue import Catalogue
from documents.importing.cells import Cell
from documents.importing.columns import Column
from documents.importing.entries import Entry, Reading
from documents.importing.relations import RelationReader
from documents.importing.symbols import Symbol, read_symbol
from documents.importing.tables import Line, Table
from documents.importing.types import NO_TYPE, type_of
from documents.references import Kind, find
from documents.validation import doubt_of_abstract, problem_of_abstract
from portal.text import format_date

logger = logging.getLogger(__name__)
_LONGEST_LABEL = 120
#: Cells without which a row cannot be told: a formula without a result there refuses it.
_NEEDED = (Column.NUMBER, Column.SYMBOL, Column.ABSTRACT, Column.WHOLE, Column.ISSUER, Column.TYPE, Column.ISSUED)


class RowReader:
    """Reads the rows of one file."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.relations = RelationReader(catalogue)
        self.bodies = BodyReader(catalogue)

    def read_table(self, table: Table) -> list[Reading]:
        return [self._read_safely(line, table.titles) for line in table.lines]

    def _read_safely(self, line: Line, titles: Sequence[str]) -> Reading:
        """One row that nobody thought of does not keep the others out."""
        try:
            return self.read(line, titles)
        except Exception as error:
            logger.exception("row %d of %r was not read", line.number, line.sheet)
            reading = Reading(line.sheet, line.number)
            said = _("an error of the importer (%(error)s); nothing was written. Report it with the file.")
            reading.refuse(said % {"error": type(error).__name__})
            return reading

    def read(self, line: Line, titles: Sequence[str] = ()) -> Reading:
        reading = Reading(line.sheet, line.number)
        if _is_secret(line, titles):
            reading.secret = True
            reading.refuse(
                _("Marked as secret: no such paper may be entered here. Delete the row from every copy of this file.")
            )
            return reading
        line = _taken_apart(line)
        symbol = read_symbol(line.at(Column.NUMBER), line.at(Column.SYMBOL))
        reading.label = (symbol.text or line.at(Column.NUMBER).line or line.at(Column.ABSTRACT).line)[:_LONGEST_LABEL]
        self._refuse_unread(line, reading)
        if line.hidden:
            reading.warn(_("The row is hidden in the file. Check that it is meant to be imported."))
        self._read(line, symbol, titles, reading)
        if reading.refusals:
            reading.entry = None
        return reading

    @staticmethod
    def _refuse_unread(line: Line, reading: Reading) -> None:
        for column, cell in line.cells.items():
            if not cell.problem or column == Column.ORDER:
                continue
            said = (
                _("A cell holds a formula without a known result (%(text)s). Write the text itself.")
                if cell.problem == "formula"
                else _("A cell holds the error %(text)s. Write what belongs there.")
            ) % {"text": cell.text[:40]}
            if column in _NEEDED:
                reading.refuse(said)
            else:
                reading.warn(said)

    def _read(self, line: Line, symbol: Symbol, titles: Sequence[str], reading: Reading) -> None:
        if line.at(Column.NUMBER).iso and not line.at(Column.SYMBOL):
            reading.refuse(
                _("The number was turned into a date by the spreadsheet. Format the column as text and write it again.")
            )
        if symbol.several:
            reading.refuse(
                _("Several documents in one row (%(numbers)s). Give each a row of its own.")
                % {"numbers": ", ".join(symbol.several)}
            )
        if symbol.marked_secret:
            reading.refuse(_("The number bears the letter of a secret paper. No such paper may be entered here."))
        days = details.read_days(line, symbol, reading)
        issuer, others = self.bodies.read(line, symbol, titles, days.issued, reading)
        found_type = type_of(line, symbol, issuer, self.catalogue, reading)
        if issuer is None or found_type is None:
            if found_type is None and not reading.refusals:
                reading.refuse(str(NO_TYPE))
            return
        text = self._symbol_of(symbol, found_type.code, issuer.abbreviation, issuer.sphere, reading)
        entry = Entry(text, found_type, issuer, details.abstract_of(line, found_type.name), co_issuers=others)
        if not entry.abstract and not line.at(Column.ABSTRACT).problem:
            reading.refuse(_("The abstract is missing."))
        if said := problem_of_abstract(entry.abstract):
            reading.refuse(said)
        reading.warn(doubt_of_abstract(entry.abstract))
        if not (text or symbol.bare) and found_type.code and not line.at(Column.NUMBER).problem:
            reading.refuse(_("Number and symbol are missing or not readable. Write them as the paper does: 10-CT/TW."))
        entry.issued_on, entry.effective_on, entry.expires_on = days.issued, days.effective, days.expires
        details.fill(entry, line, self.catalogue, self.relations, reading)
        reading.entry = entry
        reading.label = text or reading.label

    @staticmethod
    def _symbol_of(symbol: Symbol, code: str, letters: str, sphere: str, reading: Reading) -> str:
        """The number itself, or a bare one with the letters that follow from type and body of the Party."""
        if symbol.text or not symbol.bare:
            return symbol.text
        if sphere == "party" and code and letters:
            digits = symbol.bare.zfill(2) if symbol.bare.isdigit() else symbol.bare
            made = f"{digits}-{code}/{letters}"
            reading.warn(_("The symbol was made of number, type and body: %(symbol)s. Check it.") % {"symbol": made})
            return made
        reading.refuse(
            _("The number “%(number)s” lacks its symbol. Write both as the paper does.") % {"number": symbol.bare}
        )
        return ""


def _is_secret(line: Line, titles: Iterable[str]) -> bool:
    if not words.is_not_secret(line.at(Column.SECRECY).line):
        return True
    if any(words.is_level_of_secrecy(text) for text in line.others):
        return True
    noted = (line.at(Column.NOTE).line, *line.comments, *line.sections, *titles, line.sheet)
    if any(words.says_secret(text, note=True) for text in noted):
        return True
    told = (Column.NUMBER, Column.SYMBOL, Column.TYPE, Column.ABSTRACT, Column.WHOLE, Column.CIRCULATION, Column.ACCESS)
    if any(words.says_secret(line.at(column).line) for column in told):
        return True
    marks = (Column.CIRCULATION, Column.ACCESS, Column.URGENCY, Column.TYPE)
    return any(words.says_secret(line.at(column).line, note=True) for column in marks)


def _taken_apart(line: Line) -> Line:
    """A document named whole in one cell, as in `Chỉ thị số 10-CT/TW ngày 30/3/2007 của Ban Bí thư về …`."""
    whole = line.at(Column.WHOLE)
    named = Column.WHOLE if whole and not line.at(Column.NUMBER) else None
    if named is None and not line.at(Column.NUMBER) and _begins_with_number(line.at(Column.ABSTRACT)):
        named = Column.ABSTRACT
    if named is None and not line.at(Column.ABSTRACT) and words.ABOUT.search(line.at(Column.NUMBER).text):
        named = Column.NUMBER
    if named is None:
        if whole and not line.at(Column.ABSTRACT):
            line.cells[Column.ABSTRACT] = whole
        return line
    text = line.at(named).text
    cells = {column: cell for column, cell in line.cells.items() if column != named}
    about = words.ABOUT.search(text, _end_of_number(text))
    cells[Column.NUMBER] = Cell(text[: about.start()].strip() if about else text)
    if (about and not line.cells.get(Column.ABSTRACT, Cell())) or (about and named == Column.ABSTRACT):
        cells[Column.ABSTRACT] = Cell(text[about.start() :].strip())
    return Line(line.sheet, line.number, cells, line.sections, line.comments, line.hidden)


def _begins_with_number(cell: Cell) -> bool:
    found = next((one for one in find(cell.text[:300]) if one.kind is not Kind.NAMED), None)
    return found is not None and found.start < 3


def _end_of_number(text: str) -> int:
    found = next((one for one in find(text[:400]) if one.kind is not Kind.NAMED), None)
    return found.end if found else 0


def said_of(entry: Entry) -> str:
    """The document in one line, for reports."""
    day = f" {format_date(entry.issued_on)}" if entry.issued_on else ""
    return f"{entry.document_type} {entry.symbol}{day} · {entry.issuer}"
