"""What readers see of a picture or a file on an approved page is not exchanged by its author alone."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Workflow

from portal.editorial.models.tasks import HOLD
from portal.editorial.services import approve, submit
from portal.editorial.shown_media import kept_by
from portal.models import PortalFile, PortalImage
from tests.editorial.conftest import Desk, client_of, fresh
from tests.factories import PortalFileFactory, PortalImageFactory, picture_file
from tests.reading import edit_form

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]

REFUSED_PICTURE = "Ảnh này đang có trong bài đã đăng"
REFUSED_FILE = "Tệp này đang có trong bài đã đăng"
IN_REVIEW_PICTURE = "Ảnh này đang có trong bài chờ duyệt"
IN_REVIEW_FILE = "Tệp này đang có trong bài chờ duyệt"


@pytest.fixture
def picture(desk: Desk) -> Any:
    return PortalImageFactory(uploaded_by_user=desk.reporter, description="Quang cảnh hội nghị")


@pytest.fixture
def file(desk: Desk) -> Any:
    return PortalFileFactory(uploaded_by_user=desk.reporter, title="Nghị quyết")


def showing(file: PortalFile) -> dict:
    return {"body": [{"type": "attachment", "value": {"file": file.pk, "title": ""}}]}


def new_picture() -> SimpleUploadedFile:
    return SimpleUploadedFile("khac.jpg", picture_file(colour="#000000"))


def send_picture(user, picture: PortalImage, **changed):
    client, address = client_of(user), reverse("wagtailimages:edit", args=[picture.pk])
    return client.post(address, {**edit_form(client.get(address)), **changed})


def send_file(user, shown: PortalFile, **changed):
    client, address = client_of(user), reverse("wagtaildocs:edit", args=[shown.pk])
    return client.post(address, {**edit_form(client.get(address)), **changed})


def kept(item) -> bool:
    """Every file that comes in lies under a name of its own."""
    return bool(type(item).objects.get(pk=item.pk).file.name == item.file.name)


@pytest.mark.parametrize("who", ["reporter", "editor"])
def test_who_may_not_publish_does_not_exchange_a_picture_that_readers_see(desk: Desk, picture, who):
    desk.live(picture=picture)
    response = send_picture(getattr(desk, who), picture, file=new_picture())
    assert response.status_code == 200
    assert REFUSED_PICTURE in " ".join(response.context["form"].errors["file"])
    assert "gửi duyệt" in response.content.decode()
    assert kept(picture)


def test_nor_does_he_show_another_part_of_it(desk: Desk, picture):
    desk.live(picture=picture)
    focus = {"focal_point_x": 5, "focal_point_y": 5, "focal_point_width": 4, "focal_point_height": 4}
    response = send_picture(desk.reporter, picture, **focus)
    assert REFUSED_PICTURE in str(response.context["form"].non_field_errors())
    picture.refresh_from_db()
    assert picture.focal_point_x is None


def test_a_draft_that_shows_it_no_longer_changes_nothing(desk: Desk, picture):
    desk.rewrite(desk.live(picture=picture), desk.editor, picture=None)
    assert send_picture(desk.reporter, picture, file=new_picture()).status_code == 200
    assert kept(picture)


def test_what_readers_do_not_see_of_it_is_the_authors(desk: Desk, picture):
    desk.live(picture=picture)
    assert send_picture(desk.reporter, picture, title="Ảnh hội nghị", description="Hội trường").status_code == 302
    picture.refresh_from_db()
    assert picture.description == "Hội trường"


def test_a_picture_only_in_drafts_is_the_authors(desk: Desk, picture):
    desk.draft(picture=picture)
    assert send_picture(desk.reporter, picture, file=new_picture()).status_code == 302


def test_a_page_that_has_just_begun_to_show_it_is_known(desk: Desk, picture, no_worker):
    desk.publish(desk.rewrite(desk.live(), desk.editor, picture=picture))
    assert REFUSED_PICTURE in " ".join(
        send_picture(desk.reporter, picture, file=new_picture()).context["form"].errors["file"]
    )
    assert kept(picture)


def test_nor_what_goes_live_at_an_appointed_time(desk: Desk, picture, file):
    article = desk.draft(picture=picture, **showing(file))
    revision = article.get_latest_revision()
    approve(revision, by=desk.chief)
    revision.content["go_live_at"] = (timezone.now() + timedelta(hours=1)).isoformat()
    revision.save()
    revision.publish(user=desk.chief)
    assert not fresh(article).live
    assert send_picture(desk.reporter, picture, file=new_picture()).status_code == 200
    assert send_file(desk.reporter, file, title="Khác").status_code == 200
    assert kept(picture)


def test_nor_what_the_chief_holds_ready(desk: Desk, picture):
    article = desk.step(desk.waiting(picture=picture), desk.chief, HOLD)
    assert not article.live
    assert send_picture(desk.reporter, picture, file=new_picture()).status_code == 200
    assert kept(picture)


def test_asking_costs_the_same_however_many_drafts_use_it(desk: Desk, picture):
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            kept_by(picture, desk.reporter)
        return len(seen)

    desk.draft(picture=picture)
    queries()
    few = queries()
    for _ in range(4):
        desk.draft(picture=picture)
    assert queries() == few


def test_where_no_workflow_applies_no_second_pair_of_eyes_is_asked(desk: Desk, picture):
    Workflow.objects.update(active=False)
    desk.draft(picture=picture, live=True)
    assert send_picture(desk.reporter, picture, file=new_picture()).status_code == 302


def test_who_may_publish_the_page_may(desk: Desk, picture):
    desk.live(picture=picture)
    assert send_picture(desk.chief, picture, file=new_picture()).status_code == 302
    assert not kept(picture)


def test_who_may_not_publish_does_not_exchange_a_file_that_readers_get(desk: Desk, file):
    desk.live(**showing(file))
    response = send_file(desk.reporter, file, file=SimpleUploadedFile("khac.pdf", b"%PDF-1.7 khac"))
    assert REFUSED_FILE in " ".join(response.context["form"].errors["file"])
    assert kept(file)


def test_nor_its_title_which_stands_on_the_page(desk: Desk, file):
    desk.live(**showing(file))
    assert REFUSED_FILE in str(send_file(desk.reporter, file, title="Khác").context["form"].errors["title"])
    address, prefix = reverse("wagtaildocs:edit_multiple", args=[file.pk]), f"doc-{file.pk}"
    answer = client_of(desk.reporter).post(address, {f"{prefix}-title": "Khác", f"{prefix}-tags": ""}).json()
    assert not answer["success"]
    assert REFUSED_FILE in answer["form"]
    file.refresh_from_db()
    assert file.title == "Nghị quyết"


def test_a_file_only_in_drafts_is_the_authors(desk: Desk, file):
    desk.draft(**showing(file))
    assert send_file(desk.reporter, file, title="Khác").status_code == 302


@pytest.mark.parametrize("who", ["reporter", "chief"])
def test_what_somebody_is_looking_at_is_exchanged_by_nobody(desk: Desk, picture, file, who):
    desk.waiting(picture=picture, **showing(file))
    form = send_picture(getattr(desk, who), picture, file=new_picture()).context["form"]
    assert IN_REVIEW_PICTURE in " ".join(form.errors["file"])
    form = send_file(getattr(desk, who), file, title="Khác").context["form"]
    assert IN_REVIEW_FILE in " ".join(form.errors["title"])
    assert kept(picture)


def test_at_every_step_and_before_anybody_looked(desk: Desk, picture):
    submit(desk.draft(picture=picture), by=desk.reporter)
    assert send_picture(desk.reporter, picture, file=new_picture()).status_code == 200
    assert kept(picture)


def test_a_live_page_under_review_shows_both_pictures_to_those_who_decide(desk: Desk, picture):
    article = desk.rewrite(desk.live(), desk.reporter, picture=picture)
    submit(article, by=desk.reporter)
    assert send_picture(desk.chief, picture, file=new_picture()).status_code == 200
    assert kept(picture)


@pytest.mark.parametrize("end", ["returned", "withdrawn"])
def test_once_the_text_is_with_its_author_again_he_exchanges_it(desk: Desk, picture, end):
    article = desk.waiting(picture=picture)
    if end == "returned":
        desk.step(article, desk.chief, "reject")
    else:
        article.current_workflow_state.cancel(user=desk.reporter)
    assert send_picture(desk.reporter, picture, file=new_picture()).status_code == 302
    assert not kept(picture)


def test_a_review_under_a_workflow_that_applies_no_more_keeps_nothing(desk: Desk, picture):
    desk.waiting(picture=picture)
    Workflow.objects.update(active=False)
    assert send_picture(desk.reporter, picture, file=new_picture()).status_code == 302
