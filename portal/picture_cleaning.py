"""Cleaning a stranger's picture: upright, of a size that is kept, and without what it says beside the picture.

Without Django, so that it can run in a process with bounds (``portal.confined``): there ``read`` looks at what was
uploaded, and puts the cleaned picture into the file's place. Who calls has the words for each refusal.
"""

import re
import struct
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

# The readers that a stranger's file meets; naming them spares the others' start.
from PIL import (  # noqa: F401
    AvifImagePlugin,
    ExifTags,
    GifImagePlugin,
    ImageSequence,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    WebPImagePlugin,
)
from PIL import Image as Pillow

from portal.confined.refusing import Refused
from portal.picture_parts import TAKEN_APART, gif_frames, without_metadata

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


# Why a picture is refused
UNREADABLE, TOO_LARGE, ONLY_STILL, MOVING_TOO_LARGE = "unreadable", "too large", "only still", "moving too large"
TOO_MANY_FRAMES, TOO_MANY_PIXELS, OTHER_TYPE, HIDES_SOMETHING = "frames", "pixels", "other type", "hides something"

# What has no business inside a picture: the beginnings of pages, scripts, archives and documents hidden behind it.
_MARKUP = re.compile(rb"<script|<\?php|<html|<!doctype|<iframe|javascript:", re.IGNORECASE)
_SIGNATURES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x7fELF\x02\x01\x01")
_SAME_FORMAT = {"jpg": "jpeg", "mpo": "jpeg", "heif": "heic"}
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"hevm", b"hevs", b"mif1", b"msf1")


@dataclass(frozen=True)
class Cleaned:
    """A picture as it is kept."""

    content: bytes
    extension: str


def read(file: Path, *, most_pixels: int, extension: str = "") -> str:
    """Clean the picture in ``file`` in its place; returns its new ending, nothing where nothing was changed.

    With ``extension``, that of an upload's name, it is looked at first.

    Raises:
        Refused: see ``looked_at`` and ``clean``.
    """
    raw = file.read_bytes()
    if extension:
        look_at(raw, extension, most_pixels)
    cleaned = clean(raw, most_pixels)
    if cleaned is None:
        return ""
    file.write_bytes(cleaned.content)
    return cleaned.extension


def look_at(raw: bytes, extension: str, most_pixels: int) -> None:
    """
    Raises:
        Refused: what was uploaded is no picture, too large to open, of another type than its name says, or more than a
            picture.
    """
    try:
        picture = opened(raw)
    except Pillow.DecompressionBombError as problem:
        raise Refused(TOO_MANY_PIXELS) from problem
    except DAMAGED as problem:
        raise Refused(UNREADABLE) from problem
    if has_too_many_frames(picture, raw):
        raise Refused(TOO_MANY_FRAMES)
    if picture.width * picture.height * getattr(picture, "n_frames", 1) > most_pixels:
        raise Refused(TOO_MANY_PIXELS)
    found = (picture.format or "").lower()
    if _SAME_FORMAT.get(found, found) != _SAME_FORMAT.get(extension, extension):
        raise Refused(OTHER_TYPE, found=found.upper(), extension=extension)
    if hides_something(raw):
        raise Refused(HIDES_SOMETHING)


def hides_something(raw: bytes) -> bool:
    """Whether a file that reads as a picture is something else as well: a page, a script, an archive, a document."""
    return (
        _MARKUP.search(raw) is not None
        or any(signature in raw for signature in _SIGNATURES)
        or b"%PDF-" in raw[:1024]
        or zipfile.is_zipfile(BytesIO(raw))
    )


def clean(raw: bytes, most_pixels: int) -> Cleaned | None:
    """``raw`` upright and without metadata, or ``None`` where there is nothing to change. What moves goes on moving.

    Raises:
        Refused: the bytes are no picture, too large to open safely, or move in a way that cannot be kept.
    """
    try:
        return _cleaned(raw, most_pixels)
    except Pillow.DecompressionBombError as problem:
        raise Refused(TOO_LARGE) from problem
    except DAMAGED as problem:
        raise Refused(UNREADABLE) from problem


def _cleaned(raw: bytes, most_pixels: int) -> Cleaned | None:
    picture = _open_safely(raw, most_pixels)
    source = picture.format or ""
    kept_as, extension = KEPT_AS.get(source, ("JPEG", "jpg"))
    moves = source == kept_as and getattr(picture, "is_animated", False)
    if moves and source not in MOVING:
        raise Refused(ONLY_STILL)
    turn, says_more = _exif(picture)
    is_fine = max(picture.size) <= MAX_SIDE and turn is None
    if is_fine and source in TAKEN_APART:
        content = without_metadata(raw, source)
        return Cleaned(content, extension) if content != raw else None
    if is_fine and source == kept_as and not says_more and not _remarks(picture):
        return None
    if moves:
        return Cleaned(_moving(picture, kept_as, turn, most_pixels), extension)
    return Cleaned(_still(picture, kept_as, turn), extension)


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


def _moving(picture: Pillow.Image, kept_as: str, turn: Pillow.Transpose | None, most_pixels: int) -> bytes:
    """All frames written anew.

    Raises:
        Refused: they are too many to be unfolded.
    """
    if picture.width * picture.height * getattr(picture, "n_frames", 1) > most_pixels:
        raise Refused(MOVING_TOO_LARGE)
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


def _open_safely(raw: bytes, most_pixels: int) -> Pillow.Image:
    """The picture in ``raw``; its size is looked at before its points are unfolded into memory.

    Raises:
        DecompressionBombError: it is too large.
    """
    picture = opened(raw)
    if picture.width * picture.height > most_pixels:
        raise Pillow.DecompressionBombError
    picture.load()
    return picture


def opened(raw: bytes) -> Pillow.Image:
    """The picture in ``raw`` as its head describes it; nothing is unfolded yet."""
    if raw[4:8] == b"ftyp" and raw[8:12] in _HEIF_BRANDS:
        from pillow_heif import HeifImagePlugin  # noqa: F401  it takes its time

    return Pillow.open(BytesIO(raw), formats=READ)
