"""One tag for each word: a tag that exists is found however the word is written now."""

import re
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.lookups import IExact
from django.db.models.sql.compiler import SQLCompiler
from taggit.models import Tag

from portal.text import normalise


class SameTag(IExact):
    """How taggit looks for a tag before it makes one (``TAGGIT_CASE_INSENSITIVE``).

    Of two spellings in Unicode only one is stored, so that one is looked for. SQLite's own comparison takes Đ and đ, or
    Ộ and ộ, for different letters.
    """

    def __init__(self, lhs: Any, rhs: Any) -> None:
        super().__init__(lhs, normalise(rhs) if isinstance(rhs, str) else rhs)

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, list[Any]]:
        column, params = self.process_lhs(compiler, connection)
        return f"{column} REGEXP %s", [*params, rf"(?i)\A{re.escape(str(self.rhs))}\Z"]


def find_tags_however_written() -> None:
    """Called when the app is ready."""
    Tag._meta.get_field("name").register_lookup(SameTag)
