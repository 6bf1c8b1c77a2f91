"""The admin's search on PostgreSQL (``tsvector`` with GIN). See ``portal.admin.search``."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet
from modelsearch.backends.database.postgres.postgres import (
    PostgresAutocompleteQueryCompiler,
    PostgresIndex,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)
from modelsearch.query import SearchQuery

from portal.admin.search.folding import folded_objects, folded_query


class FoldingIndex(PostgresIndex):
    def add_items(self, model: type[Model], objs: Iterable[Model]) -> None:
        super().add_items(model, folded_objects(objs))


class FoldingQueryCompiler(PostgresSearchQueryCompiler):
    query: SearchQuery

    def __init__(self, queryset: QuerySet[Any], query: SearchQuery | str, *args: Any, **kwargs: Any) -> None:
        super().__init__(queryset, query, *args, **kwargs)
        self.query = folded_query(self.query)


class FoldingAutocompleteQueryCompiler(FoldingQueryCompiler, PostgresAutocompleteQueryCompiler):
    pass


class FoldingPostgresBackend(PostgresSearchBackend):
    query_compiler_class = FoldingQueryCompiler
    autocomplete_query_compiler_class = FoldingAutocompleteQueryCompiler
    index_class = FoldingIndex

    def __init__(self, params: dict[str, Any]) -> None:
        # No language's stop words or stems: "an" and "the" are Vietnamese syllables.
        super().__init__({"SEARCH_CONFIG": "simple", **params})
