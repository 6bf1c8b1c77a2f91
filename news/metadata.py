"""schema.org data of an article."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from portal.cards import plain_summary
from portal.seo import sharing_picture

if TYPE_CHECKING:
    from news.models import Article

HEADLINE_LENGTH = 110


def news_article(article: "Article", request: HttpRequest) -> dict[str, Any]:
    """``NewsArticle``; what is unknown is left out, never invented."""
    from portal.models import SiteSettings

    site_settings = SiteSettings.for_request(request)
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title[:HEADLINE_LENGTH],
        "mainEntityOfPage": article.get_full_url(request),
        "inLanguage": "vi",
        "publisher": {"@type": "Organization", "name": site_settings.committee_name},
        "author": (
            {"@type": "Person", "name": article.author_name}
            if article.author_name
            else {"@type": "Organization", "name": article.source_name or site_settings.committee_name}
        ),
    }
    if article.sapo:
        found["description"] = plain_summary(article.sapo)
    if article.published_on:
        found["datePublished"] = article.published_on.isoformat()
        found["dateModified"] = (article.updated_on or article.published_on).isoformat()
    picture = sharing_picture(article.picture, article, request)
    if picture:
        found["image"] = [picture]
    return found
