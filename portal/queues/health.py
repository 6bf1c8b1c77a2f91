"""What ``/healthz`` asks of the queues of tasks: each question one query, answered from an index."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from portal.queues.models import TaskWorker

#: Short tasks are done within seconds; after a large import thousands of them wait for some minutes.
SHORT_TASKS_WAIT = timedelta(minutes=10)
#: A long task waits for those before it.
LONG_TASKS_WAIT = timedelta(hours=2)
#: A register's scans, brought in at once, take a night.
SCANS_WAIT = timedelta(hours=12)
#: The scheduler gives back what a dead worker held and forgets the worker; one that is still known finds nobody.
LOST_WAIT = timedelta(minutes=3)


def short_tasks_flow() -> bool:
    return not _waits_since("default", timezone.now() - SHORT_TASKS_WAIT)


def long_tasks_flow() -> bool:
    return not _waits_since("long", timezone.now() - LONG_TASKS_WAIT)


def scans_flow() -> bool:
    return not _waits_since("scans", timezone.now() - SCANS_WAIT)


def _waits_since(queue: str, moment: datetime) -> bool:
    """Whether a task of ``queue`` could have begun before ``moment``. One put off to a later time does not wait."""
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY, queue_name=queue, enqueued_at__lt=moment)
    return waiting.filter(Q(run_after=get_date_max()) | Q(run_after__lt=moment)).exists()


def short_worker_lives() -> bool:
    return _somebody_works_on("default")


def long_worker_lives() -> bool:
    return _somebody_works_on("long")


def scan_worker_lives() -> bool:
    return _somebody_works_on("scans")


def _somebody_works_on(queue: str) -> bool:
    alive = TaskWorker.objects.alive(timezone.now()).values_list("queues", flat=True)
    return any({queue, "*"} & set(queues) for queues in alive)


def nothing_is_lost() -> bool:
    return not TaskWorker.objects.silent(timezone.now() - LOST_WAIT).exists()
