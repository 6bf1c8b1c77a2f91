"""What the packages underneath write down and do not forget by themselves."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult
from wagtail.admin.models import EditingSession

#: So long a task that ended is remembered, and so long one that a dead process left unfinished.
ENDED, LEFT = timedelta(days=14), timedelta(days=60)


def forget_task_results() -> str:
    """The scheduler's job: tasks that ended, and those that have said for two months that they are running."""
    now = timezone.now()
    ended = DBTaskResult.objects.filter(finished_at__lt=now - ENDED)
    left = DBTaskResult.objects.filter(finished_at=None, started_at__lt=now - LEFT)
    count = sum(rows.delete()[0] for rows in (ended, left))
    EditingSession.cleanup()
    return _("%(count)d old tasks forgotten") % {"count": count} if count else ""
