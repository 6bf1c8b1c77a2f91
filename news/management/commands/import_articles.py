"""``manage.py import_articles PATH… [--section SLUG] [--publish [--approved-by USER]|--draft] [--dry-run]``"""

import logging
import os
import shutil
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from news.importers.printing import counts, field_lines, outcome_lines
from news.importers.services import NoSection, Outcome, Plan, Report, default_section, find_section, import_file
from news.models import Section
from portal.editorial.services import may_approve

logger = logging.getLogger(__name__)

_PAGES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".shtml", ".aspx", ".asp", ".php", ".jsp"})
# Browsers put what belongs to a saved page into a folder of this kind.
_COMPANIONS = ("_files", ".files", "_tep")
_INTERRUPTED = 130


class Command(BaseCommand):
    """Import pages saved from old portals.

    Exit codes: 0, also when files were refused (they are listed and counted); 1 for wrong arguments; 130 when
    interrupted.
    """

    help = "Import saved pages (text or HTML, files or folders) as articles. Drafts, unless --publish is given."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", nargs="+", metavar="PATH", type=Path, help="a saved page, or a folder of saved pages"
        )
        parser.add_argument(
            "--section", metavar="SLUG", help="put all articles here, whatever section their pages name"
        )
        state = parser.add_mutually_exclusive_group()
        state.add_argument("--publish", action="store_true", help="publish what has a title, corrections included")
        state.add_argument(
            "--draft",
            action="store_true",
            help="leave everything as drafts (the default); a correction of a published article waits as a draft above it",
        )
        parser.add_argument(
            "--approved-by",
            metavar="USER",
            help="the chief editor who approves what is published; without, it is submitted for review instead",
        )
        parser.add_argument("--dry-run", action="store_true", help="show every field with its line, write nothing")

    def handle(
        self, *args: Any, paths: Sequence[Path], section: str | None, publish: bool, dry_run: bool, **options: Any
    ) -> None:
        files, reports = self._files(paths)
        place = self._section(section)
        approver = self._approver(options["approved_by"], place or default_section())
        plan = Plan(publish=publish, approved_by=approver, dry_run=dry_run)
        for refused in reports:
            for line in outcome_lines(refused):
                self.stdout.write(line)
        interrupted = False
        try:
            for done, path in enumerate(files):
                self._progress(done, len(files), path)
                report = self._import(path, place, plan)
                reports.append(report)
                self._clear()
                for line in outcome_lines(report, notes=not dry_run):
                    self.stdout.write(line)
                if dry_run:
                    for line in field_lines(report):
                        self.stdout.write(line)
        except KeyboardInterrupt:
            interrupted = True
            self._clear()
            self.stdout.write(_("Interrupted: the files above are done, run the same command again for the rest."))
        if dry_run:
            self.stdout.write(_("This was a trial run: nothing was written."))
        self._end(reports)
        if interrupted:
            sys.exit(_INTERRUPTED)

    def _files(self, paths: Sequence[Path]) -> tuple[list[Path], list[Report]]:
        """The files to import, and the refusals of folders that cannot be read."""
        missing = [str(path) for path in paths if not _exists(path)]
        if missing:
            raise CommandError(_("There is no file or folder %(paths)s.") % {"paths": ", ".join(missing)})
        files: dict[Path, None] = {}
        refused: list[Report] = []
        skipped = 0
        for path in paths:
            if not _is_folder(path):
                files[path] = None
                continue
            for found in _below(path, refused):
                if found.suffix.lower() in _PAGES:
                    files[found] = None
                else:
                    skipped += 1
        if skipped:
            self.stdout.write(
                _("%(count)d files in the folders are neither text nor HTML and were passed over.") % {"count": skipped}
            )
        return list(files), refused

    def _section(self, slug: str | None) -> Section | None:
        try:
            if slug:
                return find_section(slug)
            default_section()
        except NoSection as error:
            raise CommandError(str(error)) from error
        return None

    def _end(self, reports: Sequence[Report]) -> None:
        if waiting := sum(report.waits for report in reports):
            said = _("%(count)d articles wait for approval: no chief editor was named with --approved-by.")
            self.stdout.write(said % {"count": waiting})
        self.stdout.write(counts(reports))

    def _approver(self, name: str | None, section: Section) -> AbstractUser | None:
        if not name:
            return None
        user: AbstractUser | None = get_user_model().objects.filter(username=name).first()
        workflow = section.get_workflow()
        if user is None or (workflow is not None and not may_approve(user, workflow)):
            raise CommandError(
                _("“%(name)s” does not approve articles for publication. Name a chief editor.") % {"name": name}
            )
        return user

    def _import(self, path: Path, section: Section | None, plan: Plan) -> Report:
        try:
            return import_file(path, section=section, plan=plan)
        except Exception as error:
            logger.exception("Importing %s failed", path)
            reason = _("an error of the importer (%(error)s); nothing was written. Report it with the file.")
            return Report(path, Outcome.REFUSED, reason % {"error": f"{type(error).__name__}: {error}"[:200]})

    def _progress(self, done: int, total: int, path: Path) -> None:
        if not self._shows_progress():
            return
        width = 24
        bar = "█" * (width * done // max(total, 1))
        line = f"{bar:░<{width}} {done}/{total} {path.name}"
        sys.stderr.write(f"\r\x1b[K{line[: shutil.get_terminal_size().columns - 1]}")
        sys.stderr.flush()

    def _clear(self) -> None:
        if self._shows_progress():
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    @staticmethod
    def _shows_progress() -> bool:
        return sys.stderr.isatty()


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except PermissionError:  # of a folder above it: the import says so of this file
        return True


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except PermissionError:
        return False


def _below(folder: Path, refused: list[Report]) -> Iterator[Path]:
    """All files of ``folder`` in the order of their names, without hidden ones and the companions of saved pages.

    A folder that cannot be read is added to ``refused``.
    """
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=lambda one: one.name)
    except OSError as error:
        reason = _("The folder cannot be read (%(error)s). Check that you may read it, then run the command again.")
        reason %= {"error": error.strerror or type(error).__name__}
        refused.append(Report(folder, Outcome.REFUSED, reason))
        return
    for entry in inside:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.lower().endswith(_COMPANIONS):
                yield from _below(folder / entry.name, refused)
        elif entry.is_file(follow_symlinks=False) or entry.is_symlink():
            yield folder / entry.name
