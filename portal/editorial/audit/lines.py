"""Lines as people read them: labels for actions, names for people, and no title that the reader may not see."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import BooleanField, Case, Q, QuerySet, Value, When
from django.utils.encoding import force_str
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.editorial.audit.models import Entry, Origin
from portal.editorial.audit.registry import label_of
from portal.editorial.audit.visibility import may_be_named
from portal.text import fold, in_viet_nam

CHUNK = 5000
#: So many of the newest lines a search looks through while somebody waits.
SEARCHED = 100_000


@dataclass(frozen=True)
class ReadLine:
    """One line in words, ready for a table or a file."""

    at: str
    who: str
    action: str
    object: str
    type: str
    number: str
    origin: str
    address: str
    details: str
    position: int | None

    def values(self) -> list[Any]:
        return [
            self.position, self.at, self.who, self.action, self.object, self.type, self.number, self.origin, self.address,
            self.details,
        ]  # fmt: skip


def headings() -> list[str]:
    return [
        pgettext("audit", "Line"),
        pgettext("audit", "Time"),
        pgettext("audit", "Who"),
        pgettext("audit", "Action"),
        pgettext("audit", "Object"),
        pgettext("audit", "Type"),
        pgettext("audit", "Number"),
        pgettext("audit", "By which road"),
        pgettext("audit", "From where"),
        pgettext("audit", "Details"),
    ]


def lines_for(person: Any | None) -> QuerySet[Entry]:
    """Lines with their texts, newest first; each knows whether ``person`` may read its title (``None``: he may)."""
    named = may_be_named(person) if person is not None else Q()
    yes = Value(True, output_field=BooleanField())
    is_named = Case(When(named, then=yes), default=Value(False), output_field=BooleanField()) if named else yes
    return Entry.objects.select_related("text").annotate(is_named=is_named).order_by("-at", "-pk")


def searched_back_to(lines: QuerySet[Entry]) -> datetime | None:
    """The moment up to which the newest ``SEARCHED`` of ``lines`` go back; ``None``: there are no more than those."""
    return lines.values_list("at", flat=True)[SEARCHED : SEARCHED + 1].first()


def matching(lines: QuerySet[Entry], words: str) -> QuerySet[Entry]:
    """Those with all ``words``, with or without diacritics; titles count only where they may be read.

    Each line is looked at: who waits for the answer narrows them first (``searched_back_to``).
    """
    for word in fold(words).split()[:10]:
        lines = lines.filter(Q(text__search_who__contains=word) | Q(is_named=True, text__search_thing__contains=word))
    return lines


def read(entry: Entry) -> ReadLine:
    text = getattr(entry, "text", None)
    is_named = bool(getattr(entry, "is_named", False))
    return ReadLine(
        at=f"{in_viet_nam(entry.at):%d/%m/%Y %H:%M:%S}",
        who=_who(entry, text),
        action=label_of(entry.action),
        object=_object(entry, text, is_named=is_named),
        type=_type(entry.object_type),
        number=entry.object_id,
        origin=force_str(Origin(entry.origin).label) if entry.origin in Origin.values else entry.origin,
        address=text.address if text is not None else "",
        details=text.details if text is not None and is_named else "",
        position=entry.position,
    )


def read_all(lines: QuerySet[Entry]) -> Iterator[ReadLine]:
    """However many there are, in bounded memory; no query is held open, so that others may write meanwhile."""
    some = list(lines[:CHUNK])
    while some:
        yield from map(read, some)
        last = some[-1]
        # The first condition says nothing new, but finds the place in the index.
        older = lines.filter(Q(at__lt=last.at) | Q(pk__lt=last.pk), at__lte=last.at)
        some = list(older[:CHUNK]) if len(some) == CHUNK else []


def read_page(lines: Iterable[Entry]) -> list[ReadLine]:
    return [read(entry) for entry in lines]


def _who(entry: Entry, text: Any) -> str:
    if text is not None and text.actor_name:
        return str(text.actor_name)
    return _("account no. %(pk)d") % {"pk": entry.actor_id} if entry.actor_id is not None else ""


def _object(entry: Entry, text: Any, *, is_named: bool) -> str:
    if text is None:
        return _("(erased)") if entry.digest else ""
    return str(text.title) if is_named or not text.title else _("(not to be seen)")


def _type(name: str) -> str:
    """``news.article`` as people call it."""
    try:
        return capfirst(force_str(apps.get_model(name)._meta.verbose_name)) if name else ""
    except (LookupError, ValueError):
        return name
