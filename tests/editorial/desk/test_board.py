"""The board has every text in the column of its state, bounded, and only what one may see."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page

from portal.editorial.desk.board import CARDS
from portal.editorial.roles import EDITOR, group_of
from tests.editorial.desk.conftest import Newsroom, client_of
from tests.factories import SectionFactory, publish


def shown(user, **query) -> dict[str, list[str]]:
    """Titles by column."""
    response = client_of(user).get(reverse("desk_board"), query)
    assert response.status_code == 200
    return {
        str(column.state.label): [entry.title for entry in column.entries] for column in response.context["columns"]
    }


def test_each_text_stands_in_the_column_of_its_state(newsroom: Newsroom):
    newsroom.draft("Bài viết dở")
    newsroom.submitted("Bài chờ biên tập")
    newsroom.returned("Bài bị trả lại", "Thiếu nguồn")
    newsroom.passed("Bài chờ duyệt")
    planned = newsroom.draft("Bài hẹn giờ")
    planned.go_live_at = timezone.now() + timedelta(days=1)
    planned.save_revision().publish()
    publish(newsroom.draft("Bài đã đăng"))
    board = shown(newsroom.chief)
    published = board.pop("Đã đăng gần đây")
    assert "Bài đã đăng" in published
    assert board == {
        "Nháp": ["Bài viết dở"],
        "Chờ biên tập": ["Bài chờ biên tập"],
        "Trả lại": ["Bài bị trả lại"],
        "Chờ duyệt": ["Bài chờ duyệt"],
        "Đã hẹn giờ": ["Bài hẹn giờ"],
    }


def test_a_workflow_of_one_step_waits_for_approval(newsroom: Newsroom):
    newsroom.workflow.workflow_tasks.filter(task=newsroom.editing).delete()
    newsroom.submitted("Một bước")
    assert shown(newsroom.chief)["Chờ duyệt"] == ["Một bước"]


def test_a_column_is_bounded_and_leads_to_its_whole_list(newsroom: Newsroom):
    for number in range(CARDS + 1):
        newsroom.draft(f"Bản nháp {number}")
    client = client_of(newsroom.chief)
    response = client.get(reverse("desk_board"), {"section": newsroom.section.pk})
    [drafts] = [column for column in response.context["columns"] if column.state.name == "draft"]
    assert len(drafts.entries) == CARDS
    assert drafts.all_url == f"{reverse('desk_draft:index')}?section={newsroom.section.pk}"
    assert len(client.get(drafts.all_url).context["object_list"]) == CARDS + 1


def test_it_is_narrowed_by_section_and_writer(newsroom: Newsroom, home):
    newsroom.draft("Của phóng viên")
    newsroom.draft("Của biên tập viên", owner=newsroom.editor)
    elsewhere = SectionFactory(parent=home, title="Văn hoá")
    newsroom.draft("Ở chuyên mục khác").move(elsewhere, "last-child")
    assert shown(newsroom.chief, owner=newsroom.editor.pk)["Nháp"] == ["Của biên tập viên"]
    assert shown(newsroom.chief, section=elsewhere.pk)["Nháp"] == ["Ở chuyên mục khác"]
    assert len(shown(newsroom.chief, section="x", owner="9" * 40)["Nháp"]) == 3


def test_pages_out_of_ones_reach_are_not_on_it(newsroom: Newsroom, home):
    newsroom.draft("Tin của chuyên mục khác")
    mine = SectionFactory(parent=home, title="Văn hoá")
    GroupPagePermission.objects.filter(group=group_of(EDITOR)).update(page=Page.objects.get(pk=mine.pk))
    assert shown(newsroom.editor)["Nháp"] == []


def test_empty_columns_say_so(newsroom: Newsroom):
    assert "Không có bài nào chờ duyệt." in client_of(newsroom.chief).get(reverse("desk_board")).content.decode()


def test_the_work_is_the_same_for_ten_and_for_a_thousand_texts(newsroom: Newsroom):
    newsroom.fill(10)
    client = client_of(newsroom.chief)

    def queries() -> int:
        client.get(reverse("desk_board"))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("desk_board"))
        return len(asked)

    few = queries()
    newsroom.fill(990)
    assert queries() == few
