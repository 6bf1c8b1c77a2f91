"""Wagtail's permissions, kept to what staff may see (``portal.access.staff``).

Nearly all of Wagtail's admin asks one of three things: what a person may do on a page (``PagePermissionTester``), which
pages he may work on (``PagePermissionPolicy``), which pictures, files and collections (the collection policies). Each
is made at many places from Wagtail's own class, so the classes themselves are told. He to whom a page is closed gets
the answers that nobody gets; what an open page allows is unchanged.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.mail import EmailNotificationMixin
from wagtail.admin.rich_text.converters import html_to_contentstate
from wagtail.admin.rich_text.converters.contentstate_models import Entity
from wagtail.admin.widgets.chooser import AdminPageChooser, BaseChooser
from wagtail.documents import get_document_model
from wagtail.documents.rich_text.contentstate import DocumentLinkElementHandler
from wagtail.images import get_image_model
from wagtail.images.rich_text.contentstate import ImageElementHandler
from wagtail.images.widgets import AdminImageChooser
from wagtail.models import Page
from wagtail.models.pages import PagePermissionTester
from wagtail.permission_policies.collections import (
    CollectionManagementPermissionPolicy,
    CollectionPermissionLookupMixin,
)
from wagtail.permission_policies.pages import PagePermissionPolicy

from portal.access.restrictions import request_being_answered
from portal.access.staff import Person, Sight, sees, sight_of

Rows = QuerySet[Any]


def keep_the_admin_to_what_staff_may_see() -> None:
    """Called once, when the app is ready."""
    _keep_permissions_on_pages()
    _keep_permissions_on_media()
    _keep_words()


def admin_sight(request: HttpRequest | None = None) -> Sight | None:
    """What whoever works in the admin may see; ``None`` outside the admin."""
    request = request or request_being_answered()
    if request is None or not request.path.startswith(reverse("wagtailadmin_home")):
        return None
    return sight_of(request.user)


def _closed_here(thing: Any) -> bool:
    sight = admin_sight()
    return sight is not None and sight.is_closed(thing)


def replace(owner: type, name: str, make: Callable[[Callable[..., Any]], Callable[..., Any]]) -> None:
    """Put what ``make`` makes of Wagtail's own method in its place."""
    wagtails = getattr(owner, name)
    setattr(owner, name, wraps(wagtails)(make(wagtails)))


def _keep_permissions_on_pages() -> None:
    def tester(wagtails: Callable[..., Any]) -> Callable[..., Any]:
        def kept(self: PagePermissionTester, user: Person, page: Page) -> None:
            self.permissions = set()
            wagtails(self, user if sees(user, page) else AnonymousUser(), page)

        return kept

    def pages(wagtails: Callable[..., Rows]) -> Callable[..., Rows]:
        def kept(self: PagePermissionPolicy, user: Person, *args: Any, **kwargs: Any) -> Rows:
            return sight_of(user).of_pages(wagtails(self, user, *args, **kwargs))

        return kept

    def allowed(wagtails: Callable[..., bool]) -> Callable[..., bool]:
        def kept(self: PagePermissionPolicy, user: Person, actions: Iterable[str], instance: Page) -> bool:
            return sees(user, instance) and wagtails(self, user, actions, instance)

        return kept

    def people(wagtails: Callable[..., Rows]) -> Callable[..., Rows]:
        def kept(self: PagePermissionPolicy, actions: Iterable[str], instance: Page, *args: Any, **kwargs: Any) -> Rows:
            users = wagtails(self, actions, instance, *args, **kwargs)
            return users.exclude(pk__in=[user.pk for user in users if not sees(user, instance)])

        return kept

    replace(PagePermissionTester, "__init__", tester)
    replace(PagePermissionPolicy, "instances_user_has_any_permission_for", pages)
    replace(PagePermissionPolicy, "explorable_instances", pages)
    replace(PagePermissionPolicy, "user_has_any_permission_for_instance", allowed)
    replace(PagePermissionPolicy, "users_with_any_permission_for_instance", people)


