"""A size of a picture is handed out only while a row stands behind it, and no file outlives its row for long."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django import Settings
from wagtail.models import Collection
from wagtail.users.models import UserProfile

from portal.access.groups import MEMBERS, known_group
from portal.access.levels import Level, set_level
from portal.access.services import realign_all_renditions
from portal.access.storages import PublicRenditionStorage, RenditionStorage
from portal.models import PortalImage, PortalRendition
from tests.access.planting import picture_file

pytestmark = pytest.mark.django_db

AN_HOUR = 3600


@pytest.fixture(autouse=True)
def _folders_of_its_own(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PRIVATE_MEDIA_ROOT = tmp_path / "private"


@pytest.fixture
def collection() -> Collection:
    return Collection.get_first_root_node().add_child(name="Ảnh hội nghị")


@pytest.fixture
def picture(collection: Collection) -> PortalImage:
    return PortalImage.objects.create(title="Đại hội", collection=collection, file=picture_file("dai-hoi.jpg"))


@pytest.fixture
def size(picture: PortalImage) -> PortalRendition:
    return picture.get_rendition("width-40")


def address(size: PortalRendition) -> str:
    return f"/media/{size.file.name}"


def made_long_ago(name: str) -> None:
    then = time.time() - AN_HOUR
    os.utime(RenditionStorage().path(name), (then, then))


# Handing out


def test_a_size_with_a_row_is_for_everyone(
    client: Client, size: PortalRendition, django_assert_num_queries: Callable[[int], Any]
) -> None:
    with django_assert_num_queries(2):
        response = client.get(address(size))
    assert response.status_code == 200
    assert response["Content-Type"] == "image/jpeg"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Cookie" not in response.get("Vary", "")


def test_a_file_without_a_row_is_unknown(client: Client, size: PortalRendition) -> None:
    """The state that a crash leaves between the row's end and the file's."""
    PortalRendition.objects.filter(pk=size.pk)._raw_delete("default")
    assert RenditionStorage().exists(str(size.file.name))
    assert client.get(address(size)).status_code == 404


def test_a_size_on_the_wrong_side_is_handed_out_to_nobody(
    client: Client, django_user_model: Any, size: PortalRendition, collection: Collection
) -> None:
    """Made in the instant in which its collection was restricted."""
    set_level(collection, Level.MEMBERS)
    PortalRendition.objects.create(image=size.image, filter_spec="width-41", file=size.file.name)
    assert client.get(address(size)).status_code == 404
    member = django_user_model.objects.create_user("hoa")
    member.groups.add(known_group(MEMBERS))
    client.force_login(member)
    assert client.get(address(size)).status_code == 404


def test_a_restricted_size_has_no_address_in_the_public_folder(
    client: Client, picture: PortalImage, collection: Collection, administrator: Any
) -> None:
    set_level(collection, Level.MEMBERS)
    client.force_login(administrator)
    assert client.get(address(picture.get_rendition("width-40"))).status_code == 404


def test_a_size_whose_file_is_gone_is_unknown(client: Client, size: PortalRendition) -> None:
    RenditionStorage().delete(str(size.file.name))
    assert client.get(address(size)).status_code == 404


def test_anything_else_in_the_folder_is_unknown(client: Client, settings: Settings) -> None:
    PublicRenditionStorage().save("ghi-chu.txt", ContentFile(b"x"))
    for path in ("ghi-chu.txt", "", "pictures/", "../db.sqlite3", "%00", "pictures/../ghi-chu.txt"):
        assert client.get(f"/media/{path}").status_code == 404


def test_the_picture_of_a_person_is_for_staff(client: Client, administrator: Any, django_user_model: Any) -> None:
    profile = UserProfile.objects.create(user=administrator, avatar=picture_file("toi.jpg"))
    assert client.get(profile.avatar.url).status_code == 404
    client.force_login(django_user_model.objects.create_user("hoa"))
    assert client.get(profile.avatar.url).status_code == 404
    client.force_login(administrator)
    response = client.get(profile.avatar.url)
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"


# Sweeping


@pytest.mark.parametrize("level", [Level.PUBLIC, Level.MEMBERS])
def test_the_sweep_deletes_files_that_no_row_names(picture: PortalImage, collection: Collection, level: Level) -> None:
    set_level(collection, level)
    kept, lost = (str(picture.get_rendition(spec).file.name) for spec in ("width-40", "width-41"))
    PortalRendition.objects.filter(file=lost)._raw_delete("default")
    for name in (kept, lost):
        made_long_ago(name)
    assert "1 tệp thừa" in realign_all_renditions()
    assert RenditionStorage().exists(kept)
    assert not RenditionStorage().exists(lost)


def test_the_sweep_leaves_alone_what_is_being_made(size: PortalRendition) -> None:
    """A file lies in the folder a moment before its row can be read."""
    PortalRendition.objects.filter(pk=size.pk)._raw_delete("default")
    realign_all_renditions()
    assert RenditionStorage().exists(str(size.file.name))


def test_the_sweep_leaves_alone_what_is_no_size(administrator: Any, settings: Settings) -> None:
    profile = UserProfile.objects.create(user=administrator, avatar=picture_file("toi.jpg"))
    original = PortalImage.objects.create(title="Đại hội", file=picture_file("dai-hoi.jpg"))
    then = time.time() - AN_HOUR
    for path in (profile.avatar.path, original.file.path):
        os.utime(path, (then, then))
    realign_all_renditions()
    assert Path(profile.avatar.path).exists()
    assert Path(original.file.path).exists()


def test_the_loser_of_a_race_for_a_size_leaves_no_file_for_good(picture: PortalImage) -> None:
    """Two readers ask for a size at once: both files are written, one row is."""
    winner = picture.get_rendition("width-40")
    loser = PortalRendition(image=picture, filter_spec="width-40", file=picture_file("a.jpg"))
    with pytest.raises(IntegrityError), transaction.atomic():
        loser.save()
    for size in (winner, loser):
        made_long_ago(str(size.file.name))
    realign_all_renditions()
    assert RenditionStorage().exists(str(winner.file.name))
    assert not RenditionStorage().exists(str(loser.file.name))


def test_a_folder_without_sizes_is_swept_too() -> None:
    assert "0 tệp thừa" in realign_all_renditions()


def test_a_file_that_cannot_be_deleted_now_is_swept_later(
    picture: PortalImage, collection: Collection, monkeypatch: pytest.MonkeyPatch, settings: Settings,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    """One that fails keeps no other from being deleted, and no error reaches whoever restricted the collection."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": ["default"]}}
    stuck, other = (str(picture.get_rendition(spec).file.name) for spec in ("width-40", "width-41"))
    delete = RenditionStorage.delete

    def fail_once(storage: RenditionStorage, name: str) -> None:
        if name == stuck:
            raise OSError("ổ đĩa chỉ đọc")
        delete(storage, name)

    with monkeypatch.context() as patched, django_capture_on_commit_callbacks(execute=True):
        patched.setattr(RenditionStorage, "delete", fail_once)
        set_level(collection, Level.MEMBERS)
    assert RenditionStorage().exists(stuck)
    assert not RenditionStorage().exists(other)
    made_long_ago(stuck)
    realign_all_renditions()
    assert not RenditionStorage().exists(stuck)
