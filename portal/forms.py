"""The admin's forms of pages: what they check needs the parent, which a new page does not know yet."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm
from wagtail.models import Page

from portal.access.subtrees import holds_closed_pages, sentence_on_closed_pages
from portal.reserved_slugs import free_slug, refuse_reserved
from portal.text import slugify

_PAST = gettext_lazy(
    "This moment is over already. Choose a later one, or leave the box empty: then the page appears once approved."
)


class PageForm(WagtailAdminPageForm):
    """Any page. One that already has its place asks for itself (``PortalPage.clean``)."""

    def clean_slug(self) -> str:
        """Texts of the same name come every week: a new one, whose slug only follows its title, gets the next number.

        Without it the draft would stop saving itself because of a box on another tab. A slug that somebody thought of,
        and one that readers know, is never changed behind his back.
        """
        slug: str = self.cleaned_data["slug"]
        follows_title = slug == slugify(self.cleaned_data.get("title", ""))
        if (
            follows_title
            and not self._was_live()
            and not Page._slug_is_available(slug, self.parent_page, self.instance)
        ):
            return free_slug(slug, self.parent_page, self.instance)
        return slug

    def _was_live(self) -> bool:
        return bool(self.instance.live and self.instance.pk) or self.instance.first_published_at is not None

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        slug = cleaned.get("slug")
        if slug and not self.instance.path:
            try:
                refuse_reserved(self.instance, self.parent_page, slug)
            except ValidationError as refused:
                self.add_error(None, refused)
        if self._goes_live_in_the_past():
            self.add_error("go_live_at", _PAST)
        return cleaned

    def _goes_live_in_the_past(self) -> bool:
        """Whether somebody now chose a moment that is over: the text would appear at once, when it was to wait.

        One that passed while the text waited to be approved is no mistake, nor is this very minute.
        """
        moment = self.cleaned_data.get("go_live_at")
        if moment is None or self.instance.live or "go_live_at" not in self.changed_data:
            return False
        return bool(moment < timezone.now().replace(second=0, microsecond=0))


class CopyPageForm(CopyForm):
    """Where a copy is to stand, and under which slug; without the pages below where not all of them may be seen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not holds_closed_pages(self.page, self.user):
            return
        self.fields.pop("copy_subpages", None)
        self.fields["new_title"].help_text = sentence_on_closed_pages(self.page) + " " + _("The page alone is copied.")
        if not self.page.live:
            self.fields.pop("publish_copies", None)
        elif "publish_copies" in self.fields:
            publish = self.fields["publish_copies"]
            publish.label, publish.help_text = _("Publish copied page"), ""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        slug = cleaned.get("new_slug")
        if slug:
            try:
                refuse_reserved(self.page, cleaned.get("new_parent_page") or self.page.get_parent(), slug)
            except ValidationError as refused:
                self.add_error("new_slug", refused.message_dict["slug"])
        return cleaned
