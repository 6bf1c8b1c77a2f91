"""Where a body stands: in the Party, the state or a mass organisation, and how high."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Sphere(models.TextChoices):
    PARTY = "party", pgettext_lazy("sphere of documents", "Party")
    STATE = "state", pgettext_lazy("sphere of documents", "State")
    ORGANISATION = "mass", pgettext_lazy("sphere of documents", "Front and mass organisations")


class IssuerLevel(models.IntegerChoices):
    """A smaller number stands higher."""

    CENTRAL = 1, _("central")
    PROVINCE = 2, _("province")
    DISTRICT = 3, _("district (until 30/6/2025)")
    GRASS_ROOTS = 4, _("grass roots")
    CELL = 5, _("party cell")
