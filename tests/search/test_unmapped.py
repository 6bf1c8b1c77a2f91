"""Reading a whole database in bounded memory."""

import pytest
from django.db import connection

from search.unmapped import unmapped

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="a matter of SQLite"),
]


def mapped() -> int:
    with connection.cursor() as cursor:
        found = cursor.execute("PRAGMA mmap_size").fetchone()
    return int(found[0]) if found else 0  # a database in memory has none


def test_nothing_is_mapped_meanwhile_and_as_much_as_before_afterwards():
    before = mapped()
    with unmapped():
        assert mapped() == 0
    assert mapped() == before
