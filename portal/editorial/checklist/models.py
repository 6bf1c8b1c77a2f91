"""How strict the checklist is, and what is known of addresses elsewhere."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from portal.editorial.checklist.admin_settings import ChecklistForm, ChecksPanel


@register_setting(icon="tasks", order=200)
class ChecklistSettings(BaseGenericSetting):
    """What staff decided for each check, by its name; a check that nobody decided on is as strict as it was made."""

    severities = models.JSONField(_("strictness of each check"), default=dict, blank=True)

    base_form_class = ChecklistForm
    panels: ClassVar = [ChecksPanel()]

    class Meta:
        verbose_name = _("checklist before submission")

    def __str__(self) -> str:
        return str(_("checklist before submission"))


class CheckedLink(models.Model):
    """An address elsewhere and whether it answered when it was last tried; ``problem`` is empty when it did."""

    NO_ANSWER = "no answer"
    GONE = "gone"
    FAILING = "failing"
    REFUSED = "refused"

    digest = models.CharField(_("digest of the address"), max_length=64, unique=True)
    url = models.TextField(_("address"))
    problem = models.CharField(_("problem"), max_length=20, blank=True)
    checked_at = models.DateTimeField(_("checked at"), db_index=True)

    machine_texts: ClassVar = frozenset({"url", "problem"})

    class Meta:
        verbose_name = _("address that was tried")
        verbose_name_plural = _("addresses that were tried")

    def __str__(self) -> str:
        return self.url
