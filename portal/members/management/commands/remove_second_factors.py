"""``manage.py remove_second_factors USERNAME``: for an administrator who lost phone and recovery codes himself."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from portal.members.security_admin import forget_factors


class Command(BaseCommand):
    help = "Remove the app, passkeys and recovery codes of an account; its owner sets up new ones after the password."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        account = get_user_model().objects.filter(username__iexact=options["username"]).first()
        if account is None:
            raise CommandError(_("There is no account with this user name."))
        forget_factors(account)
        self.stdout.write(_("%(name)s sets up a new second factor at the next sign-in.") % {"name": account})
