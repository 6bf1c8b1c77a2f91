"""Two people who edit one page lose nothing.

Wagtail's editor refuses to save by itself over a version that somebody else has saved meanwhile. Pressing a button is
taken as meant, also where nobody knew of the other one, and two requests at the same moment do not see each other. Here
each request that changes a page waits for the one before it, and a form that was opened on an older version comes back
with what was typed, a word about the newer version and a way to compare; pressing again then saves.
"""

from typing import Any

from django.db import connection, transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.utils.timestamps import render_timestamp

from portal.editorial.errors import DecidedAlready
from portal.editorial.outcomes import outcome_of
from portal.publishing import hold_page, lock_page


def _drawn(response: HttpResponseBase) -> HttpResponseBase:
    """With its words written now, and not once the page may be at another step."""
    return response.render() if isinstance(response, SimpleTemplateResponse) else response


class InTurn(EditView):
    """An editor of pages of Wagtail's, one request at a time and on the newest version."""

    def dispatch(self, request: HttpRequest, page_id: int, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            return self._open(request, page_id, **kwargs)
        with transaction.atomic():
            lock_page(page_id)
            return _drawn(self._dispatch(request, page_id, **kwargs))

    def _open(self, request: HttpRequest, page_id: int, **kwargs: Any) -> HttpResponseBase:
        """The form as one moment has it: nobody decides about the page while it is drawn; many may open it at once.

        Wagtail reads the step of the page several times over, and fails where it ends in between. SQLite would let
        nobody else write meanwhile, and goes without.
        """
        if connection.vendor != "postgresql":
            return self._dispatch(request, page_id, **kwargs)
        with transaction.atomic():
            hold_page(page_id)
            return _drawn(self._dispatch(request, page_id, **kwargs))

    def _dispatch(self, request: HttpRequest, page_id: int, **kwargs: Any) -> HttpResponseBase:
        response: HttpResponseBase = super().dispatch(request, page_id, **kwargs)
        return response

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """A form that saved itself names what it saved (portal/static/portal/admin/session.js)."""
        if self.is_out_of_date and not self.expects_json_response and not self.page.alias_of_id:
            return self.refuse()
        response: HttpResponseBase = super().post(request, *args, **kwargs)
        return response

    def workflow_action_is_valid(self) -> bool:
        """
        Raises:
            DecidedAlready: somebody ended the step while this form was on its way.
        """
        if self.page.current_workflow_task is None:
            raise DecidedAlready(self.page.get_admin_display_title())
        return bool(super().workflow_action_is_valid())

    def add_save_confirmation_message(self) -> None:
        """After a decision Wagtail says only that the page was saved; who decided wants to know what became of it."""
        if self.action_name == "perform_workflow_action":
            said = outcome_of(self.page, self.workflow_action)
            messages.success(self.request, said, buttons=[self.get_edit_message_button()])
        else:
            super().add_save_confirmation_message()

    def refuse(self) -> HttpResponseBase:
        """The form as it was sent, with a word about the newer version; it no longer saves itself until one decides."""
        self.form = self.form_class(
            self.request.POST,
            self.request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=self.request.user,
        )
        self.form.defer_required_fields()
        self.form.is_valid()  # fills the page with what was typed
        self.form.restore_required_fields()
        messages.error(self.request, self._about_the_newer_version(), buttons=self._compare_button())
        self.has_unsaved_changes = True
        self.autosave_enabled = False
        response: HttpResponseBase = self.render_to_response(self.get_context_data())
        return response

    def _about_the_newer_version(self) -> str:
        by = self.latest_revision.user
        return format_html(
            _(
                "Not saved yet: {person} saved a newer version of this page at {moment}. What you typed is still below."
                " Compare the two and take over what is missing; saving again then keeps yours, and the other one"
                " stays in the history."
            ),
            person=get_user_display_name(by) if by else _("somebody else"),
            moment=render_timestamp(self.latest_revision.created_at),
        )

    def _compare_button(self) -> list[Any]:
        """From the version that was opened to the newest; none where the opened one itself was written over since."""
        opened = self.request.POST.get("loaded_revision_id", "")
        newest = self.latest_revision.pk
        if not opened.isdecimal() or not self.page.revisions.filter(pk=opened).exclude(pk=newest).exists():
            return []
        address = reverse("wagtailadmin_pages:revisions_compare", args=[self.page.pk, opened, newest])
        return [messages.button(address, _("Compare with the newer version"), new_window=True)]


class PageEditView(InTurn):
    """The editor of a page's newest version."""


class PageRevertView(InTurn, RevisionsRevertView):
    """The editor that brings an old version back."""


def editing_urls() -> list[URLPattern]:
    """Stands before Wagtail's own, at the same address."""
    return [
        path("pages/<int:page_id>/edit/", require_admin_access(PageEditView.as_view()), name="portal_admin_edit_page"),
        path(
            "pages/<int:page_id>/revisions/<int:revision_id>/revert/",
            require_admin_access(PageRevertView.as_view()),
            name="portal_admin_bring_back_version",
        ),
    ]
