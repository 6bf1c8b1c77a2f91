"""An awkward register, second round: four files, one of them CSV in Windows-1258."""

import datetime as dt
import unicodedata
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
#: A register of incoming papers, in the official form: the body is its `Tác giả`, type and abstract share a cell.
INCOMING_HEAD: list[Any] = [
    ["HUYỆN UỶ / ĐẢNG UỶ XÃ LAM KHÊ", None, None, None, "SỔ ĐĂNG KÝ CÔNG VĂN ĐẾN NĂM 2019"],
    [],
    [
        "Ngày đến",
        "Số đến",
        "Tác giả",
        "Số, ký hiệu",
        "Ngày tháng VB",
        "Tên loại và trích yếu nội dung",
        "Đơn vị hoặc người nhận",
        "Ký nhận",
        "Ghi chú",
    ],
    ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
]
INCOMING: list[Any] = [
    (["Tháng 01/2019"], PASS, {}),
    ([D(2019, 1, 25), 12, "Ban Bí thư TW", "28-CT/TW", D(2019, 1, 21), "Chỉ thị về nâng cao chất lượng kết nạp đảng viên", "Bí thư", "(đã ký)"], OK, {"symbol": "28-CT/TW", "day": "2019-01-21", "issuer": SECRETARIAT, "type": "Chỉ thị", "abstract": "về nâng cao chất lượng kết nạp đảng viên"}),
    ([D(2019, 1, 26), 13, "BBT TW Đảng", "29-CT/TW", "21/1/2019", "V/v đẩy mạnh phân luồng học sinh", "Bí thư"], OK, {"issuer": SECRETARIAT, "abstract": "về việc đẩy mạnh phân luồng học sinh"}),
    ([D(2019, 1, 26), 14, "Bộ chính trị", "30-CT/TW", "22/01/2019 ", "Chỉ thị v/v tăng cường bảo vệ quyền lợi người tiêu dùng", "Bí thư"], OK, {"issuer": POLITBURO, "abstract": "về việc tăng cường bảo vệ quyền lợi người tiêu dùng"}),
    ([D(2019, 2, 11), 15, "VP TW Đảng", "36-HD/VPTW", "03.04.2018", "Hướng dẫn thể thức và kỹ thuật trình bày văn bản của Đảng", "Văn thư"], OK, {"issuer": "Văn phòng Trung ương Đảng", "type": "Hướng dẫn"}),
    ([D(2019, 2, 11), 16, "UBKT TW", "01-HD/UBKTTW", "18/9/2018", "Hướng dẫn về công tác kiểm tra", "UBKT"], OK, {"issuer": "Uỷ ban Kiểm tra Trung ương"}),
    ([D(2019, 2, 12), 17, "Ban Tuyên giáo T.Ư", "87-HD/BTGTW", "14/1/2019", "Hướng dẫn tuyên truyền kỷ niệm ngày thành lập Đảng", "Ban TG"], OK, {"issuer": "Ban Tuyên giáo Trung ương"}),
    ([D(2019, 2, 12), 18, "Tỉnh ủy Sơn Hải", "450 - CV/TU", "11/02/2019", "Về việc chấn chỉnh chế độ báo cáo", "VP"], OK, {"issuer": PROVINCE, "type": "Công văn", "symbol": "450-CV/TU"}),
    ([D(2019, 2, 13), 19, "Tỉnh ủy Sơn Hải", "451-CV/TU", "12/02/2019", "(Mật) về tình hình nội bộ", "VP"], NO, {"secret": True}),
    ([D(2019, 2, 13), 20, "nt", "452-CV/TU", "13/02/2019", "về tổ chức Tết trồng cây", "VP"], OK, {"issuer": PROVINCE}),
    ([D(2019, 2, 14), 21, "UBND tỉnh Sơn Hải", "123/UBND-NC", "13/02/2019", "về phòng chống cháy rừng", "VP"], NO, {"because": "UBND tỉnh Sơn Hải"}),
    ([D(2019, 2, 14), 22, "Thủ tướng CP", "05/CT-TTg", "30/01/2019", "Chỉ thị về đôn đốc thực hiện nhiệm vụ sau Tết", "VP"], OK, {"issuer": "Thủ tướng Chính phủ", "type": "Chỉ thị", "symbol": "05/CT-TTg"}),
    ([D(2019, 2, 15), 23, "Bộ Nội vụ", "01/2019/TT-BNV", "24/01/2019", "Thông tư quy định quy trình trao đổi, lưu trữ", "VP"], OK, {"issuer": "Bộ Nội vụ", "type": "Thông tư"}),
    ([D(2019, 2, 15), 24, "Ban Bí thư", "31", "19/3/2019", "Chỉ thị về chương trình 30", "VP"], WARN, {"symbol": "31-CT/TW"}),
    (["Tháng 3/2019"], PASS, {}),
    ([D(2019, 3, 1), 25, "Ban Tổ chức Trung ương", "15-HD/BTCTW", "5/11/2018", "Hướng dẫn công tác quy hoạch cán bộ lãnh đạo,", "VP"], OK, {"type": "Hướng dẫn"}),
    ([None, None, None, None, None, "quản lý các cấp"], PASS, {}),
    ([D(2019, 3, 2), 26, "Ban Tổ chức Trung ương", "16-HD/BTCTW; 17-HD/BTCTW", "24/9/2018", "Hướng dẫn kiểm điểm và xếp loại", "VP"], NO, {"because": "17-HD/BTCTW"}),
    ([D(2019, 3, 3), 27, "Ban Tổ chức Trung ương", D(2018, 10, 20), "20/10/2018", "Hướng dẫn về hồ sơ", "VP"], NO, {"because": "bảng tính"}),
    (["Cộng tháng 3: 3 văn bản"], PASS, {}),
    (["Người lập sổ", None, None, None, "Xác nhận của lãnh đạo"], PASS, {}),
]  # fmt: skip

