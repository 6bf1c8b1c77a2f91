"""What is like an entry, by the database engine: rows vote by the telling pairs that they have."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import itemgetter

from search.engines.database import narrowing, storage
from search.engines.database.frequency import Frequencies
from search.engines.database.tokens import CITED, SIDE_BY_SIDE, key_token
from search.engines.database.writing import page_at
from search.models import StoredEntry
from search.related.contract import MOST_LIKELY, Alike, Likely

#: So many rows at a time are asked whether they may be seen, and are of the kind.
_AT_ONCE = 400
_FEWEST_PAIRS = 2
_CITED = 0.15


class DatabaseRelating:
    """Asks the tokens of the database engine."""

    def alike(self, wanted: Alike) -> Sequence[Likely]:
        known = Frequencies()
        tokens = {pair.replace(" ", SIDE_BY_SIDE): weight for pair, weight in wanted.pairs.items()}
        counts = known.of(tokens)
        # One that stands in this entry alone, or in a good part of all, tells of no other.
        weights = {
            token: weight * known.weight(counts[token])
            for token, weight in tokens.items()
            if 1 < counts[token] < known.common
        }
        whole = sum(weights.values()) or 1.0
        cited = {key_token(CITED, key): _CITED * whole / len(wanted.cited) for key in wanted.cited}
        votes: defaultdict[int, float] = defaultdict(float)
        pairs: defaultdict[int, int] = defaultdict(int)
        for token, places in storage.places_of([*weights, *cited], known.common).items():
            for place in places:
                votes[place] += weights.get(token, 0.0) or cited.get(token, 0.0)
                pairs[place] += 1 if token in weights else _FEWEST_PAIRS
        enough = ((place, score) for place, score in votes.items() if pairs[place] >= _FEWEST_PAIRS)
        best = sorted(enough, key=itemgetter(1, 0), reverse=True)
        likely = (Likely(str(page_at(place)), score) for place, score in _open(best, wanted))
        return list(islice((one for one in likely if one.key != wanted.key), MOST_LIKELY))


def _open(best: Sequence[tuple[int, float]], wanted: Alike) -> Iterator[tuple[int, float]]:
    """Those of ``best`` that may be seen and are of the kind, however many before them are not."""
    rows = narrowing.findable(wanted.allowed)
    for start in range(0, len(best), _AT_ONCE):
        some = dict(best[start : start + _AT_ONCE])
        of_kind = StoredEntry.objects.filter(kind=wanted.kind, pk__in=[page_at(place) for place in some])
        inside = storage.inside(rows.filter(page__in=of_kind.values("pk")), list(some))
        yield from ((place, score) for place, score in some.items() if place in inside)
