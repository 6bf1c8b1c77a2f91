"""`Bài viết`: all articles in one list, newest first, to be searched and narrowed."""

from datetime import UTC
from typing import Any, ClassVar

import django_filters
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, QuerySet
from django.forms import DateField, TextInput
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters.fields import DateRangeField, ModelChoiceField
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page, Revision

from news.models import Article, Section
from portal.access.staff import sight_of
from portal.admin.choices import below_any, sections_called, type_where_many
from portal.admin.search.folding import primary_keys_matching
from portal.counters.services import total_views
from portal.text import fold, format_number

TOP_DEPTH = 3  # root, home page, then the first sections
MOST_AUTHORS = 5_000
MOST_DIGITS = 18  # of a number that any database can be asked for

LIVE, CHANGED, DRAFT, SCHEDULED, EXPIRED, TO_CHECK = "live", "changed", "draft", "scheduled", "expired", "check"
STATUSES = [
    (LIVE, pgettext_lazy("status", "Published")),
    (CHANGED, pgettext_lazy("status", "Published, with changes not yet published")),
    (DRAFT, pgettext_lazy("status", "Draft")),
    (SCHEDULED, pgettext_lazy("status", "Scheduled")),
    (EXPIRED, pgettext_lazy("status", "Expired")),
    (TO_CHECK, pgettext_lazy("status", "To be checked after the import")),
]


class SectionField(ModelChoiceField):
    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and len(value) > MOST_DIGITS:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice", params={"value": value})
        return super().to_python(value)


def _sections_seen(request: HttpRequest) -> QuerySet[Section]:
    sections: QuerySet[Section] = sight_of(request.user).of_pages(Section.objects.order_by("path"))
    return sections


class SectionFilter(django_filters.ModelChoiceFilter):
    """A section with all below it; the choices are indented as the tree is."""

    field_class = SectionField

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=_sections_seen, **kwargs)

    @property
    def field(self) -> Any:
        field = super().field
        field.label_from_instance = lambda section: "– " * (section.depth - TOP_DEPTH) + section.title
        return field

    def filter(self, qs: QuerySet[Article], value: Section | None) -> QuerySet[Article]:
        return qs.filter(parent_section__in=value.section_ids) if value else qs


class DaysField(DateRangeField):
    def compress(self, data_list: Any) -> Any:
        try:
            asked = super().compress(data_list)
            for moment in filter(None, [asked.start, asked.stop] if asked else []):
                moment.astimezone(UTC)
        except OverflowError:  # the first day of all: its midnight in Viet Nam is before the first year
            raise ValidationError(DateField.default_error_messages["invalid"], code="invalid") from None
        return asked


class DaysFilter(django_filters.DateFromToRangeFilter):
    """From one day to another."""

    field_class = DaysField


class AuthorFilter(django_filters.CharFilter):
    """Part of an author's name, typed with or without diacritics."""

    def filter(self, qs: QuerySet[Article], value: str) -> QuerySet[Article]:
        typed = fold(value or "")
        if not typed:
            return qs
        names = Article.objects.order_by().values_list("author_name", flat=True).distinct()[:MOST_AUTHORS]
        return qs.filter(author_name__in=[name for name in names if typed in fold(name)])


class StatusFilter(django_filters.ChoiceFilter):
    """What state an article is in for those who work on it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=STATUSES, **kwargs)

    def filter(self, qs: QuerySet[Article], value: str | None) -> QuerySet[Article]:
        scheduled = Exists(
            Revision.page_revisions.filter(object_id=_text_pk(), approved_go_live_at__isnull=False).order_by()
        )
        narrowed: dict[str, QuerySet[Article]] = {
            LIVE: qs.filter(live=True),
            CHANGED: qs.filter(live=True, has_unpublished_changes=True),
            DRAFT: qs.filter(~scheduled, live=False, expired=False),
            SCHEDULED: qs.filter(scheduled),
            EXPIRED: qs.filter(live=False, expired=True),
            TO_CHECK: qs.exclude(review_note=""),
        }
        return narrowed.get(value or "", qs)


def _text_pk() -> Any:
    """Revisions name their page by a text."""
    from django.db.models import CharField
    from django.db.models.functions import Cast

    return Cast(OuterRef("pk"), output_field=CharField())


class ArticleFilterSet(WagtailFilterSet):
    section = SectionFilter(label=pgettext_lazy("column", "Section"), empty_label=_("All sections"))
    author = AuthorFilter(label=pgettext_lazy("column", "Author"), widget=TextInput(attrs={"autocomplete": "off"}))
    status = StatusFilter(label=pgettext_lazy("column", "Status"), empty_label=_("Any status"))
    published_on = DaysFilter(label=pgettext_lazy("column", "Published on"), widget=DateRangePickerWidget)

    class Meta:
        model = Article
        fields: ClassVar[list[str]] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.request is not None:
            sections = _sections_seen(self.request)
            type_where_many(
                self, "section", sections,
                lambda pages, typed: pages.filter(below_any(sections_called(typed, sections))),
            )  # fmt: skip


def shown_views(article: Article) -> str:
    """`4.356`, or a dash where nobody knows."""
    views = total_views(article)
    return "–" if views is None else format_number(views)


class ArticleListing(IndexView):
    """Newest first, whether searched or not: who looks for an article remembers roughly when it was."""

    base_filterset_class = ArticleFilterSet
    default_ordering = "-ordered_at"
    paginate_by = 50
    base_columns: ClassVar = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=pgettext_lazy("column", "Title"), sort_key="title", classname="title"),
        Column(
            "parent_section", label=pgettext_lazy("column", "Section"), accessor="parent_section.title", width="14%"
        ),
        Column("author_name", label=pgettext_lazy("column", "Author"), sort_key="author_name", width="12%"),
        PageStatusColumn("status", label=pgettext_lazy("column", "Status"), sort_key="live", width="10%"),
        DateColumn("published_on", label=pgettext_lazy("column", "Published on"), sort_key="ordered_at", width="11%"),
        Column(
            "views",
            label=pgettext_lazy("column", "Views"),
            accessor=shown_views,
            sort_key="base_views",
            width="8%",
            classname="portal-wide-only",
        ),
    ]

    def annotate_queryset(self, pages: Any) -> QuerySet[Article]:
        """All that the columns show, in a fixed number of queries."""
        shown: QuerySet[Article] = (
            pages.select_related("parent_section", "content_type", "owner")
            .prefetch_related("sites_rooted_here")
            .defer("body", "sapo", "parent_section__intro")
            .prefetch_workflow_states()
            .annotate_site_root_state()
            .annotate_approved_schedule()
        )
        return shown

    def search_queryset(self, queryset: QuerySet[Article]) -> QuerySet[Article]:
        if not self.is_searching:
            return queryset
        return queryset.filter(pk__in=primary_keys_matching(self.search_query, Page.objects.all()))

    def order_queryset(self, queryset: QuerySet[Article]) -> QuerySet[Article]:
        return queryset.order_by(self.ordering, "-pk")

    def get_ordering(self) -> str:
        asked = self.request.GET.get("ordering", self.default_ordering)
        return asked if asked in self.get_valid_orderings() else self.default_ordering


class ArticleListingViewSet(PageListingViewSet):
    model = Article
    name = "articles"
    url_prefix = "bai-viet"
    icon = "doc-full"
    menu_label = pgettext_lazy("menu", "Articles")
    menu_order = 110  # after the page tree
    add_to_admin_menu = True
    index_view_class = ArticleListing
    columns = ArticleListing.base_columns
    filterset_class = ArticleFilterSet
