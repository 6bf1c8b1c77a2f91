"""An awkward register, third round: two tables on a sheet, days in three columns, relations, UTF-16 with tabs."""

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl

from tests.documents.importing.awkward_1 import (
    CENTRAL,
    COMMUNE,
    NO,
    OK,
    ORGANISATION,
    PASS,
    POLITBURO,
    PROVINCE,
    SECRETARIAT,
    WARN,
)

D = dt.datetime
#: Headings begin in the third column, below an empty row; issuers merged over several rows; then a second table.
TWO_HEAD: list[Any] = [
    [None, None, "Phụ lục I"],
    [None, None, "DANH MỤC VĂN BẢN CỦA ĐẢNG (kèm theo Báo cáo số 45-BC/TU ngày 12/6/2023)"],
    [],
    [
        None,
        None,
        "Số kí hiệu",
        "Ngày BH",
        "CQ ban hành",
        "Trích yếu ND",
        "Loại VB",
        "Tình trạng HL",
        "Ngày hiệu lực",
        "Hết hiệu lực",
        "Văn bản liên quan",
        "Tên file",
    ],
]
TWO: list[Any] = [
    ([None, None, "22-CT/TW", "30 / 6 / 2021", "Ban Bí thư", "tăng cường công tác người khuyết tật", "CT", None, "30/6/2021", None, None, "22_CT_TW.pdf"], OK, {"day": "2021-06-30", "effective": "2021-06-30", "files": ["22_CT_TW.pdf"]}),
    ([None, None, "Số: 23-CT/TW", "2021/07/02", None, "đổi mới công tác thi đua", "Chỉ thị"], OK, {"issuer": SECRETARIAT, "day": "2021-07-02", "symbol": "23-CT/TW"}),
    ([None, None, "24\u00a0-\u00a0CT/TW", "02-Aug-21", None, "tiết kiệm", "Chỉ thị"], WARN, {"issuer": SECRETARIAT, "symbol": "24-CT/TW"}),
    ([None, None, "25-CT/TW", "1/7/2021", "Ban Bí thư", "hiệu lực trước", "Chỉ thị", None, "30/6/2021"], NO, {"because": "hiệu lực"}),
    ([None, None, "26-CT/TW", "1/7/2021", "Ban Bí thư", "hết trước", "Chỉ thị", None, "5/7/2021", "2/7/2021"], NO, {"because": "hết hiệu lực"}),
    ([None, None, "15a-NQ/TW", "1/7/2021", "Ban Chấp hành TW khoá XIII", "về việc có chữ", "NQ"], OK, {"symbol": "15a-NQ/TW", "issuer": CENTRAL}),
    ([None, None, "010-CT/TW", "5/1/2022", "Bộ Chính trị", "phân luồng", "Chỉ thị", "Còn HL"], OK, {"symbol": "010-CT/TW", "issuer": POLITBURO}),
    ([None, None, "10 CT/TW", "05/01/2022", "Bộ Chính trị", "phân luồng", "Chỉ thị", "Còn HL"], NO, {"because": "Trùng"}),
    ([None, None, "10-CT/TW", "06/02/2022", "Bộ Chính trị", "việc khác hẳn", "Chỉ thị"], NO, {"because": "Trùng số"}),
    ([None, None, "10-CT/TW", "06/02/2022", "Ban Bí thư", "của cơ quan khác", "Chỉ thị"], OK, {"issuer": SECRETARIAT}),
    ([None, None, "45-KH/TU", "03/5/2021", "Tỉnh uỷ Sơn Hải", "-triển khai Chỉ thị 22", "Kế hoạch", None, None, None, "Triển khai Chỉ thị 22-CT/TW ngày 30/6/2021; Thay thế Chỉ thị 23-CT/TW ngày 02/7/2021"], WARN, {"relations": [("triển khai, thực hiện", "22|CT|TW")]}),
    ([None, None, "46-KH/TU", "03/6/2021", "Tỉnh uỷ Sơn Hải", "<b>đậm</b> về an ninh", "Kế hoạch", None, None, None, "Sửa đổi, bổ sung Điều 5 và khoản 2 Điều 7 của Quy định số 12-QĐ/TU ngày 01/02/2020"], OK, {"abstract": "<b>đậm</b> về an ninh", "relations": [("sửa đổi, bổ sung", "12|QĐ|TU")], "partial": [True]}),
    ([None, None, "47-KH/TU", "03/6/2021", "Tỉnh uỷ Sơn Hải", "về tự thay mình", "Kế hoạch", None, None, None, "Thay thế 47-KH/TU"], WARN, {"relations": []}),
    ([None, None, "48-KH/TU", "03/6/2021", "Tỉnh uỷ Sơn Hải", "về vòng tròn một", "Kế hoạch", None, None, None, "Thay thế 49-KH/TU"], OK, {}),
    ([None, None, "49-KH/TU", "04/6/2021", "Tỉnh uỷ Sơn Hải", "về vòng tròn hai", "Kế hoạch", None, None, None, "Thay thế 48-KH/TU"], WARN, {"relations": []}),
    ([None, None, "50-KH/TU", "05/6/2021", "Tỉnh uỷ Sơn Hải", "về căn cứ", "Kế hoạch", None, None, None, "Căn cứ Chỉ thị 10 của Ban Bí thư; bãi bỏ Kế hoạch số 30-KH/TU"], WARN, {"relations": [("căn cứ", ""), ("bãi bỏ", "30|KH|TU")]}),
    ([None, None, "51-KH/TU", "06/6/2021", "Tỉnh uỷ Sơn Hải", "về bị thay", "Kế hoạch", "Đã bị thay thế bởi Kế hoạch 50-KH/TU"], OK, {"status": "expired"}),
    ([None, None, "Phụ lục II", None, None, "VĂN BẢN NHÀ NƯỚC"], PASS, {}),
    ([None, None, "Tên văn bản", "Số hiệu", "Ngày ban hành", "Cơ quan ban hành", "Ghi chú"], PASS, {}),
    ([None, None, "Nghị định về công tác văn thư", "30/2020/NĐ-CP", "05/03/2020", "Chính phủ"], OK, {"type": "Nghị định", "issuer": "Chính phủ", "symbol": "30/2020/NĐ-CP", "abstract": "về công tác văn thư"}),
    ([None, None, "Luật Bảo vệ bí mật nhà nước", "29/2018/QH14", "15/11/2018", "QUỐC HỘI"], OK, {"type": "Luật"}),
    ([None, None, "Nghị quyết về sắp xếp đơn vị hành chính", "101/2025/UBTVQH15", "16/6/2025", "UB Thường vụ Quốc hội"], OK, {"type": "Nghị quyết", "issuer": "Uỷ ban Thường vụ Quốc hội"}),
    ([None, None, "Quyết định phê duyệt đề án", "1253/QĐ-TTg", "26/7/2021", "Thủ tướng Chính phủ"], OK, {"type": "Quyết định"}),
    ([None, None, "Công văn hướng dẫn nghiệp vụ", "123/BNV-VP", "26/7/2021", "Bộ Nội vụ"], OK, {"type": "Công văn", "symbol": "123/BNV-VP"}),
    ([None, None, "* Danh sách này thay danh sách cũ"], PASS, {}),
]  # fmt: skip