#: Papers sent out by the commune: no column for the body, number and symbol apart, repeated headings, hidden rows.
OUTGOING_HEAD: list[Any] = [
    ["ĐẢNG BỘ TỈNH SƠN HẢI", None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"],
    ["ĐẢNG UỶ XÃ LAM KHÊ"],
    ["DANH MỤC VĂN BẢN ĐI - Nhiệm kỳ 2025-2030"],
    ["TT", "Số", "Ký hiệu", "Ngày, tháng, năm ban hành", "Nội dung", "Người ký - chức vụ", "Nơi nhận", "Hiệu lực"],
]
OUTGOING: list[Any] = [
    (["A. NGHỊ QUYẾT"], PASS, {}),
    ([1, 1, "NQ/ĐU", D(2025, 8, 1), "về nhiệm vụ 6 tháng cuối năm", "Nguyễn Văn Bình - Bí thư", "Các chi bộ; Lưu VP", "Còn hiệu lực"], OK, {"symbol": "1-NQ/ĐU", "issuer": COMMUNE, "signer": "Nguyễn Văn Bình", "position": "Bí thư", "recipients": "Các chi bộ\nLưu VP"}),
    ([2, "02", "-NQ/ĐU", "15/8/2025", "Về công tác cán bộ", "T/M BAN CHẤP HÀNH\nBÍ THƯ\nNguyễn Văn Bình"], OK, {"symbol": "02-NQ/ĐU", "signer": "Nguyễn Văn Bình", "position": "Bí thư", "authority": "for"}),
    (["B. QUYẾT ĐỊNH, QUY ĐỊNH"], PASS, {}),
    ([3, 5, "QĐ/ĐU", "20/8/2025", "về thành lập tổ giúp việc", "Lê Thị Hoa"], NO, {"because": "Quy định"}),
    ([4, 6, "QĐ/ĐU", "20/8/2025", "Quy định về chế độ làm việc của cấp uỷ", "Lê Thị Hoa"], OK, {"type": "Quy định"}),
    ([5, 7, "QĐ/ĐU", "20.8.2025", "Quyết định về việc chuẩn y chi uỷ", "Lê Thị Hoa"], WARN, {"type": "Quyết định", "abstract": "về việc chuẩn y chi uỷ"}),
    (["TT", "Số", "Ký hiệu", "Ngày, tháng, năm ban hành", "Nội dung", "Người ký - chức vụ", "Nơi nhận", "Hiệu lực"], PASS, {}),
    (["C. BÁO CÁO"], PASS, {}),
    ([6, 10, "BC/ĐU", "32/8/2025", "về kết quả tháng 8", "Lê Thị Hoa"], NO, {"because": "ngày"}),
    ([7, 11, "BC/ĐU", "31/8/2025", "về kết quả tháng 8", "Lê Thị Hoa", None, "Hết hiệu lực toàn bộ"], OK, {"status": "expired"}),
    ([8, 12, "BC/ĐU", "01/9/2025", "về phong trào thi đua", "đ/c Lê Thị Hoa", None, "đang dùng"], WARN, {"signer": "Lê Thị Hoa"}),
    ([9, 13, "BC/ĐU", "30/9/25", "về kết quả tháng 9", "Lê Thị Hoa"], WARN, {"day": "2025-09-30"}),
    ([10, 13, "BC/ĐU", "30/9/2025", "về kết quả tháng 9", "Lê Thị Hoa"], NO, {"because": "Trùng"}),
    ([11, 14, "BC/ĐU", "l5/10/2025", "về sơ kết quý III", "Lê Thị Hoa"], WARN, {"day": "2025-10-15"}),
    ([12, 15, "BC/ĐU", "chưa rõ", "về tổng kết năm", "Lê Thị Hoa"], WARN, {"day": None}),
    ([13, 16, "BC/XX", "15/10/2025", "về việc riêng", "Lê Thị Hoa"], NO, {"because": "cơ quan"}),
    ([14, None, None, "15/10/2025", "Lời kêu gọi ủng hộ đồng bào vùng lũ", "Lê Thị Hoa"], None, {}),
    ([15], PASS, {}),
    ([16, None, None, None, None], PASS, {}),
]  # fmt: skip

#: A table saved as text by an old program: semicolons, Windows-1258, an empty line, quotes with line ends.
CSV = (
    "Số hiệu văn bản;Ngày ký;Cơ quan BH;Loại;Về việc;Thay thế;Văn bản liên quan;Khoá\r\n"
    '112-KL/TW;"28/5/2014";Ban Bí thư;Kết luận;"tiếp tục thực hiện\nchỉ thị về thanh niên";;;XI\r\n'
    ";;;;;;;\r\n"
    '366-QĐ/TW;30/8/2025;Bộ Chính trị;Quy định;kiểm điểm, đánh giá;"124-QĐ/TW ngày 04/10/2023; Quy định số 132-QĐ/TW ngày 08/3/2018";;\r\n'
    "124-QĐ/TW;04/10/2023;Bộ Chính trị;Quy định;kiểm điểm hằng năm;132-QĐ/TW;Hướng dẫn số 25-HD/BTCTW hướng dẫn thực hiện;XIII\r\n"
    "42-HD/BTCTW;28/10/2025;Ban Tổ chức TW;Hướng dẫn;sinh hoạt chi bộ;;hướng dẫn thực hiện Chỉ thị 50-CT/TW ngày 23/7/2025;\r\n"
    "43-HD/BTCTW;28/10/2025;Ban Tổ chức TW;Hướng dẫn;thẻ đảng;43-HD/BTCTW;;\r\n"
    "5-HD/BTCTW;25/5/2007;Ban Tổ chức TW;Hướng dẫn;sinh hoạt chi bộ;;;khoá XII\r\n"
    "9-HD/BTCTW;2984-05-25;Ban Tổ chức TW;Hướng dẫn;sinh hoạt chi bộ;;;\r\n"
    "Tổng số;8 văn bản;;;;;;\r\n"
)  # fmt: skip
CSV_EXPECTED: list[Any] = [
    (2, OK, {"symbol": "112-KL/TW", "day": "2014-05-28", "abstract": "tiếp tục thực hiện chỉ thị về thanh niên", "term": "XI"}),
    (5, OK, {"relations": [("thay thế", "124|QĐ|TW"), ("thay thế", "132|QĐ|TW")]}),
    (6, None, {"relations": [("thay thế", "132|QĐ|TW"), ("liên quan", "25|HD|BTCTW")]}),
    (7, OK, {"relations": [("hướng dẫn thực hiện", "50|CT|TW")]}),
    (8, WARN, {"relations": []}),
    (9, WARN, {"term": "X"}),
    (10, NO, {"because": "năm"}),
    (11, PASS, {}),
]  # fmt: skip

#: VNI text, misprinted codes, statuses, access, comments, several bodies; headings in capitals without marks.
MIXED_HEAD: list[Any] = [
    "SO KY HIEU VAN BAN",
    "LOAI VAN BAN",
    "NGAY THANG NAM",
    "CO QUAN BAN HANH",
    "TRICH YEU NOI DUNG",
    "TINH TRANG",
    "PHAM VI XEM",
    "GHI CHU",
]
MIXED: list[Any] = [
    (["99-QD/TW", "quy dinh", "3-10-2017", "ban bi thu", "ve khung tieu chi", "con hieu luc"], OK, {"symbol": "99-QĐ/TW", "type": "Quy định", "issuer": SECRETARIAT}),
    (["QĐ 100-QĐ/TW", "Quyết định", "4-10-2017", "Ban Bí thư", "về ban chỉ đạo", "hết hiệu lực một phần"], OK, {"symbol": "100-QĐ/TW", "status": "partly"}),
    (["08/QĐi-TW", "Quy định", "25/10/2018", "Ban Chấp hành TW Đảng", "về trách nhiệm nêu gương", "Còn HL", "Công khai"], OK, {"symbol": "08-QĐi/TW", "issuer": CENTRAL}),
    (["37-QĐ/TW", "Quy định", "25/10/2021", "Ban chấp hành trung ương", "về những điều đảng viên không được làm", None, "Đảng viên"], OK, {"level": "members"}),
    (["38-QĐ/TW", "Quy định", "25/10/2021", "Bộ Chính trị", "về phân cấp", None, "ai cũng được"], NO, {"because": "Công khai"}),
    (["39-QĐ/TW", "Quy định", "25/10/2021", "Bộ Chính trị", "về giám sát", None, "Cấp uỷ viên", "Lưu hành nội bộ"], OK, {"level": "committee", "circulation": "internal"}),
    (["40-QĐ/TW", "Quy định", "25/10/2021", "Bộ Chính trị", "về chế độ", None, None, "Văn bản mật"], NO, {"secret": True}),
    (["41-QĐ/TW", "Quy định", "3/11/2021", "Bộ Chính trị", "về từ chức", None, None, "Thay thế Quy định số 260-QĐ/TW ngày 02/10/2009"], OK, {"relations": [("thay thế", "260|QĐ|TW")]}),
    (["42-QĐ/TW", "Quy định", "3/11/2021", "Bộ Chính trị", "về mật độ dân cư", None, None, "Bản photo"], WARN, {}),
    (["43-QĐ/TW", "Nghị quyết", "3/11/2021", "Bộ Chính trị", "về việc khác"], NO, {"because": "không khớp"}),
    (["101-TB/BDVTW", "Thông báo", "5/5/2026", "Ban Dân vận Trung ương", "về giao ban"], WARN, {"issuer": "Ban Dân vận Trung ương"}),
    (["02-KH/BTGDVTW", "Kế hoạch", "5/5/2026", "Ban Tuyên giáo và Dân vận TW", "về tuyên truyền"], OK, {}),
    (["01-NQLT/BTCTW-HPN", "Nghị quyết liên tịch", "5/5/2016", "Ban Tổ chức TW và TW Hội LHPN Việt Nam", "về phối hợp"], None, {"issuer": ORGANISATION}),
    (["Soá 55-CT/TW", "Chæ thò", "ngaøy 12/5/2000", "Ban Bí thö", "veà taêng cöôøng söï laõnh ñaïo", "Coøn hieäu löïc"], OK, {"symbol": "55-CT/TW", "issuer": SECRETARIAT, "abstract": "về tăng cường sự lãnh đạo"}),
    (["66-QĐ/TW", "Quy định", "06/02/2017", unicodedata.normalize("NFD", "Ban Bí thư"), "về thể loại văn bản", "Bị thay thế bởi 399-QĐ/TW ngày 09/01/2026"], None, {"status": "expired"}),
    (["10-CT/TW", "Chỉ thị", "30/3/2007", "Ban Bí thư", "=A1"], None, {}),
]  # fmt: skip


def files(folder: Path) -> list[tuple[Path, list[tuple[str, int, str | None, dict]]]]:
    """The files, each with what should become of its rows."""
    made = []
    for name, head, rows in (
        ("den", INCOMING_HEAD, INCOMING),
        ("di", OUTGOING_HEAD, OUTGOING),
        ("khac", [MIXED_HEAD], MIXED),
    ):
        book = openpyxl.Workbook()
        sheet: Any = book.active
        sheet.title = name
        for cells in [*head, *(cells for cells, _outcome, _expected in rows)]:
            sheet.append(cells)
        if name == "di":
            sheet.row_dimensions[len(head) + 7].hidden = True
        path = folder / f"{name}.xlsx"
        book.save(path)
        expected = [
            (name, len(head) + place, outcome, what) for place, (_cells, outcome, what) in enumerate(rows, start=1)
        ]
        made.append((path, expected))
    table = folder / "luu-cu.csv"
    table.write_bytes(_in_windows_1258(CSV))
    made.append((table, [("", number, outcome, what) for number, outcome, what in CSV_EXPECTED]))
    return made


def _in_windows_1258(text: str) -> bytes:
    """The tones of that encoding stand behind their letters."""
    written = bytearray()
    for char in text:
        try:
            written += char.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", char)
            tones = [part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323"]
            rest = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
            written += "".join([rest, *tones]).encode("cp1258")
    return bytes(written)
