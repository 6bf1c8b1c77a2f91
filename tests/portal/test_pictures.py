"""Pictures: cleaned when they come in, offered in modern formats at sizes that are signed and never enlarged."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template import Context, Template
from PIL import Image as Pillow
from PIL.PngImagePlugin import PngImageFile, PngInfo
from PIL.TiffImagePlugin import IFDRational
from wagtail.users.models import UserProfile

from portal.models import PortalImage
from portal.picture_uploads import strip_metadata
from portal.pictures import picture_url, size_of
from tests.factories import PortalImageFactory, picture_file

pytestmark = pytest.mark.django_db

ORIENTATION, MAKE, GPS, ARTIST = 0x0112, 0x010F, 0x8825, 0x013B


def exif(orientation: int = 1) -> Pillow.Exif:
    """What a phone writes: how it was held, its maker, its owner and where it was."""
    written = Pillow.Exif()
    written[ORIENTATION], written[MAKE], written[ARTIST] = (
        orientation,
        "Điện thoại".encode().decode("latin-1"),
        "Nguyen Van A",
    )
    degrees = (IFDRational(21), IFDRational(6), IFDRational(30))
    written[GPS] = {1: "N", 2: degrees, 3: "E", 4: (IFDRational(107), IFDRational(18), IFDRational(0))}
    return written


def upload(content: bytes, name: str = "hoi-nghi.jpg", **fields) -> PortalImage:
    image: Any = PortalImageFactory(file=ContentFile(content, name=name), **fields)
    return PortalImage.objects.get(pk=image.pk)


def stored(image: PortalImage) -> bytes:
    with image.file.open("rb") as original:
        return original.read()


def opened(content: bytes) -> Pillow.Image:
    picture = Pillow.open(BytesIO(content))
    picture.load()
    return picture


def two_colours(size=(600, 400), image_format="JPEG", **save) -> bytes:
    """Red on the left, blue on the right."""
    picture = Pillow.new("RGB", size, "#0000ff")
    picture.paste("#ff0000", (0, 0, size[0] // 2, size[1]))
    out = BytesIO()
    picture.save(out, image_format, **save)
    return out.getvalue()


def answered(visitor, address: str) -> Pillow.Image:
    response = visitor.get(address)
    assert response.status_code == 200
    return opened(b"".join(response.streaming_content))


def rendered(image: PortalImage | None, arguments: str = 'alt="Hội nghị"') -> str:
    template = Template("{% load portal_tags %}{% picture_set image " + arguments + " %}")
    return template.render(Context({"image": image}))


# What comes in


@pytest.mark.parametrize(
    ("image_format", "name"), [("JPEG", "a.jpg"), ("WEBP", "a.webp"), ("PNG", "a.png"), ("AVIF", "a.avif")]
)
def test_place_device_and_owner_are_taken_out(image_format, name):
    content = stored(upload(two_colours(image_format=image_format, exif=exif()), name))
    kept = opened(content)
    assert kept.format == image_format
    assert dict(kept.getexif()) == {}
    assert dict(kept.getexif().get_ifd(GPS)) == {}
    assert b"Nguyen Van A" not in content


def test_place_is_taken_out_of_what_phones_with_two_lenses_write():
    """Such a phone's JPEG holds several pictures (MPO); Pillow gives it a name of its own."""
    out = BytesIO()
    main, second = Pillow.new("RGB", (64, 48), "red"), Pillow.new("RGB", (64, 48), "blue")
    main.save(out, "MPO", save_all=True, append_images=[second], exif=exif())
    assert opened(out.getvalue()).format == "MPO"
    content = stored(upload(out.getvalue()))
    assert b"Nguyen Van A" not in content
    assert dict(opened(content).getexif()) == {}


