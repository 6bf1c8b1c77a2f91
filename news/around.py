"""All lists around an article, fetched together: one query brings every article that the page shows anywhere.

Each list is the first few of an order. So is its part of what was fetched: whatever the other lists brought along
stands farther away in that order than the list's own articles, and falls off its end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection
from django.db.models import Exists, OuterRef

from news.parts import NEWEST_FIRST, Part, articles_of, marks
from news.stories import LIST_COUNT
from portal.access.tokens import Tokens

if TYPE_CHECKING:
    from news.models import Article

RELATED_COUNT = 4
OTHER_COUNT = 5


@dataclass(frozen=True)
class Around:
    """The lists around an article. ``newer`` and ``older`` hold one more than is shown where there are more."""

    newer: "list[Article]"
    older: "list[Article]"
    related: "list[Article]"
    other: "list[Article]"
    latest: "list[Article]"
    most_viewed: "list[Article]"


def articles_around(
    article: "Article", tag_ids: list[int], picks: list[int], tokens: Tokens, alike: Sequence[int] = ()
) -> Around:
    """Everything listed on the article's page.

    ``picks`` are the related articles staff chose, in their order; ``alike`` are those that the portal found to belong
    to the same matter, the best first.
    """
    from news.models import ArticleTag

    wanted = _parts(article, tag_ids, list(dict.fromkeys([*picks, *alike])))
    shown = articles_of(wanted, tokens)
    if tag_ids:
        same_tag = ArticleTag.objects.filter(tag__in=tag_ids, content_object=OuterRef("pk"))
        shown = shown.annotate(shares_a_tag=Exists(same_tag.exclude(content_object=article.pk)))
    return _sort_into_lists(article, list(shown), picks, alike)


def _parts(article: "Article", tag_ids: list[int], picks: list[int]) -> list[Part]:
    """What each list needs, and no more."""
    size = settings.NEIGHBOURS_PER_LIST + 1
    section, place = article.parent_section_id, (_as_stored(article.ordered_at), article.pk)
    parts = [
        Part(LIST_COUNT, NEWEST_FIRST),
        Part(LIST_COUNT, "base_views DESC, page_ptr_id DESC", "base_views > 0"),
    ]
    if section is not None and article.pk is not None:
        here, there = "parent_section_id = %s", "parent_section_id <> %s"
        newer, older = "(ordered_at, page_ptr_id) > (%s, %s)", "(ordered_at, page_ptr_id) < (%s, %s)"
        parts += [
            Part(size, "ordered_at, page_ptr_id", f"{here} AND {newer}", (section, *place)),
            Part(size, NEWEST_FIRST, f"{here} AND {older}", (section, *place)),
            Part(RELATED_COUNT + 1, NEWEST_FIRST, here, (section,)),
            Part(OTHER_COUNT + RELATED_COUNT, NEWEST_FIRST, there, (section,)),
        ]
    if tag_ids:
        tag_marks = marks(tag_ids)
        # The sum keeps the database on the index of places: a popular tag is soon met there, a rare one is not far.
        tagged = f"page_ptr_id + 0 IN (SELECT content_object_id FROM news_articletag WHERE tag_id IN ({tag_marks}))"  # noqa: S608  marks only
        parts.append(Part(RELATED_COUNT + len(picks) + 1, NEWEST_FIRST, tagged, tuple(tag_ids)))
    if picks:
        parts.append(Part(len(picks), NEWEST_FIRST, f"page_ptr_id IN ({marks(picks)})", tuple(picks)))
    return parts


def _as_stored(moment: datetime) -> object:
    return connection.ops.adapt_datetimefield_value(moment)


def _sort_into_lists(article: "Article", found: "list[Article]", picks: list[int], alike: Sequence[int]) -> Around:
    """Each list's own part of ``found``, in its order."""
    here = (article.ordered_at, article.pk)
    newest_first = sorted(found, key=_place, reverse=True)
    same_section = [item for item in newest_first if item.parent_section_id == article.parent_section_id]
    size = settings.NEIGHBOURS_PER_LIST + 1
    by_id = {item.pk: item for item in found}
    chosen = [by_id[pk] for pk in picks if pk in by_id and pk != article.pk]
    near = [by_id[pk] for pk in alike if pk in by_id and pk != article.pk]
    tagged = [item for item in newest_first if getattr(item, "shares_a_tag", False) and item not in chosen]
    beside = [item for item in same_section if item.pk != article.pk]
    related = list(dict.fromkeys([*chosen, *near, *tagged, *beside]))[:RELATED_COUNT]
    elsewhere = [item for item in newest_first if item.parent_section_id != article.parent_section_id]
    viewed = sorted(
        (item for item in found if item.base_views), key=lambda item: (item.base_views, item.pk), reverse=True
    )
    return Around(
        newer=[item for item in reversed(same_section) if _place(item) > here][:size],
        older=[item for item in same_section if _place(item) < here][:size],
        related=related,
        other=[item for item in elsewhere if item not in related][:OTHER_COUNT],
        latest=newest_first[:LIST_COUNT],
        most_viewed=viewed[:LIST_COUNT],
    )


def _place(article: "Article") -> tuple[datetime, int]:
    return article.ordered_at, article.pk
