"""The register: what it lists, how it is narrowed and sorted, and what it costs."""

import csv
import datetime as dt
import io

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from documents.models import Field, Issuer, OfficialDocument
from documents.register.counting import YEAR, counts_of
from portal.access.levels import Level, set_level
from portal.access.tokens import Tokens
from tests.documents.many import many_documents
from tests.factories import IssuerFactory
from tests.reading import read

MOST_QUERIES = 12


@pytest.fixture
def few(directive_2002, directive_2007, guidance_2012, guidance_2018):
    return [guidance_2018, guidance_2012, directive_2007, directive_2002]


def listed(client, address: str = "/van-ban/") -> list[str]:
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    return [str(link["href"]) for link in soup.select(".documents__number a")]


def urls(documents) -> list[str]:
    return [document.get_url() for document in documents]


def test_newest_come_first(few, visitor):
    assert listed(visitor) == urls(few)


@pytest.mark.parametrize(("order", "first"), [("cu", 3), ("so", 1), ("so-giam", 0), ("co-quan", 2)])
def test_columns_are_sorted(few, visitor, order, first):
    assert listed(visitor, f"/van-ban/?xep={order}")[0] == few[first].get_url()


def test_a_number_in_any_spelling_narrows(few, visitor):
    assert listed(visitor, "/van-ban/?so=10+ct+tw") == urls(few[2:])


def test_filters_narrow_together_and_count_what_they_would_leave(few, visitor):
    page = BeautifulSoup(visitor.get("/van-ban/").content, "html.parser")
    types = {option.text: option["value"] for option in page.select("#filter-loai option")}
    assert set(types) == {"Tất cả", "Chỉ thị (2)", "Hướng dẫn (2)"}
    chosen = f"/van-ban/?loai={types['Hướng dẫn (2)']}&nam=2018"
    assert listed(visitor, chosen) == urls(few[:1])
    narrowed = BeautifulSoup(visitor.get(chosen).content, "html.parser")
    years = [option.text for option in narrowed.select("#filter-nam option")]
    assert years == ["Tất cả", "2018 (1)", "2012 (1)"]


def test_status_and_term_narrow(clerk, few, visitor):
    clerk.relate(few[0], "thay thế", few[1])
    assert listed(visitor, "/van-ban/?hieu-luc=expired") == urls([few[1]])
    assert listed(visitor, f"/van-ban/?khoa={few[2].term_id}") == urls([few[2]])


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ("loai=x", "Loại văn bản"),
        ("loai=99999999999", "Loại văn bản"),
        ("co-quan=999999", "Cơ quan ban hành"),
        ("nam=20", "Năm ban hành"),
        ("hieu-luc=gone", "Tình trạng hiệu lực"),
        ("xep=lung-tung", "Thứ tự"),
    ],
)
def test_what_the_register_does_not_know_is_left_out_and_said(few, visitor, wrong, named):
    page = read(visitor, f"/van-ban/?so=ct&so=10-ct/tw&{wrong}")
    assert page.links(".documents__number a") == urls(few[2:])
    assert named in page.text(".message--information")
    assert "noindex" in (page.meta("robots") or "")
    assert not read(visitor, "/van-ban/?nam=2001").all(".message--information, .documents")


def test_a_body_with_closed_documents_only_is_as_unknown_as_none(few, visitor):
    set_level(few[0], Level.MEMBERS)
    set_level(few[1], Level.MEMBERS)
    body = few[0].issuer
    page = read(visitor, f"/van-ban/?co-quan={body.pk}")
    assert page.links(".documents__number a") == urls(few[2:])
    assert str(body) not in page.html


@pytest.mark.parametrize("wrong", ["?page=9", "xuat/csv/?loai=x", "xuat/doc/"])
def test_an_address_of_nobody_is_not_found(few, visitor, wrong):
    assert visitor.get(f"/van-ban/{wrong}").status_code == 404


