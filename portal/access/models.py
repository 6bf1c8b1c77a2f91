"""Organisations of the party tree, and the groups that code knows."""

from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.access.querysets import OrganisationQuerySet


def keep_known_groups(collector: object, field: object, sub_objs: object, using: str) -> None:
    """``on_delete`` of groups that code relies on, answered by the admin as any lack of permission.

    Raises:
        PermissionDenied: always.
    """
    raise PermissionDenied(_("The portal relies on this group; it cannot be deleted."))


class KnownGroup(models.Model):
    """A group that code relies on, by a code that does not change when staff rename the group."""

    code = models.CharField(pgettext_lazy("group", "code"), max_length=40, unique=True)
    group = models.OneToOneField(
        Group, on_delete=keep_known_groups, related_name="known_as", verbose_name=pgettext_lazy("organisation", "group")
    )

    class Meta:
        verbose_name = _("group made by code")
        verbose_name_plural = _("groups made by code")

    def __str__(self) -> str:
        return self.code


class Organisation(models.Model):
    """A party organisation, from the first to the last day it existed (both included; unknown when empty).

    Abbreviations are shared by hundreds of bodies, so they identify nothing: issuers of documents and the party tree
    hang their own data on this record.
    """

    name = models.CharField(pgettext_lazy("organisation", "name"), max_length=255)
    abbreviation = models.CharField(
        pgettext_lazy("organisation", "abbreviation"),
        max_length=30,
        blank=True,
        help_text=_("As in document numbers, for example: BTCTU."),
    )
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("superior")
    )
    valid_from = models.DateField(_("existed from"), null=True, blank=True)
    valid_to = models.DateField(
        _("existed until"), null=True, blank=True, help_text=_("The last day; empty while the organisation exists.")
    )
    successor = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=pgettext_lazy("organisation", "successor"),
        help_text=_("The organisation that took over its work."),
    )
    group = models.OneToOneField(
        Group,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="organisation",
        verbose_name=pgettext_lazy("organisation", "group"),
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ("name", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="organisation_ends_after_it_begins",
                violation_error_message=_("The last day must not be before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="organisation_is_not_its_own_superior",
                violation_error_message=_("An organisation cannot be its own superior."),
            ),
            models.CheckConstraint(
                condition=Q(successor__isnull=True) | ~Q(successor=F("id")),
                name="organisation_is_not_its_own_successor",
                violation_error_message=_("An organisation cannot be its own successor."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            errors["valid_to"] = _("The last day must not be before the first day.")
        if self._comes_round(lambda organisation: organisation.parent):
            errors["parent"] = _("The superior is this organisation itself or one of those below it.")
        if self._comes_round(lambda organisation: organisation.successor):
            errors["successor"] = _("The line of successors leads back to this organisation.")
        if errors:
            raise ValidationError(errors)

    def existed_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or self.valid_to >= day)

    def _comes_round(self, step: Callable[["Organisation"], "Organisation | None"]) -> bool:
        """Whether following ``step`` from here leads back here, or never ends."""
        seen: set[int] = set()
        at = step(self)
        while at is not None and at.pk is not None:
            if at.pk == self.pk or at.pk in seen:
                return True
            seen.add(at.pk)
            at = step(at)
        return False


class ClosedCollection(models.Model):
    """A collection that the portal made for what restricted pages use alone; found by this row, whatever its name.

    ``token`` is what it asked when it was made: one whose level somebody changed since is used no more.
    """

    token = models.TextField(_("what it asks"))
    collection = models.OneToOneField("wagtailcore.Collection", on_delete=models.CASCADE, related_name="+")

    machine_texts: ClassVar = frozenset({"token"})

    class Meta:
        verbose_name = _("collection of what pages closed")
        verbose_name_plural = _("collections of what pages closed")

    def __str__(self) -> str:
        return str(self.collection)


class ClosedMedium(models.Model):
    """A picture or a file that closed with pages: where the portal put it, and the collection it goes back to.

    ``pages`` are the numbers of those it closed with: one that is taken down and comes back brings it along.
    It holds as long as the medium lies in ``place``: where a person moves it afterwards is his decision.
    """

    picture = models.OneToOneField("portal.PortalImage", null=True, on_delete=models.CASCADE, related_name="+")
    file = models.OneToOneField("portal.PortalFile", null=True, on_delete=models.CASCADE, related_name="+")
    origin = models.ForeignKey(
        "wagtailcore.Collection",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("came from the collection"),
    )
    place = models.ForeignKey(
        "wagtailcore.Collection", on_delete=models.CASCADE, related_name="+", verbose_name=_("put into the collection")
    )

    pages = models.JSONField(_("closed with the pages"), default=list)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("picture or file closed with pages")
        verbose_name_plural = _("pictures and files closed with pages")

    def __str__(self) -> str:
        return str(self.picture or self.file)
