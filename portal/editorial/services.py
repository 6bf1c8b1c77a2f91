"""What is done in the editorial workflow: approving, carrying an approval on, submitting."""

from collections.abc import Collection, Mapping
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, Revision, Task, Workflow, WorkflowState

from portal.editorial.acting import in_groups, lenders_at
from portal.editorial.authors import authors_since_live, is_author
from portal.editorial.content import digest_of, digest_of_revision
from portal.editorial.errors import ChangedSince, NotAnApprover, NotApproved, NoWorkflow, OwnText
from portal.editorial.models import Approval
from portal.editorial.signals import approval_given
from portal.editorial.workflows import last_task, workflow_of
from portal.publishing import lock_page

Kind = Approval.Kind


@transaction.atomic
def approve(
    thing: Page | Revision, *, by: AbstractUser, kind: Approval.Kind = Kind.APPROVAL, held: bool = False
) -> Approval:
    """Let the content of ``thing``, a revision or the latest of a page, be live; publishing is another step.

    Raises:
        NoWorkflow: no workflow applies to the page.
        NotAnApprover: ``by`` takes no part in the workflow's last step.
        OwnText: ``by`` changed the content since the page was last live.
    """
    page, revision = _page_and_revision(thing)
    lock_page(page.pk)
    workflow = workflow_of(page)
    if workflow is None:
        raise NoWorkflow(_title(page))
    if not may_approve(by, workflow):
        raise NotAnApprover(_title(page))
    authors = authors_since_live(page, revision)
    if by.pk in authors or not _takes_part(by, last_task(workflow), authors):
        if not _may_override(by):
            raise OwnText(_title(page))
        kind = Kind.OVERRIDE
    approval = Approval.objects.create(
        page_id=page.pk,
        revision=revision,
        digest=digest_of_revision(revision) if revision else digest_of(page),
        kind=kind,
        by_id=by.pk,
        workflow=workflow,
        held=held,
    )
    approval.authors.set(authors)
    if kind == Kind.OVERRIDE:
        log(
            instance=page,
            action="portal.four_eyes.override",
            user=by,
            revision=revision,
            data={"approval": approval.pk},
        )
    approval_given.send(sender=Approval, approval=approval)
    return approval


def may_approve(user: AbstractUser, workflow: Workflow) -> bool:
    """Whether ``user`` takes part in the last step of ``workflow``, whatever the text."""
    return bool(user.is_active) and (_takes_part(user, last_task(workflow)) or _may_override(user))


def may_approve_text(user: AbstractUser, page: Page, task: Task) -> bool:
    """Whether ``user`` may approve the latest content of ``page`` at ``task``: he is none of its authors."""
    if _may_override(user):
        return True
    if not user.is_active or is_author(user, page):
        return False
    return in_groups(user, task) or bool(lenders_at(user, task) - authors_since_live(page))


def approve_finished(state: WorkflowState, *, by: AbstractUser | None, held: bool = False) -> Revision:
    """Approve what has come through the last step, and lock it if it is to wait; the revision that may be published.

    What was submitted, seen in the preview and listed is the last step's revision; what goes live is the latest.

    Raises:
        ChangedSince: the two differ.
        FourEyesViolated: as ``approve``; or nobody is named who approves.
    """
    lock_page(int(state.object_id))
    page = Page.objects.get(pk=state.object_id).specific
    latest: Revision = page.get_latest_revision()
    if workflow_of(page) is None:
        return latest  # staff took the workflow off the section meanwhile
    seen = state.current_task_state.revision
    if latest.pk != seen.pk and digest_of_revision(latest) != digest_of_revision(seen):
        raise OwnText(_title(page)) if by is not None and latest.user_id == by.pk else ChangedSince(_title(page))
    if by is None:
        raise NotApproved(_title(page))
    approve(latest, by=by, held=held)
    if held:
        _lock(page, by)
    return latest


def is_approved(page: Page, digest: str, workflow: Workflow) -> bool:
    """Whether somebody who has a say in ``workflow`` approved this content of ``page``; mostly one query."""
    rows = Approval.objects.filter(page_id=page.pk, digest=digest).select_related("by")
    return any(has_a_say(approval, workflow) for approval in rows)


def has_a_say(approval: Approval, workflow: Workflow) -> bool:
    """Whether ``approval`` holds under ``workflow``: given under it, or by someone who might have given it there."""
    if approval.workflow_id == workflow.pk or approval.kind in (Kind.BASELINE, Kind.DEMO):
        return True
    return approval.by is not None and may_approve(approval.by, workflow)


def carry_approval(page: Page, before: str, revision: Revision | None = None) -> None:
    """The portal itself completed ``page``, whose content had the digest ``before``: the approval covers the rest.

    Only what writes by rule and asks nobody calls this, such as the date of the first publication.
    """
    approval = Approval.objects.filter(page_id=page.pk, digest=before).order_by("-pk").first()
    if approval is not None:
        completed = Approval(
            page_id=page.pk, revision=revision, digest=digest_of(page), by_id=approval.by_id, kind=Kind.COMPLETION
        )
        completed.workflow_id = approval.workflow_id
        completed.save()


def vouch_for(
    contents: Mapping[Page, str], *, by: AbstractUser | None, kind: Approval.Kind, workflow: Workflow | None = None
) -> None:
    """Write approvals for pages made together with them, such as the demo's; ``contents`` has their digests.

    Whoever names a ``workflow`` has asked that ``by`` may approve there and wrote none of the pages.
    """
    by_id = by.pk if by is not None else None
    Approval.objects.bulk_create(
        Approval(
            page_id=page.pk,
            revision_id=page.latest_revision_id,
            digest=digest,
            kind=kind,
            by_id=by_id,
            workflow=workflow,
        )
        for page, digest in contents.items()
    )


def release(page: Page) -> None:
    """Take off the lock of a page that the chief editor had held ready and that is published now."""
    held = Approval.objects.filter(page_id=page.pk, held=True, digest=digest_of(page)).exists()
    if held:
        page.locked, page.locked_by, page.locked_at = False, None, None
        page.save(update_fields=["locked", "locked_by", "locked_at"], clean=False)


def submit(page: Page, *, by: AbstractUser | None) -> WorkflowState | None:
    """Send the latest revision of ``page`` for review, or again after it was returned; no workflow, no state."""
    state: WorkflowState | None = page.current_workflow_state
    if state is not None:
        if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
            state.resume(user=by)
        return state
    workflow = workflow_of(page)
    return workflow.start(page, by) if workflow is not None else None


def _takes_part(user: AbstractUser, task: Task | None, authors: Collection[int] = ()) -> bool:
    """Whoever stands in for an author gets no right by that: the author has none to lend."""
    return in_groups(user, task) or bool(lenders_at(user, task).difference(authors))


def _may_override(user: AbstractUser) -> bool:
    return bool(user.is_superuser and user.is_active and settings.FOUR_EYES_SUPERUSER_MAY_OVERRIDE)


def _page_and_revision(thing: Page | Revision) -> tuple[Page, Revision | None]:
    if isinstance(thing, Revision):
        return thing.content_object.specific, thing
    page = thing.specific
    return page, page.get_latest_revision()


def _lock(page: Any, by: AbstractUser) -> None:
    page.locked, page.locked_by, page.locked_at = True, by, timezone.now()
    page.save(update_fields=["locked", "locked_by", "locked_at"], clean=False)


def _title(page: Page) -> str:
    title: str = page.get_admin_display_title()
    return title
