"""What a file says of its document, as values of the form: only what stands there, beside the line that says it.

A body, a type or an office is proposed where exactly one is meant. What is not sure stays empty for the person.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from documents.extraction.proposal_parts import Found, Side
from documents.extraction.proposals import Proposed, propose
from documents.importing.catalogue import Catalogue, letters
from documents.models import DocumentFile, DocumentType, FilePage, Issuer, Quarantine
from documents.models.document import SigningAuthority
from documents.models.levels import Sphere
from documents.references import parse_number

_LONGEST_LINE = 120
#: How papers write in whose place somebody signs, in letters alone.
_POWERS = {
    "TM": SigningAuthority.FOR, "THAYMẶT": SigningAuthority.FOR, "KT": SigningAuthority.INSTEAD,
    "TL": SigningAuthority.BY_ORDER, "THỪALỆNH": SigningAuthority.BY_ORDER, "TUQ": SigningAuthority.AUTHORISED,
}  # fmt: skip


@dataclass(frozen=True)
class Filled:
    """The value of one field, and where it was read: the page, and the line as it stands there."""

    name: str
    value: Any
    page: int
    line: str


#: Fields whose values are a number, a day or an entry of a list. No words of the text can come into a draft with them.
WITHOUT_WORDS = ("symbol", "issued_on", "issuer", "document_type")


def filled_from(file: DocumentFile) -> list[Filled]:
    """What first and last page of ``file`` say, as far as it may stand in a draft.

    While a second person's word is waited for only what has no words, since these would outlive the file in versions if
    it is blocked; before the verdict, and after it was blocked, nothing.
    """
    if file.quarantine == Quarantine.RELEASED:
        return _read_from(file)
    if file.quarantine == Quarantine.LOOK:
        return [one for one in _read_from(file) if one.name in WITHOUT_WORDS]
    return []


def _read_from(file: DocumentFile) -> list[Filled]:
    pages = list(file.pages.filter(number__in=(1, file.page_count or 1)).order_by("number"))
    if not pages:
        return []
    proposed = propose(pages[0].shown_text, pages[-1].shown_text)
    return [_filled(name, value, found, pages) for name, value, found in _values(proposed) if found and value]


def _values(proposed: Proposed) -> Iterator[tuple[str, Any, Found[Any] | None]]:
    """(field, value, where it was found); one that is not sure is empty."""
    catalogue = Catalogue()
    said = proposed.values()
    day = dt.date.fromisoformat(proposed.issued_on.value) if proposed.issued_on else None
    issuer, told_by = _issuer(proposed, day, catalogue)
    yield "symbol", said["number"], proposed.number
    yield "issued_on", day, proposed.issued_on
    yield "issuer", issuer, told_by
    yield "document_type", _type(str(said["kind"] or ""), issuer, catalogue), proposed.kind
    yield "abstract", said["abstract"], proposed.abstract
    yield "signer", said["signer"], proposed.signer
    yield "position", catalogue.position_called(str(said["position"] or "")), proposed.position
    yield "signing_authority", _authority(str(said["authority"] or "")), proposed.authority
    yield "place", said["place"], proposed.place
    yield "recipients", "\n".join(said["recipients"] or ()), proposed.recipients


def _issuer(proposed: Proposed, day: dt.date | None, catalogue: Catalogue) -> tuple[Issuer | None, Found[Any] | None]:
    """On whose behalf it is signed, else the name at the top, if the number bears its letters.

    The letters alone tell it where these names are those of other bodies that the portal knows, or where there are
    none. A name that it does not know is another committee's.
    """
    above = proposed.superior.value if proposed.superior else ""
    number = parse_number(proposed.number.value) if proposed.number else None
    printed = number.issuer if number is not None else None
    is_known = proposed.on_behalf_of is None and proposed.issuer is None
    for found in (proposed.on_behalf_of, proposed.issuer):
        if found is None:
            continue
        for name in (f"{found.value} {above}".strip(), found.value):
            named = catalogue.issuers_called(name) or catalogue.committee_of(name)
            is_known |= bool(named)
            issuer = _the_one(named, day)
            if issuer is not None and (not printed or letters(printed) == letters(issuer.abbreviation)):
                return issuer, found
    issuer = _the_one(catalogue.issuers_with(printed), day) if printed and is_known else None
    return (issuer, proposed.number) if issuer is not None else (None, None)


def _the_one(issuers: Iterable[Issuer], day: dt.date | None) -> Issuer | None:
    there = [one for one in dict.fromkeys(issuers) if day is None or _existed(one, day)]
    return there[0] if len(there) == 1 else None


def _existed(issuer: Issuer, day: dt.date) -> bool:
    return (issuer.valid_from or day) <= day <= (issuer.valid_to or day)


def _type(name: str, issuer: Issuer | None, catalogue: Catalogue) -> DocumentType | None:
    found = catalogue.types_called(name)
    if issuer is not None:
        is_state = issuer.sphere == Sphere.STATE
        found = [kind for kind in found if (kind.sphere == Sphere.STATE) == is_state]
    return found[0] if len(found) == 1 else None


def _authority(printed: str) -> str:
    letters = "".join(char for char in printed.split(",", maxsplit=1)[0].upper() if char.isalpha())
    return _POWERS.get(letters, "")


def _filled(name: str, value: Any, found: Found[Any], pages: list[FilePage]) -> Filled:
    page = pages[0] if found.page is Side.FIRST else pages[-1]
    lines = page.shown_text.split("\n")
    line = lines[found.line].strip() if found.line < len(lines) else ""
    return Filled(name, value, page.number, line[:_LONGEST_LINE])
