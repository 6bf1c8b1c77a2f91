"""Workflows that code made, found by their code, whatever staff rename them to."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class KnownWorkflow(models.Model):
    """Says that a workflow was made once. It is staff's from then on: deleted, it is not made again."""

    code = models.CharField(pgettext_lazy("workflow", "code"), max_length=40, unique=True)
    workflow = models.OneToOneField(
        "wagtailcore.Workflow",
        on_delete=models.SET_NULL,
        null=True,
        related_name="known_as",
        verbose_name=pgettext_lazy("four eyes", "workflow"),
    )

    class Meta:
        verbose_name = _("workflow made by code")
        verbose_name_plural = _("workflows made by code")

    def __str__(self) -> str:
        return self.code
