"""Words as they are compared, and Wagtail's queries and objects made of such words."""

import copy
import re
from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.encoding import force_str
from modelsearch.query import MATCH_NONE, And, Boost, Not, Or, Phrase, PlainText, SearchQuery
from wagtail.search.backends import get_search_backend
from wagtail.search.index import BaseField, RelatedFields

from portal.text import fold

_WORD = re.compile(r"\w+")


def primary_keys_matching(words: str, queryset: QuerySet[Any]) -> QuerySet[Any]:
    """Primary keys of what has all ``words`` in its title, the last word being perhaps only begun; in no order.

    For listings that filter and order by columns of their own: as a subquery it is answered once.
    """
    everything = queryset.order_by()
    results = get_search_backend().autocomplete(words, everything, order_by_relevance=False)
    found: QuerySet[Any] = results.get_queryset()
    return found.order_by().values("pk")


def folded_words(text: str) -> str:
    """The words of ``text`` in the form that is compared; what is no word cannot break a query.

    >>> folded_words('"Đảng uỷ" 10-CT/TW*')
    'dang uy 10 ct tw'
    """
    return " ".join(_WORD.findall(fold(text)))


def folded_query(query: SearchQuery) -> SearchQuery:
    """``query`` with all its words folded."""
    if isinstance(query, PlainText):
        words = folded_words(query.query_string)
        return PlainText(words, operator=query.operator, boost=query.boost) if words else MATCH_NONE
    if isinstance(query, Phrase):
        words = folded_words(query.query_string)
        return Phrase(words) if words else MATCH_NONE
    if isinstance(query, And | Or):
        return type(query)([folded_query(part) for part in query.subqueries])
    if isinstance(query, Not):
        return Not(folded_query(query.subquery))
    if isinstance(query, Boost):
        return Boost(folded_query(query.subquery), query.boost)
    return query


class FoldedObject:
    """An object as the index shall see it: the values of its search fields folded."""

    def __init__(self, original: Model) -> None:
        self.original = original
        self.pk = original.pk

    def get_search_fields(self) -> list[BaseField]:
        return _folded_fields(self.original.get_search_fields())  # type: ignore[attr-defined]


def folded_objects(objects: Iterable[Model]) -> list[FoldedObject]:
    return [FoldedObject(original) for original in objects]


def _folded_fields(fields: Iterable[BaseField]) -> list[BaseField]:
    return [_folded_field(field) for field in fields]


def _folded_field(field: BaseField) -> BaseField:
    folded = copy.copy(field)
    if isinstance(field, RelatedFields):
        folded.fields = _folded_fields(field.fields)
        folded.get_value = lambda holder: field.get_value(_original(holder))
    else:
        folded.get_value = lambda holder: _folded_value(field.get_value(_original(holder)))
    return folded


def _original(holder: Any) -> Any:
    return holder.original if isinstance(holder, FoldedObject) else holder


def _folded_value(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return [_folded_value(part) for part in value]
    if isinstance(value, dict):
        return {key: _folded_value(part) for key, part in value.items()}
    return folded_words(force_str(value))
