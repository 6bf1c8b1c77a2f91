"""The verbs of ``manage.py search_index``."""

from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from portal.registry import Registry
from portal.text import format_number
from search.indexing.comparing import Difference, difference
from search.indexing.syncing import mend
from search.language.learning import learn
from search.models import LearnedSyllables, StoredEntry

#: Shows a line.
Say = Callable[[str], object]


class NotInOrder(Exception):
    """A check found something; the command ends with an error."""


@dataclass(frozen=True)
class Verb:
    """One verb. ``run`` is given the options, and how to say a line."""

    name: str
    help: str
    run: Callable[[Mapping[str, Any], Say], None]
    add_arguments: Callable[[ArgumentParser], object] = lambda parser: None


@dataclass(frozen=True)
class Part:
    """What ``check`` and ``status`` ask: ``check`` says what is wrong, and whether all is well or was mended."""

    name: str
    check: Callable[[bool, Say], bool]
    status: Callable[[Say], None]


verbs: Registry[Verb] = Registry("verb of search_index")
parts_of_the_index: Registry[Part] = Registry("part of the search index")


def sync(options: Mapping[str, Any], say: Say) -> None:
    """Project all that is missing or stale; stopped half-way, it goes on where it was."""
    found = difference()
    changed = mend(found, lambda done, total: _progress(done, total, say))
    say(_("%(count)s entries written.") % {"count": format_number(changed)})
    if found or options["learn"] or not LearnedSyllables.objects.exists():
        learned = learn()
        say(_("Syllables learned from %(count)s entries.") % {"count": format_number(learned.entries)})


def check(options: Mapping[str, Any], say: Say) -> None:
    """
    Raises:
        NotInOrder: pages and entries differ, or entries and index do, and nothing was mended.
    """
    well = [part.check(options["fix"], say) for part in parts_of_the_index]
    if not all(well):
        raise NotInOrder(_("Not all is in order. Mend it with: search_index check --fix"))


def status(options: Mapping[str, Any], say: Say) -> None:
    for part in parts_of_the_index:
        part.status(say)


def check_entries(fix: bool, say: Say) -> bool:
    """Pages against entries; whether all is well, or was mended."""
    found = difference()
    _tell(found, say)
    if not found:
        return True
    if fix:
        changed = mend(found, lambda done, total: _progress(done, total, say))
        say(_("%(count)s entries written.") % {"count": format_number(changed)})
        return not difference()
    return False


def _tell(found: Difference, say: Say) -> None:
    for label, several in (
        (_("pages without an entry"), found.missing),
        (_("entries of another version of the page"), found.stale),
        (_("entries with another place or level"), found.misplaced),
        (_("entries of no page"), found.superfluous),
    ):
        say(f"{label}: {format_number(len(several))}")


def tell_entries(say: Say) -> None:
    say(_("Entries: %(count)s") % {"count": format_number(StoredEntry.objects.count())})
    learned = LearnedSyllables.objects.order_by("-pk").first()
    if learned is not None:
        told = {"count": format_number(learned.entries), "when": f"{learned.learned_at:%d/%m/%Y %H:%M}"}
        say(_("Syllables learned from %(count)s entries on %(when)s") % told)


def _progress(done: int, total: int, say: Say) -> None:
    """A line for each tenth of much work."""
    if total >= 1000 and (done == total or done * 10 // total != max(0, done - 25) * 10 // total):
        say(f"{format_number(done)}/{format_number(total)}")


def register() -> None:
    """Called when the app is ready."""
    verbs.register(
        Verb(
            "sync",
            "enter all pages that are missing or stale",
            sync,
            lambda parser: parser.add_argument("--learn", action="store_true", help="learn syllables anew in any case"),
        )
    )
    verbs.register(
        Verb(
            "check",
            "compare pages, entries and index",
            check,
            lambda parser: parser.add_argument("--fix", action="store_true", help="mend what differs"),
        )
    )
    verbs.register(Verb("status", "say how much is entered", status))
    parts_of_the_index.register(Part("entries", check_entries, tell_entries))