@pytest.mark.django_db
def test_place_is_taken_out_of_the_picture_of_a_person(administrator, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    file = ContentFile(two_colours(exif=exif()), name="toi.jpg")
    profile = UserProfile.objects.create(user=administrator, avatar=file)
    assert opened(Path(profile.avatar.path).read_bytes()).getexif() == {}


def test_captions_of_press_agencies_inside_the_file_are_taken_out():
    """IPTC and XMP name people and places as well as EXIF does."""
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x10\x1c\x02\x50\x00\x0bNguyen Van A"
    raw = two_colours()
    segment = b"\xff\xed" + (len(iptc) + 2).to_bytes(2, "big") + iptc
    content = stored(upload(raw[:2] + segment + raw[2:]))
    assert b"Nguyen Van A" not in content


def test_texts_inside_a_png_are_taken_out():
    words = PngInfo()
    words.add_text("Author", "Nguyen Van A")
    content = stored(upload(two_colours(image_format="PNG", pnginfo=words), "a.png"))
    assert b"Nguyen Van A" not in content


@pytest.mark.parametrize(("orientation", "left_is_red_on"), [(3, "right"), (6, "top"), (8, "bottom")])
def test_a_picture_is_stored_upright(orientation, left_is_red_on):
    image = upload(two_colours(exif=exif(orientation)))
    picture = opened(stored(image)).convert("RGB")
    turned = left_is_red_on in {"top", "bottom"}
    assert picture.size == ((400, 600) if turned else (600, 400))
    assert (image.width, image.height) == picture.size
    middle_x, middle_y = picture.width // 2, picture.height // 2
    edge = {"right": (picture.width - 5, middle_y), "top": (middle_x, 5), "bottom": (middle_x, picture.height - 5)}
    red, _green, blue = picture.getpixel(edge[left_is_red_on])
    assert red > 200
    assert blue < 60


def test_size_and_digest_are_those_of_what_is_stored():
    image = upload(two_colours(exif=exif(6)))
    assert image.file_size == len(stored(image))
    twin = upload(two_colours(exif=exif(6)))
    assert image.file_hash == twin.file_hash


def test_a_clean_picture_is_kept_to_the_byte():
    content = two_colours()
    assert stored(upload(content)) == content


def test_nothing_is_kept_that_no_reader_gets():
    image = upload(picture_file((5000, 2500)))
    assert (image.width, image.height) == (4000, 2000)


def test_a_colour_profile_stays():
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    kept = opened(stored(upload(two_colours(exif=exif(), icc_profile=profile))))
    assert kept.info["icc_profile"] == profile


def test_a_picture_of_a_telephone_that_no_browser_shows_becomes_a_jpeg(visitor):
    out = BytesIO()
    Pillow.new("RGB", (64, 48), "red").save(out, "HEIF", exif=exif())
    image = upload(out.getvalue(), "IMG_2041.HEIC")
    assert image.file.name.endswith("/IMG_2041.jpg")
    assert opened(stored(image)).format == "JPEG"
    assert b"Nguyen Van A" not in stored(image)
    assert answered(visitor, picture_url(image, size_of(image, 40))).size == (40, 30)


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"<svg onload='alert(1)'/>", b"GIF89a", b"%PDF-1.4\n", b"\xff\xd8\xff\xe0"),
        two_colours((2000, 1500))[:3000],
        two_colours(image_format="PNG")[:200],
    ],
    ids=["nothing", "svg", "half gif", "pdf", "half a jpeg's head", "half a jpeg", "half a png"],
)
def test_what_is_no_picture_is_refused_in_vietnamese(content):
    with pytest.raises(ValidationError, match="không phải ảnh đọc được"):
        strip_metadata(content)


@pytest.mark.parametrize("side", [9_000, 30_000])
def test_a_picture_that_would_fill_the_memory_is_refused_unread(side, monkeypatch):
    """A few kilobytes that unfold to a hundred million points or more."""
    out = BytesIO()
    Pillow.new("1", (side, side)).save(out, "PNG")
    monkeypatch.setattr(PngImageFile, "load", lambda self: pytest.fail("was unfolded"))
    with pytest.raises(ValidationError, match="quá lớn"):
        strip_metadata(out.getvalue())


