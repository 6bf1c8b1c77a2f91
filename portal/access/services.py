"""Keeping the sizes of pictures on the side, public or private, that their collection asks for."""

import logging
import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.images import get_image_model

from portal.access.media import PUBLIC_SIZES
from portal.access.restrictions import Restrictions
from portal.access.storages import RESTRICTED_PREFIX, RenditionStorage
from portal.access.tokens import under

logger = logging.getLogger(__name__)

T = TypeVar("T")

_CHUNK = 500
#: A file is written a moment before its row can be read: one younger than this may still get its row.
BEING_MADE = timedelta(minutes=10)


@dataclass(frozen=True)
class Moved:
    """How many pictures had sizes on the wrong side, by the side on which they belong."""

    private: int = 0
    public: int = 0


def realign_renditions(images: Iterable[Any] | None = None) -> Moved:
    """Drop every size that lies on the wrong side, of ``images`` or of all; each is made again when next asked for.

    The files are gone as soon as the transaction is: a public size of a picture that was just restricted must not
    outlive the restriction. Without its row no file is handed out, so a crash between the two shows nothing.
    """
    renditions = get_image_model().get_rendition_model().objects.all()
    if images is not None:
        renditions = renditions.filter(image__in=images)
    is_private = Q(file__startswith=RESTRICTED_PREFIX)
    should_be_private = under(Restrictions.load().collections.own, "image__collection__path")
    misplaced = renditions.filter((should_be_private & ~is_private) | (~should_be_private & is_private))

    to_private: set[int] = set()
    to_public: set[int] = set()
    for chunk in _chunks(list(misplaced.values_list("pk", "file", "image"))):
        with transaction.atomic():
            # First, since Wagtail's own hooks for these rows must not keep ours from running.
            for _pk, name, image in chunk:
                _delete_after_commit(name)
                (to_public if name.startswith(RESTRICTED_PREFIX) else to_private).add(image)
            renditions.filter(pk__in=[pk for pk, _name, _image in chunk]).delete()
    return Moved(len(to_private), len(to_public))


def delete_leftovers() -> int:
    """Delete the files of sizes that no row names; returns how many.

    They stay behind after a crash or an error of the disk between a row's end and its file's, and when two readers
    ask for a size at the same moment.
    """
    renditions = get_image_model().get_rendition_model().objects
    storage = RenditionStorage()
    deleted = 0
    for names in _chunks(_old_files(storage)):
        named = set(renditions.filter(file__in=names).values_list("file", flat=True))
        for name in names:
            deleted += name not in named and _delete(storage, name)
    return deleted


def realign_all_renditions() -> str:
    """The scheduler's job: what slipped past every signal, such as a size made while its collection was restricted."""
    moved, deleted = realign_renditions(), delete_leftovers()
    said = _(
        "%(private)s pictures moved to the private store, %(public)s to the public one, %(deleted)s files left over"
    )
    return said % {"private": moved.private, "public": moved.public, "deleted": deleted}


def _delete_after_commit(name: str) -> None:
    def delete() -> None:  # Django names a hook that fails, and a partial has no name
        RenditionStorage().delete(name)

    transaction.on_commit(delete, robust=True)


def _delete(storage: RenditionStorage, name: str) -> bool:
    try:
        storage.delete(name)
    except OSError:
        logger.exception("a file without a row could not be deleted: %s", name)
        return False
    return True


def _old_files(storage: RenditionStorage) -> Iterator[str]:
    """The names of all sizes on the disk that were not written just now."""
    before = time.time() - BEING_MADE.total_seconds()
    for prefix in (PUBLIC_SIZES, RESTRICTED_PREFIX):
        root = Path(storage.side(prefix).location)
        for folder, _below, files in os.walk(root / prefix):
            paths = (Path(folder) / file for file in files)
            yield from (path.relative_to(root).as_posix() for path in paths if _written_at(path) < before)


def _written_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:  # deleted since the folder was read
        return time.time()


def _chunks(things: Iterable[T]) -> Iterator[list[T]]:
    waiting = iter(things)
    while chunk := list(islice(waiting, _CHUNK)):
        yield chunk
