"""The roads by which search shows content."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from documents.models import Issuer
from portal.access.channels import Channel, Planted, Probe, Shows, channels
from portal.access.levels import Level
from portal.access.own_channels import ADMIN
from search.asked import FACETS, ORDER, ORDERS, ORIGIN, TITLES, WITHIN, WORDS
from search.contract import PER_PAGE, Facet
from search.language.words import words_of
from search.suggesting.begun import FEWEST_LETTERS
from search.suggesting.views import FORM, OPENSEARCH

#: So many of the words that planted pages share are asked for.
_WORDS_ASKED = 4
_PLACES_ASKED = 10
#: Of so many pages staff are shown where they stand.
_PAGES_ASKED = 8


def _results_probes(planted: Planted) -> Iterable[Probe]:
    return _probes(planted, reverse("search"))


def _json_probes(planted: Planted) -> Iterable[Probe]:
    return _probes(planted, reverse("search_json"))


def _feed_probes(planted: Planted) -> Iterable[Probe]:
    for word, _times in _shared(planted):
        for name in ("search_rss", "search_atom"):
            yield Probe(f"{reverse(name)}?{urlencode({WORDS: word})}")
    yield from _narrowed(planted, reverse("search_atom"))


def _shared(planted: Planted) -> list[tuple[str, int]]:
    """The words that titles of planted pages share, and how many have them."""
    shared = Counter(word for page in planted.pages for word in set(words_of(page.title)))
    return [(word, times) for word, times in shared.most_common(_WORDS_ASKED) if times > 1]


def _probes(planted: Planted, address: str) -> Iterable[Probe]:
    """What planted pages are called is asked for by the words that they share: an answer repeats what was asked."""
    for word, times in _shared(planted):
        asked: list[dict[str, Any]] = [{"page": page} for page in range(1, -(-times // PER_PAGE) + 2)]
        asked += [{ORDER: order} for order in filter(None, ORDERS)]
        asked += [{TITLES: "1"}]
        yield from (Probe(f"{address}?{urlencode({WORDS: word, **more})}") for more in asked)
    yield from _narrowed(planted, address)


def _narrowed(planted: Planted, address: str) -> Iterable[Probe]:
    """Levels that are asked for without being held, and closed pages named as sections."""
    asked: list[dict[str, Any]] = [{FACETS[Facet.LEVEL]: level} for level in Level.values]
    for page in islice(planted.pages, _PLACES_ASKED):
        asked += [{ORIGIN: page.pk}, {WITHIN: page.pk, FACETS[Facet.SECTION]: page.pk}]
    for word, _times in _shared(planted)[:1]:
        yield from (Probe(f"{address}?{urlencode({WORDS: word, **more})}") for more in asked)


def _beginnings(planted: Planted) -> Iterable[Probe]:
    """The shared words half typed, the bodies, and each number up to the first letter of its symbol."""
    begun = [word[: max(FEWEST_LETTERS, len(word) - 1)] for word, _times in _shared(planted)]
    bodies = Issuer.objects.filter(documents__isnull=False).values_list("name", flat=True).distinct()
    numbers = {page.symbol.partition("-")[0] for page in planted.pages if getattr(page, "symbol", "")}
    address = reverse("search_suggestions")
    for text in (*begun, *bodies, *(f"{number}-c" for number in sorted(numbers))):
        yield Probe(f"{address}?{urlencode({WORDS: text})}")
    for text in (*begun, "ct1"):
        yield Probe(f"{address}?{urlencode({WORDS: text, FORM: OPENSEARCH})}")


def _counting(planted: Planted) -> Iterable[Probe]:
    return [Probe(reverse("search_log"), method="POST")]


def _explore_probes(planted: Planted) -> Iterable[Probe]:
    """A word that planted pages share, as each level, and some of the pages by number.

    Not by address: that is made of what a page is called, and an answer repeats what was asked.
    """
    address, pages = reverse("search_explore"), list(planted.pages)
    for word, _times in _shared(planted)[:1]:
        for level in ("", "public", "members", "committee"):
            yield Probe(f"{address}?{urlencode({WORDS: word, 'muc': level})}")
        for page in pages[:: max(1, len(pages) // _PAGES_ASKED)]:
            yield Probe(f"{address}?{urlencode({WORDS: word, 'trang': page.pk})}")


def register() -> None:
    """Called when the app is ready."""
    for channel in (
        Channel(
            "search.results",
            "what was found for words: hits, counts, choices",
            Shows.WHAT_THE_VISITOR_MAY_SEE,
            url_names=frozenset({"search"}),
            probes=_results_probes,
        ),
        Channel(
            "search.json",
            "the same for programs",
            Shows.WHAT_THE_VISITOR_MAY_SEE,
            url_names=frozenset({"search_json"}),
            probes=_json_probes,
        ),
        Channel(
            "search.feed",
            "RSS and Atom of a search",
            Shows.PUBLIC_ONLY,
            url_names=frozenset({"search_rss", "search_atom"}),
            probes=_feed_probes,
        ),
        Channel(
            "search.description",
            "how browsers are to ask: nothing of any page",
            Shows.PUBLIC_ONLY,
            url_names=frozenset({"search_opensearch"}),
            probes=lambda _planted: [Probe(reverse("search_opensearch"))],
        ),
        Channel(
            "search.suggestions",
            "what is suggested while typing: titles, numbers, bodies",
            Shows.WHAT_THE_VISITOR_MAY_SEE,
            url_names=frozenset({"search_suggestions"}),
            probes=_beginnings,
        ),
        Channel(
            "admin.search_queries",
            "The admin: what readers search for, as counts of words; no content.",
            Shows.STAFF_ALL,
            route_prefixes=(f"{ADMIN}tim-kiem/cau-hoi/",),
            probes=lambda planted: [Probe(reverse("search_queries")), Probe(reverse("search_queries_file"))],
        ),
        Channel(
            "admin.search_explore",
            "The admin: how a query is searched, what its results' places are made of, and where one page stands.",
            Shows.STAFF_ALL,
            url_names=frozenset({"search_explore"}),
            probes=_explore_probes,
        ),
        Channel(
            "search.log",
            "counting what was searched for and opened: it answers with nothing",
            Shows.PUBLIC_ONLY,
            url_names=frozenset({"search_log"}),
            probes=_counting,
        ),
    ):
        channels.register(channel)