def test_counts_leave_out_what_the_reader_may_not_see(few, visitor, administrator, admin_client):
    set_level(few[0], Level.MEMBERS)
    assert urls(few[:1])[0] not in listed(visitor)
    assert "Hướng dẫn (1)" in visitor.get("/van-ban/").content.decode()
    assert "filter-pham-vi" not in visitor.get("/van-ban/").content.decode()
    assert "Có giới hạn (1)" in admin_client.get("/van-ban/").content.decode()
    assert listed(admin_client, "/van-ban/?pham-vi=gioi-han") == urls(few[:1])


def test_a_number_of_one_document_leads_to_it(few, visitor):
    assert visitor.get("/van-ban/so/?so=09-HD/BTCTW").url == few[1].get_url()


def test_a_number_of_several_asks_which(few, visitor):
    assert listed(visitor, "/van-ban/so/?so=10-CT/TW") == urls(few[2:])


def test_bodies_stand_from_a_to_z_with_their_documents(few, visitor):
    page = read(visitor, "/van-ban/co-quan/")
    assert page.texts(".issuers__initial") == ["B"]
    assert page.texts(".issuers__body") == ["Ban Bí thư 2 văn bản", "Ban Tổ chức Trung ương 2 văn bản"]
    body = Issuer.objects.get(name="Ban Tổ chức Trung ương")
    assert listed(visitor, f"/van-ban/co-quan/{body.slug}/") == urls(few[:2])


@pytest.mark.parametrize(
    "address", ["co-quan/ban-bi-thu/", "linh-vuc/sinh-hoat-chi-bo/", "co-quan/", "so/?so=10-CT/TW"]
)
def test_the_way_here_names_each_page_once(few, visitor, address):
    page = read(visitor, f"/van-ban/{address}")
    steps = page.texts(".breadcrumbs__item")
    assert steps[:2] == ["Trang chủ", "Văn bản"]
    assert steps[2:] == page.texts("h1")


def test_a_joint_document_stands_with_each_of_its_bodies(clerk, visitor):
    other = Issuer.objects.get(name="Bộ Chính trị")
    document = clerk.enter("03-CT/TW", dt.date(2011, 5, 14), co_issuers=[other])
    assert listed(visitor, f"/van-ban/co-quan/{other.slug}/") == urls([document])


def test_a_field_has_a_page(clerk, visitor):
    field = Field.objects.get(name="Sinh hoạt chi bộ")
    document = clerk.enter("10-CT/TW", dt.date(2007, 3, 30), fields=[field])
    assert listed(visitor, f"/van-ban/linh-vuc/{field.slug}/") == urls([document])


@pytest.mark.parametrize("feed", ["rss", "atom"])
def test_feeds_hold_public_documents_only(few, visitor, admin_client, feed):
    set_level(few[0], Level.MEMBERS)
    for client in (visitor, admin_client):
        text = client.get(f"/van-ban/{feed}/").content.decode()
        assert "10-CT/TW" in text
        assert "12-HD/BTCTW" not in text


