"""Figures in tables are told from words, and names from values."""

import pytest

from portal.templatetags.table_cells import is_figure, table_cells


@pytest.mark.parametrize("cell", ["24", "95,5%", "4.356.361", "207/210", "-3,2", "−3,2", "+88 %", "412"])
def test_numbers_are_figures(cell: str) -> None:
    assert is_figure(cell)


@pytest.mark.parametrize("cell", ["", "Thôn Xóm Mới", "24 đảng viên", "09/2020 – nay", "10-CT/TW", "%"])
def test_words_and_document_numbers_are_not(cell: str) -> None:
    assert not is_figure(cell)


def test_a_header_stands_over_its_figures_whatever_one_cell_says() -> None:
    table = table_cells(
        ["Chi bộ", "Đảng viên"], [["Xóm Mới", "24"], ["Na Lịm", " 31 "], ["Khe Ngang", "chưa rõ"]], False
    )
    assert [cell.is_number for cell in table.header] == [False, True]
    assert [[cell.is_number for cell in row] for row in table.rows] == [[False, True]] * 3


def test_one_number_among_words_stands_with_the_words() -> None:
    table = table_cells(["Việc", "Kết quả"], [["Bàn giao nhà", "11"], ["Giải ngân", "trên 98%"]], False)
    assert [row[1].is_number for row in table.rows] == [False, False]


def test_an_empty_corner_is_no_header_and_makes_the_first_column_name_the_rows() -> None:
    table = table_cells(["", "Năm 2026"], [["Thôn", 18], [None, 3]], False)
    assert [cell.is_header for cell in table.header] == [False, True]
    assert [[cell.is_header for cell in row] for row in table.rows] == [[True, False], [False, False]]


def test_names_of_rows_are_what_the_editor_says() -> None:
    rows = [["Thôn", "18"]]
    assert table_cells(["Đơn vị", "Số"], rows, True).rows[0][0].is_header
    assert not table_cells(["Đơn vị", "Số"], rows, False).rows[0][0].is_header


def test_rows_of_different_lengths_and_no_header_are_shown_as_they_are() -> None:
    table = table_cells(None, [["Thôn"], ["Hộ", "220", "12"]], False)
    assert table.header == []
    assert [[cell.text for cell in row] for row in table.rows] == [["Thôn"], ["Hộ", "220", "12"]]
