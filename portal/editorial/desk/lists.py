"""Lists of work: `Bài chờ tôi duyệt`, and one for each state of the board."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

import django_filters
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy
from django_filters.fields import ModelChoiceField
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page, Task, WorkflowState

from portal.admin.choices import below_any, people_called, sections_called, type_where_many
from portal.admin.search.folding import folded_words, primary_keys_matching
from portal.editorial.desk.deadlines import deadline_sources
from portal.editorial.desk.entries import entries_of
from portal.editorial.desk.states import STATES, Person, WorkState, pages_seen_by, waiting_for

if TYPE_CHECKING:
    from django.utils.functional import Promise

TOP_DEPTH = 3  # root, home page, then what sections are
MOST_DIGITS = 18  # of a number that any database can be asked for
#: In what Wagtail's script asks for while somebody types into the search box.
_RESULTS_ONLY = "_w_filter_fragment"
#: Found by a title that exists in a draft alone; the index of Wagtail's search knows titles as they were saved first.
MOST_FOUND_IN_DRAFTS = 500


class ChoiceOfRow(ModelChoiceField):
    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and len(value) > MOST_DIGITS:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice", params={"value": value})
        return super().to_python(value)


class RowFilter(django_filters.ModelChoiceFilter):
    """A choice among rows; what no database could be asked for is refused as any unknown choice is."""

    field_class = ChoiceOfRow


class SectionFilter(RowFilter):
    """What stands below a page that has pages below it; indented as the tree is."""

    @property
    def field(self) -> Any:
        field = super().field
        field.label_from_instance = lambda page: "– " * max(0, page.depth - TOP_DEPTH) + page.title
        return field

    def filter(self, qs: QuerySet[Page], value: Page | None) -> QuerySet[Page]:
        return qs.descendant_of(value) if value else qs  # type: ignore[attr-defined]


class OwnerFilter(RowFilter):
    @property
    def field(self) -> Any:
        field = super().field
        field.label_from_instance = lambda person: person.get_full_name() or person.get_username()
        return field


class StepFilter(RowFilter):
    def filter(self, qs: QuerySet[Page], value: Task | None) -> QuerySet[Page]:
        if not value:
            return qs
        at_step = WorkflowState.objects.active().filter(current_task_state__task=value)
        return qs.filter(pk__in=[int(number) for number in at_step.values_list("object_id", flat=True)])


def sections_for(request: Any) -> QuerySet[Page]:
    """Pages with pages below them that the person may see, in the tree's order."""
    return pages_seen_by(request.user).filter(depth__gte=TOP_DEPTH, numchild__gt=0).order_by("path").only(
        "title", "depth", "path"
    )  # fmt: skip


def writers(request: Any) -> QuerySet[Any]:
    """Who began a page that the person may see, by given name."""
    owners = pages_seen_by(request.user).order_by().values("owner_id")
    return get_user_model().objects.filter(pk__in=owners).order_by("first_name", "last_name")


class WorkFilterSet(WagtailFilterSet):
    section = SectionFilter(
        label=pgettext_lazy("column", "Section"), queryset=sections_for, empty_label=_("All sections")
    )
    owner = OwnerFilter(label=pgettext_lazy("column", "Writer"), queryset=writers, empty_label=_("All writers"))
    step = StepFilter(
        label=pgettext_lazy("column", "Step"),
        queryset=lambda request: Task.objects.filter(active=True).order_by("name"),
        empty_label=_("All steps"),
    )

    class Meta:
        model = Page
        fields: ClassVar[list[str]] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.request is not None:
            sections, people = sections_for(self.request), writers(self.request)
            type_where_many(
                self,
                "section",
                sections,
                lambda pages, typed: pages.filter(below_any(sections_called(typed, sections))),
            )
            type_where_many(
                self, "owner", people, lambda pages, typed: pages.filter(owner__in=people_called(typed, people))
            )


class EntryColumn(Column):
    """A value of the page's entry."""

    def get_value(self, page: Page) -> Any:
        return getattr(page.desk_entry, self.name)


class EntryTitleColumn(PageTitleColumn):
    """The title alone. Wagtail's own cell has a menu of actions as well, which costs two queries a row."""

    cell_template_name = "portal_admin/desk/title_cell.html"


class MomentColumn(BaseColumn):
    cell_template_name = "portal_admin/desk/moment_cell.html"


class DeadlineColumn(BaseColumn):
    cell_template_name = "portal_admin/desk/deadline_cell.html"


