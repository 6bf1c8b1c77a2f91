"""The other cells of a row: days, validity, signer, fields, access, relations, files."""

import datetime as dt
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from documents.dates import today
from documents.importing import words
from documents.importing.catalogue import Catalogue
from documents.importing.cells import Cell
from documents.importing.columns import RELATION, Column
from documents.importing.dates import Day, days_in
from documents.importing.entries import Entry, Reading
from documents.importing.relations import RelationReader
from documents.importing.symbols import Symbol
from documents.importing.tables import Line
from documents.models import OfficialDocument
from documents.models.status import Status
from documents.validation import errors_in_dates
from portal.access.levels import Level
from portal.text import fold, format_date

_SEVERAL = re.compile(r"[;\n]+|,(?!\s*an ninh)")
_COMRADE = re.compile(r"^\W*(?:đ\s*/\s*c|đồng chí|ông|bà)\b\.?\s*:?\s*", re.IGNORECASE)
_SINCE_SIGNED = re.compile(r"ngay (?:ki|ban hanh|cong bo)\b(?!.*\d)")
_WITHOUT_YEAR = re.compile(r"\d{1,2}\s*[-/.]\s*\d{1,2}")
_SIGNED = re.compile(r"\((?:đã ký|da ky)\)", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s<>\"]+")
_FILE = re.compile(r"[^;\n|]+?\.(?:pdf|docx?|rtf|odt|xlsx?|jpe?g|png|tiff?|zip|rar)\b", re.IGNORECASE)
_TEXTS = {"place": Column.PLACE, "scope": Column.SCOPE, "source_name": Column.SOURCE}


@dataclass
class Days:
    issued: dt.date | None = None
    effective: dt.date | None = None
    expires: dt.date | None = None


def read_days(line: Line, symbol: Symbol, reading: Reading) -> Days:
    """The days of a row; those that cannot be are refused, a missing day of issue is remarked on."""
    days = Days()
    days.issued = _issued(line, symbol, reading)
    days.effective = _effective(line, days.issued, reading)
    cell = line.at(Column.EXPIRES)
    if words.status_in(cell.text) is None or any(char.isdigit() for char in cell.text):
        days.expires = _taken(cell.day(), _("Expiry"), reading)
    for said in errors_in_dates(days.issued, days.effective, days.expires).values():
        reading.refuse(str(said))
    return days


def _issued(line: Line, symbol: Symbol, reading: Reading) -> dt.date | None:
    cell = _whole_day(line, reading)
    if cell.problem:
        return None
    written = cell.day()
    said = _taken(written, _("Issue date"), reading)
    beside = _beside_number(line, symbol, reading)
    if said and beside and said != beside:
        reading.refuse(
            _("Two different days of issue: %(one)s and, beside the number, %(other)s. Keep the right one.")
            % {"one": format_date(said), "other": format_date(beside)}
        )
    if said is None and beside is None and not written.doubt and not reading.refusals:
        reading.warn(_("The day of issue is unknown and stays empty."))
    return said or beside


def _whole_day(line: Line, reading: Reading) -> Cell:
    """The day of issue, which may be parted: in columns, or with the year in the title above the row."""
    cell, month, year = line.at(Column.ISSUED), line.at(Column.MONTH), line.at(Column.YEAR)
    if cell.problem or cell.iso or not (cell.text or month.text or year.text):
        return cell
    if year.text and re.fullmatch(r"\d{4}", year.line) and days_in(fold(cell.text)) == []:
        if month.text and cell.line.isdigit():
            return Cell(f"{cell.line}/{month.line}/{year.line}")
        if _WITHOUT_YEAR.fullmatch(cell.line):
            return Cell(f"{cell.line}/{year.line}")
        return Cell("/".join(filter(None, (month.line, year.line)))) if not cell.text else cell
    if _WITHOUT_YEAR.fullmatch(cell.line):
        for title in (*reversed(line.sections), line.sheet):
            if found := re.search(r"\bnam (\d{4})\b", fold(title)):
                whole = f"{cell.line}/{found[1]}"
                reading.warn(
                    _("The year of “%(text)s” was taken from the title above it: %(day)s.")
                    % {"text": cell.line, "day": whole}
                )
                return Cell(whole)
    return cell


def _beside_number(line: Line, symbol: Symbol, reading: Reading) -> dt.date | None:
    if symbol.reference is not None and symbol.reference.date:
        return dt.date.fromisoformat(symbol.reference.date)
    found = days_in(fold(symbol.rest or line.at(Column.NUMBER).text)) if not line.at(Column.NUMBER).iso else []
    if len(found) == 1:
        return _taken(found[0], _("Issue date"), reading)
    return None


def _effective(line: Line, issued: dt.date | None, reading: Reading) -> dt.date | None:
    cell = line.at(Column.EFFECTIVE)
    if _SINCE_SIGNED.search(fold(cell.text)):
        return issued
    if not cell.text and words.status_in(line.at(Column.STATUS).text) is None:
        found = days_in(fold(line.at(Column.STATUS).text))
        cell = line.at(Column.STATUS) if found or line.at(Column.STATUS).iso else cell
    if cell.text and words.status_in(cell.text) is not None and not days_in(fold(cell.text)):
        return None
    return _taken(cell.day(), _("Effective"), reading)


