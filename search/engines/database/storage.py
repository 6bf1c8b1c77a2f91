"""Where the tokens are, on each of the two databases, and how they are asked.

SQLite: ``search_tokens``, an FTS5 table that keeps nothing but for each token the places of its rows (``detail=none``,
contentless: the texts are stored once, in their entries). What is deleted has to be named token by token, which is why
the words it came from are kept beside it; SQLite learned to do without in 3.43. PostgreSQL: a ``tsvector`` without
positions, made by ``array_to_tsvector``, so that no parser sees our tokens, and GIN over it.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, F, Func, Model, QuerySet, Value

from search.models import SearchRow

M = TypeVar("M", bound=Model)

SQLITE_CREATE = (
    # Tokens are ours: everything but the space between them belongs to one. The sizes of rows are kept, since without
    # them SQLite cannot walk through the table, as whoever looks into all tables does.
    """CREATE VIRTUAL TABLE search_tokens USING fts5(
        tokens, content='', detail=none, tokenize="ascii tokenchars '_=#@|/-'")""",
)
SQLITE_DROP = ("DROP TABLE search_tokens",)
POSTGRESQL_CREATE = (
    "ALTER TABLE search_searchrow ADD COLUMN tokens tsvector NOT NULL DEFAULT ''",
    # The vectors lie outside the rows, which stay narrow: counting walks through thousands of them.
    "ALTER TABLE search_searchrow SET (toast_tuple_target = 128)",
    "ALTER TABLE search_searchrow ALTER COLUMN tokens SET STORAGE EXTENDED",
    # Without a pending list every search is as quick as after vacuum; writes here are one page at a time.
    "CREATE INDEX search_searchrow_tokens ON search_searchrow USING gin (tokens) WITH (fastupdate = off)",
    # The planner takes a vector that lies outside its row for as cheap as a number, and would read all of them for a
    # common word, which takes many times as long. A function with settings of its own is planned apart.
    """CREATE FUNCTION search_places(wanted tsquery) RETURNS SETOF bigint LANGUAGE sql STABLE ROWS 3000
    SET enable_seqscan = off SET enable_indexscan = off
    AS 'SELECT place FROM search_searchrow WHERE tokens @@ wanted'""",
)
POSTGRESQL_DROP = (
    "DROP FUNCTION search_places(tsquery)",
    "DROP INDEX search_searchrow_tokens",
    "ALTER TABLE search_searchrow DROP COLUMN tokens",
    "ALTER TABLE search_searchrow RESET (toast_tuple_target)",
)


def create(database: BaseDatabaseWrapper) -> None:
    """What the migration makes beside the models' tables."""
    _run(database, POSTGRESQL_CREATE if database.vendor == "postgresql" else SQLITE_CREATE)


def drop(database: BaseDatabaseWrapper) -> None:
    _run(database, POSTGRESQL_DROP if database.vendor == "postgresql" else SQLITE_DROP)


