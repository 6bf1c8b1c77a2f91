"""Where a change is published, whoever does it and by whatever road."""

from typing import Any

from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, Revision
from wagtail.signals import page_published

from portal.editorial.changes.services import put_into_history, require_explanation


def connect() -> None:
    page_published.connect(published)
    _ask_before_publishing()


def published(sender: type[Page], instance: Page, revision: Revision | None = None, **kwargs: Any) -> None:
    if instance.live:
        put_into_history(instance, revision)


def _ask_before_publishing() -> None:
    """Wagtail sends no signal before it publishes, but every road comes by this check.

    What nobody does is not asked: the scheduler publishes what was explained when it was scheduled, and an import says
    itself what it did.
    """
    wagtails_check = PublishPageRevisionAction.check

    def check(action: PublishPageRevisionAction, skip_permission_checks: bool = False) -> None:
        wagtails_check(action, skip_permission_checks)
        if action.user is not None:
            require_explanation(action.object)

    PublishPageRevisionAction.check = check
