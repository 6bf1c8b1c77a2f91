"""For văn thư: which documents texts mention that nobody has entered, and which mentions may be of several."""

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from wagtail.admin.menu import MenuItem

from documents.mentions.admin_page import PER_PAGE, lines_of_mentions
from documents.models import DocumentRegister, Mention, OfficialDocument
from portal.access.staff import sight_of
from portal.admin.screens import screen

#: Whoever may enter bodies keeps the register.
MAY = "documents.add_issuer"
SEVERAL = "nhieu"


def report(request: HttpRequest) -> HttpResponse:
    """Both lists, one at a time; of texts only those that the person may see.

    Raises:
        PermissionDenied: the person does not keep the register.
    """
    if not request.user.has_perm(MAY):
        raise PermissionDenied
    seen: Any = sight_of(request.user).of_pages(Mention.objects.all(), "page__path")
    is_several = request.GET.get("xem") == SEVERAL
    title = _("Mentions without a certain document")
    found = _several(request, seen) if is_several else _not_entered(request, seen)
    views = [
        {"url": "?", "label": pgettext("mention", "Not entered yet"), "is_chosen": not is_several},
        {"url": f"?xem={SEVERAL}", "label": pgettext("mention", "May be several documents"), "is_chosen": is_several},
    ]
    context = {"is_several": is_several, "views": views, **found}
    return screen(request, "portal_admin/mentions/report.html", title, context, icon="link")


def _not_entered(request: HttpRequest, seen: Any) -> dict[str, Any]:
    """By number, those that most pages mention first: the documents to enter next.

    A document that is closed to the person is to him one that is not there; a number left out would tell of it.
    """
    numbers: QuerySet[Any, Any] = (
        seen.without_document(_documents_seen(request))
        .order_by()
        .values("name", "day")
        .annotate(pages=Count("page", distinct=True), newest=Max("text_day"), example=Max("pk"))
        .order_by("-pages", "name", "day")
    )
    shown = Paginator(numbers, PER_PAGE).get_page(request.GET.get("p"))
    examples = Mention.objects.select_related("page").in_bulk([row["example"] for row in shown])
    rows = [{**row, "mention": examples[row["example"]]} for row in shown if row["example"] in examples]
    register = DocumentRegister.objects.order_by("path").first()
    may_enter = register is not None and register.permissions_for_user(request.user).can_add_subpage()
    add = (
        reverse("wagtailadmin_pages:add", args=["documents", "officialdocument", register.pk])
        if register is not None and may_enter
        else ""
    )
    return {"page": shown, "rows": rows, "add_url": add}


def _several(request: HttpRequest, seen: Any) -> dict[str, Any]:
    mentions = (
        seen.of_several(_documents_seen(request)).select_related("page", "decision").order_by("-page", "position")
    )
    shown = Paginator(mentions, PER_PAGE).get_page(request.GET.get("p"))
    return {"page": shown, "lines": lines_of_mentions(list(shown), request)}


def _documents_seen(request: HttpRequest) -> Any:
    return sight_of(request.user).of_pages(OfficialDocument.objects.live_now())


def report_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [path("reports/van-ban-duoc-nhac/", report, name="mentions_report")]


class MentionsMenuItem(MenuItem):
    order: ClassVar[int] = 880

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(MAY))


def menu_item() -> MentionsMenuItem:
    """For ``register_reports_menu_item``."""
    return MentionsMenuItem(
        gettext_lazy("Mentions without a certain document"), reverse("mentions_report"), icon_name="link", order=880
    )
