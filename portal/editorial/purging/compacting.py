"""Databases keep the bytes of deleted rows until their place is needed; these ask them to let go now."""

from django.db import connection

_INDEXES_OF_WORDS = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'"


def forget_deleted_words() -> None:
    """SQLite's indexes of words only mark what was deleted; merging all of it leaves the words out."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(_INDEXES_OF_WORDS)
            for (name,) in cursor.fetchall():
                quoted = connection.ops.quote_name(name)
                cursor.execute(f"INSERT INTO {quoted}({quoted}) VALUES('optimize')")


def compact() -> None:
    """Write the database anew without what was deleted. Outside any transaction; takes as long as copying the file."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            cursor.execute("VACUUM (FULL)")
