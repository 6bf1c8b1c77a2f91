"""What administrators do when somebody cannot sign in: release a paused name, remove lost second factors."""

from collections.abc import Iterable
from typing import Any, ClassVar

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from portal.editorial.accounts import may_touch
from portal.members import lockout, notices
from portal.members.sessions import end_all_sessions

MAY = "auth.change_user"
#: More are paused only under an attack, and are released by waiting.
MOST_SHOWN = 200


def paused(request: HttpRequest) -> HttpResponse:
    """Names that are paused now, and releasing the ticked ones.

    Raises:
        PermissionDenied: the person does not keep the accounts.
    """
    if not request.user.has_perm(MAY):
        raise PermissionDenied
    if request.method == "POST":
        names = request.POST.getlist("name")[:MOST_SHOWN]
        if names:
            lockout.release(names)
            messages.success(request, _("Released: %(names)s.") % {"names": ", ".join(names)})
        else:
            messages.warning(request, _("Nothing was ticked. Tick the lines that this is about."))
        return redirect("members_paused")
    title = _("Paused sign-ins")
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Home page of the admin")}, {"url": "", "label": title}]
    context = {
        "page_title": title,
        "header_title": title,
        "header_icon": "lock",
        "breadcrumbs_items": crumbs,
        "lock_outs": lockout.lock_outs()[:MOST_SHOWN],
    }
    return TemplateResponse(request, "portal_admin/paused.html", context)


def remove_factors(request: HttpRequest, pk: int) -> HttpResponse:
    """Of somebody who lost phone and recovery codes, after a question; he sets up new ones at the next sign-in.

    Raises:
        PermissionDenied: the person does not keep the accounts, or this one is out of reach or his own.
    """
    account = get_object_or_404(get_user_model(), pk=pk)
    if not may_remove_factors(request.user, account):
        raise PermissionDenied
    listing = reverse("wagtailusers_users:index")
    if request.method == "POST":
        forget_factors(account, request)
        messages.success(request, _("%(name)s sets up a new second factor at the next sign-in.") % {"name": account})
        return redirect(listing)
    context = {
        "page_title": _("Remove second factors"),
        "header_title": _("Remove second factors"),
        "header_icon": "lock-open",
        "account": account,
        "listing": listing,
    }
    return TemplateResponse(request, "portal_admin/remove_factors.html", context)


def may_remove_factors(person: Any, account: Any) -> bool:
    """Administrators, except their own and those of accounts with more rights than theirs."""
    return bool(person.has_perm(MAY) and person.pk != account.pk and may_touch(person, account))


def forget_factors(account: Any, request: HttpRequest | None = None) -> int:
    """Remove all second factors of ``account`` and sign it out everywhere; returns how many it had."""
    with transaction.atomic():
        count, _by_model = Authenticator.objects.filter(user_id=account.pk).delete()
        end_all_sessions(account)
        notices.send("members/second_factor_reset", account)
    lockout.release([account.get_username()])
    return count


# In the menus


def admin_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [
        path("reports/tam-dung-dang-nhap/", paused, name="members_paused"),
        path("users/<int:pk>/bo-xac-thuc/", remove_factors, name="members_remove_factors"),
    ]


class PausedMenuItem(MenuItem):
    order: ClassVar[int] = 920

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(MAY))


def menu_item() -> PausedMenuItem:
    """For ``register_reports_menu_item``."""
    return PausedMenuItem(gettext_lazy("Paused sign-ins"), reverse("members_paused"), icon_name="lock", order=920)


def listing_buttons(user: Any, request_user: Any) -> Iterable[Button]:
    """For ``register_user_listing_buttons``."""
    if may_remove_factors(request_user, user):
        url = reverse("members_remove_factors", args=[user.pk])
        yield Button(_("Remove second factors"), url=url, icon_name="lock-open", priority=30)


def account_menu_item(request: HttpRequest) -> dict[str, str]:
    """For ``register_account_menu_item``: the way from one's account in the admin to one's security."""
    return {
        "url": reverse("mfa_index"),
        "label": _("Password and security"),
        "help_text": _("Password, second factor, recovery codes, and where you are signed in."),
    }
