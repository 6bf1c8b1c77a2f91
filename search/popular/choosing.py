"""Which queries are shown to others: asked by many on several days, naming nobody, and answered with something.

Each rule stands on its own: a query that fails one is dropped, whatever the others say. The numbers and their reasons
are in docs/decisions/search.md.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.db import transaction
from django.db.models import Count, Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.access.tokens import Tokens
from portal.registry import ScheduledJob
from search.contract import EngineUnavailable, SearchRequest
from search.language.learning import known_syllables
from search.language.people import may_name_somebody
from search.language.words import is_marked, plain
from search.log.models import QueryDay
from search.popular.models import PopularQuery
from search.query.understanding import understand
from search.searching import search
from search.synonyms import current_synonyms

DAYS = 30
FEWEST_SEARCHES, FEWEST_VISITORS, FEWEST_DAYS = 10, 5, 3
#: So many are kept, of so many that are tried; of so many rows of the log.
MOST_KEPT, MOST_TRIED, MOST_READ = 40, 60, 2_000
MOST_WORDS, MOST_LETTERS = 8, 60


@dataclass
class _Asked:
    """One query in all its spellings, by their plain letters; ``days`` of the spelling asked on most."""

    searches: int = 0
    visitors: int = 0
    days: int = 0
    spellings: dict[str, int] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """As most write it who write marks."""
        return max(self.spellings, key=lambda words: (is_marked(words), self.spellings[words]))

    @property
    def is_popular(self) -> bool:
        return self.searches >= FEWEST_SEARCHES and self.visitors >= FEWEST_VISITORS and self.days >= FEWEST_DAYS


def choose_popular() -> str:
    """The scheduler's job: what is popular now takes the place of what was."""
    chosen: list[PopularQuery] = []
    for folded, asked in _candidates()[:MOST_TRIED]:
        if len(chosen) < MOST_KEPT and _finds_something(asked.words):
            chosen.append(PopularQuery(words=asked.words, folded=folded, searches=asked.searches))
    with transaction.atomic():
        PopularQuery.objects.all().delete()
        PopularQuery.objects.bulk_create(chosen)
    return _("%(count)d popular queries") % {"count": len(chosen)}


def _candidates() -> Sequence[tuple[str, _Asked]]:
    asked = {folded: one for folded, one in _asked().items() if one.is_popular and may_be_shown(one.words)}
    return sorted(asked.items(), key=lambda item: (-item[1].searches, item[0]))


def _asked() -> Mapping[str, _Asked]:
    found: defaultdict[str, _Asked] = defaultdict(_Asked)
    for words, searches, visitors, days in _rows():
        one = found[plain(words)]
        one.searches += searches
        one.visitors += visitors
        one.days = max(one.days, days)
        one.spellings[words] = searches
    return found


def _rows() -> Iterator[tuple[str, int, int, int]]:
    """What people who are not signed in asked, and found something."""
    since = timezone.localdate() - timedelta(days=DAYS)
    rows = QueryDay.objects.filter(day__gt=since, is_signed_in=False, results__gt=0).values("words")
    counted = rows.annotate(asked=Sum("searches"), people=Sum("visitors"), days=Count("day", distinct=True))
    yield from counted.order_by("-asked", "words").values_list("words", "asked", "people", "days")[:MOST_READ]


def may_be_shown(words: str) -> bool:
    """Whether it names nobody and has no number.

    >>> [may_be_shown(words) for words in ("sinh hoạt chi bộ", "nguyễn thị hoa", "0912", "chỉ thị 10", "x")]
    [True, False, False, False, False]
    """
    listed = words.split()
    if not 3 <= len(words) <= MOST_LETTERS or len(listed) > MOST_WORDS:
        return False
    return not any(char.isnumeric() for char in words) and not may_name_somebody(listed)


def _finds_something(words: str) -> bool:
    """Whether anybody finds something with it now. A word that no text has may be anybody's name."""
    now = timezone.now()
    query = understand(words, known_syllables(), current_synonyms())
    if any(query.strange):
        return False
    try:
        return search(SearchRequest(query, Tokens(), now, timezone.localdate(now))).total > 0
    except EngineUnavailable:
        return False


JOB = ScheduledJob("popular_queries", gettext_lazy("Choosing popular queries"), timedelta(hours=1), choose_popular)
