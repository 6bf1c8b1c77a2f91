"""Small registers for tests, as workbooks or as text."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

HEADINGS = (
    "Số, ký hiệu",
    "Ngày ban hành",
    "Loại văn bản",
    "Trích yếu",
    "Cơ quan ban hành",
    "Văn bản liên quan",
    "Độ mật",
)
DIRECTIVE = ("10-CT/TW", "30/3/2007", "Chỉ thị", "về nâng cao chất lượng sinh hoạt chi bộ", "Ban Bí thư")
OLD_GUIDANCE = ("09-HD/BTCTW", "02/3/2012", "Hướng dẫn", "về nội dung sinh hoạt chi bộ", "Ban Tổ chức Trung ương")
GUIDANCE = (
    "12-HD/BTCTW", "06/7/2018", "Hướng dẫn", "về nâng cao chất lượng sinh hoạt", "Ban Tổ chức Trung ương",
    "Thay thế 09-HD/BTCTW ngày 02/3/2012; hướng dẫn thực hiện Chỉ thị 10-CT/TW ngày 30/3/2007",
)  # fmt: skip


def workbook(*rows: Sequence[Any], headings: Sequence[str] = HEADINGS) -> bytes:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (headings, *rows):
        sheet.append(list(row))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def register_file(
    folder: Path, *rows: Sequence[Any], name: str = "so.xlsx", headings: Sequence[str] = HEADINGS
) -> Path:
    path = folder / name
    path.write_bytes(workbook(*rows, headings=headings))
    return path


def text_file(folder: Path, *rows: Sequence[Any], separator: str = ";", encoding: str = "utf-8-sig") -> Path:
    lines = [separator.join(f'"{value or ""}"' for value in row) for row in (HEADINGS, *rows)]
    path = folder / "so.csv"
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path
