"""Handing out stored files: conditional requests, ranges, safe names, and never to those without the right."""

import hashlib
import mimetypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import PurePosixPath
from typing import IO, Any
from urllib.parse import quote

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db.models import Model
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date, quote_etag
from wagtail.models import Collection

from portal.access.restrictions import PUBLIC, Restrictions
from portal.access.signals import restricted_original_opened
from portal.access.staff import sees
from portal.access.storages import RESTRICTED_PREFIX, PrivateStorage, RenditionStorage
from portal.access.tokens import tokens_of

CHUNK = 64 * 1024

# What browsers show by themselves and cannot run anything in. SVG can, so it is not here.
INLINE_TYPES = frozenset(
    {
        "application/pdf",
        *("image/avif", "image/gif", "image/jpeg", "image/png", "image/webp"),
        *("audio/mp4", "audio/mpeg", "audio/ogg", "audio/wav", "audio/webm"),
        *("video/mp4", "video/ogg", "video/webm"),
    }
)
TYPES_BY_SUFFIX = {
    ".avif": "image/avif",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".vtt": "text/vtt; charset=utf-8",
    ".wav": "audio/wav",
    ".webm": "video/webm",
    ".webp": "image/webp",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}
# A viewer of the browser's own needs its styles and the file itself; everything else runs nothing and loads nothing.
INLINE_POLICY = (
    "default-src 'none'; img-src 'self'; media-src 'self'; object-src 'self'; style-src 'unsafe-inline'; "
    "frame-ancestors 'self'"
)
SANDBOX_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

PUBLIC_FILE = "public, no-cache"
# The reader's own browser may keep a picture for an hour. Caches that many share ask each time: it may be restricted.
PUBLIC_PICTURE = "public, max-age=3600, s-maxage=0"
RESTRICTED = "private, no-store"

# More digits than any file has bytes are no range: such a header is left unheeded.
_RANGE = re.compile(r"bytes=(?P<first>[0-9]{0,18})-(?P<last>[0-9]{0,18})")


@dataclass(frozen=True)
class Stored:
    """A file to hand out, and what to say of it."""

    storage: FileSystemStorage
    name: str
    download_name: str
    cache_control: str


class Unsatisfiable(Exception):
    """The range asked for lies outside the file."""


def check_collection(request: HttpRequest, collection: Collection) -> bool:
    """Whether the collection is public; session and user are touched only where it is not.

    Staff who are appointed to a restricted collection need its pictures and files for their work in the admin.

    Raises:
        Http404: the visitor may not see what is in it.
    """
    restrictions = Restrictions.now()
    token = restrictions.collections.token(collection.path)
    if token == PUBLIC:
        return True
    if token not in tokens_of(request).tokens and not _is_appointed(request, collection):
        raise Http404
    return False


def _is_appointed(request: HttpRequest, collection: Collection) -> bool:
    is_staff = tokens_of(request).is_signed_in and request.user.has_perm("wagtailadmin.access_admin")
    return is_staff and sees(request.user, collection)


def serve_rendition(request: HttpRequest, image: Any, filter_spec: str) -> HttpResponseBase:
    """``image`` at the size ``filter_spec``, made now if it never was.

    Raises:
        Http404: the visitor may not see the picture, or its file is gone.
    """
    is_public = check_collection(request, image.collection)
    rendition = image.get_rendition(filter_spec)
    if not _lies_right(rendition.file.name, is_public=is_public):
        # Dropped since by another process, of which this one's cache of renditions knows nothing.
        rendition.delete()
        rendition = image.get_rendition(filter_spec)
    return serve_size(request, rendition.file.name, is_public=is_public)


def _lies_right(name: str, *, is_public: bool) -> bool:
    """Whether a size lies on its proper side, and is still there."""
    return name.startswith(RESTRICTED_PREFIX) is not is_public and RenditionStorage().exists(name)


def serve_size(request: HttpRequest, name: str, *, is_public: bool) -> HttpResponseBase:
    """The stored size ``name`` of a picture, under a name that says nothing of it."""
    path = PurePosixPath(name)
    stored = Stored(
        RenditionStorage().side(name), name, f"anh{path.suffix}", PUBLIC_PICTURE if is_public else RESTRICTED
    )
    return serve(request, stored)


def serve_original(request: HttpRequest, name: str, *, is_public: bool) -> HttpResponseBase:
    """The stored original ``name``, under the name it came with."""
    stored = Stored(PrivateStorage(), name, PurePosixPath(name).name, PUBLIC_FILE if is_public else RESTRICTED)
    return serve(request, stored)


