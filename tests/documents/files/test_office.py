"""What staff see of files, a second person's word, corrections of what was recognised, and deleting."""

import datetime as dt
from threading import Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from documents.files import services
from documents.files.services import WrongState, delete_file, forget_unused_files
from documents.files.storing import FOLDER, file_path, new_folder, path_of, picture_name, remove_folder
from documents.files.usage import used_among
from documents.models import Attachment, DocumentFile, FilePage, OfficialDocument, Quarantine, Reading
from documents.roles import CLERK
from portal.access.levels import Level, set_level
from portal.editorial.audit.models import Entry
from tests.documents.files.making import pdf, ready_made, taken
from tests.editorial.conftest import client_of, person
from tests.reading import read


def show(file: DocumentFile) -> str:
    return reverse("document_file_show", args=[file.pk])


def audited(file: DocumentFile) -> list[str]:
    lines = Entry.objects.filter(object_type="documents.documentfile", object_id=str(file.pk)).order_by("pk")
    return list(lines.values_list("action", flat=True))


def act(client, file: DocumentFile, what: str):
    return client.post(reverse("document_file_act", args=[file.pk]), {"act": what})


@pytest.fixture
def waiting(document_with, vanthu):
    """A file of a document that waits for a second person."""
    file = ready_made(uploaded_by=vanthu)
    document_with(file)
    DocumentFile.objects.filter(pk=file.pk).update(quarantine=Quarantine.LOOK)
    file.refresh_from_db()
    return file


# A second person's word


def test_a_second_person_sees_the_pages_and_releases_the_file(waiting, vanthu, lanhdao):
    head = client_of(lanhdao)
    assert "Không có dấu mật" in read(head, show(waiting)).text()
    assert head.get(reverse("document_file_page", args=[waiting.pk, 1])).status_code == 200
    assert head.get(reverse("document_file_open", args=[waiting.pk, waiting.name])).status_code == 200
    act(head, waiting, "release")
    waiting.refresh_from_db()
    assert (waiting.quarantine, waiting.decided_by) == (Quarantine.RELEASED, lanhdao)
    assert audited(waiting)[-2:] == ["document_file.looked_at", "document_file.released"]


def test_a_second_person_blocks_the_file_and_its_text_goes(waiting, lanhdao):
    act(client_of(lanhdao), waiting, "refuse")
    waiting.refresh_from_db()
    assert waiting.quarantine == Quarantine.BLOCKED
    assert not waiting.pages.exists()
    assert not path_of(picture_name(waiting, 1)).exists()


def test_nobody_releases_what_he_uploaded_nor_without_the_right(document_with, vanthu, lanhdao):
    file = ready_made(uploaded_by=lanhdao)
    document_with(file)
    DocumentFile.objects.filter(pk=file.pk).update(quarantine=Quarantine.LOOK)
    for by in (lanhdao, vanthu):
        with pytest.raises(PermissionDenied):
            services.release(file, by=by)
        assert "Không có dấu mật" not in read(client_of(by), show(file)).text()
        act(client_of(by), file, "release")
    file.refresh_from_db()
    assert file.quarantine == Quarantine.LOOK


@pytest.mark.parametrize("quarantine", [Quarantine.HELD, Quarantine.BLOCKED, Quarantine.RELEASED])
def test_a_word_counts_only_where_it_is_waited_for(waiting, lanhdao, quarantine):
    DocumentFile.objects.filter(pk=waiting.pk).update(quarantine=quarantine)
    with pytest.raises(WrongState):
        services.release(waiting, by=lanhdao)
    act(client_of(lanhdao), waiting, "release")
    waiting.refresh_from_db()
    assert waiting.quarantine == quarantine


def test_the_first_page_of_the_admin_names_what_waits_for_ones_word(waiting, vanthu, lanhdao):
    said = "Có tệp văn bản chờ bạn xem"
    assert said in read(client_of(lanhdao), reverse("wagtailadmin_home")).text()
    assert said not in read(client_of(vanthu), reverse("wagtailadmin_home")).text()
    services.release(waiting, by=lanhdao)
    assert said not in read(client_of(lanhdao), reverse("wagtailadmin_home")).text()


# Quarantine in the admin


@pytest.mark.parametrize("quarantine", [Quarantine.HELD, Quarantine.BLOCKED])
def test_in_quarantine_a_file_and_its_text_are_for_who_uploaded_it_alone(waiting, vanthu, lanhdao, quarantine):
    DocumentFile.objects.filter(pk=waiting.pk).update(quarantine=quarantine)
    roads = [
        reverse("document_file_open", args=[waiting.pk, waiting.name]),
        reverse("document_file_page", args=[waiting.pk, 1]),
    ]
    others = (lanhdao, person("vanthu2", CLERK))
    assert [client_of(vanthu).get(road).status_code for road in roads] == [200, 200]
    for other in others:
        assert {client_of(other).get(road).status_code for road in roads} == {404}
        assert "Chi bộ sinh hoạt thường kỳ." not in read(client_of(other), show(waiting)).text()
    assert "Chi bộ sinh hoạt thường kỳ." in read(client_of(vanthu), show(waiting)).text()


