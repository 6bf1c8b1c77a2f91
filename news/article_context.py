"""What the article page shows around its text."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import pgettext

from news.around import articles_around
from news.neighbours import Direction, as_list
from portal.access.tokens import tokens_of
from portal.cards import Card
from portal.counters.services import total_views
from portal.registry import related_sources
from portal.sharing import Share
from portal.text.dates import format_dateline

if TYPE_CHECKING:
    from news.models import Article


def article_context(article: "Article", request: HttpRequest) -> dict[str, Any]:
    """Everything the template needs beside the article itself. A preview of an unsaved article has no neighbours."""
    tags = list(article.tags.all())
    picks = [pick.related_id for pick in article.related_picks.all()]
    trail = article.breadcrumbs(request)
    back_title, back_url = trail[-1] if trail else (pgettext("portal", "Home"), "/")
    alike = [pk for source in related_sources for pk in source.ids(article)]
    around = articles_around(article, [tag.pk for tag in tags], picks, tokens_of(request).tokens, alike)
    saved = article.pk is not None and article.parent_section_id is not None

    def cards(articles: "list[Article]") -> list[Card]:
        return [item.to_card(request) for item in articles]

    return {
        "article": article,
        "dateline": article.dateline,
        "updated_text": format_dateline(article.updated_on) if article.updated_on else "",
        "views": total_views(article),
        "tags": [(tag.name, reverse("news_tag", args=[tag.slug])) for tag in tags],
        "corrections": [(format_dateline(item.noted_on), item.text) for item in article.corrections.all()],
        "newer": as_list(article, Direction.NEWER, around.newer, request) if saved else None,
        "older": as_list(article, Direction.OLDER, around.older, request) if saved else None,
        "related": cards(around.related),
        "other": cards(around.other),
        "latest": cards(around.latest),
        "most_viewed": cards(around.most_viewed),
        "back_url": back_url,
        "back_title": back_title,
        "share": Share.of(article.title, article.get_full_url(request) or ""),
    }
