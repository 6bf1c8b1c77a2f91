"""Which queries are shown to others: asked by many on several days, naming nobody, and answered with something.

Each rule stands on its own: a query that fails one is dropped, whatever the others say. The numbers and their reasons
are in docs/decisions/search.md.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Max, Sum
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
    """One query in all its spellings, by their plain letters.

    ``people`` are, of each day, the visitors of the spelling and engine that most used: nobody is known from one day to
    the next, and whoever writes a query in another way, or is answered by the other engine, may be the same person.
    """

    searches: int = 0
    people: dict[date, int] = field(default_factory=dict)
    spellings: Counter[str] = field(default_factory=Counter)

    @property
    def words(self) -> str:
        """As most write it who write marks."""
        return max(self.spellings, key=lambda words: (is_marked(words), self.spellings[words]))

    @property
    def is_popular(self) -> bool:
        many = self.searches >= FEWEST_SEARCHES and len(self.people) >= FEWEST_DAYS
        return many and max(self.people.values()) >= FEWEST_VISITORS


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
    for words, day, searches, visitors in _rows():
        one = found[plain(words)]
        one.searches += searches
        one.people[day] = max(one.people.get(day, 0), visitors)
        one.spellings[words] += searches
    return found


def _rows() -> Iterator[tuple[str, date, int, int]]:
    """What people who are not signed in asked on each day, and found something; of what was asked most."""
    since = timezone.localdate() - timedelta(days=DAYS)
    rows = QueryDay.objects.filter(day__gt=since, is_signed_in=False, results__gt=0).order_by()
    most = rows.values("words").annotate(asked=Sum("searches")).order_by("-asked", "words")
    counted = rows.filter(words__in=most.values("words")[:MOST_READ]).values("words", "day")
    counted = counted.annotate(asked=Sum("searches"), people=Max("visitors"))
    yield from counted.values_list("words", "day", "asked", "people").iterator()


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
