"""How often documents are cited: in how many live texts, in coarse steps.

A text that gives a number alone may mean each document that bears it and counts for each of them; what it says besides
(day, year, term) takes the others away, and what a person decided is certain. The number only decides between documents
of one number, so that who is cited thousands of times needs no new entry with each text: it is told in powers of two.
"""

from collections import Counter
from collections.abc import Collection
from typing import Any

from django.db.models import Count, F, Q
from django.db.models.functions import ExtractYear

from documents.models import Mention, OfficialDocument

_DOCUMENT = "name__documents"


def step(count: int) -> int:
    """
    >>> [step(count) for count in (0, 1, 2, 3, 4, 7, 1000)]
    [0, 1, 2, 2, 4, 4, 512]
    """
    return 1 << (count.bit_length() - 1) if count else 0


def citations_of(documents: Collection[int]) -> Counter[int]:
    """How often each of these documents is cited, in steps; two queries for however many."""
    found: Counter[int] = Counter()
    if documents:
        for rows in (_by_text(documents), _by_decision(documents)):
            found.update(dict(rows.values_list("cited").annotate(Count("page", distinct=True))))
    return Counter({pk: step(count) for pk, count in found.items()})


def _by_text(documents: Collection[int]) -> Any:
    issued = F(f"{_DOCUMENT}__issued_on")
    unknown = Q(**{f"{_DOCUMENT}__issued_on": None})
    mentions = Mention.objects.filter(
        **{f"{_DOCUMENT}__in": documents}, page__live=True, is_supported=True, decision=None
    )
    return (
        mentions.exclude(page=F(_DOCUMENT))
        .filter(
            unknown | Q(text_day=None) | Q(text_day__gte=issued),
            unknown | Q(day=None) | Q(day=issued),
            unknown | Q(year=None) | Q(year=ExtractYear(f"{_DOCUMENT}__issued_on")),
            Q(term="")
            | Q(**{f"{_DOCUMENT}__term": None})
            | Q(term=F(f"{_DOCUMENT}__term__name"))
            | Q(day__isnull=False),
        )
        .order_by()
        .annotate(cited=F(_DOCUMENT))
    )


def _by_decision(documents: Collection[int]) -> Any:
    rows = Mention.objects.filter(decision__document__in=documents, page__live=True)
    return rows.exclude(page=F("decision__document")).order_by().annotate(cited=F("decision__document"))


def cited_by_keys(keys: Collection[str]) -> list[int]:
    """The live documents that texts may mean by these keys."""
    named = OfficialDocument.objects.filter(live=True, cited_names__key__in=keys)
    return sorted(set(named.values_list("pk", flat=True))) if keys else []
