"""``manage.py import_documents FILE [--files DIR] [--approved-by USER] [--dry-run]``"""

import shutil
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from documents.importing import reports
from documents.importing.planning import Row
from documents.importing.services import CannotImport, Planned, approver_called, counts, plan_file, the_register
from documents.importing.sources import UnreadableRegister
from documents.importing.writing import Order, write

_INTERRUPTED = 130


class Command(BaseCommand):
    """Import a register of documents.

    Exit codes: 0, also when rows were refused (they are listed and counted); 1 for wrong arguments; 130 when
    interrupted.
    """

    help = "Import official documents from a register (.xlsx or .csv). Drafts, unless --approved-by names who approves."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the register; its template is in the admin, under documents")
        parser.add_argument(
            "--files", type=Path, metavar="DIR", help="a folder whose files are matched to the rows by name or number"
        )
        parser.add_argument(
            "--approved-by",
            metavar="USER",
            help="the head of the office who approves all rows and that none is secret; they are published in that name",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would become of each row, write nothing")

    def handle(self, *args: Any, file: Path, files: Path | None, dry_run: bool, **options: Any) -> None:
        name = options["approved_by"]
        if files is not None and not files.is_dir():
            raise CommandError(_("There is no folder %(path)s.") % {"path": files})
        try:
            register = the_register()
            approver = approver_called(name, register) if name else None
            planned = plan_file(file, publish=approver is not None, folder=files)
        except (CannotImport, UnreadableRegister) as problem:
            raise CommandError(problem.message) from problem
        self._say(planned)
        if dry_run:
            for row in planned.rows:
                self.stdout.write(reports.line_of(row, planned=True))
            self.stdout.write(_("This was a trial run: nothing was written."))
            self._end(planned)
            return
        order = Order(register, approved_by=approver, files=planned.files)
        try:
            for done, row in enumerate(write(planned.rows, order), start=1):
                self._progress(done, len(planned.rows))
                self._line(row)
        except KeyboardInterrupt:
            self._clear()
            self.stdout.write(_("Interrupted: the rows above are done, run the same command again for the rest."))
            sys.exit(_INTERRUPTED)
        self._clear()
        if approver is None:
            self.stdout.write(_("All are drafts: nobody was named with --approved-by."))
        self._end(planned)

    def _say(self, planned: Planned) -> None:
        for remark in planned.remarks:
            self.stdout.write(remark)
        for sheet, headings in planned.columns.items():
            if headings:
                said = _("Columns that are not imported: %(names)s.") % {"names": "; ".join(headings)}
                self.stdout.write(f"{sheet}: {said}" if sheet else said)
        for one in planned.passed:
            if one.kind == "other":
                number = _("row %(number)d") % {"number": one.number}
                self.stdout.write(f"{number}: {reports.PASSED[one.kind]}: {one.text}")

    def _line(self, row: Row) -> None:
        self._clear()
        self.stdout.write(reports.line_of(row))

    def _end(self, planned: Planned) -> None:
        self.stdout.write(reports.counts_line(counts(planned.rows), len(planned.passed)))

    def _progress(self, done: int, total: int) -> None:
        if not sys.stderr.isatty():
            return
        width = 24
        bar = "█" * (width * done // max(total, 1))
        line = f"{bar:░<{width}} {done}/{total}"
        sys.stderr.write(f"\r\x1b[K{line[: shutil.get_terminal_size().columns - 1]}")
        sys.stderr.flush()

    @staticmethod
    def _clear() -> None:
        if sys.stderr.isatty():
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
