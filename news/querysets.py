"""The vocabulary in which articles are asked for."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db.models import F, OuterRef, Q, Subquery
from wagtail.models import Page

from portal.querysets import PortalPageQuerySet

if TYPE_CHECKING:
    from news.models import Section

CARD_FIELDS = (
    "title",
    "path",
    "url_path",
    "kicker",
    "sapo",
    "published_on",
    "published_time_known",
    "ordered_at",
    "base_views",
    "source_tag",
    "parent_section",
    "picture_alt",
    "picture__title",
    "picture__file",
    "picture__width",
    "picture__height",
    "picture__file_hash",
    "picture__focal_point_x",
    "picture__focal_point_y",
    "picture__focal_point_width",
    "picture__focal_point_height",
    "picture__collection",
)


class ArticleQuerySet(PortalPageQuerySet):
    """Articles by place in lists (``ordered_at``, then id), section, tag and time."""

    def newest_first(self) -> Self:
        return self.order_by("-ordered_at", "-pk")

    def most_viewed(self) -> Self:
        """By known views; articles whose views are unknown are not ranked."""
        return self.filter(base_views__gt=0).order_by("-base_views", "-pk")

    def in_section(self, section: "Section") -> Self:
        """Directly in ``section``."""
        return self.filter(parent_section=section)

    def in_sections(self, section_ids: Sequence[int]) -> Self:
        """Directly in one of the sections."""
        return self.filter(parent_section__in=section_ids)

    def newest_of_sections(self, section_ids: Sequence[int]) -> Self:
        """Those of the sections, newest first, made to be cut to a page.

        One section is an equality that its index answers in order. Several are a sum that no index can seek, on
        purpose: the database then walks the index of all articles in order, which knows their sections, and stops at
        the page's end, where it would otherwise collect and sort all of them.
        """
        if len(section_ids) == 1:
            return self.filter(parent_section=section_ids[0]).newest_first()
        return self.annotate(_section=F("parent_section_id") + 0).filter(_section__in=section_ids).newest_first()

    def before(self, ordered_at: datetime, pk: int) -> Self:
        """Older than the place (``ordered_at``, ``pk``), nearest first."""
        return self.filter(
            Q(ordered_at__lt=ordered_at) | Q(ordered_at=ordered_at, pk__lt=pk), ordered_at__lte=ordered_at
        ).order_by("-ordered_at", "-pk")

    def after(self, ordered_at: datetime, pk: int) -> Self:
        """Newer than the place (``ordered_at``, ``pk``), nearest first."""
        return self.filter(
            Q(ordered_at__gt=ordered_at) | Q(ordered_at=ordered_at, pk__gt=pk), ordered_at__gte=ordered_at
        ).order_by("ordered_at", "pk")

    def between(self, start: datetime, end: datetime) -> Self:
        """Published at or after ``start`` and before ``end``. Unknown dates belong to no period."""
        return self.filter(published_on__gte=start, published_on__lt=end)

    def tagged(self, tag_ids: Sequence[int]) -> Self:
        return self.filter(tagged_items__tag__in=tag_ids).distinct()

    def for_cards(self) -> Self:
        """Everything a card shows, in one query, and nothing else: a page's list brings some fifty articles."""
        return self.select_related("picture").only(*CARD_FIELDS)

    def for_feeds(self) -> Self:
        """Everything a feed says of an article, in one query: all that a card does but for the picture, and more."""
        told = [name for name in CARD_FIELDS if not name.startswith("picture")]
        return self.only(*told, "updated_on", "author_name")

    def with_section_title(self) -> Self:
        """``section_title``: the kicker of lists that mix sections."""
        sections = PortalPageQuerySet(Page).live_now().filter(pk=OuterRef("parent_section_id"))
        return self.annotate(section_title=Subquery(sections.values("title")[:1]))
