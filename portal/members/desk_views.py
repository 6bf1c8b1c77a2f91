"""The member's desk: private, for whoever is signed in, and the same without script."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.models import Page

from portal.access.tokens import tokens_of
from portal.addresses import page_address
from portal.members import desk as parts
from portal.members import services
from portal.members.desk_forms import MailChoicesForm, OwnNameForm
from portal.members.models import Notification
from portal.paging import paginate

NOTIFICATIONS_PER_PAGE = 20
#: No number of a row has more digits; a longer one is none that a page of ours showed.
MOST_DIGITS = 18

View = Callable[..., HttpResponseBase]


def for_whom_it_is(view: View) -> View:
    """Only for people signed in, and kept by nobody. Without a session cookie neither session nor user is touched."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if tokens_of(request).is_signed_in:
            response = view(request, *args, **kwargs)
        else:
            response = redirect_to_login(request.get_full_path(), resolve_url("portal_sign_in"))
        response["Cache-Control"] = "private, no-store"
        return response

    return guarded


def _crumbs() -> list[tuple[str, str]]:
    return [("", "/"), (_("My desk"), reverse("members_desk"))]  # the first is called home by the template


def _said(request: HttpRequest) -> list[str]:
    """What a form of the desk answered; under another name than the admin's, whose word no public template knows."""
    return [str(message) for message in messages.get_messages(request)]


@require_safe
@for_whom_it_is
def desk(request: HttpRequest) -> HttpResponse:
    context = {
        "desk_title": _("My desk"),
        "panels": parts.panels_for(request),
        "said": _said(request),
        "breadcrumbs": _crumbs()[:1],
    }
    return render(request, "members/desk.html", context)


@require_safe
@for_whom_it_is
def notifications(request: HttpRequest) -> HttpResponse:
    """All that one was told and may still open, newest first."""
    person: Any = request.user
    shown = Notification.objects.shown_to(person, tokens_of(request).tokens)
    pager, found = paginate(request, shown.newest_first(), NOTIFICATIONS_PER_PAGE)
    context = {
        "desk_title": _("What you were told"),
        "notifications": found,
        "pager": pager,
        "now": timezone.now().isoformat(),
        "said": _said(request),
        "breadcrumbs": _crumbs(),
    }
    return render(request, "members/notifications.html", context)


@require_safe
@for_whom_it_is
def notification(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Leads to what a notification is about, which counts as reading it.

    Raises:
        Http404: there is none of this number for this person now.
    """
    person: Any = request.user
    shown = Notification.objects.shown_to(person, tokens_of(request).tokens)
    found = shown.select_related("page").filter(pk=pk).first()
    if found is None:
        raise Http404
    services.mark_read(person, [found.pk])
    return redirect(_target(found, request))


def _target(found: Notification, request: HttpRequest) -> str:
    if found.address:
        is_ours = url_has_allowed_host_and_scheme(found.address, allowed_hosts=None) and found.address.startswith("/")
        return found.address if is_ours else reverse("members_notifications")
    page: Page | None = found.page
    if page is None:
        return reverse("members_notifications")
    if found.in_admin:
        return reverse("wagtailadmin_pages:edit", args=[page.pk])
    return page_address(page, request) or reverse("members_notifications")


@require_POST
@for_whom_it_is
def mark_read(request: HttpRequest) -> HttpResponseBase:
    """One notification (``id``), or all that the list had when it was shown (``until``)."""
    person: Any = request.user
    one, until = request.POST.get("id", ""), parse_moment(request.POST.get("until", ""))
    if one.isascii() and one.isdigit() and len(one) <= MOST_DIGITS:
        services.mark_read(person, [int(one)])
    elif until is not None:
        services.mark_all_read(person, up_to=until)
        messages.success(request, _("All notifications are marked as read."))
    return redirect("members_notifications" if request.POST.get("from") == "list" else "members_desk")


def parse_moment(text: str) -> datetime | None:
    """A moment as the list wrote it; ``None`` where it is none."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None


@require_http_methods(["GET", "HEAD", "POST"])
@for_whom_it_is
def profile(request: HttpRequest) -> HttpResponseBase:
    """One's own name."""
    person: Any = request.user
    form = OwnNameForm(request.POST or None, instance=person)
    if request.method == "POST" and form.is_valid():
        names = {name: form.cleaned_data[name] for name in ("last_name", "first_name")}
        services.rename(person, **names)
        messages.success(request, _("Your name is kept."))
        return redirect("members_desk")
    context = {
        "desk_title": _("Change my name"),
        "form": form,
        "email": person.email,
        "username": person.get_username(),
        "breadcrumbs": _crumbs(),
    }
    return render(request, "members/profile.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_whom_it_is
def mail_choices(request: HttpRequest) -> HttpResponseBase:
    """When mails come, kind by kind."""
    person: Any = request.user
    form = MailChoicesForm(person, request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.choose_mails(person, form.timings)
        messages.success(request, _("Your choice of mails is kept."))
        return redirect("members_desk")
    context = {
        "desk_title": _("Choose my mails"),
        "form": form,
        "email": person.email,
        "breadcrumbs": _crumbs(),
    }
    return render(request, "members/mail_choices.html", context)
