"""The admin's search on SQLite (FTS5). See ``portal.admin.search``."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Case, IntegerField, Model, QuerySet, Value, When
from modelsearch.backends.database.sqlite.query import MatchExpression, normalize
from modelsearch.backends.database.sqlite.sqlite import (
    SQLiteAutocompleteQueryCompiler,
    SQLiteFTSIndexEntry,
    SQLiteIndex,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)
from modelsearch.query import Phrase, PlainText, SearchQuery
from modelsearch.utils import get_descendants_content_types_pks

from portal.admin.search.folding import folded_objects, folded_query


class FoldingIndex(SQLiteIndex):
    def add_items(self, model: type[Model], objs: Iterable[Model]) -> None:
        super().add_items(model, folded_objects(objs))


class FoldingQueryCompiler(SQLiteSearchQueryCompiler):
    """Asks the full-text index once, where Wagtail's asks it once more for the rank of each result."""

    query: SearchQuery

    def __init__(self, queryset: QuerySet[Any], query: SearchQuery | str, *args: Any, **kwargs: Any) -> None:
        super().__init__(queryset, query, *args, **kwargs)
        self.query = folded_query(self.query)

    def search(self, config: Any, start: int | None, stop: int | None, score_field: str | None = None) -> QuerySet[Any]:
        """Those with the words side by side come first, each part newest first."""
        if score_field is not None or not self.order_by_relevance or not isinstance(self.query, PlainText):
            unranked: QuerySet[Any] = self._unranked().search(config, start, stop, score_field)
            return unranked
        together = Case(
            When(pk__in=self._having(Phrase(self.query.query_string)), then=Value(0)),
            default=Value(1),
            output_field=IntegerField(),
        )
        found: QuerySet[Any] = self.queryset.filter(pk__in=self._having(self.query)).order_by(together, "-pk")
        return found[start:stop]

    def _unranked(self) -> SQLiteSearchQueryCompiler:
        """Wagtail's own way, which is quick where no order by relevance is wanted."""
        wagtails: type[SQLiteSearchQueryCompiler] = (
            SQLiteAutocompleteQueryCompiler
            if isinstance(self, SQLiteAutocompleteQueryCompiler)
            else SQLiteSearchQueryCompiler
        )
        return wagtails(self.queryset, self.query, fields=self.fields, order_by_relevance=False)

    def _having(self, query: SearchQuery) -> QuerySet[Any]:
        """Primary keys of what matches ``query``: a subquery that does not depend on the row, so answered once."""
        match = MatchExpression(
            self.fields or self.FTS_TABLE_FIELDS, self.build_search_query(normalize(query), config=None)
        )
        kinds = get_descendants_content_types_pks(self.queryset.model)
        found: QuerySet[Any] = (
            SQLiteFTSIndexEntry.objects.filter(match)
            .filter(index_entry__content_type__in=kinds)
            .values_list("index_entry__object_id", flat=True)
        )
        return found


class FoldingAutocompleteQueryCompiler(FoldingQueryCompiler, SQLiteAutocompleteQueryCompiler):
    pass


class FoldingSQLiteBackend(SQLiteSearchBackend):
    query_compiler_class = FoldingQueryCompiler
    autocomplete_query_compiler_class = FoldingAutocompleteQueryCompiler
    index_class = FoldingIndex
