"""Mentions become links while a page is rendered: the stored text stays as it was written.

Each line of rendered text is found among the stored mentions by its digest, so it does not matter how a template cuts a
text into pieces. All links of a page are known after one query, and kept for the request.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import escape
from wagtail.models import Site

from documents.mentions.candidates import Weighed, weighed_in, weighed_of
from documents.mentions.lines import Line, digest_of, lines_of
from documents.mentions.resolution import Candidate
from documents.register.narrowing import NUMBER
from portal.access.restrictions import request_being_answered
from portal.access.tokens import Tokens, tokens_of
from portal.addresses import address_on
from portal.models import PortalPage
from portal.registry import TextEnricher, text_enrichers

_HELD_AS = "_documents_mentioned"
_DIGIT = re.compile(r"\d")
_LOOK_UP = "so/"


@dataclass(frozen=True, slots=True)
class Link:
    """From ``start`` to ``end`` of a line, whose words there are ``text``. ``card``: where its preview is."""

    start: int
    end: int
    text: str
    url: str
    card: str = ""

    @property
    def opening(self) -> str:
        if not self.card:
            return f'<a class="citation citation--several" href="{escape(self.url)}">'
        return f'<a class="citation" href="{escape(self.url)}" data-card="{escape(self.card)}">'


Links = dict[str, list[Link]]


def enrich(markup: str) -> str:
    """``markup`` of the page being answered with its mentions as links; nothing else of it is changed."""
    request = request_being_answered()
    page = getattr(request, "portal_page", None)
    if request is None or not isinstance(page, PortalPage):
        return markup
    links = links_of(request, page)
    return with_links(markup, links) if links else markup


def links_of(request: HttpRequest, page: PortalPage) -> Links:
    """The links of ``page`` for whoever asks, by the digest of the line that they stand in."""
    held: tuple[int, Links] | None = request.__dict__.get(_HELD_AS)
    if held is None or held[0] != page.pk:
        held = request.__dict__[_HELD_AS] = (page.pk, _links(request, page))
    return held[1]


def with_links(markup: str, links: Links) -> str:
    """``markup`` with ``links`` where its lines have them: never inside another link or code, never across a tag."""
    additions = sorted(
        (*place, link.opening)
        for line in lines_of(markup)
        for link in links.get(digest_of(line.text), ())
        if line.text[link.start : link.end] == link.text and (place := _one_place(line, link, markup))
    )
    parts: list[str] = []
    done = 0
    for start, end, opening in additions:
        if start >= done:
            parts += (markup[done:start], opening, markup[start:end], "</a>")
            done = end
    return "".join((*parts, markup[done:]))


def _one_place(line: Line, link: Link, markup: str) -> tuple[int, int] | None:
    """Where the link is set: of a mention with a tag in it the part that has the number."""
    places = line.places(link.start, link.end)
    numbered = [place for place in places if _DIGIT.search(markup, *place)]
    return max(numbered or places, key=lambda place: place[1] - place[0], default=None)


def _links(request: HttpRequest, page: PortalPage) -> Links:
    tokens = tokens_of(request).tokens
    links: Links = {}
    seen: set[tuple[str, int]] = set()
    for one in _weighed(request, page, tokens):
        mention = one.mention
        address, card = _address(request, page, one)
        if address and (mention.line, mention.start) not in seen:
            seen.add((mention.line, mention.start))
            links.setdefault(mention.line, []).append(Link(mention.start, mention.end, mention.text, address, card))
    return links


def _weighed(request: HttpRequest, page: PortalPage, tokens: Tokens) -> Iterable[Weighed]:
    """What is previewed is in no table; it is read as it stands, and nothing is written."""
    if not getattr(request, "is_preview", False):
        return weighed_in(page.pk, tokens)
    from documents.mentions.services import mentions_in

    return weighed_of(mentions_in(page), tokens)


def _address(request: HttpRequest, page: PortalPage, one: Weighed) -> tuple[str, str]:
    resolution = one.resolution
    if resolution.document is not None:
        document = resolution.document
        if document.pk == page.pk:
            return "", ""
        return address_of(document, request), reverse("document_card", args=[document.pk])
    return (look_up_address(one, resolution.several[0], request), "") if resolution.several else ("", "")


def address_of(document: Candidate, request: HttpRequest) -> str:
    site = Site.find_for_request(request)
    return address_on(site, document.url_path) if site is not None else ""


def look_up_address(one: Weighed, document: Candidate, request: HttpRequest) -> str:
    """Where a reader chooses between the documents of one number: the register's own page for it."""
    register, _slash, _slug = address_of(document, request).rstrip("/").rpartition("/")
    typed = document.symbol if one.mention.kind != "named" else number_of(document)
    return f"{register}/{_LOOK_UP}?{urlencode({NUMBER: typed})}"


def number_of(document: Candidate) -> str:
    """Type and bare number, as a text names it in short.

    >>> number_of(Candidate(1, symbol="10-CT/TW", name="Chỉ thị 10-CT/TW"))
    'Chỉ thị 10'
    """
    kind = document.name.removesuffix(document.symbol).strip()
    number = re.match(r"\d+\w?", document.symbol)
    return f"{kind} {number[0]}" if number else document.symbol


def register() -> None:
    """Called when the app is ready."""
    text_enrichers.register(
        TextEnricher(
            "documents.mentions",
            enrich,
            style="portal/documents/cards.css",
            script="portal/documents/links.js",
            late_script="portal/documents/cards.js",
        )
    )
