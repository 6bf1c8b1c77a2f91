"""``manage.py import_accounts``: invite the people of a workbook."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from portal.members.importing import Fate, carry_out, counts, plan
from portal.members.workbook import MAX_BYTES, UnreadableWorkbook, read_rows


class Command(BaseCommand):
    """Says of each line what became of it, and at the end how many were invited, passed over, refused."""

    help = "Invite the people listed in an .xlsx workbook. Whoever has an account is passed over and not changed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the workbook; its template is in the admin, under invitations")
        parser.add_argument("--invited-by", required=True, metavar="USER", help="user name of whoever invites")
        parser.add_argument("--dry-run", action="store_true", help="only say what would become of each line")

    def handle(self, *args: Any, **options: Any) -> None:
        by = self._inviter(options["invited_by"])
        try:
            with options["file"].open("rb") as stream:
                lines = plan(read_rows(stream.read(MAX_BYTES + 1)))
        except UnreadableWorkbook as problem:
            raise CommandError(problem.message) from problem
        except OSError as problem:
            raise CommandError(f"{options['file']}: {problem.strerror}") from problem
        if not options["dry_run"]:
            lines = carry_out(lines, by=by)
        said = {
            Fate.NEW: _("Will be invited.") if options["dry_run"] else _("Invited."),
            Fate.THERE: _("Has an account already; nothing is changed."),
        }
        for line in lines:
            outcome = said.get(line.fate) or " ".join(line.reasons)
            number = _("line %(number)d") % {"number": line.number}
            self.stdout.write(f"{number}: {line.name or '–'} <{line.email or '–'}>: {outcome}")
        total = counts(lines)
        if options["dry_run"]:
            closing = _(
                "To be invited: %(new)s. Have an account: %(there)s. Refused: %(refused)s. Nothing is written yet."
            )
        else:
            closing = _("Invited: %(new)s. Had an account: %(there)s. Refused: %(refused)s.")
        self.stdout.write(closing % total)

    def _inviter(self, username: str) -> User:
        by = User.objects.filter(username=username, is_active=True).first()
        if by is None or not by.has_perm("members.add_invitation"):
            raise CommandError(_("%(name)s may not invite. Name an administrator.") % {"name": username})
        return by
