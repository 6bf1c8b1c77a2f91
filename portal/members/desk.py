"""The parts of the desk that every person finds there: what he was told, what is new for him, who he is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page, Site, get_page_models

from portal.access.models import Organisation
from portal.access.tokens import Tokens, excluded_paths, tokens_of, under
from portal.addresses import address_on
from portal.members.models import Notification
from portal.members.services import visited_before
from portal.querysets import PortalPageQuerySet
from portal.registry import DeskPanel, desk_panels
from portal.text import format_date, in_viet_nam

NOTIFICATIONS_ON_DESK = 5
NEW_FOR_ME = 6
NEW_FOR_ALL = 6
#: Somebody who was never here, or not for long, is not told of everything since.
NEW_FOR = timedelta(days=30)
#: A number beyond this is shown as “99+”; counting thousands tells nobody more.
MOST_COUNTED = 100


@dataclass(frozen=True)
class NewPage:
    """One line of what is new."""

    title: str
    url: str
    date_text: str
    date_iso: str


def panels_for(request: HttpRequest) -> dict[str, list[SafeString]]:
    """All panels that have something for whoever asks, in their order, as HTML: those of each column."""
    columns: dict[str, list[SafeString]] = {"main": [], "beside": []}
    for panel in sorted(desk_panels, key=lambda panel: panel.order):
        context = panel.context(request)
        if context is not None:
            html = render_to_string(panel.template, {**context, "request": request}, request)
            columns["beside" if panel.beside else "main"].append(mark_safe(html))  # noqa: S308  an escaped template
    return columns


def notifications_panel(request: HttpRequest) -> Mapping[str, Any]:
    person: Any = request.user
    shown = Notification.objects.shown_to(person, tokens_of(request).tokens)
    return {
        "notifications": list(shown.newest_first()[:NOTIFICATIONS_ON_DESK]),
        "unread": unread_count(person, tokens_of(request).tokens),
        "now": timezone.now().isoformat(),
    }


def unread_count(person: User, tokens: Tokens) -> str:
    """How many are unread: a number, `99+`, or nothing where all was read."""
    count = Notification.objects.shown_to(person, tokens).unread()[:MOST_COUNTED].count()
    if count >= MOST_COUNTED:
        return f"{MOST_COUNTED - 1}+"
    return str(count) if count else ""


def new_panel(request: HttpRequest) -> Mapping[str, Any]:
    """Pages for people like him above all, and what all may read, since his visit before this one."""
    person: Any = request.user
    tokens = tokens_of(request).tokens
    since = _since(visited_before(person))
    restricted = under(tokens.restrictions.pages.own, "path")
    readable = _stories().exclude(under(excluded_paths(tokens), "path")) if excluded_paths(tokens) else _stories()
    mine = readable.filter(restricted).order_by("-first_published_at", "-pk")[:NEW_FOR_ME]
    public = (_stories().exclude(restricted) if tokens.restrictions.pages.own else _stories()).filter(
        first_published_at__gt=since
    )
    site = Site.find_for_request(request)
    return {
        "mine": [_line(page, site) for page in mine] if tokens.restrictions.pages.own else [],
        "public": [_line(page, site) for page in public.order_by("-first_published_at", "-pk")[:NEW_FOR_ALL]],
        "since": format_date(in_viet_nam(since).date()),
    }


def profile_panel(request: HttpRequest) -> Mapping[str, Any]:
    person: Any = request.user
    groups = list(person.groups.select_related("known_as").order_by("name"))
    return {
        "person": person,
        "roles": [group.name for group in groups if hasattr(group, "known_as")],
        "organisations": list(Organisation.objects.filter(group__in=groups).values_list("name", flat=True)),
        "may_enter_admin": person.has_perm("wagtailadmin.access_admin"),
    }


def _since(before: datetime | None) -> datetime:
    longest = timezone.now() - NEW_FOR
    return max(before, longest) if before else longest


def _stories() -> Any:
    """Published pages of the types that search knows of: what somebody reads, not what leads there."""
    types = ContentType.objects.get_for_models(*_types_to_read(), for_concrete_models=False)
    pages: Any = PortalPageQuerySet(Page).live_now()
    return pages.filter(content_type__in=types.values(), depth__gt=2)


def _types_to_read() -> Iterable[type[Page]]:
    for model in get_page_models():
        entry = getattr(model, "search_entry", None)
        if entry is not None and entry.kind:
            yield model


def _line(page: Page, site: Site | None) -> NewPage:
    published = page.first_published_at
    day = in_viet_nam(published).date() if published else None
    return NewPage(
        title=page.title,
        url=address_on(site, page.url_path) if site else page.url or "",
        date_text=format_date(day) if day else "",
        date_iso=day.isoformat() if day else "",
    )


def register() -> None:
    """Called when the app is ready."""
    for panel in (
        DeskPanel("notifications", "members/panels/notifications.html", notifications_panel, order=10),
        DeskPanel("new", "members/panels/new.html", new_panel, order=20),
        DeskPanel("profile", "members/panels/profile.html", profile_panel, order=900, beside=True),
    ):
        desk_panels.register(panel)
