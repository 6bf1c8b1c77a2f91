"""Tasks whose worker is gone, and tasks that failed.

django-tasks-db notes which worker took a task, and nothing more: a task whose worker was killed stays “running” for
ever. Here every worker shows that it lives (``TaskWorker``), and what one held that is silent is given back.
"""

import logging
from collections.abc import Collection
from datetime import timedelta
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from portal.queues import querysets
from portal.queues.models import TaskWorker
from portal.queues.registry import task_rules
from portal.queues.signals import tasks_decided

logger = logging.getLogger(__name__)

#: So many workers may die with one task in hand; it is taken for the cause then.
MOST_ATTEMPTS = 3
#: How long a task that went well is remembered.
REMEMBERED = timedelta(days=14)
_BATCH = 500


class WorkerLost(Exception):
    """The worker died with the task in hand; what it had done of it is unknown."""


_LOST = f"{WorkerLost.__module__}.{WorkerLost.__qualname__}"
_MISSING = ".DoesNotExist"


def return_lost_tasks() -> str:
    """The scheduler's job: tasks whose worker is gone are ready again, or given up; returns how many of each."""
    # The tasks first: who holds one of these was registered before, and has only to be still there.
    running = list(DBTaskResult.objects.running())
    now = timezone.now()
    alive = set(TaskWorker.objects.alive(now).values_list("pk", flat=True))
    known = set(TaskWorker.objects.values_list("pk", flat=True))
    lost = [task for task in running if _is_lost(task, alive, known)]
    became = [_give_back(task) for task in lost]
    TaskWorker.objects.silent(now).delete()
    again, given_up = became.count(TaskResultStatus.READY), became.count(TaskResultStatus.FAILED)
    if not again and not given_up:
        return ""
    return _("%(again)d tasks begun again, %(given_up)d given up") % {"again": again, "given_up": given_up}


def return_tasks_of(worker_id: str) -> None:
    """What an earlier worker of this number held, or this one before the database was away, is in nobody's hands."""
    for task in DBTaskResult.objects.running():
        if _holder(task) == worker_id:
            _give_back(task)


def _is_lost(task: DBTaskResult, alive: Collection[str], known: Collection[str]) -> bool:
    """A worker that nobody knows may belong to an older version of the portal: it is given as much time."""
    holder = _holder(task)
    if holder in alive:
        return False
    return holder in known or task.started_at is None or task.started_at < timezone.now() - querysets.SILENCE


def _holder(task: DBTaskResult) -> str:
    return str(task.worker_ids[-1]) if task.worker_ids else ""


def _give_back(task: DBTaskResult) -> TaskResultStatus | None:
    """What became of ``task``. It is changed only as it was seen: its worker may have ended it meanwhile."""
    rule = task_rules.get(task.task_path)
    values: dict[str, Any]
    if rule is not None and rule.repeatable and len(task.worker_ids) < MOST_ATTEMPTS:
        became, values = TaskResultStatus.READY, {"started_at": None}
    else:
        became = TaskResultStatus.FAILED
        values = {"finished_at": timezone.now(), "exception_class_path": _LOST, "traceback": ""}
    seen = DBTaskResult.objects.running().filter(pk=task.pk, started_at=task.started_at)
    if not seen.update(status=became, **values):
        return None
    logger.error("the worker of task %s (%s) is gone; the task is %s", task.pk, task.task_path, became)
    return became


def failed_tasks() -> models.QuerySet[DBTaskResult]:
    """Those that need somebody."""
    return DBTaskResult.objects.failed().exclude(_had_nothing_to_do())


def _had_nothing_to_do() -> models.Q:
    """What these were about is gone, and that is no fault of theirs: nobody is needed."""
    paths = [rule.name for rule in task_rules if rule.may_be_gone]
    return models.Q(task_path__in=paths, exception_class_path__endswith=_MISSING)


def was_lost(task: DBTaskResult) -> bool:
    """Whether ``task`` failed because its worker died."""
    return task.exception_class_path == _LOST


def try_again(ids: Collection[str]) -> int:
    """Take failed tasks back into the queue; returns how many."""
    with transaction.atomic():
        chosen = _chosen(ids, "again")
        return DBTaskResult.objects.failed().filter(pk__in=chosen).update(
            status=TaskResultStatus.READY, enqueued_at=timezone.now(), started_at=None, finished_at=None, worker_ids=[],
            exception_class_path="", traceback="",
        )  # fmt: skip


def drop(ids: Collection[str]) -> int:
    """Forget failed tasks; returns how many."""
    with transaction.atomic():
        return _delete(DBTaskResult.objects.failed().filter(pk__in=_chosen(ids, "drop")))


def _chosen(ids: Collection[str], decision: str) -> list[str]:
    """Those of ``ids`` that failed, about which ``decision`` is told."""
    chosen = [str(pk) for pk in failed_tasks().select_for_update().filter(pk__in=ids).values_list("pk", flat=True)]
    if chosen:
        tasks_decided.send(DBTaskResult, decision=decision, ids=chosen)
    return chosen


def forget_old() -> str:
    """The scheduler's job: tasks that went well long ago, or had nothing left to do."""
    before = timezone.now() - REMEMBERED
    old = DBTaskResult.objects.filter(enqueued_at__lt=before, finished_at__lt=before)
    gone = models.Q(_had_nothing_to_do(), status=TaskResultStatus.FAILED)
    ended = old.filter(models.Q(status=TaskResultStatus.SUCCESSFUL) | gone)
    forgotten = 0
    while ids := list(ended.order_by().values_list("pk", flat=True)[:_BATCH]):
        forgotten += _delete(DBTaskResult.objects.filter(pk__in=ids))
    return _("%(count)d tasks forgotten") % {"count": forgotten} if forgotten else ""


def _delete(tasks: models.QuerySet[DBTaskResult]) -> int:
    count, _by_model = tasks.delete()
    return count
