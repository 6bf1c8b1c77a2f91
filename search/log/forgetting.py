"""The log forgets: what one person alone asked sooner, the rest when no report looks at it any more."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.registry import ScheduledJob
from search.log.models import ClickDay, QueryDay

#: Reports look back ninety days.
KEPT = timedelta(days=92)
#: Rare words may be a name, and teach little.
RARE_KEPT = timedelta(days=30)


def forget_queries() -> str:
    """The scheduler's job."""
    today = timezone.localdate()
    deleted = sum(model.objects.filter(day__lt=today - KEPT).delete()[0] for model in (QueryDay, ClickDay))
    rare = QueryDay.objects.filter(day__lt=today - RARE_KEPT, searches__lte=1)
    deleted += rare.delete()[0]
    return _("%(count)d counts of searches forgotten") % {"count": deleted}


JOB = ScheduledJob(
    "forget_queries", gettext_lazy("Forgetting what was searched for"), timedelta(days=1), forget_queries
)
