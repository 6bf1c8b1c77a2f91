"""`Gỡ bài` in the admin, at the addresses of Wagtail's own unpublishing: for one page, and for several."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.unpublish import UnpublishBulkAction
from wagtail.admin.views.pages.unpublish import Unpublish
from wagtail.models import Page

from portal.access.staff import sight_of
from portal.access.subtrees import holds_closed_pages, sentence_on_closed_pages
from portal.editorial.take_down.forms import TakeDownForm, TakeManyDownForm
from portal.editorial.take_down.services import Outcome, may_take_down, take_down
from portal.text import format_number


class TakeDownView(Unpublish):
    """Asks for a reason, then takes down."""

    template_name = "portal_admin/take_down.html"
    page_title = pgettext_lazy("editorial", "Take down")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Not Wagtail's own check, by which a lock would keep the page public."""
        if not may_take_down(request.user, self.object):
            raise PermissionDenied
        if not self.object.live:
            messages.warning(request, _("This page is not published, so there is nothing to take down."))
            return redirect(self.get_next_url())
        response: HttpResponseBase = super(Unpublish, self).dispatch(request, *args, **kwargs)
        return response

    @cached_property
    def below(self) -> int:
        count: int = sight_of(self.request.user).of_pages(self.object.get_descendants().live()).count()
        return count

    @cached_property
    def form(self) -> TakeDownForm:
        is_whole = not holds_closed_pages(self.object, self.request.user)
        not_all = "" if is_whole else sentence_on_closed_pages(self.object)
        return TakeDownForm(self.request.POST or None, below=self.below, not_all=not_all)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data(**kwargs))
        hook_response = self.run_hook("before_unpublish_page", request, self.object)
        if hook_response is not None:
            return hook_response
        said = self.form.cleaned_data
        outcome = take_down(
            self.object,
            by=request.user,
            reason=self.form.reason_text(),
            with_subtree=said.get("scope") == "subtree",
            with_media=said["with_media"],
        )
        hook_response = self.run_hook("after_unpublish_page", request, self.object)
        if hook_response is not None:
            return hook_response
        messages.success(request, _outcome(self.object, outcome), buttons=self.get_success_buttons())
        return redirect(self.get_next_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "form": self.form, "below": self.below}


class TakeManyDown(UnpublishBulkAction):
    """From a list, several pages at once."""

    display_name = pgettext_lazy("editorial", "Take down")
    template_name = "portal_admin/take_many_down.html"
    form_class = TakeManyDownForm

    def check_perm(self, page: Page) -> bool:
        return page.live and may_take_down(self.request.user, page)

    def object_context(self, page: Page) -> dict[str, Any]:
        below = sight_of(self.request.user).of_pages(page.get_descendants().live()).count()
        return {**super().object_context(page), "live_descendant_count": below}

    def prepare_action(self, pages: Sequence[Page], without_access: Any) -> HttpResponse | None:
        """All of them with the pages below, or none: what is left up must not surprise anybody."""
        if not self.cleaned_form.cleaned_data["include_descendants"]:
            return None
        hindering = [page for page in pages if holds_closed_pages(page, self.request.user)]
        for page in hindering:
            messages.error(self.request, sentence_on_closed_pages(page))
        return redirect(self.next_url) if hindering else None

    def get_execution_context(self) -> dict[str, Any]:
        return {**super().get_execution_context(), "reason": self.cleaned_form.reason_text()}

    @classmethod
    def execute_action(
        cls,
        objects: Sequence[Page],
        include_descendants: bool = False,
        user: Any = None,
        reason: str = "",
        **kwargs: Any,
    ) -> tuple[int, int]:
        """A page that went with another chosen one is not taken down again."""
        chosen = below = 0
        for page in sorted(objects, key=lambda one: one.path):
            if not Page.objects.filter(pk=page.pk, live=True).exists():
                chosen, below = chosen + 1, below - 1
                continue
            outcome = take_down(page, by=user, reason=reason, with_subtree=include_descendants)
            chosen, below = chosen + 1, below + outcome.pages - 1
        return chosen, max(0, below)


def _outcome(page: Page, outcome: Outcome) -> str:
    said = _("“%(title)s” was taken down.") % {"title": page.get_admin_display_title()}
    if outcome.pages > 1:
        said += " " + _("Pages taken down altogether: %(count)s.") % {"count": format_number(outcome.pages)}
    if outcome.media:
        said += " " + _("Pictures and files closed: %(count)s.") % {"count": format_number(outcome.media)}
    return said
