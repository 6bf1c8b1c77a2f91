"""Levels of access, the party's organisations, and every road by which content leaves the portal."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccessConfig(AppConfig):
    name = "portal.access"
    label = "access"
    verbose_name = _("Access")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal.access import own_channels, signal_handlers
        from portal.access.admin_counts import keep_counts
        from portal.access.admin_lists import keep_lists
        from portal.access.admin_moves import keep_media_with_moved_pages
        from portal.access.admin_policy import keep_the_admin_to_what_staff_may_see
        from portal.access.admin_subtrees import keep_subtrees_whole
        from portal.access.media_closing import close_left_open
        from portal.access.previews import offer_readers
        from portal.access.services import realign_all_renditions
        from portal.registry import ScheduledJob, scheduled_jobs

        own_channels.register()
        keep_the_admin_to_what_staff_may_see()
        keep_lists()
        keep_counts()
        keep_subtrees_whole()
        keep_media_with_moved_pages()
        offer_readers()
        signal_handlers.connect()
        scheduled_jobs.register(
            ScheduledJob(
                "realign_renditions",
                _("Placing of pictures after a change of access"),
                timedelta(minutes=5),
                realign_all_renditions,
            )
        )
        scheduled_jobs.register(
            ScheduledJob(
                "close_left_open",
                _("Closing of pictures and files that only restricted pages show"),
                timedelta(days=1),
                close_left_open,
            )
        )
