"""Who issued a row's document: as its cell says, else as the titles above it, else by letters that only one body has.

Letters alone propose: `TW` stands for three bodies, `TU` for one in every province. What is not told is refused, with
the names that may be meant.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from documents.importing.catalogue import Catalogue, letters
from documents.importing.columns import Column
from documents.importing.entries import Reading
from documents.importing.symbols import Symbol
from documents.importing.tables import Line
from documents.importing.types import without_marker
from documents.models import Issuer
from documents.models.levels import IssuerLevel
from documents.references import Kind
from portal.text import format_date

_SEPARATORS = re.compile(r"\s*[;\n/]\s*|\s+[-–]\s+|\s*,\s*|\s+(?:và|&)\s+", re.IGNORECASE)
_BEFORE_NAME = re.compile(
    r"^(?:(?:các |danh mục |sổ |hệ thống )?văn bản (?:chỉ đạo |đi |đến |do |của |từ )*|(?:do|của)\s+)+", re.IGNORECASE
)
_AFTER_NAME = re.compile(
    r"\s*(?:ban hành|phát hành|\(.*\)|khoá\b.*|khóa\b.*|năm \d{4}.*|nhiệm kỳ .*)+\s*$", re.IGNORECASE
)
_OF_BODY = re.compile(r"\b(?:của|do)\s+(.+)$", re.IGNORECASE)
_MOST_NAMED = 4


class BodyReader:
    """Finds bodies of one file; each name is looked up once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._whole: dict[str, list[Issuer]] = {}

    def read(
        self, line: Line, symbol: Symbol, titles: Sequence[str], day: dt.date | None, reading: Reading
    ) -> tuple[Issuer | None, list[Issuer]]:
        """The body and those that issued with it; without it a refusal says which may be meant."""
        said = line.at(Column.ISSUER)
        if said.text and not said.problem:
            return self._told(said.text, symbol, day, reading)
        beside = symbol.reference.body if symbol.reference is not None else None
        if beside and (found := self._one(self._called(beside), symbol, day)):
            return found, []
        if found := self._by_titles(line, symbol, titles, day):
            return found, []
        return self._by_letters(symbol, day, reading), []

    def _called(self, name: str) -> list[Issuer]:
        if name not in self._whole:
            self._whole[name] = self.catalogue.issuers_called(name)
        return self._whole[name]

    def _told(
        self, text: str, symbol: Symbol, day: dt.date | None, reading: Reading
    ) -> tuple[Issuer | None, list[Issuer]]:
        name = " ".join(text.split())
        found = self._called(name) or self._called(_AFTER_NAME.sub("", name))
        if found:
            return self._chosen(name, found, symbol, day, reading), []
        parts = [part.strip(" .") for part in _SEPARATORS.split(text) if part.strip(" .")]
        if len(parts) > 1:
            return self._several(name, parts, symbol, day, reading)
        if committee := self._one(self.catalogue.committee_of(name), symbol, day):
            reading.warn(_("“%(said)s” was entered as %(body)s.") % {"said": name[:80], "body": committee})
            return committee, []
        self._refuse_unknown(name, symbol, reading)
        return None, []

    def _several(
        self, name: str, parts: Sequence[str], symbol: Symbol, day: dt.date | None, reading: Reading
    ) -> tuple[Issuer | None, list[Issuer]]:
        """Several bodies in one cell issued it together; what is no body there is an office or a person."""
        known = [(part, self._called(part)) for part in parts]
        bodies = [self._one(found, symbol, day) for _part, found in known if found]
        chosen = [body for body in dict.fromkeys(bodies) if body is not None]
        if not known[0][1] or not chosen:
            self._refuse_unknown(name, symbol, reading)
            return None, []
        strange = [part for part, found in known if not found]
        if strange:
            said = _("“%(said)s” is no body that the portal knows; the row was entered for %(body)s alone.")
            reading.warn(said % {"said": "; ".join(strange)[:80], "body": chosen[0]})
        return chosen[0], chosen[1:]

    def _chosen(
        self, name: str, found: list[Issuer], symbol: Symbol, day: dt.date | None, reading: Reading
    ) -> Issuer | None:
        chosen = self._one(found, symbol, day)
        if chosen is None:
            names = ", ".join(_with_parent(issuer) for issuer in found[:_MOST_NAMED])
            reading.refuse(
                _("“%(name)s” may be %(names)s. Write the whole name of the issuing body.")
                % {"name": name[:80], "names": names}
            )
            return None
        self._warn_of(chosen, symbol, day, reading)
        return chosen

    @staticmethod
    def _warn_of(chosen: Issuer, symbol: Symbol, day: dt.date | None, reading: Reading) -> None:
        if day and not _existed(chosen, day):
            reading.warn(
                _("On %(day)s there was no %(body)s. Check the day and the body.")
                % {"day": format_date(day), "body": chosen}
            )
        number = symbol.number
        if number is not None and number.issuer and number.kind is Kind.PARTY and chosen.abbreviation:
            printed = letters(re.split(r"[-/]", number.issuer)[0])
            if printed != letters(chosen.abbreviation):
                reading.warn(
                    _("The letters of %(number)s are not those of %(body)s (%(letters)s). Check the body.")
                    % {"number": symbol.text, "body": chosen, "letters": chosen.abbreviation}
                )

    def _one(self, found: Iterable[Issuer], symbol: Symbol, day: dt.date | None) -> Issuer | None:
        """The one that is meant: there on the day, and with the letters of the number."""
        candidates = list(dict.fromkeys(found))
        if len(candidates) > 1 and day is not None:
            candidates = [one for one in candidates if _existed(one, day)] or candidates
        if len(candidates) > 1 and symbol.number is not None and symbol.number.issuer:
            printed = letters(re.split(r"[-/]", symbol.number.issuer)[0])
            candidates = [one for one in candidates if letters(one.abbreviation) == printed] or candidates
        return candidates[0] if len(candidates) == 1 else None

    def _by_titles(self, line: Line, symbol: Symbol, titles: Sequence[str], day: dt.date | None) -> Issuer | None:
        """What stands above the row, the nearest first. A body that does not fit the letters is only the keeper's."""
        printed = letters(re.split(r"[-/]", symbol.number.issuer)[0]) if symbol.number and symbol.number.issuer else ""
        for title in (*reversed(line.sections), line.sheet, *reversed(titles)):
            for name in _names_in(title):
                chosen = self._one(self._called(name), symbol, day)
                if chosen and (not printed or letters(chosen.abbreviation) == printed):
                    return chosen
        return None

    def _by_letters(self, symbol: Symbol, day: dt.date | None, reading: Reading) -> Issuer | None:
        printed = re.split(r"[-/]", symbol.number.issuer)[0] if symbol.number and symbol.number.issuer else ""
        found = self.catalogue.issuers_with(printed) if printed else []
        chosen = self._one(found, symbol, day)
        if chosen is not None and chosen.level == IssuerLevel.CENTRAL:
            reading.warn(_("The issuing body was taken from the number: %(body)s.") % {"body": chosen})
            return chosen
        if found:
            names = ", ".join(_with_parent(issuer) for issuer in found[:_MOST_NAMED])
            reading.refuse(_("The issuing body is missing. By the number it may be %(names)s.") % {"names": names})
        else:
            reading.refuse(_("The issuing body is missing. Write its whole name."))
        return None

    def _refuse_unknown(self, name: str, symbol: Symbol, reading: Reading) -> None:
        near = self.catalogue.nearly_called(name)
        if symbol.number is not None and symbol.number.issuer:
            printed = re.split(r"[-/]", symbol.number.issuer)[0]
            near += [str(issuer) for issuer in self.catalogue.issuers_with(printed)]
        names = ", ".join(list(dict.fromkeys(near))[:_MOST_NAMED])
        if names:
            reading.refuse(
                _("The portal knows no body “%(name)s”. Nearest: %(names)s. Correct the name, or add the body.")
                % {"name": name[:80], "names": names}
            )
        else:
            reading.refuse(
                _("The portal knows no body “%(name)s”. Add it under “Document register”, or correct the name.")
                % {"name": name[:80]}
            )


def _existed(issuer: Issuer, day: dt.date) -> bool:
    return (issuer.valid_from is None or issuer.valid_from <= day) and (
        issuer.valid_to is None or day <= issuer.valid_to
    )


def _with_parent(issuer: Issuer) -> str:
    return f"{issuer} ({issuer.parent})" if issuer.level > IssuerLevel.CENTRAL and issuer.parent_id else str(issuer)


def _names_in(title: str) -> Iterable[str]:
    """What a title may call a body: itself, without what stands around it, or behind `của`."""
    bare = without_marker(title)
    yield bare
    shorter = _AFTER_NAME.sub("", _BEFORE_NAME.sub("", bare))
    if shorter != bare:
        yield shorter
    if found := _OF_BODY.search(bare):
        yield _AFTER_NAME.sub("", found[1])
