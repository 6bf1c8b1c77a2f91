"""What became of a text by a decision, in the words in which those who took part are told of it."""

from django.utils.translation import gettext as _
from wagtail.models import Page

from portal.editorial.duties import events
from portal.editorial.models.tasks import RETURN
from portal.text import format_moment


def outcome_of(page: Page, action: str) -> str:
    """What ``action``, just carried out at a step of its workflow, did to ``page``."""
    now = Page.objects.get(pk=page.pk)
    title, step, scheduled = page.get_admin_display_title(), now.current_workflow_task, now.scheduled_revision
    if action == RETURN:
        return str(events.RETURNED.sentence) % {"title": title}
    if step is not None:
        return _("“%(title)s” was passed on to the step “%(step)s”") % {"title": title, "step": step.name}
    if scheduled is not None:
        return str(events.SCHEDULED.sentence) % {"title": title, "at": format_moment(scheduled.approved_go_live_at)}
    is_live = now.live and not now.has_unpublished_changes
    return str((events.APPROVED_LIVE if is_live else events.HELD).sentence) % {"title": title}
