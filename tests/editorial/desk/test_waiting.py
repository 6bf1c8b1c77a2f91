"""`Bài chờ tôi duyệt`: what waits for whom, since when, and found without diacritics."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page

from news.models import Article
from portal.editorial.desk.deadlines import DeadlineSource, deadline_sources
from portal.editorial.roles import EDITOR, group_of
from tests.editorial.desk.conftest import Newsroom, client_of, step, waits_since
from tests.factories import SectionFactory

LIST = "desk_waiting:index"
RESULTS = "desk_waiting:index_results"


def titles(user, **query) -> list[str]:
    response = client_of(user).get(reverse(RESULTS), query)
    assert response.status_code == 200
    return [page.title for page in response.context["object_list"]]


def test_each_step_waits_for_those_who_carry_it_out(newsroom: Newsroom):
    newsroom.submitted("Bài chờ biên tập")
    newsroom.passed("Bài chờ duyệt")
    newsroom.draft("Bài chưa gửi")
    newsroom.returned("Bài bị trả lại", "Thiếu nguồn")
    assert titles(newsroom.editor) == ["Bài chờ biên tập"]
    assert titles(newsroom.chief) == ["Bài chờ duyệt"]
    assert titles(newsroom.reporter) == []


def test_whoever_has_waited_longest_stands_first(newsroom: Newsroom):
    waits_since(newsroom.submitted("Gửi hôm nay"), timedelta(hours=2))
    waits_since(newsroom.submitted("Gửi tuần trước"), timedelta(days=8))
    assert titles(newsroom.editor) == ["Gửi tuần trước", "Gửi hôm nay"]
    assert titles(newsroom.editor, ordering="-moment") == ["Gửi hôm nay", "Gửi tuần trước"]


def test_a_row_says_whose_text_it_is_where_it_stands_and_since_when_it_waits(newsroom: Newsroom):
    article = newsroom.submitted("Chi bộ Đồng Tiến họp", author_name="Trúc Linh")
    waits_since(article, timedelta(hours=3, minutes=5))
    page = client_of(newsroom.editor).get(reverse(LIST)).content.decode()
    for shown in ("Chi bộ Đồng Tiến họp", newsroom.section.title, "Trúc Linh", "Biên tập", "3 giờ trước"):
        assert shown in page
    assert reverse("wagtailadmin_pages:workflow_preview", args=[article.pk, newsroom.editing.pk]) in page


def test_a_text_without_signature_is_named_after_who_began_it(newsroom: Newsroom):
    newsroom.submitted("Bài không ký tên")
    assert "Nguyễn Thị Thu Sương" in client_of(newsroom.editor).get(reverse(RESULTS)).content.decode()


def test_changes_to_a_published_text_can_be_compared_with_what_readers_see(newsroom: Newsroom):
    article = newsroom.draft("Bài đã đăng")
    article.save_revision().publish()
    article.refresh_from_db()
    article.save_revision(user=newsroom.reporter)
    newsroom.workflow.start(article, newsroom.reporter)
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[article.pk, "live", step(article).revision_id])
    assert compare in client_of(newsroom.editor).get(reverse(RESULTS)).content.decode()


def test_a_text_that_came_back_can_be_compared_with_what_was_returned(newsroom: Newsroom):
    article = newsroom.returned("Bài sửa lại", "Thiếu nguồn")
    returned = Article.objects.get(pk=article.pk).latest_revision_id
    article.save_revision(user=newsroom.reporter)
    assert "Sửa từ lần trả lại" not in page_for(newsroom), "it does not wait yet"
    article.current_workflow_state.resume(newsroom.reporter)
    mended = reverse("wagtailadmin_pages:revisions_compare", args=[article.pk, returned, step(article).revision_id])
    assert mended in page_for(newsroom)
    assert "Sửa từ lần trả lại" in page_for(newsroom)


def test_of_a_text_returned_twice_the_last_return_counts(newsroom: Newsroom):
    article = newsroom.returned("Bài sửa hai lần", "Thiếu nguồn")
    for note in ("Thiếu ảnh", ""):
        article = Article.objects.get(pk=article.pk)
        returned = article.latest_revision_id
        article.save_revision(user=newsroom.reporter)
        article.current_workflow_state.resume(newsroom.reporter)
        if note:
            step(article).reject(user=newsroom.editor, comment=note)
    mended = reverse("wagtailadmin_pages:revisions_compare", args=[article.pk, returned, step(article).revision_id])
    assert mended in page_for(newsroom)


def test_a_text_that_was_never_returned_has_no_such_link(newsroom: Newsroom):
    newsroom.submitted("Bài mới gửi")
    assert "Sửa từ lần trả lại" not in page_for(newsroom)


def test_nor_one_that_came_back_as_it_was(newsroom: Newsroom):
    newsroom.returned("Bài gửi lại nguyên", "Thiếu nguồn").current_workflow_state.resume(newsroom.reporter)
    assert "Bài gửi lại nguyên" in page_for(newsroom)
    assert "Sửa từ lần trả lại" not in page_for(newsroom)


def page_for(newsroom: Newsroom) -> str:
    """The list as the editor sees it."""
    return client_of(newsroom.editor).get(reverse(RESULTS)).content.decode()


@pytest.mark.parametrize("typed", ["dang uy", "ĐẢNG UỶ", "đảng ủy", "xa so ket"])
def test_titles_are_found_without_diacritics(newsroom: Newsroom, typed):
    newsroom.submitted("Đảng uỷ xã sơ kết sáu tháng")
    newsroom.submitted("Chi bộ thôn họp")
    assert titles(newsroom.editor, q=typed) == ["Đảng uỷ xã sơ kết sáu tháng"]


def test_the_title_of_the_draft_is_found_too(newsroom: Newsroom):
    article = newsroom.draft("Tên cũ")
    article.title = "Kết nạp đảng viên mới"
    article.save_revision(user=newsroom.reporter)
    newsroom.workflow.start(article, newsroom.reporter)
    assert len(titles(newsroom.editor, q="ket nap")) == 1


def test_it_is_narrowed_by_section_writer_and_step(newsroom: Newsroom, administrator):
    newsroom.submitted("Trong chuyên mục")
    inner = SectionFactory(parent=newsroom.section, title="Kiểm tra, giám sát")
    passed = newsroom.passed("Đã qua biên tập")
    passed.move(inner, "last-child")
    newsroom.submitted("Của biên tập viên", owner=newsroom.editor)
    assert set(titles(administrator)) == {"Trong chuyên mục", "Đã qua biên tập", "Của biên tập viên"}
    assert titles(administrator, section=inner.pk) == ["Đã qua biên tập"]
    assert titles(administrator, owner=newsroom.editor.pk) == ["Của biên tập viên"]
    assert titles(administrator, step=newsroom.approval.pk) == ["Đã qua biên tập"]
    response = client_of(administrator).get(reverse(LIST), {"section": "9" * 40, "owner": "x", "step": "-1"})
    assert response.status_code == 200


def test_pages_out_of_ones_reach_are_not_listed(newsroom: Newsroom, home):
    newsroom.submitted("Tin của chuyên mục khác")
    mine = SectionFactory(parent=home, title="Văn hoá")
    GroupPagePermission.objects.filter(group=group_of(EDITOR)).update(page=Page.objects.get(pk=mine.pk))
    assert titles(newsroom.editor) == []


def test_a_deadline_has_a_column_once_somebody_knows_one(newsroom: Newsroom, monkeypatch):
    late, early = newsroom.submitted("Bài gấp"), newsroom.submitted("Bài thường")
    monkeypatch.setattr(deadline_sources, "_by_name", {})
    assert "Thời hạn" not in client_of(newsroom.editor).get(reverse(LIST)).content.decode()
    due = {step(late).pk: timezone.now() - timedelta(hours=1), step(early).pk: timezone.now() + timedelta(days=2)}
    deadline_sources.register(DeadlineSource("hạn", lambda states: {pk: due[pk] for pk in states if pk in due}))
    page = client_of(newsroom.editor).get(reverse(LIST)).content.decode()
    assert "Thời hạn" in page
    assert page.count("Quá hạn") == 1


def test_an_empty_list_says_what_will_come(newsroom: Newsroom):
    page = client_of(newsroom.editor).get(reverse(LIST)).content.decode()
    assert "Không có bài nào chờ bạn. Bài gửi đến bạn sẽ hiện ở đây" in page
    assert "khớp với điều kiện này" in client_of(newsroom.editor).get(reverse(LIST), {"q": "gì đó"}).content.decode()


def test_the_work_is_the_same_for_ten_and_for_ten_thousand(newsroom: Newsroom):
    newsroom.fill(10)
    client = client_of(newsroom.editor)

    def queries() -> int:
        client.get(reverse(RESULTS))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse(RESULTS)).status_code == 200
        return len(asked)

    few = queries()
    newsroom.fill(9_990)
    assert queries() == few
    assert few < 40
    assert len(titles(newsroom.editor)) == 50
    assert len(titles(newsroom.editor, p=200)) == 50


def test_the_menu_leads_there(newsroom: Newsroom):
    page = client_of(newsroom.reporter).get(reverse("wagtailadmin_home")).content.decode()
    assert reverse(LIST) in page
