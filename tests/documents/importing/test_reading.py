"""What holds for every day, heading, body and file name, not for chosen ones alone."""

import datetime as dt
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.importing import grids
from documents.importing.cells import Cell
from documents.importing.columns import columns_of
from documents.importing.dates import read_day
from documents.importing.entries import Entry
from documents.importing.files import Folder, match
from documents.importing.plain_table import decode
from documents.models import DocumentType, Issuer
from documents.models.levels import Sphere
from portal.text.legacy import encode

DAYS = st.dates(dt.date(1930, 1, 1), dt.date(2026, 1, 1))
FORMS = (
    "{0.day}/{0.month}/{0.year}", "{0.day:02}-{0.month:02}-{0.year}", "{0.day}.{0.month}.{0.year}",
    "ngày {0.day} tháng {0.month} năm {0.year}", "Ngày {0.day:02}/{0.month}/{0.year}.", "{0:%Y-%m-%d}",
    "{0:%Y-%m-%d} 00:00:00", "{0.day} / {0.month} / {0.year}", "Hà Nội, ngày {0.day:02} tháng {0.month:02} năm {0.year}",
    "{0:%d/%m/%Y %H:%M}", "'{0.day}/{0.month}/{0.year}", "{0.day}.{roman}.{0.year}", "{0.day}/{roman}/{0.year}",
    "{0.day:02}-Thg{0.month}-{0.year}", "{0.day} thg {0.month}, {0.year}",
)  # fmt: skip
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
HEADINGS = {
    "number": ("Số, ký hiệu", "SỐ KÝ HIỆU", "Số/Ký hiệu", "số kí hiệu văn bản", "Số hiệu", "Số và KH"),
    "issued": ("Ngày ban hành", "NGÀY, THÁNG, NĂM", "Ngày ký", "ngày BH", "Ng. ban hành", "Ngày b/h", "NTN"),
    "type": ("Loại văn bản", "Hình thức văn bản", "LOẠI VB", "Thể loại"),
    "abstract": ("Trích yếu", "Trích yếu nội dung", "Về việc", "TRÍCH YẾU (tóm tắt)", "Tr. yếu", "V/v"),
    "issuer": ("Cơ quan ban hành", "Tác giả", "CQ ban hành", "Nơi ban hành văn bản"),
    "signer": ("Người ký", "Ng. ký"),
    "effective": ("Ngày có hiệu lực", "HL từ", "Có hiệu lực kể từ"),
    "expires": ("Ngày hết hiệu lực", "Hiệu lực tới", "Ngày HHL"),
    "status": ("Tình trạng hiệu lực", "Tình trạng HL", "Còn/hết hiệu lực"),
    "note": ("Ghi chú", "GHI CHÚ", "G.chú"),
}


@given(DAYS, st.sampled_from(FORMS))
def test_every_day_is_read_in_every_form(day, form):
    assert read_day(form.format(day, roman=ROMAN[day.month - 1])).day == day


@given(DAYS)
def test_serial_numbers_are_days_too(day):
    assert read_day("", number=float((day - dt.date(1899, 12, 30)).days)).day == day


@given(st.integers(1, 31), st.integers(1, 12), st.one_of(st.integers(0, 1929), st.integers(2040, 99999)))
def test_no_year_out_of_bounds_gets_in(day, month, year):
    read = read_day(f"{day}/{month}/{year:03}")
    assert read.day is None or (len(f"{year:03}") == 2)
    assert read.refused


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_days(text):
    read = read_day(text)
    assert read.day is None or read.day.year >= 1930


@given(st.permutations(sorted(HEADINGS)), st.data())
def test_headings_are_known_in_any_order_and_spelling(order, data):
    chosen = [data.draw(st.sampled_from(HEADINGS[kind])) for kind in order]
    if data.draw(st.booleans()):
        chosen = [unicodedata.normalize("NFD", heading) for heading in chosen]
    assert list(columns_of(chosen, {}).values()) == list(order)


