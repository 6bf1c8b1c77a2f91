"""Nothing goes live that only its author has seen: checked where all roads end, when a page is saved or moved.

Forms, workflow, bulk actions, the admin's API, copies, aliases, the scheduler and code of our own all save a page to
make it live. A move does not, and is checked before it happens for all that moves along. What is live stands in the
tables; whoever writes past the models is found by ``violations``.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db.models import ProtectedError
from wagtail.models import Page, Revision, Workflow, WorkflowPage

from portal.editorial.authors import is_older_than_live
from portal.editorial.content import content_names, digest_of, digest_of_revision, stored_digests
from portal.editorial.errors import AliasNotApproved, NotApproved, PlaceNotApproved
from portal.editorial.models import Approval
from portal.editorial.remembered import digests_of, forget_absent
from portal.editorial.services import has_a_say, is_approved, may_approve
from portal.editorial.workflows import workflow_at, workflow_of

_ALIAS = frozenset({"alias_of", "alias_of_id"})
_MAKES_LIVE = _ALIAS | {"live"}
_BATCH = 300
_NAMED = 3


@contextmanager
def approved_to_be_live(page: Page, update_fields: Collection[str] | None = None) -> Iterator[None]:
    """Around the saving of ``page``, of its own type: mostly two queries, none where nothing that counts is saved.

    Raises:
        NotApproved: the page would be live under a workflow with content that has no approval.
        AliasNotApproved: an alias would become a page of its own, and nobody approved what it shows.
    """
    approval = _required(page, update_fields)
    yield
    if approval is not None:
        approval.page_id = page.pk
        approval.save()


def _required(page: Page, update_fields: Collection[str] | None) -> Approval | None:
    """The approval to be written once the page is saved, for an alias that follows its original."""
    becomes_its_own = update_fields is not None and not page.alias_of_id and not _ALIAS.isdisjoint(update_fields)
    if not (page.live or becomes_its_own) or not (update_fields is None or _counts(page, update_fields)):
        return None
    workflow = workflow_of(page)
    if workflow is None:
        return None
    saved = page if update_fields is None else _as_it_will_be(page, update_fields)
    digest = digest_of(saved)
    if page.pk and (is_approved(page, digest, workflow) or _readers_have(page, digest)):
        return None
    if not page.live:
        raise AliasNotApproved(page.title)
    approval = _as_of_original(saved, workflow, digest) if page.alias_of_id else None
    if approval is None:
        raise NotApproved(page.title)
    return approval


def _readers_have(page: Page, digest: str) -> bool:
    """Whether this content is live now, approved under a workflow exchanged since: only its next change is asked."""
    if not Page.objects.filter(pk=page.pk, live=True, approvals__digest=digest).exists():
        return False
    return stored_digests(type(page), [page.pk])[page.pk] == digest


def _counts(page: Page, update_fields: Collection[str]) -> bool:
    return not (_MAKES_LIVE | content_names(type(page))).isdisjoint(update_fields)


def _as_it_will_be(page: Page, update_fields: Collection[str]) -> Page:
    """What the tables hold, with the fields that are about to be saved."""
    stored: Page = type(page)._default_manager.get(pk=page.pk)
    children = {accessor for accessor in content_names(type(page)) if hasattr(getattr(page, accessor, None), "commit")}
    for name in content_names(type(page)).intersection(update_fields):
        value = getattr(page, name)
        setattr(stored, name, list(value.all()) if name in children else value)
    return stored


def _as_of_original(alias: Page, workflow: Workflow, digest: str) -> Approval | None:
    """An alias shows what its original was approved with, if the approver has a say where the alias stands."""
    original = Page.objects.filter(pk=alias.alias_of_id).first()
    if original is None:
        return None
    rows = Approval.objects.filter(page=original, digest=digest_of(alias, slug=original.slug)).select_related("by")
    same = workflow_of(original) == workflow
    for row in rows:
        if same or (row.by is not None and may_approve(row.by, workflow)):
            return Approval(digest=digest, kind=Approval.Kind.ALIAS, by_id=row.by_id, workflow=workflow)
    return None


def applies_to(page: Page) -> bool:
    """Whether ``page`` may be live only with an approval."""
    return workflow_of(page) is not None


def applies_below(parent: Page) -> bool:
    """Whether pages made under ``parent`` may."""
    return workflow_of(parent) is not None


def lacks_approval(page: Page) -> bool:
    """Whether the latest content of ``page`` could not be published as it is."""
    workflow = workflow_of(page)
    if workflow is None:
        return False
    revision = page.get_latest_revision()
    digest = digest_of_revision(revision) if revision is not None else digest_of(page.specific)
    return not is_approved(page, digest, workflow)


def require_approved_schedule(revision: Revision) -> None:
    """Before the scheduler is told to publish ``revision``: nobody shall find out only when its time has come.

    Raises:
        NotApproved: it could not be published as it is.
    """
    page = revision.as_object()
    if isinstance(page, Page):
        page.live = True
        _required(page, None)


def require_told_authors(revision: Revision) -> None:
    """Before ``revision`` is deleted: who wrote what is not yet approved is known by the versions since the live one.

    Raises:
        ProtectedError: it is one of these. ``manage.py purge_revisions`` then leaves it.
    """
    model = revision.content_type.model_class()
    page = Page.objects.filter(pk=revision.object_id).first() if model and issubclass(model, Page) else None
    if page is not None and not is_older_than_live(revision, page):
        raise ProtectedError("tells who wrote what is not yet approved", {revision})


def require_approval_of_row(page: Page) -> None:
    """Where Wagtail saves the part of a page that all types share: as ``approved_to_be_live``, if that part changed.

    Raises:
        NotApproved: as there.
    """
    names = content_names(Page)
    stored = Page.objects.filter(pk=page.pk).first()
    if stored is None or not page.live:
        return
    if stored.live and all(getattr(stored, name) == getattr(page, name) for name in names):
        return
    specific = stored.specific
    for name in ("live", *names):
        setattr(specific, name, getattr(page, name))
    _required(specific, None)


def require_place(page: Page, destination: Page) -> None:
    """Before ``page`` and all below it move under ``destination``.

    Raises:
        PlaceNotApproved: live pages would come under another workflow, and nobody who has a say there approved them.
    """
    subtree = Page.objects.filter(path__startswith=page.path, live=True)
    inside = [
        row.page.path
        for row in WorkflowPage.objects.filter(page__path__startswith=page.path, workflow__active=True).select_related(
            "page"
        )
    ]
    for path in inside:
        subtree = subtree.exclude(path__startswith=path)
    refused: list[int] = []
    parent = page.path[: -Page.steplen]
    for model, ids in _by_type(subtree).items():
        after = workflow_at(destination.path, model._meta.label)
        if after is not None and after != workflow_at(parent, model._meta.label):
            refused += _without_approval(model, ids, after)
    if refused:
        titles = Page.objects.filter(pk__in=refused).order_by("path").values_list("title", flat=True)[:_NAMED]
        raise PlaceNotApproved(list(titles), len(refused))


def violations() -> list[Page]:
    """Live pages under a workflow whose live content has no approval, in the order of the tree."""
    found: list[int] = []
    forget_absent()
    for model, ids in _by_type(Page.objects.filter(live=True)).items():
        found += _without_approval(model, _governed(model, ids), None, remember=True)
    return list(Page.objects.filter(pk__in=found).order_by("path"))


def _by_type(pages: Any) -> dict[type[Page], list[int]]:
    ids: dict[type[Page], list[int]] = defaultdict(list)
    page_types = {model._meta.label_lower: model for model in apps.get_models() if issubclass(model, Page)}
    rows = pages.order_by("path").values_list("pk", "content_type__app_label", "content_type__model")
    for pk, app, name in rows:
        model = page_types.get(f"{app}.{name}")
        if model is not None and model is not Page:
            ids[model].append(pk)
    return ids


def _governed(model: type[Page], ids: list[int]) -> list[int]:
    """Those under a workflow. One that belongs to the type applies to all of them; else the tree says."""
    if workflow_at("", model._meta.label) is not None:
        return ids
    places = tuple(WorkflowPage.objects.filter(workflow__active=True).values_list("page__path", flat=True))
    paths = Page.objects.filter(pk__in=ids) if len(ids) <= _BATCH else Page.objects.filter(live=True)
    wanted = set(ids)
    rows = paths.order_by("path").values_list("pk", "path")
    return [pk for pk, path in rows if pk in wanted and path.startswith(places)] if places else []


def _without_approval(
    model: type[Page], ids: list[int], workflow: Workflow | None, *, remember: bool = False
) -> list[int]:
    """Those whose stored content nobody approved, or with ``workflow`` nobody who has a say in it."""
    missing: list[int] = []
    says: dict[tuple[int | None, int | None, str], bool] = {}
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        digests = digests_of(model, batch, remember=remember)
        of_these = Approval.objects.filter(page_id__in=batch)
        if workflow is None:
            rows = of_these.values_list("page_id", "digest")
            approved = {page_id for page_id, digest in rows if digests.get(page_id) == digest}
        else:
            approved = {
                row.page_id
                for row in of_these.select_related("by")
                if digests.get(row.page_id) == row.digest and _has_a_say(row, workflow, says)
            }
        missing += [pk for pk in batch if pk not in approved]
    return missing


def _has_a_say(approval: Approval, workflow: Workflow, known: dict[tuple[int | None, int | None, str], bool]) -> bool:
    """As ``has_a_say``, asked once for all approvals of one person under one workflow."""
    alike = (approval.workflow_id, approval.by_id, approval.kind)
    if alike not in known:
        known[alike] = has_a_say(approval, workflow)
    return known[alike]
