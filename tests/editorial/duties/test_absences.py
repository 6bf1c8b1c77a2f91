"""Absence: who stands in decides at that person's steps, under the same four eyes, while it lasts."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from news.models import Article
from portal.editorial.audit.models import Entry
from portal.editorial.duties.absences import ACTED_FOR, declare, end
from portal.editorial.duties.models import Absence
from portal.editorial.errors import FourEyesViolated
from portal.editorial.roles import ADMINISTRATOR, EDITOR
from portal.editorial.services import may_approve_text
from portal.members.models import Notification
from tests.editorial.desk.conftest import Newsroom, client_of, person, step
from tests.reading import edit_form

pytestmark = pytest.mark.django_db
TITLE = "Chi bộ Đồng Tiến họp chuyên đề"


def today():
    return timezone.localdate()


@pytest.fixture
def deputy(newsroom: Newsroom):
    """An editor without the chief's role, who stands in for the chief today."""
    deputy = person("pho", "Đinh Văn Phó", EDITOR)
    declare(newsroom.chief, deputy, today(), today() + timedelta(days=3))
    return deputy


def approve(article, by) -> Article:
    at = step(article)
    at.task.specific.on_action(at, by, "approve")
    return Article.objects.get(pk=article.pk)


def waiting_for(user) -> list[str]:
    response = client_of(user).get(reverse("desk_waiting:index_results"))
    return [page.title for page in response.context["object_list"]]


def test_the_substitute_sees_what_waits_and_publishes_in_the_chiefs_place(newsroom: Newsroom, deputy):
    article = newsroom.passed(TITLE)
    assert waiting_for(deputy) == [TITLE]
    assert approve(article, deputy).live
    entry = PageLogEntry.objects.get(action=ACTED_FOR)
    assert (entry.user, entry.data["for"]) == (deputy, [newsroom.chief.pk])
    history = client_of(newsroom.chief).get(reverse("wagtailadmin_pages:history", args=[article.pk]))
    assert "Xử lý thay Lương Thị Bích Đào đang vắng mặt" in history.content.decode()


def test_through_the_admin_too(newsroom: Newsroom, deputy):
    article = newsroom.passed(TITLE)
    at = step(article)
    edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
    form = edit_form(client_of(deputy).get(edit))
    asked = {"workflow-action-name": "reject", "workflow-action-extra-data": '{"comment": "Thiếu nguồn"}'}
    client_of(deputy).post(edit, form | asked | {"action-workflow-action": "1"})
    at.refresh_from_db()
    assert (at.status, at.finished_by) == ("rejected", deputy)


def test_it_ends_by_itself_and_when_it_is_ended(newsroom: Newsroom, deputy):
    newsroom.passed(TITLE)
    absence = Absence.objects.get()
    Absence.objects.update(first_day=today() - timedelta(days=9), last_day=today() - timedelta(days=1))
    assert waiting_for(deputy) == []
    Absence.objects.update(first_day=today() + timedelta(days=1), last_day=today() + timedelta(days=9))
    assert waiting_for(deputy) == [], "it has not begun"
    Absence.objects.update(first_day=today(), last_day=today())
    assert waiting_for(deputy) == [TITLE]
    end(absence, by=newsroom.chief)
    assert waiting_for(deputy) == []


def test_nobody_approves_his_own_text_by_a_lent_right(newsroom: Newsroom, deputy):
    article = newsroom.passed(TITLE, owner=deputy)
    assert not may_approve_text(deputy, article, newsroom.approval)
    with pytest.raises(FourEyesViolated):
        approve(article, deputy)


def test_an_author_has_no_right_to_lend_for_his_own_text(newsroom: Newsroom, deputy):
    article = newsroom.passed(TITLE, owner=newsroom.chief)
    assert not may_approve_text(deputy, article, newsroom.approval)
    with pytest.raises(FourEyesViolated):
        approve(article, deputy)


def test_rights_are_lent_once(newsroom: Newsroom, deputy):
    third = person("ba", "Lò Thị Ba", EDITOR)
    Absence.objects.create(person=deputy, substitute=third, first_day=today(), last_day=today())
    newsroom.passed(TITLE)
    assert waiting_for(third) == []


def test_a_closed_account_lends_nothing(newsroom: Newsroom, deputy):
    newsroom.passed(TITLE)
    newsroom.chief.is_active = False
    newsroom.chief.save()
    assert waiting_for(deputy) == []


def test_the_right_is_for_the_step_and_nothing_else(newsroom: Newsroom, deputy):
    article = newsroom.draft(TITLE)
    assert not article.permissions_for_user(deputy).can_publish()


def test_notices_go_to_both(newsroom: Newsroom, deputy, drained):
    newsroom.passed(TITLE)
    drained()
    told = {one.person for one in Notification.objects.filter(text__contains="chờ bạn: Duyệt xuất bản")}
    assert told == {newsroom.chief, deputy}
    assert Notification.objects.filter(
        person=deputy, text__startswith="Bạn làm thay đồng chí Lương Thị Bích Đào"
    ).exists()


def test_only_whom_texts_wait_for_hands_over(newsroom: Newsroom):
    with pytest.raises(PermissionDenied):
        declare(newsroom.reporter, newsroom.editor, today(), today())


