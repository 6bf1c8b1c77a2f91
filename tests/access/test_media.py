"""Private media: files and pictures pass one checked view, in whole and in part, under safe names."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from wagtail.models import Collection

from portal.access.groups import MEMBERS, known_group
from portal.access.levels import Level, set_level
from portal.access.media import file_name, file_url, may_see, original_upload_to, private_storage
from portal.access.serving import content_type_of
from portal.access.storages import PrivateStorage, RenditionStorage
from portal.access.tokens import Tokens
from portal.models import PortalFile, PortalImage
from portal.pictures import picture_url, size_of
from tests.access.planting import picture_file

pytestmark = pytest.mark.django_db

TEXT = b"0123456789" * 10


@pytest.fixture
def collection() -> Collection:
    return Collection.get_first_root_node().add_child(name="Tài liệu")


@pytest.fixture
def file(collection: Collection) -> PortalFile:
    name = "Báo cáo tháng 9.pdf"
    return PortalFile.objects.create(title="Báo cáo", collection=collection, file=ContentFile(TEXT, name=name))


@pytest.fixture
def member(client: Client) -> Client:
    user = get_user_model().objects.create_user("hoa")
    user.groups.add(known_group(MEMBERS))
    client.force_login(user)
    return client


def body(response: Any) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def test_originals_lie_outside_the_public_folder(file: PortalFile, settings: Settings) -> None:
    path = Path(file.file.path)
    assert path.is_relative_to(settings.PRIVATE_MEDIA_ROOT)
    assert not path.is_relative_to(settings.MEDIA_ROOT)
    with pytest.raises(NotImplementedError):
        file.file.url  # noqa: B018


def test_a_public_file_is_for_everyone_and_every_cache_asks_again(client: Client, file: PortalFile) -> None:
    response = client.get(file_url(file))
    assert body(response) == TEXT
    assert response["Cache-Control"] == "public, no-cache"
    assert response["Content-Length"] == str(len(TEXT))
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Cookie" not in response.get("Vary", "")


def test_a_public_file_is_the_same_for_the_signed_in(member: Client, file: PortalFile) -> None:
    assert "Cookie" not in member.get(file_url(file)).get("Vary", "")


def test_a_restricted_file_is_kept_by_nobody(member: Client, file: PortalFile, collection: Collection) -> None:
    set_level(collection, Level.MEMBERS)
    response = member.get(file_url(file))
    assert body(response) == TEXT
    assert response["Cache-Control"] == "private, no-store"
    assert Client().get(file_url(file)).status_code == 404


def test_the_address_says_nothing_and_cannot_be_guessed(client: Client, file: PortalFile) -> None:
    assert "Bao" not in file_url(file)
    for guess in (file.filename, "a.pdf", "-", file_name(file.file.name)[1:]):
        assert client.get(reverse("access_file", args=[file.pk, guess])).status_code == 404


def test_a_file_stored_elsewhere_is_not_served(client: Client, file: PortalFile) -> None:
    private_storage().save("documents/cu.pdf", ContentFile(TEXT))
    PortalFile.objects.filter(pk=file.pk).update(file="documents/cu.pdf")
    file.refresh_from_db()
    assert client.get(file_url(file)).status_code == 404


def test_a_file_that_is_gone_from_the_disk_is_unknown(client: Client, file: PortalFile) -> None:
    file.file.storage.delete(str(file.file.name))
    assert client.get(file_url(file)).status_code == 404


def test_its_name_comes_with_it_in_every_alphabet(client: Client, file: PortalFile) -> None:
    disposition = client.get(file_url(file))["Content-Disposition"]
    assert disposition.startswith("inline; ")
    assert quote("Báo_cáo_tháng_9.pdf") in disposition


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.pdf", "inline"),
        ("a.png", "inline"),
        ("a.mp4", "inline"),
        ("a.mp3", "inline"),
        ("a.docx", "attachment"),
        ("a.txt", "attachment"),
        ("a.html", "attachment"),
        ("a.svg", "attachment"),
    ],
)
def test_only_what_cannot_run_is_shown_in_place(client: Client, collection: Collection, name: str, kind: str) -> None:
    file = PortalFile.objects.create(title="x", collection=collection, file=ContentFile(b"<script>", name=name))
    response = client.get(file_url(file))
    assert response["Content-Disposition"].startswith(kind)
    assert ("sandbox" in response["Content-Security-Policy"]) is (kind == "attachment")
    assert "script-src 'self'" not in response["Content-Security-Policy"]


def test_types_come_from_the_name_alone() -> None:
    assert content_type_of("a.vtt") == "text/vtt; charset=utf-8"
    assert content_type_of("a.avif") == "image/avif"
    assert content_type_of("a.la") == "application/octet-stream"


def test_an_unchanged_file_is_not_sent_again(client: Client, file: PortalFile) -> None:
    first = client.get(file_url(file))
    for header in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
        again = client.get(file_url(file), headers=header)
        assert again.status_code == 304
        assert again["ETag"] == first["ETag"]
        assert again["Cache-Control"] == first["Cache-Control"]
    assert client.get(file_url(file), headers={"If-None-Match": '"khác"'}).status_code == 200


@pytest.mark.parametrize(
    ("asked", "status", "sent", "content_range"),
    [
        ("bytes=0-9", 206, TEXT[:10], "bytes 0-9/100"),
        ("bytes=90-", 206, TEXT[90:], "bytes 90-99/100"),
        ("bytes=90-500", 206, TEXT[90:], "bytes 90-99/100"),
        ("bytes=-7", 206, TEXT[-7:], "bytes 93-99/100"),
        ("bytes=-500", 206, TEXT, "bytes 0-99/100"),
        ("bytes=100-", 416, b"", "bytes */100"),
        ("bytes=-0", 416, b"", "bytes */100"),
        ("bytes=9-1", 200, TEXT, None),
        ("bytes=-", 200, TEXT, None),
        ("bytes=0-1,5-6", 200, TEXT, None),
        ("lines=1-2", 200, TEXT, None),
    ],
)
def test_ranges(
    client: Client, file: PortalFile, asked: str, status: int, sent: bytes, content_range: str | None
) -> None:
    response = client.get(file_url(file), headers={"Range": asked})
    assert response.status_code == status
    assert body(response) == sent
    assert response.get("Content-Range") == content_range
    if status == 206:
        assert response["Content-Length"] == str(len(sent))


def test_a_range_of_another_version_is_the_whole_file(client: Client, file: PortalFile) -> None:
    first = client.get(file_url(file))
    same = (first["ETag"], first["Last-Modified"])
    other = ('"khác"', "Sat, 12 Sep 2020 03:34:00 GMT", "không phải ngày")
    for header in same:
        assert client.get(file_url(file), headers={"Range": "bytes=0-1", "If-Range": header}).status_code == 206
    for header in other:
        answer = client.get(file_url(file), headers={"Range": "bytes=0-1", "If-Range": header})
        assert answer.status_code == 200


def test_head_has_the_same_headers_and_no_body(client: Client, file: PortalFile) -> None:
    head, get = client.head(file_url(file)), client.get(file_url(file))
    assert dict(head.headers) == dict(get.headers)
    assert body(head) == b""
    assert client.post(file_url(file)).status_code == 405


def test_the_web_server_reads_the_file_where_it_can(client: Client, file: PortalFile, settings: Settings) -> None:
    settings.ACCEL_REDIRECT_PREFIX = "/_private/"
    response = client.get(file_url(file))
    assert body(response) == b""
    assert response["X-Accel-Redirect"] == f"/_private/{quote(str(file.file.name))}"
    assert response["Content-Type"] == "application/pdf"


def test_the_web_server_is_not_asked_for_what_may_not_be_seen(
    client: Client, file: PortalFile, collection: Collection, settings: Settings
) -> None:
    settings.ACCEL_REDIRECT_PREFIX = "/_private/"
    set_level(collection, Level.COMMITTEE)
    response = client.get(file_url(file))
    assert response.status_code == 404
    assert "X-Accel-Redirect" not in response


@pytest.mark.parametrize(
    "name", ["a" * 300 + ".pdf", "Ộ" * 300 + ".pdf", "..\\..\\x.pdf", "../../x.pdf", ".pdf", "Biên bản họp.PDF"]
)
def test_any_name_can_be_stored(name: str, collection: Collection) -> None:
    upload = ContentFile(TEXT)
    stored = PortalFile(title="x", collection=collection)
    stored.file.save(original_upload_to(stored, name).rpartition("/")[2], upload)
    assert Path(stored.file.path).is_file()
    assert Path(stored.file.path).is_relative_to(PrivateStorage().location)
    assert file_name(stored.file.name)


def test_nothing_reaches_outside_the_private_folder() -> None:
    from django.core.exceptions import SuspiciousFileOperation

    with pytest.raises(SuspiciousFileOperation):
        PrivateStorage().open("../db.sqlite3")


# Pictures


@pytest.fixture
def picture(collection: Collection) -> PortalImage:
    return PortalImage.objects.create(title="Đại hội", collection=collection, file=picture_file("dai-hoi.jpg"))


def rendition_name(picture: PortalImage) -> str:
    return str(picture.get_rendition("width-40").file.name)


def test_a_size_of_a_public_picture_lies_in_the_public_folder(picture: PortalImage, settings: Settings) -> None:
    rendition = picture.get_rendition("width-40")
    assert Path(rendition.file.path).is_relative_to(settings.MEDIA_ROOT)
    assert "dai-hoi" not in rendition.url


def test_a_restricted_picture_is_served_from_the_private_side(
    member: Client, picture: PortalImage, collection: Collection, settings: Settings
) -> None:
    set_level(collection, Level.MEMBERS)
    rendition = picture.get_rendition("width-40")
    assert Path(rendition.file.path).is_relative_to(settings.PRIVATE_MEDIA_ROOT)
    for url in (rendition.url, picture_url(picture, size_of(picture, 40))):
        response = member.get(url)
        assert response.status_code == 200
        assert response["Cache-Control"] == "private, no-store"
        assert Client().get(url).status_code == 404


def test_an_unknown_size_is_unknown(member: Client, picture: PortalImage) -> None:
    assert member.get(reverse("access_rendition", args=[picture.pk, "a.jpg"])).status_code == 404


def test_restricting_takes_the_public_sizes_away_at_once(
    picture: PortalImage, collection: Collection, django_capture_on_commit_callbacks: Any, settings: Settings
) -> None:
    # Wagtail deletes files too, when a worker gets round to it; here none ever does.
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": ["default"]}}
    name, storage = rendition_name(picture), RenditionStorage()
    with django_capture_on_commit_callbacks(execute=True):
        set_level(collection, Level.MEMBERS)
    assert not storage.exists(name)
    private = rendition_name(PortalImage.objects.get(pk=picture.pk))
    with django_capture_on_commit_callbacks(execute=True):
        set_level(collection, Level.PUBLIC)
    assert not storage.exists(private)
    assert rendition_name(PortalImage.objects.get(pk=picture.pk)).startswith("pictures/")


def test_restricting_a_collection_above_takes_them_away_too(
    picture: PortalImage, django_capture_on_commit_callbacks: Any
) -> None:
    name = rendition_name(picture)
    with django_capture_on_commit_callbacks(execute=True):
        set_level(Collection.get_first_root_node(), Level.MEMBERS)
    assert not RenditionStorage().exists(name)


def test_moving_a_picture_moves_its_sizes(picture: PortalImage, django_capture_on_commit_callbacks: Any) -> None:
    closed = Collection.get_first_root_node().add_child(name="Nội bộ")
    set_level(closed, Level.MEMBERS)
    name = rendition_name(picture)
    with django_capture_on_commit_callbacks(execute=True):
        picture.collection = closed
        picture.save()
    assert not RenditionStorage().exists(name)


def test_moving_many_pictures_at_once_moves_their_sizes(
    picture: PortalImage, admin_client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    closed = Collection.get_first_root_node().add_child(name="Nội bộ")
    set_level(closed, Level.MEMBERS)
    name = rendition_name(picture)
    url = reverse("wagtail_bulk_action", args=["portal", "portalimage", "add_to_collection"])
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(f"{url}?id={picture.pk}", {"collection": closed.pk})
    picture.refresh_from_db()
    assert picture.collection == closed
    assert not RenditionStorage().exists(name)


def test_moving_a_collection_moves_the_sizes_in_it(
    picture: PortalImage, collection: Collection, admin_client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    closed = Collection.get_first_root_node().add_child(name="Nội bộ")
    set_level(closed, Level.MEMBERS)
    name = rendition_name(picture)
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(
            reverse("wagtailadmin_collections:edit", args=[collection.pk]), {"name": "Tài liệu", "parent": closed.pk}
        )
    assert Collection.objects.get(pk=collection.pk).is_descendant_of(Collection.objects.get(pk=closed.pk))
    assert not RenditionStorage().exists(name)


def test_the_sweep_finds_what_slipped_past(picture: PortalImage, collection: Collection) -> None:
    from portal.access.services import realign_all_renditions

    rendition_name(picture)
    set_level(collection, Level.MEMBERS)
    public = picture.get_rendition("width-41")
    type(public).objects.filter(pk=public.pk).update(file="pictures/ab/abcdef.jpg")
    said = "đã chuyển {} ảnh sang kho riêng, 0 ảnh sang kho công khai, "
    assert realign_all_renditions().startswith(said.format(1))
    assert realign_all_renditions().startswith(said.format(0))


def test_a_size_that_another_process_dropped_is_made_again(
    client: Client, picture: PortalImage, collection: Collection
) -> None:
    url = picture_url(picture, size_of(picture, 40))
    stale = picture.get_rendition("width-40|format-jpeg")
    set_level(collection, Level.MEMBERS)
    set_level(collection, Level.PUBLIC)
    stale.cache_backend.set(stale.get_cache_key(), stale)
    stale.file.storage.delete(stale.file.name)
    assert client.get(url).status_code == 200


def test_a_size_that_slipped_to_the_wrong_side_is_moved_when_asked_for(
    member: Client, picture: PortalImage, collection: Collection
) -> None:
    url = picture_url(picture, size_of(picture, 40))
    public = picture.get_rendition("width-40|format-jpeg")
    set_level(collection, Level.MEMBERS)
    public.pk = None
    public.save()
    assert member.get(url)["Cache-Control"] == "private, no-store"
    sizes = PortalImage.objects.get(pk=picture.pk).renditions
    assert [size.file.name.startswith("restricted/") for size in sizes.all()] == [True]


def test_what_may_be_seen_is_asked_once(
    picture: PortalImage, file: PortalFile, collection: Collection, django_assert_num_queries: Any
) -> None:
    set_level(collection, Level.MEMBERS)
    tokens = Tokens()
    with django_assert_num_queries(2):
        assert not may_see(picture, tokens)
        assert not may_see(file, tokens)


def test_nothing_restricted_costs_nothing_more(picture: PortalImage, django_assert_num_queries: Any) -> None:
    tokens = Tokens()
    with django_assert_num_queries(1):
        assert may_see(picture, tokens)
        assert may_see(picture, tokens)
