"""Whatever format a picture comes in, still or moving: place, device, owner and remarks stay outside."""

import zlib
from contextlib import suppress
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow
from PIL import ImageSequence
from PIL.PngImagePlugin import PngInfo

from portal.models import PortalImage
from portal.picture_uploads import strip_metadata
from tests.factories import PortalImageFactory

OWNER = b"Nguyen Van A"
PLACE = b"GPSLatitude"
XMP = b"<x:xmpmeta><exif:" + PLACE + b">21,6.5N</exif:" + PLACE + b">" + OWNER + b"</x:xmpmeta>"
COLOURS = ("#d00000", "#00a000", "#0000d0")
DURATIONS = [100, 200, 300]


def exif(orientation: int = 0) -> Pillow.Exif:
    """Owner and device; ``orientation`` only where a test turns, since Pillow cannot write it into a moving AVIF."""
    written = Pillow.Exif()
    written[0x013B], written[0x010F] = OWNER.decode(), OWNER.decode()
    if orientation:
        written[0x0112] = orientation
    return written


def remarks() -> PngInfo:
    words = PngInfo()
    words.add_text("Author", OWNER.decode())
    words.add_itxt("XML:com.adobe.xmp", XMP.decode())
    words.add(b"prVt", OWNER)
    return words


SAYING: dict[str, dict[str, Any]] = {
    "JPEG": {"exif": exif(), "xmp": XMP, "comment": OWNER},
    "MPO": {"exif": exif()},
    "PNG": {"exif": exif(), "pnginfo": remarks()},
    "WEBP": {"exif": exif(), "xmp": XMP},
    "AVIF": {"exif": exif(), "xmp": XMP},
    "GIF": {"comment": OWNER},
    "HEIF": {"exif": exif(), "xmp": XMP},
}
ENDINGS = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "GIF": "gif", "HEIF": "heic"}
MOVING = ("GIF", "WEBP")


def drawn(image_format: str, *, moving: bool = False, size=(60, 40), **options: Any) -> bytes:
    """A picture of one colour, or of three after each other."""
    frames = [Pillow.new("RGB", size, colour) for colour in (COLOURS if moving else COLOURS[:1])]
    if image_format == "MPO":
        frames, options = [frames[0], Pillow.new("RGB", size, "black")], {**options, "save_all": True}
        options["append_images"] = frames[1:]
    elif moving:
        options |= {"save_all": True, "append_images": frames[1:], "duration": DURATIONS}
        options |= {} if image_format == "AVIF" else {"loop": 2}
    out = BytesIO()
    frames[0].save(out, image_format, **options)
    made = out.getvalue()
    return with_gif_xmp(made) if image_format == "GIF" and options.get("comment") else made


def with_gif_xmp(raw: bytes) -> bytes:
    """Pillow writes no XMP into a GIF; editors do, right before the end."""
    blocks = b"".join(bytes([len(part)]) + part for part in (XMP[at : at + 255] for at in range(0, len(XMP), 255)))
    return raw[:-1] + b"\x21\xff\x0bXMP DataXMP" + blocks + b"\x00" + raw[-1:]


def opened(content: bytes) -> Pillow.Image:
    return Pillow.open(BytesIO(content))