#: Day, month and year in columns of their own; ranges of offices; numbers made by formats and formulas.
PARTED_HEAD: list[Any] = [
    ["STT", "Số", "Thời gian ban hành", None, None, "Loại", "Nội dung", "Cơ quan", "Nhiệm kỳ", "Độ mật", "Độ khẩn"],
    [None, None, "Ngày", "Tháng", "Năm"],
]
PARTED: list[Any] = [
    (["Năm 2023"], PASS, {}),
    ([1, "12-HD/BTCTW", 6, 7, 2018, "Hướng dẫn", "về sinh hoạt chi bộ", "Ban Tổ chức TW", "XII", "Không", "Khẩn"], OK, {"day": "2018-07-06", "urgency": "urgent", "term": "XII"}),
    ([2, "13-HD/BTCTW", "06", "08", "2018", "Hướng dẫn", "về chi bộ ghép", "Ban Tổ chức TW", "khoá 12", "-"], OK, {"day": "2018-08-06"}),
    ([3, "14-HD/BTCTW", None, 8, 2018, "Hướng dẫn", "về đảng phí", "Ban Tổ chức TW"], WARN, {"day": None}),
    ([4, "14b-HD/BTCTW", 30, 2, 2018, "Hướng dẫn", "về hồ sơ", "Ban Tổ chức TW"], NO, {"because": "ngày"}),
    ([5, "15-HD/BTCTW", None, None, None, "Hướng dẫn", "về quy hoạch", "Ban Tổ chức TW", "XIII"], WARN, {"day": None, "term": "XIII"}),
    ([6, "15-HD/BTCTW", None, None, None, "Hướng dẫn", "về quy hoạch khác", "Ban Tổ chức TW", "XII"], WARN, {"term": "XII"}),
    ([7, "16-HD/BTCTW", 24, 9, 2018, "Hướng dẫn", "về đánh giá", "Ban Tổ chức TW", "XI"], WARN, {"term": "XII"}),
    ([8, "17-HD/BTCTW", 24, 9, 2018, "Hướng dẫn", "về thi đua", "Ban Tổ chức TW", None, "Tuyệt mật"], NO, {"secret": True}),
    ([9, "18-HD/BTCTW", 24, 9, 2018, "Hướng dẫn", "về thi đua", "Ban Tổ chức TW", None, "C"], NO, {"secret": True}),
    ([10, "=\"19\"&\"-HD/BTCTW\"", 24, 9, 2018, "Hướng dẫn", "về công thức", "Ban Tổ chức TW"], OK, {"symbol": "19-HD/BTCTW"}),
    ([11, "20-HD/BTCTW", 24, 9, 2018, "Hướng dẩn", "về lỗi gõ", "Ban Tổ chưc Trung uơng"], OK, {"type": "Hướng dẫn", "issuer": ORGANISATION}),
    ([12, "21-HD/BTCTW", 24, 9, 2018, "Hướng dẫn", "về cơ quan gõ thiếu", "Ban Tổ chúc Trung"], NO, {"because": ORGANISATION}),
    ([13, "22-HD/BTCTW", 24, 9, 2018, "Thông tin", "về loại lạ", "Ban Tổ chức TW"], WARN, {"type": "Hướng dẫn"}),
    ([14, "Không số", 24, 9, 2018, "Hướng dẫn", "về không số", "Ban Tổ chức TW"], NO, {"because": "số, ký hiệu"}),
    ([15, "Không số", 24, 9, 2018, "Tuyên bố", "về lập trường", "Ban Bí thư"], OK, {"symbol": "", "type": "Tuyên bố"}),
    ([16, "#REF!", 24, 9, 2018, "Hướng dẫn", "về lỗi ô", "Ban Tổ chức TW"], NO, {}),
    (["Tổng số văn bản: 16"], PASS, {}),
    (["Nơi nhận: - Như trên; - Lưu VP"], PASS, {}),
]  # fmt: skip

