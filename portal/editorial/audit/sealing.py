"""The sealer: gives lines their place in the chain after they were committed, so that writers never wait for it.

A line that is committed late is sealed late: the order of the chain is that of sealing.
"""

from django.db import connection, transaction
from django.utils.translation import gettext as _

from portal.editorial.audit.chain import CHAINED, GENESIS, link
from portal.editorial.audit.models import ChainHead, Entry

#: So few that on SQLite, where the sealer holds the only lock, nobody notices.
BATCH = 500
#: The sealer's name among PostgreSQL's advisory locks.
LOCK = 0x61756469


class LostRace(RuntimeError):
    """Another sealer moved the head; nothing was written."""


def seal() -> int:
    """Seal all lines committed so far; returns how many. Of several sealers one works and the others wait."""
    count = 0
    while sealed := _seal_some():
        count += sealed
    return count


def seal_job() -> str:
    """For the scheduler."""
    count = seal()
    return _("%(count)d lines sealed") % {"count": count} if count else ""


def head() -> tuple[int, str]:
    """How many lines are sealed, and the hash of the last."""
    found = ChainHead.objects.first()
    return (found.position, found.hash) if found is not None else (0, GENESIS)


def _seal_some() -> int:
    with transaction.atomic():
        _wait_for_turn()
        position, last = seen = head()
        sealed = []
        for line in Entry.objects.unsealed().order_by("pk").values_list(*CHAINED)[:BATCH]:
            position += 1
            last = link(last, position, line)
            sealed.append((position, last, line[0]))
        if sealed:
            _write(sealed)
            _move_head(seen, position, last)
    return len(sealed)


def _wait_for_turn() -> None:
    """On SQLite a transaction that writes is alone from its beginning."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _write(sealed: list[tuple[int, str, int]]) -> None:
    """Past the model, which refuses all changes."""
    with connection.cursor() as cursor:
        cursor.executemany("UPDATE audit_entry SET position = %s, hash = %s WHERE id = %s AND position IS NULL", sealed)
        if cursor.rowcount != len(sealed):
            raise LostRace


def _move_head(seen: tuple[int, str], position: int, last: str) -> None:
    if seen[0] == 0 and not ChainHead.objects.exists():
        ChainHead.objects.create(pk=1, position=position, hash=last)
    elif not ChainHead.objects.filter(position=seen[0], hash=seen[1]).update(position=position, hash=last):
        raise LostRace