def _taken(day: Day, name: str, reading: Reading) -> dt.date | None:
    if day.refused:
        reading.refuse(f"{name}: {day.refused}")
    if day.doubt:
        reading.warn(f"{name}: {day.doubt}")
    return day.day


def abstract_of(line: Line, type_name: str) -> str:
    """What it is about, without the type before it: `Chỉ thị về …` is `về …`."""
    text = line.at(Column.ABSTRACT).line if not line.at(Column.ABSTRACT).problem else ""
    kind, about = fold(type_name), fold(text)
    if about.startswith((f"{kind} ve ", f"{kind} v/v ")):
        text = text.split(maxsplit=len(type_name.split()))[-1]
    return words.abstract_in(text)


def fill(entry: Entry, line: Line, catalogue: Catalogue, relations: RelationReader, reading: Reading) -> None:
    """All that ``entry`` does not have yet."""
    _term(entry, line, catalogue, reading)
    _signer(entry, line, catalogue, reading)
    _fields(entry, line, catalogue, reading)
    for name, column in _TEXTS.items():
        setattr(entry, name, _fitting(name, line.at(column), reading))
    entry.recipients = "\n".join(
        part.strip(" -–;,") for part in re.split(r"[;\n]", line.at(Column.RECIPIENTS).text) if part.strip(" -–;,")
    )
    _source(entry, line, reading)
    entry.urgency = words.urgency_in(line.at(Column.URGENCY).text) or ""
    _access(entry, line, reading)
    _relations(entry, line, relations, reading)
    _validity(entry, line, reading)
    entry.files = files_in(line.at(Column.FILE).text)
    _note(entry, line, relations, reading)
    _check_lengths(entry, reading)


def files_in(text: str) -> list[str]:
    """
    >>> files_in("10-CT-TW.pdf; Phụ lục 1.docx")
    ['10-CT-TW.pdf', 'Phụ lục 1.docx']
    """
    named = [name.strip() for name in _FILE.findall(text)]
    return named or [part.strip() for part in re.split(r"[;\n]", text) if part.strip() and not words.says_nothing(part)]


def _term(entry: Entry, line: Line, catalogue: Catalogue, reading: Reading) -> None:
    said = line.at(Column.TERM).line
    named = catalogue.terms_called(said, entry.issuer) if said else None
    by_day = catalogue.term_in(entry.issuer, entry.issued_on) if entry.issued_on else None
    if said and named is None and not words.says_nothing(said):
        reading.warn(_("The portal knows no term “%(name)s” of this body.") % {"name": said[:40]})
    if named and by_day and named != by_day:
        reading.warn(
            _("The day of issue lies in the term %(right)s and not in %(said)s: the day was followed.")
            % {"right": by_day, "said": named}
        )
    entry.term = by_day or named


def _signer(entry: Entry, line: Line, catalogue: Catalogue, reading: Reading) -> None:
    text = _SIGNED.sub("", line.at(Column.SIGNER).text).strip()
    parts = [part.strip() for part in re.split(r"\n+|\s+[-–]\s+|;|,|\(", text.replace(")", "")) if part.strip(" .,")]
    office = line.at(Column.POSITION).line
    names = []
    for part in parts:
        authority, rest = words.authority_leading(part)
        if authority is not None:
            entry.signing_authority = authority
            if rest.isupper() or not rest:
                continue
            part = rest
        if position := catalogue.position_called(part):
            entry.position = entry.position or position
            continue
        position, rest = catalogue.position_leading(part)
        if position is not None and not office:
            entry.position = entry.position or position
            part = rest
        names.append(_COMRADE.sub("", part))
    entry.signer = ", ".join(names)
    authority, office = words.authority_leading(office)
    entry.signing_authority = authority or entry.signing_authority
    if office and not words.says_nothing(office):
        entry.position = catalogue.position_called(office) or catalogue.position_leading(f"{office} .")[0]
        if entry.position is None:
            reading.warn(_("The portal knows no office “%(name)s”: it stays empty.") % {"name": office[:60]})


def _fields(entry: Entry, line: Line, catalogue: Catalogue, reading: Reading) -> None:
    text = line.at(Column.FIELD).text
    if words.says_nothing(text):
        return
    whole = catalogue.field_called(text)
    for name in [text] if whole else [part.strip() for part in _SEVERAL.split(text) if part.strip()]:
        field = catalogue.field_called(name)
        if field is None:
            reading.warn(_("The portal knows no field “%(name)s”: it stays empty.") % {"name": name[:60]})
        elif field not in entry.fields:
            entry.fields.append(field)


def _source(entry: Entry, line: Line, reading: Reading) -> None:
    for column in (Column.SOURCE_URL, Column.SOURCE):
        if found := _WEB.search(line.at(column).text):
            entry.source_url = entry.source_url or found[0].rstrip(".,;")
            if column == Column.SOURCE and found[0] == line.at(column).line:
                entry.source_name = ""
    if line.at(Column.SOURCE_URL).text and not entry.source_url:
        reading.warn(
            _("“%(text)s” is no web address: it stays empty.") % {"text": line.at(Column.SOURCE_URL).line[:60]}
        )


