"""Restricted files that are opened, and what staff decide about effects given up and failed tasks."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.utils import timezone

from portal.access.signals import restricted_original_opened
from portal.editorial.audit import actions
from portal.editorial.audit.causes import current_cause
from portal.editorial.audit.models import Entry
from portal.editorial.audit.services import Thing, record
from portal.outbox.signals import effects_decided
from portal.queues.signals import tasks_decided

#: A viewer fetches a long file in many pieces: what one person reads on within this time is one opening.
ONE_READING = timedelta(minutes=10)


def connect() -> None:
    restricted_original_opened.connect(opened, dispatch_uid="audit_file_opened")
    effects_decided.connect(decided, dispatch_uid="audit_effects_decided")
    tasks_decided.connect(decided_on_tasks, dispatch_uid="audit_tasks_decided")


def opened(sender: type[Model], request: HttpRequest, thing: Model, begins: bool, **kwargs: Any) -> None:
    if begins or not _reads_on(request, thing):
        record(actions.FILE_OPENED, thing, request=request)


def _reads_on(request: HttpRequest, thing: Model) -> bool:
    about = Thing.of(thing)
    lately = Entry.objects.filter(
        action=actions.FILE_OPENED, object_type=about.type, object_id=about.id, at__gte=timezone.now() - ONE_READING
    )
    actor = current_cause(request).actor
    return actor is not None and lately.filter(actor_id=actor.pk).exists()


def decided(sender: type[Model], decision: str, ids: Sequence[int], **kwargs: Any) -> None:
    _tell({"again": actions.EFFECTS_TRIED_AGAIN, "drop": actions.EFFECTS_DROPPED}[decision], sender, ids)


def decided_on_tasks(sender: type[Model], decision: str, ids: Sequence[str], **kwargs: Any) -> None:
    _tell({"again": actions.TASKS_BEGUN_AGAIN, "drop": actions.TASKS_DROPPED}[decision], sender, ids)


def _tell(action: str, model: type[Model], ids: Sequence[int | str]) -> None:
    numbers = ", ".join(f"#{pk}" for pk in ids)
    record(action, Thing(model._meta.label_lower, str(ids[0]) if len(ids) == 1 else ""), details=numbers)