def tell_opened(request: HttpRequest, response: HttpResponseBase, thing: Model) -> None:
    """Let it be known that the restricted original of ``thing`` is handed out, where anything of it is."""
    if request.method == "GET" and response.status_code in (200, 206):
        asked = request.headers.get("Range", "").strip()
        begins = not asked or asked.startswith("bytes=0-")
        restricted_original_opened.send(type(thing), request=request, thing=thing, begins=begins)


def serve(request: HttpRequest, stored: Stored) -> HttpResponseBase:
    """``stored`` in whole or in part, or the news that it has not changed.

    Raises:
        Http404: the file is gone.
    """
    try:
        size = stored.storage.size(stored.name)
        modified = int(stored.storage.get_modified_time(stored.name).timestamp())
    except FileNotFoundError as problem:
        raise Http404 from problem
    # A stored file never changes under its name.
    etag = quote_etag(hashlib.blake2s(f"{stored.name}/{size}".encode(), digest_size=10).hexdigest())
    unchanged = get_conditional_response(request, etag=etag, last_modified=modified)
    response = unchanged if unchanged is not None else _content(request, stored, size, etag, modified)
    response["ETag"] = etag
    response["Last-Modified"] = http_date(modified)
    response["Cache-Control"] = stored.cache_control
    response["X-Content-Type-Options"] = "nosniff"
    return response


def content_type_of(name: str) -> str:
    """By the suffix alone; what a stranger uploaded is not asked what it is."""
    suffix = PurePosixPath(name).suffix.lower()
    return TYPES_BY_SUFFIX.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def _content(request: HttpRequest, stored: Stored, size: int, etag: str, modified: int) -> HttpResponseBase:
    content_type = content_type_of(stored.name)
    inline = content_type in INLINE_TYPES
    response = _body(request, stored, size, etag, modified)
    response["Accept-Ranges"] = "bytes"
    response["Content-Type"] = content_type
    response["Content-Disposition"] = content_disposition_header(not inline, stored.download_name) or "attachment"
    response["Content-Security-Policy"] = INLINE_POLICY if inline else SANDBOX_POLICY
    return response


def _body(request: HttpRequest, stored: Stored, size: int, etag: str, modified: int) -> HttpResponseBase:
    if settings.ACCEL_REDIRECT_PREFIX and isinstance(stored.storage, PrivateStorage):
        response = HttpResponse()
        response["X-Accel-Redirect"] = f"{settings.ACCEL_REDIRECT_PREFIX.rstrip('/')}/{quote(stored.name)}"
        return response  # the web server reads the file, ranges included
    try:
        part = _asked_range(request, size, etag, modified)
    except Unsatisfiable:
        refusal = HttpResponse(status=416)
        refusal["Content-Range"] = f"bytes */{size}"
        return refusal
    if part is None:
        whole = FileResponse(stored.storage.open(stored.name, "rb"))
        whole["Content-Length"] = str(size)
        return whole
    first, last = part
    some = StreamingHttpResponse(_read(stored.storage.open(stored.name, "rb"), first, last - first + 1), status=206)
    some["Content-Range"] = f"bytes {first}-{last}/{size}"
    some["Content-Length"] = str(last - first + 1)
    return some


def _asked_range(request: HttpRequest, size: int, etag: str, modified: int) -> tuple[int, int] | None:
    """The one range asked for as (first, last) byte; ``None`` for the whole file, also where several are asked for.

    Raises:
        Unsatisfiable: it lies outside the file.
    """
    found = _RANGE.fullmatch(request.headers.get("Range", "").strip())
    if found is None or request.method != "GET" or not _still_the_same(request, etag, modified):
        return None
    first, last = found["first"], found["last"]
    if not first and not last:
        return None
    if not first:
        length = int(last)
        if length == 0 or size == 0:
            raise Unsatisfiable
        return max(0, size - length), size - 1
    begin = int(first)
    end = min(int(last), size - 1) if last else size - 1
    if last and int(last) < begin:
        return None
    if begin >= size:
        raise Unsatisfiable
    return begin, end


def _still_the_same(request: HttpRequest, etag: str, modified: int) -> bool:
    """Whether a range still fits the file the reader has the rest of (``If-Range``)."""
    asked = request.headers.get("If-Range", "").strip()
    if not asked:
        return True
    if asked.startswith('"'):
        return asked == etag
    try:
        return int(parsedate_to_datetime(asked).timestamp()) == modified
    except (ValueError, OverflowError):
        return False


def _read(file: IO[bytes], first: int, length: int) -> Iterator[bytes]:
    with file:
        file.seek(first)
        while length > 0 and (chunk := file.read(min(CHUNK, length))):
            length -= len(chunk)
            yield chunk
