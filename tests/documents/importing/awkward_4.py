"""An awkward register, fourth round: an old book that goes on on another sheet, and a list from the web."""

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.comments import Comment

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
BOOK_HEAD: list[Any] = [
    [
        "TỈNH UỶ SƠN HẢI\n*\nVĂN PHÒNG",
        None,
        None,
        None,
        None,
        None,
        "ĐẢNG CỘNG SẢN VIỆT NAM\nSơn Hải, ngày 31 tháng 12 năm 2022",
    ],
    ["SỔ GHI VĂN BẢN\nTừ ngày 01/01/2020 đến ngày 31/12/2022"],
    [
        "Số\nTT",
        "Số và ký hiệu\nvăn bản",
        "Ngày tháng năm\nban hành",
        "Tên loại, trích yếu nội dung văn bản",
        "Tên cơ quan, tổ chức ban hành",
        "Họ và tên, chức vụ người ký",
        "Văn bản bị thay thế / sửa đổi",
        "Văn bản thay thế",
        "Ghi chú",
    ],
]
BOOK: list[Any] = [
    (["01", "Số 05-CTr/TU", "Ngày 12 tháng 01 năm 2021", "Chương trình hành động thực hiện nghị quyết", "Tỉnh uỷ Sơn Hải", "Đ/c Trần Văn Nam, Bí thư"], OK, {"symbol": "05-CTr/TU", "type": "Chương trình", "signer": "Trần Văn Nam", "position": "Bí thư", "day": "2021-01-12"}),
    (["02", "07-TTr/TU", "12/01/2021", "Tờ trình V/v xin chủ trương", "Tỉnh uỷ Sơn Hải", "Phó Bí thư Thường trực Lê An"], OK, {"type": "Tờ trình", "position": "Phó Bí thư Thường trực", "signer": "Lê An"}),
    (["03", "08-ĐA/TU", D(2021, 2, 13, 9, 30), "Đề án nâng cao chất lượng chi bộ", "TỈNH ỦY SƠN HẢI"], OK, {"day": "2021-02-13", "type": "Đề án"}),
    (["04", "09-KL/TU\nngày 14/02/2021", None, "Kết luận của Thường trực tại cuộc họp", "Thường trực Tỉnh uỷ Sơn Hải"], WARN, {"day": "2021-02-14", "issuer": PROVINCE, "symbol": "09-KL/TU"}),
    (["05", "10-QĐ/TU", "15/02/2021", "Quyết định về việc phân công, thay thế Quyết định 44-QĐ/TU", "Tỉnh uỷ Sơn Hải", None, "44-QĐ/TU ngày 03/3/2016"], OK, {"type": "Quyết định", "relations": [("thay thế", "44|QĐ|TU")]}),
    (["06", "44-QĐ/TU", "03/3/2016", "Quyết định về việc phân công", "Tỉnh uỷ Sơn Hải", None, None, "10-QĐ/TU ngày 15/02/2021"], OK, {"status": "", "relations": []}),
    (["07", "45-QĐ/TU", "03/03/2016", "Quyết định ban hành quy chế", "Tỉnh uỷ Sơn Hải", None, None, "99-QĐ/TU ngày 01/01/2022"], WARN, {"status": "expired"}),
    (["08", "46-QĐ/TU", "29/02/2021", "Quyết định thành lập tổ", "Tỉnh uỷ Sơn Hải"], NO, {"because": "ngày"}),
    (["09", "47-QĐ/TU", "//2021", "Quyết định chia tách", "Tỉnh uỷ Sơn Hải"], WARN, {"day": None}),
    (["10", "48-QĐ/TU", "15/02/0201", "Quyết định giải thể", "Tỉnh uỷ Sơn Hải"], NO, {"because": "năm"}),
    (["11", "49/QĐ-TU", "15/02/2021", "Quyết định kiện toàn", "Tỉnh uỷ Sơn Hải", None, None, None, "(lưu hành nội bộ)"], WARN, {"symbol": "49-QĐ/TU", "level": "members"}),
    (["12", "50-BC/TU (Mật)", "15/02/2021", "Báo cáo tình hình", "Tỉnh uỷ Sơn Hải"], NO, {"secret": True}),
    (["13", "51-BC/TU", "15/02/2021", "Báo cáo công tác bảo vệ bí mật", "Tỉnh uỷ Sơn Hải", None, None, None, "Đã giải mật"], WARN, {}),
    (["14", "52-BC/TU", "15/02/2021", "TỐI MẬT - Báo cáo", "Tỉnh uỷ Sơn Hải"], NO, {"secret": True}),
    (["15", "53-BC/TU", "15/02/2021", "Báo cáo có chú thích", "Tỉnh uỷ Sơn Hải"], NO, {"secret": True}),
    (["16", "54-BC/TU", "15/02/2021", "Báo cáo về dân số, mật độ", "Tỉnh uỷ Sơn Hải", None, None, None, "Có mặt trong danh mục"], WARN, {}),
    ([None, None, None, "Cộng trang 1", None], PASS, {}),
    (["Số\nTT", "Số và ký hiệu\nvăn bản", "Ngày tháng năm\nban hành", "Tên loại, trích yếu nội dung văn bản", "Tên cơ quan, tổ chức ban hành"], PASS, {}),
    (["17", "55-BC/TU", "16-02-2021", "Báo cáo quý I", "Tỉnh uỷ\nSơn Hải"], OK, {"issuer": PROVINCE}),
    (["18", "56-BC/TU", "16-02-2021", "Báo cáo quý II", "Tinh uy Son Hai"], OK, {"issuer": PROVINCE}),
    (["19", "57-BC/TU", "16-02-2021", "Báo cáo quý III", "TU"], OK, {"issuer": PROVINCE}),
    (["20", "58-BC/HU", "16-02-2021", "Báo cáo quý IV", "HU"], NO, {"because": "HU"}),
    (["21", "59-BC/TU", "16-02-2021", "Báo cáo năm", None], NO, {"because": PROVINCE}),
]  # fmt: skip
#: The next sheet goes on where the first ended, without headings.
CONTINUED: list[Any] = [
    (["22", "60-BC/TU", "17/02/2021", "Báo cáo tháng 2", "Tỉnh uỷ Sơn Hải"], OK, {"symbol": "60-BC/TU", "issuer": PROVINCE}),
    (["23", "61-BC/TU", "17/02/2021", "Báo cáo tháng 3", "Tỉnh uỷ Sơn Hải"], OK, {"day": "2021-02-17"}),
]  # fmt: skip

