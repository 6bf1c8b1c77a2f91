"""``/healthz``: whether this installation does its work, for whatever watches it. It says nothing else."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.models import JobRun
from portal.registry import Registry

logger = logging.getLogger(__name__)

#: The job that must run every ten seconds, whatever else the scheduler does.
PUBLISHING = "publish_scheduled"
#: Not having run for this long it stands still.
SCHEDULER_SILENT = timedelta(minutes=1)
#: The job of the scheduler's other lane that begins most often. A long one before it may keep it for some minutes.
OTHER_JOB = "seal_audit"
OTHER_JOBS_SILENT = timedelta(minutes=10)


@dataclass(frozen=True)
class HealthItem:
    """One thing that must work. ``is_well`` is asked at each request, so it is cheap; raising counts as not well.

    What an installation does without (``is_there``) is not spoken of.
    """

    name: str
    is_well: Callable[[], bool]
    is_there: Callable[[], bool] = lambda: True


health_items: Registry[HealthItem] = Registry("health item")


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when everything works, 503 otherwise; either way which of the items does."""
    items = {item.name: _state(item) for item in health_items if item.is_there()}
    is_well = all(state == "ok" for state in items.values())
    return JsonResponse({"status": "ok" if is_well else "failing", "items": items}, status=200 if is_well else 503)


def _state(item: HealthItem) -> str:
    try:
        return "ok" if item.is_well() else "failing"
    except (DatabaseError, OSError):
        logger.exception("health of %s is unknown", item.name)
        return "failing"


def database_answers() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone() == (1,))


def scheduler_ticks() -> bool:
    return _began_within(PUBLISHING, SCHEDULER_SILENT)


def other_jobs_run() -> bool:
    return _began_within(OTHER_JOB, OTHER_JOBS_SILENT)


def _began_within(job: str, silence: timedelta) -> bool:
    return JobRun.objects.filter(name=job, started_at__gte=timezone.now() - silence).exists()
