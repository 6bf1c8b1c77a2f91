"""Which years and months have articles, without looking at all of them: one look into the index for each period."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.utils import timezone

from news.querysets import ArticleQuerySet

Period = tuple[datetime, datetime]

#: Older articles are found by paging; none of the portals this one follows is older.
MAX_YEARS = 30


def year_of(year: int) -> Period:
    """Begin and end of ``year`` in Viet Nam's time, told in UTC.

    Raises:
        ValueError, OverflowError: there is no such year.
    """
    return _first_of(year, 1), _first_of(year + 1, 1)


def month_of(year: int, month: int) -> Period:
    """Begin and end of a month in Viet Nam's time, told in UTC.

    Raises:
        ValueError, OverflowError: there is no such month.
    """
    return _first_of(year, month), _first_of(*((year + 1, 1) if month == 12 else (year, month + 1)))


def _first_of(year: int, month: int) -> datetime:
    """In UTC already here: the first year of the calendar would else fail only in the database."""
    return datetime(year, month, 1, tzinfo=timezone.get_default_timezone()).astimezone(UTC)


def years_with_articles(articles: ArticleQuerySet) -> list[int]:
    """Newest first, of the last thirty; one query."""
    this_year = timezone.localdate().year
    years = list(range(this_year, this_year - MAX_YEARS, -1))
    found = _any_in(articles, [year_of(year) for year in years])
    return [year for year, any_there in zip(years, found, strict=True) if any_there]


def months_with_articles(articles: ArticleQuerySet, year: int) -> list[int]:
    """In the order of the year; one query."""
    months = list(range(1, 13))
    found = _any_in(articles, [month_of(year, month) for month in months])
    return [month for month, any_there in zip(months, found, strict=True) if any_there]


def _any_in(articles: ArticleQuerySet, periods: Sequence[Period]) -> list[bool]:
    """For each period whether one of ``articles`` was published in it; one query."""
    try:
        base, base_values = articles.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:  # a section that is only being previewed has no place in the tree yet
        return [False] * len(periods)
    look = f"EXISTS ({base} AND news_article.published_on >= %s AND news_article.published_on < %s)"
    stored = connection.ops.adapt_datetimefield_value
    values: list[Any] = []
    for start, end in periods:
        values += [*base_values, stored(start), stored(end)]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join([look] * len(periods))}", values)
        return [bool(found) for found in cursor.fetchone()]
