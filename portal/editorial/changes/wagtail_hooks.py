"""The reason of a change in a page's history."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import PageLogEntry

from portal.editorial.changes.services import ACTION


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    @actions.register_action(ACTION)
    class ReasonFormatter(LogFormatter):
        label = _("Reason for a change after publication")
        message = _("Changed after publication")

        def format_comment(self, log_entry: PageLogEntry) -> str:
            reason: str = (log_entry.data or {}).get("reason", "")
            return reason
