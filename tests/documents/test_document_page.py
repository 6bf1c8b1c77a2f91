"""The page of a document: its text with anchors and contents, its citation, its relations as drawing and lists."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from documents.models import RelationEdge, RelationKind
from documents.related import MOST_OF_A_KIND, SHOWN_AT_ONCE
from documents.text import shown_lines
from portal.access.levels import Level, set_level
from tests.documents.full_texts import DECISION_WITH_RULES, law
from tests.documents.many import many_documents
from tests.reading import read

MOST_QUERIES = 18


def with_text(clerk, text: str):
    return clerk.enter("12-QĐ/ĐU", dt.date(2026, 3, 2), type="Quyết định", full_text=text)


def guided_by(directive, register, count: int) -> None:
    """``count`` more documents that guide ``directive``."""
    before = set(register.get_children().values_list("pk", flat=True))
    many_documents(register, count)
    kind = RelationKind.objects.get(name="hướng dẫn thực hiện")
    added = register.get_children().exclude(pk__in=before).values_list("pk", flat=True)
    RelationEdge.objects.bulk_create(RelationEdge(source_id=pk, target=directive, kind=kind) for pk in added)


def test_the_parts_of_the_page_are_plain_links_to_what_is_there(clerk, directive_2007, guidance_2018, visitor):
    assert read(visitor, directive_2007.get_url()).links(".chips a") == ["#thuoc-tinh"]
    clerk.relate(guidance_2018, "hướng dẫn thực hiện", directive_2007)
    document = with_text(clerk, DECISION_WITH_RULES)
    clerk.relate(document, "căn cứ", directive_2007)
    page = read(visitor, document.get_url())
    assert page.links(".chips a") == ["#thuoc-tinh", "#toan-van", "#luoc-do"]
    assert all(page.one(link) for link in page.links(".chips a"))


def test_headings_of_the_text_are_headings_with_addresses(clerk, visitor):
    page = read(visitor, with_text(clerk, DECISION_WITH_RULES).get_url())
    assert page.one("#dieu-2").name == "h5"
    assert page.text("#chuong-ii-muc-1") == "Mục 1 TRÁCH NHIỆM"
    assert page.text("p#diem-2-1-b") == "b) bất thường."
    contents = page.links(".contents a")
    assert len(contents) == 10
    assert all(page.one(link) for link in contents)


def test_each_line_stands_in_the_page_as_those_who_look_for_mentions_read_it(clerk, visitor):
    page = read(visitor, with_text(clerk, DECISION_WITH_RULES).get_url())
    assert page.texts(".document__text > *") == shown_lines(DECISION_WITH_RULES)


def test_no_two_parts_of_the_page_have_one_address(clerk, directive_2007, visitor):
    document = with_text(clerk, DECISION_WITH_RULES)
    clerk.relate(document, "căn cứ", directive_2007)
    ids = [str(element["id"]) for element in read(visitor, document.get_url()).all("[id]")]
    assert len(set(ids)) == len(ids)


def test_a_long_law_folds_its_contents_and_a_short_text_has_none(clerk, visitor):
    page = read(visitor, with_text(clerk, law(200)).get_url())
    assert len(page.all(".contents__below")) == 10
    assert not page.all(".contents__below[open]")
    assert page.links(".document__jump a") == ["#muc-luc"]
    short = read(visitor, clerk.enter("13-QĐ/ĐU", dt.date(2026, 3, 3), full_text="Kính gửi các chi bộ.").get_url())
    assert not short.all(".contents, .document__jump")


def test_text_is_text_and_never_html(clerk, visitor):
    page = read(visitor, with_text(clerk, "Điều 1. <b>Phạm vi</b>\n<script>alert(1)</script>\n1. a < b & c").get_url())
    assert not page.all(".document__text script, .document__text b")
    assert page.text("#dieu-1") == "Điều 1. <b>Phạm vi</b>"
    assert page.text("#khoan-1-1") == "1. a < b & c"


def test_the_official_citation_stands_there_to_be_copied(directive_2007, visitor):
    page = read(visitor, directive_2007.get_url())
    cited = "Chỉ thị số 10-CT/TW ngày 30/3/2007 của Ban Bí thư về nâng cao chất lượng sinh hoạt chi bộ"
    assert page.text("[data-citation]") == cited
    assert "needs-script" in page.one("[data-copy-citation]").parent["class"]


def test_days_are_written_as_papers_cite_them(clerk, directive_2007, guidance_2018, visitor):
    clerk.relate(guidance_2018, "hướng dẫn thực hiện", directive_2007)
    page = read(visitor, directive_2007.get_url())
    assert "30/03/2007" not in page.html
    assert "06/07/2018" not in page.html
    assert "06/7/2018" in page.text(".document__related")
    assert "30/3/2007" in read(visitor, "/van-ban/").text(".documents")


def test_drawing_and_lists_lead_to_the_same_documents(clerk, directive_2007, guidance_2012, guidance_2018, visitor):
    for guidance in (guidance_2012, guidance_2018):
        clerk.relate(guidance, "hướng dẫn thực hiện", directive_2007)
    page = read(visitor, directive_2007.get_url())
    assert page.links("svg.diagram a") == page.links(".document__related a")
    assert page.links("svg.diagram a") == [guidance_2018.get_url(), guidance_2012.get_url()]
    assert "được hướng dẫn bởi: 2" in page.text("svg.diagram desc")


def test_a_closed_document_stands_in_neither_and_is_not_counted(
    clerk, directive_2007, guidance_2012, guidance_2018, visitor
):
    for guidance in (guidance_2012, guidance_2018):
        clerk.relate(guidance, "hướng dẫn thực hiện", directive_2007)
    set_level(guidance_2018, Level.MEMBERS)
    page = read(visitor, directive_2007.get_url())
    assert "12-HD" not in page.html
    assert page.links("svg.diagram a") == [guidance_2012.get_url()]
    assert "được hướng dẫn bởi: 1" in page.text("svg.diagram desc")


def test_of_many_the_newest_are_named_and_the_others_counted(register, directive_2007, visitor):
    guided_by(directive_2007, register, MOST_OF_A_KIND + 30)
    page = read(visitor, directive_2007.get_url())
    assert page.texts("svg.diagram a[href='#quan-he-1']") == ["và 127 văn bản nữa"]
    assert len(page.all(".document__related a")) == MOST_OF_A_KIND
    assert len(page.all("details .document__related a")) == MOST_OF_A_KIND - SHOWN_AT_ONCE
    assert page.texts(".document__unnamed") == ["Còn 30 văn bản nữa."]


def test_the_page_asks_few_queries_however_many_relations_there_are(register, directive_2007, visitor):
    guided_by(directive_2007, register, 1)
    read(visitor, directive_2007.get_url())
    counts = []
    for number in (5, 120):
        guided_by(directive_2007, register, number)
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            read(visitor, directive_2007.get_url())
        counts.append(len(asked))
    assert counts[0] == counts[1], "grows with the relations"
    assert counts[1] <= MOST_QUERIES


@pytest.mark.parametrize(
    ("kind", "status", "said"),
    [
        ("thay thế", "Hết hiệu lực toàn bộ", "Bị thay thế bởi"),
        ("bãi bỏ", "Hết hiệu lực toàn bộ", "Bị bãi bỏ bởi"),
        ("sửa đổi, bổ sung", "Hết hiệu lực một phần", "Được sửa đổi, bổ sung bởi"),
        ("đình chỉ", "Ngưng hiệu lực", "Bị đình chỉ bởi"),
    ],
)
def test_who_reads_what_was_changed_is_told_by_what(clerk, guidance_2012, guidance_2018, visitor, kind, status, said):
    name = RelationKind.objects.filter(name__startswith=kind).values_list("name", flat=True)[0]
    clerk.relate(guidance_2018, name, guidance_2012)
    page = read(visitor, guidance_2012.get_url())
    note = page.text("[role=note]")
    assert status in note
    assert said in note
    assert page.links("[role=note] a") == [guidance_2018.get_url()]


def test_a_document_that_holds_has_no_such_note(directive_2007, visitor):
    assert not read(visitor, directive_2007.get_url()).all("[role=note]")


def test_nothing_on_the_page_needs_what_the_security_policy_refuses(clerk, directive_2007, visitor):
    document = with_text(clerk, DECISION_WITH_RULES)
    clerk.relate(document, "căn cứ", directive_2007)
    page = read(visitor, document.get_url())
    assert not page.all("main [style], main style, main script")
    assert not [element for element in page.all("main *") if any(name.startswith("on") for name in element.attrs)]
