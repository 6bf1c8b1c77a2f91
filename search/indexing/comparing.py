"""Pages and entries side by side: which are missing, stale, misplaced, or there for no page.

Compared are numbers, live revisions, places and tokens. What changes an entry and none of these (a status, the text of
a file, the name of an issuer) is told by effects alone.
"""

from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, OuterRef, Q
from wagtail.models import Page

from portal.access.restrictions import PUBLIC, Restrictions
from portal.access.tokens import under
from search.models import StoredEntry
from search.projection.pages import RULES, can_be_found, searched_types


@dataclass(frozen=True)
class Difference:
    """The numbers of pages whose entries are not as they should be."""

    missing: list[int] = field(default_factory=list)
    stale: list[int] = field(default_factory=list)
    misplaced: list[int] = field(default_factory=list)
    superfluous: list[int] = field(default_factory=list)

    @property
    def all(self) -> list[int]:
        return sorted({*self.missing, *self.stale, *self.misplaced, *self.superfluous})

    def __bool__(self) -> bool:
        return bool(self.all)


def difference() -> Difference:
    """What is to be mended: five queries, however many pages there are."""
    superfluous = _superfluous()
    there = StoredEntry.objects.exclude(pk__in=superfluous) if superfluous else StoredEntry.objects.all()
    same = Q(revision=F("page__live_revision")) | Q(revision=None, page__live_revision=None)
    return Difference(
        missing=not_entered(),
        stale=list(there.filter(~same | ~Q(projection=RULES)).order_by("pk").values_list("pk", flat=True)),
        misplaced=sorted({*there.exclude(path=F("page__path")).values_list("pk", flat=True), *_with_other_token()}),
        superfluous=superfluous,
    )


def not_entered(which: Q | None = None) -> list[int]:
    """Live pages that may be found, among ``which``, and have no entry."""
    tree = Restrictions.now().pages
    pages = Page.objects.filter(which or Q(), live=True, content_type__in=_searched())
    lacking = pages.filter(~Exists(StoredEntry.objects.filter(pk=OuterRef("pk")))).order_by("pk")
    rows = lacking.values_list("pk", "path").iterator()
    return [pk for pk, path in rows if can_be_found(tree.token(path))]


def _superfluous() -> list[int]:
    tree = Restrictions.now().pages
    never = {path for path in tree.own if not can_be_found(tree.token(path))}
    gone = ~Q(page__live=True) | ~Q(page__content_type__in=_searched()) | under(never, "page__path")
    return list(StoredEntry.objects.filter(gone).order_by("pk").values_list("pk", flat=True))


def _with_other_token() -> list[int]:
    tree = Restrictions.now().pages
    suspects = StoredEntry.objects.filter(~Q(token=PUBLIC) | under(tree.own, "page__path"))
    rows = suspects.values_list("pk", "page__path", "token").iterator()
    return [pk for pk, path, token in rows if tree.token(path) != token and can_be_found(tree.token(path))]


def _searched() -> list[int]:
    return [kind.pk for kind in ContentType.objects.get_for_models(*searched_types()).values()]
