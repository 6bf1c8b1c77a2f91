"""``manage.py read_mentions``: find the mentions of documents in all live texts."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from wagtail.models import Page

from documents.mentions import services


class Command(BaseCommand):
    help = (
        "Reads the live texts that were not read yet, or all with --all, and gives documents the names by which texts "
        "are linked to them. May be ended and run again: what was read is not read again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="read what was read already as well")

    def handle(self, *args: Any, **options: Any) -> None:
        named = services.name_documents()
        pages = services.unread_pages()
        if options["all"]:
            pages = Page.objects.filter(live=True, depth__gt=1).order_by("pk").values_list("pk", flat=True)
        ids = list(pages)
        for done in services.read_pages(ids):
            self.stdout.write(_("%(done)d of %(all)d texts read") % {"done": done, "all": len(ids)})
        self.stdout.write(
            _("Done: %(pages)d texts read, %(documents)d documents named anew")
            % {"pages": len(ids), "documents": named}
        )
