"""What ``manage.py search_index`` does with the index, told line by line."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from portal.text import format_number
from search.index import checking
from search.index.rebuilding import prune, rebuild

Say = Callable[[str], object]


def rebuild_index(options: Mapping[str, Any], say: Say) -> None:
    """
    Raises:
        IndexUnavailable: Elasticsearch does not take it now.
    """

    def progress(done: int, of: int) -> None:
        say(f"{format_number(done)}/{format_number(of)}")

    built = rebuild(progress, afresh=bool(options.get("afresh")))
    told = {"index": built.index, "count": format_number(built.sent), "present": format_number(built.present)}
    say(_("%(index)s is searched now: %(count)s entries sent, %(present)s were there already.") % told)
    for key, reason in built.refused.items():
        say(_("Entry %(key)s was refused: %(reason)s") % {"key": key, "reason": reason})
    for index in built.removed:
        say(_("Removed: %(index)s") % {"index": index})


def prune_indices(_options: Mapping[str, Any], say: Say) -> None:
    """
    Raises:
        IndexUnavailable: Elasticsearch does not answer.
    """
    for index in prune():
        say(_("Removed: %(index)s") % {"index": index})


def check_index(fix: bool, say: Say) -> bool:
    """Database against index; whether all is well, or was mended.

    Raises:
        IndexUnavailable: there is none, or it does not answer.
    """
    checked = checking.check(fix=fix)
    for label, kind in (
        (_("entries that the index lacks"), checking.Kind.MISSING),
        (_("entries of an older version"), checking.Kind.OLD),
        (_("entries with another level"), checking.Kind.TOKEN),
        (_("entries that are gone from the database"), checking.Kind.LEFT),
    ):
        say(f"{label}: {format_number(sum(one.kind is kind for one in checked.found))}")
    return len(checked.found) == checked.fixed


def tell_index(say: Say) -> None:
    """
    Raises:
        IndexUnavailable: Elasticsearch does not answer.
    """
    told = checking.status()
    say(_("Index: %(index)s") % {"index": told.searched or "–"})
    if told.is_outdated:
        say(
            _(
                "The search index was built by an older definition: what is new in this version is not searched yet. Run "
                "“manage.py search_index rebuild”."
            )
        )
    if told.building:
        say(_("Being built: %(index)s") % {"index": told.building})
    counts = {"rows": format_number(told.rows), "documents": format_number(told.documents)}
    say(_("%(rows)s entries in the database, %(documents)s in the index") % counts)
    say(_("Entries that wait to be sent: %(count)s") % {"count": format_number(told.waiting)})
