"""The words of the register as data that staff edit: types, fields, positions, terms, kinds of relations.

What the rules of the field say of them (codes, who may issue what) stands in domain tables seeded by a migration, never
in code: the rules were replaced three times in ten years.
"""

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.models.levels import IssuerLevel, Sphere

if TYPE_CHECKING:
    from documents.models.issuers import Issuer


class DocumentType(models.Model):  # type: ignore[django-manager-missing]  # Wagtail's has no types
    """A type of document, such as `Chỉ thị`, with the letters that stand for it in a number."""

    name = models.CharField(_("name"), max_length=80, help_text=_("For example: Chỉ thị."))
    code = models.CharField(
        _("letters in the number"),
        max_length=10,
        blank=True,
        help_text=_("For example: CT. Empty where numbers of this type have none."),
    )
    other_codes = models.CharField(
        _("other letters"),
        max_length=60,
        blank=True,
        help_text=_("Older or local spellings, separated by commas, for example: QĐi, QyĐ."),
    )
    sphere = models.CharField(_("sphere"), max_length=10, choices=Sphere.choices, default=Sphere.PARTY)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    sort_order = models.PositiveSmallIntegerField(_("position"), default=100, help_text=_("Smaller comes first."))

    class Meta:
        verbose_name = _("document type")
        verbose_name_plural = _("document types")
        ordering: ClassVar = ["sort_order", "name", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["name", "sphere"], name="document_type_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def codes(self) -> list[str]:
        """All letters that may stand for this type, the usual ones first."""
        return [code for code in (self.code, *(other.strip() for other in self.other_codes.split(","))) if code]


class Field(models.Model):
    """A field (`Lĩnh vực`) that documents are about."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    sort_order = models.PositiveSmallIntegerField(_("position"), default=100, help_text=_("Smaller comes first."))

    class Meta:
        verbose_name = pgettext_lazy("of documents", "field")
        verbose_name_plural = pgettext_lazy("of documents", "fields")
        ordering: ClassVar = ["sort_order", "name", "pk"]

    def __str__(self) -> str:
        return self.name


class Position(models.Model):
    """The office (`Chức vụ`) in which somebody signs."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    sort_order = models.PositiveSmallIntegerField(_("position"), default=100, help_text=_("Smaller comes first."))

    class Meta:
        verbose_name = pgettext_lazy("of a signer", "position")
        verbose_name_plural = pgettext_lazy("of a signer", "positions")
        ordering: ClassVar = ["sort_order", "name", "pk"]

    def __str__(self) -> str:
        return self.name


class TermQuerySet(models.QuerySet["Term"]):
    def in_which(self, issuer: "Issuer", day: dt.date) -> "Term | None":
        """The term in which ``issuer`` issued something on ``day``: its own, or that of a body above it.

        A term of the whole Party tells only of its central bodies: others have their own congresses.
        """
        whose = Q(issuer__in=[body.pk for body in issuer.with_all_above()])
        if issuer.level == IssuerLevel.CENTRAL:
            whose |= Q(issuer=None)
        lasting = self.filter(whose, Q(ends=None) | Q(ends__gte=day), starts__lte=day)
        return lasting.order_by("-starts").first() if issuer.sphere == Sphere.PARTY else None


class Term(models.Model):  # type: ignore[django-manager-missing]  # Wagtail's has no types
    """A term (`Nhiệm kỳ`): from the day after one congress closes to the day the next one does.

    Numbers of party documents begin anew with each. Without ``issuer`` it is a term of the whole Party; else of the
    organisation whose congress it was, and of the bodies below it.
    """

    name = models.CharField(_("name"), max_length=40, help_text=_("For example: XIII, or 2020–2025."))
    issuer = models.ForeignKey(
        "documents.Issuer",
        verbose_name=_("of whom"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="terms",
        help_text=_("Empty: a term of the whole Party."),
    )
    starts = models.DateField(_("from"))
    ends = models.DateField(_("until"), null=True, blank=True, help_text=_("Empty: it lasts."))

    wagtail_reference_index_ignore = True

    objects = models.Manager.from_queryset(TermQuerySet)()

    class Meta:
        verbose_name = _("term of office")
        verbose_name_plural = _("terms of office")
        ordering: ClassVar = ["-starts", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["name", "issuer"], name="term_name"),
            models.UniqueConstraint(fields=["name"], name="term_name_of_party", condition=Q(issuer=None)),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.ends is not None and self.ends < self.starts:
            raise ValidationError({"ends": _("The end cannot be before the beginning.")})


class RelationKind(models.Model):
    """How one document may bear on another, named from both sides, and what that does to the other's validity."""

    class Effect(models.TextChoices):
        NONE = "", _("none")
        REPLACES = "replaces", _("the other is replaced")
        ABROGATES = "abrogates", _("the other is abrogated")
        AMENDS = "amends", _("the other is amended")
        SUSPENDS = "suspends", _("the other is suspended")

    name = models.CharField(_("from this side"), max_length=80, unique=True, help_text=_("For example: thay thế."))
    inverse_name = models.CharField(
        _("from the other side"), max_length=80, help_text=_("For example: bị thay thế bởi.")
    )
    effect = models.CharField(_("effect"), max_length=10, choices=Effect.choices, blank=True, default=Effect.NONE)
    other_names = models.CharField(
        _("also called"), max_length=200, blank=True, help_text=_("What import files call it, separated by commas.")
    )
    sort_order = models.PositiveSmallIntegerField(_("position"), default=100, help_text=_("Smaller comes first."))

    class Meta:
        verbose_name = _("kind of relation")
        verbose_name_plural = _("kinds of relations")
        ordering: ClassVar = ["sort_order", "name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_symmetric(self) -> bool:
        return self.name == self.inverse_name

    @property
    def changes_validity(self) -> bool:
        return bool(self.effect)


class IssuingRule(models.Model):
    """A type that bodies of one level may not issue. It warns and never refuses: old papers obeyed older rules."""

    level = models.PositiveSmallIntegerField(_("level"), choices=IssuerLevel.choices)
    document_type = models.ForeignKey(
        DocumentType, verbose_name=_("may not issue"), on_delete=models.CASCADE, related_name="issuing_rules"
    )
    basis = models.CharField(
        _("basis"), max_length=200, help_text=_("The rule that says so, for example: Quy định 399-QĐ/TW.")
    )
    since = models.DateField(_("since"), null=True, blank=True, help_text=_("Papers before that day are left alone."))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("rule on who issues what")
        verbose_name_plural = _("rules on who issues what")
        ordering: ClassVar = ["level", "document_type"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["level", "document_type"], name="issuing_rule")]

    def __str__(self) -> str:
        return f"{self.get_level_display()}: {self.document_type}"
