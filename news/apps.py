"""Articles and sections."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    label = "news"
    verbose_name = _("News")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from news import channels, checks_before_submission, signal_handlers, stories  # noqa: F401  the last two register by importing

        channels.register()
        checks_before_submission.register()
