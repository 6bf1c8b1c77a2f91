"""Files with lines of the audit: asked for in a request, written by a task, handed to who asked for a day.

The task reads what its owner may read when it begins. It says how far it is after every some thousand lines, and ends
where its row was taken away meanwhile. A worker that was silent may still write when another has taken over: each
writes a file of its own, and the first that is done puts it into its place.
"""

import uuid
from collections.abc import Iterable, Iterator
from datetime import timedelta
from enum import Enum
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.access.storages import PrivateStorage
from portal.editorial.audit import actions
from portal.editorial.audit.exports import write_file
from portal.editorial.audit.lines import ReadLine, lines_for, read_all
from portal.editorial.audit.models import Export
from portal.editorial.audit.narrowing import narrowed
from portal.editorial.audit.services import record
from portal.spreadsheets import KINDS

FOLDER = "audit"
KEPT = timedelta(days=1)
#: A task that has said nothing for so long was cut off.
SILENT = timedelta(minutes=5)
SAID_EVERY = 5000


class State(Enum):
    WAITING = "waiting"
    WRITING = "writing"
    DONE = "done"
    FAILED = "failed"


class CannotExport(ValueError):
    """A file cannot be asked for now; ``message`` says in the reader's language why."""

    def __init__(self, message: Any) -> None:
        super().__init__(message)
        self.message = message


class _TakenAway(Exception):
    """Nobody wants the file any more."""


def ask(person: Any, kind: str, asked: QueryDict) -> Export:
    """Have a file written with what the list shows for ``asked``. That it was asked for is a line of its own.

    Raises:
        CannotExport: there is no such kind, the question is too long to be kept, or a file of his is not done yet.
    """
    if kind not in KINDS:
        raise CannotExport(gettext_lazy("There is no such kind of file."))
    question = asked.urlencode()
    if len(question) > (Export._meta.get_field("asked").max_length or 0):
        raise CannotExport(gettext_lazy("The filters are too long to be kept. Search for fewer words, then try again."))
    with transaction.atomic():
        get_user_model()._default_manager.select_for_update().get(pk=person.pk)  # twice at the same moment is once
        if any(state_of(one) in (State.WAITING, State.WRITING) for one in exports_of(person)):
            raise CannotExport(gettext_lazy("A file of yours is not done yet. Wait for it, or take it away first."))
        said = said_of(asked)
        export = Export.objects.create(
            asked_by=person, kind=kind, asked=question, file=f"{FOLDER}/{uuid.uuid4().hex}.{kind}"
        )
        record(actions.EXPORTED, details=f"{kind}; {said}" if said else kind, by=person)
        from portal.editorial.audit.tasks import write_export

        write_export.enqueue(export.pk)
    return export


def said_of(asked: QueryDict) -> str:
    return "; ".join(f"{name}={value}" for name, value in asked.items() if value)


def asked_of(export: Export) -> QueryDict:
    return QueryDict(export.asked)


def exports_of(person: Any) -> QuerySet[Export]:
    return Export.objects.filter(asked_by=person.pk, asked_at__gt=timezone.now() - KEPT).order_by("-asked_at", "-pk")


def state_of(export: Export) -> State:
    if export.finished_at is not None:
        return State.DONE
    if export.failed_at is not None:
        return State.FAILED
    if export.seen_at is None:
        return State.WAITING
    return State.WRITING if timezone.now() - export.seen_at < SILENT else State.FAILED


def path_of(export: Export) -> Path:
    return Path(PrivateStorage().path(export.file))


def write(pk: int) -> None:
    """The task's work, until an export is done: begun anew where its worker was ended in the middle."""
    mine = Export.objects.filter(pk=pk)
    if not mine.filter(finished_at=None, failed_at=None).update(seen_at=timezone.now()):
        return
    export = mine.select_related("asked_by").get()
    path = path_of(export)
    part = path.with_name(f"{path.stem}.part-{uuid.uuid4().hex}{path.suffix}")
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        lines = narrowed(lines_for(export.asked_by), asked_of(export))
        mine.update(total=lines.order_by().count())
        sheets = write_file(_telling(read_all(lines), mine), part)
        _put_into_place(part, path, mine, sheets)
    except _TakenAway:
        pass
    except BaseException:
        mine.filter(finished_at=None).update(failed_at=timezone.now())
        raise
    finally:
        part.unlink(missing_ok=True)


def _put_into_place(part: Path, path: Path, mine: QuerySet[Export], sheets: int) -> None:
    """Raises: _TakenAway, where the row or the file is gone, or another worker was faster."""
    try:
        with transaction.atomic():
            done = {"finished_at": timezone.now(), "sheets": sheets, "size": part.stat().st_size}
            if not mine.filter(finished_at=None, failed_at=None).update(**done):
                raise _TakenAway
            part.replace(path)
    except FileNotFoundError as problem:
        raise _TakenAway from problem


def _telling(lines: Iterable[ReadLine], mine: QuerySet[Export]) -> Iterator[ReadLine]:
    """``lines``, and every now and then how many there were.

    Raises:
        _TakenAway: the row is gone.
    """
    count = 0
    for count, line in enumerate(lines, start=1):
        yield line
        if count % SAID_EVERY == 0 and not mine.update(done=count, seen_at=timezone.now()):
            raise _TakenAway
    mine.update(done=count, seen_at=timezone.now())


def take_away(export: Export) -> None:
    """Delete the file; a task that writes it ends."""
    path_of(export).unlink(missing_ok=True)
    export.delete()


def forget_old_exports() -> str:
    """The scheduler's job: files of yesterday, and what no row speaks of."""
    old = Export.objects.filter(asked_at__lte=timezone.now() - KEPT)
    gone = list(old)
    for export in gone:
        take_away(export)
    folder = Path(PrivateStorage().path(FOLDER))
    known = {Path(name).stem for name in Export.objects.values_list("file", flat=True)}
    for path in folder.glob("*") if folder.is_dir() else ():
        if path.name.partition(".")[0] not in known:
            path.unlink(missing_ok=True)
    return _("%(count)d files of the activity log deleted") % {"count": len(gone)} if gone else ""
