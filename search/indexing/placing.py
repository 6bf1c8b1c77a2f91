"""Paths and tokens of many entries at once, when a page was moved, closed or opened: no text is read."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.db import transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from wagtail.models import Page

from portal.access.restrictions import PUBLIC, Restrictions
from portal.access.tokens import under
from portal.outbox.numbers import next_number
from search.indexing.comparing import not_entered
from search.indexing.effects import project_later, tell_index
from search.indexing.parts import parts
from search.models import StoredEntry
from search.projection.pages import can_be_found
from search.signals import entries_removed, levels_changed

_AT_ONCE = 500
#: An alias of an alias of an alias: more nobody makes.
_MOST_ALIASES = 5
#: So many places are looked up by the beginning of a path; for more all entries are read.
_FEW = 20


def place(pages: Collection[int]) -> int:
    """Bring paths and tokens of the entries at and below ``pages``, and of their aliases, up to date.

    What nobody may find any more goes; what may be found again is projected by effects. Returns how many changed.
    """
    roots = _with_aliases(set(Page.objects.filter(pk__in=pages).values_list("path", flat=True)))
    entries = StoredEntry.objects.filter(_at(roots, "page__path"))
    changed: set[int] = set()
    with transaction.atomic():
        moved = list(entries.exclude(path=F("page__path")).values_list("pk", flat=True))
        changed |= _update(moved, path=Subquery(Page.objects.filter(pk=OuterRef("page_id")).values("path")[:1]))
        for token, several in _other_tokens(entries).items():
            if can_be_found(token):
                changed |= _update(several, token=token)
                levels_changed.send(StoredEntry, pages=several, token=token)
            else:
                changed -= _remove(several)
        tell_index(sorted(changed))
        project_later(not_entered(_at(roots, "path")))
    return len(changed)


def _update(ids: Iterable[int], **values: Any) -> set[int]:
    """The number is drawn while the rows are held: no newer one is overwritten."""
    done: set[int] = set()
    for part in parts(sorted(ids), _AT_ONCE):
        rows = StoredEntry.objects.filter(pk__in=part)
        held = list(rows.select_for_update().order_by("pk").values_list("pk", flat=True))
        rows.filter(pk__in=held).update(**values, version=next_number(), digest="")
        done.update(held)
    return done


def _remove(ids: Collection[int]) -> set[int]:
    for part in parts(ids, _AT_ONCE):
        StoredEntry.objects.filter(pk__in=part).delete()
        entries_removed.send(StoredEntry, pages=part)
    return set(ids)


def _other_tokens(entries: QuerySet[StoredEntry]) -> dict[str, list[int]]:
    """The entries with a token that is not theirs, by the one that is. No open entry of an open page is read."""
    tree = Restrictions.now().pages
    suspects = entries.filter(~Q(token=PUBLIC) | under(tree.own, "page__path"))
    found: defaultdict[str, list[int]] = defaultdict(list)
    for pk, path, token in suspects.values_list("pk", "page__path", "token").iterator():
        if (now := tree.token(path)) != token:
            found[now].append(pk)
    return found


def _with_aliases(paths: set[str]) -> set[str]:
    """These paths and those of aliases of what lies there: an alias asks what its original asks."""
    found, newest = set(paths), set(paths)
    for _step in range(_MOST_ALIASES):
        if not newest:
            break
        aliases = Page.objects.filter(_at(newest, "alias_of__path"), alias_of__gt=0).values_list("path", flat=True)
        newest = set(aliases) - found
        found |= newest
    return found


def _at(paths: Collection[str], field: str) -> Q:
    """At or below one of ``paths``."""
    if not paths:
        return Q(pk__in=[])
    if len(paths) > _FEW:
        return under(paths, field)
    return reduce(or_, (Q(**{f"{field}__startswith": path}) for path in paths))
