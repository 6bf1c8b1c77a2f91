"""The vocabulary in which organisations are asked for."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from portal.access.models import Organisation  # noqa: F401  named in the quoted type below


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def valid_on(self, day: date) -> Self:
        """Organisations that existed on ``day``; an open end means "always" or "still"."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day),
            Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        )
