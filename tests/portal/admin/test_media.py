"""Bad uploads: each says in Vietnamese what is wrong, and none ends in an error page."""

import io
import unicodedata
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.urls import reverse
from PIL import Image as Pillow
from wagtail.admin.views.account import AvatarSettingsPanel
from wagtail.users.models import UserProfile

from portal.models import PortalFile, PortalImage
from tests.factories import picture_file

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("ma-doc.js", "alert(1)")
    return out.getvalue()


def bomb() -> bytes:
    """A few kilobytes that unfold to 400 million pixels."""
    out = io.BytesIO()
    Pillow.new("1", (20_000, 20_000)).save(out, "PNG", optimize=True)
    return out.getvalue()


def wide() -> bytes:
    """More pixels than we take, yet few enough for the reader not to complain by itself."""
    out = io.BytesIO()
    Pillow.new("1", (11_000, 8_000)).save(out, "PNG")
    return out.getvalue()


def flicker(frames: int) -> bytes:
    """A GIF that moves through ``frames`` of one point each."""
    first = picture_file((1, 1), image_format="GIF")
    head = 13 + 3 * 2 ** ((first[10] & 0b111) + 1)
    image = first[first.index(b",", head) : -1]
    return first[:head] + image * frames + b";"


POSTSCRIPT = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 40 40\n%%EndComments\nshowpage\n%%EOF\n"

BAD = {
    "text": ("anh.jpg", b"Day la van ban, khong phai anh.", "không phải ảnh đọc được"),
    "page": ("anh.jpg", b"<html><script>alert(1)</script></html>", "không phải ảnh đọc được"),
    "empty": ("anh.jpg", b"", "không phải ảnh đọc được"),
    "cut off": ("anh.jpg", picture_file()[:600], "không phải ảnh đọc được"),
    "svg": ("anh.svg", SVG, "Định dạng tệp không được hỗ trợ"),
    "svg as jpg": ("anh.jpg", SVG, "không phải ảnh đọc được"),
    "other type": ("anh.jpg", picture_file(image_format="PNG"), "bên trong là ảnh PNG"),
    "page behind a picture": ("anh.jpg", picture_file() + b"<!DOCTYPE html><body>", "thứ khác ngoài ảnh"),
    "script in a comment": ("anh.jpg", picture_file(comment=b"<script>alert(1)</script>"), "thứ khác ngoài ảnh"),
    "script in a gif": ("anh.gif", picture_file(image_format="GIF") + b";<script>alert(1)</script>", "thứ khác"),
    "archive behind a picture": ("anh.jpg", picture_file() + archive(), "thứ khác ngoài ảnh"),
    "bomb": ("anh.png", bomb(), "quá nhiều điểm ảnh"),
    "too many frames": ("anh.gif", flicker(601), "nhiều hơn 600 khung hình"),
    "postscript": ("anh.jpg", POSTSCRIPT, "không phải ảnh đọc được"),
    "too many pixels": ("anh.png", wide(), "quá nhiều điểm ảnh"),
}
bad_pictures = pytest.mark.parametrize(("name", "content", "said"), BAD.values(), ids=BAD)


@bad_pictures
def test_one_picture(admin_client, name, content, said):
    response = admin_client.post(
        reverse("wagtailimages:add"),
        {"title": "Ảnh", "description": "Hội nghị", "file": SimpleUploadedFile(name, content)},
    )
    assert response.status_code == 200
    assert said in " ".join(response.context["form"].errors["file"])
    assert not PortalImage.objects.exists()


@bad_pictures
def test_many_pictures(admin_client, name, content, said):
    answer = admin_client.post(
        reverse("wagtailimages:add_multiple"), {"title": "Ảnh", "files[]": SimpleUploadedFile(name, content)}
    ).json()
    assert not answer["success"]
    assert said in answer["error_message"]


@bad_pictures
def test_picture_from_the_chooser(admin_client, name, content, said):
    response = admin_client.post(
        reverse("wagtailimages_chooser:create"),
        {
            "image-chooser-upload-title": "Ảnh",
            "image-chooser-upload-description": "Hội nghị",
            "image-chooser-upload-file": SimpleUploadedFile(name, content),
        },
    )
    assert response.status_code == 200
    assert said in str(response.json())


def form_of_own_picture(user, name: str, content: bytes):
    """As the page of one's own account asks for it."""
    sent = {"avatar": SimpleUploadedFile(name, content)}
    return AvatarSettingsPanel.form_class({}, sent, instance=UserProfile.get_for_user(user))


