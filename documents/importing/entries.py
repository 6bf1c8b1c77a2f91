"""What a row says of a document: everything that would be written, and what a person should know of it."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from documents.importing.relations import Related
from documents.models import DocumentType, Field, Issuer, Position, Term
from documents.numbers import key_of_symbol
from portal.access.levels import Level
from portal.text import fold


@dataclass
class Entry:
    """One document as the register has it. What is unknown is empty."""

    symbol: str
    document_type: DocumentType
    issuer: Issuer
    abstract: str
    co_issuers: list[Issuer] = field(default_factory=list)
    term: Term | None = None
    issued_on: date | None = None
    effective_on: date | None = None
    expires_on: date | None = None
    expiry_reason: str = ""
    status_override: str = ""
    status_override_reason: str = ""
    signer: str = ""
    position: Position | None = None
    signing_authority: str = ""
    place: str = ""
    recipients: str = ""
    scope: str = ""
    urgency: str = ""
    circulation: str = ""
    source_name: str = ""
    source_url: str = ""
    level: Level = Level.PUBLIC
    fields: list[Field] = field(default_factory=list)
    relations: list[Related] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    @property
    def number_key(self) -> str:
        return key_of_symbol(self.symbol) if self.symbol else ""

    @property
    def key(self) -> str:
        """By which the row is known again: what makes a document's identity, or its words where it has no number."""
        when = self.issued_on.isoformat() if self.issued_on else f"term {self.term.pk}" if self.term else ""
        name = self.number_key or hashlib.sha256(fold(self.abstract).encode()).hexdigest()[:32]
        kind = "" if self.number_key else str(self.document_type.pk)
        return "|".join((name, kind, str(self.issuer.pk), when))[:200]

    def digest(self) -> str:
        """Equal as long as the register says the same of the document."""
        said: dict[str, Any] = {
            name: _plain(value)
            for name, value in self.__dict__.items()
            if value not in ("", None, []) and name != "files"
        }
        return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, Related):
        return [value.kind.pk, value.text, value.inverse, value.partial, value.note]
    return getattr(value, "pk", None) or str(value)


@dataclass
class Reading:
    """A row, read. ``refusals`` say why it cannot be taken; a secret one shows nothing of itself."""

    sheet: str
    number: int
    label: str = ""
    entry: Entry | None = None
    refusals: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    secret: bool = False

    def refuse(self, reason: str) -> None:
        if reason not in self.refusals:
            self.refusals.append(reason)

    def warn(self, remark: str) -> None:
        if remark and remark not in self.warnings:
            self.warnings.append(remark)