def test_while_a_word_is_waited_for_only_who_may_give_it_sees_the_file(waiting):
    colleague = client_of(person("vanthu2", CLERK))
    assert colleague.get(reverse("document_file_open", args=[waiting.pk, waiting.name])).status_code == 404


def test_files_of_documents_closed_to_somebody_are_unknown_to_him(document_with, vanthu):
    file = ready_made("Bí danh.pdf")
    set_level(document_with(file), Level.COMMITTEE)
    client = client_of(vanthu)
    assert client.get(show(file)).status_code == 404
    assert "Bí danh" not in read(client, reverse("document_files") + "?xem=tat-ca").text()
    assert act(client, file, "again").status_code == 404


def test_the_list_names_what_waits_for_somebody(document_with, vanthu, lanhdao):
    document_with(
        ready_made("xong.pdf"),
        ready_made("cho-xem.pdf"),
        ready_made("khong-doc-duoc.pdf"),
    )
    DocumentFile.objects.filter(name="cho-xem.pdf").update(quarantine=Quarantine.LOOK)
    DocumentFile.objects.filter(name="khong-doc-duoc.pdf").update(reading=Reading.FAILED, reason="encrypted")
    said = read(client_of(lanhdao), reverse("document_files")).text()
    assert "cho-xem.pdf" in said
    assert "khong-doc-duoc.pdf" in said
    assert "mật khẩu" in said
    assert "xong.pdf" not in said
    assert "xong.pdf" in read(client_of(lanhdao), reverse("document_files") + "?xem=tat-ca").text()


def test_the_list_costs_the_same_with_many_files(document_with, lanhdao, django_assert_max_num_queries):
    document = document_with(ready_made())
    client = client_of(lanhdao)
    client.get(reverse("document_files"))
    for number in range(30):
        ready_made(f"{number}.pdf", document=document, quarantine=Quarantine.LOOK)
    with django_assert_max_num_queries(40) as asked:
        client.get(reverse("document_files"))
    few = len(asked.captured_queries)
    for number in range(30):
        ready_made(f"them-{number}.pdf", document=document, quarantine=Quarantine.LOOK)
    with django_assert_max_num_queries(few):
        client.get(reverse("document_files"))


def test_a_file_is_read_again_by_who_may_edit_its_document(document_with, vanthu):
    file = taken(pdf(), by=vanthu)
    document_with(file)
    FilePage.objects.update(text="đọc sai")
    act(client_of(vanthu), file, "again")
    assert "đọc sai" not in file.pages.get().shown_text
    assert "document_file.read_again" in audited(file)


def test_a_file_is_not_read_twice_at_once_but_a_lost_reader_is_replaced(vanthu):
    file = taken(pdf(), by=vanthu)
    DocumentFile.objects.filter(pk=file.pk).update(reading=Reading.READING, seen_at=timezone.now())
    with pytest.raises(WrongState, match="đang được đọc"):
        services.read_again(file, by=vanthu)
    DocumentFile.objects.filter(pk=file.pk).update(seen_at=timezone.now() - dt.timedelta(hours=1))
    services.read_again(file, by=vanthu)
    file.refresh_from_db()
    assert file.reading == Reading.DONE


# Corrections


def correct(client, file: DocumentFile, text: str, what: str = "correct"):
    return client.post(reverse("document_file_act_on_page", args=[file.pk, 1]), {"act": what, "text": text})


def test_a_correction_reaches_readers_once_another_person_confirmed_it(document_with, vanthu, lanhdao, visitor):
    file = ready_made(text="Chi bô sinh hoat", uploaded_by=vanthu)
    document = document_with(file)
    correct(client_of(vanthu), file, "Chi bộ sinh hoạt")
    page = file.pages.get()
    assert page.shown_text == "Chi bô sinh hoat"
    assert "Chi bô sinh hoat" in visitor.get(document.url).content.decode()

    assert "Chi bộ sinh hoạt" in read(client_of(lanhdao), show(file)).text()
    correct(client_of(lanhdao), file, "Chi bộ sinh hoạt", "confirm")
    page.refresh_from_db()
    assert (page.shown_text, page.corrected_by, page.confirmed_by) == ("Chi bộ sinh hoạt", vanthu, lanhdao)
    assert "Chi bộ sinh hoạt" in visitor.get(document.url).content.decode()
    assert audited(file)[-2:] == ["document_file.corrected", "document_file.confirmed"]


def test_nobody_confirms_his_own_correction(document_with, lanhdao):
    file = ready_made(text="Chi bô")
    document_with(file)
    correct(client_of(lanhdao), file, "Chi bộ")
    correct(client_of(lanhdao), file, "Chi bộ", "confirm")
    assert file.pages.get().shown_text == "Chi bô"


def test_what_is_confirmed_is_what_was_seen(document_with, vanthu, lanhdao):
    file = ready_made(text="Chi bô")
    document_with(file)
    correct(client_of(vanthu), file, "Chi bộ")
    correct(client_of(vanthu), file, "Chi bộ khác")
    with pytest.raises(WrongState):
        services.confirm(file.pages.get(), "Chi bộ", by=lanhdao)
    assert file.pages.get().corrected_text is None


