"""How many documents each choice of a filter would leave.

All documents that a reader may see are counted once by all filters together; every number on a page is a sum over that.
The sums are kept until a document changes, the day ends, or what the reader may see changes: counting twenty thousand
documents anew by each filter took a tenth of a second for every page.
"""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db.models import Case, CharField, Count, Value, When
from django.db.models.functions import ExtractYear

from documents.dates import today
from documents.models import RegisterVersion
from documents.querysets import OfficialDocumentQuerySet
from portal.access.tokens import Tokens, excluded_paths, under

#: Addresses' names of what documents are counted by.
TYPE, ISSUER, YEAR, TERM, STATUS, ACCESS, FIELD = "loai", "co-quan", "nam", "khoa", "hieu-luc", "pham-vi", "linh-vuc"
#: The values of ACCESS.
OPEN, CLOSED = "cong-khai", "gioi-han"

_SINGLE = (TYPE, ISSUER, YEAR, TERM, STATUS, ACCESS)
_COLUMNS = ("document_type", "issuer", "year", "term", "status_on_day", "access")
_KEPT_SECONDS = 3600


@dataclass(frozen=True)
class Counts:
    """``alike``: (the values of one document, how many are so); ``with_field``: the same with one of its fields first.

    A document in several fields stands in ``with_field`` once for each.
    """

    alike: Sequence[tuple[tuple[str, ...], int]]
    with_field: Sequence[tuple[tuple[str, ...], int]]

    def of(self, name: str, chosen: Mapping[str, str]) -> dict[str, int]:
        """For each value of ``name``, how many there are that fit ``chosen``, without regard to ``name`` itself."""
        others = {key: value for key, value in chosen.items() if key != name}
        by_field = name == FIELD or FIELD in others
        place = _places(by_field=by_field)[name]
        counted: Counter[str] = Counter()
        for values, count in self._that_fit(others, by_field=by_field):
            if values[place]:
                counted[values[place]] += count
        return dict(counted)

    def total(self, chosen: Mapping[str, str]) -> int:
        """How many fit ``chosen``."""
        return sum(count for _values, count in self._that_fit(chosen, by_field=FIELD in chosen))

    def _that_fit(self, chosen: Mapping[str, str], *, by_field: bool) -> Iterator[tuple[tuple[str, ...], int]]:
        places = _places(by_field=by_field)
        wanted = [(places[key], value) for key, value in chosen.items()]
        for values, count in self.with_field if by_field else self.alike:
            if all(values[at] == value for at, value in wanted):
                yield values, count


def _places(*, by_field: bool) -> dict[str, int]:
    return {key: place for place, key in enumerate(((FIELD,) if by_field else ()) + _SINGLE)}


def counts_of_all(documents: OfficialDocumentQuerySet, tokens: Tokens, register_id: int) -> Counts:
    """The counts of all that the holder of ``tokens`` may see in a register; one query while nothing changes."""
    key = _key(tokens, register_id, today())
    kept: Counts | None = cache.get(key)
    if kept is None:
        kept = counts_of(documents, tokens)
        cache.set(key, kept, _KEPT_SECONDS)
    return kept


def counts_of(documents: OfficialDocumentQuerySet, tokens: Tokens) -> Counts:
    """Two queries."""
    told = documents.order_by().with_status_known().annotate(year=ExtractYear("issued_on"), access=_access(tokens))
    alike = told.values_list(*_COLUMNS).annotate(found=Count("pk"))
    with_field = told.filter(fields__isnull=False).values_list("fields", *_COLUMNS).annotate(found=Count("pk"))
    return Counts(_rows(alike), _rows(with_field))


def _rows(found: Any) -> list[tuple[tuple[str, ...], int]]:
    return [(tuple("" if value is None else str(value) for value in values), count) for *values, count in found]


def _access(tokens: Tokens) -> Any:
    """Who holds no more than everybody has nothing to choose between."""
    closed = tokens.restrictions.pages.closed_to(Tokens(restrictions=tokens.restrictions))
    if not closed or len(tokens) == 1:
        return Value("", output_field=CharField())
    return Case(When(under(closed, "path"), then=Value(CLOSED)), default=Value(OPEN), output_field=CharField())


def _key(tokens: Tokens, register_id: int, day: dt.date) -> str:
    seen = "\n".join([*sorted(tokens), "", *excluded_paths(tokens)])
    digest = hashlib.sha256(seen.encode()).hexdigest()
    return f"register-counts:{register_id}:{RegisterVersion.current()}:{day:%Y%m%d}:{digest}"
