"""Bodies that issued documents, from A to Z, and what readers are told of one that is gone."""

import unicodedata
from dataclasses import dataclass, field

from django.db.models import Count

from documents.dates import citation_date, today
from documents.models import Issuer
from documents.querysets import OfficialDocumentQuerySet

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))


@dataclass(frozen=True)
class Body:
    """``until`` is the last day of one that is gone."""

    name: str
    url: str
    count: int
    until: str = ""


@dataclass
class Letter:
    """The bodies that begin with one letter of the alphabet."""

    letter: str
    bodies: list[Body] = field(default_factory=list)


def letters_of(documents: OfficialDocumentQuerySet, base: str) -> list[Letter]:
    """Who issued any of ``documents``, in two queries; their pages lie below ``base``."""
    counts = dict(documents.order_by().values_list("issuer").annotate(found=Count("pk")))
    letters: list[Letter] = []
    for issuer in Issuer.objects.filter(pk__in=counts).order_by("order", "pk"):
        initial = initial_of(issuer.name)
        if not letters or letters[-1].letter != initial:
            letters.append(Letter(initial))
        url = f"{base}co-quan/{issuer.slug}/"
        letters[-1].bodies.append(Body(issuer.name, url, counts[issuer.pk], last_day_of(issuer)))
    return letters


def last_day_of(issuer: Issuer) -> str:
    """Empty while the body is there."""
    return citation_date(issuer.valid_to) if issuer.valid_to and issuer.valid_to < today() else ""


def initial_of(name: str) -> str:
    """The letter under which a list has ``name``; tones make no other letter, shapes do.

    >>> [initial_of(name) for name in ("Uỷ ban", "Ấp Bắc", "Đảng uỷ", "ẩn", "30/4")]
    ['U', 'Â', 'Đ', 'Â', '#']
    """
    toneless = unicodedata.normalize("NFC", unicodedata.normalize("NFD", name[:1]).translate(_TONES)).upper()
    return toneless if toneless.isalpha() else "#"