class WorkListView(IndexView):
    """Pages of one state of work. ``pages_for`` says which, in order and each with its ``moment``."""

    pages_for: Callable[[Person], QuerySet[Page]]
    moment_label: "str | Promise" = ""
    empty: "str | Promise" = ""
    base_filterset_class = WorkFilterSet
    results_template_name = "portal_admin/desk/list_results.html"
    default_ordering = "moment"
    paginate_by = 50
    header_buttons: ClassVar[list] = []

    @cached_property
    def columns(self) -> list[BaseColumn]:
        columns = [
            BulkActionsColumn("bulk_actions"),
            EntryTitleColumn("title", label=pgettext("column", "Title"), sort_key="draft_title", classname="title"),
            EntryColumn("section", label=pgettext("column", "Section"), width="13%"),
            EntryColumn("author", label=pgettext("column", "Author"), width="12%"),
            EntryColumn("step", label=pgettext("column", "Step"), width="12%"),
            MomentColumn("moment", label=self.moment_label, sort_key="moment", width="13%"),
        ]
        if len(deadline_sources):
            columns.append(DeadlineColumn("deadline", label=pgettext("column", "Due"), width="11%"))
        return columns

    @property
    def own_address(self) -> str:
        """This list as it is narrowed and ordered now, from its beginning: its last page may be gone by then."""
        asked = self.request.GET.copy()
        for name in (self.page_kwarg, _RESULTS_ONLY):
            asked.pop(name, None)
        query = asked.urlencode()
        return f"{self.index_url}?{query}" if query else str(self.index_url)

    def get_base_queryset(self) -> QuerySet[Page]:
        pages: QuerySet[Page] = self.annotate_queryset(self.pages_for(self.request.user))
        return pages

    def search_queryset(self, queryset: QuerySet[Page]) -> QuerySet[Page]:
        """All words typed, with or without diacritics, in the title as it is or as the draft has it."""
        if not self.is_searching:
            return queryset
        words = folded_words(self.search_query).split()
        titles = self.pages_for(self.request.user).order_by().values_list("pk", "draft_title")
        in_drafts = [pk for pk, title in titles.iterator() if all(word in folded_words(title) for word in words)]
        found = primary_keys_matching(self.search_query, Page.objects.all())
        return queryset.filter(pk__in=found) | queryset.filter(pk__in=in_drafts[:MOST_FOUND_IN_DRAFTS])

    def order_queryset(self, queryset: QuerySet[Page]) -> QuerySet[Page]:
        return queryset.order_by(self.ordering, "pk")

    def get_ordering(self) -> str:
        asked = self.request.GET.get("ordering", self.default_ordering)
        return asked if asked in self.get_valid_orderings() else self.default_ordering

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        pages = context["object_list"]
        for page, entry in zip(pages, entries_of(pages, self.own_address), strict=True):
            page.desk_entry = entry
        context["empty"] = self.empty
        return context


class WorkListViewSet(PageListingViewSet):
    """Made once for each list of work."""

    model = Page
    add_to_admin_menu = False
    index_view_class = WorkListView
    columns = PageListingViewSet.UNDEFINED
    filterset_class = WorkFilterSet
    menu_label = ""

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        common: dict[str, Any] = super().get_common_view_kwargs(**{"add_url_name": None, **kwargs})
        return common

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        given: dict[str, Any] = super().get_index_view_kwargs(**kwargs)
        given.pop("columns", None)
        return given

    def get_urlpatterns(self) -> list[URLPattern]:
        """Pages are not begun here."""
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
        ]


class WaitingView(WorkListView):
    """`Bài chờ tôi duyệt`: everything that waits for the person signed in, whoever has waited longest first."""

    page_title = _("Waiting for me")
    moment_label = pgettext_lazy("column", "Waiting since")
    empty = _("Nothing waits for you. What is submitted to you appears here, whoever has waited longest first.")
    pages_for = staticmethod(waiting_for)


class WaitingViewSet(WorkListViewSet):
    name = "desk_waiting"
    url_prefix = "ban-bien-tap/cho-toi-duyet"
    icon = "tasks"
    index_view_class = WaitingView


def state_view_set(state: WorkState) -> WorkListViewSet:
    """The list of everything in one state, for the columns of the board that are longer than it shows."""
    view = type(
        f"{state.name.capitalize()}View",
        (WorkListView,),
        {
            "page_title": state.label,
            "moment_label": state.moment_label,
            "empty": state.empty,
            "default_ordering": state.ordering,
            "pages_for": staticmethod(lambda person: state.pages(pages_seen_by(person))),
        },
    )
    return WorkListViewSet(
        f"desk_{state.name}",
        url_prefix=f"ban-bien-tap/{state.slug}",
        icon=state.icon,
        index_view_class=view,
    )


def view_sets() -> list[WorkListViewSet]:
    """For ``register_admin_viewset``."""
    return [WaitingViewSet(), *(state_view_set(state) for state in STATES)]
