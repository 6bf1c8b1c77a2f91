"""The roads by which search shows content."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.urls import reverse

from portal.access.channels import Channel, Planted, Probe, Shows, channels
from search.asked import FACETS, ORDER, ORDERS, TITLES, WORDS


def _probes(planted: Planted) -> Iterable[Probe]:
    """Each page is asked for by its title, and all of them by every order and in titles alone."""
    address = reverse("search")
    titles = sorted({page.title for page in planted.pages})
    for title in titles:
        yield Probe(f"{address}?{urlencode({WORDS: title})}")
    for title in titles[:3]:
        for order in filter(None, ORDERS):
            yield Probe(f"{address}?{urlencode({WORDS: title, ORDER: order})}")
        yield Probe(f"{address}?{urlencode({WORDS: title, TITLES: '1'})}")
        yield Probe(f"{address}?{urlencode({WORDS: title, next(iter(FACETS.values())): 'news'})}")


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
