"""A document lists the texts that mention it: of both only what the reader may see."""

import datetime as dt

from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.mentions import mentioned_in
from documents.models import Mention
from portal.access.levels import Level, set_level


def shown(client, document) -> str:
    content = client.get(document.get_url()).content.decode()
    _before, found, after = content.partition('id="duoc-nhac-den"')
    return after.partition("</section>")[0] if found else ""


def test_texts_that_mention_it_newest_first(write, directive_2007, visitor):
    older = write("Theo Chỉ thị 10-CT/TW.", day=dt.date(2019, 1, 5), title="Bài viết năm trước")
    newer = write("Chỉ thị 10-CT/TW và lại Chỉ thị 10-CT/TW.", day=dt.date(2021, 1, 5), title="Bài viết năm sau")
    said = shown(visitor, directive_2007)
    assert said.index(newer.title) < said.index(older.title)
    assert said.count(newer.get_url()) == 1
    assert "05/01/2021" in said


def test_only_those_that_mean_it(write, directive_2002, directive_2007, visitor):
    of_2007 = write("Chỉ thị 10-CT/TW ngày 30/3/2007 nêu rõ.", title="Bài về sinh hoạt chi bộ")
    of_2002 = write("Chỉ thị 10-CT/TW ngày 28/3/2002 nêu rõ.", title="Bài về dân chủ")
    unclear = write("Có người viết Chỉ thị 10-CT/TW.", title="Bài không nói rõ")
    assert of_2007.title in shown(visitor, directive_2007)
    assert of_2002.title not in shown(visitor, directive_2007)
    assert of_2002.title in shown(visitor, directive_2002)
    assert unclear.title not in shown(visitor, directive_2007) + shown(visitor, directive_2002)


def test_full_texts_of_other_documents_count_as_well(clerk, directive_2007, visitor):
    guidance = clerk.enter(
        "12-HD/BTCTW",
        dt.date(2018, 7, 6),
        "Ban Tổ chức Trung ương",
        type="Hướng dẫn",
        full_text="Căn cứ Chỉ thị 10-CT/TW.",
    )
    assert guidance.get_url() in shown(visitor, directive_2007)
    assert shown(visitor, guidance) == ""


def test_a_closed_text_is_not_listed_nor_counted(write, directive_2007, visitor, admin_client):
    closed = write("Theo Chỉ thị 10-CT/TW.", title="Bài chỉ dành cho đảng viên")
    set_level(closed, Level.MEMBERS)
    assert shown(visitor, directive_2007) == ""
    assert closed.title in shown(admin_client, directive_2007)


def test_a_text_that_was_taken_down_is_not_listed(write, directive_2007, visitor):
    article = write("Theo Chỉ thị 10-CT/TW.")
    assert article.title in shown(visitor, directive_2007)
    article.unpublish()
    assert shown(visitor, directive_2007) == ""


def test_the_list_ends_and_says_how_many_there_are_besides(write, directive_2007, visitor):
    for number in range(13):
        write("Theo Chỉ thị 10-CT/TW.", title=f"Bài thứ {number}")
    said = shown(visitor, directive_2007)
    assert said.count("<li>") == mentioned_in.SHOWN == 10
    assert "và 3 trang khác" in said


def test_it_costs_the_same_however_many_mention_it(write, directive_2007, visitor):
    article = write("Theo Chỉ thị 10-CT/TW.")
    row = Mention.objects.get(page=article.pk)

    def cost() -> int:
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            assert article.title in shown(visitor, directive_2007)
        return len(queries)

    cost()  # some is asked for once in a process
    few = cost()
    Mention.objects.bulk_create(
        Mention(**{field.attname: getattr(row, field.attname) for field in Mention._meta.fields if field.name != "id"})
        for _number in range(3000)
    )
    assert cost() == few


def test_where_not_all_texts_were_looked_at_the_count_says_so_and_never_too_much(
    write, directive_2007, visitor, monkeypatch
):
    monkeypatch.setattr(mentioned_in, "MOST_PAGES", 12)
    for number in range(12):
        write("Theo Chỉ thị 10-CT/TW, rồi lại Chỉ thị 10-CT/TW.", title=f"Bài thứ {number}")
    assert "và 2 trang khác" in shown(visitor, directive_2007)
    closed = write("Theo Chỉ thị 10-CT/TW.", title="Bài đóng")
    set_level(closed, Level.MEMBERS)
    assert "và 2 trang khác" in shown(visitor, directive_2007)
    set_level(closed, Level.PUBLIC)
    assert "và ít nhất 2 trang khác" in shown(visitor, directive_2007)
    write("Chỉ thị 10-CT/TW ngày 30/3/2007.", title="Bài có ngày")
    assert "và ít nhất 3 trang khác" in shown(visitor, directive_2007)


def test_a_document_that_only_texts_of_another_day_or_term_mention_is_not_counted_among_the_bounded(
    write, directive_2002, directive_2007, visitor, monkeypatch
):
    monkeypatch.setattr(mentioned_in, "MOST_PAGES", 1)
    ours = write("Chỉ thị 10-CT/TW (khóa X).", title="Bài về khóa X", day=dt.date(2019, 1, 5))
    for number in range(3):
        write("Chỉ thị 10-CT/TW (khóa IX).", title=f"Bài về khóa IX, {number}", day=dt.date(2020, 1, 5))
    assert ours.title in shown(visitor, directive_2007)
