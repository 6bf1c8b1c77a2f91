"""Bodies that issue documents (`Cơ quan ban hành`)."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from documents.models.levels import IssuerLevel, Sphere
from portal.text import collation_key, fold

_MOST_ABOVE, _BATCH = 12, 200


class IssuerQuerySet(models.QuerySet["Issuer"]):
    def existing_on(self, day: dt.date) -> Self:
        """Those that were there on ``day``; an unknown beginning or end excludes nobody."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day), Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        )


class Issuer(models.Model):  # type: ignore[django-manager-missing]  # Wagtail's has no types
    """A body that issues documents, under the name it had in its time.

    The letters in a number do not tell which body it is (TW stands for three, ĐU for thousands), so a document names
    its issuer, and letters only propose some. Bodies end, and others take over: papers stay with who issued them.
    """

    name = models.CharField(_("name"), max_length=200, help_text=_("In full, for example: Ban Tổ chức Trung ương."))
    abbreviation = models.CharField(
        _("letters in numbers"), max_length=30, blank=True, help_text=_("For example: BTCTW.")
    )
    other_names = models.TextField(
        _("also called"),
        blank=True,
        help_text=_("Other names and shorter forms, one a line: they are found in texts and import files."),
    )
    sphere = models.CharField(_("sphere"), max_length=10, choices=Sphere.choices, default=Sphere.PARTY)
    level = models.PositiveSmallIntegerField(_("level"), choices=IssuerLevel.choices, default=IssuerLevel.CENTRAL)
    parent = models.ForeignKey(
        "self", verbose_name=_("body above"), null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    valid_from = models.DateField(_("since"), null=True, blank=True)
    valid_to = models.DateField(_("until"), null=True, blank=True, help_text=_("Empty: it still is."))
    successor = models.ForeignKey(
        "self",
        verbose_name=_("successor"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="predecessors",
    )
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    order = models.BinaryField(editable=False, default=b"", db_index=True)
    #: The folded name with that of the body above: what texts say of a place is looked for in it.
    called = models.TextField(editable=False, default="")

    wagtail_reference_index_ignore = True

    objects = models.Manager.from_queryset(IssuerQuerySet)()

    class Meta:
        verbose_name = _("issuing body")
        verbose_name_plural = _("issuing bodies")
        ordering: ClassVar = ["level", "order", "pk"]
        indexes: ClassVar = [models.Index(fields=["abbreviation"], name="issuer_abbreviation")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["name", "parent"], name="issuer_name"),
            models.UniqueConstraint(fields=["name"], name="issuer_name_on_top", condition=Q(parent=None)),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        errors: dict[str, Any] = {}
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            errors["valid_to"] = _("The end cannot be before the beginning.")
        if self.successor_id and self.successor_id == self.pk:
            errors["successor"] = _("A body cannot succeed itself.")
        if self.pk and self.parent is not None and any(above.pk == self.pk for above in self.parent.with_all_above()):
            errors["parent"] = _("A body cannot stand below itself.")
        if errors:
            raise ValidationError(errors)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.order = collation_key(self.name)
        self.called = _called(self)
        super().save(*args, **kwargs)
        below = [child for child in self.children.select_related("parent") if child.called != _called(child)]
        for child in below:
            child.called = _called(child)
        Issuer.objects.bulk_update(below, ["called"], batch_size=_BATCH)

    def with_all_above(self) -> Iterator["Issuer"]:
        """This body, then the one above it, and so on; bounded, should the data hold a circle."""
        body: Issuer | None = self
        for _step in range(_MOST_ABOVE):
            if body is None:
                return
            yield body
            body = body.parent

    def stands_below(self, other: "Issuer") -> bool:
        """Whether ``other`` is above this body: by the chain of bodies, or by level within the same sphere."""
        if other.pk == self.pk:
            return False
        if any(above.pk == other.pk for above in self.with_all_above()):
            return True
        return self.sphere == other.sphere and self.level > other.level

    def names(self) -> list[str]:
        """The name and all others it goes by."""
        return [self.name, *(line.strip() for line in self.other_names.splitlines() if line.strip())]


def _called(issuer: Issuer) -> str:
    return fold(" ".join(body.name for body in (issuer, issuer.parent) if body is not None))
