"""The page behind an invitation's link: the invited chooses a password, and then signs in as everybody does.

The link is the key, so nobody else may learn it: what leaves these pages names the site alone, and nobody keeps them.
(Without any referrer browsers send a form from “null”, and the protection against forged forms refuses it.)
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.password_validation import password_validators_help_texts
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from portal.members.inviting import accept, invitation_of, is_latest
from portal.members.models import Invitation, InvitationState

View = Callable[..., HttpResponseBase]


class ChoosePasswordForm(SetPasswordForm):
    """The password, twice; the rules stand above it."""

    error_messages = {
        **SetPasswordForm.error_messages,
        "password_mismatch": gettext_lazy("The two passwords are not the same. Type both again."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = gettext_lazy("Password of your choice")
        self.fields["new_password1"].help_text = ""
        self.fields["new_password2"].label = gettext_lazy("The same password again")
        self.fields["new_password2"].help_text = ""


def told_to_nobody(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response["Referrer-Policy"] = "strict-origin"
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex"
        return response

    return guarded


@require_http_methods(["GET", "HEAD", "POST"])
@told_to_nobody
def activate(request: HttpRequest, token: str) -> HttpResponseBase:
    """Choose a password. Looking changes nothing, so a mail program that fetches links uses none up."""
    invitation = invitation_of(token)
    if (refused := _refusal(invitation)) or invitation is None:
        return _refused(request, *(refused or _no_such_link()))
    form = ChoosePasswordForm(invitation.account, request.POST or None)
    if request.method == "POST" and form.is_valid():
        if accept(invitation, form.cleaned_data["new_password1"]):
            return redirect("members_activated")
        return _refused(request, *(_refusal(invitation_of(token)) or _no_such_link()))
    context = {
        "form": form,
        "name": invitation.account.get_full_name(),
        "username": invitation.account.get_username(),
        "rules": password_validators_help_texts(),
    }
    return render(request, "members/activate.html", context)


@require_safe
@told_to_nobody
def activated(request: HttpRequest) -> HttpResponse:
    """The same for everybody: whoever comes here has chosen his password, or has nothing to learn."""
    return render(request, "members/activated.html")


def _refusal(invitation: Invitation | None) -> tuple[str, str, int] | None:
    """Title, text and status of the answer to a link that is not good; it names nobody."""
    if invitation is None:
        return _no_such_link()
    if invitation.state is InvitationState.ACCEPTED:
        return (
            _("This invitation has been used"),
            _("The password has been chosen already. Sign in with it. If you have forgotten it, ask for a new one."),
            410,
        )
    if invitation.state is InvitationState.WITHDRAWN or not invitation.account.is_active:
        return (
            _("This invitation was withdrawn"),
            _("It can no longer be used. If you need an account, ask the person who runs this portal."),
            410,
        )
    if not is_latest(invitation):
        return (
            _("There is a newer invitation"),
            _("A newer mail was sent to you, and only its link is good. Look for the latest mail from this portal."),
            410,
        )
    if invitation.state is InvitationState.EXPIRED:
        return (
            _("This invitation has expired"),
            _("Ask the person who invited you, or who runs this portal, to send it again."),
            410,
        )
    return None


def _no_such_link() -> tuple[str, str, int]:
    return (
        _("This link does not work"),
        _("Perhaps a part of it is missing. Open it from the mail again, or copy the whole of it."),
        404,
    )


def _refused(request: HttpRequest, title: str, text: str, status: int) -> HttpResponse:
    return render(request, "members/activation_refused.html", {"title": title, "text": text}, status=status)
