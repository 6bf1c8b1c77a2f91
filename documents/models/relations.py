"""How documents bear on each other: what staff write, and what follows from it for both sides.

A ``DocumentRelation`` is content: it is written in a draft, approved and published with its document. A
``RelationEdge`` is what follows from it once that is live: it knows the other document, or that it is not here yet.
Both sides read edges, and what arrives later is found by them without touching content that was approved.
"""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable

from documents.models.catalogue import RelationKind


class DocumentRelation(Orderable):
    """This document … that one. The other may be chosen, or named as text while it is not in the register."""

    document = ParentalKey("documents.OfficialDocument", on_delete=models.CASCADE, related_name="relations")
    kind = models.ForeignKey(RelationKind, verbose_name=_("this document"), on_delete=models.PROTECT, related_name="+")
    target = models.ForeignKey(
        "documents.OfficialDocument",
        verbose_name=_("the other document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    target_text = models.CharField(
        _("or, if it is not in the register"),
        max_length=300,
        blank=True,
        help_text=_(
            "Number, date and issuer, for example: 09-HD/BTCTW ngày 02/3/2012. It is linked once it is entered."
        ),
    )
    is_partial = models.BooleanField(_("in part only"), default=False)
    note = models.CharField(
        _("which part"), max_length=250, blank=True, help_text=_("For example: Điều 5 và khoản 2 Điều 7.")
    )
    since = models.DateField(
        _("from"), null=True, blank=True, help_text=_("Empty: from the day this document takes effect.")
    )
    until = models.DateField(_("until"), null=True, blank=True, help_text=_("Of a suspension that ends."))

    panels: ClassVar = [
        FieldPanel("kind"),
        PageChooserPanel("target", "documents.OfficialDocument"),
        FieldPanel("target_text"),
        FieldRowPanel([FieldPanel("is_partial"), FieldPanel("note")]),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("relation")
        verbose_name_plural = _("relations")

    def __str__(self) -> str:
        return f"{self.kind} {self.target or self.target_text}"

    def clean(self) -> None:
        errors = {}
        if self.target_id is None and not self.target_text.strip():
            errors["target"] = _("Choose the other document, or write its number.")
        if self.since and self.until and self.until < self.since:
            errors["until"] = _("The end cannot be before the beginning.")
        if errors:
            raise ValidationError(errors)


class RelationEdge(models.Model):
    """A relation of a live document. ``target`` is empty while the other is not known; ``target_key`` finds it."""

    source = models.ForeignKey("documents.OfficialDocument", on_delete=models.CASCADE, related_name="edges")
    kind = models.ForeignKey(RelationKind, on_delete=models.PROTECT, related_name="+")
    target = models.ForeignKey(
        "documents.OfficialDocument", null=True, on_delete=models.SET_NULL, related_name="inverse_edges"
    )
    target_text = models.CharField(max_length=300, blank=True)
    target_key = models.CharField(max_length=80, blank=True, db_index=True)
    is_partial = models.BooleanField(default=False)
    note = models.CharField(max_length=250, blank=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    sort_order = models.PositiveIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering: ClassVar = ["kind__sort_order", "sort_order", "pk"]

    def __str__(self) -> str:
        return f"{self.source} {self.kind} {self.target or self.target_text}"
