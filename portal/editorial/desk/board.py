"""The board: what is being worked on, in a column for each state, bounded, with ways to the whole lists."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from portal.editorial.desk.entries import Entry, entries_of
from portal.editorial.desk.narrowing import NarrowForm
from portal.editorial.desk.states import STATES, WorkState, has_desk, pages_seen_by

#: So many cards a column has; the rest is behind its link.
CARDS = 8


@dataclass(frozen=True)
class Column:
    """One state with its first texts; ``all_url`` is empty where these are all."""

    state: WorkState
    entries: list[Entry]
    all_url: str


def columns(request: HttpRequest, form: NarrowForm) -> list[Column]:
    """All columns: one query each, and a few for what the cards of all of them say."""
    pages = form.narrow(pages_seen_by(request.user))
    found: dict[str, list[Page]] = {state.name: list(state.pages(pages)[: CARDS + 1]) for state in STATES}
    shown = [page for state in STATES for page in found[state.name][:CARDS]]
    query = form.query
    back_to = reverse("desk_board") + (f"?{query}" if query else "")
    entries = iter(entries_of(shown, back_to))
    return [
        Column(
            state=state,
            entries=[next(entries) for _page in found[state.name][:CARDS]],
            all_url=_all_url(state, form) if len(found[state.name]) > CARDS else "",
        )
        for state in STATES
    ]


def _all_url(state: WorkState, form: NarrowForm) -> str:
    return f"{reverse(f'desk_{state.name}:index')}?{form.query}"


def board(request: HttpRequest) -> HttpResponse:
    """The board, narrowed by section and writer.

    Raises:
        PermissionDenied: the person has nothing to do with pages.
    """
    if not has_desk(request.user):
        raise PermissionDenied
    form = NarrowForm(request.GET, request)
    title = _("Board of texts")
    return TemplateResponse(
        request,
        "portal_admin/desk/board.html",
        {
            "page_title": title,
            "header_title": title,
            "header_icon": "grid",
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": _("Home page of the admin")},
                {"url": "", "label": title},
            ],
            "form": form,
            "columns": columns(request, form),
        },
    )


def board_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [path("ban-bien-tap/bang/", board, name="desk_board")]
