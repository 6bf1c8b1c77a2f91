"""A task without a rule does not start: whoever writes one says whether it may be begun again."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error, register
from django_tasks.base import Task

from portal.queues.registry import task_rules


@register()
def tasks_have_rules(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Each task in the ``tasks.py`` of an installed app."""
    return [
        Error(
            f"The task {path} has no rule.",
            hint="Register a TaskRule when its app is ready: whether it may be begun again after its worker died.",
            id="portal.E020",
        )
        for path in sorted(set(_task_paths()))
        if path not in task_rules
    ]


def _task_paths() -> Iterator[str]:
    for config in apps.get_app_configs():
        name = f"{config.name}.tasks"
        if find_spec(name) is not None:
            yield from (thing.module_path for thing in vars(import_module(name)).values() if isinstance(thing, Task))
