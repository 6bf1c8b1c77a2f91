"""An awkward register, first round: one workbook of four sheets, every row with what should become of it.

``OK`` is imported without a remark, ``WARN`` with one, ``NO`` is refused, ``PASS`` is no document.
"""

import datetime as dt
import unicodedata
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.comments import Comment

OK, WARN, NO, PASS = "ok", "warn", "refused", "passed"
SECRETARIAT, POLITBURO, CENTRAL = "Ban Bí thư", "Bộ Chính trị", "Ban Chấp hành Trung ương Đảng"
ORGANISATION = "Ban Tổ chức Trung ương"
PROVINCE, COMMUNE = "Tỉnh uỷ Sơn Hải", "Đảng uỷ xã Lam Khê"

#: Sheet "Văn bản TW": title rows, two-line headings, a numbering row, sections, merged issuers, ditto marks.
FIRST_TITLES: list[Any] = [
    ["ĐẢNG BỘ TỈNH SƠN HẢI", None, None, None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"],
    ["VĂN PHÒNG", None, None, None, None, "Sơn Hải, ngày 05 tháng 01 năm 2024"],
    [],
    ["SỔ THEO DÕI VĂN BẢN CHỈ ĐẠO CỦA TRUNG ƯƠNG"],
    [],
]
FIRST_HEADINGS: list[Any] = [
    [
        "STT",
        "Văn bản",
        None,
        "Trích yếu nội dung",
        "Cơ quan\nban hành",
        "Người ký",
        None,
        "Hiệu lực",
        None,
        "Quan hệ với văn bản khác",
        "Ghi chú",
    ],
    [None, "Số, ký hiệu", "Ngày, tháng, năm", None, None, "Họ tên", "Chức vụ", "Từ ngày", "Đến ngày", None, None],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)"],
]
FIRST_MERGED = ["A1:C1", "F1:K1", "A4:K4", "B6:C6", "F6:G6", "H6:I6", "A6:A7", "D6:D7", "E6:E7", "J6:J7", "K6:K7"]
D = dt.datetime
FIRST: list[Any] = [
    (["I. CHỈ THỊ"], PASS, {}),
    ([1, "Số 10-CT/TW", "ngày 30/3/2007", "V/v nâng cao chất lượng sinh hoạt chi bộ", "Ban Bí thư", "Trương Tấn Sang", "Thường trực Ban Bí thư"],
     WARN, {"symbol": "10-CT/TW", "day": "2007-03-30", "type": "Chỉ thị", "issuer": SECRETARIAT, "abstract": "về việc nâng cao chất lượng sinh hoạt chi bộ", "signer": "Trương Tấn Sang", "position": "Thường trực Ban Bí thư"}),
    ([2, "10-CT/TW", D(2002, 3, 28), "Về xây dựng và thực hiện quy chế dân chủ ở cơ sở", "BAN BÍ THƯ"], OK, {"day": "2002-03-28", "issuer": SECRETARIAT, "term": "IX"}),
    ([3, "05 - CT / TW", "15.5.2016", "Về đẩy mạnh học tập và làm theo tư tưởng Hồ Chí Minh", "Bộ Chính trị", None, None, None, None, "Tiếp tục thực hiện Chỉ thị số 03-CT/TW ngày 14/5/2011"],
     OK, {"symbol": "05-CT/TW", "day": "2016-05-15", "issuer": POLITBURO, "relations": [("tiếp tục thực hiện", "3|CT|TW")]}),
    ([4, "03–CT/TW", "14-5-2011", "Về tiếp tục đẩy mạnh việc học tập tấm gương Bác", '"'], OK, {"issuer": POLITBURO, "day": "2011-05-14", "symbol": "03-CT/TW"}),
    ([5, "50-CT/TW ngày 23 tháng 7 năm 2025", None, "Về tiếp tục đổi mới sinh hoạt chi bộ trong giai đoạn mới", "Ban Bí thư TW Đảng"], OK, {"symbol": "50-CT/TW", "day": "2025-07-23", "issuer": SECRETARIAT}),
    (["II. HƯỚNG DẪN"], PASS, {}),
    ([6, "09-HD/BTCTW", 40970, "Về nội dung sinh hoạt chi bộ trong các loại hình", "Ban Tổ chức TW"], OK, {"day": "2012-03-02", "issuer": ORGANISATION, "type": "Hướng dẫn"}),
    ([7, "12-HD/BTCTW", "6/7/18", "Về một số vấn đề nâng cao chất lượng sinh hoạt", "BTC T.Ư", None, None, None, None, "Thay thế Hướng dẫn số 09-HD/BTCTW ngày 02/3/2012; hướng dẫn thực hiện Chỉ thị 10-CT/TW ngày 30/3/2007"],
     WARN, {"day": "2018-07-06", "issuer": ORGANISATION, "relations": [("thay thế", "9|HD|BTCTW"), ("hướng dẫn thực hiện", "10|CT|TW")]}),
    ([8, "12-HD/BTCTW", "18/01/2022", "Về nghiệp vụ công tác đảng viên", "ban tổ chức trung ương"], OK, {"day": "2022-01-18", "term": "XIII"}),
    ([9, "12-HD/BTCTW", "18/01/2022", "Về nghiệp vụ công tác đảng viên", "Ban Tổ chức Trung ương"], NO, {"because": "trùng"}),
    ([10, "16-HD/BTCTW", "24/9/2105", "Về kiểm điểm, xếp loại", "Ban Tổ chức Trung ương"], NO, {"because": "năm"}),
    ([11, "17-HD/BTCTW", "24/9/201", "Về công tác cán bộ", "Ban Tổ chức Trung ương"], NO, {"because": "năm"}),
    ([12, "18-HD/BTCTW", "9/24/2018", "Về công tác quy hoạch", "Ban Tổ chức Trung ương"], NO, {"because": "tháng"}),
    ([13, "19-HD/BTCTW", "31/4/2018", "Về chế độ báo cáo", "Ban Tổ chức Trung ương"], NO, {"because": "ngày"}),
    ([14, "20-HD/BTCTW", None, "Về khen thưởng tổ chức đảng", "Ban Tổ chức Trung ương"], WARN, {"day": None}),
    ([15, "21-HD/BTCTW", "tháng 5/2019", "Về thẻ đảng viên", "Ban Tổ chức Trung ương"], WARN, {"day": None}),
    (["III. KẾT LUẬN, QUY ĐỊNH, NGHỊ QUYẾT"], PASS, {}),
    ([16, "18-KL/TW", "22/9/2017", "Về đẩy mạnh thực hiện Chỉ thị 10", "Ban Bí thư"], OK, {"type": "Kết luận"}),
    ([17, "76-QĐ/TW", "15/6/2000", "Quy định về đảng viên giữ mối liên hệ nơi cư trú", "Bộ Chính trị", None, None, None, "02/01/2020", None, "Thay thế bởi 213-QĐ/TW ngày 02/01/2020"],
     None, {"type": "Quy định", "expires": "2020-01-02"}),
    ([18, "213-QĐ/TW", "02/01/2020", "Quy định trách nhiệm của đảng viên nơi cư trú", "Bộ Chính trị", None, None, "kể từ ngày ký", None, "Thay thế Quy định số 76-QĐ/TW, ngày 15/6/2000"],
     OK, {"type": "Quy định", "effective": "2020-01-02", "relations": [("thay thế", "76|QĐ|TW")]}),
    ([19, "11-QĐi/TW", "18/02/2019", "về trách nhiệm của người đứng đầu trong tiếp dân", "BCT"], OK, {"type": "Quy định", "symbol": "11-QĐi/TW", "issuer": POLITBURO}),
    ([20, "99-QĐ/TW", "3/10/2017", "về khung tiêu chí", "Ban Bí thư"], NO, {"because": "Quyết định"}),
    ([21, "21-NQ/TW", "16/6/2022", "Về tăng cường củng cố tổ chức cơ sở đảng", "BCH Trung ương Đảng (khoá XIII)"], OK, {"issuer": CENTRAL}),
    ([22, "21-NQ/TW", "25/10/2017", "Về công tác dân số trong tình hình mới", "Ban chấp hành Trung ương"], OK, {"term": "XII"}),
    ([23, "04-NQ/TW", "30/10/2016", "Về tăng cường xây dựng, chỉnh đốn Đảng", "TW"], NO, {"because": SECRETARIAT}),
    ([24, "05-NQ/TW và 06-NQ/TW", "01/11/2016", "Về đổi mới mô hình tăng trưởng", "BCHTW"], NO, {"because": "06-NQ/TW"}),
    (["Tổng cộng: 24 văn bản"], PASS, {}),
    ([None, None, None, "NGƯỜI LẬP BIỂU", None, "CHÁNH VĂN PHÒNG"], PASS, {}),
    ([None, None, None, "(Ký, ghi rõ họ tên)"], PASS, {}),
]  # fmt: skip

