"""Removing pages for good."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PurgingConfig(AppConfig):
    name = "portal.editorial.purging"
    label = "purging"
    verbose_name = _("Removing for good")

    def ready(self) -> None:
        from portal.editorial.audit.registry import AuditAction, audit_actions
        from portal.editorial.purging import log_traces, media_traces, page_traces
        from portal.editorial.purging.registry import PURGED, traces

        audit_actions.register(AuditAction(PURGED, _("Removed for good")))
        for trace in (*page_traces.TRACES, *media_traces.TRACES, *log_traces.TRACES):
            traces.register(trace)
