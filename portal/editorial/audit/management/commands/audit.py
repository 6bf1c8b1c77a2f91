"""``manage.py audit verify|seal|head|erase|export``."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from portal.editorial.audit import actions
from portal.editorial.audit.exports import write_file
from portal.editorial.audit.lines import lines_for, read_all
from portal.editorial.audit.models import Entry
from portal.editorial.audit.sealing import head, seal
from portal.editorial.audit.services import erase, record
from portal.editorial.audit.verifying import Broken, parse_head, verify
from portal.spreadsheets import KINDS


class Command(BaseCommand):
    help = "The activity log: verify its chain, seal new lines, show its head, erase texts, export it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        does = parser.add_subparsers(dest="verb", required=True)
        checking = does.add_parser("verify", help="follow the chain; ends 1 and says where it is broken first")
        checking.add_argument("--head", action="append", default=[], help="a head as it was mailed, COUNT:HASH")
        does.add_parser("seal", help="give committed lines their place in the chain now")
        does.add_parser("head", help="how many lines are sealed, and the hash of the last")
        erasing = does.add_parser("erase", help="delete texts for good, as the law asks; the chain still holds")
        about = erasing.add_mutually_exclusive_group(required=True)
        about.add_argument("--person", help="user name: all that this account did and that was done to it")
        about.add_argument("--person-id", type=int, help="the same, where the account is gone")
        about.add_argument("--thing", help="APP.MODEL:ID: all that was done to one thing")
        about.add_argument("--line", type=int, action="append", help="number of a line (not its place in the chain)")
        erasing.add_argument("--by", help="user name of who orders it")
        exporting = does.add_parser("export", help="write all lines into a file, titles included")
        exporting.add_argument("file", type=Path, help="ends in .csv or .xlsx")

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        getattr(self, f"_{verb}")(**options)

    def _verify(self, head: list[str], **options: Any) -> None:
        try:
            heads = [parse_head(text) for text in head]
        except ValueError as wrong:
            raise CommandError(_("“%(head)s” is no head; copy it from the mail whole.") % {"head": wrong}) from wrong
        try:
            found = verify(heads)
        except Broken as broken:
            raise CommandError(str(broken)) from broken
        self.stdout.write(
            _(
                "The activity log is whole: %(lines)d lines sealed, %(erased)d texts erased, %(unsealed)d lines not sealed yet."
            )
            % {"lines": found.lines, "erased": found.erased, "unsealed": found.unsealed}
        )
        self.stdout.write(f"{found.lines}:{found.head}")

    def _seal(self, **options: Any) -> None:
        self.stdout.write(_("%(count)d lines sealed") % {"count": seal()})

    def _head(self, **options: Any) -> None:
        position, last = head()
        self.stdout.write(f"{position}:{last}")

    def _erase(self, by: str | None, **options: Any) -> None:
        ordered_by = _account(by) if by else None
        count = erase(_chosen(**options), by=ordered_by)
        self.stdout.write(_("%(count)d texts erased") % {"count": count})

    def _export(self, file: Path, **options: Any) -> None:
        if file.suffix[1:] not in KINDS:
            raise CommandError(_("The file's name must end in .csv or .xlsx."))
        record(actions.EXPORTED, details=file.suffix[1:])
        write_file(read_all(lines_for(None)), file)
        self.stdout.write(str(file))


def _chosen(
    person: str | None, person_id: int | None, thing: str | None, line: list[int] | None, **options: Any
) -> Any:
    if person is not None:
        return Entry.objects.concerning(_account(person).pk)
    if person_id is not None:
        return Entry.objects.concerning(person_id)
    if thing is not None:
        kind, _colon, number = thing.partition(":")
        return Entry.objects.filter(object_type=kind.lower(), object_id=number)
    return Entry.objects.filter(pk__in=line or [])


def _account(name: str) -> Any:
    user: Any = get_user_model()
    found = user._default_manager.filter(**{user.USERNAME_FIELD: name}).first()
    if found is None:
        raise CommandError(_("There is no account “%(name)s”.") % {"name": name})
    return found