@pytest.mark.parametrize(
    ("first", "last", "who", "words"),
    [
        (0, 3, "editor", "khác"),
        (0, 3, "reporter", "biên tập viên"),
        (3, 0, "chief", "đứng trước"),
        (-9, -2, "chief", "đã qua"),
        (0, 400, "chief", "ba tháng"),
    ],
)
def test_what_will_not_do_is_refused_with_the_reason(newsroom: Newsroom, first, last, who, words):
    days = today() + timedelta(days=first), today() + timedelta(days=last)
    with pytest.raises(ValidationError, match=words):
        declare(newsroom.editor, getattr(newsroom, who), *days)


def test_absences_do_not_overlap_nor_go_to_somebody_absent(newsroom: Newsroom, deputy):
    with pytest.raises(ValidationError, match="đã báo vắng"):
        declare(newsroom.chief, newsroom.editor, today() + timedelta(days=2), today() + timedelta(days=9))
    with pytest.raises(ValidationError, match="cũng vắng"):
        declare(newsroom.editor, newsroom.chief, today(), today())
    declare(newsroom.chief, newsroom.editor, today() + timedelta(days=4), today() + timedelta(days=9))
    assert Absence.objects.filter(person=newsroom.chief).count() == 2


def test_one_declares_and_ends_in_the_admin_and_all_staff_see_it(newsroom: Newsroom):
    page = reverse("portal_absences")
    client = client_of(newsroom.editor)
    day = today().strftime("%d/%m/%Y")
    answer = client.post(page, {"first_day": day, "last_day": day, "substitute": newsroom.editor.pk})
    assert answer.status_code == 200, "one cannot stand in for oneself"
    assert client.post(page, {"first_day": day, "last_day": day, "substitute": newsroom.chief.pk}).status_code == 302
    shown = client_of(newsroom.reporter).get(page).content.decode()
    assert "Vũ Minh Khê" in shown
    assert "Tôi sẽ vắng mặt" not in shown
    ending = reverse("portal_end_absence", args=[Absence.objects.get().pk])
    assert client_of(newsroom.chief).post(ending).status_code == 404
    assert client.get(ending).status_code == 405
    client.post(ending)
    assert Absence.objects.get().ended_at is not None


# Noted by an administrator, for somebody ill or out of reach


@pytest.fixture
def keeper(newsroom: Newsroom):
    return person("giu", "Đinh Quang Duẩn", ADMINISTRATOR)


def test_an_administrator_notes_it_and_both_are_told(newsroom: Newsroom, keeper):
    newsroom.passed(TITLE)
    page, day = reverse("portal_absences"), today().strftime("%d/%m/%Y")
    typed = {"person": newsroom.chief.pk, "first_day": day, "last_day": day, "substitute": newsroom.editor.pk}
    client = client_of(keeper)
    assert "Người vắng mặt" in client.get(page).content.decode()
    assert "cả hai đã được báo" in client.post(page, typed, follow=True).content.decode().lower()
    assert waiting_for(newsroom.editor) == [TITLE]
    [to_chief] = Notification.objects.filter(person=newsroom.chief, kind="absence")
    assert "Đinh Quang Duẩn đã ghi" in to_chief.text
    assert "Vũ Minh Khê" in to_chief.text
    assert Notification.objects.filter(person=newsroom.editor, text__contains="Lương Thị Bích Đào").exists()
    line = Entry.objects.get(action="wagtail.create", object_type="duties.absence")
    assert line.actor_id == keeper.pk
    assert line.text.title == str(Absence.objects.get())
    assert "Lương Thị Bích Đào" in line.text.title


def test_an_administrator_ends_it_and_both_are_told(newsroom: Newsroom, keeper, deputy):
    client_of(keeper).post(reverse("portal_end_absence", args=[Absence.objects.get().pk]))
    assert Absence.objects.get().ended_at is not None
    assert Notification.objects.filter(person=newsroom.chief, text__contains="kết thúc").exists()
    assert Notification.objects.filter(person=deputy, text__contains="làm thay", key__contains="ended").exists()
    assert Entry.objects.filter(action="wagtail.edit", object_type="duties.absence", actor_id=keeper.pk).exists()


def test_nobody_else_says_it_of_others(newsroom: Newsroom, deputy):
    with pytest.raises(PermissionDenied):
        declare(newsroom.editor, newsroom.chief, today(), today(), by=deputy)
    with pytest.raises(PermissionDenied):
        end(Absence.objects.get(), by=newsroom.editor)
    day = today().strftime("%d/%m/%Y")
    typed = {"person": newsroom.chief.pk, "first_day": day, "last_day": day, "substitute": deputy.pk}
    client_of(newsroom.editor).post(reverse("portal_absences"), typed)
    assert Absence.objects.latest("pk").person == newsroom.editor, "whoever is named, it is his own"


def test_what_will_not_do_is_said_of_whom_it_is_about(newsroom: Newsroom, keeper, deputy):
    with pytest.raises(ValidationError, match="Lương Thị Bích Đào"):
        declare(newsroom.chief, newsroom.editor, today(), today(), by=keeper)
    with pytest.raises(ValidationError, match="khác"):
        declare(newsroom.editor, newsroom.editor, today(), today(), by=keeper)
    with pytest.raises(PermissionDenied):
        declare(newsroom.reporter, newsroom.editor, today(), today(), by=keeper)
