"""``manage.py compile_messages``: Django's ``compilemessages`` without the program msgfmt."""

from typing import Any

from django.core.management.base import BaseCommand

from tools.messages import compile_all


class Command(BaseCommand):
    # The checks ask for Vietnamese names, which are there only once this has run.
    requires_system_checks = ()
    help = "Compile the catalogues in locale/ and locale_vendor/ (needs no msgfmt)."

    def handle(self, *args: Any, **options: Any) -> None:
        for made in compile_all():
            self.stdout.write(str(made))
