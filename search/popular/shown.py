"""Popular queries as readers meet them: while they type, and on the search page before they do."""

from django.db.models import Q

from search.asked import Asked
from search.popular.models import PopularQuery
from search.suggesting.begun import Begun

MOST_ON_PAGE = 8


def popular_beginning(begun: Begun, most: int) -> list[str]:
    """Those that go on from what is typed, in one query; what is typed whole is none."""
    line = begun.line
    if not line or begun.numbers:
        return []
    rows = PopularQuery.objects.filter(Q(folded__startswith=line) | Q(folded__contains=f" {line}")).exclude(folded=line)
    return list(rows.values_list("words", flat=True)[:most])


def popular_on_page() -> list[Asked]:
    """The most popular."""
    return [Asked(words) for words in PopularQuery.objects.values_list("words", flat=True)[:MOST_ON_PAGE]]