#: Sheet "TU, ĐU": headings in another order and spelling, types by code or name, statuses, secrecy, access, files.
SECOND_HEADINGS: list[Any] = [
    "Nơi ban hành",
    "TRÍCH YẾU",
    "loại VB",
    "So ky hieu",
    "Ngày BH",
    "Tình trạng hiệu lực",
    "Độ mật",
    "Lĩnh vực",
    "Phạm vi lưu hành",
    "Tệp",
]
SECOND: list[Any] = [
    (["Tỉnh ủy Sơn Hải", "về công tác dân vận", "CT", "29-CT/TU", "5/3/2020", "Còn hiệu lực", "Không", "Dân vận", None, "29-CT-TU.pdf"], OK, {"type": "Chỉ thị", "issuer": PROVINCE, "fields": ["Dân vận"], "files": ["29-CT-TU.pdf"]}),
    (["BTV Tỉnh uỷ Sơn Hải", "về nâng cao chất lượng sinh hoạt", "Kế hoạch", "121/KH-TU", "12/12/2017", "CHL", None, "Sinh hoạt chi bộ; Đảng viên"], WARN, {"symbol": "121-KH/TU", "issuer": PROVINCE, "fields": ["Sinh hoạt chi bộ", "Đảng viên"]}),
    (["Tỉnh uỷ Sơn Hải", "về chương trình hành động", "Chương trình", "15-CTr/TU", "06 tháng 5 năm 2021", "Hết hiệu lực"], OK, {"type": "Chương trình", "status": "expired"}),
    (["Tỉnh uỷ Sơn Hải", "về tình hình đặc biệt", "Báo cáo", "33-BC/TU", "06/5/2021", None, "Mật"], NO, {"because": "mật", "secret": True}),
    (["Tỉnh uỷ Sơn Hải", "về phòng thủ (Tối mật)", "Báo cáo", "34-BC/TU", "06/5/2021"], NO, {"secret": True}),
    (["Tỉnh uỷ Sơn Hải", "về bảo vệ bí mật nhà nước", "Quyết định", "35-QĐ/TU", "06/5/2021", None, "Thường"], OK, {"type": "Quyết định"}),
    (["Đảng ủy xã Lam Khê", "về đại hội chi bộ", "HD", "02-HD/ĐU", "20/8/2025", None, None, None, "Lưu hành nội bộ"], WARN, {"issuer": COMMUNE, "level": "members", "circulation": "internal"}),
    (["Đảng uỷ xã Lam Kê", "về phân công cấp uỷ viên", "QĐ", "03-QĐ/ĐU", "20/8/2025"], NO, {"because": COMMUNE}),
    (["Huyện uỷ Ba Làng", "về tổng kết năm", "Báo cáo", "12-BC/HU", "20/8/2015"], NO, {"because": "Huyện uỷ Ba Làng"}),
    (["Đảng uỷ xã Lam Khê", "về lịch sinh hoạt", "Thông báo", "7", "22/8/2025"], WARN, {"symbol": "07-TB/ĐU"}),
    (["Đảng uỷ xã Lam Khê", "về lịch sinh hoạt quý IV", "Chỉ thị", "08-TB/ĐU", "22/8/2025"], NO, {"because": "Thông báo|Chỉ thị"}),
    (["Đảng uỷ xã Lam Khê", None, "Thông báo", "09-TB/ĐU", "22/8/2025"], NO, {"because": "rích yếu"}),
    (["Đảng uỷ xã Lam Khê", "về sơ kết phong trào", "Báo cáo", "10-BC/ĐU", "22/8/2025", "lung tung"], WARN, {}),
    (["Đảng uỷ xã Lam Khê", "về góp ý dự thảo", "Công văn", "11-CV/ĐU", "22/8/2025", None, None, "Thể thao vũ trụ"], WARN, {"fields": []}),
    (["Đảng uỷ xã Lam Khê", "về cử cán bộ đi học", "Tờ trình", "=CONCATENATE(\"12\",\"-TTr/ĐU\")", "23/8/2025"], OK, {"symbol": "12-TTr/ĐU"}),
    (["Đảng uỷ xã Lam Khê", "về kiểm tra chuyên đề", "Kế hoạch", "=VLOOKUP(A1,B:C,2)", "23/8/2025"], NO, {"because": "công thức"}),
    (["Ban Bí thư", "về học tập nghị quyết", "Chỉ thị", "22-CT/TW", "1/2/2099"], NO, {}),
    (["Ban Tổ chức Trung ương", "về đảng phí", "Công văn", "141-CV/BTCTW/nb", "5/2/2017"], OK, {"symbol": "141-CV/BTCTW/nb"}),
    (["Chính phủ", "về công tác văn thư", "Nghị định", "30/2020/NĐ-CP", "05/3/2020", "Còn hiệu lực"], None, {"symbol": "30/2020/NĐ-CP", "issuer": "Chính phủ", "type": "Nghị định", "status": "in_force"}),
    (["Quốc hội", "Luật Bảo vệ bí mật nhà nước", "Luật", "29/2018/QH14", "15/11/2018"], OK, {"type": "Luật", "issuer": "Quốc hội"}),
    (["Bộ Tư pháp - Bộ Nội vụ", "về biên chế", "Thông tư liên tịch", "03/2017/TTLT-BTP-BNV", "6/7/2017"], OK, {"issuer": "Bộ Tư pháp", "co": ["Bộ Nội vụ"]}),
    ([unicodedata.normalize("NFD", "Ban Bí thư"), unicodedata.normalize("NFD", "về công tác đảng viên"), unicodedata.normalize("NFD", "Kết luận"), "12-KL/TW", "12/8/2022"], OK, {"issuer": SECRETARIAT, "abstract": "về công tác đảng viên"}),
]  # fmt: skip

