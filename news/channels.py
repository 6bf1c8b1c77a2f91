"""The channels of news: articles with their neighbours, sections with their feeds, tags, feeds of the whole site."""

from collections.abc import Iterable

from django.urls import reverse
from taggit.models import Tag

from portal.access.channels import Channel, Planted, Probe, Shows, channels
from portal.channels import probes_of_pages
from portal.text.dates import in_viet_nam


def _section_probes(planted: Planted) -> Iterable[Probe]:
    below = ["?page=2", "rss/", "atom/", "muc-con/"]
    days = {in_viet_nam(page.published_on) for page in planted.pages if getattr(page, "published_on", None)}
    below += sorted({f"nam/{day.year}/" for day in days} | {f"nam/{day.year}/thang/{day.month}/" for day in days})
    return probes_of_pages("news.section", *below)(planted)


def _tag_probes(planted: Planted) -> Iterable[Probe]:
    return [Probe(reverse("news_tag", args=[tag.slug])) for tag in Tag.objects.all()]


def _feed_probes(planted: Planted) -> Iterable[Probe]:
    return [Probe(reverse(name)) for name in ("news_rss", "news_atom")]


def _admin_list_probes(planted: Planted) -> Iterable[Probe]:
    return [Probe(reverse("articles:index")), Probe(reverse("articles:index_results"))]


def register() -> None:
    """Called when the app is ready."""
    for channel in (
        Channel(
            name="news.article",
            description="An article, and the lists of newer and older ones at their own addresses.",
            shows=Shows.WHAT_THE_VISITOR_MAY_SEE,
            page_routes=frozenset({"news.Article.show", "news.Article.newer", "news.Article.older"}),
            probes=probes_of_pages("news.article", "moi-hon/", "cu-hon/"),
        ),
        Channel(
            name="news.section",
            description="A section's list, by page, year and month, its feeds, and the sections below it.",
            shows=Shows.WHAT_THE_VISITOR_MAY_SEE,
            page_routes=frozenset(
                f"news.Section.{route}" for route in ("all_articles", "year", "month", "rss", "atom", "subsections")
            ),
            probes=_section_probes,
        ),
        Channel(
            name="news.tag",
            description="All articles with one tag.",
            shows=Shows.WHAT_THE_VISITOR_MAY_SEE,
            url_names=frozenset({"news_tag"}),
            probes=_tag_probes,
        ),
        Channel(
            name="news.feed",
            description="RSS and Atom of the whole site.",
            shows=Shows.PUBLIC_ONLY,
            url_names=frozenset({"news_rss", "news_atom"}),
            probes=_feed_probes,
        ),
        Channel(
            name="admin.articles",
            description="The admin's list of all articles.",
            shows=Shows.STAFF_ALL,
            route_prefixes=("quan-tri/bai-viet/",),
            probes=_admin_list_probes,
        ),
    ):
        channels.register(channel)
