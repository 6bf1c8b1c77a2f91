"""Pictures: cleaned when they come in, offered at several sizes in modern formats.

Addresses of sizes are signed, so that nobody can ask for sizes no template uses; a size is made when it is first asked
for, so that no page waits for it.
"""

import hashlib
import struct
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.signing import BadSignature, Signer
from django.db.models.fields.files import FieldFile
from django.urls import reverse
from django.utils.translation import gettext as _
from PIL import ExifTags, ImageSequence
from PIL import Image as Pillow

from portal.picture_parts import TAKEN_APART, gif_frames, without_metadata
from portal.text import slugify

if TYPE_CHECKING:
    from portal.models import PortalImage

RATIOS = {"16x9": (16, 9), "4x3": (4, 3), "3x2": (3, 2), "1x1": (1, 1), "3x4": (3, 4)}
FORMATS = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}
#: A reader never gets more pixels across than this, and neither does the original keep more.
MAX_SIDE = 4000
#: What a picture is kept as, and its ending. What no browser shows, or holds several pictures in one, becomes JPEG.
KEPT_AS = {
    "AVIF": ("AVIF", "avif"),
    "GIF": ("GIF", "gif"),
    "JPEG": ("JPEG", "jpg"),
    "PNG": ("PNG", "png"),
    "WEBP": ("WEBP", "webp"),
}
#: The only readers that a stranger's file meets: others hand it on to programs of their own (EPS to Ghostscript).
READ = (*KEPT_AS, "HEIF", "MPO")
#: A picture that moves through more is a film.
MOST_FRAMES = 600
#: What moves is kept in these; what scales the pictures opens no other.
MOVING = frozenset({"GIF", "WEBP"})
QUALITY = 92
#: How a picture is turned upright, by what EXIF says of how the camera was held.
UPRIGHT = {
    2: Pillow.Transpose.FLIP_LEFT_RIGHT,
    3: Pillow.Transpose.ROTATE_180,
    4: Pillow.Transpose.FLIP_TOP_BOTTOM,
    5: Pillow.Transpose.TRANSPOSE,
    6: Pillow.Transpose.ROTATE_270,
    7: Pillow.Transpose.TRANSVERSE,
    8: Pillow.Transpose.ROTATE_90,
}
#: Where files say more than the picture: EXIF, XMP, IPTC, comments.
METADATA = ("exif", "xmp", "XML:com.adobe.xmp", "photoshop", "comment")
#: How the parts of a JPEG begin that are needed to show it.
JPEG_SHOWS = (b"JFIF\0", b"JFXX\0", b"ICC_PROFILE\0", b"Adobe")
#: What the readers of pictures raise at damaged ones, found by damaging some tens of thousands.
DAMAGED = (OSError, SyntaxError, ValueError, EOFError, RuntimeError, LookupError, TypeError, struct.error)

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


def clean_upload(image: "PortalImage") -> None:
    """Turn a newly uploaded picture upright, and drop its metadata: place, device and owner are nobody's business.

    Raises:
        ValidationError: the file is no picture, or too large to open safely.
    """
    upload = image.file
    if clean_file(upload):
        image.file_size = upload.size
        image._set_file_hash()
        image._meta.get_field("file").update_dimension_fields(image, force=True)


def clean_file(upload: FieldFile) -> bool:
    """The same for any field with a picture; returns whether there was something to change.

    Raises:
        ValidationError: the file is no picture, or too large to open safely.
    """
    if not upload or upload._committed:  # type: ignore[attr-defined]  # what came in now; the stubs leave it out
        return False
    upload.seek(0)
    cleaned = strip_metadata(upload.read())
    if cleaned is not None:
        stem = PurePosixPath(upload.name or "").stem
        upload.file = ContentFile(cleaned.content, name=f"{stem}.{cleaned.extension}")
        upload.name = upload.file.name
        vars(upload).pop("_dimensions_cache", None)  # of the picture as it came, perhaps lying on its side
    upload.seek(0)
    return cleaned is not None


@dataclass(frozen=True)
class Cleaned:
    """A picture as it is kept."""

    content: bytes
    extension: str


def strip_metadata(raw: bytes) -> Cleaned | None:
    """``raw`` upright and without metadata, or ``None`` where there is nothing to change. What moves goes on moving.

    Raises:
        ValidationError: the bytes are no picture, too large to open safely, or move in a way that cannot be kept.
    """
    try:
        return _cleaned(raw)
    except DAMAGED as problem:
        raise ValidationError(
            _("This file is not a picture that can be read. Save it again as JPEG or PNG.")
        ) from problem


