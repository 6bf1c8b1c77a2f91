"""Editorial work: roles now, and all that turns a draft into a published page."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "portal.editorial"
    label = "editorial"
    verbose_name = _("Editorial work")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal.access.channels import channels
        from portal.editorial import signal_handlers, watch
        from portal.editorial.comparison.blocks import install as compare_readably
        from portal.editorial.comparison.moments import compare_moments_in_words
        from portal.editorial.desk import home
        from portal.editorial.desk.channels import CHANNEL as DESK
        from portal.editorial.locks import keep_locked_pages
        from portal.editorial.names import call_people_by_their_whole_name
        from portal.editorial.workflows import EDITORIAL, workflow_specs
        from portal.registry import scheduled_jobs

        signal_handlers.connect()
        workflow_specs.register(EDITORIAL)
        scheduled_jobs.register(watch.JOB)
        channels.register(DESK)
        home.register()
        compare_readably()
        keep_locked_pages()
        compare_moments_in_words()
        call_people_by_their_whole_name()
