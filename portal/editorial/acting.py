"""Who counts at a step of a workflow: its groups' people, and whoever stands in for one of them today."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.contrib.auth.models import AbstractUser
from wagtail.models import AbstractGroupApprovalTask, Task

from portal.registry import Registry


@dataclass(frozen=True)
class Substitution:
    """``find`` gives the ids of those whom a person stands in for at this moment, in one query."""

    name: str
    find: Callable[[AbstractUser], Collection[int]]


substitutions: Registry[Substitution] = Registry("substitution")


def stands_in_for(user: AbstractUser) -> set[int]:
    return {person for substitution in substitutions for person in substitution.find(user)}


def in_groups(user: AbstractUser, task: Task | None) -> bool:
    """Whether ``user`` himself belongs to the groups of ``task``."""
    if isinstance(task, AbstractGroupApprovalTask):
        return bool(task.groups.filter(pk__in=user.groups.all()).exists())
    return False


def lenders_at(user: AbstractUser, task: Task | None) -> set[int]:
    """Those of the groups of ``task`` whom ``user`` stands in for. What they may do there he may, and no more."""
    if not isinstance(task, AbstractGroupApprovalTask):
        return set()
    absent = stands_in_for(user)
    if not absent:
        return set()
    return set(task.groups.filter(user__in=absent, user__is_active=True).values_list("user", flat=True)) & absent
