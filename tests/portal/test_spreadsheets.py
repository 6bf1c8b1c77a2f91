"""Files for spreadsheets: days are days, and nothing is a formula."""

import datetime as dt
import io

from openpyxl import load_workbook

from portal.spreadsheets import csv_pieces, write_workbook

ROWS = [(dt.date(2018, 7, 6), "=1+1"), (dt.date(1899, 12, 31), ""), (None, "")]


def test_a_day_is_a_day_as_far_back_as_workbooks_know_days():
    out = io.BytesIO()
    write_workbook(out, ["Ngày", "Ghi chú"], [14, 20], ROWS)
    rows = list(load_workbook(io.BytesIO(out.getvalue())).active.iter_rows(min_row=2))
    assert rows[0][0].value.date() == dt.date(2018, 7, 6)
    assert [row[0].value or None for row in rows[1:]] == ["31/12/1899", None]
    assert rows[0][0].number_format == "dd/mm/yyyy"
    assert rows[0][1].value == "'=1+1"


def test_in_text_a_day_is_written_as_readers_write_it():
    text = b"".join(csv_pieces(["Ngày", "Ghi chú"], ROWS)).decode("utf-8-sig")
    assert text.splitlines()[1:] == ["06/07/2018,'=1+1", "31/12/1899,", ","]
