"""What was taken down: rows that outlive the page."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.redirects.addresses import LONGEST


class TakenDown(models.Model):
    """One page taken down once. The page may be deleted later: nothing here depends on its row.

    ``page_type`` (as in ``news.section``) tells which addresses there were inside it. ``was_public``: anyone could read
    it at that moment, so anyone may be told that it is gone. ``reason`` and ``title`` are for staff. ``returned_at``:
    when it was published again.
    """

    page_number = models.PositiveBigIntegerField(_("number of the page"), db_index=True)
    page_type = models.CharField(_("type of the page"), max_length=200, blank=True)
    title = models.CharField(_("title"), max_length=255)
    reason = models.TextField(_("reason"), blank=True)
    taken_down_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("taken down by"),
    )
    taken_down_at = models.DateTimeField(_("taken down at"), db_index=True)
    was_public = models.BooleanField(_("was public"))
    returned_at = models.DateTimeField(_("published again at"), null=True)

    class Meta:
        verbose_name = _("page taken down")
        verbose_name_plural = _("pages taken down")

    def __str__(self) -> str:
        return self.title


class FormerAddress(models.Model):
    """An address at which a page taken down could be reached: its own, or one that led to it."""

    taken_down = models.ForeignKey(TakenDown, on_delete=models.CASCADE, related_name="addresses")
    path = models.CharField(_("address"), max_length=LONGEST, db_index=True)

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self) -> str:
        return self.path
