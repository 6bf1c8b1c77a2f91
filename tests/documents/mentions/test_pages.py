"""Mentions on pages: links come and go with the documents, for each reader those that he may open."""

import datetime as dt
import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Site

from documents.mentions import services
from documents.models import CitedName, Mention, OfficialDocument, TextReading
from news.models import Article
from portal.access.groups import MEMBERS, known_group
from portal.access.levels import Level, set_level
from portal.models import StandardPage
from tests.factories import DocumentRegisterFactory, StandardPageFactory, publish

_CITATION = re.compile(r'<a class="citation[^"]*" href="([^"]+)"[^>]*>(.*?)</a>')


def citations(client: Client, page) -> list[tuple[str, str]]:
    """The words of each link to a document, and where it leads."""
    content = client.get(page.get_url()).content.decode()
    return [(re.sub(r"<[^>]*>", "", words), href) for href, words in _CITATION.findall(content)]


@pytest.fixture
def member(django_user_model) -> Client:
    user = django_user_model.objects.create_user("dangvien", "dangvien@example.vn", "mật-khẩu-rất-dài")
    user.groups.add(known_group(MEMBERS))
    client = Client()
    client.force_login(user)
    return client


def test_two_of_one_number_are_each_linked_where_they_are_meant(write, directive_2002, directive_2007, visitor):
    article = write(
        "Thực hiện Chỉ thị số 10-CT/TW ngày 28/3/2002 về dân chủ ở cơ sở.",
        "Chi bộ học Chỉ thị 10-CT/TW, ngày 30/3/2007, của Ban Bí thư.",
        "Có người chỉ nhắc Chỉ thị 10.",
        "Có người viết Chỉ thị 10-CT/TW.",
    )
    assert citations(visitor, article) == [
        ("Chỉ thị số 10-CT/TW", directive_2002.get_url()),
        ("Chỉ thị 10-CT/TW", directive_2007.get_url()),
        ("Chỉ thị 10-CT/TW", "/van-ban/so/?so=10-CT%2FTW"),
    ]


def test_a_short_form_means_what_the_page_cites_in_full(write, directive_2002, directive_2007, visitor):
    article = write("Chỉ thị số 10-CT/TW ngày 30/3/2007 đã nêu.", "Theo Chỉ thị 10, chi bộ họp hằng tháng.")
    assert citations(visitor, article)[1] == ("Chỉ thị 10", directive_2007.get_url())


def test_the_chooser_shows_the_documents(write, directive_2002, directive_2007, visitor):
    ((_words, address),) = citations(visitor, write("Có người viết Chỉ thị 10-CT/TW."))
    content = visitor.get(address).content.decode()
    assert directive_2002.abstract in content
    assert directive_2007.abstract in content


def test_what_is_stored_stays_as_it_was_written(write, directive_2007):
    article = write("Theo Chỉ thị số 10-CT/TW ngày 30/3/2007.")
    stored = Article.objects.get(pk=article.pk)
    assert "citation" not in str(list(stored.body.raw_data))
    assert "citation" not in str(stored.latest_revision.content)


def test_a_document_entered_later_is_linked_by_itself(write, clerk, visitor):
    article = write("Theo Chỉ thị số 10-CT/TW ngày 30/3/2007.")
    assert citations(visitor, article) == []
    document = clerk.enter("10-CT/TW", dt.date(2007, 3, 30))
    assert citations(visitor, article) == [("Chỉ thị số 10-CT/TW", document.get_url())]


