"""The parts of a text: headings, anchors that can be cited, contents; whatever the text is."""

import re
import string
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.text import Block, blocks_of, contents_of
from documents.text.contents import count_of
from tests.documents.full_texts import AMENDING_LAW, DECISION_WITH_RULES, GUIDANCE, REPORT_IN_PARTS, law

#: What texts are made of, and what looks like it.
PIECES = st.sampled_from(
    re.split(
        r"\|",
        "Phần thứ nhất|PHẦN MỞ ĐẦU|PHẦN II VIỆC LÀNG|Điều 1. Ban hành Quy chế kèm theo|Điều 3. Tên gọi.|Chương II|Chương 1. Quy định|Mục 1|MỤC 2. VIỆC|Tiểu mục 1|Điều 1. Phạm vi|Điều 2|Điều 5a. Tên|"
        "Phụ lục|Phụ lục I|A. CHUNG|B. RIÊNG|I. MỤC ĐÍCH|II- VIỆC|V. I. Lênin|1. Một.|2) Hai|1.1. Một một|a) a;|đ) đ|"
        "“Điều 1. Mới|xong.”.|NỘI DUNG|lời thường|- gạch|10-CT/TW|03 - CT/TW|30/4 là ngày lễ|1.500 đồng",
    )
)
TEXTS = st.lists(PIECES | st.text(string.printable + "đĐẰ“”–\u00a0\u0301", max_size=30), max_size=40).map("\n".join)


def anchors(text: str) -> list[str]:
    return [block.anchor for block in blocks_of(text) if block.anchor]


def headings(text: str) -> list[tuple[int, str]]:
    return [(block.level, block.anchor) for block in blocks_of(text) if block.level]


def block(text: str, anchor: str) -> Block:
    (found,) = [block for block in blocks_of(text) if block.anchor == anchor]
    return found


def test_a_paper_of_the_party_is_cited_by_roman_number_number_and_letter():
    assert anchors(GUIDANCE) == [
        *("muc-i", "muc-i-1", "muc-i-2", "muc-ii", "muc-ii-1", "muc-ii-1-1", "muc-ii-1-2"),
        *("muc-ii-1-2-a", "muc-ii-1-2-b", "muc-ii-1-2-dd", "muc-ii-2", "muc-iii"),
    ]


def test_a_number_with_a_title_of_its_own_is_a_heading_and_one_with_a_sentence_is_none():
    assert headings(GUIDANCE) == [(1, "muc-i"), (1, "muc-ii"), (2, "muc-ii-1"), (2, "muc-ii-2"), (1, "muc-iii")]


def test_rules_that_a_decision_carries_have_the_plain_addresses_and_the_decision_its_own():
    """People cite the rules: `Điều 2` is theirs."""
    assert headings(DECISION_WITH_RULES) == [
        *((1, "ban-hanh-dieu-1"), (1, "ban-hanh-dieu-2"), (1, "ban-hanh-dieu-3")),
        *((1, "chuong-i"), (2, "dieu-1")),
        *((1, "chuong-ii"), (2, "chuong-ii-muc-1"), (3, "dieu-2")),
        *((2, "chuong-ii-muc-2"), (3, "dieu-3")),
    ]
    assert {"khoan-1-1", "khoan-2-1", "diem-2-1-a"} <= set(anchors(DECISION_WITH_RULES))


def articles(count: int, words: str = "Tên của điều") -> str:
    return "\n".join(f"Điều {number}. {words}\n1. Câu {number}." for number in range(1, count + 1))


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        # The rules are longer than what promulgates them, or the text says so
        (f"{articles(2)}\nQUY ĐỊNH\n{articles(3)}", "ban-hanh-dieu-1", "dieu-1"),
        (f"{articles(3, 'Ban hành Quy chế kèm theo')}\nQUY CHẾ\n{articles(2)}", "ban-hanh-dieu-1", "dieu-1"),
        (f"{articles(7)}\nQUY ĐỊNH\n{articles(30)}", "ban-hanh-dieu-1", "dieu-1"),
        # Rules with something shorter behind them, or many articles, or chapters: these are what is cited
        (f"{articles(3)}\nPHỤ LỤC\n{articles(2)}", "dieu-1", "dieu-1-lan-2"),
        (f"{articles(8, 'Kèm theo')}\nPHỤ LỤC\n{articles(30)}", "dieu-1", "dieu-1-lan-2"),
        (f"Chương I\nCHUNG\n{articles(2)}\nQUY CHẾ\n{articles(3)}", "dieu-1", "dieu-1-lan-2"),
    ],
)
def test_which_of_two_rounds_of_articles_is_the_one_that_people_cite(text, first, second):
    ones = [anchor for anchor in anchors(text) if anchor.endswith("dieu-1") or "dieu-1-lan" in anchor]
    assert ones == [first, second]


