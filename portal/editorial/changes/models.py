"""Why a published page is being changed, from the first draft of the change to its publication."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ChangeReason(models.Model):
    """The reason for the change under way; at its publication it moves into the page's history.

    It is no field of the page: nothing that readers get could hold it.
    """

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    text = models.TextField(_("reason"))
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    written_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("reason for a change")
        verbose_name_plural = _("reasons for changes")

    def __str__(self) -> str:
        return self.text[:60]
