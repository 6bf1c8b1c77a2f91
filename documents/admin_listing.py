"""The register's list in the admin: what tells two documents apart stands in each row."""

from typing import Any, ClassVar

from django.utils.functional import cached_property
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageViewSet

from documents.models import OfficialDocument
from portal.text import format_date


def day_of(document: OfficialDocument) -> str:
    return format_date(document.issued_on) if document.issued_on else "–"


class DocumentFilterSet(PageFilterSet):
    """By type and body besides what holds for all pages; documents have no pages below them."""

    has_child_pages = None
    site = None

    class Meta:
        model = OfficialDocument
        fields: ClassVar[list[str]] = []


class RegisterListing(ExplorableIndexView):
    """Below a register: number, day and abstract of each document."""

    base_filterset_class = DocumentFilterSet
    base_columns: ClassVar = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn(
            "title",
            label=pgettext_lazy("column", "Number and symbol"),
            sort_key="title",
            classname="title",
            width="27%",
        ),
        Column("issued_on", label=pgettext_lazy("column", "Day"), accessor=day_of, sort_key="ordered_on", width="9%"),
        Column("abstract", label=pgettext_lazy("column", "Abstract"), width="36%", classname="document-abstract"),
        DateColumn(
            "latest_revision_created_at",
            label=pgettext_lazy("column", "Updated"),
            sort_key="latest_revision_created_at",
            width="11%",
        ),
        PageStatusColumn("status", label=pgettext_lazy("column", "Status"), sort_key="live", width="10%"),
    ]

    @cached_property
    def explorable_columns(self) -> list[Any]:
        """Without the way to pages below, of which a document has none."""
        return list(self.columns)

    def annotate_queryset(self, pages: Any) -> Any:
        """All that the columns show, in a fixed number of queries; each row is a document already."""
        return (
            pages.select_related("content_type", "owner")
            .prefetch_related("sites_rooted_here")
            .defer("full_text", "recipients")
            .prefetch_workflow_states()
            .annotate_site_root_state()
            .annotate_approved_schedule()
        )


class RegisterListingViewSet(PageViewSet):
    model = OfficialDocument
    icon = "doc-full"
    index_view_class = RegisterListing
    columns = RegisterListing.base_columns
    filterset_class = DocumentFilterSet
