"""The search of Wagtail's admin, for people who type without diacritics: `sinh hoat chi bo` finds what is so titled.

Wagtail's own database search with two changes: both what is indexed and what is asked pass ``portal.text.fold``, and on
SQLite results are ordered without one search for each of them. Set as ``WAGTAILSEARCH_BACKENDS``; reasons and numbers
are in docs/decisions/admin-search.md. Readers' search is another matter and does not pass here.
"""

from typing import Any

from django.db import connection


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802  Wagtail looks for this name
    """The backend for the database in use."""
    if connection.vendor == "postgresql":
        from portal.admin.search.postgres import FoldingPostgresBackend

        return FoldingPostgresBackend(params)
    from portal.admin.search.sqlite import FoldingSQLiteBackend

    return FoldingSQLiteBackend(params)
