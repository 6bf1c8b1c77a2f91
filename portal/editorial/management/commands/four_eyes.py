"""``manage.py four_eyes``: live pages that nobody approved."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from portal.editorial.watch import lines


class Command(BaseCommand):
    """Exit codes: 0 if there are none, 1 if there are; each is listed with its number and address."""

    help = "List live pages whose content has no approval although a workflow applies to them."

    def handle(self, *args: Any, **options: Any) -> None:
        found = lines()
        for line in found:
            self.stdout.write(line)
        if found:
            raise CommandError(_("%(count)d live pages have no approval.") % {"count": len(found)})
        self.stdout.write(_("Every live page has its approval."))
