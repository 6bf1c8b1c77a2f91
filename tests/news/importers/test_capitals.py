"""Titles wholly in capitals: kept as typed, offered in sentence case."""

import pytest

from news.importers.capitals import in_sentence_case
from news.importers.drafting import draft_article

BODY = """

Ngày 5/9, Ban Thường vụ Huyện uỷ Đồi Chè tổ chức hội nghị sơ kết việc sinh hoạt chi bộ ở mười lăm thôn trong huyện.

Các đại biểu thảo luận về cách ra nghị quyết, việc phân công đảng viên và việc kiểm tra sau mỗi kỳ sinh hoạt.
"""


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("PHÁT HUY DÂN CHỦ TRONG SINH HOẠT CHI BỘ", "Phát huy dân chủ trong sinh hoạt chi bộ"),
        ("HĐND, UBND VÀ UBKT HỌP PHIÊN CUỐI NĂM", "HĐND, UBND và UBKT họp phiên cuối năm"),
        ("ĐVTN NGHE BTV TỈNH ĐOÀN TRẢ LỜI", "ĐVTN nghe BTV tỉnh đoàn trả lời"),
        ("“ĐỒNG LÒNG” GIỮ RỪNG", "“Đồng lòng” giữ rừng"),
        ("THỰC HIỆN KẾT LUẬN SỐ 18-KL/TW CỦA BAN BÍ THƯ T.Ư", "Thực hiện kết luận số 18-KL/TW của ban bí thư T.Ư"),
        ("NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ XIII", "Nghị quyết đại hội lần thứ XIII"),
        ("1.ĐẠI HỘI CHI BỘ TP.HCM", "1.đại hội chi bộ TP.HCM"),
        ("12 CHI BỘ ĐƯỢC KHEN", "12 chi bộ được khen"),
    ],
)
def test_sentence_case_keeps_abbreviations(typed, offered):
    assert in_sentence_case(typed) == offered


def test_the_offer_is_a_note_and_the_title_stays(read_text):
    draft = draft_article(read_text("SƠ KẾT SINH HOẠT CHI BỘ Ở ĐỒI CHÈ" + BODY), {})
    assert draft.fields["title"] == "SƠ KẾT SINH HOẠT CHI BỘ Ở ĐỒI CHÈ"
    assert (
        "Tiêu đề viết hoa toàn bộ; có thể đổi thành: Sơ kết sinh hoạt chi bộ ở đồi chè" in draft.fields["review_note"]
    )


@pytest.mark.parametrize("title", ["Sơ kết sinh hoạt chi bộ ở Đồi Chè", "UBND HUYỆN Đồi Chè sơ kết sinh hoạt chi bộ"])
def test_no_offer_for_other_titles(read_text, title):
    draft = draft_article(read_text(title + BODY), {})
    assert draft.fields["title"] == title
    assert "viết hoa" not in draft.fields["review_note"]
