"""Who wrote what is to be approved: by content, since Wagtail saves by itself.

A save that changes nothing of what readers see makes nobody an author. Content that comes back from the history counts
for whoever brought it back and for whoever wrote it first.
"""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractUser
from django.db.models import Q
from wagtail.models import Page, PageLogEntry, Revision

from portal.editorial.content import digest
from portal.editorial.models import Approval

_PUBLISHED = ("wagtail.publish", "wagtail.publish.scheduled")


@dataclass(frozen=True)
class _Version:
    pk: int
    user: int | None
    digest: str


def authors_since_live(page: Page, revision: Revision | None = None) -> set[int]:
    """Ids of those who changed what readers see between the last live revision of ``page`` and ``revision``.

    Without ``revision`` the latest counts. A revision older than the live one was passed over then: all who ever wrote
    up to it count. Changes that no person made (the importer's) count for nobody.
    """
    versions = _versions(page, revision)
    if not versions:
        return {page.owner_id} - {None}
    approved = set(Approval.objects.filter(page_id=page.pk).values_list("digest", flat=True))
    since = _after_live(page, versions)
    first: dict[str, int | None] = {}
    authors: set[int | None] = set()
    previous = versions[since - 1].digest if since else ""
    for number, version in enumerate(versions):
        first.setdefault(version.digest, version.user)
        if number < since:
            continue
        if version.digest != previous:
            authors.add(version.user)
            if version.digest not in approved:
                authors.add(first[version.digest])
        previous = version.digest
    return {author for author in authors if author is not None}


def is_author(user: AbstractUser, page: Page) -> bool:
    """Whether ``user`` is among the authors; one query for all who never saved the page."""
    if not page.latest_revision_id:
        return bool(page.owner_id == user.pk)
    return page.revisions.filter(user=user).exists() and user.pk in authors_since_live(page)


def _versions(page: Page, revision: Revision | None) -> list[_Version]:
    model = page.specific_class
    revisions = page.revisions.order_by("created_at", "pk")
    if revision is not None:
        until = revision.created_at
        revisions = revisions.filter(Q(created_at__lt=until) | Q(created_at=until, pk__lte=revision.pk))
    rows = revisions.values_list("pk", "user_id", "content")
    return [_Version(pk, user, digest(model, content)) for pk, user, content in rows.iterator(chunk_size=50)]


def _after_live(page: Page, versions: list[_Version]) -> int:
    """The number of the first version after the last that was live; 0 where none of these was."""
    live = page.live_revision_id or _last_published(page)
    numbers = {version.pk: number for number, version in enumerate(versions)}
    is_older = live is not None and live not in numbers
    return 0 if live is None or is_older else numbers[live] + 1


def is_older_than_live(revision: Revision, page: Page) -> bool:
    """Whether ``page`` was live with a later version than ``revision``, so that its authors no longer count."""
    live = Revision.objects.filter(pk=page.live_revision_id or _last_published(page)).first()
    return live is not None and (revision.created_at, revision.pk) < (live.created_at, live.pk)


def _last_published(page: Page) -> int | None:
    """The revision that was live last, of a page that was taken down."""
    entries = PageLogEntry.objects.filter(page=page.pk, action__in=_PUBLISHED, revision__isnull=False)
    return entries.order_by("-timestamp", "-pk").values_list("revision_id", flat=True).first()
