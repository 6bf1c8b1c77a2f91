"""What is written of mentions: with every text that goes live, with every document, and when staff decide."""

from collections.abc import Collection, Iterator, Sequence

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import transaction
from django.db.models import F, Q, QuerySet
from wagtail.models import Page

from documents.mentions.cited import Found, read
from documents.mentions.decisions import carried
from documents.mentions.lines import digest_of
from documents.mentions.names import names_of_number, names_of_plenum
from documents.mentions.signals import texts_read
from documents.mentions.texts import day_of, lines_of_page
from documents.models import CitedName, Mention, MentionDecision, OfficialDocument, TextReading
from portal.editorial.audit.services import Thing, record
from portal.models import PortalPage
from portal.text import fold

#: Grows when the parser or what is stored of a mention changes: then every text is read again.
PARSER = 2
DECIDED = "mention.decided"
_BATCH = 500
#: Read in one transaction: writers of SQLite wait meanwhile.
_TEXTS = 50


@transaction.atomic
def read_page(page: PortalPage) -> int:
    """Write the mentions of ``page``, as it is live, anew; returns how many there are."""
    mentions = mentions_in(page, make_names=True)
    Mention.objects.filter(page=page.pk).delete()
    Mention.objects.bulk_create(mentions, batch_size=_BATCH)
    TextReading.objects.update_or_create(
        page_id=page.pk, defaults={"revision": page.live_revision_id, "parser": PARSER}
    )
    return len(mentions)


@transaction.atomic
def forget_page(page: Page) -> None:
    """``page`` is no longer live. What staff decided is kept for when it comes back."""
    Mention.objects.filter(page=page.pk).delete()
    TextReading.objects.filter(page=page.pk).delete()


def mentions_in(page: PortalPage, *, make_names: bool = False) -> list[Mention]:
    """The mentions of ``page`` as it is in memory, not saved; a document does not mention itself.

    Without ``make_names`` nothing is written: a name that is not there yet is a row in memory.
    """
    lines = lines_of_page(page)
    own, day = _own_names(page), day_of(page)
    found = [one for one in read(lines) if not (one.cited.key in own and _is_itself(page, one))]
    names = _names({one.cited.key for one in found}, make=make_names)
    mentions = [
        _mention(page, one, position, names[one.cited.key], digest_of(lines[one.line]))
        for position, one in enumerate(found)
    ]
    for mention in mentions:
        mention.text_day = day
    if mentions:
        decisions = MentionDecision.objects.filter(page=page.pk).select_related("document__document_type")
        for mention, decision in carried(list(decisions), mentions):
            mention.decision = decision
    return mentions


def _mention(page: Page, found: Found, position: int, name: CitedName, line: str) -> Mention:
    cited = found.cited
    return Mention(
        page_id=page.pk,
        position=position,
        name=name,
        line=line,
        start=found.start,
        end=found.end,
        text=found.text[:200],
        before=found.before,
        after=found.after,
        kind=cited.kind.value,
        issuer=cited.issuer[:60],
        day=cited.day,
        year=cited.year,
        term=cited.term[:10],
        body=cited.body[:160],
        place=fold(cited.place)[:80],
        is_supported=cited.is_supported,
    )


def _own_names(page: PortalPage) -> set[str]:
    return names_of(page) if isinstance(page, OfficialDocument) else set()


def _is_itself(page: PortalPage, found: Found) -> bool:
    issued_on = getattr(page, "issued_on", None)
    return found.cited.day is None or issued_on is None or found.cited.day == issued_on


def _names(keys: Collection[str], *, make: bool = True) -> dict[str, CitedName]:
    """The names with these keys; those that are new are made, or stand in memory only."""
    wanted = {key[:80] for key in keys}
    known = {name.key: name for name in CitedName.objects.filter(key__in=wanted)} if wanted else {}
    new = sorted(wanted - known.keys())
    if not make:
        known |= {key: CitedName(key=key) for key in new}
    elif new:
        CitedName.objects.bulk_create([CitedName(key=key) for key in new], ignore_conflicts=True)
        known |= {name.key: name for name in CitedName.objects.filter(key__in=new)}
    return {key: known[key[:80]] for key in keys}


# Documents


def names_of(document: OfficialDocument) -> set[str]:
    """The keys by which texts may name ``document``. An alias is its original."""
    if document.alias_of_id:
        return set()
    term = document.term.name if document.term is not None else ""
    return names_of_number(document.number_key, document.document_type.code) | names_of_plenum(document.plenum, term)


@transaction.atomic
def name_document(document: OfficialDocument) -> None:
    """``document`` is live: mentions of all pages, those written long ago as well, find it by its names."""
    wanted = names_of(document)
    if set(document.cited_names.values_list("key", flat=True)) != {key[:80] for key in wanted}:
        document.cited_names.set(_names(wanted).values())


# Reading all that is live


def unread_pages() -> "QuerySet[Page, int]":
    """The live pages whose present version was not read by this parser, in the order of their numbers."""
    current = TextReading.objects.filter(parser=PARSER, revision=F("page__live_revision"))
    without_revision = TextReading.objects.filter(parser=PARSER, revision=None, page__live_revision=None)
    read_ones = Q(pk__in=current.values("page")) | Q(pk__in=without_revision.values("page"))
    return Page.objects.filter(~read_ones, live=True, depth__gt=1).order_by("pk").values_list("pk", flat=True)


def read_pages(ids: Sequence[int]) -> Iterator[int]:
    """Read these pages, some in a transaction, in which nobody publishes them; after each the number read so far."""
    done = 0
    for start in range(0, len(ids), _TEXTS):
        with transaction.atomic():
            some = Page.objects.filter(pk__in=ids[start : start + _TEXTS]).order_by("pk")
            list(some.select_for_update(no_key=True).values_list("pk"))
            for page in some.filter(live=True).specific():
                if isinstance(page, PortalPage):
                    read_page(page)
                done += 1
            texts_read.send(Mention, pages=ids[start : start + _TEXTS])
        yield done


def name_documents() -> int:
    """Give every live document its names; returns how many had lacked one."""
    lacking = 0
    documents = OfficialDocument.objects.live().select_related("term", "document_type").prefetch_related("cited_names")
    for document in documents.iterator(chunk_size=_BATCH):
        if {name.key for name in document.cited_names.all()} != names_of(document):
            name_document(document)
            lacking += 1
    return lacking


# What staff decide


@transaction.atomic
def decide(
    mention: Mention, document: OfficialDocument | None, *, by: AbstractBaseUser | AnonymousUser
) -> MentionDecision:
    """From now on ``mention`` means ``document``, or is no link, whatever its text says."""
    decision = mention.decision or MentionDecision(page_id=mention.page_id)
    decision.document = document
    decision.text, decision.before, decision.after = mention.text, mention.before, mention.after
    decision.decided_by_id = by.pk
    decision.save()
    if mention.decision_id != decision.pk:
        mention.decision = decision
        mention.save(update_fields=["decision"])
    # A document that is closed, or will be, is told by its number alone.
    said = f"#{document.pk}" if document is not None else "–"
    record(DECIDED, Thing.of(mention.page), details=f"{mention.text} → {said}", by=by)
    return decision


@transaction.atomic
def leave_open(mention: Mention, *, by: AbstractBaseUser | AnonymousUser) -> None:
    """What was decided of ``mention`` no longer holds: its text says again what it means."""
    if mention.decision is None:
        return
    mention.decision.delete()
    mention.decision = None  # in the table the deletion has done so
    record(DECIDED, Thing.of(mention.page), details=f"{mention.text} → …", by=by)