def _keep_permissions_on_media() -> None:
    def allowed(wagtails: Callable[..., bool]) -> Callable[..., bool]:
        def kept(self: Any, user: Person, actions: Iterable[str], collection: Any = None) -> bool:
            return (collection is None or sees(user, collection)) and wagtails(self, user, actions, collection)

        return kept

    def collections(wagtails: Callable[..., Rows]) -> Callable[..., Rows]:
        def kept(self: Any, user: Person, actions: Any) -> Rows:
            return sight_of(user).of_collections(wagtails(self, user, actions))

        return kept

    replace(CollectionPermissionLookupMixin, "_check_perm", allowed)
    replace(CollectionPermissionLookupMixin, "_collections_with_perm", collections)
    replace(CollectionManagementPermissionPolicy, "_descendants_with_perm", collections)


def _keep_words() -> None:
    """Where an open page refers to a closed one, the reference stays and its words go."""
    replace(Page, "get_admin_display_title", _title)
    replace(Page, "__str__", _title)
    replace(html_to_contentstate.PageLinkElementHandler, "get_attribute_data", _linked)
    replace(DocumentLinkElementHandler, "get_attribute_data", _linked_file)
    replace(ImageElementHandler, "create_entity", _embedded)
    replace(EmailNotificationMixin, "get_valid_recipients", _recipients)
    for chooser in {BaseChooser, AdminPageChooser, AdminImageChooser}:
        replace(chooser, "get_value_data_from_instance", _chosen)


def _title(wagtails: Callable[[Page], str]) -> Callable[[Page], str]:
    return lambda page: _("(Page for others only)") if _closed_here(page) else wagtails(page)


def _chosen(wagtails: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    def kept(self: BaseChooser, instance: Any) -> dict[str, Any]:
        if not (isinstance(instance, Page) or hasattr(instance, "collection_id")) or not _closed_here(instance):
            return wagtails(self, instance)
        said = _("(Page for others only)") if isinstance(instance, Page) else _("(Content for others only)")
        unsaid = {"edit_url": None, "parent_id": None, "default_alt_text": ""}
        preview = {"url": "", "width": 0, "height": 0}
        return {"id": instance.pk, self.display_title_key: said, "preview": preview, **unsaid}

    return kept


def _linked(wagtails: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    def kept(self: Any, attrs: dict[str, str]) -> dict[str, Any]:
        page = Page.objects.filter(pk=attrs["id"]).first()
        if page is not None and _closed_here(page):
            return {"id": page.pk, "url": None, "parentId": None}
        return wagtails(self, attrs)

    return kept


def _linked_file(wagtails: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    def kept(self: Any, attrs: dict[str, str]) -> dict[str, Any]:
        file = get_document_model().objects.filter(pk=attrs.get("id") or 0).first()
        if file is not None and _closed_here(file):
            return {"id": file.pk}
        return wagtails(self, attrs)

    return kept


def _embedded(wagtails: Callable[..., Any]) -> Callable[..., Any]:
    def kept(self: Any, name: str, attrs: dict[str, str], *args: Any) -> Any:
        picture = get_image_model().objects.filter(pk=attrs["id"]).first()
        if picture is not None and _closed_here(picture):
            unsaid = {"id": attrs["id"], "src": "", "alt": attrs.get("alt"), "format": attrs["format"]}
            return Entity("IMAGE", "IMMUTABLE", unsaid)
        return wagtails(self, name, attrs, *args)

    return kept


def _recipients(wagtails: Callable[..., set[Any]]) -> Callable[..., set[Any]]:
    def kept(self: EmailNotificationMixin, instance: Any, **kwargs: Any) -> set[Any]:
        page = _page_of(instance)
        people = wagtails(self, instance, **kwargs)
        return people if page is None else {person for person in people if sees(person, page)}

    return kept


def _page_of(instance: Any) -> Page | None:
    """The page that a task's or workflow's state is about."""
    state = getattr(instance, "workflow_state", instance)
    about = getattr(state, "content_object", None)
    return about if isinstance(about, Page) else None
