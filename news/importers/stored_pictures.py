"""Pictures that were saved with the page: in its folder, or inside it as ``data:``. Nothing is ever fetched."""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Self
from urllib.parse import unquote

from django.core.exceptions import ValidationError
from django.db.models.fields.files import FieldFile
from wagtail.images import get_image_model

from news.importers.pictures import Photo
from portal.picture_cleaning import Cleaned
from portal.picture_uploads import CleanPicture, strip_metadata

_MOST_BYTES = 20 * 1024 * 1024
_MOST_PIXELS = 50_000_000
_DATA = re.compile(r"data:image/(?:jpeg|jpg|png|gif|webp);base64,", re.IGNORECASE)
_FORMATS = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp"}


def picture_files(path: Path, photos: list[Photo]) -> Iterator[tuple[Photo, bytes]]:
    """The photos whose pictures lie beside ``path`` or in the page itself, with their bytes."""
    for photo in photos:
        content = _embedded(photo.source) if photo.source.startswith("data:") else _beside(path, photo.source)
        if content:
            yield photo, content


class PictureStore:
    """Stores pictures. Files know no transactions, so ``with`` one of these around a transaction: when that fails,
    the files that came with it go as its rows do."""

    def __init__(self) -> None:
        self._written: list[FieldFile] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *problem: object) -> None:
        if kind is not None:
            for file in self._written:
                file.storage.delete(str(file.name))

    def store(self, photo: Photo, content: bytes) -> int | None:
        """Store ``content`` as a picture, or find the one already stored; ``None`` where it is no picture."""
        extension = _extension(content)
        if extension is None:
            return None
        try:
            cleaned = strip_metadata(content) or Cleaned(content, extension)
        except ValidationError:
            return None
        model = get_image_model()
        digest = hashlib.sha1(cleaned.content, usedforsecurity=False).hexdigest()
        known = model.objects.filter(file_hash=digest).order_by("pk").first()
        if known is not None:
            return int(known.pk)
        title = (photo.caption or photo.alt or "Ảnh của bài nhập")[:120]
        image = model(title=title, description=photo.alt[:250], credit=photo.credit[:120])
        image.file_hash, image.file_size = digest, len(cleaned.content)
        image.file = CleanPicture(cleaned.content, name=f"anh-nhap.{cleaned.extension}")
        try:
            image.full_clean(exclude=["width", "height"])
        except ValidationError:
            return None
        image.file.save(image.file.name, image.file.file, save=False)
        self._written.append(image.file)
        image.save()
        return int(image.pk)


def _extension(content: bytes) -> str | None:
    import io

    from PIL import Image

    try:
        with Image.open(io.BytesIO(content)) as picture:
            if picture.width * picture.height > _MOST_PIXELS or min(picture.size) < 40:
                return None
            name = picture.format or ""
            picture.verify()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None
    return _FORMATS.get(name)


def _embedded(source: str) -> bytes | None:
    head = _DATA.match(source)
    if not head or len(source) > _MOST_BYTES * 4 // 3:
        return None
    try:
        return base64.b64decode(source[head.end() :], validate=False)
    except (binascii.Error, ValueError):
        return None


def _beside(path: Path, source: str) -> bytes | None:
    """The bytes of a relative address that stays in the page's own folder."""
    if re.match(r"[a-z][a-z0-9+.-]*:|//|/", source, re.IGNORECASE):
        return None
    folder = path.parent.resolve()
    try:
        target = (folder / unquote(source.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0])).resolve()
        if folder not in target.parents or not target.is_file() or target.stat().st_size > _MOST_BYTES:
            return None
        return target.read_bytes()
    except (OSError, ValueError):
        return None