WEB_HEAD: list[Any] = [
    ["Danh sách văn bản"],
    [
        "STT",
        "Số/Ký hiệu",
        "Ngày ban hành",
        "Ngày hiệu lực",
        "Ngày hết hiệu lực",
        "Người ký",
        "Trích yếu",
        "Cơ quan ban hành/ Chức danh/ Người ký",
        "Phân loại",
        "Lĩnh vực",
        "File đính kèm",
        "Trạng thái",
        "Năm",
    ],
]
WEB: list[Any] = [
    ([1, "124-QĐ/TW", "2023-10-04T00:00:00", "2023-10-04", None, "Trương Thị Mai", "Kiểm điểm, đánh giá, xếp loại", "Bộ Chính trị / Thường trực Ban Bí thư / Trương Thị Mai", "Quy định", "Tổ chức, cán bộ", "qd124.pdf", "Hết hiệu lực"], WARN, {"issuer": POLITBURO, "type": "Quy định", "fields": ["Tổ chức, cán bộ"], "status": "expired", "files": ["qd124.pdf"]}),
    ([2, "19-CT/TW", "05-11-2018", "Từ ngày ký", None, None, "dạy nghề cho lao động nông thôn", "Ban Bí thư", "Chỉ thị", "Kinh tế - xã hội; Dân vận", None, "Còn hiệu lực"], OK, {"effective": "2018-11-05", "fields": ["Kinh tế - xã hội", "Dân vận"]}),
    ([3, "20-CT/TW", 43600, 43601, None, None, "phòng chống thiên tai", "Ban Bí thư", "Chỉ thị"], OK, {"day": "2019-05-15", "effective": "2019-05-16"}),
    ([4, "21-CT/TW", "10/10/2019", None, "31/12/2020", None, "bảo hiểm xã hội", "Ban Bí thư", "Chỉ thị", None, None, "Còn hiệu lực"], WARN, {"expires": "2020-12-31", "status": ""}),
    ([5, "NQ 18-NQ/TW", "25/10/2017", None, None, None, "đổi mới, sắp xếp tổ chức bộ máy", "Hội nghị BCH Trung ương", "Nghị quyết"], None, {"symbol": "18-NQ/TW"}),
    ([6, "19 -NQ/TW", "25/10/2017", None, None, None, "đơn vị sự nghiệp", "BCHTƯ", "Nghị quyết", None, None, "chưa xác định"], OK, {"issuer": CENTRAL, "symbol": "19-NQ/TW"}),
    ([7, "20-NQ/TW", "25/10/2017", None, None, None, "=IF(1,2,3)", "BCH TƯ Đảng", "Nghị quyết"], NO, {"because": "công thức"}),
    ([8, "", "25/10/2017", None, None, None, "y tế", "BCH TW", "Nghị quyết"], NO, {"because": "số, ký hiệu"}),
    ([9, "10.10", "25/10/2017", None, None, None, "dân số", "BCH TW", "Nghị quyết"], NO, {}),
    ([10, 1021, "25/10/2017", None, None, None, "số bị mất ký hiệu", "Chính phủ", "Nghị quyết"], NO, {"because": "ký hiệu"}),
    ([11, "22-CT/TW", "01/01/1913", None, None, None, "năm lạ", "Ban Bí thư", "Chỉ thị"], NO, {"because": "năm"}),
    ([12, "23-CT/TW", "30/12/2018", "30/12/2984", None, None, "hiệu lực lạ", "Ban Bí thư", "Chỉ thị"], NO, {"because": "hiệu lực"}),
    ([13, "24-CT/TW", "30/12/2018", None, None, None, "loại trống", "Ban Bí thư", None], OK, {"type": "Chỉ thị"}),
    ([14, "25/CT-TW", "30/12/2018", None, None, None, "sai dấu gạch", "Ban bi thu trung uong dang", "chỉ thị"], OK, {"symbol": "25-CT/TW", "issuer": SECRETARIAT}),
    ([15, "26-CT-TW", "30/12/2018", None, None, None, "toàn gạch ngang", "Ban Bí thư", "Chỉ thị"], OK, {"symbol": "26-CT/TW"}),
    ([16, "12-HD/BTCTW", "6 /7/2018", None, None, None, "chất lượng sinh hoạt", "Ban Tổ chức TW", "HD"], OK, {"issuer": ORGANISATION, "type": "Hướng dẫn"}),
    ([17, "399-QĐ/TW ngày 09/01/2026 của Ban Bí thư", None, None, None, None, "thể loại văn bản", None, "Quy định"], OK, {"issuer": SECRETARIAT, "day": "2026-01-09"}),
    ([18, "03-QĐ/ĐU", "09/01/2026", None, None, None, "nội quy", "Đảng ủy xã Lam Khê, tỉnh Sơn Hải", "Quyết định"], None, {}),
    ([19, "04-QĐ/ĐU", "09/01/2026", None, None, None, "ban hành", "Đảng ủy Lam Khê", "Quyết định"], NO, {"because": COMMUNE}),
    (["Ghi chú: danh sách lấy từ cổng cũ"], PASS, {}),
]  # fmt: skip


