"""Effects that were given up, where staff see them: what it was, why, and two ways on."""

from typing import ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem

from portal.outbox import services
from portal.outbox.models import Effect
from portal.outbox.registry import effect_kinds

MAY = "outbox.change_effect"
EFFECTS_PER_PAGE = 50
#: No number of a row has more; a longer one is none that this page showed.
MOST_DIGITS = 18


def given_up(request: HttpRequest) -> HttpResponse:
    """The list, and what was decided about the ticked ones. It names the kind and the cause, never the content.

    Raises:
        PermissionDenied: the person does not look after this installation.
    """
    if not request.user.has_perm(MAY):
        raise PermissionDenied
    if request.method == "POST":
        _decide(request)
        return redirect("outbox_given_up")
    page = Paginator(Effect.objects.dead().order_by("-done_at", "-pk"), EFFECTS_PER_PAGE).get_page(request.GET.get("p"))
    rows = [(effect, kind.label if (kind := effect_kinds.get(effect.kind)) else effect.kind) for effect in page]
    title = _("Effects given up")
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Home page of the admin")}, {"url": "", "label": title}]
    return TemplateResponse(
        request,
        "portal_admin/effects.html",
        {
            "page_title": title,
            "header_title": title,
            "header_icon": "warning",
            "breadcrumbs_items": crumbs,
            "page": page,
            "rows": rows,
        },
    )


def _decide(request: HttpRequest) -> None:
    numbers = [value for value in request.POST.getlist("effect") if value.isascii() and value.isdigit()]
    ticked = [int(value) for value in numbers[:EFFECTS_PER_PAGE] if len(value) <= MOST_DIGITS]
    if not ticked:
        messages.warning(request, _("Nothing was ticked. Tick the lines that this is about."))
    elif "drop" in request.POST:
        count = services.drop(ticked)
        messages.success(request, _("%(n)d effects dropped.") % {"n": count})
    else:
        count = services.try_again(ticked)
        messages.success(request, _("%(n)d effects are tried again.") % {"n": count})


def admin_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [path("reports/viec-bo-lai/", given_up, name="outbox_given_up")]


class GivenUpMenuItem(MenuItem):
    order: ClassVar[int] = 910

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(MAY))


def menu_item() -> GivenUpMenuItem:
    """For ``register_reports_menu_item``."""
    return GivenUpMenuItem(gettext_lazy("Effects given up"), reverse("outbox_given_up"), icon_name="warning", order=910)