def _run(database: BaseDatabaseWrapper, statements: Iterable[str]) -> None:
    with database.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Rows that have all tokens of one of ``groups`` and none of ``excluded``, and those at the places ``pinned``."""

    groups: tuple[tuple[str, ...], ...]
    excluded: tuple[str, ...] = ()
    pinned: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return any(self.groups)


@dataclass(frozen=True, slots=True)
class Begins:
    """Rows that have one token of each of ``words``, and one that begins with any of ``beginnings``."""

    words: tuple[tuple[str, ...], ...] = ()
    beginnings: tuple[str, ...] = ()


def is_postgresql() -> bool:
    return connection.vendor == "postgresql"


def expression(wanted: Wanted | Begins) -> str:
    """``wanted`` in the language of the database at hand.

    Every token stands in quotes, so nothing in it can be a sign of that language.
    """
    if isinstance(wanted, Begins):
        return _beginning(wanted)
    quoted, both, either, without = (
        (_quoted_for_postgresql, " & ", " | ", " & !")
        if is_postgresql()
        else (_quoted_for_sqlite, " AND ", " OR ", " NOT ")
    )
    groups = [f"({both.join(map(quoted, dict.fromkeys(group)))})" for group in wanted.groups if group]
    asked = f"({either.join(groups)})"
    if wanted.excluded:
        asked += f"{without}({either.join(map(quoted, dict.fromkeys(wanted.excluded)))})"
    return asked


def _beginning(wanted: Begins) -> str:
    quoted, both, either, begun = (
        (_quoted_for_postgresql, " & ", " | ", ":*") if is_postgresql() else (_quoted_for_sqlite, " AND ", " OR ", " *")
    )
    asked = [[quoted(token) for token in spellings] for spellings in wanted.words]
    if wanted.beginnings:
        asked.append([quoted(token) + begun for token in wanted.beginnings])
    return both.join(f"({either.join(tokens)})" for tokens in asked)


def _quoted_for_sqlite(token: str) -> str:
    return '"' + token.replace('"', '""') + '"'


def _quoted_for_postgresql(token: str) -> str:
    return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'"


def matching(rows: "QuerySet[SearchRow]", wanted: Wanted | Begins) -> "QuerySet[SearchRow]":
    """``rows`` narrowed to those that are wanted."""
    if isinstance(wanted, Wanted) and wanted.pinned:
        return _matching_or_pinned(rows, wanted)
    if is_postgresql():
        return rows.extra(
            where=["search_searchrow.place IN (SELECT found FROM search_places(%s::tsquery) AS found)"],
            params=[expression(wanted)],
        )
    return rows.extra(
        tables=["search_tokens"],
        where=["search_tokens.rowid = search_searchrow.place", "search_tokens MATCH %s"],
        params=[expression(wanted)],
    )


def _matching_or_pinned(rows: "QuerySet[SearchRow]", wanted: Wanted) -> "QuerySet[SearchRow]":
    if is_postgresql():
        return rows.extra(
            where=[
                """(search_searchrow.place IN (SELECT found FROM search_places(%s::tsquery) AS found)
                OR search_searchrow.place = ANY(%s))"""
            ],
            params=[expression(wanted), list(wanted.pinned)],
        )
    return rows.extra(
        where=[
            """(search_searchrow.place IN (SELECT rowid FROM search_tokens WHERE search_tokens MATCH %s)
            OR search_searchrow.place IN (SELECT value FROM json_each(%s)))"""
        ],
        params=[expression(wanted), json.dumps(wanted.pinned)],
    )


def places_of(tokens: Sequence[str], most: int) -> dict[str, list[int]]:
    """The places of the rows that have each token, at most ``most`` of each, in one query."""
    if not tokens:
        return {}
    one = (
        "SELECT %s, place FROM (SELECT search_places(%s::tsquery) AS place LIMIT %s) AS found"
        if is_postgresql()
        else "SELECT %s, rowid FROM (SELECT rowid FROM search_tokens WHERE search_tokens MATCH %s LIMIT %s)"
    )
    places: dict[str, list[int]] = {token: [] for token in tokens}
    with connection.cursor() as cursor:
        for some in _some(tokens, 50):
            params = [value for number, token in some for value in (number, expression(Wanted(((token,),))), most)]
            cursor.execute(" UNION ALL ".join([one] * len(some)), params)
            for number, place in cursor.fetchall():
                places[tokens[number]].append(place)
    return places


def _some(tokens: Sequence[str], size: int) -> Iterator[list[tuple[int, str]]]:
    numbered = list(enumerate(tokens))
    return (numbered[start : start + size] for start in range(0, len(numbered), size))


def counts_of(tokens: Sequence[str]) -> dict[str, int]:
    """How many rows have each token, in one query for fifty."""
    one = (
        "SELECT %s, count(*) FROM search_places(%s::tsquery)"
        if is_postgresql()
        else "SELECT %s, count(*) FROM search_tokens WHERE search_tokens MATCH %s"
    )
    counts: dict[str, int] = {}
    with connection.cursor() as cursor:
        for some in _some(tokens, 50):
            params = [value for number, token in some for value in (number, expression(Wanted(((token,),))))]
            cursor.execute(" UNION ALL ".join([one] * len(some)), params)
            counts |= {tokens[number]: count for number, count in cursor.fetchall()}
    return counts


def insert(rows: Sequence[tuple[SearchRow, Sequence[str]]]) -> None:
    """Put rows into their table, with their tokens."""
    if is_postgresql():
        with connection.cursor() as cursor:
            cursor.executemany(
                """INSERT INTO search_searchrow (place, page_id, combination_id, token, popularity, story, tokens)
                VALUES (%s, %s, %s, %s, %s, %s, array_to_tsvector(%s::text[]))""",
                [
                    (row.place, row.page_id, row.combination_id, row.token, row.popularity, row.story, list(tokens))
                    for row, tokens in rows
                ],
            )
        return
    SearchRow.objects.bulk_create([row for row, _tokens in rows])
    _write_tokens("INSERT INTO search_tokens(rowid, tokens) VALUES (%s, %s)", rows)


def forget(rows: Sequence[tuple[SearchRow, Sequence[str]]]) -> None:
    """Take the tokens of rows away that are being deleted: PostgreSQL deletes them with the row."""
    if not is_postgresql():
        _write_tokens("INSERT INTO search_tokens(search_tokens, rowid, tokens) VALUES ('delete', %s, %s)", rows)


def _write_tokens(statement: str, rows: Sequence[tuple[SearchRow, Sequence[str]]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(statement, [(row.place, " ".join(tokens)) for row, tokens in rows])


def empty() -> None:
    """Take all tokens away; the rows are deleted by whoever calls."""
    if not is_postgresql():
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_tokens(search_tokens) VALUES ('delete-all')")


def tidy() -> None:
    """Let go of what was deleted, and let the planner know how many rows there are."""
    with connection.cursor() as cursor:
        if is_postgresql():
            cursor.execute("ANALYZE search_searchrow")
        else:
            cursor.execute("INSERT INTO search_tokens(search_tokens) VALUES ('optimize')")


def delete_rows(*querysets: "QuerySet[Any]") -> None:
    """Delete as one statement each, without collecting, and so without signals."""
    for rows in querysets:
        rows._raw_delete(rows.db)


def newest_first(rows: "QuerySet[SearchRow]", wanted: Wanted | Begins | None) -> "QuerySet[SearchRow]":
    """``rows`` that match ``wanted`` by place; ``None``: they were not matched.

    FTS5 gives its rows backwards by itself, when it is its own column that is named.
    """
    without_tokens = wanted is None or (isinstance(wanted, Wanted) and wanted.pinned) or is_postgresql()
    return rows.order_by("-place") if without_tokens else rows.extra(order_by=["-search_tokens.rowid"])


class _Among(Func):
    """Whether a number is in a list that is one parameter, however long it is."""

    template = "(%(expressions)s))"
    arg_joiner = " IN (SELECT value FROM json_each("
    output_field = BooleanField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return super().as_sql(compiler, connection, template="(%(expressions)s)))", **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return super().as_sql(compiler, connection, arg_joiner=" = ANY(", **context)


def as_set(rows: "QuerySet[M]", numbers: Sequence[int], column: str = "place") -> "QuerySet[M]":
    """``rows`` that have one of these numbers in ``column``."""
    given: Any = list(numbers) if is_postgresql() else "[" + ",".join(map(str, numbers)) + "]"
    return rows.filter(_Among(F(column), Value(given)))


def inside(rows: "QuerySet[SearchRow]", places: Sequence[int]) -> set[int]:
    """Those of ``places`` that are in ``rows``."""
    return set(as_set(rows, places).values_list("place", flat=True)) if places else set()
