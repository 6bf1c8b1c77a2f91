"""Failed tasks on the admin's first page."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.outbox.admin import MAY
from portal.queues.services import failed_tasks
from portal.registry import Trouble, TroubleSource


def tasks_that_failed(person: AbstractBaseUser | AnonymousUser) -> list[Trouble]:
    """For those who look after the installation."""
    if not person.has_perm(MAY):  # type: ignore[union-attr]
        return []
    count = failed_tasks().count()
    text = _("%(count)d background tasks failed or were broken off. Look why and begin them again, or drop them.")
    return [Trouble(text % {"count": count}, reverse("queues_failed_tasks"))] if count else []


SOURCE = TroubleSource("tasks", tasks_that_failed)
