"""``manage.py purge``: a page and every trace of it."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from wagtail.models import Page

from portal.editorial.purging.compacting import compact
from portal.editorial.purging.services import Purged, purge
from portal.redirects.addresses import address_of, default_site, stored
from portal.text import format_date


class Command(BaseCommand):
    """Exit codes: 0 when all is gone (or was told), 1 when nothing was touched, with the reason."""

    help = (
        "Remove pages for good: texts, versions, files, history, old addresses, mails, tasks. Afterwards the database is "
        "written anew. On PostgreSQL that is VACUUM FULL: it locks each table while it is rewritten, so that the portal "
        "waits, and needs free space for a copy of the largest one. Run it when few people read."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("pages", nargs="+", metavar="PAGE", help="number or address of the page")
        parser.add_argument("--by", metavar="USER", help="in whose name the activity log has it")
        parser.add_argument("--with-subtree", action="store_true", help="also all pages below")
        parser.add_argument("--yes", action="store_true", help="do it; without this it is only told what would go")

    def handle(self, *args: Any, **options: Any) -> None:
        by = self._person(options["by"]) if options["by"] else None
        pages = [self._page(named) for named in options["pages"]]
        try:
            gone = purge(pages, by=by, with_subtree=options["with_subtree"], for_real=options["yes"])
        except ValidationError as refused:
            raise CommandError(" ".join(refused.messages)) from refused
        self._tell(gone)
        if not options["yes"]:
            self.stdout.write(_("Nothing was touched. Add --yes to remove it for good; it cannot be undone."))
            return
        compact()
        self.stdout.write(_("All of it is removed from the database and the folders of the portal."))

    def _tell(self, gone: Purged) -> None:
        self.stdout.write(_("%(pages)d pages, %(revisions)d versions") % vars(gone))
        for label, count in gone.traces:
            self.stdout.write(f"  {label}: {count}")
        if gone.backups_until:
            said = _("Backups made so far still hold it, the last of them until %(day)s.")
            self.stdout.write(said % {"day": format_date(gone.backups_until)})
        else:
            self.stdout.write(
                _("Backups made so far still hold it. For how long is not known here: set BACKUPS_KEPT_DAYS.")
            )

    def _person(self, name: str) -> Any:
        person = get_user_model().objects.filter(username=name).first()
        if person is None:
            raise CommandError(_("There is no account “%(name)s”.") % {"name": name})
        return person

    def _page(self, named: str) -> Page:
        found = Page.objects.filter(pk=int(named)).first() if named.isdigit() else _at(named)
        if found is None:
            raise CommandError(_("There is no page “%(named)s”; nothing was touched.") % {"named": named})
        return found


def _at(address: str) -> Page | None:
    """The page at an address of the site, whether it is published or not."""
    site, wanted = default_site(), stored(address)
    slug = wanted.rpartition("/")[2]
    candidates = Page.objects.filter(slug=slug)
    return next((page for page in candidates if address_of(page.url_path, site) == wanted), None)
