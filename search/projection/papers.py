"""What official documents add to their entries: numbers in every spelling, catalogue, validity, pages of files."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from django.db.models import F, prefetch_related_objects

from documents import citations
from documents.files.shown import PageText, released_pages
from documents.mentions.services import names_of
from documents.models import Field, Issuer, OfficialDocument, StatusPeriod
from portal.text import normalise
from search.entries import Passage, StatusSpan
from search.projection.cited import citations_of

#: Of one file. The longest laws have some hundreds of pages.
MOST_PAGES = 1_000
#: Of all files of one document together.
MOST_LETTERS = 3_000_000
_MOST_NAME = 255

Named = TypeVar("Named", Field, Issuer)


@dataclass(frozen=True)
class Paper:
    """The part of an entry that only a document has."""

    numbers: tuple[str, ...] = ()
    document_type: str = ""
    issuer: str = ""
    fields: tuple[str, ...] = ()
    about: str = ""
    statuses: tuple[StatusSpan, ...] = ()
    passages: tuple[Passage, ...] = field(default=(), repr=False)
    citations: int = 0


def papers_of(documents: Sequence[OfficialDocument]) -> dict[int, Paper]:
    """For each document, by its number; so many queries for however many. Drafts are not looked at."""
    if not documents:
        return {}
    ids = [document.pk for document in documents]
    prefetch_related_objects(documents, "document_type", "issuer", "term", "position")
    in_fields = OfficialDocument.fields.through.objects.filter(officialdocument__in=ids)
    fields = _related(Field, in_fields.values_list("officialdocument", "field"))
    together = OfficialDocument.co_issuers.through.objects.filter(officialdocument__in=ids)
    others = _related(Issuer, together.values_list("officialdocument", "issuer"))
    spans = _spans(ids)
    pages = released_pages(ids, most=MOST_PAGES)
    cited = citations_of(ids)
    return {
        document.pk: Paper(
            numbers=tuple(sorted(names_of(document))),
            document_type=str(document.document_type_id),
            issuer=str(document.issuer_id),
            fields=tuple(str(one.pk) for one in fields[document.pk]),
            about=_about(document, fields[document.pk], others[document.pk]),
            statuses=tuple(spans[document.pk]),
            passages=tuple(_passages(pages.get(document.pk, ()))),
            citations=cited[document.pk],
        )
        for document in documents
    }


def _related(model: type[Named], rows: Iterable[tuple[int, int]]) -> Mapping[int, list[Named]]:
    """What rows of (document, number) between documents and ``model`` name, in the order of ``model``."""
    by_document: defaultdict[int, set[int]] = defaultdict(set)
    for document, named in rows:
        by_document[document].add(named)
    wanted = {pk for several in by_document.values() for pk in several}
    known = list(model._default_manager.filter(pk__in=wanted)) if wanted else []
    found: defaultdict[int, list[Named]] = defaultdict(list)
    for document, several in by_document.items():
        found[document] = [one for one in known if one.pk in several]
    return found


def _about(document: OfficialDocument, fields: Iterable[Field], others: Iterable[Issuer]) -> str:
    """Type, bodies, term, fields and who signed, as readers see them beside the text; a line for each."""
    term = citations.term(str(document.term or ""))
    parts = (
        document.document_type,
        document.symbol,
        document.issuer,
        *others,
        term,
        *fields,
        document.position or "",
        document.signer,
    )
    return normalise("\n".join(filter(None, map(str, parts))))


def _spans(ids: Sequence[int]) -> Mapping[int, list[StatusSpan]]:
    found: defaultdict[int, list[StatusSpan]] = defaultdict(list)
    rows = StatusPeriod.objects.filter(document__in=ids)
    for row in rows.order_by("document", F("starts").asc(nulls_first=True), "pk"):
        found[row.document_id].append(StatusSpan(str(row.status), row.starts, row.ends))
    return found


def _passages(pages: Iterable[PageText]) -> Iterable[Passage]:
    letters = 0
    for page in pages:
        if letters >= MOST_LETTERS:
            return
        text = normalise(page.text[: MOST_LETTERS - letters])
        letters += len(text)
        yield Passage(str(page.file), normalise(page.title)[:_MOST_NAME], page.number, text)
