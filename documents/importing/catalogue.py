"""The words of the register as a file may write them: bodies, types, terms, fields, offices and relations, by name.

All are loaded once for a whole file. A name is known in any case, with or without marks, by its usual short forms; what
is only nearly a name is proposed and never taken.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from documents.importing.columns import RELATION, plain
from documents.models import DocumentType, Field, Issuer, Position, RelationKind, Term
from documents.models.levels import IssuerLevel, Sphere
from documents.references.numerals import to_roman
from portal.text import fold

_CENTRE = re.compile(r"(?<![^\W_])T\.?\s?(?:Ư|W)\.?(?![^\W_])")
_CENTRE_AT_END = re.compile(r"(?<=[A-ZĐ]{2})\s?T\.?Ư\.?(?![^\W_])")
_OF_TERM = re.compile(r"[(,]?\s*\b(?:khoa|nhiem ki|nk|k)\b\.?\s*(?:thu )?([ivx]+|\d{1,2}|\d{4}\s*-\s*\d{4})\b\s*\)?")
_MEETING = re.compile(r"^hoi nghi (?:lan thu \S+ )?(?=b)")
_NOT_LETTERS = re.compile(r"[\W_]+")
#: Short forms that bodies are called by, and what they stand for, folded.
_LONG_FORMS = {
    "bch": "ban chap hanh", "btv": "ban thuong vu", "bbt": "ban bi thu", "bct": "bo chinh tri", "btc": "ban to chuc",
    "ubkt": "uy ban kiem tra", "vp": "van phong", "btg": "ban tuyen giao", "bdv": "ban dan van", "bnc": "ban noi chinh",
    "tw": "trung uong", "ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "mttq": "mat tran to quoc", "tt": "thuong truc",
    "tp": "thanh pho", "tx": "thi xa", "btgdv": "ban tuyen giao va dan van", "ttg": "thu tuong chinh phu", "hd": "hoi dong",
    "bchtw": "ban chap hanh trung uong", "du": "dang uy", "ub": "uy ban", "cp": "chinh phu",
}  # fmt: skip
_OF_PARTY = re.compile(r"\b(?:dang cong san viet nam|dcsvn|cua dang)\b|(?<=trung uong) dang\b")
#: Parts of a committee that issue under its letters: what they sign is numbered with what the committee does.
_PART_OF_COMMITTEE = re.compile(
    r"^(?:ban thuong vu|ban chap hanh(?: dang bo)?|thuong truc|ban thuong vu ban chap hanh) "
)
_PROPOSED = 3
_CENTRE_ALONE = "trung uong"


def body_key(name: str) -> str:
    """One form for all ways to write a body's name.

    >>> body_key("BCH T.Ư Đảng (khoá XIII)") == body_key("Ban Chấp hành Trung ương") == body_key("BCHTW")
    True
    """
    folded = fold(_CENTRE_AT_END.sub("TW", _CENTRE.sub(" TW ", name)))
    folded = _MEETING.sub("", _OF_TERM.sub(" ", folded))
    words = _NOT_LETTERS.sub(" ", folded).split()
    long = " ".join(_LONG_FORMS.get(word, word) for word in words)
    return " ".join(_OF_PARTY.sub(" ", long).split())


def letters(name: str) -> str:
    """The bare letters of an abbreviation: `BTC T.Ư` is `btctw`."""
    return _NOT_LETTERS.sub("", fold(_CENTRE_AT_END.sub("TW", _CENTRE.sub("TW", name))))


class Catalogue:
    """Everything that the portal knows by name, as it is now."""

    def __init__(self) -> None:
        self.types = list(DocumentType.objects.all())
        self.issuers = list(Issuer.objects.all())
        self.terms = list(Term.objects.all())
        self.kinds = list(RelationKind.objects.all())
        self._fields = {plain(field.name): field for field in Field.objects.all()}
        self._positions = {plain(position.name): position for position in Position.objects.all()}
        self._link_bodies()
        self._by_name: dict[str, list[Issuer]] = defaultdict(list)
        self._by_letters: dict[str, list[Issuer]] = defaultdict(list)
        for issuer in self.issuers:
            for key in {body_key(name) for name in issuer.names()} - {""}:
                self._by_name[key].append(issuer)
            for key in {letters(issuer.abbreviation)} - {""}:
                self._by_letters[key].append(issuer)
        self._terms: dict[tuple[int, dt.date], Term | None] = {}

    def _link_bodies(self) -> None:
        """So that asking what stands above a body costs no query."""
        by_pk = {issuer.pk: issuer for issuer in self.issuers}
        for issuer in self.issuers:
            if issuer.parent_id:
                issuer.parent = by_pk[issuer.parent_id]

    # Bodies

    def issuers_called(self, name: str) -> list[Issuer]:
        """The bodies of this name or of these letters; several may share them."""
        if body_key(name) == _CENTRE_ALONE:  # the word says no more than the letters
            return self.issuers_with("TW")
        found = list(self._by_name.get(body_key(name), []))
        if not found or (len(name.split()) == 1 and name.upper() == name):
            found += [issuer for issuer in self.issuers_with(name) if issuer not in found]
        return found

    def issuers_with(self, abbreviation: str) -> list[Issuer]:
        """Those whose numbers bear these letters."""
        return list(self._by_letters.get(letters(abbreviation), []))

    def committee_of(self, name: str) -> list[Issuer]:
        """The committee whose standing committee or plenum is called ``name``."""
        key = body_key(name)
        shorter = _PART_OF_COMMITTEE.sub("", key)
        return list(self._by_name.get(shorter, [])) if shorter != key else []

    def nearly_called(self, name: str) -> list[str]:
        """Names that a person may have meant."""
        near = get_close_matches(body_key(name), list(self._by_name), n=_PROPOSED, cutoff=0.6)
        return list(dict.fromkeys(str(issuer) for key in near for issuer in self._by_name[key]))[:_PROPOSED]

    # Types

    def types_called(self, name: str) -> list[DocumentType]:
        """By name or letters, of the Party and of the state."""
        wanted = plain(name)
        named = [kind for kind in self.types if plain(kind.name) == wanted]
        return named or [kind for kind in self.types if wanted in {plain(code) for code in kind.codes}]

    def type_leading(self, text: str) -> tuple[list[DocumentType], str]:
        """The type with whose name ``text`` begins, and the rest."""
        words = text.split()
        for length in range(min(5, len(words)), 0, -1):
            head = plain(" ".join(words[:length]))
            found = [kind for kind in self.types if plain(kind.name) == head]
            if found:
                return found, " ".join(words[length:])
        return [], text

    def types_with(self, code: str) -> list[DocumentType]:
        """Those for which a number may bear these letters; an official letter of the state bears none."""
        wanted = fold(code)
        found = [kind for kind in self.types if wanted in {fold(one) for one in kind.codes}]
        if wanted == "cv":
            found += [kind for kind in self.types if kind.sphere == Sphere.STATE and plain(kind.name) == "cong van"]
        return found

    # The others

    def term_in(self, issuer: Issuer, day: dt.date) -> Term | None:
        known = (issuer.pk, day)
        if known not in self._terms:
            self._terms[known] = Term.objects.in_which(issuer, day)
        return self._terms[known]

    def terms_called(self, name: str, issuer: Issuer) -> Term | None:
        """The term of this name that numbers of ``issuer`` follow."""
        wanted = set(_term_names(name))
        above = {body.pk for body in issuer.with_all_above()}
        for term in self.terms:
            counts = term.issuer_id in above or (term.issuer_id is None and issuer.level == IssuerLevel.CENTRAL)
            if counts and wanted & set(_term_names(term.name)):
                return term
        return None

    def field_called(self, name: str) -> Field | None:
        return self._fields.get(plain(name))

    def position_called(self, name: str) -> Position | None:
        return self._positions.get(plain(name))

    def position_leading(self, text: str) -> tuple[Position | None, str]:
        """The office with whose name ``text`` begins or ends, and the rest."""
        words = text.split()
        for length in range(min(6, len(words) - 1), 0, -1):
            for head, rest in ((words[:length], words[length:]), (words[-length:], words[:-length])):
                if found := self._positions.get(plain(" ".join(head))):
                    return found, " ".join(rest)
        return None, text

    def relation_columns(self) -> dict[str, str]:
        """The headings under which other documents stand, by plain name."""
        columns: dict[str, str] = {}
        for kind in self.kinds:
            for name in (kind.name, *kind.other_names.split(",")):
                if said := plain(name):
                    columns.setdefault(said, f"{RELATION}{kind.pk}")
                    if kind.effect:  # as the national database has it: what replaced it, and what it replaced
                        columns.setdefault(f"van ban {said}", f"{RELATION}-{kind.pk}")
                        columns.setdefault(f"van ban bi {said}", f"{RELATION}{kind.pk}")
                        columns.setdefault(f"van ban duoc {said}", f"{RELATION}{kind.pk}")
            columns.setdefault(plain(kind.inverse_name), f"{RELATION}-{kind.pk}")
        return columns

    def relations_by_words(self) -> Iterator[tuple[str, RelationKind, bool]]:
        """Every way to say a relation, with whether it is said from the other side; the longest first."""
        said: dict[str, tuple[RelationKind, bool]] = {}
        for kind in self.kinds:
            for name in (kind.name, *kind.other_names.split(",")):
                if words := plain(name):
                    said.setdefault(words, (kind, False))
            said.setdefault(plain(kind.inverse_name), (kind, True))
        for words in sorted(said, key=len, reverse=True):
            yield words, *said[words]


def _term_names(name: str) -> Iterable[str]:
    """`khoá XIII`, `13`, `2020-2025` in one form each."""
    folded = re.sub(r"\b(?:khoa|nhiem ki|nk|dai hoi|thu|lan)\b", " ", fold(name))
    if years := re.search(r"(\d{4})\s*-\s*(\d{2,4})", folded):
        yield f"{years[1]}-{years[2] if len(years[2]) == 4 else years[1][:2] + years[2]}"
    for word in re.findall(r"[a-z0-9]+", folded):
        if word.isdigit() and 0 < int(word) < 40:
            yield to_roman(int(word)).lower()
        elif re.fullmatch(r"[ivx]+", word):
            yield word
