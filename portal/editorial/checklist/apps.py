"""The checklist before submission, an app of its own."""

from datetime import timedelta

from django.apps import AppConfig
from django.db.models.signals import pre_save
from django.utils.translation import gettext_lazy as _


class ChecklistConfig(AppConfig):
    name = "portal.editorial.checklist"
    label = "checklist"
    verbose_name = _("Checklist before submission")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.models import WorkflowState

        from portal.editorial.checklist import own_checks, tasks
        from portal.editorial.checklist.editor import put_into_editor
        from portal.editorial.checklist.services import keep_back
        from portal.queues.registry import TaskRule, task_rules
        from portal.registry import ScheduledJob, scheduled_jobs

        task_rules.register(TaskRule("portal.editorial.checklist.tasks.try_links", _("trying links")))
        own_checks.register()
        forget = ScheduledJob("forget_links", _("Forgetting tried addresses"), timedelta(days=1), tasks.forget_untried)
        scheduled_jobs.register(forget)
        put_into_editor()
        pre_save.connect(keep_back, sender=WorkflowState, dispatch_uid="checklist_keep_back")