#: Sheet "Cũ" in TCVN3 (ABC), sheet "Tổng hợp" with whole names in one cell; a hidden sheet and a sheet of notes.
THIRD_HEADINGS = ["STT", "Sè, ký hiÖu", "Ngµy ban hµnh", "TrÝch yÕu", "C¬ quan ban hµnh", "Lo¹i v¨n b¶n"]
THIRD: list[Any] = [
    ([1, "32-CT/TW", "09/12/2003", "VÒ t¨ng c­êng sù l·nh ®¹o cña §¶ng trong c«ng t¸c phæ biÕn", "Ban BÝ th­", "ChØ thÞ"], OK, {"issuer": SECRETARIAT, "type": "Chỉ thị", "abstract": "về tăng cường sự lãnh đạo của Đảng trong công tác phổ biến"}),
    ([2, "05-Q§/TW", "10/01/2004", "vÒ viÖc thµnh lËp ban chØ ®¹o", "Bé ChÝnh trÞ", "QuyÕt ®Þnh"], OK, {"symbol": "05-QĐ/TW", "type": "Quyết định", "issuer": POLITBURO}),
]  # fmt: skip
FOURTH_HEADINGS = ["TT", "Tên văn bản", "Ghi chú"]
FOURTH: list[Any] = [
    ([1, "Chỉ thị số 28-CT/TW ngày 21/01/2019 của Ban Bí thư về nâng cao chất lượng kết nạp đảng viên"], OK, {"symbol": "28-CT/TW", "day": "2019-01-21", "issuer": SECRETARIAT, "abstract": "về nâng cao chất lượng kết nạp đảng viên"}),
    ([2, "Quy định số 24-QĐ/TW, ngày 30-7-2021 của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng", "Hết hiệu lực"], OK, {"type": "Quy định", "issuer": CENTRAL, "status": "expired"}),
    ([3, "Hướng dẫn số 38-HD/BTCTW của Ban Tổ chức Trung ương về nghiệp vụ công tác đảng viên"], WARN, {"day": None, "type": "Hướng dẫn"}),
    ([4, "Điều lệ Đảng"], None, {}),
]  # fmt: skip


