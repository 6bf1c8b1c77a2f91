"""Numbers that Wagtail's admin tells without asking a permission: they count what whoever works there may see."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import PROTECT, CharField, Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.site_summary import PagesSummaryItem
from wagtail.admin.views.collections import Delete as DeleteCollection
from wagtail.admin.views.reports import page_types_usage
from wagtail.models import Page, ReferenceIndex, Workflow
from wagtail.models.reference_index import ReferenceGroups, ReferenceIndexQuerySet

from portal.access.admin_policy import admin_sight, replace
from portal.access.staff import Sight, sight_of

Rows = QuerySet[Any]


def keep_counts() -> None:
    """Called once, when the app is ready."""
    replace(PagesSummaryItem, "get_context_data", _pages_in_all)
    page_types_usage._annotate_last_edit_info = _of_page_types
    replace(Workflow, "all_pages", _pages_under)
    replace(DeleteCollection, "get_collection_contents", _collections_below)
    _keep_uses()


def _pages_in_all(wagtails: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    def kept(item: PagesSummaryItem, parent_context: Any) -> dict[str, Any]:
        context = wagtails(item, parent_context)
        closed = sight_of(item.request.user).pages
        if context["total_pages"] and closed.places:
            context["total_pages"] -= Page.objects.filter(closed.condition("path")).count()
        return context

    return kept


def _of_page_types(types: Rows, language_code: str | None, site_root_path: str | None) -> Rows:
    """As Wagtail's own, which counts all pages of a type and names the one changed last, whichever it is."""
    pages, counted = Page.objects.filter(content_type=OuterRef("pk")), Q()
    if language_code:
        pages = pages.filter(locale__language_code=language_code)
        counted &= Q(pages__locale__language_code=language_code)
    if site_root_path:
        pages = pages.filter(path__startswith=site_root_path)
        counted &= Q(pages__path__startswith=site_root_path)
    sight = admin_sight()
    if sight is not None and sight.pages.places:
        pages = sight.of_pages(pages)
        counted &= ~sight.pages.condition("pages__path")
    last = pages.order_by("-latest_revision_created_at", "title", "-pk")
    return types.annotate(count=Count("pages", filter=counted), last_edited_page_id=Subquery(last.values("pk")[:1]))


def _pages_under(wagtails: Callable[..., Rows]) -> Callable[..., Rows]:
    def kept(workflow: Workflow) -> Rows:
        pages, sight = wagtails(workflow), admin_sight()
        return pages if sight is None else sight.of_pages(pages)

    return kept


def _collections_below(wagtails: Callable[..., list[dict[str, Any]]]) -> Callable[..., list[dict[str, Any]]]:
    """A collection that holds closed ones is not deleted either; how many they are is not said."""

    def kept(view: DeleteCollection) -> list[dict[str, Any]]:
        contents = wagtails(view)
        places = sight_of(view.request.user).collections.places
        if any(place.startswith(view.object.path) for place in places):
            for said in contents:
                if said["url"] == reverse("wagtailadmin_collections:index"):
                    said["count_text"] = _("Collections below it, some of which you may not see")
        return contents

    return kept


# Who uses a page, a picture or a file. What protects from deleting is asked of all uses, also of those not shown.


def _keep_uses() -> None:
    replace(ReferenceGroups, "__init__", _shown_groups)
    replace(ReferenceIndexQuerySet, "group_by_source_object_in_bulk", _shown_groups_in_bulk)
    uses: Any = ReferenceGroups
    uses.is_protected = property(lambda groups: any(use.on_delete == PROTECT for use in groups.all_uses))
    index: Any = ReferenceIndex
    index.get_count_references_to_in_bulk = staticmethod(_counts)
    index.usage_count_subquery = staticmethod(_count_of)


def _shown(uses: Rows) -> Rows:
    """Those on pages that are open to whoever works in the admin; all of them elsewhere."""
    sight = admin_sight()
    if sight is None or not sight.pages.places:
        return uses
    return uses.exclude(base_content_type=ContentType.objects.get_for_model(Page), object_id__in=_closed(sight))


def _closed(sight: Sight) -> Rows:
    closed = Page.objects.order_by().filter(sight.pages.condition("path"))
    return closed.annotate(number=Cast("pk", CharField())).values("number")


def _shown_groups(wagtails: Callable[..., None]) -> Callable[..., None]:
    def kept(groups: Any, uses: Any) -> None:
        groups.all_uses = uses
        wagtails(groups, _shown(uses) if isinstance(uses, QuerySet) else uses)

    return kept


def _shown_groups_in_bulk(wagtails: Callable[..., dict[Any, Any]]) -> Callable[..., dict[Any, Any]]:
    def kept(uses: ReferenceIndexQuerySet) -> dict[Any, Any]:
        every = wagtails(uses)
        shown = wagtails(_shown(uses))
        for used, groups in every.items():
            shown.setdefault(used, ReferenceGroups([])).all_uses = groups.all_uses
        return shown

    return kept


def _counts(things: Iterable[Any]) -> dict[Any, int]:
    """``ReferenceIndex.get_count_references_to_in_bulk``."""
    uses = _shown(ReferenceIndex.get_references_to_in_bulk(things)).order_by()
    rows = uses.values_list("to_content_type", "to_object_id").annotate(count=Count("pk"))
    counts = {(kind, number): count for kind, number, count in rows}
    return {thing: counts.get((ReferenceIndex._get_base_content_type(thing).pk, str(thing.pk)), 0) for thing in things}


def _count_of(model: Any) -> Coalesce:
    """``ReferenceIndex.usage_count_subquery``: by which lists are ordered and narrowed."""
    kind = ContentType.objects.get_for_model(model)
    uses = ReferenceIndex.objects.filter(to_content_type=kind, to_object_id=Cast(OuterRef("pk"), CharField()))
    counted = _shown(uses).order_by().values("to_object_id").annotate(count=Count("object_id", distinct=True))
    return Coalesce(Subquery(counted.values("count")), 0)
