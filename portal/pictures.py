"""Pictures, offered at several sizes in modern formats.

Addresses of sizes are signed, so that nobody can ask for sizes no template uses; a size is made when it is first asked
for, so that no page waits for it.
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from portal.text import slugify

if TYPE_CHECKING:
    from portal.models import PortalImage

RATIOS = {"16x9": (16, 9), "4x3": (4, 3), "3x2": (3, 2), "1x1": (1, 1), "3x4": (3, 4)}
FORMATS = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}
_signer = Signer(salt="portal.pictures")


@dataclass(frozen=True)
class Size:
    """One size of a picture in one format: ``spec`` is Wagtail's, ``width`` and ``height`` are what it gives, in px."""

    spec: str
    width: int
    height: int


def size_of(image: "PortalImage", width: int, ratio: str = "", image_format: str = "jpeg") -> Size:
    """The size for ``width`` px across, cropped around the focal point to ``ratio`` if given. Nothing is enlarged."""
    if ratio:
        across, down = RATIOS[ratio]
        width = min(width, image.width, image.height * across // down) or 1
        height = max(1, width * down // across)
        return Size(f"fill-{width}x{height}|format-{image_format}", width, height)
    width = min(width, image.width)
    return Size(f"width-{width}|format-{image_format}", width, max(1, round(image.height * width / image.width)))


def picture_url(image: "PortalImage", size: Size) -> str:
    """The signed address of ``image`` at ``size``; it changes with the picture and its focal point."""
    focus = (image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height)
    return _address(image.pk, image.title, image.file_hash, image.file.name, focus, size.spec)


@lru_cache(maxsize=20_000)
def _address(pk: int, title: str, file_hash: str, file_name: str, focus: tuple[int | None, ...], spec: str) -> str:
    """Remembered, since a page names hundreds: each picture at several widths in three formats."""
    version = hashlib.blake2s(repr((file_hash, file_name, focus)).encode(), digest_size=5).hexdigest()
    extension = spec.rsplit("format-", 1)[-1]
    signature = _signer.signature(f"{pk}/{spec}/{version}")[:16]
    name = f"{slugify(title, max_length=40) or 'anh'}.{extension}"
    return reverse("portal_picture", args=[pk, version, signature, spec.replace("|", "_"), name])


def spec_from_url(pk: int, version: str, signature: str, spec: str) -> str:
    """The spec in an address made by ``picture_url``.

    Raises:
        BadSignature: the address was not made here.
    """
    original = spec.replace("_", "|")
    if _signer.signature(f"{pk}/{original}/{version}")[:16] != signature:
        raise BadSignature(spec)
    return original
