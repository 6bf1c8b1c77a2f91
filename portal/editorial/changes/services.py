"""Who changes what readers already have says why: to them, in a correction, or to colleagues, in the history."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from portal.editorial.changes.models import ChangeReason
from portal.editorial.content import digest_of

#: What Wagtail's log calls it.
ACTION = "changes.reason"
MOST_LETTERS = 500
#: Of a page type whose changes are explained: True. It has ``corrections`` with a ``text``.
DECLARED = "changes_are_explained"
ASK = _(
    "Readers already have this page. Add a correction for them, or write the reason for the change, which only staff see."
)


def is_explained(page: Page) -> bool:
    """Whether a change of ``page`` needs an explanation: its type says so, and readers have it now."""
    if not getattr(page, DECLARED, False) or page.alias_of_id or not page.pk:
        return False
    return bool(Page.objects.filter(pk=page.pk, live=True).exists())


def reason_for(page: Page) -> str:
    """The reason given for the change under way."""
    return ChangeReason.objects.filter(page=page.pk).values_list("text", flat=True).first() or ""


def give_reason(page: Page, text: str, *, by: Any) -> None:
    """Say why ``page`` is being changed; an empty text takes the reason back."""
    text = text.strip()[:MOST_LETTERS]
    if not text:
        ChangeReason.objects.filter(page=page.pk).delete()
    elif text != reason_for(page):
        ChangeReason.objects.update_or_create(page_id=page.pk, defaults={"text": text, "written_by": by})


def require_explanation(page: Page) -> None:
    """Before ``page``, as it is about to be published, takes the place of what readers have.

    Raises:
        ValidationError: they would get another text without a word about it anywhere.
    """
    if not is_explained(page) or reason_for(page):
        return
    published = page.specific_class.objects.get(pk=page.pk)
    if has_new_correction(published, [correction.text for correction in page.corrections.all()]):
        return
    if digest_of(page) != digest_of(published):
        raise ValidationError({NON_FIELD_ERRORS: [ASK]})


def has_new_correction(published: Page, texts: list[str]) -> bool:
    """Whether one of ``texts`` is a correction that readers of ``published`` do not have yet."""
    known = {correction.text.strip() for correction in published.corrections.all()}
    return any(text.strip() and text.strip() not in known for text in texts)


def put_into_history(page: Page, revision: Revision | None) -> None:
    """``page`` has just been published: the reason for the change belongs to it from now on, and to no later one."""
    with transaction.atomic():
        given = ChangeReason.objects.select_related("written_by").filter(page=page.pk).first()
        if given is not None:
            log(instance=page, action=ACTION, user=given.written_by, revision=revision, data={"reason": given.text})
            given.delete()
