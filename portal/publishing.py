"""Publishing and expiry at their appointed times.

Wagtail's own command does all that is due at once: the first page that cannot be published ends the run, and since its
schedule is cleared before it is saved, that page is never published. Here each page has a transaction of its own: what
fails keeps its schedule, is tried again at the next run and is named until then; the others go on.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.apps import apps
from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist, ValidationError
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Page, Revision

from portal.registry import PartlyDone

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Step:
    """One page that is due: ``carry_out`` returns whether it still was when its turn came."""

    failed: str
    title: str
    model: type[models.Model] | None
    carry_out: Callable[[], bool]


def publish_scheduled() -> str:
    """Take off what has expired, publish what is due; returns how many of each.

    Raises:
        PartlyDone: some pages could not be published or taken off; each is named with the reason.
    """
    now = timezone.now()
    problems: list[str] = []
    expired = _each(_expired(now), problems)
    published = _each(_due(now), problems)
    outcome = _("%(published)s published, %(expired)s expired") % {"published": published, "expired": expired}
    if problems:
        raise PartlyDone(outcome, problems)
    return outcome


def _expired(now: datetime) -> Iterator[Step]:
    for model in _models_with_drafts():
        due = model._default_manager.filter(live=True, expire_at__lte=now).order_by("expire_at")
        for thing in list(due):
            said = _("“%(title)s” was not taken off: %(reason)s")
            yield Step(said, str(thing), model, partial(_take_off, model, thing.pk, now))


def _due(now: datetime) -> Iterator[Step]:
    due = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at")
    for revision in list(due.select_related("content_type").defer("content")):
        said = _("“%(title)s” was not published: %(reason)s")
        model = revision.content_type.model_class()
        yield Step(said, revision.object_str, model, partial(_publish, model, revision.object_id, revision.pk, now))


def _models_with_drafts() -> list[type[models.Model]]:
    others = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
    return [Page, *(model for model in others if not issubclass(model, Page))]


def _take_off(model: type[models.Model], pk: int, now: datetime) -> bool:
    thing: Any = model._default_manager.select_for_update().filter(pk=pk, live=True, expire_at__lte=now).first()
    if thing is None:
        return False
    thing.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return True


def _publish(model: type[models.Model] | None, object_id: str, pk: int, now: datetime) -> bool:
    """What is published is locked before its revisions, in the order in which everyone takes them."""
    if model is not None and issubclass(model, Page):
        lock_page(int(object_id))
    revision = Revision.objects.select_for_update().filter(pk=pk, approved_go_live_at__lte=now).first()
    if revision is None:
        return False
    revision.publish(log_action="wagtail.publish.scheduled")
    return True


def lock_page(pk: int) -> None:
    """Inside a transaction: whoever else changes this page waits until it ends. Rows that point at it do not."""
    Page.objects.select_for_update(no_key=True).filter(pk=pk).values_list("pk").first()


def hold_page(pk: int) -> None:
    """Let nobody change the page until the transaction ends; others may hold it, too. For PostgreSQL alone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM wagtailcore_page WHERE id = %s FOR SHARE", [pk])


def _each(steps: Iterable[Step], problems: list[str]) -> int:
    """Carry out each step in a transaction of its own; returns how many were, and adds to ``problems`` the others."""
    done = 0
    for step in steps:
        try:
            with transaction.atomic():
                done += step.carry_out()
        except ValidationError as refused:
            problems.append(step.failed % {"title": step.title, "reason": reason_of(refused, step.model)})
        except Exception as failure:  # whatever one page raises, the others go on; it is logged and shown to staff
            logger.exception("a scheduled step failed")
            problems.append(step.failed % {"title": step.title, "reason": f"{type(failure).__name__}: {failure}"})
    return done


def reason_of(refused: ValidationError, model: type[models.Model] | None) -> str:
    """What is wrong, each sentence with the name that its field has in the form."""
    if not hasattr(refused, "error_dict"):
        return " ".join(refused.messages)
    return " ".join(f"{_label(model, field)}{' '.join(said)}" for field, said in refused.message_dict.items())


def _label(model: type[models.Model] | None, field: str) -> str:
    if model is None or field == NON_FIELD_ERRORS:
        return ""
    try:
        return f"{capfirst(str(model._meta.get_field(field).verbose_name))}: "  # type: ignore[union-attr]  # a column
    except (FieldDoesNotExist, AttributeError):
        return ""
