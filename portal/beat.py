"""Signs of life: a worker's row says when it last beat, also while the worker does something long."""

import logging
import threading
from datetime import timedelta
from typing import Any

from django.db import DatabaseError, InterfaceError, close_old_connections, connection
from django.utils import timezone

logger = logging.getLogger(__name__)

#: A database that is busy is not waited for longer than this when a worker ends.
_END_SECONDS = 5.0


class Beat(threading.Thread):
    """Writes ``beat_at`` of ``row`` again and again; a row that was cleared away meanwhile is written anew."""

    def __init__(self, row: Any, every: timedelta) -> None:
        super().__init__(name="beat", daemon=True)
        self.row = row
        self.every = every
        self.stop = threading.Event()

    def run(self) -> None:
        while not self.stop.wait(self.every.total_seconds()):
            try:
                self._write()
            except (DatabaseError, InterfaceError):
                logger.exception("no sign of life could be written")
                close_old_connections()
        connection.close()

    def _write(self) -> None:
        self.row.beat_at = timezone.now()
        rows = type(self.row)._default_manager.filter(pk=self.row.pk)
        if not rows.update(beat_at=self.row.beat_at):
            self.row.save(force_insert=True)

    def end(self) -> None:
        """No sign comes after this, as long as the database answers."""
        self.stop.set()
        self.join(_END_SECONDS)