def workbook() -> openpyxl.Workbook:
    """The workbook, as an office would have saved it."""
    book = openpyxl.Workbook()
    first: Any = book.active
    first.title = "Văn bản TW"
    for row in [*FIRST_TITLES, *FIRST_HEADINGS, *(cells for cells, _outcome, _expected in FIRST)]:
        first.append(row)
    for merged in FIRST_MERGED:
        first.merge_cells(merged)
    start = len(FIRST_TITLES) + len(FIRST_HEADINGS) + 1
    for place in (10, 11):  # two rows of one body, merged
        first.cell(start + place, 5).value = "Ban Tổ chức Trung ương" if place == 10 else None
    first.merge_cells(start_row=start + 10, end_row=start + 11, start_column=5, end_column=5)
    first.cell(start + 1, 2).comment = Comment("Bản gốc lưu tại kho", "Văn thư")
    second = book.create_sheet("TU, ĐU")
    second.append(SECOND_HEADINGS)
    for cells, _outcome, _expected in SECOND:
        second.append(cells)
    third = book.create_sheet("Cu")
    third.append(THIRD_HEADINGS)
    for cells, _outcome, _expected in THIRD:
        third.append(cells)
    fourth = book.create_sheet("Tổng hợp")
    fourth.append(FOURTH_HEADINGS)
    for cells, _outcome, _expected in FOURTH:
        fourth.append(cells)
    hidden = book.create_sheet("Nháp")
    hidden.append(SECOND_HEADINGS)
    hidden.append(["Ban Bí thư", "về việc nháp", "CT", "77-CT/TW", "5/3/2020"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Hướng dẫn").append(["Ghi đầy đủ các cột", None, "Xem mẫu"])
    return book


def expectations() -> list[tuple[str, int, str | None, dict]]:
    """(sheet, row, outcome, what should stand in the document) of every row."""
    starts: dict[str, tuple[list[Any], int]] = {
        "Văn bản TW": (FIRST, len(FIRST_TITLES) + len(FIRST_HEADINGS)),
        "TU, ĐU": (SECOND, 1),
        "Cu": (THIRD, 1),
        "Tổng hợp": (FOURTH, 1),
    }
    return [
        (sheet, start + place, outcome, expected)
        for sheet, (rows, start) in starts.items()
        for place, (_cells, outcome, expected) in enumerate(rows, start=1)
    ]


def files(folder: Path) -> list[tuple[Path, list[tuple[str, int, str | None, dict]]]]:
    """The file, with what should become of its rows."""
    path = folder / "so.xlsx"
    workbook().save(path)
    return [(path, expectations())]