def test_of_two_rules_behind_one_decision_the_second_has_second_addresses():
    text = f"{articles(1, 'Ban hành kèm theo')}\nQUY CHẾ A\n{articles(2)}\nQUY CHẾ B\n{articles(2)}"
    assert [anchor for anchor in anchors(text) if "khoan" not in anchor] == [
        *("ban-hanh-dieu-1", "dieu-1", "dieu-2", "dieu-1-lan-2", "dieu-2-lan-2"),
    ]
    assert "khoan-2-1-lan-2" in anchors(text)


def test_a_title_with_a_full_stop_is_a_title_where_the_text_writes_them_so():
    rules = "Điều 1. Phạm vi điều chỉnh.\nQuy chế này nói về việc làng.\nĐiều 2. Đối tượng áp dụng.\n1. Mọi chi bộ."
    found = [(block.level, block.text) for block in blocks_of(rules)]
    assert found == [
        *((1, "Điều 1. Phạm vi điều chỉnh."), (0, "Quy chế này nói về việc làng.")),
        *((1, "Điều 2. Đối tượng áp dụng."), (0, "1. Mọi chi bộ.")),
    ]
    assert [entry.text for entry in contents_of(blocks_of(rules))] == [
        *("Điều 1. Phạm vi điều chỉnh", "Điều 2. Đối tượng áp dụng"),
    ]
    chapter = block(f"Chương I. Quy định chung.\n{rules}", "chuong-i")
    assert chapter.text == "Chương I"


@pytest.mark.parametrize(
    "text",
    [
        "Điều 1. Quyết định này thay thế quyết định cũ.\nCác chi bộ thi hành.",
        "Điều 1. Giao Văn phòng theo dõi.\nCác chi bộ báo cáo.",
        "Điều 1. Chi bộ họp tối thứ sáu.\nĐiều 2. Tổ đảng họp chiều chủ nhật.",
        "Điều 1. Chi bộ họp tối thứ sáu.\nT/M CHI BỘ",
        "Điều 1. Chi bộ họp tối thứ sáu.\nDANH SÁCH TỔ ĐẢNG",
        "Điều 1. Chi bộ họp tối thứ sáu.\nNơi nhận: như trên",
        "Điều 1. Chi bộ họp; tổ đảng trực.\nCác đồng chí vắng phải báo.",
        "Điều 1. Phạm vi\nMột câu.\nĐiều 2. Chi bộ họp tối thứ sáu.\nMỗi tháng một lần.",
    ],
)
def test_an_article_of_one_sentence_is_not_taken_for_a_title(text):
    assert all(not block.text.partition(".")[2].strip().endswith(".") for block in blocks_of(text) if block.level)


@pytest.mark.parametrize(
    ("line", "anchor", "text", "title"),
    [
        ("PHẦN MỞ ĐẦU", "phan-mo-dau", "PHẦN MỞ ĐẦU", ""),
        ("Phần mở đầu", "phan-mo-dau", "Phần mở đầu", ""),
        ("PHẦN KẾT LUẬN", "phan-ket-luan", "PHẦN KẾT LUẬN", ""),
        ("PHẦN THỨ NHẤT", "phan-1", "PHẦN THỨ NHẤT", ""),
        ("PHẦN THỨ NHẤT KẾT QUẢ NHIỆM KỲ", "phan-1", "PHẦN THỨ NHẤT", "KẾT QUẢ NHIỆM KỲ"),
        ("PHẦN THỨ MƯỜI MỘT VIỆC LÀNG", "phan-11", "PHẦN THỨ MƯỜI MỘT", "VIỆC LÀNG"),
        ("PHẦN II PHƯƠNG HƯỚNG", "phan-ii", "PHẦN II", "PHƯƠNG HƯỚNG"),
        ("CHƯƠNG I QUY ĐỊNH CHUNG", "chuong-i", "CHƯƠNG I", "QUY ĐỊNH CHUNG"),
        ("PHỤ LỤC", "phu-luc", "PHỤ LỤC", ""),
        ("PHỤ LỤC 01 DANH MỤC CÂY GIỐNG", "phu-luc-1", "PHỤ LỤC 01", "DANH MỤC CÂY GIỐNG"),
    ],
)
def test_parts_and_appendices_are_headings_however_they_are_called(line, anchor, text, title):
    found = block(f"{line}\nMột câu thường.", anchor)
    assert (found.level, found.text, found.title) == (1, text, title)