def shown(content: bytes) -> list[tuple[tuple[int, int, int], int]]:
    """The colour of each frame, roughly, and for how long it is shown."""
    frames = []
    for frame in ImageSequence.Iterator(opened(content)):
        frame.load()
        red, green, blue = frame.convert("RGB").crop((5, 5, 6, 6)).tobytes()
        frames.append(((red // 64, green // 64, blue // 64), round(frame.info.get("duration", 0))))
    return frames


def cleaned(raw: bytes) -> bytes:
    kept = strip_metadata(raw)
    return kept.content if kept else raw


def silent(content: bytes) -> bool:
    return not any(word in content for word in (OWNER, PLACE, b"prVt"))


@pytest.mark.parametrize("image_format", SAYING)
def test_a_still_picture_says_nothing(image_format):
    raw = drawn(image_format, **SAYING[image_format])
    assert not silent(raw)
    content = cleaned(raw)
    assert silent(content)
    assert dict(opened(content).getexif()) == {}
    assert shown(content)[0][0] == (3, 0, 0)


@pytest.mark.parametrize("image_format", MOVING)
def test_a_moving_picture_says_nothing_and_moves_as_before(image_format):
    raw = drawn(image_format, moving=True, **SAYING[image_format])
    assert not silent(raw)
    content = cleaned(raw)
    assert silent(content)
    kept = opened(content)
    assert kept.format == image_format
    assert dict(kept.getexif()) == {}
    assert shown(content) == shown(raw)
    assert kept.info.get("loop") == opened(raw).info.get("loop")


@pytest.mark.parametrize(
    ("image_format", "moving"),
    [*((name, False) for name in ("JPEG", "PNG", "WEBP", "AVIF", "GIF")), *((name, True) for name in MOVING)],
)
def test_what_says_nothing_is_kept_to_the_byte(image_format, moving):
    assert strip_metadata(drawn(image_format, moving=moving)) is None


@pytest.mark.parametrize("image_format", ["PNG", "AVIF"])
def test_what_moves_in_another_format_is_refused_with_what_to_do(image_format):
    """What scales the pictures opens none of these."""
    for options in ({}, SAYING[image_format]):
        with pytest.raises(ValidationError, match="GIF hoặc WebP"):
            strip_metadata(drawn(image_format, moving=True, **options))


def chunk(kind: bytes, *numbers: tuple[int, int]) -> bytes:
    """A part of a PNG that holds ``numbers``, each a value and its length in bytes."""
    content = b"".join(value.to_bytes(length, "big") for value, length in numbers)
    return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")


def test_a_png_that_moves_by_name_only_is_a_still_picture():
    """What scales the pictures would not open it."""
    raw = drawn("PNG")
    announced = chunk(b"acTL", (1, 4), (0, 4))
    frame = chunk(b"fcTL", (0, 4), (60, 4), (40, 4), (0, 4), (0, 4), (1, 2), (10, 2), (0, 1), (0, 1))
    assert cleaned(raw[:33] + announced + frame + raw[33:]) == raw


@pytest.mark.parametrize("image_format", MOVING)
def test_a_moving_picture_keeps_no_more_points_than_a_reader_gets(image_format, monkeypatch):
    monkeypatch.setattr("portal.picture_cleaning.MAX_SIDE", 30)
    content = cleaned(drawn(image_format, moving=True, **SAYING[image_format]))
    assert opened(content).size == (30, 20)
    assert [duration for _colour, duration in shown(content)] == DURATIONS
    assert silent(content)


def test_transparent_places_of_a_moving_picture_stay_so():
    frames = [Pillow.new("RGBA", (60, 40), (0, 0, 0, 0)) for _ in range(2)]
    frames[1].paste((200, 0, 0, 255), (0, 0, 30, 40))
    out = BytesIO()
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:], exif=exif(), duration=100, lossless=True)
    content = cleaned(out.getvalue())
    last = list(ImageSequence.Iterator(opened(content)))[-1].convert("RGBA")
    assert last.getpixel((50, 20))[3] == 0
    assert last.getpixel((10, 20))[3] == 255


@pytest.mark.parametrize("image_format", ["GIF", "PNG", "WEBP", "JPEG"])
def test_what_stands_behind_the_picture_is_dropped(image_format):
    """Some telephones put a film there, with the place it was taken at."""
    raw = drawn(image_format, **SAYING[image_format]) + OWNER
    assert silent(cleaned(raw))


def test_a_jpeg_without_exif_may_say_something_elsewhere():
    """Cameras and editors sign their pictures with who made them (C2PA, in segments of the kind APP11)."""
    raw = drawn("JPEG")
    said = b"JP\x00\x01" + OWNER
    signed = raw[:2] + b"\xff\xeb" + (len(said) + 2).to_bytes(2, "big") + said + raw[2:]
    assert silent(cleaned(signed))


def test_a_format_that_no_browser_shows_becomes_a_jpeg_on_white():
    clear = Pillow.new("RGBA", (60, 40), (0, 0, 0, 0))
    out = BytesIO()
    clear.save(out, "HEIF", exif=exif())
    kept = strip_metadata(out.getvalue())
    assert kept is not None
    assert kept.extension == "jpg"
    assert silent(kept.content)
    assert min(opened(kept.content).getpixel((5, 5))) > 240


@pytest.mark.parametrize("image_format", ["EPS", "TIFF", "BMP", "ICO"])
def test_no_other_reader_opens_a_strangers_file(image_format):
    """Some hand a file on to programs of their own."""
    with pytest.raises(ValidationError, match="không phải ảnh đọc được"):
        strip_metadata(drawn(image_format))


def test_a_moving_picture_too_large_to_be_written_anew_is_refused(settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60 * 40 * 2
    with pytest.raises(ValidationError, match="Ảnh động này quá lớn"):
        strip_metadata(drawn("WEBP", moving=True, exif=exif(orientation=6)))
    assert strip_metadata(drawn("WEBP", moving=True, exif=exif())) is not None, "leaving out unfolds nothing"


def test_a_moving_picture_that_cannot_be_written_anew_is_refused(monkeypatch):
    def fail(*args, **kwargs):
        raise OSError("cannot write")

    raw = drawn("WEBP", moving=True, exif=exif(orientation=6))
    monkeypatch.setattr(Pillow.Image, "save", fail)
    with pytest.raises(ValidationError, match="không phải ảnh đọc được"):
        strip_metadata(raw)


@pytest.mark.parametrize("image_format", ["JPEG", "WEBP"])
@pytest.mark.parametrize("damage", [b"MMMM\x00\x00\x00\x08", b"MM\x00*\xff\xff\xff\xf0"])
def test_damaged_exif_is_taken_out_too(image_format, damage):
    raw = drawn(image_format, exif=exif())
    damaged = raw.replace(b"MM\x00*\x00\x00\x00\x08", damage)
    assert damaged != raw
    assert silent(cleaned(damaged))


@pytest.mark.parametrize("image_format", ["GIF", "PNG", "WEBP", "JPEG"])
@settings(max_examples=60, deadline=None)
@given(at=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255))
def test_a_damaged_file_is_cleaned_or_refused_and_nothing_else(image_format, at, byte):
    raw = bytearray(drawn(image_format, moving=image_format in MOVING, **SAYING[image_format]))
    raw[int(at * len(raw))] = byte
    with suppress(ValidationError):
        strip_metadata(bytes(raw))


@pytest.mark.django_db
@pytest.mark.parametrize("image_format", ENDINGS)
def test_every_road_into_the_library_cleans(image_format):
    content = drawn(image_format, moving=image_format in MOVING, **SAYING[image_format])
    image: Any = PortalImageFactory(file=ContentFile(content, name=f"IMG_1.{ENDINGS[image_format]}"))
    with PortalImage.objects.get(pk=image.pk).file.open("rb") as original:
        assert silent(original.read())


@pytest.mark.django_db
@pytest.mark.parametrize("image_format", [name for name in ENDINGS if name != "MPO"])
def test_the_admins_form_takes_them(admin_client, image_format):
    content = drawn(image_format, moving=image_format in MOVING, **SAYING[image_format])
    file = ContentFile(content, name=f"IMG_1.{ENDINGS[image_format]}")
    form = {"title": "Hội nghị", "description": "Quang cảnh hội nghị", "file": file, "collection": 1, "tags": ""}
    assert admin_client.post(reverse("wagtailimages:add"), form).status_code == 302
    image = PortalImage.objects.get()
    with image.file.open("rb") as original:
        kept = original.read()
    assert silent(kept)
    assert (image.file_size, len(shown(kept))) == (len(kept), 3 if image_format in MOVING else 1)
