"""Relations as registers write them: `Thay thế Chỉ thị số …; Hướng dẫn thực hiện …`.

A document's own type is no relation: in `Thay thế Hướng dẫn 09-HD/BTCTW` the second word belongs to the number.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from documents.importing.catalogue import Catalogue
from documents.importing.columns import plain
from documents.models import RelationKind
from documents.numbers import key_of_symbol
from documents.references import Kind, find
from documents.references.reference import Reference

_PARTS = re.compile(
    r"[;\n•]+|\.\s+(?=[^\W\d_])|(?<=[\w)]),\s*(?=(?:và\s+)?(?:[Tt]hay thế|[Ss]ửa đổi|[Bb]ãi bỏ|[Hh]ướng dẫn thực hiện|[Bb]ị |[Đđ]ược ))"
)
_IN_PART = re.compile(
    r"\b(?:mot phan|1 phan|mot so (?:dieu|noi dung|khoan|muc)|dieu \d|khoan \d|muc [\divx]|diem [a-z\d])"
)
_PIECE = re.compile(
    r"(?:(?:điểm|khoản|điều|mục|chương|phần)\s+[\w.]+(?:\s*(?:,|và)\s*[\d.a-z]+)*[\s,]*(?:của|,)?\s*)+", re.IGNORECASE
)
#: Further ways to say a relation, folded, by the name that the portal's own data gives it.
_SAID_ALSO = (
    ("thay cho", "thay the"), ("thay", "thay the"), ("huy bo", "bai bo"), ("bai bo", "bai bo"), ("sua doi", "sua doi bo sung"),
    ("bo sung", "sua doi bo sung"), ("thuc hien", "trien khai thuc hien"), ("trien khai", "trien khai thuc hien"),
    ("huong dan thuc hien", "huong dan thuc hien"), ("huong dan", "huong dan thuc hien"), ("can cu", "can cu"),
    ("theo", "can cu"), ("bi thay the", "bi thay the boi"), ("bi bai bo", "bi bai bo boi"), ("duoc sua doi", "duoc sua doi bo sung boi"),
    ("bi sua doi", "duoc sua doi bo sung boi"), ("duoc thay the", "bi thay the boi"), ("duoc bo sung", "duoc sua doi bo sung boi"),
    ("duoc huong dan", "duoc huong dan boi"), ("lien quan", "lien quan"), ("xem them", "lien quan"), ("xem", "lien quan"),
    ("tiep tuc thuc hien", "tiep tuc thuc hien"), ("dinh chinh", "dinh chinh"), ("kem theo", "ban hanh kem theo"),
    ("het hieu luc boi", "bi thay the boi"), ("da thay the bang", "bi thay the boi"), ("thay the bang", "bi thay the boi"),
    ("thay bang", "bi thay the boi"), ("cu the hoa", "quy dinh chi tiet"), ("sua", "sua doi bo sung"), ("thay the boi", "bi thay the boi"),
    ("da bi thay the boi", "bi thay the boi"), ("da duoc thay the boi", "bi thay the boi"), ("duoc thay the boi", "bi thay the boi"),
    ("da bi thay the", "bi thay the boi"), ("duoc thay the bang", "bi thay the boi"), ("bi thay the bang", "bi thay the boi"),
)  # fmt: skip
_LONGEST = 300


@dataclass(frozen=True)
class Related:
    """This document ``kind`` the other, or with ``inverse`` the other this one. ``key`` is empty without a number."""

    kind: RelationKind
    text: str
    key: str = ""
    day: str = ""
    inverse: bool = False
    partial: bool = False
    note: str = ""
    #: Only the heading of the column says how the two stand: days may tell that it is the other way round.
    by_heading: bool = False


class RelationReader:
    """Reads cells of relations with the words that the portal's kinds of relations go by."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._said: list[tuple[str, RelationKind, bool]] = list(catalogue.relations_by_words())
        known = {words: (kind, inverse) for words, kind, inverse in self._said}
        self._said += [(words, *known[name]) for words, name in _SAID_ALSO if name in known]
        self._said.sort(key=lambda said: len(said[0]), reverse=True)
        self.by_column = {
            **{str(kind.pk): (kind, False) for kind in catalogue.kinds},
            **{f"-{kind.pk}": (kind, True) for kind in catalogue.kinds},
        }
        self._symmetric = next((kind for kind in catalogue.kinds if kind.is_symmetric), None)

    def read(self, text: str, column: str = "") -> list[Related]:
        """What a cell says; ``column`` is the relation that its heading names, empty for `Văn bản liên quan`."""
        default = self.by_column.get(column)
        if default is None and self._symmetric is not None:
            default = (self._symmetric, False)
        found: list[Related] = []
        last, by_heading = default, bool(column)
        for part in _PARTS.split(text):
            if not part.strip(" .,-–"):
                continue
            references = find(part)
            said = self._kind_before(part, references)
            by_heading = by_heading and said is None
            last = said or last
            if last is not None:
                relations = self._relations(part.strip(" .,-–"), part, references, *last)
                found += [replace(one, by_heading=by_heading) for one in relations]
        return found

    def said_in(self, text: str) -> list[Related]:
        """What a note says of relations: only where it names the relation and a whole number."""
        found: list[Related] = []
        for part in _PARTS.split(text):
            references = [one for one in find(part) if one.kind is not Kind.NAMED]
            said = self._kind_before(part, references) if references else None
            if said is not None:
                found += self._relations(part.strip(), part, references, *said)
        return found

    def _kind_before(self, part: str, references: Sequence[Reference]) -> tuple[RelationKind, bool] | None:
        """The relation in the words before the first number."""
        words = plain(part[: references[0].start] if references else part)
        words = re.sub(
            r"^(?:van ban nay|da|duoc ban hanh|ban hanh|nham|de|va|van ban|\d+|[a-z]) ", "", f"{words} "
        ).strip()
        for said, kind, inverse in self._said:
            if said and (words == said or words.startswith(f"{said} ")):
                return kind, inverse
        return None

    @staticmethod
    def _relations(
        whole: str, part: str, references: Sequence[Reference], kind: RelationKind, inverse: bool
    ) -> Iterator[Related]:
        if not references:
            yield Related(
                kind, whole[:_LONGEST], key=key_of_symbol(whole) if whole[:1].isdigit() else "", inverse=inverse
            )
            return
        head = part[: references[0].start]
        partial = bool(_IN_PART.search(plain(head)))
        piece = _PIECE.search(head)
        for reference in references:
            key = "" if reference.kind is Kind.NAMED else reference.key
            note = piece[0].strip(" ,").removesuffix("của").strip() if piece else ""
            yield Related(kind, _named(reference), key, reference.date or "", inverse, partial, note[:250])


def _named(reference: Reference) -> str:
    """The other document as its register names it: number, day and body."""
    text = " ".join(reference.text.split())
    if reference.date:
        year, month, day = reference.date.split("-")
        text += f" ngày {int(day):02}/{month}/{year}"
    if reference.body:
        text += f" của {reference.body}"
    elif reference.term and not reference.date and reference.kind is not Kind.PLENUM:
        text += f" (khoá {reference.term})"
    return text[:_LONGEST]
