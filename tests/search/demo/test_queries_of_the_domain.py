"""The forty queries by which a party committee's search is judged, as far as the demo has what they look for.

Where a query names a place, a person or a figure of a page that the demo does not have, the same kind of query is asked
of a page that it has. A hit is named by a part of its title, for documents by number and day.
"""

import re

import pytest

MEMBER, CHIEF = "dangvien", "truongban"
CT_2007, CT_2002 = "10-CT/TW ngày 30/3/2007", "10-CT/TW ngày 28/3/2002"
EVENING = "Buổi sinh hoạt lúc bảy giờ tối ở Khe Ngang"

#: (number, who, query, what the first hits are called, one after the other)
QUERIES = [
    (1, "", "sinh hoạt chi bộ", ["(?i)sinh hoạt chi bộ"]),
    (4, "", "“tạm miễn”", ["Miễn sinh hoạt và tạm miễn sinh hoạt"]),
    (5, "", "bến phà họp dân", ["Cây cầu Bến Phà và mười một cuộc họp dân"]),
    (7, "", "khe ngang 96,7%", [EVENING]),
    (8, "", "lương thị mến chi bộ", [EVENING]),
    (9, "", "thôn xóm mới tuyến đường hoa", ["(?i)đường hoa"]),
    (10, "", "địa chỉ điện thoại văn phòng đảng ủy", ["Liên hệ"]),
    (11, "", "ket nap dang vien moi", ["(?i)kết nạp|phát triển đảng viên|đảng viên mới"]),
    (13, MEMBER, "10-CT/TW", [CT_2007, CT_2002]),
    (14, MEMBER, "10-CT/TW 2007", [CT_2007]),
    (15, MEMBER, "chi thi 10 ban bi thu khoa x", [CT_2007]),
    (16, MEMBER, "chỉ thị 10", [CT_2007, CT_2002]),
    (17, MEMBER, "10 ct tw", [CT_2007, CT_2002]),
    (17, MEMBER, "10ct/tw", [CT_2007, CT_2002]),
    (17, MEMBER, "10–CT/TW", [CT_2007, CT_2002]),
    (18, MEMBER, "hướng dẫn 12 sinh hoạt chi bộ", ["12-HD/BTCTW ngày 06/7/2018|12-HD/ĐU"]),
    (19, MEMBER, "HD 12 btctw 2022", ["12-HD/BTCTW ngày 18/01/2022"]),
    (20, MEMBER, "huong dan 42 btctw", ["42-HD/BTCTW"]),
    (21, MEMBER, "nqtw4 khoa 12", ["04-NQ/TW ngày 30/10/2016"]),
    (22, MEMBER, "nghị quyết trung ương 4 khóa xi", ["12-NQ/TW ngày 16/01/2012"]),
    (23, MEMBER, "nghị quyết 21", ["21-NQ/TW ngày 16/6/2022", "21-NQ/TW ngày 25/10/2017"]),
    (24, MEMBER, "quy định 76 nơi cư trú", ["213-QĐ/TW"]),
    (25, MEMBER, "279-CV/TU", ["279-CV/TU"]),
    (25, MEMBER, "công văn 279", ["279-CV/TU"]),
    (26, MEMBER, "mẫu biên bản sinh hoạt chi bộ", ["12-HD/ĐU|đăng ký lịch sinh hoạt chi bộ"]),
    (28, MEMBER, "mức đóng đảng phí", ["14-HD/ĐU"]),
    (29, MEMBER, "miễn sinh hoạt đảng", ["15-HD/ĐU|Miễn sinh hoạt và tạm miễn"]),
    (31, MEMBER, "nghị định 30/2020", ["30/2020/NĐ-CP"]),
    (31, MEMBER, "30/2020", ["30/2020/NĐ-CP"]),
    (33, CHIEF, "nghi quyêt 21-NQ/TW", ["21-NQ/TW ngày 16/6/2022", "21-NQ/TW ngày 25/10/2017"]),
    (34, CHIEF, "nhệm kỳ 2025 đảng uỷ", ["08-QĐ/ĐU|Chức năng|Cơ cấu|Lịch sử"]),
    (37, CHIEF, "KH 121 tỉnh ủy hòa bình", ["121-KH/TU"]),
    (39, CHIEF, "18-KL/TW thay thế", ["18-KL/TW"]),
]
#: What must be among the first five, in whatever order.
AMONG_THE_FIRST = [
    (3, "", "nang cao chat luong sinh hoat chi bo thon khu", "10-CT/TW ngày 30/3/2007|50-CT/TW|12-HD/BTCTW ngày 06/7"),
    (12, "", "sinh hoat chi bo chuyen de hoc bac", "(?i)chuyên đề"),
    (24, MEMBER, "quy định 76 nơi cư trú", "76-QĐ/TW"),
    (27, MEMBER, "mau bien ban hop chi bo", "đăng ký lịch sinh hoạt chi bộ"),
    (28, MEMBER, "mức đóng đảng phí", "sổ đảng phí"),
    (29, MEMBER, "miễn sinh hoạt đảng", "15-HD/ĐU"),
    (32, MEMBER, "tieu chi danh gia chat luong sinh hoat chi bo tot kha", "Tự chấm điểm buổi sinh hoạt|05-NQ/ĐU"),
]
#: Why the others are not asked here.
NOT_IN_THE_DEMO = {
    6: "newest of one place: the demo's places have no such page",
    30: "a cell's own schedule: meetings are not kept yet",
    35: "a cell's report: meetings are not kept yet",
    36: "a list of what is missing: meetings are not kept yet",
    38: "the queue of the admin: nothing of it is searched here",
    40: "a confidential report: meetings are not kept yet",
}


def test_every_query_is_asked_or_left_out_for_a_reason():
    asked = {number for number, *_rest in (*QUERIES, *AMONG_THE_FIRST)} | {2}
    assert asked | NOT_IN_THE_DEMO.keys() == set(range(1, 41))


@pytest.mark.parametrize(("number", "who", "query", "first"), QUERIES)
def test_the_first_hits_are_those_meant(search, number, who, query, first):
    titles = search(query, who).titles
    assert len(titles) >= len(first), titles
    for title, wanted in zip(titles, first, strict=False):
        assert re.search(wanted, title), titles[:5]


@pytest.mark.parametrize(("number", "who", "query", "wanted"), AMONG_THE_FIRST)
def test_among_the_first_is_what_else_is_meant(search, number, who, query, wanted):
    titles = search(query, who).titles[:5]
    assert any(re.search(wanted, title) for title in titles), titles


def test_marks_left_out_change_nothing(search):
    assert search("sinh hoat chi bo").titles == search("sinh hoạt chi bộ").titles


def test_beside_news_there_are_documents(search):
    assert search("sinh hoạt chi bộ").results.facets["kind"]["document"] > 3


def test_who_is_exempt_is_found_by_the_committee_alone(search):
    for who in ("", MEMBER):
        found = search("danh sách đảng viên được miễn sinh hoạt đảng", who)
        assert not any("29-TB/ĐU" in title for title in found.titles)
    titles = search("danh sách đảng viên được miễn sinh hoạt đảng", CHIEF).titles[:3]
    assert any("29-TB/ĐU" in title for title in titles)


@pytest.mark.parametrize(
    "query", ["bai cho duyet", "nguyen van a vang khong ly do", "miễn sinh hoạt đảng", "279-CV/TU"]
)
def test_a_visitor_finds_nothing_that_is_not_for_everybody(search, query):
    found = search(query)
    assert {entry.token for entry in found.entries} <= {"public"}
    assert set(found.results.facets.get("level", {})) <= {"public"}
