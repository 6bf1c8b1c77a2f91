"""Databases keep the bytes of deleted rows until their place is needed; these ask them to let go now."""

from django.db import connection

_WORDS = "wagtailsearch_indexentry_fts"


def forget_deleted_words() -> None:
    """SQLite's index of words only marks what was deleted; merging all of it leaves the words out."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {_WORDS}({_WORDS}) VALUES('optimize')")


def compact() -> None:
    """Write the database anew without what was deleted. Outside any transaction; takes as long as copying the file."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            cursor.execute("VACUUM (FULL)")
