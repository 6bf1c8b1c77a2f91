"""Find the mentions of documents in a text, or the number that somebody typed."""

from collections.abc import Iterator

from documents.references.beside import Beside
from documents.references.citations import citations
from documents.references.plenum import plenums
from documents.references.reading import Reading
from documents.references.reference import Number, Reference

Found = tuple[int, int, Number, Beside]


def find(text: str) -> list[Reference]:
    """Every mention of a document in ``text``, in order; none overlaps another.

    A mention reaches from the type, if it stands right before the number, else from "số" or the number, to the end of
    number and symbol; that of a plenum resolution to the end of its term. Date, body and the term beside a number are
    told but not part of it. In a list each number is a mention, and only the first has the type's words.

    >>> [(mention.text, mention.key) for mention in find("các Quyết định số 12, 13 và 15-QĐ/TU")]
    [('Quyết định số 12', '12|QĐ|TU'), ('13', '13|QĐ|TU'), ('15-QĐ/TU', '15|QĐ|TU')]
    >>> mention, = find("Hướng dẫn 12 ngày 6/7/2018 của Ban Tổ chức Trung ương")
    >>> mention.text, mention.key, mention.date, mention.issuer
    ('Hướng dẫn 12', 'HD|12', '2018-07-06', 'BTCTW')
    """
    reading = Reading(text)
    return [_reference(reading, *found) for found in _in_order(plenums(reading), citations(reading))]


def _in_order(plenums: Iterator[Found], citations: Iterator[Found]) -> list[Found]:
    """Both, without the citations that begin inside a plenum's resolution."""
    found = [
        (start, rank, (start, end, number, beside))
        for rank, several in enumerate((plenums, citations))
        for start, end, number, beside in several
    ]
    found.sort(key=lambda entry: entry[:2])
    kept: list[Found] = []
    for start, _, mention in found:
        if not kept or start >= kept[-1][1]:
            kept.append(mention)
    return kept


def _reference(reading: Reading, start: int, end: int, number: Number, beside: Beside) -> Reference:
    first, last = reading.given(start, end)
    return Reference(
        start=first,
        end=last,
        text=reading.text[first:last],
        kind=number.kind,
        number=number.number,
        code=number.code,
        issuer=number.issuer,
        date=beside.date,
        year=number.year or beside.year,
        term=number.term or beside.term,
        key=number.key,
        body=beside.body,
    )
