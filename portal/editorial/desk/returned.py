"""Whoever opens a text that was returned reads above it what is to be mended."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page, WorkflowState

from portal.editorial.desk.entries import Entry


def say_what_is_to_be_mended(request: HttpRequest, page: Page) -> None:
    """Before the form is shown; nothing is said to a script, nor once the text was submitted again."""
    if request.method != "GET" or request.headers.get("x-requested-with") == "XMLHttpRequest":
        return
    state = page.current_workflow_state
    if state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return
    entry = Entry(page, task_state=state.current_task_state)
    if entry.note:
        said = {"who": entry.note_by, "note": entry.note}
        messages.warning(request, _("To be mended, says %(who)s: %(note)s") % said)
