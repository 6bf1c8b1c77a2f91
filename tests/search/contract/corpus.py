"""What the engines hold: enough of everything for each rule of the contract to have a counterpart that breaks it."""

import datetime as dt

from search.entries import Entry, Passage, StatusSpan
from tests.search.factories import NEWS, PAPERS, paper, story

CT_2007, CT_2002, CT_PROVINCE = "1", "2", "3"
HD_2018, HD_2022, HD_42 = "4", "5", "6"
PLENUM_XII, PLENUM_XI = "7", "8"
NQ_2022, NQ_2017 = "9", "10"
QD_76, QD_213 = "11", "12"
CV_279, ND_30, KH_121 = "13", "14", "15"
CITES, SCATTERED, CELLS, CELLS_OLD = "20", "21", "22", "23"
SELL, FRIEND = "24", "25"
MEMBERS, CLOSED_SECTION = "30", "31"
TOMORROW, YESTERDAY = "32", "33"
WITH_FILE = "40"
TWIN, TWIN_AGAIN = "41", "42"
UNDATED, MAPS = "50", "51"

MEMBERS_TOKEN = "g7"
CLOSED_LATER = f"{NEWS}0031"
_LONG_STORY = (
    "Sáng nay, bà con thôn Đồi Chè cùng nhau dọn dẹp con đường vào xóm, trồng hai hàng hoa mười giờ và sơn lại tường rào. "
    "Trưởng thôn cho biết mỗi nhà góp một buổi công, thanh niên lo phần việc nặng, các cụ nấu nước chè xanh cho cả đội. "
    "Đến trưa thì con đường đã sạch và đẹp, ai đi qua cũng dừng lại ngắm nhìn rồi khen."
)


def _ended(begins: dt.date, ends: dt.date) -> tuple[StatusSpan, ...]:
    return StatusSpan("in_force", begins, ends), StatusSpan("expired", ends)


ENTRIES: tuple[Entry, ...] = (
    paper(
        1, "10-CT/TW", dt.date(2007, 3, 30), "Về nâng cao chất lượng sinh hoạt chi bộ", citations=6, term="X",
        about="Chỉ thị\nBan Bí thư\nKhoá X", document_type="1", issuer="1", fields=("1",),
    ),
    paper(
        2, "10-CT/TW", dt.date(2002, 3, 28), "Về quy chế dân chủ ở cơ sở", citations=1, term="IX",
        about="Chỉ thị\nBan Bí thư\nKhoá IX", document_type="1", issuer="1", fields=("2",),
    ),
    paper(
        3, "10-CT/TU", dt.date(2021, 5, 4), "Về phòng cháy, chữa cháy rừng", about="Chỉ thị\nTỉnh uỷ Sơn Hải",
        document_type="1", issuer="2",
    ),
    paper(
        4, "12-HD/BTCTW", dt.date(2018, 7, 6), "Một số vấn đề về sinh hoạt chi bộ",
        about="Hướng dẫn\nBan Tổ chức Trung ương", document_type="2", issuer="3", popularity=3.0, citations=4,
    ),
    paper(
        5, "12-HD/BTCTW", dt.date(2022, 1, 18), "Về nghiệp vụ công tác đảng viên",
        about="Hướng dẫn\nBan Tổ chức Trung ương", document_type="2", issuer="3",
    ),
    paper(6, "42-HD/BTCTW", dt.date(2025, 10, 28), "Về đổi mới sinh hoạt chi bộ", document_type="2", issuer="3"),
    paper(7, "04-NQ/TW", dt.date(2016, 10, 30), "Về xây dựng, chỉnh đốn Đảng", plenum=4, term="XII", document_type="3"),
    paper(8, "12-NQ/TW", dt.date(2012, 1, 16), "Về vấn đề cấp bách trong xây dựng Đảng", plenum=4, term="XI"),
    paper(9, "21-NQ/TW", dt.date(2022, 6, 16), "Về củng cố tổ chức cơ sở đảng"),
    paper(10, "21-NQ/TW", dt.date(2017, 10, 25), "Về công tác dân số"),
    paper(
        11, "76-QĐ/TW", dt.date(2000, 6, 15), "Về đảng viên giữ mối liên hệ với nơi cư trú",
        statuses=_ended(dt.date(2000, 6, 15), dt.date(2020, 1, 2)),
    ),
    paper(12, "213-QĐ/TW", dt.date(2020, 1, 2), "Về trách nhiệm của đảng viên đối với nơi cư trú"),
    paper(13, "279-CV/TU", dt.date(2021, 8, 9), "Về chuẩn bị hội nghị"),
    paper(14, "30/2020/NĐ-CP", dt.date(2020, 3, 5), "Về công tác văn thư"),
    paper(15, "121-KH/TU", dt.date(2023, 4, 1), "Kế hoạch học tập", about="Kế hoạch\nTỉnh uỷ Hoà Bình"),
    story(20, "Đọc lại một chỉ thị", "Nhiều nơi làm theo Chỉ thị 10-CT/TW đã lâu.", cited=("10|CT|TW",)),
    story(21, "Giá vé 10 nghìn đồng", "Công ty CT tăng 10 chuyến xe mỗi ngày, TW đài đưa tin."),
    story(
        22, "Sinh hoạt chi bộ thôn Đồi Chè", "Chi bộ thôn sinh hoạt đều, đảng viên bàn việc làng.", popularity=9.0,
        date=dt.date(2024, 2, 2),
    ),
    story(
        23, "Ngày hội của thôn", "Buổi sinh hoạt văn nghệ có chi đoàn góp vui, hội bộ hành đi cùng.", popularity=5.0,
        date=dt.date(2025, 9, 9),
    ),
    story(24, "Bán hàng cuối năm", "Người bán mời, kẻ mua trả giá ở chợ huyện."),
    story(25, "Bạn cũ về thăm trường", "Người bạn xa quê gặp lại thầy cô ở trường huyện."),
    story(30, "Bản tin nội bộ về kiểm tra", "Nội dung chỉ đảng viên đọc: kiểm tra quỹ.", token=MEMBERS_TOKEN),
    story(31, "Kiểm tra trường học", "Đoàn kiểm tra bếp ăn ở trường.", path=f"{CLOSED_LATER}0001"),
    story(32, "Lễ hội ngày mai", "Lễ hội đầu xuân.", go_live_at=dt.datetime(2026, 3, 2, 9, 0, 1, tzinfo=dt.UTC)),
    story(33, "Lễ hội hôm qua", "Lễ hội đã xong.", expire_at=dt.datetime(2026, 3, 2, 9, 0, 0, tzinfo=dt.UTC)),
    Entry(
        key="40", title="Quyển hướng dẫn", kind="document", path=f"{PAPERS}0040", date=dt.date(2025, 3, 3),
        body="Ba trang đính kèm.",
        passages=(
            Passage("8", "Phụ lục.pdf", 1, "Trang đầu nói về lời mở đầu."),
            Passage("8", "Phụ lục.pdf", 3, "Mẫu biên bản kiểm phiếu bầu dùng cho hội nghị."),
        ),
    ),
    story(41, "Đồi Chè làm đường hoa", _LONG_STORY),
    Entry("50", "Sơ đồ các thôn", "section", path=f"{NEWS}0050"),
    Entry("51", "Sơ đồ thôn Vạn Giã", "standard", path=f"{NEWS}00500001", date=dt.date(2024, 5, 5)),
    story(42, "Con đường hoa ở Đồi Chè", _LONG_STORY.replace("khen", "khen ngợi"), date=dt.date(2025, 1, 2)),
)  # fmt: skip
