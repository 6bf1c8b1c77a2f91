"""The type of a row's document: as its cell says, else by the letters of its number, else by its title."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.importing.catalogue import Catalogue
from documents.importing.columns import Column, plain
from documents.importing.entries import Reading
from documents.importing.symbols import Symbol
from documents.importing.tables import Line
from documents.models import DocumentType, Issuer
from documents.models.levels import Sphere
from documents.references import Kind
from portal.text import fold

NO_TYPE = gettext_lazy("The type of document is missing. Write it, for example: Chỉ thị.")
_OF_SECTION = re.compile(r"^(?:[A-H]|[IVX]{1,5}|[A-H]?\d{1,2})(?:\.\d{1,2})?\s*[.):/-]\s*")
_WITHOUT_CODE = ("luat", "bo luat", "phap lenh", "hien phap", "nghi quyet")


def type_of(
    line: Line, symbol: Symbol, issuer: Issuer | None, catalogue: Catalogue, reading: Reading
) -> DocumentType | None:
    """The one type that cell and number agree on; ``None`` with a refusal where they do not or where none is said."""
    said = line.at(Column.TYPE).line
    sphere = _sphere(symbol, issuer)
    coded = _coded(symbol, catalogue, sphere)
    named = _named(said, catalogue, sphere)
    if said and not named:
        if not coded:
            reading.refuse(_("The portal knows no type “%(name)s”. Write it in full, or add it.") % {"name": said[:60]})
            return None
        reading.warn(_("The portal knows no type “%(name)s”: the number tells it.") % {"name": said[:60]})
    if named and coded and not (both := [kind for kind in named if kind in coded]):
        reading.refuse(
            _("The type “%(name)s” and the number %(number)s do not agree. Correct one of them.")
            % {"name": named[0], "number": symbol.text}
        )
        return None
    if named and coded:
        return both[0]
    candidates = named or coded
    if len(candidates) > 1:
        candidates = _told_apart(line, symbol, catalogue, candidates, reading)
    if not candidates:
        candidates = _by_title(line, catalogue, sphere) or _by_section(line, catalogue, sphere)
    if not candidates and symbol.text and not reading.refusals and symbol.number and symbol.number.code:
        reading.refuse(_("The letters “%(code)s” belong to no type. Write the type.") % {"code": symbol.number.code})
    return candidates[0] if candidates else None


def _sphere(symbol: Symbol, issuer: Issuer | None) -> str:
    if issuer is not None:
        return Sphere.STATE if issuer.sphere == Sphere.STATE else Sphere.PARTY
    is_state = symbol.number is not None and symbol.number.kind in (Kind.STATE, Kind.LAW)
    return Sphere.STATE if is_state else Sphere.PARTY


def _of(kinds: list[DocumentType], sphere: str) -> list[DocumentType]:
    return [kind for kind in kinds if kind.sphere == sphere]


def _coded(symbol: Symbol, catalogue: Catalogue, sphere: str) -> list[DocumentType]:
    number = symbol.number
    if number is None or (not symbol.text and not number.code):
        return []
    if number.kind is Kind.LAW:
        return [kind for kind in _of(catalogue.types, Sphere.STATE) if plain(kind.name) in _WITHOUT_CODE]
    code = "QĐi" if "QĐi" in symbol.text else number.code or ""
    if code == "CV" and number.kind is Kind.STATE and number.symbol:
        return _of(catalogue.types_with("CV"), Sphere.STATE)
    found = _of(catalogue.types_with(code), sphere) if code else []
    return found or ([] if code != "QĐi" else _of(catalogue.types_with("QĐ"), sphere))


def _named(said: str, catalogue: Catalogue, sphere: str) -> list[DocumentType]:
    """By the whole cell, by one of its parts (`CT - Chỉ thị`), or by how it begins (`Chỉ thị của Ban Bí thư`)."""
    if not said:
        return []
    bare = re.sub(r"^\s*\d{1,2}\s*[.):-]\s*", "", said)
    for words in (bare, *re.split(r"\s*[-–:/,(]\s*", bare)):
        if found := catalogue.types_called(words.strip(" )")):
            return _of(found, sphere) or found
    found, _rest = catalogue.type_leading(bare)
    return _of(found, sphere) or found


def _told_apart(
    line: Line, symbol: Symbol, catalogue: Catalogue, candidates: list[DocumentType], reading: Reading
) -> list[DocumentType]:
    """Letters that stand for several types: the words before the number, the section or the title say which."""
    before = line.at(Column.NUMBER).line
    told, _rest = catalogue.type_leading(before)
    for found in (told, _by_section(line, catalogue, None), _by_title(line, catalogue, None)):
        if both := [kind for kind in found if kind in candidates]:
            return both[:1]
    names = ", ".join(kind.name for kind in candidates)
    reading.refuse(
        _("The letters of %(number)s stand for several types: %(names)s. Write which one it is.")
        % {"number": symbol.text, "names": names}
    )
    return []


def _by_title(line: Line, catalogue: Catalogue, sphere: str | None) -> list[DocumentType]:
    """`Kế hoạch tổ chức …`: forms of registers ask for type and abstract in one cell."""
    found, rest = catalogue.type_leading(line.at(Column.ABSTRACT).line)
    return (_of(found, sphere) if sphere else found) if rest else []


def _by_section(line: Line, catalogue: Catalogue, sphere: str | None) -> list[DocumentType]:
    for section in (*reversed(line.sections), line.sheet):
        bare = without_marker(section)
        found = catalogue.types_called(bare)
        if not found:
            found, rest = catalogue.type_leading(bare)
            if rest and not re.match(r"(?:cua|nam|do|tu|thang|quy|\(|\d|-|:)", fold(rest)):
                found = []
        if sphere:
            found = _of(found, sphere)
        if found:
            return found
    return []


def without_marker(title: str) -> str:
    """
    >>> without_marker("II. Chỉ thị"), without_marker("Chỉ thị")
    ('Chỉ thị', 'Chỉ thị')
    """
    return _OF_SECTION.sub("", title).strip(" :.-–")
