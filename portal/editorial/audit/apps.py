"""The audit of the portal."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    name = "portal.editorial.audit"
    label = "audit"
    verbose_name = _("Activity log")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal.editorial.audit import actions, exporting, heads, sealing, services, signal_handlers
        from portal.queues.registry import TaskRule, task_rules
        from portal.registry import ScheduledJob, scheduled_jobs

        actions.register()
        task_rules.register(
            TaskRule("portal.editorial.audit.tasks.write_export", _("writing a file of the activity log"))
        )
        signal_handlers.connect()
        for job in (
            ScheduledJob("seal_audit", _("Sealing of the activity log"), timedelta(minutes=1), sealing.seal_job),
            ScheduledJob("mail_audit_head", _("Mailing the head of the activity log"), timedelta(hours=1), heads.mail_head),
            ScheduledJob(
                "forget_audit_texts", _("Erasing old texts of the activity log"), timedelta(days=1),
                services.forget_old_texts,
            ),
            ScheduledJob(
                "forget_audit_exports", _("Deleting files of the activity log"), timedelta(hours=1),
                exporting.forget_old_exports,
            ),
        ):  # fmt: skip
            scheduled_jobs.register(job)
