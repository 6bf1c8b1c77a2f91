"""Duties in Wagtail's admin."""

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import PageLogEntry

from portal.editorial.desk.menu import ITEM_HOOK
from portal.editorial.duties.absence_views import absence_urls, absences_menu_item
from portal.editorial.duties.absences import ACTED_FOR
from portal.editorial.duties.account import mail_choices_item
from portal.editorial.duties.bulk import ACTIONS

hooks.register("register_account_menu_item", mail_choices_item)
hooks.register("register_admin_urls", absence_urls)
hooks.register(ITEM_HOOK, absences_menu_item)
for action in ACTIONS:
    hooks.register("register_bulk_action", action, order=100)  # after Wagtail's own, whose publishing is replaced


@hooks.register("register_log_actions")
def standing_in_is_logged(actions: LogActionRegistry) -> None:
    @actions.register_action(ACTED_FOR)
    class StandingInFormatter(LogFormatter):
        label = gettext_lazy("Decide for somebody absent")

        def format_message(self, log_entry: PageLogEntry) -> str:
            numbers = (log_entry.data or {}).get("for", [])
            people = get_user_model().objects.filter(pk__in=numbers)
            names = ", ".join(person.get_full_name() or person.get_username() for person in people)
            return _("Decided in place of %(names)s, absent") % {"names": names or "?"}
