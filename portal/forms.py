"""The admin's forms of pages: what they check needs the parent, which a new page does not know yet."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm

from portal.reserved_slugs import refuse_reserved


class PageForm(WagtailAdminPageForm):
    """Any page. One that already has its place asks for itself (``PortalPage.clean``)."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        slug = cleaned.get("slug")
        if slug and not self.instance.path:
            try:
                refuse_reserved(self.instance, self.parent_page, slug)
            except ValidationError as refused:
                self.add_error(None, refused)
        return cleaned


class CopyPageForm(CopyForm):
    """Where a copy is to stand, and under which slug."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        slug = cleaned.get("new_slug")
        if slug:
            try:
                refuse_reserved(self.page, cleaned.get("new_parent_page") or self.page.get_parent(), slug)
            except ValidationError as refused:
                self.add_error("new_slug", refused.message_dict["slug"])
        return cleaned
