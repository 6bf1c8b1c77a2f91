"""Whose titles the audit shows: of things the reader may see now, or that anyone could see until they were deleted."""

from typing import Any

from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast

from portal.access.tokens import tokens_for
from portal.editorial.audit.models import Entry
from portal.editorial.audit.registry import guards


def may_be_named(person: Any) -> Q:
    """The condition on lines whose title and details ``person`` may read."""
    if person.is_superuser:
        return Q()
    tokens = tokens_for(person)
    guarded = list(guards)
    allowed = ~Q(object_type__in=[guard.name for guard in guarded])
    for guard in guarded:
        seen = guard.visible(tokens).annotate(number=Cast("pk", CharField())).values("number")
        allowed |= Q(object_type=guard.name, object_id__in=seen)
    gone_in_public = Entry.objects.filter(
        object_type=OuterRef("object_type"), object_id=OuterRef("object_id"), text__was_open=True
    )
    return allowed | Q(Exists(gone_in_public))
