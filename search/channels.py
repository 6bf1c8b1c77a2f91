"""The roads by which search shows content."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from portal.access.channels import Channel, Planted, Probe, Shows, channels
from portal.access.levels import Level
from search.asked import FACETS, ORDER, ORDERS, ORIGIN, TITLES, WITHIN, WORDS
from search.contract import PER_PAGE, Facet
from search.language.words import words_of

#: So many of the words that planted pages share are asked for.
_WORDS_ASKED = 4
_PLACES_ASKED = 10


def _probes(planted: Planted) -> Iterable[Probe]:
    """What planted pages are called is asked for by the words that they share: an answer repeats what was asked."""
    titles = [page.title for page in planted.pages]
    shared = Counter(word for title in titles for word in set(words_of(title)))
    address = reverse("search")
    for word, times in shared.most_common(_WORDS_ASKED):
        if times < 2:
            continue
        for page in range(1, -(-times // PER_PAGE) + 2):
            yield Probe(f"{address}?{urlencode({WORDS: word, 'page': page})}")
        for order in filter(None, ORDERS):
            yield Probe(f"{address}?{urlencode({WORDS: word, ORDER: order})}")
        yield Probe(f"{address}?{urlencode({WORDS: word, TITLES: '1'})}")
        yield from (Probe(f"{address}?{urlencode({WORDS: word, **more})}") for more in _narrowed(planted))


def _narrowed(planted: Planted) -> Iterable[dict[str, Any]]:
    """Levels that are asked for without being held, and closed pages named as sections."""
    yield from ({FACETS[Facet.LEVEL]: level} for level in Level.values)
    for page in islice(planted.pages, _PLACES_ASKED):
        yield {ORIGIN: page.pk}
        yield {WITHIN: page.pk, FACETS[Facet.SECTION]: page.pk}


def register() -> None:
    """Called when the app is ready."""
    channels.register(
        Channel(
            "search.results",
            "what was found for words: hits, counts, choices",
            Shows.WHAT_THE_VISITOR_MAY_SEE,
            url_names=frozenset({"search"}),
            probes=_probes,
        )
    )