def test_links_vanish_with_the_document_and_come_back(write, clerk, directive_2007, visitor):
    article = write("Theo Chỉ thị số 10-CT/TW ngày 30/3/2007.")
    directive_2007.unpublish()
    assert citations(visitor, article) == []
    clerk.publish(OfficialDocument.objects.get(pk=directive_2007.pk))
    assert len(citations(visitor, article)) == 1
    OfficialDocument.objects.filter(pk=directive_2007.pk).update(expire_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    assert citations(visitor, article) == []
    directive_2007.delete()
    assert citations(visitor, article) == []


def test_links_lead_to_where_a_document_was_moved(write, home, directive_2007, visitor):
    article = write("Theo Chỉ thị số 10-CT/TW ngày 30/3/2007.")
    elsewhere = DocumentRegisterFactory(parent=home, slug="kho-van-ban")
    OfficialDocument.objects.get(pk=directive_2007.pk).move(elsewhere, pos="last-child")
    assert citations(visitor, article) == [("Chỉ thị số 10-CT/TW", "/kho-van-ban/10-ct-tw-30-03-2007/")]


def test_a_closed_document_is_plain_text_but_for_those_who_may_open_it(write, directive_2007, visitor, member):
    article = write("Theo Chỉ thị số 10-CT/TW ngày 30/3/2007.")
    set_level(directive_2007, Level.MEMBERS)
    assert citations(visitor, article) == []
    assert "Chỉ thị số " in visitor.get(article.get_url()).content.decode()
    assert citations(member, article) == [("Chỉ thị số 10-CT/TW", directive_2007.get_url())]
    set_level(directive_2007, Level.PUBLIC)
    assert len(citations(visitor, article)) == 1


def test_a_closed_document_of_the_same_number_does_not_show(write, directive_2002, directive_2007, visitor, member):
    """To whom it is closed the number is that of one document: where the link leads tells of no other."""
    article = write("Có người viết Chỉ thị 10-CT/TW.")
    set_level(directive_2002, Level.MEMBERS)
    assert citations(visitor, article) == [("Chỉ thị 10-CT/TW", directive_2007.get_url())]
    assert citations(member, article) == [("Chỉ thị 10-CT/TW", "/van-ban/so/?so=10-CT%2FTW")]


def test_a_resolution_is_found_by_its_plenum(write, clerk, visitor):
    committee = "Ban Chấp hành Trung ương Đảng"
    earlier = clerk.enter("12-NQ/TW", dt.date(2012, 1, 16), committee, type="Nghị quyết", plenum=4)
    later = clerk.enter("04-NQ/TW", dt.date(2016, 10, 30), committee, type="Nghị quyết", plenum=4)
    article = write(
        "Thực hiện Nghị quyết Trung ương 4 khóa XI, XII; NQTW 4 (khóa XII); Nghị quyết Trung ương 4.",
        "Nghị quyết Trung ương khóa XI không nói là hội nghị nào.",
    )
    assert citations(visitor, article) == [
        ("Nghị quyết Trung ương 4 khóa XI", earlier.get_url()),
        ("XII", later.get_url()),
        ("NQTW 4 (khóa XII)", later.get_url()),
    ]


def test_the_number_box_finds_a_resolution_by_its_plenum(clerk, visitor):
    committee = "Ban Chấp hành Trung ương Đảng"
    resolution = clerk.enter("04-NQ/TW", dt.date(2016, 10, 30), committee, type="Nghị quyết", plenum=4)
    response = visitor.get("/van-ban/so/", {"so": "nqtw 4 khoá 12"})
    assert response["Location"] == resolution.get_url()


def test_pages_of_every_type_with_text_are_read(home, clerk, directive_2007, visitor):
    page = StandardPageFactory(parent=home, live=False, body=[("paragraph", "<p>Theo Chỉ thị 10-CT/TW.</p>")])
    assert citations(visitor, publish(page)) == [("Chỉ thị 10-CT/TW", directive_2007.get_url())]


def test_quotations_boxes_and_tables_are_texts_too(home, directive_2007, visitor):
    body = [
        {"type": "quote", "value": {"text": "Tôi đọc Chỉ thị 10-CT/TW.", "attribution": "Đồng chí Hoa"}},
        {"type": "box", "value": {"title": "", "text": "<p>Xem Chỉ thị 10-CT/TW.</p>"}},
        {
            "type": "table",
            "value": {"data": [["Số", "Về"], ["10-CT/TW", "sinh hoạt"]], "first_row_is_table_header": True},
        },
    ]
    page = publish(StandardPageFactory(parent=home, live=False, body=body))
    assert [words for words, _href in citations(visitor, page)] == ["Chỉ thị 10-CT/TW", "Chỉ thị 10-CT/TW", "10-CT/TW"]


def test_full_texts_of_documents_mention_others_and_never_themselves(clerk, directive_2007, visitor):
    text = "Số 12-HD/BTCTW\nHƯỚNG DẪN\nCăn cứ Chỉ thị số 10-CT/TW ngày 30/3/2007.\nHướng dẫn 12-HD/BTCTW có hiệu lực."
    guidance = clerk.enter(
        "12-HD/BTCTW", dt.date(2018, 7, 6), "Ban Tổ chức Trung ương", type="Hướng dẫn", full_text=text
    )
    assert citations(visitor, guidance) == [("Chỉ thị số 10-CT/TW", directive_2007.get_url())]


def test_sixty_mentions_cost_one_query(write, clerk, visitor):
    for number in range(1, 31):
        clerk.enter(f"{number}-CT/TW", dt.date(2007, 1, number))
    text = "; ".join(f"Chỉ thị {number % 30 + 1}-CT/TW ngày {number % 30 + 1}/1/2007" for number in range(60))
    plain, full = write("Chi bộ họp bàn việc làng."), write(text)
    costs = []
    for page in (plain, full):
        visitor.get(page.get_url())  # some is asked for once in a process
        cache.clear()
        Site.clear_site_root_paths_cache()
        with CaptureQueriesContext(connection) as queries:
            assert len(citations(visitor, page)) == (60 if page == full else 0)
        costs.append([query["sql"] for query in queries.captured_queries])
    assert len(costs[1]) == len(costs[0])
    assert sum("documents_mention" in sql for sql in costs[1]) == 1


def test_pages_without_a_number_in_their_text_ask_nothing_of_documents_but_their_mentions(write, visitor):
    article = write("Chi bộ họp.")
    with CaptureQueriesContext(connection) as queries:
        visitor.get(article.get_url())
    assert sum("documents_" in query["sql"] for query in queries.captured_queries) <= 1


def test_a_preview_shows_links_of_the_draft_and_writes_nothing(write, directive_2007, admin_client):
    article = write("Chi bộ họp.")
    draft = Article.objects.get(pk=article.pk)
    draft.body = [("paragraph", "<p>Theo Chỉ thị số 10-CT/TW và 77-CT/TW.</p>")]
    draft.save_revision()
    before = CitedName.objects.count()
    content = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[article.pk])).content.decode()
    assert [href for href, _words in _CITATION.findall(content)] == [directive_2007.get_url()]
    assert CitedName.objects.count() == before
    assert Mention.objects.filter(page=article.pk).count() == 0


