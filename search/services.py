"""How entries follow their pages: what the effects do. All other writes are in ``search.indexing``."""

import logging
from collections.abc import Callable, Iterable, Sequence

from portal.outbox.numbers import next_number
from portal.outbox.registry import Handed
from search.index.writing import send
from search.indexing.placing import place
from search.indexing.storing import project

logger = logging.getLogger(__name__)


def carry_out_pages(handed: Handed) -> None:
    """Project pages anew. One that fails keeps no other from being found.

    Raises:
        Exception: what the last of those raised that failed; the effect comes again.
    """
    _each(handed.payload["pages"], project)


def carry_out_places(handed: Handed) -> None:
    """Paths and tokens below pages that were moved, closed or opened."""
    place(handed.payload["pages"])


def carry_out_send(handed: Handed) -> None:
    """Give Elasticsearch what is stored of pages.

    Raises:
        Exception: it did not take them; the effect comes again.
    """
    number = next_number()  # before anything is read: what is entered afterwards has a greater one
    send([str(pk) for pk in handed.payload["pages"]], deleted_at=number)


def _each(ids: Sequence[int], verb: Callable[[Iterable[int]], object]) -> None:
    try:
        verb(ids)
    except Exception:  # whatever it is, it must not keep the other pages from being found
        if len(ids) == 1:
            raise
    else:
        return
    failure: Exception | None = None
    for pk in ids:
        try:
            verb([pk])
        except Exception as raised:  # the others are tried first
            logger.warning("page %s was not projected", pk, exc_info=True)
            failure = raised
    if failure is not None:
        raise failure