def test_a_picture_with_a_page_behind_it_serves_as_a_picture_only(visitor):
    """A polyglot: a JPEG that ends in a page with script."""
    image = upload(two_colours() + b"<html><script>alert(1)</script>")
    response = visitor.get(picture_url(image, size_of(image, 320)))
    assert response["Content-Type"] == "image/jpeg"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"<script>" not in b"".join(response.streaming_content)


# What goes out


def test_three_formats_with_sizes_and_room_kept_free():
    html = rendered(
        PortalImageFactory(file=ContentFile(picture_file((1600, 1200)), name="a.jpg")), 'alt="Hội nghị" ratio="16x9"'
    )
    assert re.findall(r'<source type="([^"]+)"', html) == ["image/avif", "image/webp"]
    for extension in ("avif", "webp", "jpeg"):
        assert re.findall(rf"\.{extension} (\d+)w", html) == ["320", "640", "960"]
    assert 'width="640" height="360"' in html
    assert 'alt="Hội nghị"' in html
    assert 'loading="lazy"' in html


def test_a_picture_at_the_top_is_not_lazy():
    html = rendered(PortalImageFactory(), 'alt="" lazy=False')
    assert "lazy" not in html
    assert 'alt=""' in html


def test_no_picture_renders_nothing():
    assert rendered(None) == ""


def test_alternative_text_cannot_become_markup():
    template = Template("{% load portal_tags %}{% picture_set image alt=typed %}")
    html = template.render(Context({"image": PortalImageFactory(), "typed": '"><script>alert(1)</script>'}))
    assert "<script>" not in html


def test_nothing_is_enlarged():
    html = rendered(PortalImageFactory(file=ContentFile(picture_file((500, 375)), name="a.jpg")))
    assert re.findall(r"\.jpeg (\d+)w", html) == ["320", "500"]
    assert 'width="500" height="375"' in html


@pytest.mark.parametrize(
    ("size", "ratio"), [((500, 100), "16x9"), ((100, 500), "4x3"), ((3, 2), "1x1"), ((1, 1), "16x9"), ((1, 900), "")]
)
def test_odd_shapes_have_sizes_that_can_be_made(visitor, size, ratio):
    image = upload(picture_file(size))
    wanted = size_of(image, 640, ratio)
    made = answered(visitor, picture_url(image, wanted))
    assert made.width == wanted.width <= size[0]
    assert abs(made.height - wanted.height) <= 1, "Wagtail rounds the part it cuts out"


@pytest.mark.parametrize(
    ("image_format", "content_type"), [("avif", "image/avif"), ("webp", "image/webp"), ("jpeg", "image/jpeg")]
)
def test_an_address_answers_with_its_format_and_size(visitor, image_format, content_type):
    image = upload(picture_file((1600, 1200)))
    size = size_of(image, 640, "16x9", image_format)
    address = picture_url(image, size)
    response = visitor.get(address)
    assert response["Content-Type"] == content_type
    assert "public" in response["Cache-Control"]
    made = opened(b"".join(response.streaming_content))
    assert (made.format.lower(), made.size) == (image_format, (640, 360))


def test_pictures_that_go_out_carry_no_metadata(visitor):
    image = upload(two_colours(exif=exif(6)))
    for image_format in ("avif", "webp", "jpeg"):
        made = answered(visitor, picture_url(image, size_of(image, 320, "", image_format)))
        assert dict(made.getexif()) == {}


def test_a_crop_keeps_the_focal_point(visitor):
    image = upload(two_colours((1200, 400)))
    image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = 1100, 200, 100, 100
    image.save()
    red, _green, blue = (
        answered(visitor, picture_url(image, size_of(image, 300, "1x1"))).convert("RGB").getpixel((20, 150))
    )
    assert blue > 200
    assert red < 60


