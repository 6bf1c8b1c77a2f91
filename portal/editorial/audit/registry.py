"""What the audit can say: actions with a name for the database and a label for people. An app registers its own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils.encoding import force_str
from wagtail.log_actions import registry as wagtails

from portal.registry import Registry

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from portal.access.tokens import Tokens


@dataclass(frozen=True)
class AuditAction:
    """Something that is audited. ``name`` is for the chain and never changes."""

    name: str
    label: "str | Promise"


@dataclass(frozen=True)
class Guard:
    """Things not everyone may see. ``name`` is their type (``app.model``); ``visible`` gives those ``tokens`` open.

    The titles of all others are not shown in the audit, nor found.
    """

    name: str
    visible: "Callable[[Tokens], QuerySet[Any]]"


audit_actions: Registry[AuditAction] = Registry("audit action")
guards: Registry[Guard] = Registry("guard of the audit")


def is_known(action: str) -> bool:
    return action in audit_actions or wagtails.action_exists(action)


def label_of(action: str) -> str:
    """What people read for ``action``; its name where the app that wrote it is gone."""
    known = audit_actions.get(action)
    if known is not None:
        return force_str(known.label)
    return force_str(wagtails.get_action_label(action)) if wagtails.action_exists(action) else action


def all_actions() -> list[tuple[str, str]]:
    """Names and labels of all actions, in the order of their labels."""
    ours = [(action.name, force_str(action.label)) for action in audit_actions]
    theirs = [(name, force_str(label)) for name, label in wagtails.get_choices()]
    from portal.text import collation_key

    return sorted({**dict(theirs), **dict(ours)}.items(), key=lambda pair: collation_key(pair[1]))
