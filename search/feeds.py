"""RSS and Atom of a search: what anybody may see of it, the newest first."""

import datetime as dt
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape
from django.utils.translation import gettext as _

from portal.access.tokens import public_tokens
from portal.models import SiteSettings
from portal.text.dates import VIET_NAM
from search.answering import Found
from search.asked import Asked
from search.contract import Facet
from search.presenting import Result, text_of


class SearchRssFeed(Feed[Any, Any]):
    """The first page of results in the order of their dates."""

    feed_type: type[SyndicationFeed] = Rss201rev2Feed
    language = "vi"

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().__call__(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> tuple[HttpRequest, Asked]:
        """
        Raises:
            Http404: nothing is asked for.
        """
        asked = followed(Asked.of(request))
        if not asked.words:
            raise Http404
        return request, asked

    def title(self, obj: tuple[HttpRequest, Asked]) -> str:
        request, asked = obj
        return f"{_('Search: %(words)s') % {'words': asked.words}} – {SiteSettings.for_request(request).committee_name}"

    def link(self, obj: tuple[HttpRequest, Asked]) -> str:
        return _public_url(obj[1].url)

    def feed_url(self, obj: tuple[HttpRequest, Asked]) -> str:
        request, asked = obj
        return _public_url(request.path + asked.query)

    def description(self, obj: tuple[HttpRequest, Asked]) -> str:
        return _("What the portal has on “%(words)s”, the newest first") % {"words": obj[1].words}

    subtitle = description

    def author_name(self, obj: tuple[HttpRequest, Asked]) -> str:
        """Atom asks for one."""
        return SiteSettings.for_request(obj[0]).committee_name

    def items(self, obj: tuple[HttpRequest, Asked]) -> list[Result]:
        request, asked = obj
        return Found.of(asked, request, public_tokens(request)).shown

    def item_title(self, item: Result) -> str:
        return text_of(item.title)

    def item_description(self, item: Result) -> str:
        """As HTML, which is what readers of feeds take it for."""
        return escape(text_of(item.snippet))

    def item_link(self, item: Result) -> str:
        return _public_url(item.url)

    def item_pubdate(self, item: Result) -> dt.datetime | None:
        """The midnight of its day; none where that is unknown."""
        return dt.datetime.combine(item.date, dt.time(), VIET_NAM) if item.date else None

    def item_updateddate(self, item: Result) -> dt.datetime | None:
        """Atom asks for it."""
        return item.published or self.item_pubdate(item)


class SearchAtomFeed(SearchRssFeed):
    feed_type = Atom1Feed


def followed(asked: Asked) -> Asked:
    """The same as a feed shows it: always the newest, and no level, since it has what is public alone."""
    return replace(asked.with_value(Facet.LEVEL, ""), order="moi", origin=0)


def _public_url(path: str) -> str:
    """``path`` at the portal's one public address, whatever address the server listens on."""
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path
