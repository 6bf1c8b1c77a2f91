"""Changing one's own address: asking for the link, and following it."""

from typing import Any

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.members import email_change
from portal.members.adapters import TOO_OFTEN
from portal.members.email_change import LinkNotValid
from portal.members.forms import NewEmailForm


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change_email(request: HttpRequest) -> HttpResponse:
    """Says the same of every address: whose it is, the mail to it finds out."""
    person: Any = request.user
    may = email_change.may_change(person)
    form = NewEmailForm(request.POST if may and request.method == "POST" else None)
    if request.method == "POST" and may:
        raise_if_reauthentication_required(request, app="portal.members")  # always, as allauth has no setting for it
        if form.is_valid():
            if not ratelimit.consume(request, action="manage_email", user=person):
                form.add_error(None, TOO_OFTEN)
            else:
                email_change.ask(person, form.cleaned_data["email"])
                messages.success(request, _("A mail with a link was sent to the new address. Open it to confirm."))
                return redirect("mfa_index")
    return render(request, "sign_in/change_email.html", {"form": form, "email": person.email, "may_change": may})


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_email(request: HttpRequest, key: str) -> HttpResponse:
    """What the link in the mail opens. Only pressing the button changes anything: programs open links in mails too."""
    person: Any = request.user
    try:
        email = email_change.address_in(key, person)
        if request.method == "POST":
            email_change.confirm(key, person, request)
            messages.success(request, _("Mails now come to %(email)s.") % {"email": email})
            return redirect("mfa_index")
    except LinkNotValid:
        email = ""
    return render(request, "sign_in/confirm_email.html", {"email": email})
