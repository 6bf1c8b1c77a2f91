"""What a mention of a document tells of it."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How the mention names its document."""

    PARTY = "party"
    """By a number and symbol of the party: ``10-CT/TW``."""
    STATE = "state"
    """By a number and symbol of the state: ``30/2020/NĐ-CP``, ``1253/QĐ-UBND``, ``123/UBND-NC``."""
    LAW = "law"
    """By a number of the National Assembly or its Standing Committee: ``29/2018/QH14``."""
    PLENUM = "plenum"
    """As the resolution of a plenum of the Central Committee: ``Nghị quyết Trung ương 4 khóa XII``."""
    NAMED = "named"
    """By its type and a bare number: ``Chỉ thị 10``. Never enough to know which document is meant."""


@dataclass(frozen=True, slots=True)
class Number:
    """The parts of a document's number and symbol, each in the one spelling that keys use; unknown ones are ``None``.

    >>> Number(Kind.PARTY, "10", code="CT", issuer="TW").key
    '10|CT|TW'
    >>> Number(Kind.STATE, "30", year=2020, code="NĐ", issuer="CP").key
    '30/2020|NĐ-CP'
    >>> Number(Kind.STATE, "123", code="CV", issuer="UBND-NC", symbol="UBND-NC").key
    '123|UBND-NC'
    >>> Number(Kind.LAW, "29", year=2018, code="QH14", issuer="QH", symbol="QH14").key
    '29/2018|QH14'
    >>> Number(Kind.PLENUM, "4", code="NQ", issuer="TW", term="XII").key
    'NQTW|4|XII'
    >>> Number(Kind.PLENUM, None, code="NQ", issuer="TW", term="XI").key
    'NQTW||XI'
    >>> Number(Kind.NAMED, "10", code="CT", issuer="TW").key
    'CT|10'
    """

    kind: Kind
    number: str | None
    year: int | None = None
    code: str | None = None
    issuer: str | None = None
    symbol: str | None = None
    """What follows the last slash of a state number, where that is not the code and the issuer."""
    term: str | None = None

    @property
    def key(self) -> str:
        if self.kind is Kind.PLENUM:
            return "|".join(("NQTW", self.number or "", self.term or "")).rstrip("|")
        if self.kind is Kind.NAMED:
            return f"{self.code}|{self.number}"
        if self.kind is Kind.PARTY:
            return f"{self.number}|{self.code}|{self.issuer}"
        number = f"{self.number}/{self.year}" if self.year else f"{self.number}"
        symbol = self.symbol or "-".join(filter(None, (self.code, self.issuer)))
        return f"{number}|{symbol}" if symbol else number


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention: ``given_text[start:end] == text``, and what it and the words beside it say."""

    start: int
    end: int
    text: str
    kind: Kind
    number: str | None
    """Without leading zeros, with its letter: ``15a``. Of a plenum's resolution the plenum's, where it is said."""
    code: str | None
    """The type's code, as in :mod:`documents.references.codes`; of a law the symbol: ``QH14``."""
    issuer: str | None
    """The abbreviation in the symbol; of a named document that of the body named beside it."""
    date: str | None
    """ISO, when stated right beside."""
    year: int | None
    """The number's, else the date's, else the one stated right beside."""
    term: str | None
    """Roman: the term (khoá) stated beside."""
    key: str
    body: str | None = None
    """The issuing body as the words beside say it: tells Ban Bí thư from Bộ Chính trị, who share one symbol."""
