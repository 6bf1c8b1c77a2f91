"""The first few of several orders, fetched together: one query for every list that a page shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models.expressions import RawSQL

from news.models import Article
from news.querysets import ArticleQuerySet
from portal.access.tokens import Tokens

NEWEST_FIRST = "ordered_at DESC, page_ptr_id DESC"


@dataclass(frozen=True)
class Part:
    """The first ``count`` visible articles in ``order`` for which ``condition`` holds."""

    count: int
    order: str = NEWEST_FIRST
    condition: str = "1 = 1"
    values: tuple[object, ...] = ()


def in_sections(section_ids: Sequence[int], count: int) -> Part:
    """The newest of some sections, in the form that ``ArticleQuerySet.newest_of_sections`` explains."""
    if len(section_ids) == 1:
        return Part(count, condition="parent_section_id = %s", values=tuple(section_ids))
    condition = f"parent_section_id + 0 IN ({marks(section_ids)})" if section_ids else "1 = 0"
    return Part(count, condition=condition, values=tuple(section_ids))


def articles_of(parts: Sequence[Part], tokens: Tokens) -> ArticleQuerySet:
    """The articles of all parts that may be seen now, as cards need them, each once and in no order.

    Put together by hand: SQLite takes no sliced query inside a union of Django's, and building seven such queries costs
    more time than running them. Every value is a parameter.
    """
    if not parts:
        return Article.objects.none()
    base, base_values = Article.objects.visible_to(tokens).order_by().values("pk").query.sql_with_params()
    selects = []
    values: list[object] = []
    for number, part in enumerate(parts):
        inner = f"{base} AND {part.condition} ORDER BY {part.order} LIMIT {part.count:d}"
        selects.append(f"SELECT pk FROM ({inner}) AS part_{number}")  # noqa: S608  our words and parameters
        values += [*base_values, *part.values]
    ids = RawSQL(" UNION ALL ".join(selects), values)  # noqa: S611  as above
    found: ArticleQuerySet = Article.objects.filter(pk__in=ids).for_cards()
    return found


def marks(values: Sequence[object]) -> str:
    return ", ".join(["%s"] * len(values))
