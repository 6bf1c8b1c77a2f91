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
        "Phần thứ nhất|Chương II|Chương 1. Quy định|Mục 1|MỤC 2. VIỆC|Tiểu mục 1|Điều 1. Phạm vi|Điều 2|Điều 5a. Tên|"
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


def test_rules_that_a_decision_carries_have_articles_of_their_own():
    assert headings(DECISION_WITH_RULES) == [
        *((1, "dieu-1"), (1, "dieu-2"), (1, "dieu-3")),
        *((1, "chuong-i"), (2, "dieu-1-lan-2")),
        *((1, "chuong-ii"), (2, "chuong-ii-muc-1"), (3, "dieu-2-lan-2")),
        *((2, "chuong-ii-muc-2"), (3, "dieu-3-lan-2")),
    ]
    assert {"khoan-1-1-lan-2", "khoan-2-1-lan-2", "diem-2-1-a-lan-2"} <= set(anchors(DECISION_WITH_RULES))


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
    place = [block.anchor for block in blocks_of(text)].index("dieu-2")
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
