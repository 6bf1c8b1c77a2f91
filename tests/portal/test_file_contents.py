"""A file comes in only if it is what its name says, and says in one sentence when it is not."""

import io
import struct
import wave
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from portal import file_contents
from portal.models import PortalFile
from tests.factories import picture_file

ODF = "application/vnd.oasis.opendocument."
NOT_WHAT_IT_SAYS = "nội dung không phải loại tệp đó"


def packed(*names: str, **files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, f"<{name}/>")
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def sound() -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as tone:
        tone.setnchannels(1)
        tone.setsampwidth(1)
        tone.setframerate(8000)
        tone.writeframes(b"\x80" * 80)
    return out.getvalue()


DOCX = packed("[Content_Types].xml", "word/document.xml")
XLSX = packed("[Content_Types].xml", "xl/workbook.xml")
GOOD = {
    "csv": "Họ và tên;Chức vụ\n".encode("utf-16"),
    "docx": DOCX,
    "jpg": picture_file(),
    "mp3": b"ID3\x04" + bytes(40),
    "mp4": b"\0\0\0\x18ftypmp42" + bytes(40),
    "odt": packed(mimetype=f"{ODF}text".encode()),
    "ods": packed(mimetype=f"{ODF}spreadsheet".encode()),
    "ogg": b"OggS" + bytes(40),
    "pdf": b"%PDF-1.4\n%%EOF\n",
    "png": picture_file(image_format="PNG"),
    "pptx": packed("[Content_Types].xml", "ppt/presentation.xml"),
    "rtf": rb"{\rtf1 Nghi quyet}",
    "txt": "Nghị quyết số 5".encode(),
    "vtt": b"\xef\xbb\xbfWEBVTT\n",
    "wav": sound(),
    "webm": b"\x1a\x45\xdf\xa3" + bytes(40),
    "xlsx": XLSX,
    "zip": packed("van-ban.txt"),
}
TCVN3 = b"C\xe9ng ho\xb5 x\xb7 h\xe9i"
BAD = {
    "a text as pdf": ("pdf", b"Day la van ban."),
    "a page as pdf": ("pdf", b"<html>%PDF-1.4</html>"),
    "four bytes as docx": ("docx", b"PK\x03\x04"),
    "an archive as docx": ("docx", packed("van-ban.txt")),
    "a sheet as docx": ("docx", XLSX),
    "a document as xlsx": ("xlsx", DOCX),
    "a document with macros": ("docx", packed("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
    "a document cut off": ("docx", DOCX[:-30]),
    "a sheet as odt": ("odt", packed(mimetype=f"{ODF}spreadsheet".encode())),
    "an archive as ods": ("ods", packed("van-ban.txt")),
    "a program as txt": ("txt", b"MZ\x90\x00\x03\x00\x00\x00"),
    "a pdf as csv": ("csv", b"%PDF-1.4\n"),
    "a text as vtt": ("vtt", b"Xin chao"),
    "a picture as png": ("png", picture_file()),
    "a text as mp3": ("mp3", b"Xin chao cac dong chi"),
    "a text as mp4": ("mp4", b"Xin chao cac dong chi"),
    "a text as wav": ("wav", b"RIFFXin chao"),
    "a text as zip": ("zip", b"Xin chao"),
}


def upload(client, ending: str, content: bytes):
    sent = {"title": "Tài liệu", "file": SimpleUploadedFile(f"tai-lieu.{ending}", content)}
    return client.post(reverse("wagtaildocs:add"), sent)


def refusal(client, ending: str, content: bytes) -> list[str]:
    response = upload(client, ending, content)
    assert response.status_code == 200
    assert not PortalFile.objects.exists()
    return response.context["form"].errors["file"]


def test_every_type_allowed_has_an_example(settings):
    assert sorted(GOOD) == sorted(settings.WAGTAILDOCS_EXTENSIONS)


@pytest.mark.parametrize(("ending", "content"), [*GOOD.items(), ("txt", TCVN3), ("pdf", b"\xef\xbb\xbf\r\n%PDF-1.7\n")])
def test_what_fits_its_ending_comes_in_whole(admin_client, ending, content):
    assert upload(admin_client, ending, content).status_code == 302
    with PortalFile.objects.get().file.open() as stored:
        assert stored.read() == content


@pytest.mark.parametrize(("ending", "content"), BAD.values(), ids=BAD)
def test_what_does_not_is_refused_in_one_sentence(admin_client, ending, content):
    [said] = refusal(admin_client, ending, content)
    assert f".{ending}" in said
    assert NOT_WHAT_IT_SAYS in said


@pytest.mark.parametrize("name", ["van-ban.exe", "van-ban.html", "van-ban.svg", "van-ban"])
def test_a_type_not_allowed_is_said_once(admin_client, name):
    sent = {"title": "Tài liệu", "file": SimpleUploadedFile(name, b"x")}
    [said] = admin_client.post(reverse("wagtaildocs:add"), sent).context["form"].errors["file"]
    assert said.startswith("Định dạng tệp không được hỗ trợ")
    sent = {"title": "Tài liệu", "files[]": SimpleUploadedFile(name, b"x")}
    answer = admin_client.post(reverse("wagtaildocs:add_multiple"), sent).json()
    assert answer["error_message"].strip() == said


def test_so_are_many_files_at_once_and_those_of_the_chooser(admin_client):
    file = SimpleUploadedFile("tai-lieu.pdf", b"Xin chao")
    answer = admin_client.post(reverse("wagtaildocs:add_multiple"), {"title": "Tài liệu", "files[]": file}).json()
    assert NOT_WHAT_IT_SAYS in answer["error_message"]
    file = SimpleUploadedFile("tai-lieu.pdf", b"Xin chao")
    sent = {"document-chooser-upload-title": "Tài liệu", "document-chooser-upload-file": file}
    assert NOT_WHAT_IT_SAYS in str(admin_client.post(reverse("wagtaildocs_chooser:create"), sent).json())


def test_the_file_of_a_page_is_replaced_by_none_of_another_type(admin_client):
    upload(admin_client, "pdf", GOOD["pdf"])
    file = PortalFile.objects.get()
    sent = {"title": "Tài liệu", "file": SimpleUploadedFile("tai-lieu.pdf", b"Xin chao")}
    response = admin_client.post(reverse("wagtaildocs:edit", args=[file.pk]), sent)
    [said] = response.context["form"].errors["file"]
    assert NOT_WHAT_IT_SAYS in said
    assert PortalFile.objects.get().file.name == file.file.name


# Archives that unfold to more than a reader's computer takes


def test_a_bomb(admin_client, monkeypatch):
    monkeypatch.setattr(file_contents, "MOST_UNPACKED", 10_000)
    [said] = refusal(admin_client, "docx", packed("[Content_Types].xml", **{"word/document.xml": bytes(20_000)}))
    assert "bung ra quá lớn" in said


def test_too_many_entries_are_not_even_listed(admin_client, monkeypatch):
    content = packed(*(f"{number}.txt" for number in range(20)))
    monkeypatch.setattr(file_contents, "LONGEST_DIRECTORY", 300)
    monkeypatch.setattr(zipfile, "ZipFile", None)
    [said] = refusal(admin_client, "zip", content)
    assert "bung ra quá lớn" in said


def test_a_directory_that_hides_its_length_is_refused(admin_client):
    """An archive of the 64-bit kind says it elsewhere; no document of this size needs it."""
    content = packed("van-ban.txt")
    end = content.rindex(b"PK\x05\x06")
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, end, 1)
    [said] = refusal(admin_client, "zip", content[:end] + locator + content[end:])
    assert "bung ra quá lớn" in said
