"""Files of the demo's documents, made by code: a resolution as PDF and Word, a guidance as PDF, a notice as a scan.

What they say is known, so they are written down as read; only the pictures of their pages are drawn by the worker.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from PIL import Image
from pypdf import PdfReader, PdfWriter

from documents.dates import citation_date
from documents.files.storing import new_folder, path_of, stored_name
from documents.files.tasks import go_on_with_file
from documents.models import Attachment, AttachmentRole, DocumentFile, FilePage, Quarantine, Reading
from documents.models.files import Kind
from portal.demo.accounts import demo_user
from portal.demo.files import word
from portal.demo.pdf import pdf_page

from . import texts
from .records import Record

CLERK = "vanthu"
_LINES_ON_A_PAGE = 17
_SURE = 94

#: Lines with their style, as ``portal.demo.pdf`` draws them.
Lines = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Paper:
    """A file to be made of pages of lines."""

    name: str
    make: Callable[[str, Sequence[Lines]], bytes]
    pages: Sequence[Lines]
    role: AttachmentRole = AttachmentRole.MAIN
    kind: Kind = Kind.PDF
    is_scan: bool = False


def attachments_of(record: Record) -> list[Attachment]:
    """The files of ``record``, made now."""
    make = _PAPERS.get(record.symbol)
    papers: Iterable[Paper] = make(record) if make is not None else ()
    return [Attachment(file=_written(paper), role=paper.role, sort_order=place) for place, paper in enumerate(papers)]


def _written(paper: Paper) -> DocumentFile:
    content, clerk = paper.make(paper.name, paper.pages), demo_user(CLERK)
    stored = stored_name(new_folder(), paper.kind)
    path_of(stored).write_bytes(content)
    file: DocumentFile = DocumentFile.objects.create(
        file=stored, name=f"{paper.name}.{paper.kind}", kind=paper.kind, size=len(content),
        sha256=hashlib.sha256(content).hexdigest(), uploaded_by_id=clerk.pk if clerk else None, page_count=len(paper.pages),
        reading=Reading.READING, quarantine=Quarantine.RELEASED,
    )  # fmt: skip
    told = {"source": "ocr", "confidence": _SURE, "looked_at": True, "pictured": True} if paper.is_scan else {}
    FilePage.objects.bulk_create(
        FilePage(file=file, number=number, text="\n".join(_words(lines)), **told)
        for number, lines in enumerate(paper.pages, start=1)
    )
    go_on_with_file.enqueue(file.pk)
    return file


def _words(lines: Lines) -> Iterable[str]:
    for text, style in lines:
        yield from (part for part in (text.split("|") if style == "pair" else [text]) if part)


# Papers


def _head(record: Record) -> list[tuple[str, str]]:
    day, month, year = citation_date(record.day).split("/")
    return [
        ("ĐẢNG BỘ XÃ LAM KHÊ|ĐẢNG CỘNG SẢN VIỆT NAM", "pair"),
        (f"Số {record.symbol}|Lam Khê, ngày {day} tháng {month} năm {year}", "pair"),
        (record.type.upper(), "title"),
        (record.abstract, "centre"),
    ]


def _foot(record: Record) -> list[tuple[str, str]]:
    return [
        ("Nơi nhận:|T/M ĐẢNG UỶ", "pair"),
        (f"- Các chi bộ trực thuộc,|{record.position.upper()}", "pair"),
        (f"- Lưu Văn phòng Đảng uỷ.|{record.signer}", "pair"),
    ]


def _paged(lines: Lines) -> list[Lines]:
    return [lines[start : start + _LINES_ON_A_PAGE] for start in range(0, len(lines), _LINES_ON_A_PAGE)]


def _resolution(record: Record) -> Iterable[Paper]:
    body = [(line, "") for line in texts.RESOLUTION.replace(",\n", ", ", 1).split("\n")]
    pages = _paged([*_head(record), *body, *_foot(record)])
    yield Paper("Nghị quyết 05-NQ-ĐU", _pdf, pages)
    yield Paper("Nghị quyết 05-NQ-ĐU", _word, [[*_head(record), *body]], AttachmentRole.EDITABLE, Kind.DOCX)


def _guidance(record: Record) -> Iterable[Paper]:
    body = [
        ("Đảng uỷ xã hướng dẫn các chi bộ ghi biên bản và chấm điểm buổi sinh hoạt như sau:", ""),
        ("1. Biên bản ghi theo mẫu kèm theo, đủ giờ bắt đầu, giờ kết thúc, người có mặt, người vắng và lý do.", ""),
        ("2. Mỗi ý kiến ghi tên người phát biểu và nội dung chính, không chép nguyên văn.", ""),
        ("3. Chi uỷ tự chấm điểm ngay sau buổi họp; đảng uỷ viên phụ trách chấm lại trong mười ngày.", ""),
        ("4. Điểm từ 90 là loại tốt, từ 70 là loại khá, từ 50 là loại trung bình, dưới 50 là loại kém.", ""),
    ]
    yield Paper("Hướng dẫn 12-HD-ĐU", _pdf, [[*_head(record), *body, *_foot(record)]])


def _notice(record: Record) -> Iterable[Paper]:
    body = [
        ("Ban Thường vụ Đảng uỷ thống nhất phân công đảng uỷ viên phụ trách chi bộ từ tháng 6 năm 2026:", ""),
        ("1. Mỗi đảng uỷ viên phụ trách hai hoặc ba chi bộ, trong đó có ít nhất một chi bộ ở thôn xa.", ""),
        ("2. Đảng uỷ viên dự sinh hoạt ít nhất một kỳ mỗi quý và báo cáo kết quả với Thường trực Đảng uỷ.", ""),
        ("3. Văn phòng Đảng uỷ lập danh sách phân công và gửi đến các chi bộ.", ""),
    ]
    yield Paper("Thông báo 31-TB-ĐU (bản quét)", _scan, [[*_head(record), *body, *_foot(record)]], is_scan=True)


_PAPERS: dict[str, Callable[[Record], Iterable[Paper]]] = {
    "05-NQ/ĐU": _resolution,
    "12-HD/ĐU": _guidance,
    "31-TB/ĐU": _notice,
}


# Kinds of files


def _pdf(title: str, pages: Sequence[Lines]) -> bytes:
    whole, out = PdfWriter(), BytesIO()
    for lines in pages:
        whole.append(PdfReader(BytesIO(pdf_page(title, tuple(lines)))))
    whole.write(out)
    return out.getvalue()


def _scan(title: str, pages: Sequence[Lines]) -> bytes:
    """As if the paper had gone through a scanner, a little askew."""
    drawn, out = pypdfium2.PdfDocument(_pdf(title, pages)), BytesIO()
    sheets = [page.render(scale=150 / 72).to_pil().convert("L") for page in drawn]
    turned = [sheet.rotate(0.6, Image.Resampling.BICUBIC, fillcolor=255) for sheet in sheets]
    turned[0].save(out, "PDF", resolution=150, save_all=True, append_images=turned[1:])
    return out.getvalue()


def _word(title: str, pages: Sequence[Lines]) -> bytes:
    return word(tuple(line for lines in pages for line in lines))
