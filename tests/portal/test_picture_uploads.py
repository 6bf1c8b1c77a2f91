"""An uploaded picture is opened in a process with bounds, once; what strikes the bounds is said in a sentence."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Pillow

from portal import picture_cleaning, picture_uploads
from portal.admin.media import PictureField
from portal.confined.running import MIB, Bounds, read_confined
from portal.models import PortalImage
from tests.factories import PortalImageFactory, picture_file

pytestmark = pytest.mark.django_db
MAKER = 0x010F


def photo(size=(900, 600)) -> bytes:
    exif = Pillow.Exif()
    exif[MAKER] = "Phone"
    return picture_file(size, exif=exif)


def uploaded(content: bytes, name: str = "hop.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/jpeg")


@pytest.fixture
def opened_apart(monkeypatch) -> list[Path]:
    """The files that were opened in processes of their own."""
    files: list[Path] = []

    def noted(function, file, *rest, **options):
        files.append(file)
        return read_confined(function, file, *rest, **options)

    monkeypatch.setattr(picture_uploads, "read_confined", noted)
    return files


@pytest.fixture
def nothing_is_cleaned_here(monkeypatch) -> None:
    def here(*args, **kwargs):
        raise AssertionError("a stranger's picture was unfolded in the web process")

    monkeypatch.setattr(picture_cleaning, "clean", here)
    monkeypatch.setattr(picture_cleaning, "look_at", here)
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", here)


@pytest.mark.usefixtures("nothing_is_cleaned_here")
@pytest.mark.parametrize("content", [photo(), picture_file()], ids=["cleaned", "clean already"])
def test_an_upload_in_the_admin_is_opened_once_and_apart(admin_client, opened_apart, content):
    sent = {"title": "Họp", "file": uploaded(content), "description": "Chi bộ họp", "collection": 1, "tags": ""}
    answer = admin_client.post(reverse("wagtailimages:add"), sent)
    assert answer.status_code == 302, answer.context["form"].errors
    assert len(opened_apart) == 1
    image = PortalImage.objects.get()
    assert image.file_size == image.file.size
    assert b"Phone" not in image.file.open("rb").read()


@pytest.mark.usefixtures("nothing_is_cleaned_here")
def test_a_picture_that_comes_by_another_road_is_opened_apart_too(opened_apart):
    image = PortalImageFactory(file=ContentFile(photo(), name="hop.jpg"))
    assert len(opened_apart) == 1
    assert b"Phone" not in image.file.open("rb").read()


@pytest.mark.parametrize(
    "bounds", [Bounds(memory=160 * MIB), Bounds(processor=1, memory=2048 * MIB), Bounds(seconds=0.01)],
    ids=["memory", "processor", "clock"],
)  # fmt: skip
def test_what_strikes_the_bounds_is_said_in_a_sentence(monkeypatch, bounds):
    monkeypatch.setattr(picture_uploads, "BOUNDS", bounds)
    if bounds.processor == 1:
        monkeypatch.setattr(picture_cleaning.read, "__module__", "tests.portal.confined_readers")
        monkeypatch.setattr(picture_cleaning.read, "__qualname__", "loop")
    with pytest.raises(ValidationError, match="tốn quá nhiều thời gian hoặc bộ nhớ") as refused:
        PictureField(label="ảnh").clean(uploaded(photo((6000, 5000))))
    assert refused.value.code == "stopped"


def test_the_largest_picture_fits_into_the_bounds():
    """Turned and on white, which takes the most."""
    size = (9000, 8800)
    raw = picture_file(size, "PNG")
    kept = picture_uploads.cleaned_within_bounds(raw, "png")
    assert kept is not None


def test_the_bounded_process_needs_neither_django_nor_the_portals_settings():
    """It starts in a moment, and knows no secret."""
    code = (
        "import sys, portal.picture_cleaning; print([name for name in sys.modules if name.split('.')[0] == 'django'])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"
