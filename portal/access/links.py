"""Links in running text to pages not open to all of its readers, and to files; few queries for many links."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import escape
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from portal.access.restrictions import PUBLIC, request_being_answered
from portal.access.tokens import current_tokens, is_open, page_token
from portal.addresses import page_address

_LINK = re.compile(r"<a\b[^>]*\blinktype=\"(page|document)\"[^>]*>")
_ID = re.compile(r"\bid=\"(\d{1,18})\"")
_KNOWN = "_portal_linked"

Known = dict[str, Any]


def know_links(request: HttpRequest, texts: Iterable[str]) -> None:
    """Fetch what ``texts`` link to, at once, so that rendering them piece by piece asks no more."""
    wanted: dict[str, set[str]] = {"page": set(), "document": set()}
    for link in (link for text in texts for link in _LINK.finditer(text)):
        if found := _ID.search(link[0]):
            wanted[link[1]].add(found[1])
    for kind, handler in (("page", DiscreetPageLinkHandler), ("document", KnownDocumentLinkHandler)):
        if wanted[kind]:
            handler.known(request, wanted[kind])


def texts_in(value: Any) -> Iterator[str]:
    """All texts in a value as JSON knows values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts_in(item)
    elif isinstance(value, Iterable):
        for item in value:
            yield from texts_in(item)


class _KnowsLinks:
    """Looks up what the request being answered has fetched already, and fetches the rest at once."""

    identifier: str

    @classmethod
    def fetch(cls, ids: set[str]) -> Known:
        raise NotImplementedError

    @classmethod
    def known(cls, request: HttpRequest | None, ids: set[str]) -> Known:
        held = request.__dict__.setdefault(_KNOWN, {}) if request is not None else {}
        found: Known = held.setdefault(cls.identifier, {})
        if missing := ids - found.keys():
            found.update({**dict.fromkeys(missing), **cls.fetch(missing)})
        return found

    @classmethod
    def get_many(cls, attrs_list: list[dict[str, str]]) -> list[Any]:
        ids = [str(attrs.get("id")) for attrs in attrs_list]
        found = cls.known(request_being_answered(), {one for one in ids if one.isascii() and one.isdigit()})
        return [found.get(one) for one in ids]


class DiscreetPageLinkHandler(_KnowsLinks, PageLinkHandler):
    """Rendered text is the same for all readers, so it may not hold the address of a page that only some may open.

    A page's address is made of its title. Such a page is linked by its number; what is behind the number is told to
    those who may open it.
    """

    @classmethod
    def fetch(cls, ids: set[str]) -> Known:
        return {str(page.pk): page for page in Page.objects.filter(pk__in=ids)}

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        return [f'<a href="{escape(discreet_url(page))}">' if page else "<a>" for page in cls.get_many(attrs_list)]


class KnownDocumentLinkHandler(_KnowsLinks, DocumentLinkHandler):
    """Links to files."""

    @classmethod
    def fetch(cls, ids: set[str]) -> Known:
        return {str(pk): file for pk, file in cls.get_model()._default_manager.in_bulk(ids).items()}


def discreet_url(page: Page) -> str:
    """The address of ``page`` where anyone may open it, else one that says nothing."""
    if is_open(page) and page_token(page, current_tokens().restrictions) == PUBLIC:
        return page_address(page, request_being_answered())
    return reverse("access_page", args=[page.pk])
