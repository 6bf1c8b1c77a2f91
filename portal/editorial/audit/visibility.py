"""Whose titles the audit shows: of things the reader may see now, or that anyone could see until they were deleted."""

from typing import Any

from django.db.models import CharField, Q
from django.db.models.functions import Cast

from portal.access.tokens import tokens_for
from portal.editorial.audit.models import EntryText
from portal.editorial.audit.registry import guards


def may_be_named(person: Any) -> Q:
    """The condition on lines whose title and details ``person`` may read."""
    if person.is_superuser:
        return Q()
    tokens = tokens_for(person)
    guarded = list(guards)
    allowed = ~Q(object_type__in=[guard.name for guard in guarded])
    # The cast keeps SQLite from beginning with all lines of a type: those that were open when they went are few.
    opened = EntryText.objects.filter(was_open=True).annotate(kind=Cast("entry__object_type", CharField()))
    for guard in guarded:
        # Two sets that do not depend on the line, so each is made once, however many lines are looked at.
        seen = guard.visible(tokens).annotate(number=Cast("pk", CharField())).values("number")
        gone = opened.filter(kind=guard.name).values("entry__object_id")
        allowed |= Q(object_type=guard.name) & (Q(object_id__in=seen) | Q(object_id__in=gone))
    return allowed
