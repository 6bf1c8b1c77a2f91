"""``manage.py demo_accounts``: where the portal is, and one sign-in per role of the demo content."""

import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.demo.accounts import DEMO_ACCOUNTS, accounts_with_demo_password


class Command(BaseCommand):
    """Prints only accounts that can still be entered with their demo password."""

    help = "Print the portal's address and one sign-in per role of the demo content."

    def handle(self, *args: Any, **options: Any) -> None:
        open_ones = set(accounts_with_demo_password())
        if not open_ones:
            self.stdout.write(_("There is no demo account. Load them with: manage.py load_demo"))
            return
        port = os.environ.get("PORT")
        base = f"http://127.0.0.1:{port}" if port else settings.WAGTAILADMIN_BASE_URL.rstrip("/")
        for what, path in (
            (_("Portal"), "/"),
            (_("Administration"), reverse("wagtailadmin_home")),
            (pgettext("portal", "Sign in"), reverse("portal_sign_in")),
        ):
            self.stdout.write(f"{what + ':':<15} {base}{path}")
        self.stdout.write("")
        for account in DEMO_ACCOUNTS:
            if account.username in open_ones:
                self.stdout.write(f"  {account.title:<22} {account.username:<10} {account.password}")
        if settings.DEMO_SECOND_FACTOR_CODE:
            label = _("Second factor of staff")
            self.stdout.write(f"  {label + ':':<33} {settings.DEMO_SECOND_FACTOR_CODE}")
