"""Where a file stands among those that wait to be read."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet

from documents.files import tasks
from documents.models import DocumentFile

_PATHS = [one.module_path for one in vars(tasks).values() if isinstance(one, Task)]


def enqueue_once(task: "Task[Any, Any]", file: DocumentFile) -> None:
    """Have ``task`` done with ``file``, unless that waits already: what a killed worker did is done again."""
    if not _tasks_of(file).filter(task_path=task.module_path, status=TaskResultStatus.READY).exists():
        task.enqueue(file.pk)


def is_in_hands(file: DocumentFile) -> bool:
    """Whether a task of ``file`` waits or is at work. What a dead worker held waits again soon."""
    return _tasks_of(file).filter(status__in=(TaskResultStatus.READY, TaskResultStatus.RUNNING)).exists()


def was_given_up(file: DocumentFile) -> bool:
    """Whether nobody reads ``file`` any more because its task failed, or the workers that held it died."""
    return not is_in_hands(file) and _tasks_of(file).filter(status=TaskResultStatus.FAILED).exists()


def files_before(file: DocumentFile) -> int | None:
    """How many files come before ``file`` in the queue where it waits; ``None`` where it does not wait."""
    of_file = _tasks_of(file)
    if of_file.filter(status=TaskResultStatus.RUNNING).exists():
        return None
    own = of_file.ready().first()
    if own is None:
        return None
    earlier = Q(priority__gt=own.priority) | Q(priority=own.priority, enqueued_at__lt=own.enqueued_at)
    waiting = _ours().filter(queue_name=own.queue_name).exclude(pk=own.pk)
    before = waiting.ready().filter(earlier) | waiting.running()
    return len({_file_of(task) for task in before} - {file.pk})


def place_of(file: DocumentFile) -> str:
    """The same in words; nothing where it does not wait."""
    before = files_before(file)
    if before is None:
        return ""
    if before == 0:
        return _("This file is the next one.")
    return _("Files before this one: %(count)d.") % {"count": before}


def _ours() -> DBTaskResultQuerySet:
    return DBTaskResult.objects.filter(task_path__in=_PATHS)


def _tasks_of(file: DocumentFile) -> DBTaskResultQuerySet:
    return _ours().filter(args_kwargs__args=[file.pk])


def _file_of(task: DBTaskResult) -> int:
    number: int = task.args_kwargs["args"][0]
    return number
