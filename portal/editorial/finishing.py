"""What happens when a workflow has ended well. Wagtail imports this while its models load: no imports here."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from wagtail.models import WorkflowState


def finish_workflow(state: "WorkflowState", user: "AbstractUser | None" = None) -> None:
    """For ``WAGTAIL_FINISH_WORKFLOW_ACTION``, in the transaction that ends ``state``: the approval, then publication.

    Whoever took the last step approves, whatever kind of task it is. A page that the chief editor holds ready
    (``state.held``) is locked instead of published.

    Raises:
        FourEyesViolated: that person may not approve this text, or it changed after it was submitted to him.
    """
    from portal.editorial.acting import in_groups, lenders_at
    from portal.editorial.services import approve_finished
    from portal.editorial.workflows import last_task

    held = getattr(state, "held", False)
    revision = approve_finished(state, by=user, held=held)
    if not held:
        task = last_task(state.workflow)
        lent = user is not None and not in_groups(user, task) and bool(lenders_at(user, task))  # with the step itself
        revision.publish(user=user, skip_permission_checks=lent)
