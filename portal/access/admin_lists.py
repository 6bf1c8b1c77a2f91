"""Lists of Wagtail's admin that ask for no permission: kept, row by row, to what staff may see."""

import json
from collections.abc import Callable, Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Model, Q, QuerySet
from django.http import HttpRequest, JsonResponse
from taggit.models import ItemBase, Tag
from wagtail.admin import filters
from wagtail.admin.models import popular_tags_for_model
from wagtail.admin.views import home, tags
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.admin.views.reports.locked_pages import LockedPagesView
from wagtail.contrib.redirects.views import IndexView as RedirectsView
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.views import chooser as image_chooser
from wagtail.models import Page

from portal.access.admin_policy import admin_sight, replace
from portal.access.admin_redirects import closed_redirects
from portal.access.staff import Sight, sight_of

Rows = QuerySet[Any]
Context = dict[str, Any]


def keep_lists() -> None:
    """Called once, when the app is ready."""
    replace(LockedPagesView, "get_queryset", _rows("path"))
    replace(PageBulkAction, "get_all_objects_in_listing_query", _rows("path"))
    replace(RedirectsView, "get_base_queryset", _redirects)
    filters.popular_tags_for_model = _popular_tags
    image_chooser.popular_tags_for_model = _popular_tags
    replace(home.RecentEditsPanel, "get_context_data", _panel("last_edits", lambda entry: entry[1]))
    replace(home.LockedPagesPanel, "get_context_data", _panel("locked_pages", lambda page: page))
    replace(
        home.UserObjectsInWorkflowModerationPanel,
        "get_context_data",
        _panel("workflow_states", lambda state: state.content_object),
    )
    replace(home.WorkflowObjectsToModeratePanel, "get_context_data", _panel("states", lambda state: state["obj"]))


def choosable_pages(pages: Rows, request: HttpRequest) -> Rows:
    """For ``construct_page_chooser_queryset``. Searching takes a set of numbers, and no expression."""
    sight = sight_of(request.user)
    if not sight.pages.places:
        return pages
    return pages.filter(pk__in=sight.of_pages(Page.objects.order_by()).values_list("pk", flat=True))


def suggest_tags(request: HttpRequest, app_name: str | None = None, model_name: str | None = None) -> JsonResponse:
    """Wagtail's suggestions without the tags that stand only on what is closed to whoever types."""
    suggested: JsonResponse = tags.autocomplete(request, app_name, model_name)
    sight = sight_of(request.user)
    names = json.loads(suggested.content)
    if not names or not (sight.pages.places or sight.collections.places):
        return suggested
    kind = ContentType.objects.get_by_natural_key(app_name or "taggit", model_name or "tag")
    tagged: Any = kind.model_class()  # tags, as Wagtail's view has checked
    hidden = set(_only_on_closed(tagged.objects.filter(name__in=names), sight).values_list("name", flat=True))
    return JsonResponse([name for name in names if name not in hidden], safe=False)


def _popular_tags(model: Any, count: int = 10) -> Rows:
    """Those of Wagtail's that stand on pictures or files that are open, by how many they are."""
    sight = admin_sight()
    if sight is None or not sight.collections.places:
        return popular_tags_for_model(model, count)
    open_ids = sight.of_collections(model._default_manager.order_by(), "collection__path").values("pk")
    kind = ContentType.objects.get_for_model(model)
    used = Tag.objects.filter(
        taggit_taggeditem_items__content_type=kind, taggit_taggeditem_items__object_id__in=open_ids
    )
    return used.annotate(uses=Count("taggit_taggeditem_items")).order_by("-uses")[:count]


def _rows(path: str) -> Callable[[Callable[..., Rows]], Callable[..., Rows]]:
    """For a method of a view that gives pages, or rows that belong to pages by ``path``."""

    def keep(wagtails: Callable[..., Rows]) -> Callable[..., Rows]:
        return lambda view, *args: sight_of(view.request.user).of_pages(wagtails(view, *args), path)

    return keep


def _redirects(wagtails: Callable[..., Rows]) -> Callable[..., Rows]:
    def kept(view: RedirectsView) -> Rows:
        sight = sight_of(view.request.user)
        rows = wagtails(view)
        return rows.filter(~closed_redirects(sight)) if sight.pages.places else rows

    return kept


def _panel(name: str, page_in: Callable[[Any], Any]) -> Callable[[Callable[..., Context]], Callable[..., Context]]:
    """For a panel of the admin's first page with a list ``name`` in its context."""

    def keep(wagtails: Callable[..., Context]) -> Callable[..., Context]:
        def kept(panel: Any, parent_context: Any = None) -> Context:
            context = wagtails(panel, parent_context)
            if name in context:
                sight = sight_of(parent_context["request"].user)
                context[name] = [entry for entry in context[name] if not _is_closed(sight, page_in(entry))]
            return context

        return kept

    return keep


def _is_closed(sight: Sight, thing: Any) -> bool:
    return isinstance(thing, Page) and sight.is_closed(thing)


def _only_on_closed(found: Rows, sight: Sight) -> Rows:
    """Of the tags ``found`` those that stand on something, and on nothing that is open."""
    used = [relation.related_model for relation in found.model._meta.related_objects]
    on: list[Any] = [model for model in used if isinstance(model, type) and issubclass(model, ItemBase)]
    standing: list[Q] = [Q(pk__in=model._default_manager.values("tag")) for model in on]
    on_open = [Q(pk__in=rows.values("tag")) for model in on for rows in _open_uses(model, sight)]
    return found.filter(reduce(or_, standing, Q(pk__in=[]))).exclude(reduce(or_, on_open, Q(pk__in=[])))


def _open_uses(model: Any, sight: Sight) -> Iterable[Rows]:
    about: Any = model._meta.get_field("content_object")
    if about.related_model is not None:
        if issubclass(about.related_model, Page):
            yield sight.of_pages(model._default_manager.all(), "content_object__path")
        return
    media: tuple[type[Model], ...] = (get_image_model(), get_document_model())
    for owner in media:
        kind = ContentType.objects.get_for_model(owner)
        open_ids = sight.of_collections(owner._default_manager.all(), "collection__path").values("pk")
        yield model._default_manager.filter(content_type=kind, object_id__in=open_ids)
