"""What logs, mails and tasks say of a page. They are found by its numbers, and by its titles and addresses."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from portal.editorial.audit.models import Entry
from portal.editorial.audit.services import erase
from portal.editorial.audit.wagtail_log import PAGE
from portal.editorial.purging.registry import Doomed, Trace
from portal.members.models import Notification
from portal.models import JobRun
from portal.outbox.models import Effect
from portal.text import fold

_AT_ONCE = 500


def rows_naming(doomed: Doomed, rows: QuerySet[Any], *columns: str) -> Iterator[int | str]:
    """The numbers of ``rows`` in which a name stands. JSON is read as people would: the tables may hold it escaped."""
    for number, *values in rows.values_list("pk", *columns).iterator(_AT_ONCE):
        if doomed.is_named_in(*(text for value in values for text in _texts(value))):
            yield number


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
    elif value is not None:
        yield json.dumps(value)


def delete_rows(model: type[Model], numbers: Iterable[int | str]) -> int:
    found = list(numbers)
    for start in range(0, len(found), _AT_ONCE):
        model._default_manager.filter(pk__in=found[start : start + _AT_ONCE]).delete()
    return len(found)


def _after(remove: Callable[[Doomed], int]) -> Callable[[Doomed], Callable[[], int]]:
    """For what is found as well when the pages are gone; the deletion itself writes some of it."""
    return lambda doomed: lambda: remove(doomed)


def _wagtails_log(doomed: Doomed) -> int:
    own = PageLogEntry.objects.filter(page__in=doomed.ids)
    count = own.count()
    own.delete()
    of_pages = PageLogEntry.objects.order_by().annotate(is_there=Exists(Page.objects.filter(pk=OuterRef("page_id"))))
    count += delete_rows(PageLogEntry, rows_naming(doomed, of_pages.filter(is_there=True), "data"))
    count += delete_rows(PageLogEntry, rows_naming(doomed, of_pages.filter(is_there=False), "label", "data"))
    return count + delete_rows(ModelLogEntry, rows_naming(doomed, ModelLogEntry.objects.order_by(), "label", "data"))


def _audit(doomed: Doomed) -> int:
    """The lines stay, and the chain holds: only their words go.

    What a line calls a page that is still there is that page's own name, though another bore the same.
    """
    types = {PAGE, *(page._meta.label_lower for page in doomed.pages)}
    own = Q(object_type__in=types, object_id__in=[str(number) for number in doomed.ids])
    folded = {fold(name) for name in doomed.names} - {""}
    speaking = Entry.objects.filter(reduce(or_, (Q(text__search_thing__contains=name) for name in folded), Q(pk=None)))
    columns = ("pk", "object_type", "object_id", "text__title", "text__details")
    found = [row for row in speaking.values_list(*columns) if doomed.is_named_in(*row[3:])]
    there = _pages_there(number for _pk, kind, number, *_texts in found if kind == PAGE)
    named = [
        pk
        for pk, kind, number, title, details in found
        if doomed.is_named_in(*([details] if kind == PAGE and number in there else [title, details]))
    ]
    return erase(Entry.objects.filter(own)) + sum(
        erase(Entry.objects.filter(pk__in=named[start : start + _AT_ONCE])) for start in range(0, len(named), _AT_ONCE)
    )


def _pages_there(numbers: Iterable[str]) -> set[str]:
    wanted = [int(number) for number in set(numbers) if number.isdecimal()]
    return {
        str(pk)
        for start in range(0, len(wanted), _AT_ONCE)
        for pk in Page.objects.filter(pk__in=wanted[start : start + _AT_ONCE]).values_list("pk", flat=True)
    }


def _notifications(doomed: Doomed) -> int:
    return delete_rows(Notification, rows_naming(doomed, Notification.objects.order_by(), "text", "note", "address"))


def _effects(doomed: Doomed) -> int:
    """Mails and the like, sent or not: one that is still to go would carry the name out."""
    return delete_rows(Effect, rows_naming(doomed, Effect.objects.order_by(), "payload", "error", "subject"))


def _tasks(doomed: Doomed) -> int:
    rows = DBTaskResult.objects.order_by()
    return delete_rows(DBTaskResult, rows_naming(doomed, rows, "args_kwargs", "return_value", "traceback"))


def _job_runs(doomed: Doomed) -> int:
    """When a job last ran is kept: the scheduler goes by it."""
    named = list(rows_naming(doomed, JobRun.objects.order_by(), "outcome", "error"))
    return JobRun.objects.filter(pk__in=named).update(outcome="", error="")


TRACES = (
    Trace("notifications", _("notifications"), _after(_notifications), is_log=True),
    Trace("effects", _("mails and other effects"), _after(_effects), is_log=True),
    Trace("tasks", _("tasks"), _after(_tasks), is_log=True),
    Trace("job_runs", _("reports of scheduled jobs"), _after(_job_runs), is_log=True),
    Trace("wagtail_log", _("lines of the history"), _after(_wagtails_log), is_log=True),
    Trace("audit", _("texts of the activity log"), _after(_audit), is_log=True),
)