def test_mentions_go_with_the_text(write, directive_2007):
    article = write("Theo Chỉ thị 10-CT/TW.")
    assert Mention.objects.filter(page=article.pk).count() == 1
    article.body = [("paragraph", "<p>Theo Chỉ thị 10-CT/TW và Quy định 24-QĐ/TW.</p>")]
    publish(article)
    assert [one.name.key for one in Mention.objects.filter(page=article.pk)] == ["10|CT|TW", "24|QĐ|TW"]
    article.unpublish()
    assert not Mention.objects.filter(page=article.pk).exists()


def test_all_texts_are_read_by_a_command_that_may_be_ended(write, directive_2007, visitor, capsys):
    from django.core.management import call_command

    articles = [write(f"Bài {number}: theo Chỉ thị 10-CT/TW.") for number in range(3)]
    Mention.objects.all().delete()
    CitedName.objects.all().delete()
    TextReading.objects.exclude(page=articles[0].pk).delete()
    call_command("read_mentions")
    assert not Mention.objects.filter(page=articles[0].pk).exists(), "what was read is not read again"
    assert [len(citations(visitor, one)) for one in articles] == [0, 1, 1]
    call_command("read_mentions", "--all")
    assert [len(citations(visitor, one)) for one in articles] == [1, 1, 1]
    numbers = list(Mention.objects.values_list("pk", flat=True))
    call_command("read_mentions")
    assert list(Mention.objects.values_list("pk", flat=True)) == numbers
    assert "7 / 7" in capsys.readouterr().out


def test_a_text_with_a_million_letters_is_read(home):
    page = StandardPage(title="Dài", body=[("paragraph", "<p>" + "Theo Chỉ thị 10-CT/TW. " * 60_000 + "</p>")])
    home.add_child(instance=page)
    assert len(services.mentions_in(page)) <= 2000
