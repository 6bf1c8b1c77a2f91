"""Search over articles, documents and standing pages."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    label = "search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from search import channels, health, roles, signal_handlers  # noqa: F401  signals register by importing
        from search.engines.database import signal_handlers as database  # noqa: F401  signals register by importing
        from search.index import registrations as index
        from search.indexing import kinds, verbs
        from search.related import registrations as related
        from search.related import signal_handlers as related_follow  # noqa: F401  signals register by importing

        for part in (channels, health, roles, kinds, verbs, index, related):
            part.register()
