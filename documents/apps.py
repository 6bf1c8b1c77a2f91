"""Official documents, their register, issuers, relations and validity."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    name = "documents"
    label = "documents"
    verbose_name = _("Official documents")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from documents import channels, checks_before_submission, purging, roles, signal_handlers, workflow  # noqa: F401  signals register by importing
        from documents.files import actions, jobs
        from documents.filling import prefill  # noqa: F401  the same
        from documents.importing import registrations
        from documents.mentions import linking
        from documents.mentions import registrations as mentions
        from documents.mentions import signal_handlers as mention_signals  # noqa: F401  the same

        for part in (
            actions, registrations, channels, checks_before_submission, jobs, purging, roles, workflow, linking, mentions,
        ):  # fmt: skip
            part.register()