@pytest.mark.parametrize(
    ("name", "said"), [("toi.eps", "Định dạng tệp không được hỗ trợ"), ("toi.jpg", "không phải ảnh đọc được")]
)
def test_the_picture_of_a_person_is_looked_at_before_it_is_opened(admin_user, rf, name, said):
    """Another program would run what stands in PostScript."""
    assert Pillow.open(io.BytesIO(POSTSCRIPT)).format == "EPS"
    request = rf.get("/")
    request.user = admin_user
    form = form_of_own_picture(admin_user, name, POSTSCRIPT)
    assert not form.is_valid()
    assert said in render_to_string(AvatarSettingsPanel.template_name, {"form": form, "request": request})


def test_a_good_picture_of_a_person_comes_in(admin_user, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    form = form_of_own_picture(admin_user, "toi.jpg", picture_file())
    assert form.is_valid(), form.errors
    form.save()
    assert UserProfile.objects.get(user=admin_user).avatar


def test_a_picture_larger_than_allowed(admin_client, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 500
    response = admin_client.post(
        reverse("wagtailimages:add"), {"title": "Ảnh", "file": SimpleUploadedFile("anh.jpg", picture_file())}
    )
    assert "vượt quá dung lượng cho phép" in " ".join(response.context["form"].errors["file"])


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_good_pictures_come_in(admin_client, image_format):
    name = unicodedata.normalize("NFD", f"hội nghị.{image_format.lower()}")
    file = SimpleUploadedFile(name, picture_file(image_format=image_format))
    sent = {"title": unicodedata.normalize("NFD", "Hội nghị"), "description": "Hội nghị", "file": file}
    response = admin_client.post(reverse("wagtailimages:add"), sent)
    assert response.status_code == 302, response.context["form"].errors
    picture = PortalImage.objects.get()
    assert picture.title == "Hội nghị"
    assert unicodedata.is_normalized("NFC", picture.file.name)


def test_alternative_text_is_required_and_explained(admin_client):
    page = admin_client.get(reverse("wagtailimages:add")).content.decode()
    assert "Văn bản thay thế" in page
    assert "Bí thư chi bộ phát biểu" in page
    sent = {"title": "Ảnh", "file": SimpleUploadedFile("anh.jpg", picture_file())}
    response = admin_client.post(reverse("wagtailimages:add"), sent)
    assert "description" in response.context["form"].errors


def test_many_pictures_are_taken_first_and_asked_for_their_text_then(admin_client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    sent = {"title": "Ảnh", "files[]": SimpleUploadedFile("anh.jpg", picture_file())}
    answer = admin_client.post(reverse("wagtailimages:add_multiple"), sent).json()
    assert answer["success"]
    assert "Văn bản thay thế" in answer["form"]
    assert not list(tmp_path.rglob("*")), "nothing lands in the public folder"
    picture = PortalImage.objects.get()
    update = reverse("wagtailimages:edit_multiple", args=[picture.pk])
    prefix = f"image-{picture.pk}"
    refused = admin_client.post(update, {f"{prefix}-title": "Ảnh", f"{prefix}-description": ""}).json()
    assert not refused["success"]
    taken = admin_client.post(update, {f"{prefix}-title": "Ảnh", f"{prefix}-description": "Hội nghị"}).json()
    assert taken["success"]


# Files


def upload_file(client, name, content=b"%PDF-1.4"):
    sent = {"title": "Tài liệu", "file": SimpleUploadedFile(name, content)}
    return client.post(reverse("wagtaildocs:add"), sent)


@pytest.mark.parametrize("name", ["van-ban.exe", "van-ban.html", "van-ban.svg", "van-ban"])
def test_a_file_of_a_type_not_allowed(admin_client, name):
    response = upload_file(admin_client, name)
    assert "Định dạng tệp không được hỗ trợ" in " ".join(response.context["form"].errors["file"])
    sent = {"title": "Tài liệu", "files[]": SimpleUploadedFile(name, b"x")}
    answer = admin_client.post(reverse("wagtaildocs:add_multiple"), sent).json()
    assert "Định dạng tệp không được hỗ trợ" in answer["error_message"]


def test_a_file_larger_than_allowed(admin_client, settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 4
    response = upload_file(admin_client, "van-ban.pdf")
    assert "vượt quá dung lượng cho phép" in " ".join(response.context["form"].errors["file"])


def test_an_empty_file(admin_client):
    assert "rỗng" in " ".join(upload_file(admin_client, "van-ban.pdf", b"").context["form"].errors["file"])


def test_names_of_files_are_nfc(admin_client):
    name = unicodedata.normalize("NFD", "Nghị quyết số 5.pdf")
    assert upload_file(admin_client, name).status_code == 302
    stored = PortalFile.objects.get().file.name
    assert unicodedata.is_normalized("NFC", stored)
