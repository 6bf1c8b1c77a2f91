"""Tasks, their workers, and what becomes of a task whose worker died."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QueuesConfig(AppConfig):
    """Stands before ``django_tasks_db`` among the apps: its ``db_worker`` is the one that ``manage.py`` runs."""

    name = "portal.queues"
    label = "queues"
    verbose_name = _("Background tasks")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal.health import HealthItem, health_items
        from portal.queues import checks, health, rules, services, troubles  # noqa: F401  the checks register by importing
        from portal.registry import ScheduledJob, scheduled_jobs, trouble_sources

        rules.register()
        for item in (
            HealthItem("short-task-worker", health.short_worker_lives),
            HealthItem("long-task-worker", health.long_worker_lives),
            HealthItem("scan-worker", health.scan_worker_lives),
            HealthItem("short-tasks", health.short_tasks_flow),
            HealthItem("long-tasks", health.long_tasks_flow),
            HealthItem("scans", health.scans_flow),
            HealthItem("lost-tasks", health.nothing_is_lost),
        ):
            health_items.register(item)
        trouble_sources.register(troubles.SOURCE)
        for job in (
            ScheduledJob(
                "return_lost_tasks",
                _("Tasks whose worker is gone"),
                timedelta(seconds=20),
                services.return_lost_tasks,
                prompt=True,
            ),
            ScheduledJob("forget_tasks", _("Forgetting tasks long done"), timedelta(hours=1), services.forget_old),
        ):
            scheduled_jobs.register(job)
