"""Lines become the paragraphs that their author wrote; units begin anew."""

import textwrap

import pytest

from documents.extraction.paragraphs import paragraphs
from documents.extraction.results import Page
from tests.documents.extraction.letters import LETTERS


def texts(*pages):
    return [found.text for found in paragraphs(Page(number, text) for number, text in enumerate(pages, 1))]


@pytest.mark.parametrize("width", [60, 75, 90])
@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.title[0])
def test_wrapped_paragraphs_come_back(letter, width):
    wrapped = "\n".join(line for paragraph in letter.body for line in textwrap.wrap(paragraph, width))
    assert texts(wrapped) == list(letter.body)


@pytest.mark.parametrize(
    "unit",
    [
        "Chương II",
        "Mục 1",
        "Điều 12. Hiệu lực",
        "1. Quán triệt",
        "1.2. Rà soát",
        "a) Hộ nghèo",
        "- Các sở",
        "+ Xã",
        "I- MỤC ĐÍCH",
        "IV. TỔ CHỨC",
    ],
)
def test_a_unit_begins_a_paragraph(unit):
    above = "Các cấp uỷ, tổ chức đảng tập trung lãnh đạo, chỉ đạo thực hiện những nhiệm vụ sau đây trong quý"
    assert texts(f"{above}\n{unit}") == [above, unit]


def test_a_unit_that_is_only_named_goes_on():
    lines = "Việc xử lý được thực hiện theo trình tự, thủ tục và thời hạn quy định tại\nĐiều 5 của Quy chế."
    assert texts(lines) == [lines.replace("\n", " ")]


def test_a_paragraph_goes_on_over_the_page_and_its_number():
    first = "Những năm gần đây, diện tích rừng trồng của tỉnh tăng nhanh, nhưng ý thức giữ rừng\n2"
    found = paragraphs([Page(1, first), Page(2, "- 3 -\n\ncủa một số hộ còn hạn chế.")])
    assert [(part.text, part.page) for part in found] == [
        (
            "Những năm gần đây, diện tích rừng trồng của tỉnh tăng nhanh, nhưng ý thức giữ rừng của một số hộ còn hạn chế.",
            1,
        )
    ]


def test_a_number_that_was_cut_is_whole():
    assert texts("Tiếp tục thực hiện Chỉ thị số 10-\nCT/TW của Ban Bí thư.") == [
        "Tiếp tục thực hiện Chỉ thị số 10-CT/TW của Ban Bí thư."
    ]


def test_headings_in_capitals_are_joined_and_stand_alone():
    assert texts("CHỈ THỊ\nvề công tác thư viện") == ["CHỈ THỊ", "về công tác thư viện"]
    assert texts("QUY ĐỊNH\nVỀ TRÁCH NHIỆM\nCăn cứ Điều lệ Đảng;") == [
        "QUY ĐỊNH VỀ TRÁCH NHIỆM",
        "Căn cứ Điều lệ Đảng;",
    ]


def test_rows_of_tables_and_rules_stay_apart():
    assert texts("TT\tXã\tSố chi bộ\n1\tPhú Lâm\t12\n-----\nNơi nhận:") == [
        "TT\tXã\tSố chi bộ",
        "1\tPhú Lâm\t12",
        "Nơi nhận:",
    ]


def test_no_pages_have_no_paragraphs():
    assert texts() == texts("") == []
