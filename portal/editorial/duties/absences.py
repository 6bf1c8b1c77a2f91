"""Absence: somebody else decides meanwhile what waits for a person, with his rights at those steps and no others.

Four eyes hold as ever: the substitute approves nothing that he wrote, nor, with a lent right alone, what the absent
person wrote. A substitute who is absent himself passes nothing on: rights are lent once.
"""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, TaskState

from portal.editorial.acting import Substitution, in_groups, lenders_at, substitutions
from portal.editorial.duties import kinds
from portal.editorial.duties.models import Absence
from portal.editorial.roles import CHIEF, EDITOR, group_of
from portal.members.telling import tell
from portal.text import format_date

LONGEST = timedelta(days=92)
#: What the log calls a decision taken for somebody absent.
ACTED_FOR = "duties.acted_for"
#: Who looks after accounts may say of somebody ill or out of reach that he is absent.
FOR_OTHERS = "auth.change_user"


def may_be_absent(person: Any) -> bool:
    """Only those for whom texts wait have something to hand over."""
    return person.groups.filter(pk__in=_deciders()).exists()


def may_note_for_others(person: Any) -> bool:
    return bool(person.is_active and person.has_perm(FOR_OTHERS))


def deciders() -> QuerySet[User]:
    """Editors and chief editors: who may be absent, and who may stand in. A deputy need not have the chief's role."""
    people = get_user_model().objects.filter(is_active=True, groups__in=_deciders())
    return people.distinct().order_by("first_name", "last_name")


@transaction.atomic
def declare(person: User, substitute: User, first_day: date, last_day: date, *, by: User | None = None) -> Absence:
    """``person`` will be absent; ``substitute`` hears of it, and so does ``person`` where somebody else says it.

    Raises:
        PermissionDenied: no texts ever wait for ``person``, or ``by`` may not say it of others.
        ValidationError: the days or the substitute will not do; the message says why.
    """
    by = by or person
    if by != person and not may_note_for_others(by):
        raise PermissionDenied(_("Only who looks after accounts notes the absence of others."))
    if not may_be_absent(person):
        raise PermissionDenied(_("Texts wait for editors and chief editors only, so you have nothing to hand over."))
    people = get_user_model().objects.select_for_update().filter(pk__in=[person.pk, substitute.pk]).order_by("pk")
    list(people)  # two who declare at once come one after the other
    _require_days(first_day, last_day)
    if substitute == person or not deciders().filter(pk=substitute.pk).exists():
        raise ValidationError(
            {"substitute": _("Choose an editor or a chief editor, somebody else than the absent person.")}
        )
    touching = Absence.objects.touching(first_day, last_day)
    if touching.filter(person=person).exists():
        if by == person:
            raise ValidationError(_("You are absent on some of these days already. End that absence first."))
        said = _("%(name)s is noted as absent on some of these days already. End that absence first.")
        raise ValidationError(said % {"name": _name(person)})
    if touching.filter(person=substitute).exists():
        raise ValidationError({"substitute": _("This person is absent on some of these days. Choose somebody else.")})
    absence = Absence.objects.create(person=person, substitute=substitute, first_day=first_day, last_day=last_day)
    log(instance=absence, action="wagtail.create", user=by)
    said = _("You stand in for %(name)s from %(first)s to %(last)s: decide what waits for them")
    _tell(absence, said, "declared")
    if by != person:
        said = _("%(by)s noted that you are absent from %(first)s to %(last)s; %(substitute)s stands in for you")
        _tell_absent(absence, said, "declared", by)
    return absence


@transaction.atomic
def end(absence: Absence, *, by: User) -> None:
    """Back early, or it was a mistake.

    Raises:
        PermissionDenied: it is somebody else's, and ``by`` does not look after accounts.
    """
    is_own = absence.person_id == by.pk
    if not is_own and not may_note_for_others(by):
        raise PermissionDenied(_("Only the absent person, or who looks after accounts, ends an absence."))
    changed = Absence.objects.filter(pk=absence.pk, ended_at__isnull=True).update(ended_at=timezone.now())
    if changed:
        log(instance=absence, action="wagtail.edit", user=by)
        _tell(absence, _("You no longer stand in for %(name)s"), "ended")
        if not is_own:
            said = _("%(by)s ended your absence; %(substitute)s no longer stands in for you")
            _tell_absent(absence, said, "ended", by)


def log_standing_in(step: TaskState, user: Any) -> None:
    """A decision with a lent right says so in the page's history; names are looked up when it is shown."""
    task = step.task.specific
    if user is None or in_groups(user, task):
        return
    page = step.workflow_state.content_object
    lenders = lenders_at(user, task)
    if lenders and isinstance(page, Page):
        log(instance=page, action=ACTED_FOR, user=user, data={"for": sorted(lenders), "step": step.pk})


def _require_days(first_day: date, last_day: date) -> None:
    if last_day < first_day:
        raise ValidationError({"last_day": _("The last day comes before the first.")})
    if last_day < timezone.localdate():
        raise ValidationError({"last_day": _("These days are over.")})
    if last_day - first_day > LONGEST:
        raise ValidationError({"last_day": _("At most three months at once. For longer, ask the administrator.")})


def _deciders() -> list[int]:
    return [group_of(role).pk for role in (EDITOR, CHIEF)]


def _tell(absence: Absence, sentence: str, what: str) -> None:
    said = sentence % {"name": _name(absence.person), **_days(absence)}
    key = f"absence:{what}:{absence.pk}"
    tell([absence.substitute], kinds.ABSENCE.name, said, key=key, address=reverse("desk_waiting:index"))


def _tell_absent(absence: Absence, sentence: str, what: str, by: User) -> None:
    said = sentence % {"by": _name(by), "substitute": _name(absence.substitute), **_days(absence)}
    key = f"absence:{what}:{absence.pk}:absent"
    tell([absence.person], kinds.ABSENCE.name, said, key=key, address=reverse("portal_absences"))


def _days(absence: Absence) -> dict[str, str]:
    return {"first": format_date(absence.first_day), "last": format_date(absence.last_day)}


def _name(person: User) -> str:
    return person.get_full_name() or person.get_username()


def _find(user: Any) -> Collection[int]:
    today = Absence.objects.on(timezone.localdate()).filter(substitute=user.pk, person__is_active=True)
    return set(today.values_list("person", flat=True))


def register() -> None:
    """Called when the app is ready."""
    substitutions.register(Substitution("absences", _find))
