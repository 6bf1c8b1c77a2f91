"""Wagtail's own mails about remarks, and its choices of mails, give way to the desk's: one place for each thing."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.views.account import NotificationsSettingsPanel
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import CommentReply, PageSubscription

from portal.editorial.duties import events


def take_over() -> None:
    """Wagtail has no hook for either; its mails about remarks would be sent inside the request."""
    NotificationsSettingsPanel.is_active = lambda panel: False
    EditView.send_commenting_notifications = tell_of_remarks


def tell_of_remarks(view: EditView, changes: Mapping[str, Any]) -> None:
    """New remarks and answers are told to who took part, to the thread, and to who asked for it on this page."""
    new = list(changes["new_comments"])
    answers = [reply for _comment, replies in changes["new_replies"] for reply in replies]
    said = [one.text for one in (*new, *answers)]
    if not said:
        return
    threads = [comment for comment, _replies in changes["new_replies"]]
    people = {comment.user_id for comment in threads}
    people |= set(CommentReply.objects.filter(comment__in=threads).values_list("user", flat=True))
    asked = PageSubscription.objects.filter(page=view.page.pk, comment_notifications=True)
    people |= set(asked.values_list("user", flat=True))
    key = "-".join([*(f"c{one.pk}" for one in new[:10]), *(f"r{one.pk}" for one in answers[:10])])
    events.commented(view.page, people, view.request.user, said, key)


def mail_choices_item(request: HttpRequest) -> dict[str, str]:
    """For ``register_account_menu_item``."""
    return {
        "label": _("Mails and notifications"),
        "url": reverse("members_mail_choices"),
        "help_text": _("Choose on your desk what you are told of by mail: at once, once a day, or never."),
    }
