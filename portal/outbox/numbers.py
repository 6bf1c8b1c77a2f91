"""Numbers in the order of what happens: those that effects get, drawn without one."""

from django.db import connection

from portal.outbox.models import Effect


def next_number() -> int:
    """A number greater than that of each effect written and each number drawn before.

    What others keep by version (an index) takes it: of two versions of one thing the later has the greater.
    """
    table = Effect._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", [table])
            return int(cursor.fetchone()[0])
        cursor.execute("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = %s RETURNING seq", [table])
        drawn = cursor.fetchall()
        if not drawn:  # no effect was ever written
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, 1)", [table])
        return int(drawn[0][0]) if drawn else 1
