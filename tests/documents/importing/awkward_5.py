"""An awkward register, fifth round: no column for the body, levels of titles, everything with small slips."""

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
HEAD: list[Any] = [
    ["BẢNG TỔNG HỢP VĂN BẢN CỦA TRUNG ƯƠNG, TỈNH VÀ XÃ"],
    ["(Kèm theo Công văn số 12-CV/ĐU ngày 05/01/2026)"],
    ["STT", "VĂN BẢN", None, None, "Nội dung", "Thời điểm", None, "Ghi chú"],
    [None, "Loại", "Số, ký hiệu", "Ngày ban hành", None, "Hiệu lực từ", "Hết hiệu lực", None],
]
ROWS: list[Any] = [
    (["A", "VĂN BẢN CỦA TRUNG ƯƠNG"], PASS, {}),
    (["I", "Bộ Chính trị"], PASS, {}),
    ([1, "Chỉ thị", "05-CT/TW", "15/5/2016", "đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"], OK, {"issuer": POLITBURO}),
    ([2, "Quy định", "132 - QĐ/TW", "08/3/2018", "kiểm điểm và đánh giá chất lượng hằng năm", None, "04/10/2023"], OK, {"issuer": POLITBURO, "expires": "2023-10-04", "symbol": "132-QĐ/TW"}),
    (["II", "Ban Bí thư"], PASS, {}),
    ([3, "Kết luận", "18-KL/TW", "22-9-2017", "tiếp tục thực hiện Chỉ thị 10-CT/TW"], OK, {"issuer": SECRETARIAT}),
    ([4, "CT", "Chỉ thị số 37-CT/TW", "ngày 01 tháng 9 năm 2014", "về công tác dân vận"], OK, {"issuer": SECRETARIAT, "symbol": "37-CT/TW", "day": "2014-09-01"}),
    ([5, "Thông báo", "12-TB/TW ", "1.9.2014.", "thông báo kết luận về việc khác"], OK, {"day": "2014-09-01"}),
    (["III", "Ban Chấp hành Trung ương"], PASS, {}),
    ([6, "Nghị quyết", "26-NQ/TW", "19/05/2018", "xây dựng đội ngũ cán bộ các cấp"], OK, {"issuer": CENTRAL}),
    ([7, "Nghị quyết", "26-NQ/TW", "19/05/2018", "xây dựng đội ngũ cán bộ các cấp"], NO, {"because": "Trùng"}),
    (["IV", "Ban Tổ chức Trung ương"], PASS, {}),
    ([8, "Hướng dẫn", "25-HD/BTCTW", "10/11/2023", "kiểm điểm, đánh giá, xếp loại", "Từ ngày ký"], OK, {"issuer": ORGANISATION, "effective": "2023-11-10"}),
    (["B", "VĂN BẢN CỦA TỈNH UỶ SƠN HẢI"], PASS, {}),
    ([9, "Nghị quyết", "15-NQ/TU", "10/11/2021", "chuyển đổi số"], OK, {"issuer": PROVINCE}),
    ([10, "Kế hoạch", "90-KH/TU", "10/11/2021", "thực hiện Nghị quyết số 15-NQ/TU"], OK, {"issuer": PROVINCE}),
    (["C", "VĂN BẢN CỦA ĐẢNG UỶ XÃ"], PASS, {}),
    ([11, "Nghị quyết", "01-NQ/ĐU", "10/8/2025", "nhiệm vụ quý III"], NO, {"because": COMMUNE}),
    (["C1", "Đảng uỷ xã Lam Khê"], PASS, {}),
    ([12, "Nghị quyết", "02-NQ/ĐU", "10/8/2025", "nhiệm vụ quý IV"], OK, {"issuer": COMMUNE}),
    ([13, "Nghị quyết", "03-NQ/ĐU", "10/8/2025", "nhiệm vụ 2026", None, None, "Thay thế Nghị quyết số 02-NQ/ĐU ngày 10/8/2025"], OK, {"relations": [("thay thế", "2|NQ|ĐU")]}),
    ([14, "Quy chế", "01-QC/ĐU", "10/8/2025", "làm việc của Ban Chấp hành", "01/9/2025", "Không thời hạn"], WARN, {"effective": "2025-09-01"}),
    ([15, "Công văn", "01-CV/ĐU", "10/13/2025", "đề nghị hỗ trợ"], NO, {"because": "tháng"}),
    ([16, "Công văn", "02-CV/ĐU", "10/12/2205", "đề nghị hỗ trợ"], NO, {"because": "năm"}),
    ([17, "Công văn", "03-CV/ĐU", "10/12/20225", "đề nghị hỗ trợ"], NO, {"because": "năm"}),
    ([18, "Công văn", "04-CV/ĐU", "ngày…tháng 12 năm 2025", "đề nghị hỗ trợ"], WARN, {"day": None}),
    ([19, "Công văn", "05-CV/ĐU", "ngày 10 tháng 12", "đề nghị hỗ trợ"], WARN, {"day": None}),
    ([20, "Công văn", "06-CV/ĐU", "10/12/2025", "đề nghị hỗ trợ", None, None, "Mật"], NO, {"secret": True}),
    ([21, "Công văn", "07-CV/ĐU", "10/12/2025", "đề nghị hỗ trợ (Tuyệt mật)"], NO, {"secret": True}),
    ([22, "Công văn MẬT", "08-CV/ĐU", "10/12/2025", "đề nghị hỗ trợ"], NO, {"secret": True}),
    ([23, "Công văn", "09-CV/ĐU", "10/12/2025", "bảo vệ mật khẩu, tài khoản", None, None, "Không mật"], WARN, {}),
    ([24, None, "10-CV/ĐU", "10/12/2025", "góp ý văn kiện"], OK, {"type": "Công văn"}),
    ([25, "Công văn", None, "10/12/2025", "góp ý văn kiện lần hai"], NO, {"because": "số, ký hiệu"}),
    ([26, "Công văn", "11-CV/ĐU", None, None], NO, {"because": "trích yếu"}),
    ([27, "Báo cáo", "12-BC/ĐU", D(2025, 12, 10), "kết quả đại hội", D(2025, 12, 1)], NO, {"because": "hiệu lực"}),
    ([28, "Báo cáo", "13-BC/ĐU", D(2999, 12, 10), "kết quả đại hội"], NO, {"because": "năm"}),
    ([29, "Báo cáo", "14-BC/ĐU", "10-12-2025", "kết quả đại hội chi bộ", None, None, "Sửa đổi một phần Báo cáo số 13-BC/ĐU"], OK, {"relations": [("sửa đổi, bổ sung", "13|BC|ĐU")], "partial": [True]}),
    ([30, "Báo cáo", "Số 15 - BC/ĐU, ngày 11/12/2025", "10/12/2025", "hai ngày khác nhau"], NO, {"because": "hai ngày"}),
    ([31, "Chương trình", "16-CT/ĐU", "10/12/2025", "công tác năm 2026"], NO, {"because": "không khớp"}),
    ([32, "Chương trình", "17-CTr/ĐU", "10/12/2025", "công tác năm 2026"], OK, {"symbol": "17-CTr/ĐU"}),
    ([33, "Hướng dẫn", "18-HD/UBKTĐU", "10/12/2025", "kiểm tra đảng viên"], NO, {"because": "cơ quan"}),
    (["", "", "", "", "Tổng: 33 văn bản, trong đó 5 văn bản hết hiệu lực"], PASS, {}),
    ([None, None, None, None, None, "TM. BAN THƯỜNG VỤ"], PASS, {}),
    ([None, None, None, None, None, "BÍ THƯ"], PASS, {}),
    ([None, None, None, None, None, "Nguyễn Văn Bình"], PASS, {}),
]  # fmt: skip


def files(folder: Path) -> list[tuple[Path, list[tuple[str, int, str | None, dict]]]]:
    """The file, with what should become of its rows."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Tổng hợp"
    for cells in [*HEAD, *(cells for cells, _outcome, _expected in ROWS)]:
        sheet.append(cells)
    for merged in ("A1:H1", "A2:H2", "A3:A4", "B3:D3", "E3:E4", "F3:G3", "H3:H4"):
        sheet.merge_cells(merged)
    path = folder / "tong-hop.xlsx"
    book.save(path)
    return [
        (
            path,
            [
                ("Tổng hợp", len(HEAD) + place, outcome, what)
                for place, (_cells, outcome, what) in enumerate(ROWS, start=1)
            ],
        )
    ]
