"""What a reader asks of the search, read from the address, and the addresses that ask for something else besides."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.access.tokens import Tokens
from portal.paging import page_number
from portal.text import normalise
from search.contract import MOST_RESULTS, PER_PAGE, Facet, Order, SearchRequest
from search.language.learning import known_syllables
from search.query.understanding import Understood, understand
from search.synonyms import current_synonyms

#: Addresses' names.
WORDS, ORDER, TITLES = "q", "xep", "tieu-de"
FACETS: Mapping[Facet, str] = {
    Facet.KIND: "loai-trang",
    Facet.DOCUMENT_TYPE: "loai",
    Facet.ISSUER: "co-quan",
    Facet.FIELD: "linh-vuc",
    Facet.YEAR: "nam",
    Facet.STATUS: "hieu-luc",
}
ORDERS: Mapping[str, Order] = {"": Order.RELEVANCE, "moi": Order.NEWEST, "xem": Order.MOST_VIEWED}
_MOST_LETTERS = 1_000
_LONGEST_VALUE = 40


@dataclass(frozen=True)
class Asked:
    """The words as typed, and what narrows and orders their results; every value empty where nothing does."""

    words: str = ""
    chosen: Mapping[Facet, str] = field(default_factory=dict)
    order: str = ""
    titles: bool = False
    page: int = 1

    @classmethod
    def of(cls, request: HttpRequest) -> "Asked":
        """
        Raises:
            Http404: no list of results has this page.
        """
        given: QueryDict = request.GET
        page = page_number(request)
        if page > MOST_RESULTS // PER_PAGE:
            raise Http404(_("There is no page with this number."))
        values = {facet: normalise(str(given.get(name, ""))).strip() for facet, name in FACETS.items()}
        order = str(given.get(ORDER, ""))
        return cls(
            normalise(str(given.get(WORDS, ""))[:_MOST_LETTERS]).strip(),
            {facet: value for facet, value in values.items() if value and len(value) <= _LONGEST_VALUE},
            order if order in ORDERS else "",
            given.get(TITLES) == "1",
            page,
        )

    @property
    def query(self) -> str:
        """What an address asks for, without its page; it begins with a question mark."""
        asked = {WORDS: self.words, **{FACETS[facet]: value for facet, value in self.chosen.items()}}
        asked |= {ORDER: self.order, TITLES: "1" if self.titles else ""}
        return f"?{urlencode({name: value for name, value in asked.items() if value})}"

    @property
    def url(self) -> str:
        return reverse("search") + self.query

    def with_value(self, facet: Facet, value: str) -> "Asked":
        """The same with another value of one facet, or none."""
        chosen = {name: kept for name, kept in self.chosen.items() if name != facet}
        return replace(self, chosen={**chosen, **({facet: value} if value else {})}, page=1)

    def in_order(self, order: str) -> "Asked":
        return replace(self, order=order, page=1)

    def in_titles(self, titles: bool) -> "Asked":
        """The same sought in titles alone, or in all texts."""
        return replace(self, titles=titles, page=1)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.chosen or self.titles)

    def restored(self, query: Understood) -> "Asked | None":
        """The same with the marks that were probably meant, where some were missing or typed in raw keys."""
        if query.typed.phrases or query.typed.excluded or query.named:
            return None
        words = " ".join(query.restored)
        same = words == " ".join(query.typed.words)
        return None if same or not words else replace(self, words=words, page=1)

    def request(self, tokens: Tokens) -> SearchRequest:
        """For an engine: one or two queries, for the syllables and synonyms."""
        now = timezone.now()
        return SearchRequest(
            query=understand(self.words, known_syllables(), current_synonyms()),
            tokens=tokens,
            now=now,
            today=timezone.localdate(now),
            chosen={facet: [value] for facet, value in self.chosen.items()},
            title_only=self.titles,
            order=ORDERS[self.order],
            page=self.page,
        )
