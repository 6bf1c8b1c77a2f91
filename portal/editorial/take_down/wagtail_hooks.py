"""Taking down in Wagtail's admin: instead of its own unpublishing, in the editor, the explorer and the lists."""

from typing import Any

from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.action_menu import UnpublishMenuItem
from wagtail.admin.wagtail_hooks import PageListingUnpublishButton
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import PageLogEntry

from portal.editorial.take_down.services import ACTION, may_take_down
from portal.editorial.take_down.views import TakeManyDown


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    @actions.register_action(ACTION)
    class TakeDownFormatter(LogFormatter):
        label = pgettext_lazy("editorial", "Take down")
        message = pgettext_lazy("history", "Taken down")

        def format_comment(self, log_entry: PageLogEntry) -> str:
            reason: str = (log_entry.data or {}).get("reason", "")
            return reason


hooks.register("register_bulk_action", TakeManyDown, order=100)  # after Wagtail's own, which it replaces


def offer_whatever_the_lock() -> None:
    """Wagtail hides its buttons while a page is locked, by a workflow too; what must not be read cannot wait."""

    def in_list(button: PageListingUnpublishButton, user: Any) -> bool:
        return button.page.live and may_take_down(user, button.page)

    def in_editor(item: UnpublishMenuItem, context: dict[str, Any]) -> bool:
        if context["view"] != "edit":
            return False
        return context["page"].live and may_take_down(context["request"].user, context["page"])

    PageListingUnpublishButton.is_shown = in_list
    UnpublishMenuItem.is_shown = in_editor


offer_whatever_the_lock()
