"""The home page."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page

from portal.access.tokens import Tokens, may_open, tokens_of
from portal.home_blocks import HomeBody, SectionRowBlock
from portal.models.base import PortalPage
from portal.registry import NOT_SEARCHED, story_sources

LEAD_AND_SECONDARY = 5


class HomePage(PortalPage):
    """The front page: stories chosen by staff and filled by recency, then the rows staff arrange."""

    body = StreamField(HomeBody(), verbose_name=_("rows"), blank=True)

    template = "portal/home_page.html"
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        settings.SECTION_PAGE_TYPE,
        settings.DOCUMENT_REGISTER_PAGE_TYPE,
        "portal.StandardPage",
        "portal.OrganisationChartPage",
        "portal.ContactPage",
        "portal.SiteMapPage",
        "portal.GalleryIndexPage",
        "portal.NoticeIndexPage",
    ]
    max_count = 1
    search_entry = NOT_SEARCHED
    access_channel = "page"

    content_panels: ClassVar = [
        *Page.content_panels,
        InlinePanel(
            "featured_stories",
            label=_("featured story"),
            help_text=_("The first is the lead story. Free places are filled with the newest articles."),
            max_num=LEAD_AND_SECONDARY,
        ),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        tokens = tokens_of(request).tokens
        front = self.front_stories(tokens)
        cards = [story.to_card(request) for story in front]
        context["lead"] = cards[0] if cards else None
        context["secondary"] = cards[1:]
        self.fill_section_rows(request, tokens, shown=[story.pk for story in front])
        return context

    def front_stories(self, tokens: Tokens) -> list[PortalPage]:
        """The lead and secondary stories: those chosen that may be seen now, then the newest."""
        chosen = list(dict.fromkeys(featured.page_id for featured in self.featured_stories.all()))
        found: dict[int, PortalPage] = {}
        for source in story_sources:
            found.update({page.pk: page for page in source.by_id(chosen, tokens)})
        stories = [found[pk] for pk in chosen if pk in found]
        for source in story_sources:
            missing = LEAD_AND_SECONDARY - len(stories)
            if missing > 0:
                stories += source.latest(missing, tokens, exclude=[page.pk for page in stories])
        return stories[:LEAD_AND_SECONDARY]

    def fill_section_rows(self, request: HttpRequest, tokens: Tokens, shown: Sequence[int]) -> None:
        """Give each row of a section its cards, so that no story stands twice on this page where there are others."""
        values = [row.value for row in self.body if isinstance(row.block, SectionRowBlock)]
        rows = [value for value in values if value["page"] is not None and may_open(value["page"], tokens)]
        for source in story_sources:
            stories = source.rows([(row["page"], row["count"]) for row in rows], tokens, exclude=shown)
            for row, found in zip(rows, stories, strict=True):
                row.cards = [*row.cards, *(story.to_card(request) for story in found)]


class FeaturedStory(Orderable):
    """A story staff put on the front page."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="featured_stories")
    page = models.ForeignKey("wagtailcore.Page", verbose_name=_("article"), on_delete=models.CASCADE, related_name="+")

    panels: ClassVar = [PageChooserPanel("page", settings.STORY_PAGE_TYPE)]

    class Meta(Orderable.Meta):
        verbose_name = _("featured story")
        verbose_name_plural = _("featured stories")

    def __str__(self) -> str:
        return str(self.page)
