"""Judged queries as files: a corpus and queries as JSON lines (also ``.gz``), judgements as tab-separated lines."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from gzip import GzipFile
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from portal.text import normalise
from search.entries import Entry


class Unreadable(ValueError):
    """A file is not what it should be; the message names file and line."""


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """``relevance`` of each document that was judged relevant, by its key; all others count nothing."""

    key: str
    text: str
    relevance: Mapping[str, float]


def entries_in(path: Path) -> Iterator[Entry]:
    """The documents of a corpus: ``id``, ``title`` (may be empty), ``text``.

    Raises:
        Unreadable: a line is no such document.
    """
    for where, row in _rows(path):
        yield Entry(
            key=_text(row, "id", where),
            title=normalise(_text(row, "title", where, "")),
            body=normalise(_text(row, "text", where, "")),
        )


def judged_queries(queries: Path, judgements: Path) -> list[JudgedQuery]:
    """The queries (``id``, ``text``) for which something was judged relevant, in the order of their file.

    Raises:
        Unreadable: a line is no query or no judgement.
    """
    relevance = _relevance(judgements)
    rows = ((_text(row, "id", where), _text(row, "text", where)) for where, row in _rows(queries))
    return [JudgedQuery(key, text, relevance[key]) for key, text in rows if relevance.get(key)]


def _relevance(path: Path) -> dict[str, dict[str, float]]:
    """``query_id``, ``doc_id``, ``relevance`` below a line of headings."""
    judged: dict[str, dict[str, float]] = {}
    for number, line in enumerate(_lines(path), start=1):
        if number == 1 or not line.strip():
            continue
        try:
            query, entry, relevance = line.rstrip("\n").split("\t")
            if float(relevance) > 0:
                judged.setdefault(query, {})[entry] = float(relevance)
        except ValueError as problem:
            raise Unreadable(f"{path}:{number}: query_id, doc_id, relevance") from problem
    return judged


def _rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            row = json.loads(line)
        except ValueError as problem:
            raise Unreadable(f"{where}: JSON") from problem
        if not isinstance(row, dict):
            raise Unreadable(f"{where}: JSON object")
        yield where, row


def _text(row: Mapping[str, Any], name: str, where: str, default: str | None = None) -> str:
    value = row.get(name, default)
    if value is None:
        raise Unreadable(f"{where}: {name}")
    return str(value)


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open("rb") as stored, GzipFile(fileobj=stored) if path.suffix == ".gz" else stored as lines:
            yield from TextIOWrapper(lines, encoding="utf-8")
    except (OSError, UnicodeDecodeError, EOFError) as problem:
        raise Unreadable(f"{path}: {problem}") from problem
