"""Who took part in a text, and whose turn it is."""

from collections.abc import Collection
from datetime import datetime

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import AbstractGroupApprovalTask, Comment, CommentReply, Page, PageLogEntry, Task, WorkflowState

from portal.editorial.duties.models import Absence
from portal.editorial.models import Approval

_PUBLISHED = ("wagtail.publish", "wagtail.publish.scheduled")
#: Approvals that stand for somebody who read the text.
_READ = (Approval.Kind.APPROVAL, Approval.Kind.OVERRIDE)


def took_part(page: Page, *, rounds: int = 1) -> set[int]:
    """Ids of who began ``page``, and who wrote, submitted, decided or remarked since it was published last.

    ``rounds=2``: since the publication before, for what happens to a published text.
    """
    since = _published_before(page, rounds)
    states = WorkflowState.objects.for_instance(page)
    revisions = page.revisions.all()
    approvals = Approval.objects.filter(page_id=page.pk, kind__in=_READ)
    comments = Comment.objects.filter(page_id=page.pk)
    replies = CommentReply.objects.filter(comment__page_id=page.pk)
    if since is not None:
        states = states.filter(created_at__gt=since)
        revisions = revisions.filter(created_at__gt=since)
        approvals = approvals.filter(at__gt=since)
        comments = comments.filter(created_at__gt=since)
        replies = replies.filter(created_at__gt=since)
    people = {page.owner_id, *revisions.order_by().values_list("user", flat=True).distinct()}
    for submitter, decider in states.order_by().values_list("requested_by", "task_states__finished_by"):
        people |= {submitter, decider}
    people |= set(approvals.values_list("by", flat=True))
    people |= set(comments.values_list("user", flat=True)) | set(replies.values_list("user", flat=True))
    return {person for person in people if person is not None}


def whose_turn(task: Task) -> QuerySet[User]:
    """The people of the groups that carry ``task`` out."""
    step = task.specific
    people = get_user_model().objects.filter(is_active=True)
    if not isinstance(step, AbstractGroupApprovalTask):
        return people.none()
    return people.filter(groups__in=step.groups.all()).distinct()


def with_substitutes(people: Collection[User]) -> list[User]:
    """``people``, and whoever stands in today for those of them who are absent."""
    absent = Absence.objects.on(timezone.localdate()).filter(person__in=[person.pk for person in people])
    known = {person.pk for person in people}
    others = get_user_model().objects.filter(is_active=True, pk__in=absent.values("substitute")).exclude(pk__in=known)
    return [*people, *others]


def _published_before(page: Page, rounds: int) -> datetime | None:
    moments = PageLogEntry.objects.filter(page=page.pk, action__in=_PUBLISHED).order_by("-timestamp")
    found = list(moments.values_list("timestamp", flat=True)[:rounds])
    return found[-1] if len(found) == rounds else None
