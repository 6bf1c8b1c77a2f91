"""What is known of each task. The app that has a task, or whose package has it, says so when it is ready."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.registry import Registry

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True)
class TaskRule:
    """``name`` is the task's path; ``label`` is what staff read.

    ``repeatable``: whoever begins it anew after its worker died in the middle does no harm. One that is not is given up
    instead and shown to staff, and so is a task without a rule.
    ``may_be_gone``: what it is about is looked up by the number it is given, and nothing is left to do where that was
    deleted meanwhile. Of any other task it is a failure that something is missing.
    """

    name: str
    label: "str | Promise"
    repeatable: bool = True
    may_be_gone: bool = False


task_rules: Registry[TaskRule] = Registry("rule for a task")
