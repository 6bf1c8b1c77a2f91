"""How lines are sealed: each hash covers its line and the hash before, so nothing before it can change unseen."""

import hashlib
import json
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

#: What the first line follows.
GENESIS = "0" * 64
#: The columns of a line that the chain covers, in this order for ever.
CHAINED = ("id", "at", "action", "actor_id", "origin", "object_type", "object_id", "digest")
#: The columns of a text that a digest covers, in this order for ever.
DIGESTED = ("actor_name", "address", "title", "details", "was_open")


def link(previous: str, position: int, line: Sequence[Any]) -> str:
    """The hash of the line with the values ``line`` of ``CHAINED`` at ``position``, after the hash ``previous``."""
    return hashlib.sha256(_canonical([previous, position, *map(_plain, line)])).hexdigest()


def new_salt() -> str:
    """Without it nobody can try names and titles against a digest."""
    return secrets.token_hex(16)


def digest(salt: str, text: Sequence[Any]) -> str:
    """What stands in the chain for the values ``text`` of ``DIGESTED``."""
    return hashlib.sha256(_canonical([salt, *text])).hexdigest()


def _canonical(values: Sequence[Any]) -> bytes:
    return json.dumps(values, ensure_ascii=True, separators=(",", ":")).encode()


def _plain(value: Any) -> Any:
    """
    >>> _plain(datetime(2026, 3, 9, 7, 30, tzinfo=UTC)), _plain(None), _plain("publish")
    ('2026-03-09T07:30:00.000000+00:00', None, 'publish')
    """
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value