def files(folder: Path) -> list[tuple[Path, list[tuple[str, int, str | None, dict]]]]:
    """The files, each with what should become of its rows."""
    book = openpyxl.Workbook()
    first: Any = book.active
    second: Any = book.create_sheet("Sổ 2")
    first.title = "Sổ 1"
    for cells in [*BOOK_HEAD, *(cells for cells, _outcome, _expected in BOOK)]:
        first.append(cells)
    first.cell(len(BOOK_HEAD) + 15, 4).comment = Comment("VT:\nVăn bản này đóng dấu Mật", "VT")
    for cells, _outcome, _expected in CONTINUED:
        second.append(cells)
    path = folder / "so-cu.xlsx"
    book.save(path)
    expected = [
        ("Sổ 1", len(BOOK_HEAD) + place, outcome, what) for place, (_cells, outcome, what) in enumerate(BOOK, start=1)
    ]
    expected += [("Sổ 2", place, outcome, what) for place, (_cells, outcome, what) in enumerate(CONTINUED, start=1)]
    web = openpyxl.Workbook()
    sheet: Any = web.active
    sheet.title = "web"
    for cells in [*WEB_HEAD, *(cells for cells, _outcome, _expected in WEB)]:
        sheet.append(cells)
    list_path = folder / "tai-ve.xlsx"
    web.save(list_path)
    return [
        (path, expected),
        (
            list_path,
            [
                ("web", len(WEB_HEAD) + place, outcome, what)
                for place, (_cells, outcome, what) in enumerate(WEB, start=1)
            ],
        ),
    ]
