"""What cannot be published is said in a sentence where somebody pressed a button, not in an error of the server.

Wagtail's approvals and bulk actions publish without a form, so what a form would have said (the address is taken, the
change is not explained) reaches them as an exception. Both have undone by then all that they had begun.
"""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page

from portal.editorial.errors import RefusedWithAWay
from portal.editorial.locks import is_locked_for
from portal.publishing import reason_of


class RefusalMiddleware:
    """A refusal in the admin leads back to where the button is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        home = reverse("wagtailadmin_home")
        if not isinstance(exception, ValidationError) or request.method != "POST" or not request.path.startswith(home):
            return None
        reason, ways = reason_of(exception, Page), list[tuple[str, str]]()
        if isinstance(exception, RefusedWithAWay):
            reason, ways = exception.said_to(request.user), list(exception.ways_for(request.user))
        messages.error(
            request,
            _("Nothing was published, and nothing is lost. %(reason)s") % {"reason": reason},
            buttons=[messages.button(url, label) for label, url in ways],
        )
        return redirect(_way_back(request) or home)


def refusals_are_messages(get_response: Callable[[HttpRequest], HttpResponseBase]) -> RefusalMiddleware:
    return RefusalMiddleware(get_response)


def _way_back(request: HttpRequest) -> str:
    page = request.resolver_match.kwargs.get("page_id") if request.resolver_match else None
    if page is not None and request.path == reverse("wagtailadmin_pages:edit", args=[page]):
        return request.path
    came_from = urlsplit(request.headers.get("Referer", ""))
    here = came_from.path if came_from.netloc == request.get_host() and came_from.path != request.path else ""
    for address in (request.POST.get("next"), request.GET.get("next"), here):
        if address and url_has_allowed_host_and_scheme(address, {request.get_host()}):
            return address
    return ""


class PublishMany(PublishBulkAction):
    """From a list, several pages at once: what can be published is, and each that cannot is named with the reason."""

    def check_perm(self, page: Page) -> bool:
        return bool(super().check_perm(page)) and not is_locked_for(self.request.user, page)

    def get_execution_context(self) -> dict[str, Any]:
        self.refused: list[str] = []
        return {**super().get_execution_context(), "refused": self.refused}

    @classmethod
    def execute_action(
        cls,
        objects: Sequence[Page],
        include_descendants: bool = False,
        user: Any = None,
        refused: list[str] | None = None,
        **kwargs: Any,
    ) -> tuple[int, int]:
        chosen = below = 0
        for page in objects:
            try:
                with transaction.atomic():
                    done = super().execute_action([page], include_descendants=include_descendants, user=user, **kwargs)
            except ValidationError as problem:
                if refused is None:
                    raise
                named = {"title": page.get_admin_display_title(), "reason": reason_of(problem, type(page))}
                refused.append(_("“%(title)s” was not published: %(reason)s") % named)
            else:
                chosen, below = chosen + done[0], below + done[1]
        return chosen, below

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str | None:
        for sentence in self.refused:
            messages.error(self.request, sentence)
        if not num_parent_objects:
            return None
        said: str = super().get_success_message(num_parent_objects, num_child_objects)
        return said
