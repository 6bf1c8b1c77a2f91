"""What Wagtail writes down and does not forget by itself."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from wagtail.admin.models import EditingSession

from portal.registry import ScheduledJob


def forget_editing() -> str:
    """The scheduler's job: who had which page open, once that is long ago."""
    EditingSession.cleanup()
    return ""


JOB = ScheduledJob("forget_editing", _("Forgetting who had which page open"), timedelta(days=1), forget_editing)