@pytest.mark.parametrize(
    "raw",
    [
        "Đảng uỷ xã".encode(),
        "\ufeffĐảng uỷ xã".encode(),
        "Đảng uỷ xã".encode("utf-16"),
        "Đảng uỷ xã".encode("utf-16-le"),
        encode("Đảng uỷ xã", "TCVN3").encode("latin-1"),
    ],
)
def test_text_is_read_in_whatever_encoding_it_was_saved(raw):
    assert decode(raw) == "Đảng uỷ xã"


def entry(symbol: str, day: dt.date | None = None, files: tuple[str, ...] = ()) -> Entry:
    kind, issuer = DocumentType(pk=1, name="Chỉ thị", sphere=Sphere.PARTY), Issuer(pk=1, name="Ban Bí thư")
    return Entry(symbol, kind, issuer, "về một việc", issued_on=day, files=list(files))


@pytest.mark.parametrize(
    "name",
    [
        "10-CT-TW.pdf",
        "10_CT_TW 2007.docx",
        "Chỉ thị số 10-CT-TW (bản ký).PDF",
        "10CT-TW.pdf",
        "010.CT.TW.30.3.2007.pdf",
    ],
)
def test_a_file_is_known_by_the_number_in_its_name(name):
    found = match({0: entry("10-CT/TW", dt.date(2007, 3, 30))}, Folder.of([Path(name)]))
    assert found[0].files == (Path(name),)


@pytest.mark.parametrize(
    "name", ["110-CT-TW.pdf", "10-CT-TU.pdf", "10-HD-TW.pdf", "10.pdf", "10-CT-TW.exe", "10-CT-TW 2002.pdf"]
)
def test_a_file_of_another_number_is_not_taken(name):
    found = match({0: entry("10-CT/TW", dt.date(2007, 3, 30))}, Folder.of([Path(name)]))
    assert found[0].files == ()


def test_of_two_documents_with_one_number_the_year_decides():
    entries = {0: entry("10-CT/TW", dt.date(2007, 3, 30)), 1: entry("10-CT/TW", dt.date(2002, 3, 28))}
    found = match(entries, Folder.of([Path("10-CT-TW 2002.pdf"), Path("10-CT-TW.pdf")]))
    assert found[1].files == (Path("10-CT-TW 2002.pdf"),)
    assert found[0].files == ()
    assert found[0].unclear == found[1].unclear == (Path("10-CT-TW.pdf"),)


def test_the_name_in_the_row_comes_first_and_a_missing_one_is_said():
    entries = {0: entry("10-CT/TW", files=("Văn bản số mười.pdf", "phụ lục.docx"))}
    found = match(entries, Folder.of([Path(unicodedata.normalize("NFD", "văn bản số mười.PDF")), Path("10-CT-TW.pdf")]))
    assert [path.suffix for path in found[0].files] == [".PDF"]
    assert found[0].missing == ("phụ lục.docx",)


def test_a_cell_that_is_no_day_is_never_one():
    assert Cell("Ban Bí thư").day().day is None


def test_merged_ranges_that_lie_over_each_other_are_filled_only_so_far(monkeypatch):
    monkeypatch.setattr(grids, "MOST_FILLED", 100)
    rows = [[number, False, [f"{number}-CT/TW"]] for number in range(1, 51)]
    merged = [[number, 1, 50, 60] for number in range(1, 51)]
    read = grids.grid_of({"name": "", "rows": rows, "merged": merged, "comments": [], "epoch": 1900})
    assert sum(bool(row.wide) for row in read.rows) == 1


def test_a_merged_cell_holds_for_all_its_rows():
    rows = [[1, False, ["Ban Bí thư", "10-CT/TW"]], [2, False, [None, "11-CT/TW"]]]
    read = grids.grid_of({"name": "", "rows": rows, "merged": [[1, 1, 2, 1]], "comments": [], "epoch": 1900})
    assert [row.at(0).text for row in read.rows] == ["Ban Bí thư", "Ban Bí thư"]