def _cleaned(raw: bytes) -> Cleaned | None:
    picture = _open_safely(raw)
    source = picture.format or ""
    kept_as, extension = KEPT_AS.get(source, ("JPEG", "jpg"))
    moves = source == kept_as and getattr(picture, "is_animated", False)
    if moves and source not in MOVING:
        raise ValidationError(
            _("A picture that moves can only be a GIF or a WebP. Save it as one of these, or as a still picture.")
        )
    turn, says_more = _exif(picture)
    is_fine = max(picture.size) <= MAX_SIDE and turn is None
    if is_fine and source in TAKEN_APART:
        content = without_metadata(raw, source)
        return Cleaned(content, extension) if content != raw else None
    if is_fine and source == kept_as and not says_more and not _remarks(picture):
        return None
    return Cleaned((_moving if moves else _still)(picture, kept_as, turn), extension)


def _exif(picture: Pillow.Image) -> tuple[Pillow.Transpose | None, bool]:
    """How the picture has to be turned, and whether there is EXIF at all. Damaged EXIF says something, too."""
    try:
        exif = picture.getexif()
        return UPRIGHT.get(exif.get(ExifTags.Base.Orientation, 1)), bool(exif)
    except DAMAGED:
        return None, True


def _remarks(picture: Pillow.Image) -> bool:
    """Whether the file says something outside of EXIF."""
    segments = getattr(picture, "applist", ())  # of a JPEG
    return any(picture.info.get(key) for key in METADATA) or any(
        not content.startswith(JPEG_SHOWS) for _name, content in segments
    )


def _still(picture: Pillow.Image, kept_as: str, turn: Pillow.Transpose | None) -> bytes:
    upright = _fitted(picture, turn)
    if kept_as == "JPEG" and upright.mode not in {"L", "RGB", "CMYK"}:
        clear = upright.convert("RGBA")
        upright = Pillow.new("RGB", clear.size, "white")
        upright.paste(clear, mask=clear)
    out = BytesIO()
    options = {} if kept_as == "PNG" else {"quality": QUALITY}
    upright.save(out, kept_as, icc_profile=picture.info.get("icc_profile"), exif=b"", **options)
    return out.getvalue()


def _moving(picture: Pillow.Image, kept_as: str, turn: Pillow.Transpose | None) -> bytes:
    """All frames written anew.

    Raises:
        ValidationError: they are too many to be unfolded.
    """
    if picture.width * picture.height * getattr(picture, "n_frames", 1) > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        sentence = _("This moving picture is too large to be made smaller or turned upright. Save it smaller.")
        raise ValidationError(sentence)
    frames, durations = [], []
    for frame in ImageSequence.Iterator(picture):
        frame.load()  # only now some formats tell how long it is shown
        durations.append(round(frame.info.get("duration", 0)))
        frames.append(_fitted(frame, turn))
    loop = {"loop": picture.info["loop"]} if "loop" in picture.info else {}
    options = {"icc_profile": picture.info.get("icc_profile"), "exif": b"", "quality": QUALITY, **loop}
    out = BytesIO()
    frames[0].save(out, kept_as, save_all=True, append_images=frames[1:], duration=durations, **options)
    return without_metadata(out.getvalue(), kept_as)


def _fitted(picture: Pillow.Image, turn: Pillow.Transpose | None) -> Pillow.Image:
    """``picture`` turned, of a size that is kept, and with nothing that would be written beside it."""
    fitted = picture.copy() if turn is None else picture.transpose(turn)
    if max(fitted.size) > MAX_SIDE:
        fitted.thumbnail((MAX_SIDE, MAX_SIDE))
    for key in METADATA:
        fitted.info.pop(key, None)
    return fitted


def has_too_many_frames(picture: Pillow.Image, raw: bytes) -> bool:
    """Whether the picture in ``raw`` moves through more than ``MOST_FRAMES``.

    Other files say at their beginning how many there are; of a GIF Pillow would read each.
    """
    frames = gif_frames(raw, MOST_FRAMES) if picture.format == "GIF" else getattr(picture, "n_frames", 1)
    return frames > MOST_FRAMES


def _open_safely(raw: bytes) -> Pillow.Image:
    """The picture in ``raw``; its size is looked at before its points are unfolded into memory.

    Raises:
        ValidationError: it is too large.
    """
    try:
        picture = Pillow.open(BytesIO(raw), formats=READ)
        if picture.width * picture.height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
            raise Pillow.DecompressionBombError
        picture.load()
    except Pillow.DecompressionBombError as problem:
        raise ValidationError(_("The picture is too large. Reduce it to at most 8,000 px a side.")) from problem
    return picture