def test_a_correction_is_rejected_by_a_second_person_or_dropped_by_who_wrote_it(document_with, vanthu, lanhdao):
    file = ready_made(text="Chi bô")
    document_with(file)
    for by in (lanhdao, vanthu):
        correct(client_of(vanthu), file, "Chi bộ")
        correct(client_of(by), file, "", "reject")
        assert file.pages.get().proposed_text is None
    correct(client_of(vanthu), file, "Chi bộ")
    correct(client_of(person("vanthu2", CLERK)), file, "", "reject")
    assert file.pages.get().proposed_text == "Chi bộ"


# Deleting


def all_gone(file: DocumentFile) -> bool:
    rows = DocumentFile.objects.filter(pk=file.pk).exists() or FilePage.objects.filter(file=file.pk).exists()
    return not rows and not path_of(file.folder).exists()


def test_a_deleted_file_leaves_no_bytes_no_pictures_and_no_rows(
    document_with, visitor, django_capture_on_commit_callbacks
):
    file = ready_made()
    document = document_with(file)
    with django_capture_on_commit_callbacks(execute=True):
        delete_file(file)
    assert all_gone(file)
    assert not Attachment.objects.exists()
    assert visitor.get(document.url).status_code == 200
    draft = OfficialDocument.objects.get().get_latest_revision_as_object()
    assert list(draft.attachments.all()) == []


@pytest.mark.parametrize(
    "state", [{"quarantine": Quarantine.BLOCKED}, {"reading": Reading.FAILED, "quarantine": "held"}]
)
def test_what_is_of_no_use_is_deleted_for_good_by_who_works_on_its_document(
    document_with, vanthu, django_capture_on_commit_callbacks, state
):
    file = ready_made(uploaded_by=vanthu)
    document = document_with()
    DocumentFile.objects.filter(pk=file.pk).update(document=document, **state)
    act(client_of(person("vanthu2", CLERK)), ready_made("dung-duoc.pdf", document=document), "discard")
    with django_capture_on_commit_callbacks(execute=True):
        act(client_of(vanthu), file, "discard")
    assert all_gone(file)
    assert DocumentFile.objects.get().name == "dung-duoc.pdf"


def test_what_readers_have_is_not_deleted_behind_the_back_of_its_page(document_with, vanthu):
    file = ready_made()
    document_with(file)
    DocumentFile.objects.filter(pk=file.pk).update(quarantine=Quarantine.BLOCKED)
    act(client_of(vanthu), file, "discard")
    assert DocumentFile.objects.filter(pk=file.pk).exists()


def test_files_go_with_the_last_document_that_uses_them(document_with, django_capture_on_commit_callbacks):
    alone, shared = ready_made("a.pdf"), ready_made("b.pdf")
    document_with(shared, symbol="11-CT/TW")
    document = document_with(alone, shared)
    services.claim(document)
    with django_capture_on_commit_callbacks(execute=True):
        OfficialDocument.objects.get(pk=document.pk).delete()
    assert all_gone(alone)
    assert file_path(shared).exists()


def test_what_an_older_version_names_is_kept(document_with):
    file = ready_made()
    document = document_with(file)
    document.attachments.all().delete()
    document.attachments = []
    document.save_revision()
    Attachment.objects.all().delete()
    other = ready_made("khong-ai-dung.pdf")
    assert used_among([file.pk, other.pk]) == {file.pk}, "a version names it still"


def test_which_files_are_used_is_asked_of_all_at_once(document_with, django_assert_num_queries):
    files = [ready_made(f"{number}.pdf") for number in range(12)]
    document_with(*files[:2])
    with django_assert_num_queries(4):  # pages, whose files, their own versions, all versions
        assert used_among([file.pk for file in files]) == {files[0].pk, files[1].pk}


def test_what_came_into_no_document_goes_after_a_while(
    register, vanthu, document_with, django_capture_on_commit_callbacks
):
    used, forgotten, new = ready_made("a.pdf"), ready_made("b.pdf"), ready_made("c.pdf")
    document_with(used)
    long_ago = timezone.now() - dt.timedelta(days=3)
    DocumentFile.objects.exclude(pk=new.pk).update(uploaded_at=long_ago)
    with django_capture_on_commit_callbacks(execute=True):
        assert "1" in forget_unused_files()
    assert all_gone(forgotten)
    assert file_path(used).exists()
    assert file_path(new).exists()


def test_what_is_written_into_a_folder_while_it_goes_goes_with_it(settings, tmp_path):
    settings.PRIVATE_MEDIA_ROOT = tmp_path
    name = new_folder()
    for number in range(300):
        (path_of(name) / f"trang-{number}.webp").write_bytes(b"")

    def write_on() -> None:
        for number in range(300, 20_000):
            try:
                (path_of(name) / f"trang-{number}.webp").write_bytes(b"")
            except FileNotFoundError:
                return

    reader = Thread(target=write_on)
    reader.start()
    remove_folder(name)
    reader.join()
    assert list(path_of(FOLDER).iterdir()) == []
