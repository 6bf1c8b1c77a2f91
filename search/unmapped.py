"""Reading a whole database in bounded memory."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def unmapped() -> Iterator[None]:
    """SQLite reads through its own small cache meanwhile.

    What it maps of its file for the sake of many short queries counts as memory of the process, and who reads all rows
    would map all that may be mapped.
    """
    if connection.vendor != "sqlite":
        yield
        return
    before = _mapped()
    _map(0)
    try:
        yield
    finally:
        _map(before)


def _mapped() -> int:
    with connection.cursor() as cursor:
        found = cursor.execute("PRAGMA mmap_size").fetchone()
    return int(found[0]) if found else 0  # a database in memory has none


def _map(size: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA mmap_size = {size}")
