"""Sections: lists of articles, nested as the menu is."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path, re_path
from wagtail.models import Page
from wagtail.search import index

from news.archive import Period, month_of, months_with_articles, year_of, years_with_articles
from news.querysets import ArticleQuerySet
from portal.access.marks import mark_of
from portal.access.restrictions import request_being_answered
from portal.access.tokens import Tokens, may_open, tokens_of
from portal.cards import Card
from portal.models import PortalPage
from portal.page_serving import TRAIL_FIELDS
from portal.paging import paginate
from portal.registry import SearchEntry


class Section(RoutablePageMixin, PortalPage):
    """A section lists its own articles and those of the sections below it."""

    intro = models.TextField(_("introduction"), blank=True, help_text=_("One or two sentences under the title."))

    #: Of the sections right below, how many stand above the list of articles, and how many on a page of their own list.
    MOST_SUBSECTIONS, MOST_ON_A_PAGE = 24, 100

    template = "news/section.html"
    parent_page_types: ClassVar[list[str]] = ["portal.HomePage", "news.Section"]
    subpage_types: ClassVar[list[str]] = ["news.Section", "news.Article"]
    search_entry = SearchEntry(kind="section", summary="intro")
    access_channel = "news.section"

    content_panels: ClassVar = [*Page.content_panels, FieldPanel("intro")]
    search_fields: ClassVar = [*Page.search_fields, index.SearchField("intro")]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    @path("")
    def all_articles(self, request: HttpRequest) -> HttpResponse:
        return self._list(request)

    # Numbers without leading noughts: each period has one address.

    @re_path(r"^nam/(?P<year>[1-9][0-9]{3})/$", name="year")
    def year(self, request: HttpRequest, year: str) -> HttpResponse:
        return self._list(request, int(year))

    @re_path(r"^nam/(?P<year>[1-9][0-9]{3})/thang/(?P<month>[1-9]|1[0-2])/$", name="month")
    def month(self, request: HttpRequest, year: str, month: str) -> HttpResponse:
        return self._list(request, int(year), int(month))

    @path("rss/", name="rss")
    def rss(self, request: HttpRequest) -> HttpResponse:
        from news.feeds import SectionRssFeed

        return SectionRssFeed()(request, section=self)

    @path("atom/", name="atom")
    def atom(self, request: HttpRequest) -> HttpResponse:
        from news.feeds import SectionAtomFeed

        return SectionAtomFeed()(request, section=self)

    @path("muc-con/", name="subsections")
    def all_subsections(self, request: HttpRequest) -> HttpResponse:
        """All sections right below this one: the list of articles shows only the first of them."""
        subsections = self.subsections(request, tokens_of(request).tokens)
        if not subsections:
            raise Http404
        pager, shown = paginate(request, subsections, self.MOST_ON_A_PAGE)
        context = {
            "section": self,
            "subsections": shown,
            "pager": pager,
            "seo": self.seo(request).on_page(pager),
            "breadcrumbs": [*self.breadcrumbs(request), (self.title, self.get_url(request) or "")],
        }
        return self.render(request, context_overrides=context, template="news/subsections.html")

    def articles(self, tokens: Tokens) -> ArticleQuerySet:
        """Articles here and below that may be seen now, newest first."""
        from news.models import Article

        visible: ArticleQuerySet = Article.objects.visible_to(tokens)
        return visible.newest_of_sections(self.section_ids)

    def countable_articles(self, tokens: Tokens) -> ArticleQuerySet:
        """The same articles in no order: what counts them or asks whether there are any."""
        from news.models import Article

        visible: ArticleQuerySet = Article.objects.visible_to(tokens)
        return visible.in_sections(self.section_ids)

    @cached_property
    def subtree(self) -> list["Section"]:
        """This section and all below it, in tree order; one query for all that a page shows.

        Sections are few and articles many: all sections are read, and none is looked for among the articles by path.
        """
        request = request_being_answered()
        sections: list[Section] | None = getattr(request, "portal_sections", None)
        if sections is None:
            sections = list(Section.objects.order_by("path").only(*TRAIL_FIELDS))
            if request is not None:
                request.portal_sections = sections  # type: ignore[attr-defined]  # only while answering
        return [section for section in sections if section.path.startswith(self.path)]

    @property
    def section_ids(self) -> list[int]:
        return [section.pk for section in self.subtree]

    def list_cards(self, request: HttpRequest, tokens: Tokens, count: int) -> list[Card]:
        return [article.to_card(request) for article in self.articles(tokens).for_cards()[:count]]

    def _list(self, request: HttpRequest, year: int | None = None, month: int | None = None) -> HttpResponse:
        """The list of all articles, or of a year or month.

        Raises:
            Http404: there is no such year, month or page of the list.
        """
        tokens = tokens_of(request).tokens
        base = self.get_url(request) or ""
        articles, countable = self.articles(tokens), self.countable_articles(tokens)
        archive = self.archive(countable, base, year)
        subsections = self.subsections(request, tokens)
        if year is None:
            total = countable.count()
        else:
            period = _period(year, month)
            articles, total = articles.between(*period), _count_in(countable, period)
        pager, shown = paginate(request, articles.for_cards(), settings.ARTICLES_PER_LIST, total=total)
        return self.render(
            request,
            context_overrides={
                "section": self,
                "subsections": subsections[: self.MOST_SUBSECTIONS],
                "subsections_url": f"{base}muc-con/" if len(subsections) > self.MOST_SUBSECTIONS else "",
                "pager": pager,
                "cards": [article.to_card(request) for article in shown],
                "seo": self.seo(request).on_page(pager),
                "period_title": _period_title(year, month),
                "archive": archive,
                "feed_urls": {"rss": f"{base}rss/", "atom": f"{base}atom/"},
            },
        )

    def subsections(self, request: HttpRequest, tokens: Tokens) -> list[Card]:
        children = [section for section in self.subtree if section.depth == self.depth + 1]
        return [
            Card(title=child.title, url=child.get_url(request) or "", mark=mark_of(child))
            for child in children
            if may_open(child, tokens)
        ]

    def archive(
        self, articles: ArticleQuerySet, base: str, chosen: int | None
    ) -> list[tuple[int, str, list[tuple[int, str]]]]:
        """Years with articles, newest first, each with its address; the chosen (or newest) one with its months."""
        years = years_with_articles(articles)
        opened = chosen if chosen in years else (years[0] if years else None)
        months = months_with_articles(articles, opened) if opened else []
        links = [(month, f"{base}nam/{opened}/thang/{month}/") for month in months]
        return [(year, f"{base}nam/{year}/", links if year == opened else []) for year in years]


def _period(year: int, month: int | None) -> Period:
    """Begin and end of a year or month.

    Raises:
        Http404: there is no such year or month.
    """
    try:
        return month_of(year, month) if month is not None else year_of(year)
    except (ValueError, OverflowError) as problem:
        raise Http404 from problem


def _count_in(articles: ArticleQuerySet, period: Period) -> int:
    """How many of ``articles``, which the visitor may see, were published in ``period``.

    Raises:
        Http404: none, and the period is to come or lies before all of them: such addresses would have no end.
    """
    count = articles.between(*period).count()
    start, _end = period
    if not count and (start > timezone.now() or not articles.filter(published_on__lt=start).exists()):
        raise Http404
    return count


def _period_title(year: int | None, month: int | None) -> str:
    if year is None:
        return ""
    if month is None:
        return _gettext("Year %(year)d") % {"year": year}
    return _gettext("%(month)d/%(year)d") % {"month": month, "year": year}