TABS = (
    "Stt\tSố/Ký hiệu\tNgày tháng\tTác giả\tTrích yếu\tGhi chú\n"
    "1\t01-NQ/ĐU\t'05/8/2025\tĐảng uỷ xã Lam Khê\tvề phát triển đảng viên\tThay NQ số 15-NQ/ĐU ngày 02/01/2021\n"
    "2\t02-NQ/ĐU\t45900\tĐảng ủy Xã Lam Khê\tvề quỹ đất\tHết hiệu lực\n"
    "3\t03-NQ/ĐU\t8/2025\tĐẢNG UỶ XÃ LAM KHÊ\tvề chợ\t\n"
    "4\t04-NQ/ĐU\t05/8/2025\tđảng uỷ xã lam khê\tvề đường\tNội bộ\n"
    "5\t05-NQ/ĐU\t05/8/2025\tBan Thường vụ Đảng uỷ xã Lam Khê\tvề trường\t\n"
    "6\t06-NQ/ĐU\t05/8/1913\tĐảng uỷ xã Lam Khê\tvề cũ quá\t\n"
    "7\t7.0\t05/8/2025\tĐảng uỷ xã Lam Khê\tNghị quyết về trạm y tế\t\n"
)  # fmt: skip
TABS_EXPECTED: list[Any] = [
    (2, OK, {"issuer": COMMUNE, "day": "2025-08-05", "relations": [("thay thế", "15|NQ|ĐU")], "type": "Nghị quyết"}),
    (3, OK, {"day": "2025-08-31", "status": "expired"}),
    (4, WARN, {"day": None}),
    (5, WARN, {"circulation": "internal", "level": "members"}),
    (6, WARN, {"issuer": COMMUNE}),
    (7, NO, {"because": "năm"}),
    (8, WARN, {"symbol": "07-NQ/ĐU"}),
]


def files(folder: Path) -> list[tuple[Path, list[tuple[str, int, str | None, dict]]]]:
    """The files, each with what should become of its rows."""
    made = []
    for name, head, rows in (("hai-bang", TWO_HEAD, TWO), ("tach-ngay", PARTED_HEAD, PARTED)):
        book = openpyxl.Workbook()
        sheet: Any = book.active
        sheet.title = name
        for cells in [*head, *(cells for cells, _outcome, _expected in rows)]:
            sheet.append(cells)
        if name == "hai-bang":
            sheet.merge_cells("E5:E7")
            sheet.merge_cells("C1:L1")
        else:
            sheet.merge_cells("C1:E1")
            for column in "ABFGHIJK":
                sheet.merge_cells(f"{column}1:{column}2")
        path = folder / f"{name}.xlsx"
        book.save(path)
        expected = [
            (name, len(head) + place, outcome, what) for place, (_cells, outcome, what) in enumerate(rows, start=1)
        ]
        made.append((path, expected))
    table = folder / "xuat.txt"
    table.write_bytes(TABS.encode("utf-16"))
    made.append((table, [("", number, outcome, what) for number, outcome, what in TABS_EXPECTED]))
    return made


__all__ = ["PROVINCE", "files"]
