"""`Văn bản` in the admin's menu: the register, what is entered into it, and files that wait for somebody.

Wagtail keeps one menu for all requests, so what an item leads to is asked of each request, never kept in the item.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import pgettext_lazy
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.permissions import page_permission_policy

from documents.files import rights
from documents.files.admin import SECOND_PERSON, VIEW
from documents.importing.admin import offers_import
from documents.models import DocumentRegister
from portal.access.staff import sight_of

ORDER = 115  # after articles, before the words of the register
_HELD_AS = "_documents_menu"


def register_of(request: HttpRequest) -> DocumentRegister | None:
    """The register that whoever asks works on, a published one first; looked for once a request."""
    found: DocumentRegister | None = _once(request, "register", _find_register)
    return found


def _find_register(user: Any) -> DocumentRegister | None:
    places = page_permission_policy.instances_user_has_any_permission_for(user, {"add", "change", "publish"})
    own: Any = DocumentRegister.objects.filter(pk__in=places.order_by().values("pk"))
    found: DocumentRegister | None = sight_of(user).of_pages(own).order_by("-live", "path").first()
    return found


def _once(request: HttpRequest, name: str, answer: Callable[[Any], Any]) -> Any:
    """``answer`` for whoever asks; several items ask, and each twice a screen."""
    held: dict[str, Any] = request.__dict__.setdefault(_HELD_AS, {})
    if name not in held:
        held[name] = answer(request.user)
    return held[name]


class RegisterItem(MenuItem):
    """Leads to something of the register, for those who ``may``."""

    def __init__(
        self,
        label: Any,
        url_name: str,
        may: Callable[[Any, DocumentRegister], bool] = lambda user, register: True,
        **options: Any,
    ) -> None:
        super().__init__(label, "", **options)
        self.url_name = url_name
        self.may = may

    def is_shown(self, request: HttpRequest) -> bool:
        register = register_of(request)
        return register is not None and self.may(request.user, register)

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        register = register_of(request)
        url = reverse(self.url_name, args=[register.pk]) if register is not None else ""
        return LinkMenuItem(self.name, self.label, url, icon_name=self.icon_name, classname=self.classname)


class ImportItem(MenuItem):
    """For those who send registers and may enter documents."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(_once(request, "import", offers_import))


class FilesItem(MenuItem):
    """For whoever enters documents somewhere."""

    def is_shown(self, request: HttpRequest) -> bool:
        return register_of(request) is not None or bool(_once(request, "files", rights.may_upload))


def _may_enter(user: Any, register: DocumentRegister) -> bool:
    return bool(register.permissions_for_user(user).can_add_subpage())


def documents_menu_item() -> SubmenuMenuItem:
    """For ``register_admin_menu_item``."""
    files = reverse("document_files")
    items = [
        RegisterItem(
            pgettext_lazy("menu", "List of documents"),
            "wagtailadmin_explore",
            name="so-van-ban",
            icon_name="list-ul",
            order=10,
        ),
        RegisterItem(
            pgettext_lazy("menu", "New document from its file"),
            "document_filling_upload",
            _may_enter,
            name="van-ban-tu-tep",
            icon_name="plus",
            order=20,
        ),
        ImportItem(
            pgettext_lazy("menu", "Import a register"),
            reverse("documents_import"),
            name="nhap-so-van-ban",
            icon_name="upload",
            order=30,
        ),
        FilesItem(
            pgettext_lazy("menu", "Files for a second person"),
            f"{files}?{VIEW}={SECOND_PERSON}",
            name="tep-cho-xem",
            icon_name="view",
            order=40,
        ),
        FilesItem(
            pgettext_lazy("menu", "Files of documents"), files, name="tep-van-ban", icon_name="doc-full", order=50
        ),
    ]
    return SubmenuMenuItem(
        pgettext_lazy("menu", "Documents"), Menu(items=items), name="van-ban", icon_name="doc-full-inverse", order=ORDER
    )
