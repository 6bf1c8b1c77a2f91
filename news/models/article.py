"""News articles."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, Page, PageManager
from wagtail.search import index

from news import panels
from news.forms import ArticleForm
from news.metadata import news_article
from news.neighbours import Direction, neighbour_list
from news.querysets import ArticleQuerySet
from portal.access.marks import mark_of
from portal.blocks import ALT_HELP, ArticleBody
from portal.cards import Card, plain_summary
from portal.counters.services import total_views
from portal.models import PortalPage
from portal.registry import SearchEntry
from portal.seo import Seo, sharing_picture
from portal.text.dates import format_date, format_dateline, in_viet_nam

#: Clocks of browsers run ahead a little.
CLOCK_TOLERANCE = timedelta(minutes=10)


class Article(RoutablePageMixin, PortalPage):
    """A news article.

    ``published_on`` is when readers first saw it, in UTC: typed by staff, or set when the article first goes live. It
    is unknown (``None``) for drafts, and for imported articles whose source gave no full date; then no dateline is
    shown. Where the source gave only the day, ``published_time_known`` is false and no hour is shown. ``ordered_at`` is
    the article's place in lists: ``published_on``, or when it was first saved.
    """

    kicker = models.CharField(_("kicker"), max_length=120, blank=True, help_text=panels.KICKER_HELP)
    sapo = RichTextField(_("lead"), blank=True, features=["bold", "italic", "link"], help_text=panels.SAPO_HELP)
    body = StreamField(ArticleBody(), verbose_name=_("text"), blank=True)

    published_on = models.DateTimeField(
        _("published on"), null=True, blank=True, db_index=True, help_text=panels.PUBLISHED_HELP
    )
    published_time_known = models.BooleanField(_("hour is known"), default=True)
    ordered_at = models.DateTimeField(_("place in lists"), editable=False)
    updated_on = models.DateTimeField(_("updated on"), null=True, blank=True, help_text=panels.UPDATED_HELP)

    author_name = models.CharField(_("author"), max_length=160, blank=True, help_text=panels.AUTHOR_HELP)
    poster_name = models.CharField(_("poster"), max_length=160, blank=True, help_text=panels.POSTER_HELP)
    source_tag = models.CharField(_("source tag"), max_length=40, blank=True, help_text=panels.SOURCE_TAG_HELP)
    source_name = models.CharField(_("republished from"), max_length=160, blank=True)
    source_url = models.URLField(_("address of the original"), max_length=500, blank=True)

    picture = models.ForeignKey(
        "portal.PortalImage",
        verbose_name=_("lead picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    picture_alt = models.CharField(_("alternative text"), max_length=250, blank=True, help_text=ALT_HELP)
    picture_caption = models.CharField(_("caption"), max_length=400, blank=True)
    picture_credit = models.CharField(_("picture credit"), max_length=120, blank=True)

    base_views = models.PositiveIntegerField(_("views before the import"), null=True, blank=True)
    review_note = models.TextField(_("to be checked"), blank=True, help_text=panels.REVIEW_HELP)
    parent_section = models.ForeignKey(
        "news.Section", null=True, editable=False, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    tags = ClusterTaggableManager(through="news.ArticleTag", blank=True, verbose_name=_("tags"))

    objects = PageManager.from_queryset(ArticleQuerySet)()

    template = "news/article.html"
    parent_page_types: ClassVar[list[str]] = ["news.Section"]
    subpage_types: ClassVar[list[str]] = []
    in_site_map = False
    open_graph_type = "article"
    search_entry = SearchEntry(kind="news", summary="sapo", body=("body",), date="published_on")
    access_channel = "news.article"
    outside_approval: ClassVar[tuple[str, ...]] = ("ordered_at", "parent_section", "review_note")
    changes_are_explained = True

    #: A copy is another article: nobody has read it yet.
    exclude_fields_in_copy: ClassVar[list[str]] = [
        "published_on",
        "published_time_known",
        "ordered_at",
        "updated_on",
        "base_views",
    ]

    base_form_class = ArticleForm
    content_panels = panels.CONTENT
    promote_panels = panels.PROMOTE
    settings_panels = panels.SETTINGS
    search_fields: ClassVar = [
        *Page.search_fields,
        index.SearchField("kicker"),
        index.SearchField("sapo"),
        index.SearchField("body"),
        index.SearchField("author_name"),
        index.FilterField("published_on"),
        index.FilterField("parent_section"),
    ]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes: ClassVar = [
            models.Index(fields=["-ordered_at", "-page_ptr", "parent_section"], name="article_order_section"),
            models.Index(fields=["parent_section", "-ordered_at", "-page_ptr"], name="article_section_order"),
            models.Index(fields=["-base_views", "-page_ptr"], name="article_views"),
            models.Index(fields=["parent_section", "published_on"], name="article_section_published"),
        ]

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if (
            self.published_on
            and self.published_on > max(timezone.now(), self.go_live_at or timezone.now()) + CLOCK_TOLERANCE
        ):
            errors["published_on"] = _(
                "The date is in the future. To publish later, leave it empty and set the time under scheduled publishing."
            )
        if self.updated_on and self.published_on and self.updated_on < self.published_on:
            errors["updated_on"] = _("The update cannot be earlier than the publication.")
        if self.source_url and not self.source_name.strip():
            errors["source_name"] = _("Name the source whose address you give.")
        if errors:
            raise ValidationError(errors)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self._keep_place()
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._keep_place()
        super().save(*args, **kwargs)

    def _keep_place(self) -> None:
        """``ordered_at`` follows ``published_on``; ``section`` follows the tree."""
        place: datetime | None = self.published_on or self.ordered_at
        if place is None or (self.published_on is None and place > timezone.now()):
            place = self.first_published_at or timezone.now()
        self.ordered_at = place
        if self.path:
            from news.models.section import Section

            parent_path = self.path[: -self.steplen]
            if self._state.adding or self._section_path() != parent_path:
                self.parent_section = Section.objects.filter(path=parent_path).first()

    def _section_path(self) -> str:
        return self.parent_section.path if self.parent_section else ""

    # What readers see

    @path("")
    def show(self, request: HttpRequest) -> HttpResponse:
        return self.render(request)

    @path("moi-hon/", name="newer")
    def newer(self, request: HttpRequest) -> HttpResponse:
        return self._neighbours(request, Direction.NEWER)

    @path("cu-hon/", name="older")
    def older(self, request: HttpRequest) -> HttpResponse:
        return self._neighbours(request, Direction.OLDER)

    def _neighbours(self, request: HttpRequest, direction: Direction) -> HttpResponse:
        """One page of the newer or the older list, at an address of its own that search engines leave out."""
        listed = neighbour_list(self, direction, request, cursor=request.GET.get("tu", ""))
        partial = request.headers.get("HX-Request") == "true"
        template = "news/_neighbours.html" if partial else "news/neighbour_list.html"
        context: dict[str, Any] = {"article": self, "page": self, "list": listed, "article_url": self.get_url(request)}
        if not partial:
            seo = replace(
                Seo.for_page(self, request),
                robots="noindex, follow",
                json_ld=[],
                canonical=self.get_full_url(request) or "",
            )
            context |= {
                "breadcrumbs": [*self.breadcrumbs(request), (self.title, self.get_url(request) or "")],
                "seo": seo,
            }
        from django.shortcuts import render

        response = render(request, template, context)
        response["X-Robots-Tag"] = "noindex"
        patch_vary_headers(response, ["HX-Request"])  # the list alone and the whole page have one address
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from news.article_context import article_context

        return {**super().get_context(request, *args, **kwargs), **article_context(self, request)}

    @property
    def dateline(self) -> str:
        """`Thứ Bảy, 12/09/2020, 10:34 [GMT+7]`; empty where the date is unknown."""
        if self.published_on is None:
            return ""
        return format_dateline(self.published_on, time_known=self.published_time_known)

    def to_card(self, request: HttpRequest | None = None) -> Card:
        return Card(
            title=self.title,
            url=self.get_url(request) or "",
            kicker=self.kicker or getattr(self, "section_title", ""),
            sapo=plain_summary(self.sapo),
            date_text=format_date(in_viet_nam(self.published_on).date()) if self.published_on else "",
            date_iso=self.published_on.isoformat() if self.published_on else "",
            picture=self.picture,
            picture_alt=self.picture_alt,
            views=total_views(self),
            source_tag=self.source_tag,
            mark=mark_of(self),
        )

    def seo(self, request: HttpRequest) -> Seo:
        seo = super().seo(request)
        return replace(
            seo,
            description=seo.description or plain_summary(self.sapo),
            image_url=sharing_picture(self.picture, self, request) or seo.image_url,
            published=self.published_on.isoformat() if self.published_on else "",
            modified=self.updated_on.isoformat() if self.updated_on else "",
            json_ld=[news_article(self, request), *seo.json_ld],
        )


class ArticleTag(TaggedItemBase):
    """A tag on an article."""

    content_object = ParentalKey(Article, on_delete=models.CASCADE, related_name="tagged_items")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["tag", "content_object"], name="article_tag_articles")]


class RelatedArticle(Orderable):
    """An article that staff picked as related (`Tin liên quan`)."""

    article = ParentalKey(Article, on_delete=models.CASCADE, related_name="related_picks")
    related = models.ForeignKey(Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="+")

    panels: ClassVar = panels.RELATED

    class Meta(Orderable.Meta):
        verbose_name = _("related article")
        verbose_name_plural = _("related articles")

    def __str__(self) -> str:
        return str(self.related)


class Correction(Orderable):
    """A public note on what was wrong and is now right (`Đính chính`)."""

    article = ParentalKey(Article, on_delete=models.CASCADE, related_name="corrections")
    noted_on = models.DateTimeField(_("noted on"), default=timezone.now)
    text = models.TextField(_("what was corrected"), help_text=panels.CORRECTION_HELP)

    panels: ClassVar = panels.CORRECTION

    class Meta(Orderable.Meta):
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self) -> str:
        return self.text[:60]