def test_what_stands_in_a_second_round_is_not_taken_for_a_part_of_the_first():
    outline = "I. MỘT\nII. HAI\nI. MỘT NỮA\n1. Chỉ ở đây.\na) và đây."
    assert anchors(outline) == ["muc-i", "muc-ii", "muc-i-lan-2", "muc-i-1-lan-2", "muc-i-1-a-lan-2"]
    chapters = "Chương I\nĐiều 1. Tên\nChương I\nMục 1. TÊN\nĐiều 1. Tên\n1. Câu."
    assert anchors(chapters) == [
        *("chuong-i", "dieu-1", "chuong-i-lan-2", "chuong-i-muc-1-lan-2", "dieu-1-lan-2", "khoan-1-1-lan-2"),
    ]


def test_the_title_of_a_chapter_stands_on_the_lines_below_it():
    assert block(DECISION_WITH_RULES, "chuong-ii").title == "TRÁCH NHIỆM, QUYỀN HẠN VÀ QUAN HỆ CÔNG TÁC"


def test_an_article_that_is_a_sentence_has_its_number_alone_as_heading():
    text = DECISION_WITH_RULES
    place = [block.anchor for block in blocks_of(text)].index("ban-hanh-dieu-2")
    heading, sentence = blocks_of(text)[place : place + 2]
    assert (heading.text, sentence.text) == ("Điều 2", "Quyết định này có hiệu lực từ ngày ký.")


def test_new_wording_in_quotation_marks_is_no_part_of_the_law_that_brings_it():
    assert anchors(AMENDING_LAW) == ["dieu-1", "khoan-1-1", "khoan-1-2", "dieu-2"]


def test_a_report_in_parts_counts_anew_in_each():
    assert headings(REPORT_IN_PARTS) == [
        *((1, "phan-1"), (2, "phan-1-muc-a"), (3, "phan-1-muc-a-i"), (3, "phan-1-muc-a-ii")),
        *((2, "phan-1-muc-b"), (3, "phan-1-muc-b-i"), (2, "phan-1-muc-c")),
        *((1, "phan-2"), (2, "phan-2-muc-i"), (1, "phu-luc-1"), (2, "phu-luc-1-muc-i")),
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "Điều 5 của Luật này không áp dụng.",
        "Phần lớn các chi bộ đã họp.",
        "Chương trình làm việc",
        "Mục đích",
        "30/4 là ngày lễ",
        "1.500 đồng mỗi hộ",
        "03 - CT/TW",
        "V. I. Lênin viết",
        "CHƯƠNG TRÌNH LÀM VIỆC",
        "MỤC TIÊU CHUNG",
        "PHẦN LỚN CÁC CHI BỘ ĐÃ HỌP",
        "PHẦN I CỦA BÁO CÁO",
        "a",
        "2026. Năm bản lề",
    ],
)
def test_prose_that_looks_like_a_part_is_none(prose):
    assert anchors(prose) == []


def test_lines_cut_at_the_margin_are_joined():
    cut = "\n".join(
        [
            *("Điều 1. Phạm vi điều chỉnh", "1. Quy chế này quy định cách làm việc của Đảng uỷ xã và của các"),
            *("chi bộ trực thuộc trong việc trồng, chăm sóc và bảo vệ hàng cây trên các", "tuyến đường của thôn."),
            *("2. Các tổ chức chính trị - xã hội của xã tham gia theo điều lệ của mình và", "theo sự phân công."),
            *("3. Kinh phí lấy từ nguồn vận động, có công khai thu chi trước nhân dân mỗi", "quý một lần."),
        ]
    )
    assert [block.anchor for block in blocks_of(cut)] == ["dieu-1", "khoan-1-1", "khoan-1-2", "khoan-1-3"]


def test_contents_of_a_long_law_are_its_chapters_with_their_articles():
    contents = contents_of(blocks_of(law(200)))
    assert len(contents) == 10
    assert contents[1].text == "Chương 2. QUẢN LÝ VƯỜN RỪNG CỦA THÔN"
    assert contents[1].span == "Điều 21 – Điều 40"
    assert count_of(contents) == 210


@given(TEXTS)
def test_anchors_are_unique_and_the_same_each_time(text):
    found = anchors(text)
    assert len(set(found)) == len(found)
    assert found == anchors(text)
    assert all(set(anchor) <= set(string.ascii_lowercase + string.digits + "-") for anchor in found)


@given(TEXTS)
def test_no_heading_skips_a_level(text):
    levels = [0, *(level for level, _anchor in headings(text))]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@given(st.lists(PIECES, max_size=40))
def test_no_word_is_lost(pieces):
    shown = " ".join(f"{block.text} {block.title}" for block in blocks_of("\n".join(pieces)))
    letters = [letter for letter in shown if letter.isalnum()]
    assert letters == [letter for letter in " ".join(pieces) if letter.isalnum()]


@given(st.lists(PIECES.filter(lambda piece: not piece[0].islower()), max_size=40).map("\n".join))
def test_words_after_it_change_no_anchor(text):
    more = "Lời thêm vào cuối văn bản."
    assert anchors(f"{text}\n\n{more}")[: len(anchors(text))] == anchors(text)
