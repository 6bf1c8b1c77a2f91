"""What helps a reader whose search found nothing: wider ways to ask the same, and places where it may stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from documents.models import DocumentRegister
from documents.register.narrowing import NUMBER
from portal.addresses import page_address
from portal.querysets import PortalPageQuerySet
from search.answering import Found
from search.asked import Asked
from search.language.words import plain, words_of

#: Sections are looked at down to this depth, and so many of them; so many that fit are named.
_DEEPEST, _MOST_READ, _MOST_NAMED = 5, 300, 5
#: A section fits by at least this share of the words of its title.
_SHARE = 0.5


@dataclass(frozen=True)
class Way:
    """A link that may help."""

    label: str
    url: str


@dataclass(frozen=True)
class Help:
    """``wider`` asks for the same with less in the way, ``places`` are sections that fit."""

    wider: Sequence[Way]
    places: Sequence[Way]
    register: Way | None

    @classmethod
    def for_nothing(cls, found: Found, request: HttpRequest) -> "Help":
        """Two queries: for the register and for the sections, of those that this visitor may open."""
        return cls(list(_wider(found)), _fitting(found, request), _register(found, request))


def _wider(found: Found) -> Iterator[Way]:
    asked = found.asked
    if meant := asked.restored(found.sought.query):
        yield Way(_("Search for “%(words)s”") % {"words": meant.words}, meant.url)
    if found.sought.under:
        yield Way(_("Search the whole portal"), asked.in_section(0).url)
    if asked.titles:
        yield Way(_("Search in titles and texts"), asked.in_titles(False).url)
    if asked.days.label:
        yield Way(_("Search all dates"), asked.of_all_days().url)
    if asked.is_narrowed:
        yield Way(_("Search without filters"), asked.unfiltered().url)
    if bare := _without_signs(found):
        yield Way(_("Search without quotes and exclusions: %(words)s") % {"words": bare.words}, bare.url)


def _without_signs(found: Found) -> Asked | None:
    typed = found.sought.query.typed
    words = " ".join(typed.words)
    return replace(found.asked, words=words, page=1) if words and (typed.phrases or typed.excluded) else None


def _fitting(found: Found, request: HttpRequest) -> list[Way]:
    """The sections whose titles have words of the query, the best first."""
    sought = set(map(plain, found.sought.query.words))
    pages = PortalPageQuerySet(Page).filter(depth__range=(3, _DEEPEST), numchild__gt=0).visible_to(found.tokens)
    ranked: list[tuple[float, int, Way]] = []
    for page in pages.only("title", "url_path").order_by("depth", "path")[:_MOST_READ]:
        title = set(map(plain, words_of(page.title)))
        share = len(title & sought) / len(title) if title else 0
        if share >= _SHARE:
            ranked.append((-share, len(ranked), Way(page.title, page_address(page, request))))
    return [way for _share, _place, way in sorted(ranked)[:_MOST_NAMED]]


def _register(found: Found, request: HttpRequest) -> Way | None:
    """The register of documents, at the number where the query names one."""
    register = DocumentRegister.objects.visible_to(found.tokens).order_by("path").first()
    if register is None:
        return None
    url = page_address(register, request)
    if found.sought.query.named:
        url += f"?{urlencode({NUMBER: found.asked.words})}"
    return Way(register.title, url)
