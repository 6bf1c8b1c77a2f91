"""What a reader asks of the search, read from the address, and the addresses that ask for something else besides."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.access.levels import Level
from portal.access.restrictions import NEVER, PUBLIC
from portal.access.token_levels import level_of
from portal.access.tokens import Tokens, tokens_of
from portal.paging import page_number
from portal.text import normalise
from search.contract import MOST_RESULTS, PER_PAGE, Facet, Order, SearchRequest
from search.days import Days
from search.language.learning import known_syllables
from search.places import Places
from search.query.understanding import Understood, understand
from search.rules.current import decided_for
from search.synonyms import current_synonyms

#: Addresses' names.
WORDS, ORDER, TITLES, SINCE, UNTIL = "q", "xep", "tieu-de", "tu-ngay", "den-ngay"
#: The section to which the search is bound, and the page from which it came, whose section is offered.
WITHIN, ORIGIN = "trong", "tu-trang"
FACETS: Mapping[Facet, str] = {
    Facet.KIND: "loai-trang",
    Facet.SECTION: "muc",
    Facet.DOCUMENT_TYPE: "loai",
    Facet.ISSUER: "co-quan",
    Facet.FIELD: "linh-vuc",
    Facet.YEAR: "nam",
    Facet.STATUS: "hieu-luc",
    Facet.LEVEL: "pham-vi",
}
ORDERS: Mapping[str, Order] = {"": Order.RELEVANCE, "moi": Order.NEWEST, "xem": Order.MOST_VIEWED}
_MOST_LETTERS = 1_000
_LONGEST_VALUE = 40
_MOST_DIGITS = 9


@dataclass(frozen=True)
class Asked:
    """The words as typed, and what narrows and orders their results; every value empty where nothing does."""

    words: str = ""
    chosen: Mapping[Facet, str] = field(default_factory=dict)
    order: str = ""
    titles: bool = False
    page: int = 1
    days: Days = field(default_factory=Days)
    within: int = 0
    origin: int = 0

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
        if values[Facet.LEVEL] not in Level.values or not (tokens_of(request).tokens - {PUBLIC}):
            del values[Facet.LEVEL]  # whoever sees only what is public has nothing to choose
        order = str(given.get(ORDER, ""))
        return cls(
            normalise(str(given.get(WORDS, ""))[:_MOST_LETTERS]).strip(),
            {facet: value for facet, value in values.items() if value and len(value) <= _LONGEST_VALUE},
            order if order in ORDERS else "",
            given.get(TITLES) == "1",
            page,
            Days.of(normalise(str(given.get(SINCE, ""))), normalise(str(given.get(UNTIL, "")))),
            number_in(str(given.get(WITHIN, ""))),
            number_in(str(given.get(ORIGIN, ""))),
        )

    @property
    def fields(self) -> dict[str, str]:
        """What an address or a form carries for this, without the page; nothing that is empty."""
        asked = {WORDS: self.words, **{FACETS[facet]: value for facet, value in self.chosen.items()}}
        asked |= {SINCE: self.days.since.typed, UNTIL: self.days.until.typed}
        asked |= {WITHIN: str(self.within or ""), ORIGIN: str(self.origin or "")}
        asked |= {ORDER: self.order, TITLES: "1" if self.titles else ""}
        return {name: value for name, value in asked.items() if value}

    @property
    def query(self) -> str:
        """What an address asks for, without its page; it begins with a question mark."""
        return f"?{urlencode(self.fields)}"

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

    def in_section(self, number: int) -> "Asked":
        """The same in one section, or in the whole portal; what was chosen of the sections below goes."""
        return replace(self.with_value(Facet.SECTION, ""), within=number)

    def of_all_days(self) -> "Asked":
        return replace(self, days=Days(), page=1)

    def unfiltered(self) -> "Asked":
        """The words alone, in the whole portal."""
        return Asked(self.words, origin=self.origin)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.chosen or self.titles or self.within or self.days.label)

    def restored(self, query: Understood) -> "Asked | None":
        """The same with the marks that were probably meant, where some were missing or typed in raw keys."""
        if query.typed.phrases or query.typed.excluded or query.named:
            return None
        words = " ".join(query.restored)
        same = words == " ".join(query.typed.words)
        return None if same or not words else replace(self, words=words, page=1)

    def places(self, tokens: Tokens) -> Places:
        """The sections that are named: two queries at most, none where none is."""
        return Places.of([self.within, number_in(self.chosen.get(Facet.SECTION, ""))], self.origin, tokens)

    def request(self, tokens: Tokens, places: Places | None = None) -> SearchRequest:
        """For an engine: three queries at most, for syllables, synonyms and staff's rules.

        A section that is not there binds nothing.
        """
        places = places or self.places(tokens)
        within = places.of_number(self.within)
        now = timezone.now()
        today = timezone.localdate(now)
        query = understand(self.words, known_syllables(), current_synonyms())
        decided = decided_for(query, today)
        return SearchRequest(
            query=query,
            tokens=tokens,
            now=now,
            today=today,
            pinned=decided.pinned,
            excluded=decided.excluded,
            under=within.path if within else "",
            chosen={facet: self._values(facet, value, places, tokens) for facet, value in self.chosen.items()},
            since=self.days.since.day,
            until=self.days.until.day,
            title_only=self.titles,
            order=ORDERS[self.order],
            page=self.page,
        )

    def _values(self, facet: Facet, value: str, places: Places, tokens: Tokens) -> list[str]:
        """As engines know them."""
        if facet is Facet.SECTION:
            place = places.of_number(number_in(value))
            return [place.path if place else value]
        if facet is Facet.LEVEL:
            return [token for token in tokens if level_of(token, tokens.restrictions) == value] or [NEVER]
        return [value]


def number_in(typed: str) -> int:
    """The number of a row in an address, 0 for what is none.

    >>> number_in("12"), number_in("1²"), number_in("")
    (12, 0, 0)
    """
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= _MOST_DIGITS else 0
