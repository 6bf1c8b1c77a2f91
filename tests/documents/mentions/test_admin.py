"""Staff see what a page mentions, put right what is linked wrongly, and find what is to be entered next."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from documents.models import Mention, MentionDecision
from documents.roles import CLERK
from news.models import Article
from portal.access.levels import Level, set_level
from portal.editorial.audit.models import Entry
from portal.editorial.roles import EDITOR, ensure_roles, group_of
from tests.documents.mentions.test_pages import citations
from tests.editorial.conftest import client_of, person
from tests.factories import publish


@pytest.fixture
def editor_client(db) -> Client:
    return client_of(person("bientap", EDITOR))


def decide(client: Client, mention: Mention, choice: str, **said):
    return client.post(reverse("decide_mention", args=[mention.page_id, mention.pk]), {"choice": choice, **said})


def mention_of(article, position: int = 0) -> Mention:
    return Mention.objects.get(page=article.pk, position=position)


def republish(article, *paragraphs: str) -> None:
    page = Article.objects.get(pk=article.pk)
    page.body = [("paragraph", f"<p>{text}</p>") for text in paragraphs]
    publish(page)


def test_the_mentions_of_a_page_with_what_each_means(write, directive_2002, directive_2007, admin_client):
    article = write("Chỉ thị 10-CT/TW ngày 30/3/2007.", "Lại viết Quy định 24-QĐ/TW.", "Và Chỉ thị 10.")
    content = admin_client.get(reverse("mentions_of_page", args=[article.pk])).content.decode()
    assert "Chỉ thị 10-CT/TW, 30/03/2007, Ban Bí thư" in content
    assert "chưa có văn bản" in content
    assert content.count("portal-mention") == 3


@pytest.mark.parametrize("road", ["candidate", "another"])
def test_a_mention_is_fixed_to_a_document(
    write, directive_2002, directive_2007, guidance_2018, visitor, admin_client, road
):
    article = write("Có người viết Chỉ thị 10-CT/TW.")
    document = directive_2002 if road == "candidate" else guidance_2018
    said = {"choice": str(document.pk)} if road == "candidate" else {"choice": "khac", "other": document.pk}
    assert decide(admin_client, mention_of(article), **said).status_code == 302
    assert citations(visitor, article) == [("Chỉ thị 10-CT/TW", document.get_url())]


def test_a_mention_is_no_link_any_more_and_then_again(write, directive_2007, visitor, admin_client):
    article = write("Theo Chỉ thị 10-CT/TW.")
    decide(admin_client, mention_of(article), "khong")
    assert citations(visitor, article) == []
    decide(admin_client, mention_of(article), "tu-dong")
    assert len(citations(visitor, article)) == 1
    assert not MentionDecision.objects.exists()


def test_a_document_decided_on_is_closed_like_any_other(write, directive_2007, visitor, admin_client):
    article = write("Theo Chỉ thị 10-CT/TW.")
    decide(admin_client, mention_of(article), str(directive_2007.pk))
    set_level(directive_2007, Level.MEMBERS)
    assert citations(visitor, article) == []


def test_another_document_must_be_chosen(write, directive_2007, admin_client):
    mention = mention_of(write("Theo Chỉ thị 10-CT/TW."))
    response = decide(admin_client, mention, "khac")
    assert response.status_code == 200
    assert "Hãy chọn văn bản." in response.content.decode()
    assert decide(admin_client, mention, "999999").status_code == 200


def test_one_decision_for_all_the_same_words(write, directive_2002, directive_2007, visitor, admin_client):
    article = write("Theo Chỉ thị 10-CT/TW.", "Rồi lại Chỉ thị 10-CT/TW.")
    decide(admin_client, mention_of(article), str(directive_2002.pk), alike="on")
    assert [href for _words, href in citations(visitor, article)] == [directive_2002.get_url()] * 2


@pytest.mark.parametrize(
    "after",
    [
        ["Có người viết Chỉ thị 10-CT/TW ở đây.", "Thêm một đoạn mới."],
        ["Đoạn mới có Chỉ thị 10-CT/TW khác.", "Có người viết Chỉ thị 10-CT/TW ở đây."],
        ["Câu được viết lại hẳn, vẫn nhắc Chỉ thị 10-CT/TW một lần."],
    ],
    ids=["the same place", "another before it", "a new sentence"],
)
def test_what_was_decided_holds_for_later_versions(write, directive_2002, directive_2007, visitor, admin_client, after):
    article = write("Có người viết Chỉ thị 10-CT/TW ở đây.")
    decide(admin_client, mention_of(article), str(directive_2002.pk))
    republish(article, *after)
    decided = [one for one in Mention.objects.filter(page=article.pk) if one.decision_id]
    assert len(decided) == 1
    assert directive_2002.get_url() in [href for _words, href in citations(visitor, article)]
    if len(after) == 2 and "Đoạn mới" in after[0]:
        assert decided[0].position == 1


def test_what_was_decided_outlasts_taking_down_and_reading_again(
    write, directive_2002, directive_2007, visitor, admin_client
):
    from django.core.management import call_command

    article = write("Có người viết Chỉ thị 10-CT/TW.")
    decide(admin_client, mention_of(article), str(directive_2002.pk))
    call_command("read_mentions", "--all")
    assert citations(visitor, article) == [("Chỉ thị 10-CT/TW", directive_2002.get_url())]
    page = Article.objects.get(pk=article.pk)
    page.unpublish()
    publish(page)
    assert citations(visitor, article) == [("Chỉ thị 10-CT/TW", directive_2002.get_url())]


def test_a_decision_goes_with_its_words(write, directive_2002, directive_2007, visitor, admin_client):
    article = write("Có người viết Chỉ thị 10-CT/TW.")
    decide(admin_client, mention_of(article), str(directive_2002.pk))
    republish(article, "Nay viết Chỉ thị 10-CT/TW, rồi lại Chỉ thị 10-CT/TW.")
    assert [one.decision_id for one in Mention.objects.filter(page=article.pk)] == [None, None]


def test_only_who_may_edit_the_page_decides(write, directive_2007, django_user_model):
    article = write("Theo Chỉ thị 10-CT/TW.")
    clerk = django_user_model.objects.create_user("vanthu", "vanthu@example.vn", "mật-khẩu-rất-dài")
    ensure_roles()
    clerk.groups.add(group_of(CLERK))
    client = Client()
    client.force_login(clerk)
    mention = mention_of(article)
    assert client.get(reverse("mentions_of_page", args=[article.pk])).status_code in (302, 403)
    decide(client, mention, "khong")
    assert mention_of(article).decision_id is None
    assert client.get(reverse("mentions_report")).status_code == 200


def test_decisions_are_audited_without_the_name_of_the_document(write, directive_2007, admin_client, administrator):
    article = write("Theo Chỉ thị 10-CT/TW.")
    decide(admin_client, mention_of(article), str(directive_2007.pk))
    entry = Entry.objects.select_related("text").get(action="mention.decided")
    assert entry.actor_id == administrator.pk
    assert entry.object_id == str(article.pk)
    assert entry.text.details == f"Chỉ thị 10-CT/TW → #{directive_2007.pk}"


def test_documents_to_enter_next_those_most_texts_name_first(write, directive_2007, clerk, admin_client):
    write("Quy định 24-QĐ/TW và Chỉ thị 10-CT/TW.")
    write("Lại Quy định 24-QĐ/TW, và Hướng dẫn 12-HD/BTCTW.")
    write("Chỉ thị 10-CT/TW ngày 1/2/2011 chưa ai nhập.")
    address = reverse("mentions_report")
    content = admin_client.get(address).content.decode()
    assert content.index("24-QĐ/TW") < content.index("12-HD/BTCTW")
    assert "01/02/2011" in content
    assert content.count("10-CT/TW</strong>") == 1
    clerk.enter("24-QĐ/TW", dt.date(2019, 7, 30), "Ban Chấp hành Trung ương Đảng", type="Quy định")
    assert "24-QĐ/TW</strong>" not in admin_client.get(address).content.decode()


def test_a_document_of_another_year_or_term_is_not_the_one(write, directive_2007, guidance_2018):
    article = write(
        "Hướng dẫn 12-HD/BTCTW năm 2019; Chỉ thị 10-CT/TW khóa XII.",
        "Hướng dẫn 12-HD/BTCTW năm 2018; Chỉ thị 10-CT/TW khóa X.",
    )
    missing = Mention.objects.filter(page=article.pk).without_document()
    assert [(one.name.key, one.year or one.term) for one in missing] == [("12|HD|BTCTW", 2019), ("10|CT|TW", "XII")]


def test_mentions_of_several_documents(write, directive_2002, directive_2007, admin_client):
    unclear = write("Có người viết Chỉ thị 10-CT/TW.", title="Bài không nói rõ")
    clear = write("Chỉ thị 10-CT/TW ngày 30/3/2007.", title="Bài nói rõ")
    address = f"{reverse('mentions_report')}?xem=nhieu"
    content = admin_client.get(address).content.decode()
    assert unclear.title in content
    assert clear.title not in content
    decide(admin_client, mention_of(unclear), str(directive_2007.pk))
    assert unclear.title not in admin_client.get(address).content.decode()


@pytest.mark.parametrize("asked", ["", "?xem=nhieu"])
def test_the_lists_leave_out_texts_that_are_closed_to_the_clerk(
    write, directive_2002, directive_2007, django_user_model, asked
):
    article = write("Có người viết Chỉ thị 10-CT/TW và Quy định 24-QĐ/TW.", title="Bài chỉ dành cho đảng viên")
    clerk = django_user_model.objects.create_user("vanthu", "vanthu@example.vn", "mật-khẩu-rất-dài")
    ensure_roles()
    clerk.groups.add(group_of(CLERK))
    client = Client()
    client.force_login(clerk)
    address = reverse("mentions_report") + asked
    assert article.title in client.get(address).content.decode()
    set_level(article, Level.MEMBERS)
    content = client.get(address).content.decode()
    assert article.title not in content
    assert "Có người viết" not in content


@pytest.fixture
def clerk_client(django_user_model) -> Client:
    """Of one who keeps the register and may not see what is closed to him there."""
    user = django_user_model.objects.create_user("vanthu", "vanthu@example.vn", "mật-khẩu-rất-dài")
    ensure_roles()
    user.groups.add(group_of(CLERK))
    client = Client()
    client.force_login(user)
    return client


def test_a_closed_number_is_to_be_entered_like_one_that_is_not_there(
    write, directive_2007, guidance_2018, clerk_client, admin_client
):
    """Left out of the list it would tell that somebody has entered it."""
    write("Theo Chỉ thị 10-CT/TW và Quy định 24-QĐ/TW.")
    address = reverse("mentions_report")
    assert "10-CT/TW</strong>" not in clerk_client.get(address).content.decode()
    set_level(directive_2007, Level.COMMITTEE)
    content = clerk_client.get(address).content.decode()
    assert "10-CT/TW</strong>" in content
    assert "24-QĐ/TW</strong>" in content
    assert "10-CT/TW</strong>" not in admin_client.get(address).content.decode()


def test_a_closed_document_does_not_make_a_number_one_of_several(
    write, directive_2002, directive_2007, clerk_client, admin_client
):
    unclear = write("Có người viết Chỉ thị 10-CT/TW.", title="Bài không nói rõ")
    address = f"{reverse('mentions_report')}?xem=nhieu"
    assert unclear.title in clerk_client.get(address).content.decode()
    set_level(directive_2002, Level.COMMITTEE)
    assert unclear.title not in clerk_client.get(address).content.decode()
    assert unclear.title in admin_client.get(address).content.decode()


def test_the_editor_leads_there(write, directive_2007, admin_client):
    article = write("Theo Chỉ thị 10-CT/TW.")
    content = admin_client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert reverse("mentions_of_page", args=[article.pk]) in content


def test_what_was_decided_is_named_only_to_those_who_may_see_it(
    write, directive_2002, directive_2007, guidance_2018, admin_client, editor_client
):
    mention = mention_of(write("Có người viết Chỉ thị 10-CT/TW."))
    decide(admin_client, mention, "khac", other=guidance_2018.pk)
    set_level(guidance_2018, Level.COMMITTEE)
    address = reverse("decide_mention", args=[mention.page_id, mention.pk])
    assert "12-HD/BTCTW" in admin_client.get(address).content.decode()
    answer = editor_client.get(address)
    assert answer.status_code == 200
    assert "12-HD/BTCTW" not in answer.content.decode()


def test_the_mentions_of_a_page_are_for_those_who_may_see_it(write, directive_2007, editor_client):
    article = write("Có người viết Chỉ thị 10-CT/TW.")
    address = reverse("mentions_of_page", args=[article.pk])
    assert editor_client.get(address).status_code == 200
    set_level(article, Level.COMMITTEE)
    assert editor_client.get(address).status_code != 200
