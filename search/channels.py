"""The roads by which search shows content."""

from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlencode

from django.urls import reverse

from portal.access.channels import Channel, Planted, Probe, Shows, channels
from search.asked import ORDER, ORDERS, TITLES, WORDS
from search.contract import PER_PAGE
from search.language.words import words_of

#: So many of the words that planted pages share are asked for.
_WORDS_ASKED = 4


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
