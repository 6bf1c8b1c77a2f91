"""Many texts at once: each by itself, with a result for each, and nothing half done."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse
from wagtail.models import TaskState

from news.models import Article
from portal.editorial.checklist.registry import Severity
from portal.editorial.duties.deeds import Approve, Publish, Return, Submit, carry_out, look_at
from portal.editorial.services import approve
from portal.outbox.models import Effect
from tests.editorial.checklist.conftest import decide
from tests.editorial.desk.conftest import Newsroom, client_of, step

pytestmark = pytest.mark.django_db


def address(action: str, *pages: Article, **more: str) -> str:
    query = [("id", str(page.pk)) for page in pages] + [("next", "/quan-tri/pages/"), *more.items()]
    return f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', action])}?{urlencode(query)}"


def fresh(page: Article) -> Article:
    return Article.objects.get(pk=page.pk)


def said(verdicts) -> dict[str, str]:
    return {verdict.page.title: verdict.said for verdict in verdicts}


def test_the_question_names_what_will_happen_to_each_and_what_cannot(newsroom: Newsroom):
    ready, waiting = newsroom.draft("Bài nháp"), newsroom.submitted("Bài đang chờ")
    page = client_of(newsroom.reporter).get(address("submit", ready, waiting)).content.decode()
    for words in ("Bài nháp", "Chuyển tới bước: Biên tập", "Giữ nguyên", "Bài đang chờ: Biên tập."):
        assert words in page
    assert not fresh(ready).workflow_in_progress, "a question does nothing"


def test_each_text_has_its_own_result(newsroom: Newsroom):
    drafts = [newsroom.draft(f"Bài {number}") for number in range(3)]
    waiting = newsroom.submitted("Bài đã gửi")
    page = client_of(newsroom.reporter).post(address("submit", *drafts, waiting)).content.decode()
    assert "Đã gửi duyệt: 3" in page
    assert "Không làm được: 1" in page
    assert all(step(draft).task.name == "Biên tập" for draft in drafts)


def test_the_checklist_keeps_single_texts_back(newsroom: Newsroom):
    decide("title_length", Severity.BLOCKER)
    short, fine = newsroom.draft("Họp"), newsroom.draft("Chi bộ thôn Đồng Tiến sinh hoạt chuyên đề")
    results = carry_out(Submit(), [short, fine], newsroom.reporter)
    assert [verdict.can for verdict in results] == [False, True]
    assert fresh(short).current_workflow_state is None


def test_returning_wants_a_note_and_tells_it_to_each_author(newsroom: Newsroom):
    texts = [newsroom.submitted(f"Bài {number}") for number in range(2)]
    client = client_of(newsroom.editor)
    assert (
        "Ghi rõ những điều cần sửa để người viết biết"
        in client.post(address("return", *texts), {"note": " "}).content.decode()
    )
    assert TaskState.objects.filter(status="rejected").count() == 0
    client.post(address("return", *texts), {"note": "Thiếu nguồn"})
    assert list(TaskState.objects.filter(status="rejected").values_list("comment", flat=True)) == ["Thiếu nguồn"] * 2
    assert Effect.objects.filter(key__startswith="told:returned:").count() == 2


def test_the_editor_passes_on_and_the_chief_publishes(newsroom: Newsroom):
    texts = [newsroom.submitted(f"Bài {number}") for number in range(2)]
    client_of(newsroom.editor).post(address("approve", *texts), {"note": ""})
    assert {step(text).task.name for text in texts} == {"Duyệt xuất bản"}
    page = client_of(newsroom.chief).post(address("approve", *texts), {"note": ""}).content.decode()
    assert page.count("Lên trang ngay") == 2
    assert all(fresh(text).live for text in texts)


def test_nobody_approves_his_own_text_among_others(newsroom: Newsroom):
    own, others = newsroom.passed("Bài của trưởng ban", owner=newsroom.chief), newsroom.passed("Bài của phóng viên")
    results = carry_out(Approve(), [own, others], newsroom.chief)
    assert [verdict.can for verdict in results] == [False, True]
    assert "người khác" in results[0].said
    assert not fresh(own).live
    assert fresh(others).live


def test_what_was_changed_after_it_came_to_the_chief_is_read_first(newsroom: Newsroom):
    article = newsroom.passed("Bài sửa sau")
    article.title = "Bài sửa sau khi gửi"
    article.save_revision(user=newsroom.editor)
    [verdict] = carry_out(Approve(), [fresh(article)], newsroom.chief)
    assert not verdict.can
    assert not fresh(article).live


def test_who_is_not_asked_decides_nothing(newsroom: Newsroom):
    article = newsroom.passed("Bài chờ trưởng ban")
    for deed in (Approve(), Return()):
        [verdict] = carry_out(deed, [article], newsroom.editor, "x")
        assert verdict.said == "Bài không chờ bạn: Duyệt xuất bản."
    assert step(article).status == "in_progress"


def test_one_that_fails_half_way_leaves_no_trace_and_stops_no_other(newsroom: Newsroom, monkeypatch):
    bad, good = newsroom.submitted("Bài hỏng"), newsroom.submitted("Bài tốt")
    whole = Approve.act

    def act(deed, page, person, note):
        whole(deed, page, person, note)
        if page.pk == bad.pk:
            raise RuntimeError("the disk is full")

    monkeypatch.setattr(Approve, "act", act)
    results = carry_out(Approve(), [bad, good], newsroom.editor)
    assert [verdict.can for verdict in results] == [False, True]
    assert step(bad).task.name == "Biên tập"
    assert step(good).task.name == "Duyệt xuất bản"
    assert not Effect.objects.filter(key__startswith="told:passed_on:", payload__page=bad.pk).exists()


@pytest.mark.four_eyes
def test_publishing_many_takes_what_is_approved(newsroom: Newsroom):
    ready, not_yet = newsroom.draft("Đã duyệt"), newsroom.draft("Chưa duyệt")
    approve(ready, by=newsroom.chief)
    page = client_of(newsroom.chief).post(address("publish", ready, not_yet)).content.decode()
    assert "Đã đăng: 1" in page
    assert "Không làm được: 1" in page
    assert fresh(ready).live
    assert not fresh(not_yet).live
    assert said(look_at(Publish(), [fresh(ready)], newsroom.reporter)) == {
        "Đã duyệt": "Bạn không có quyền đăng trang này."
    }


def test_all_means_all_below_one_page_never_the_whole_site(newsroom: Newsroom):
    newsroom.draft("Bài nháp")
    base = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "submit"])
    client = client_of(newsroom.reporter)
    assert "Chưa chọn bài nào" in client.get(f"{base}?id=all").content.decode()
    page = client.get(f"{base}?id=all&childOf={newsroom.section.pk}").content.decode()
    assert "Bài nháp" in page


@pytest.mark.parametrize("number", ["x", "9" * 40, "-1", "²"])
def test_numbers_that_no_page_has_choose_nothing(newsroom: Newsroom, number):
    base = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "submit"])
    assert client_of(newsroom.reporter).get(f"{base}?id={number}").status_code == 200


def test_fifty_at_once(newsroom: Newsroom):
    texts = [newsroom.submitted(f"Bài {number}") for number in range(50)]
    results = carry_out(Return(), texts, newsroom.editor, "Xem lại")
    assert sum(verdict.can for verdict in results) == 50, {verdict.said for verdict in results}
