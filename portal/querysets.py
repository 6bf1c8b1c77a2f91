"""The vocabulary in which pages are asked for."""

from typing import Self

from django.db.models import Q
from django.utils import timezone
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from portal.access.tokens import Tokens, restrict


class PortalPageQuerySet(PageQuerySet):
    """Page queries that are right at this second, not at the scheduler's last tick."""

    def live_now(self) -> Self:
        """Published, begun and not expired, compared with the clock."""
        now = timezone.now()
        return self.filter(
            Q(go_live_at__isnull=True) | Q(go_live_at__lte=now),
            Q(expire_at__isnull=True) | Q(expire_at__gt=now),
            live=True,
        )

    def visible_to(self, tokens: Tokens) -> Self:
        """What may be shown now to a visitor who holds ``tokens``."""
        return restrict(self.live_now(), tokens)

    def for_cards(self) -> Self:
        """Everything a card shows; page types with a picture add it."""
        return self


PortalPageManager = PageManager.from_queryset(PortalPageQuerySet)
