"""What models and templates need of private media: storages, names, addresses, and who may see a picture or a file."""

import re
import secrets
import unicodedata
from pathlib import PurePosixPath
from typing import Any

from django.core.files.storage import Storage
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from portal.access.restrictions import prefixes
from portal.access.serving import serve_rendition
from portal.access.storages import RESTRICTED_PREFIX, PrivateStorage, RenditionStorage
from portal.access.tokens import Tokens, current_tokens

__all__ = [
    "file_name",
    "file_url",
    "may_see",
    "original_upload_to",
    "private_storage",
    "rendition_storage",
    "rendition_upload_to",
    "serve_rendition",
]

ORIGINALS = "originals"
PUBLIC_SIZES = "pictures"

# 80 bits that nobody guesses: a file that only a draft uses is as safe as the draft.
_TOKEN_BYTES = 10
_TOKEN = re.compile(rf"[0-9a-f]{{{2 * _TOKEN_BYTES}}}")
_LONGEST_STEM = 50  # letters; at most three bytes each, within the 255 that file systems allow


def private_storage() -> Storage:
    """For originals of pictures and for all files."""
    return PrivateStorage()


def rendition_storage() -> Storage:
    """For sizes of pictures."""
    return RenditionStorage()


def original_upload_to(instance: Any, filename: str) -> str:
    """Where the original of a picture or a file lies: its own name under a folder that nobody guesses."""
    name = PurePosixPath(unicodedata.normalize("NFC", filename.replace("\\", "/")))
    stem = name.stem[:_LONGEST_STEM].strip(" .") or "file"
    return f"{ORIGINALS}/{secrets.token_hex(_TOKEN_BYTES)}/{stem}{name.suffix.lower()[:10]}"


def rendition_upload_to(instance: Any, filename: str) -> str:
    """Where a size of a picture lies: on the side that the collection asks for, under a name that says nothing."""
    name = secrets.token_hex(_TOKEN_BYTES) + PurePosixPath(filename).suffix.lower()
    if collection_is_restricted(instance.image.collection_id):
        return f"{RESTRICTED_PREFIX}{instance.image_id}/{name}"
    return f"{PUBLIC_SIZES}/{name[:2]}/{name}"


def collection_is_restricted(pk: int) -> bool:
    """Whether a restriction stands on the collection or above it. Its path is read anew, since others move it."""
    path = Collection.objects.values_list("path", flat=True).get(pk=pk)
    return bool(CollectionViewRestriction.objects.filter(collection__path__in=prefixes(path)).exists())


def file_name(stored_name: str | None) -> str:
    """The last part of a file's address: nothing of its real name, which may say what only some may know.

    >>> file_name("originals/0123456789abcdef0123/Danh sách vắng mặt.pdf")
    '0123456789abcdef0123.pdf'

    A file that was not stored under such a folder has none, and is not served.

    >>> file_name("documents/Danh sách.pdf")
    ''
    """
    path = PurePosixPath(stored_name or "")
    token = path.parent.name
    return token + path.suffix if _TOKEN.fullmatch(token) else ""


def file_url(file: Any) -> str:
    """The address of a ``PortalFile``. It says nothing of the file, so it may stand in any page."""
    return reverse("access_file", args=[file.pk, file_name(file.file.name) or "-"])


def may_see(item: Any, tokens: Tokens | None = None) -> bool:
    """Whether the holder of ``tokens``, or else whoever is being answered, may see a picture or a file.

    A query only while a collection is restricted. Templates leave out what may not be seen: a title or an address can
    say as much as the picture.
    """
    return item.collection_id not in (current_tokens() if tokens is None else tokens).closed_collections
