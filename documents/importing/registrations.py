"""What the import of registers tells the portal of itself."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from portal.queues.registry import TaskRule, task_rules
from portal.registry import ScheduledJob, scheduled_jobs


def register() -> None:
    """Called when the app is ready."""
    from documents.importing import uploads

    for name, label in (
        ("read_upload", _("reading a register of documents")),
        ("write_upload", _("importing a register of documents")),
        ("publish_upload", _("publishing an imported register")),
    ):
        task_rules.register(TaskRule(f"documents.importing.tasks.{name}", label))
    scheduled_jobs.register(
        ScheduledJob("forget_registers", _("Deleting files of registers"), timedelta(hours=1), uploads.forget_old)
    )
