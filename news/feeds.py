"""RSS and Atom: the whole site and each section, public articles only."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape
from django.utils.translation import gettext as _

from news.models import Article, Section
from portal.access.tokens import Tokens
from portal.cards import plain_summary
from portal.models import SiteSettings


def _public_url(path: str) -> str:
    """``path`` at the portal's one public address, whatever address the server listens on."""
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path


class SiteRssFeed(Feed[Any, Any]):
    """The newest articles of all sections."""

    feed_type: type[SyndicationFeed] = Rss201rev2Feed
    language = "vi"

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> tuple[HttpRequest, Section | None]:
        return request, kwargs.get("section")

    def title(self, obj: tuple[HttpRequest, Section | None]) -> str:
        request, section = obj
        committee = SiteSettings.for_request(request).committee_name
        return f"{section.title} – {committee}" if section else committee

    def link(self, obj: tuple[HttpRequest, Section | None]) -> str:
        request, section = obj
        return (section.get_full_url(request) if section else _public_url("/")) or "/"

    def feed_url(self, obj: tuple[HttpRequest, Section | None]) -> str:
        request, _section = obj
        return _public_url(request.path)

    def description(self, obj: tuple[HttpRequest, Section | None]) -> str:
        _request, section = obj
        return (section.intro if section else "") or _("Latest news")

    subtitle = description

    def author_name(self, obj: tuple[HttpRequest, Section | None]) -> str:
        """Atom asks for an author: of the whole feed, where an article names none."""
        request, _section = obj
        return SiteSettings.for_request(request).committee_name

    def items(self, obj: tuple[HttpRequest, Section | None]) -> list[Article]:
        request, section = obj
        visible = section.articles(Tokens()) if section else Article.objects.visible_to(Tokens()).newest_first()
        articles = list(visible.for_feeds()[: settings.ARTICLES_PER_LIST])
        for article in articles:
            article.feed_url = article.get_full_url(request) or ""
        return articles

    def item_title(self, item: Article) -> str:
        return item.title

    def item_description(self, item: Article) -> str:
        """As HTML, which is what readers of feeds take it for."""
        return escape(plain_summary(item.sapo))

    def item_link(self, item: Article) -> str:
        url: str = item.feed_url
        return url

    def item_author_name(self, item: Article) -> str | None:
        return item.author_name or None

    def item_pubdate(self, item: Article) -> datetime | None:
        return item.published_on

    def item_updateddate(self, item: Article) -> datetime:
        """Atom asks for it. Where no date is known it is when the portal got the article."""
        return item.updated_on or item.published_on or item.ordered_at


class SiteAtomFeed(SiteRssFeed):
    feed_type = Atom1Feed


class SectionRssFeed(SiteRssFeed):
    """The newest articles of one section and those below it."""


class SectionAtomFeed(SectionRssFeed):
    feed_type = Atom1Feed