def test_files_hold_what_is_asked_for_and_no_formula(clerk, few, visitor):
    clerk.enter("11-CT/TW", dt.date(2007, 5, 3), abstract='=HYPERLINK("http://x";"bấm")')
    kind = few[2].document_type_id
    text = b"".join(visitor.get(f"/van-ban/xuat/csv/?loai={kind}").streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert [row[0] for row in rows[1:]] == ["11-CT/TW", "10-CT/TW", "10-CT/TW"]
    assert rows[1][2].startswith("'=")
    book = b"".join(visitor.get(f"/van-ban/xuat/xlsx/?loai={kind}").streaming_content)
    cells = list(load_workbook(io.BytesIO(book)).active.iter_rows(values_only=True))
    assert [cells[1][0], cells[1][2][:2]] == ["11-CT/TW", "'="]


@pytest.mark.parametrize("typed", ["１０-CT/TW", "１０", "１０－ＣＴ／ＴＷ", "١٠-CT/TW"])
def test_digits_of_any_keyboard_find_a_number(few, visitor, typed):
    assert listed(visitor, f"/van-ban/?so={typed}") == urls(few[2:])
    assert 'value="10' in visitor.get(f"/van-ban/?so={typed}").content.decode()


def test_days_of_a_workbook_are_days_and_what_is_unknown_is_empty(clerk, directive_2007, visitor):
    clerk.enter("11-CT/TW", None, abstract="về một việc không rõ ngày")
    book = b"".join(visitor.get("/van-ban/xuat/xlsx/?xep=so").streaming_content)
    _headings, known, unknown = load_workbook(io.BytesIO(book)).active.iter_rows()
    for cell in known[4:6]:
        assert (cell.value.date(), cell.number_format) == (dt.date(2007, 3, 30), "dd/mm/yyyy")
    assert [cell.value for cell in unknown[4:6]] in ([None, None], ["", ""])
    text = b"".join(visitor.get("/van-ban/xuat/csv/?xep=so").streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert [row[4:6] for row in rows[1:]] == [["30/03/2007", "30/03/2007"], ["", ""]]


def test_a_full_file_needs_no_more_queries_than_a_short_one(register, visitor):
    counts = []
    for number in (10, 100):
        many_documents(register, number)
        with CaptureQueriesContext(connection) as asked:
            b"".join(visitor.get("/van-ban/xuat/csv/").streaming_content)
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    "address",
    [
        "/van-ban/",
        "/van-ban/?page=2",
        "/van-ban/?hieu-luc=in_force",
        "/van-ban/?nam=2020&xep=so",
        "/van-ban/co-quan/",
        "/van-ban/so/?so=1-CT/TW",
    ],
)
def test_lists_ask_few_queries_however_many_documents_there_are(register, visitor, address):
    field, counts = Field.objects.first(), []
    for number in (60, 600):
        many_documents(register, number)
        for document in OfficialDocument.objects.order_by("-pk")[:5]:
            document.fields.through.objects.create(officialdocument=document, field=field)
        visitor.get("/van-ban/")
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            assert visitor.get(address).status_code in (200, 302)
        counts.append(len(asked))
    assert counts[0] == counts[1], "grows with the documents"
    assert counts[1] <= MOST_QUERIES


def test_a_paper_of_several_bodies_is_counted_once_at_each(clerk):
    document = clerk.enter("03-HD/BTCTW", dt.date(2024, 6, 3), "Ban Tổ chức Trung ương")
    document.co_issuers.set([IssuerFactory(), IssuerFactory()])
    document = clerk.publish(document)
    for body in (document.issuer, *document.co_issuers.all()):
        counts = counts_of(OfficialDocument.objects.of_issuer(body), Tokens())
        assert (counts.of(YEAR, {}), counts.total({YEAR: "2024"})) == ({"2024": 1}, 1)


def test_a_body_that_is_gone_keeps_its_documents(clerk, visitor):
    body = IssuerFactory(
        name="Huyện uỷ Ba Chẽ",
        abbreviation="HU",
        level=3,
        valid_to=dt.date(2025, 6, 30),
        successor=IssuerFactory(),
        slug="huyen-uy-ba-che",
    )
    document = clerk.enter("15-CTr/HU", dt.date(2024, 6, 3), body.name, type="Chương trình")
    assert listed(visitor, "/van-ban/co-quan/huyen-uy-ba-che/") == urls([document])
    page = read(visitor, "/van-ban/co-quan/huyen-uy-ba-che/")
    assert "đến ngày 30/6/2025" in page.text(".register__gone")
    assert page.links(".register__gone a") == [f"/van-ban/co-quan/{body.successor.slug}/"]
    assert "đến 30/6/2025" in read(visitor, "/van-ban/co-quan/").text(".issuers")


@pytest.mark.parametrize(
    ("typed", "year"),
    [
        ("10-CT/TW 2007", 2007),
        ("Số: 10-CT/TW ngày 30/3/2007", 2007),
        ("chỉ thị 10-ct/tw ngày 28/3/2002 của Ban Bí thư", 2002),
    ],
)
def test_a_day_or_a_year_beside_the_number_tells_which_is_meant(directive_2002, directive_2007, visitor, typed, year):
    wanted = directive_2007 if year == 2007 else directive_2002
    assert visitor.get("/van-ban/so/", {"so": typed}).url == wanted.get_url()
    both = visitor.get("/van-ban/so/", {"so": "10-CT/TW 1999"}).content.decode()
    assert directive_2002.get_url() in both
    assert directive_2007.get_url() in both