def _access(entry: Entry, line: Line, reading: Reading) -> None:
    """A paper for inner use is never imported for everybody."""
    said = line.at(Column.CIRCULATION).text
    entry.circulation = words.circulation_in(said) or words.circulation_in(line.at(Column.SECRECY).text) or ""
    if line.at(Column.NOTE) and not entry.circulation:
        entry.circulation = words.circulation_in(line.at(Column.NOTE).text) or ""
    asked = line.at(Column.ACCESS).line
    level = words.level_in(asked) if asked else None
    if asked and level is None:
        reading.refuse(
            _("Who may see it is not clear: “%(text)s”. Write: %(public)s, %(members)s or %(committee)s.")
            % {
                "text": asked[:60],
                "public": Level.PUBLIC.label,
                "members": Level.MEMBERS.label,
                "committee": Level.COMMITTEE.label,
            }
        )
    elif level == Level.PUBLIC and entry.circulation:
        reading.refuse(_("The paper is for inner use and at the same time for everybody. Correct one of the two."))
    entry.level = level or (Level.MEMBERS if entry.circulation else Level.PUBLIC)
    if entry.circulation and level is None:
        reading.warn(_("A paper for inner use: only members will see it."))


def _relations(entry: Entry, line: Line, relations: RelationReader, reading: Reading) -> None:
    for column, cell in line.cells.items():
        if column != Column.RELATED and not column.startswith(RELATION):
            continue
        if cell.problem or words.says_nothing(cell.text):
            continue
        for related in relations.read(cell.text, column.removeprefix(RELATION) if column != Column.RELATED else ""):
            if (
                related.key
                and related.key == entry.number_key
                and (not related.day or not entry.issued_on or related.day == entry.issued_on.isoformat())
            ):
                reading.warn(_("A relation of the document with itself was left out."))
            elif related not in entry.relations:
                entry.relations.append(related)
                if not related.key:
                    reading.warn(_("No whole number in “%(text)s”: it is kept as text.") % {"text": related.text[:80]})


def _validity(entry: Entry, line: Line, reading: Reading) -> None:
    """A status said in words is only set where days and relations do not tell it."""
    said = line.at(Column.STATUS)
    if said.problem or said.iso:
        return
    text = said.line
    status = words.status_in(text) if text else None
    if text and status is None and not days_in(fold(text)):
        reading.warn(_("“%(text)s” is no status that the portal knows: it stays empty.") % {"text": text[:60]})
    if not text:
        text = line.at(Column.EXPIRES).line
        status = words.status_in(text) if text and not days_in(fold(text)) else None
    begins = entry.effective_on or (entry.issued_on if entry.issuer.sphere != "state" else None)
    ended = entry.expires_on is not None and entry.expires_on <= today()
    if status == Status.IN_FORCE:
        if ended:
            reading.warn(_("It is said to be in force, but its expiry is past: the day counts."))
        elif begins is None:
            _override(entry, status, text)
    elif status == Status.NOT_YET and not (begins and begins > today()):
        reading.warn(_("“%(text)s” does not fit the days: the days count.") % {"text": text[:60]})
    elif status in (Status.PARTLY_EXPIRED, Status.SUSPENDED, Status.OBSOLETE) or (
        status == Status.EXPIRED and not ended
    ):
        _override(entry, status, text)


def _override(entry: Entry, status: Status, text: str) -> None:
    entry.status_override = status
    entry.status_override_reason = (_("According to the imported register: “%(text)s”.") % {"text": text})[:250]


def _note(entry: Entry, line: Line, relations: RelationReader, reading: Reading) -> None:
    """Relations and validity in a note count; the rest of it has no place on a public page."""
    for text in (line.at(Column.NOTE).text, *line.comments):
        if words.says_nothing(text):
            continue
        found = relations.said_in(text)
        entry.relations += [one for one in found if one not in entry.relations]
        status = words.status_in(text)
        if found or words.circulation_in(text):
            continue
        if status == Status.EXPIRED and not line.at(Column.STATUS) and entry.expires_on is None:
            _override(entry, status, " ".join(text.split())[:120])
            continue
        reading.warn(
            pgettext("register", "The note is not imported: “%(text)s”.") % {"text": " ".join(text.split())[:120]}
        )


def _fitting(name: str, cell: Cell, reading: Reading) -> str:
    """One line that the column has room for."""
    return "" if cell.problem or words.says_nothing(cell.text) else cell.line


def _check_lengths(entry: Entry, reading: Reading) -> None:
    for name in ("symbol", "signer", "place", "scope", "source_name", "source_url"):
        field = OfficialDocument._meta.get_field(name)
        longest = field.max_length or 0
        if len(getattr(entry, name)) > longest:
            reading.refuse(
                _("“%(name)s” has more than %(count)d letters. Shorten it.")
                % {"name": field.verbose_name, "count": longest}
            )
