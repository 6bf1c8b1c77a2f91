"""Effects as rows, and the worker that carries them out."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OutboxConfig(AppConfig):
    name = "portal.outbox"
    label = "outbox"
    verbose_name = _("Outbox")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal.health import HealthItem, health_items
        from portal.outbox import health, kinds, services
        from portal.registry import ScheduledJob, scheduled_jobs

        kinds.register()
        health_items.register(HealthItem("worker", health.worker_lives))
        health_items.register(HealthItem("outbox", health.nothing_waits))
        scheduled_jobs.register(
            ScheduledJob(
                "forget_effects", _("Forgetting effects long carried out"), timedelta(hours=1), services.forget_old
            )
        )
