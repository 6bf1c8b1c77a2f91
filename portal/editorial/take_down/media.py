"""Pictures and files that only pages taken down use: into a collection that staff alone see into, and back again.

How they go is one mechanism for all that closes pages (``portal.access.media_places``); here is what is withdrawn.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.models.view_restrictions import BaseViewRestriction

from portal.access.groups import known_group
from portal.access.restrictions import condition
from portal.editorial.roles import staff_roles
from portal.editorial.take_down.models import TakenDown


@dataclass(frozen=True)
class TakenDownPagesShowNothing:
    name: str = "take_down"

    def among(self, pages: Collection[int]) -> set[int]:
        down = TakenDown.objects.filter(page_number__in=pages, returned_at__isnull=True)
        return set(down.values_list("page_number", flat=True))

    def token(self) -> str:
        """Staff see what they edit, and nobody else does."""
        return condition(BaseViewRestriction.GROUPS, sorted({known_group(role).pk for role in staff_roles()}))

    def collection_name(self) -> str:
        return _("Taken down")
