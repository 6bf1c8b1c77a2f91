"""The documents of the demo. Numbers, dates, bodies and relations are real; the abstracts are our own words.

The papers of the commune Lam Khê and of the province Sơn Hải are invented, as these are; so is the day of the one
of another province, whose number is real.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from portal.access.levels import Level

from . import texts

SECRETARIAT, POLITBURO, CENTRAL = "Ban Bí thư", "Bộ Chính trị", "Ban Chấp hành Trung ương Đảng"
ORGANISATION, OFFICE = "Ban Tổ chức Trung ương", "Văn phòng Trung ương Đảng"
PROVINCE, COMMUNE, NEIGHBOUR = "Tỉnh uỷ Sơn Hải", "Đảng uỷ xã Lam Khê", "Tỉnh uỷ Hoà Bình"
CELLS, MEMBERS, BUILDING, EXAMPLE, OFFICE_WORK = (
    "Sinh hoạt chi bộ", "Đảng viên", "Xây dựng Đảng", "Học tập và làm theo Hồ Chí Minh", "Văn phòng, tài chính Đảng",
)  # fmt: skip


@dataclass(frozen=True)
class Record:
    """A document; ``relations`` are (kind, number and day of the other)."""

    symbol: str
    day: dt.date
    type: str
    issuer: str
    abstract: str
    fields: tuple[str, ...] = (BUILDING,)
    relations: tuple[tuple[str, str], ...] = ()
    signer: str = ""
    position: str = ""
    level: Level = Level.PUBLIC
    text: str = ""
    expires_on: dt.date | None = None
    plenum: int | None = None
    values: dict[str, str] = field(default_factory=dict)


RECORDS = (
    Record(
        "76-QĐ/TW", dt.date(2000, 6, 15), "Quy định", POLITBURO,
        "về việc đảng viên đang công tác giữ mối liên hệ với chi uỷ và nhân dân nơi cư trú", (MEMBERS,),
    ),
    Record(
        "10-CT/TW", dt.date(2002, 3, 28), "Chỉ thị", SECRETARIAT,
        "về đẩy mạnh xây dựng và thực hiện quy chế dân chủ ở cơ sở", ("Dân vận",),
    ),
    Record(
        "10-CT/TW", dt.date(2007, 3, 30), "Chỉ thị", SECRETARIAT,
        "về nâng cao chất lượng sinh hoạt chi bộ", (CELLS,),
    ),
    Record(
        "05-HD/BTCTW", dt.date(2007, 5, 25), "Hướng dẫn", ORGANISATION,
        "về nội dung sinh hoạt của các loại hình chi bộ", (CELLS,),
        (("hướng dẫn thực hiện", "10-CT/TW ngày 30/3/2007"),),
    ),
    Record(
        "342-QĐ/TW", dt.date(2010, 12, 28), "Quyết định", POLITBURO,
        "ban hành quy định về chế độ đảng phí", (MEMBERS, OFFICE_WORK),
    ),
    Record(
        "03-CT/TW", dt.date(2011, 5, 14), "Chỉ thị", POLITBURO,
        "về tiếp tục đẩy mạnh học tập và làm theo tấm gương đạo đức Hồ Chí Minh", (EXAMPLE,),
    ),
    Record(
        "12-NQ/TW", dt.date(2012, 1, 16), "Nghị quyết", CENTRAL,
        "về một số vấn đề cấp bách trong xây dựng Đảng", (BUILDING,), plenum=4,
    ),
    Record(
        "09-HD/BTCTW", dt.date(2012, 3, 2), "Hướng dẫn", ORGANISATION,
        "về nội dung sinh hoạt chi bộ", (CELLS,),
        (("thay thế", "05-HD/BTCTW ngày 25/5/2007"), ("hướng dẫn thực hiện", "10-CT/TW ngày 30/3/2007")),
    ),
    Record(
        "05-CT/TW", dt.date(2016, 5, 15), "Chỉ thị", POLITBURO,
        "về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh", (EXAMPLE,),
        (("tiếp tục thực hiện", "03-CT/TW ngày 14/5/2011"),),
    ),
    Record(
        "04-NQ/TW", dt.date(2016, 10, 30), "Nghị quyết", CENTRAL,
        "về tăng cường xây dựng, chỉnh đốn Đảng, ngăn chặn, đẩy lùi suy thoái", (BUILDING,),
        (("tiếp tục thực hiện", "12-NQ/TW ngày 16/01/2012"),), plenum=4,
    ),
    Record(
        "18-KL/TW", dt.date(2017, 9, 22), "Kết luận", SECRETARIAT,
        "về đẩy mạnh thực hiện chỉ thị nâng cao chất lượng sinh hoạt chi bộ", (CELLS,),
        (("tiếp tục thực hiện", "10-CT/TW ngày 30/3/2007"),),
    ),
    Record(
        "121-KH/TU", dt.date(2018, 3, 12), "Kế hoạch", NEIGHBOUR,
        "thực hiện kết luận về nâng cao chất lượng sinh hoạt chi bộ", (CELLS,),
        (("triển khai, thực hiện", "18-KL/TW ngày 22/9/2017"),),
    ),
    Record(
        "21-NQ/TW", dt.date(2017, 10, 25), "Nghị quyết", CENTRAL,
        "về công tác dân số trong tình hình mới", ("Kinh tế - xã hội",),
    ),
    Record(
        "132-QĐ/TW", dt.date(2018, 3, 8), "Quy định", POLITBURO,
        "về kiểm điểm, đánh giá, xếp loại hằng năm đối với tập thể, cá nhân", ("Tổ chức, cán bộ",),
    ),
    Record(
        "12-HD/BTCTW", dt.date(2018, 7, 6), "Hướng dẫn", ORGANISATION,
        "về một số vấn đề nâng cao chất lượng sinh hoạt chi bộ", (CELLS,),
        (("thay thế", "09-HD/BTCTW ngày 02/3/2012"), ("hướng dẫn thực hiện", "10-CT/TW ngày 30/3/2007")),
    ),
    Record(
        "16-HD/BTCTW", dt.date(2018, 9, 24), "Hướng dẫn", ORGANISATION,
        "về kiểm điểm, đánh giá, xếp loại tổ chức đảng và đảng viên", ("Tổ chức, cán bộ",),
        (("hướng dẫn thực hiện", "132-QĐ/TW ngày 08/3/2018"),),
    ),
    Record(
        "213-QĐ/TW", dt.date(2020, 1, 2), "Quy định", POLITBURO,
        "về trách nhiệm của đảng viên đang công tác đối với nơi cư trú", (MEMBERS,),
        (("thay thế", "76-QĐ/TW ngày 15/6/2000"),),
    ),
    Record(
        "24-QĐ/TW", dt.date(2021, 7, 30), "Quy định", CENTRAL, "về thi hành Điều lệ Đảng", (BUILDING,),
    ),
    Record(
        "12-HD/BTCTW", dt.date(2022, 1, 18), "Hướng dẫn", ORGANISATION,
        "về nghiệp vụ công tác đảng viên", (MEMBERS,),
    ),
    Record(
        "21-NQ/TW", dt.date(2022, 6, 16), "Nghị quyết", CENTRAL,
        "về củng cố, xây dựng tổ chức cơ sở đảng, nâng cao chất lượng đội ngũ đảng viên", (BUILDING, CELLS),
    ),
    Record(
        "124-QĐ/TW", dt.date(2023, 10, 4), "Quy định", POLITBURO,
        "về kiểm điểm, đánh giá, xếp loại chất lượng hằng năm", ("Tổ chức, cán bộ",),
        (("thay thế", "132-QĐ/TW ngày 08/3/2018"),),
    ),
    Record(
        "294-QĐ/TW", dt.date(2025, 5, 26), "Quy định", CENTRAL,
        "về thi hành Điều lệ Đảng", (BUILDING,), (("thay thế", "24-QĐ/TW ngày 30/7/2021"),),
    ),
    Record(
        "50-CT/TW", dt.date(2025, 7, 23), "Chỉ thị", SECRETARIAT,
        "về tiếp tục đổi mới, nâng cao chất lượng sinh hoạt chi bộ trong giai đoạn mới", (CELLS,),
        (("liên quan", "10-CT/TW ngày 30/3/2007"),),
    ),
    Record(
        "366-QĐ/TW", dt.date(2025, 8, 30), "Quy định", POLITBURO,
        "về kiểm điểm, đánh giá, xếp loại chất lượng tổ chức đảng, đảng viên", ("Tổ chức, cán bộ",),
        (("thay thế", "124-QĐ/TW ngày 04/10/2023"),),
    ),
    Record(
        "42-HD/BTCTW", dt.date(2025, 10, 28), "Hướng dẫn", ORGANISATION,
        "về đổi mới, nâng cao chất lượng sinh hoạt chi bộ", (CELLS,),
        (("hướng dẫn thực hiện", "50-CT/TW ngày 23/7/2025"),),
    ),
    Record(
        "57-KH/TU", dt.date(2025, 12, 5), "Kế hoạch", PROVINCE,
        "thực hiện chỉ thị về tiếp tục đổi mới, nâng cao chất lượng sinh hoạt chi bộ", (CELLS,),
        (("triển khai, thực hiện", "50-CT/TW ngày 23/7/2025"),), "Trần Quốc Lập", "Phó Bí thư Thường trực",
    ),
    Record(
        "279-CV/TU", dt.date(2026, 2, 11), "Công văn", PROVINCE,
        "về việc cấp uỷ viên dự sinh hoạt với chi bộ được phân công", (CELLS,), (), "Trần Quốc Lập",
        "Phó Bí thư Thường trực", Level.MEMBERS,
    ),
    Record(
        "08-QĐ/ĐU", dt.date(2026, 2, 24), "Quyết định", COMMUNE,
        "ban hành Quy chế làm việc của Đảng uỷ xã nhiệm kỳ 2025–2030", (BUILDING,),
        (("căn cứ", "294-QĐ/TW ngày 26/5/2025"),), "Hoàng Đình Lộc", "Bí thư", text=texts.RULES,
    ),
    Record(
        "05-NQ/ĐU", dt.date(2026, 3, 16), "Nghị quyết", COMMUNE,
        "về nâng cao chất lượng sinh hoạt chi bộ ở 34 chi bộ trực thuộc giai đoạn 2026–2030", (CELLS,),
        (("căn cứ", "50-CT/TW ngày 23/7/2025"), ("căn cứ", "57-KH/TU ngày 05/12/2025")), "Hoàng Đình Lộc", "Bí thư",
        text=texts.RESOLUTION,
    ),
    Record(
        "12-HD/ĐU", dt.date(2026, 4, 2), "Hướng dẫn", COMMUNE,
        "về mẫu biên bản và cách chấm điểm buổi sinh hoạt chi bộ", (CELLS,),
        (("hướng dẫn thực hiện", "05-NQ/ĐU ngày 16/3/2026"),), "Lý Thị Thu Hiền", "Phó Bí thư Thường trực", Level.MEMBERS,
    ),
    Record(
        "14-HD/ĐU", dt.date(2026, 4, 20), "Hướng dẫn", COMMUNE,
        "về mức đóng, cách thu và nộp đảng phí ở các chi bộ", (MEMBERS, OFFICE_WORK),
        (("hướng dẫn thực hiện", "342-QĐ/TW ngày 28/12/2010"),), "Lý Thị Thu Hiền", "Phó Bí thư Thường trực",
        text=texts.DUES,
    ),
    Record(
        "15-HD/ĐU", dt.date(2026, 5, 8), "Hướng dẫn", COMMUNE,
        "về thủ tục miễn công tác và miễn sinh hoạt đảng", (MEMBERS, CELLS),
        (("căn cứ", "294-QĐ/TW ngày 26/5/2025"),), "Lý Thị Thu Hiền", "Phó Bí thư Thường trực", text=texts.EXEMPTION,
    ),
    Record(
        "29-TB/ĐU", dt.date(2026, 5, 12), "Thông báo", COMMUNE,
        "danh sách đảng viên được miễn sinh hoạt đảng quý II/2026", (MEMBERS,), (), "Hoàng Đình Lộc", "Bí thư",
        Level.COMMITTEE,
    ),
    Record(
        "31-TB/ĐU", dt.date(2026, 5, 20), "Thông báo", COMMUNE,
        "kết luận của Ban Thường vụ về phân công đảng uỷ viên phụ trách chi bộ", (CELLS,), (), "Hoàng Đình Lộc", "Bí thư",
        Level.COMMITTEE,
    ),
    Record(
        "30/2020/NĐ-CP", dt.date(2020, 3, 5), "Nghị định", "Chính phủ", "về công tác văn thư", (OFFICE_WORK,), (),
        "Nguyễn Xuân Phúc", "Thủ tướng Chính phủ", values={"effective_on": "2020-03-05"},
    ),
)  # fmt: skip
