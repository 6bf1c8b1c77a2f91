"""The site itself: pages, blocks, settings, registries."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    label = "portal"
    verbose_name = _("Portal")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal import channels, checks, signal_handlers  # noqa: F401  the last two register by importing
        from portal.access.channels import channels as all_channels
        from portal.admin.chooser import ask_once_for_all_rows
        from portal.admin.paste.views import CHANNEL as PASTE
        from portal.admin.session import CHANNEL as SESSION
        from portal.health import (
            PUBLISHING,
            HealthItem,
            database_answers,
            health_items,
            other_jobs_run,
            scheduler_ticks,
        )
        from portal.housekeeping import JOB as FORGET_EDITING
        from portal.publishing import publish_scheduled
        from portal.registry import ScheduledJob, scheduled_jobs
        from portal.tags import find_tags_however_written

        find_tags_however_written()
        ask_once_for_all_rows()
        channels.register()
        health_items.register(HealthItem("database", database_answers))
        health_items.register(HealthItem("scheduler", scheduler_ticks))
        health_items.register(HealthItem("scheduler-other-jobs", other_jobs_run))
        all_channels.register(PASTE)
        all_channels.register(SESSION)
        scheduled_jobs.register(
            ScheduledJob(
                PUBLISHING, _("Scheduled publishing and expiry"), timedelta(seconds=10), publish_scheduled, prompt=True
            )
        )
        scheduled_jobs.register(FORGET_EDITING)