def test_a_new_focal_point_or_file_has_a_new_address():
    image = upload(two_colours())
    addresses = {picture_url(image, size_of(image, 320))}
    image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = 10, 10, 20, 20
    image.save()
    addresses.add(picture_url(image, size_of(image, 320)))
    image.file = ContentFile(picture_file(colour="#00ff00"), name="khac.jpg")
    image.save()
    addresses.add(picture_url(image, size_of(image, 320)))
    assert len(addresses) == 3


def test_an_address_names_the_picture_in_ascii():
    address = picture_url(PortalImageFactory(title="Đường hoa Xóm Mới"), size_of(PortalImageFactory(), 320))
    assert address.endswith("/duong-hoa-xom-moi.jpeg")


@pytest.mark.parametrize(
    ("found", "put"),
    [
        (r"width-320", "width-319"),
        (r"width-320_format-jpeg", "original"),
        (r"format-jpeg", "format-png"),
        (r"/anh/\d+/", "/anh/999999/"),
        (r"/([0-9a-f]{10})/", "/0123456789/"),
        (r"/([^/]{16})/width", "/AAAAAAAAAAAAAAAA/width"),
    ],
)
def test_an_address_that_was_not_made_here_is_not_found(visitor, found, put):
    image = upload(two_colours())
    address = picture_url(image, size_of(image, 320))
    changed = re.sub(found, put, address, count=1)
    assert changed != address
    assert visitor.get(changed).status_code == 404
    assert image.renditions.count() == 0


def test_a_transparent_picture_stays_so_where_the_format_can(visitor):
    out = BytesIO()
    Pillow.new("RGBA", (400, 300), (168, 18, 26, 0)).save(out, "PNG")
    image = upload(out.getvalue(), "bieu-trung.png")
    webp = answered(visitor, picture_url(image, size_of(image, 200, "", "webp")))
    assert webp.convert("RGBA").getpixel((5, 5))[3] == 0
    jpeg = answered(visitor, picture_url(image, size_of(image, 200)))
    assert min(jpeg.convert("RGB").getpixel((5, 5))) > 240, "white behind it, not black"


def test_an_animation_is_kept_and_shown(visitor):
    frames = [Pillow.new("RGB", (60, 40), colour) for colour in ("red", "green", "blue")]
    out = BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=100)
    image = upload(out.getvalue(), "hoat-hinh.gif")
    assert opened(stored(image)).n_frames == 3
    for image_format in ("webp", "jpeg", "avif"):
        assert answered(visitor, picture_url(image, size_of(image, 40, "", image_format))).size[0] == 40


def test_a_picture_whose_file_is_gone_is_not_found(visitor):
    image = upload(two_colours())
    image.file.storage.delete(image.file.name)
    assert visitor.get(picture_url(image, size_of(image, 320))).status_code == 404


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        ("portal.access.storages.PrivateStorage._open", PermissionError(13, "Permission denied")),
        ("portal.access.storages.RenditionStorage._save", OSError(28, "No space left on device")),
        ("portal.access.storages.RenditionStorage._save", PermissionError(13, "Permission denied")),
    ],
    ids=["source unreadable", "disk full", "folder not writable"],
)
def test_what_the_server_fails_at_is_an_error_that_is_logged_and_not_kept(client, monkeypatch, caplog, broken, problem):
    """Not found would be kept from whoever looks after the server, and the picture from its readers."""
    image = upload(two_colours())

    def fail(*args, **kwargs):
        raise problem

    monkeypatch.setattr(broken, fail)
    client.raise_request_exception = False
    response = client.get(picture_url(image, size_of(image, 320)))
    assert response.status_code == 500
    assert "no-store" in response["Cache-Control"]
    assert any(record.levelname == "ERROR" and record.exc_info for record in caplog.records)
    monkeypatch.undo()
    assert client.get(picture_url(image, size_of(image, 320))).status_code == 200
