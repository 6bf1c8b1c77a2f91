"""The admin's addresses name pages, pictures, files and collections by number. One that is closed to whoever asks is
answered like a number that does not exist, before any view runs; so a view that forgets to ask tells nothing."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.defaults import page_not_found
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page

from portal.access.admin_policy import admin_sight
from portal.access.admin_redirects import closed_redirects
from portal.access.staff import Sight

PAGE_ARGUMENTS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk")
PICTURE_ARGUMENTS = ("image_id",)
FILE_ARGUMENTS = ("document_id", "doc_id")
COLLECTION_ARGUMENTS = ("collection_id",)

# Where a number is called ``pk``, or stands in the query string as ``id``, the view's name says what it is of.
PICTURES_BY_VIEW = ("wagtailimages_chooser:", "wagtailadmin_api:images:")
FILES_BY_VIEW = ("wagtaildocs_chooser:", "wagtailadmin_api:documents:")
COLLECTIONS_BY_VIEW = ("wagtailadmin_collections:",)
PAGES_BY_VIEW = ("wagtailadmin_choose_page_chosen_multiple", "wagtailadmin_api:pages:")
COMPARE = "wagtailadmin_pages:revisions_compare"
BULK = "wagtail_bulk_action"


def guard(request: HttpRequest, args: tuple[Any, ...], kwargs: dict[str, Any]) -> HttpResponseBase | None:
    """The answer to a request of the admin that names something closed to whoever asks; ``None`` lets it through."""
    sight = admin_sight(request)
    if sight is None or not (sight.pages.places or sight.collections.places):
        return None
    if not request.user.has_perm("wagtailadmin.access_admin"):
        return None  # sent away by the admin itself
    if _names_something_closed(request, args, kwargs, sight):
        return unknown(request)
    return None


def unknown(request: HttpRequest) -> HttpResponse:
    """The admin's own answer to a number that does not exist."""
    return page_not_found(request, Http404(), template_name="wagtailadmin/404.html")


def _names_something_closed(request: HttpRequest, args: tuple[Any, ...], kwargs: dict[str, Any], sight: Sight) -> bool:
    view = request.resolver_match.view_name if request.resolver_match else ""
    pages = _numbers(kwargs.get(name) for name in PAGE_ARGUMENTS)
    pictures = _numbers(kwargs.get(name) for name in PICTURE_ARGUMENTS)
    files = _numbers(kwargs.get(name) for name in FILE_ARGUMENTS)
    collections = _numbers(kwargs.get(name) for name in COLLECTION_ARGUMENTS)
    redirects = _numbers([kwargs.get("redirect_id")])
    if view == COMPARE:
        pages |= _numbers(args[:1])
    named = _numbers([kwargs.get("pk"), *request.GET.getlist("id")])
    kind = f"{kwargs.get('app_label')}.{kwargs.get('model_name')}" if view == BULK else ""
    if view.startswith(PAGES_BY_VIEW) or kind == Page._meta.label_lower:
        pages |= named | _numbers([request.GET.get("childOf")])
    elif view.startswith(PICTURES_BY_VIEW) or kind == get_image_model()._meta.label_lower:
        pictures |= named
    elif view.startswith(FILES_BY_VIEW) or kind == get_document_model()._meta.label_lower:
        files |= named
    elif view.startswith(COLLECTIONS_BY_VIEW):
        collections |= named
    return bool(
        _any_closed(Page.objects.filter(pk__in=pages), pages, sight.pages.condition("path"))
        or _any_closed(get_image_model().objects.filter(pk__in=pictures), pictures, _of_collection(sight))
        or _any_closed(get_document_model().objects.filter(pk__in=files), files, _of_collection(sight))
        or _any_closed(Collection.objects.filter(pk__in=collections), collections, sight.collections.condition("path"))
        or (redirects and Redirect.objects.filter(closed_redirects(sight, redirects), pk__in=redirects).exists())
    )


def _of_collection(sight: Sight) -> Any:
    return sight.collections.condition("collection__path")


def _any_closed(rows: QuerySet[Any], asked: set[int], is_closed: Any) -> bool:
    return bool(asked) and rows.filter(is_closed).exists()


def _numbers(values: Iterable[Any]) -> set[int]:
    """What of ``values`` is a number that a row may have."""
    return {int(value) for value in map(str, values) if value.isascii() and value.isdigit() and len(value) < 19}
