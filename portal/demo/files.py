"""The demo's attachments, made by code: a Word template, forms in PDF, a table, a chime with captions."""

from __future__ import annotations

import math
import struct
import wave
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html import escape
from io import BytesIO

from .pdf import pdf_page

SAMPLE_RATE = 11_025
#: (start in seconds, frequency in Hz) of the chime's five notes.
CHIME = ((0.0, 392.0), (0.7, 440.0), (1.4, 523.3), (2.1, 659.3), (3.0, 523.3))
CHIME_LENGTH = 5.5

MINUTES = (
    ("ĐẢNG BỘ XÃ LAM KHÊ|ĐẢNG CỘNG SẢN VIỆT NAM", "pair"),
    ("CHI BỘ …………………|Lam Khê, ngày … tháng … năm …", "pair"),
    ("BIÊN BẢN", "title"),
    ("Sinh hoạt chi bộ thường kỳ (chuyên đề) tháng … năm …", "centre"),
    ("I. Thời gian, địa điểm", "bold"),
    ("Bắt đầu … giờ …, kết thúc … giờ …, ngày … tháng … năm …; tại ……………", ""),
    ("II. Thành phần", "bold"),
    (
        "Tổng số đảng viên: …; chính thức: …; dự bị: …; miễn sinh hoạt: …; có mặt: …; vắng có lý do: …; vắng không có lý do: …",
        "",
    ),
    ("Đại biểu cấp uỷ cấp trên: ……………  Chủ trì: ……………  Thư ký: ……………", ""),
    ("III. Nội dung triển khai", "bold"),
    ("……………", ""),
    ("IV. Ý kiến phát biểu", "bold"),
    ("……………", ""),
    ("V. Kết luận của chủ trì; biểu quyết", "bold"),
    ("Tán thành: …; không tán thành: …; ý kiến khác: …", ""),
    ("VI. Phân công nhiệm vụ (nội dung, người làm, hạn hoàn thành)", "bold"),
    ("……………", ""),
    ("VII. Tự đánh giá, xếp loại buổi sinh hoạt", "bold"),
    ("……………", ""),
    ("NGƯỜI GHI BIÊN BẢN|CHỦ TRÌ", "pair"),
)
RESOLUTION = (
    ("ĐẢNG BỘ XÃ LAM KHÊ|ĐẢNG CỘNG SẢN VIỆT NAM", "pair"),
    ("CHI BỘ …………………|Lam Khê, ngày … tháng … năm …", "pair"),
    ("NGHỊ QUYẾT", "title"),
    ("Kỳ sinh hoạt tháng … năm …", "centre"),
    ("Mỗi việc trả lời ba câu hỏi: ai làm, bao giờ xong, xong thì trông thế nào.", ""),
    ("I. Kết quả thực hiện nghị quyết tháng trước", "bold"),
    ("Số việc đề ra: ……  Đã xong: ……  Chưa xong, lý do và hạn mới: ……………………", ""),
    ("II. Những việc tháng này (không quá năm việc)", "bold"),
    ("1. …………………………  Người làm: ……………  Hạn: …/…", ""),
    ("2. …………………………  Người làm: ……………  Hạn: …/…", ""),
    ("3. …………………………  Người làm: ……………  Hạn: …/…", ""),
    ("4. …………………………  Người làm: ……………  Hạn: …/…", ""),
    ("5. …………………………  Người làm: ……………  Hạn: …/…", ""),
    ("III. Biểu quyết", "bold"),
    ("Tán thành: ……  Không tán thành: ……  Ý kiến khác: ……", ""),
    ("IV. Tự đánh giá kỳ sinh hoạt: …… điểm, xếp loại ……", "bold"),
    ("|T/M CHI BỘ", "pair"),
    ("|BÍ THƯ", "pair"),
)
REQUEST = (
    ("|ĐẢNG CỘNG SẢN VIỆT NAM", "pair"),
    ("|Lam Khê, ngày … tháng … năm …", "pair"),
    ("ĐƠN ĐỀ NGHỊ", "title"),
    ("Miễn công tác và sinh hoạt đảng", "centre"),
    ("Kính gửi: Chi uỷ, Chi bộ ……………………………………", "bold"),
    ("Tôi là: …………………………………  Sinh năm: …………", ""),
    ("Ngày vào Đảng: …/…/……  Ngày chính thức: …/…/……", ""),
    ("Hiện sinh hoạt tại: …………………………………………………………", ""),
    ("Tôi nhận thấy mình tuổi cao, sức khoẻ yếu, không còn điều kiện tham gia công tác và sinh hoạt thường xuyên.", ""),
    ("Lý do cụ thể: ……………………………………………………………………", ""),
    (
        "Tôi làm đơn này đề nghị chi bộ xem xét, quyết định cho tôi được miễn công tác và sinh hoạt đảng kể từ tháng … năm …",
        "",
    ),
    (
        "Tôi xin hứa tiếp tục giữ gìn phẩm chất người đảng viên, nêu gương ở nơi cư trú và dự sinh hoạt khi có điều kiện.",
        "",
    ),
    ("|NGƯỜI LÀM ĐƠN", "pair"),
    ("|(Ký, ghi rõ họ tên)", "pair"),
    ("Ý kiến của chi bộ", "bold"),
    ("Họp ngày … tháng … năm …; tán thành: ……  không tán thành: ……  ý kiến khác: ……", ""),
    ("|T/M CHI BỘ", "pair"),
    ("|BÍ THƯ", "pair"),
)
DRAFT = (
    ("ĐẢNG BỘ TỈNH SƠN HẢI|ĐẢNG CỘNG SẢN VIỆT NAM", "pair"),
    ("ĐẢNG UỶ XÃ LAM KHÊ|", "pair"),
    ("DỰ THẢO", "centre"),
    ("QUY CHẾ LÀM VIỆC", "title"),
    ("của Đảng uỷ xã Lam Khê (bản tóm tắt để lấy ý kiến)", "centre"),
    ("Điều 5. Chế độ hội nghị", "bold"),
    ("Ban Chấp hành họp thường kỳ mỗi quý một lần; Ban Thường vụ họp mỗi tháng hai lần. Tài liệu gửi trước ít nhất ba ngày làm việc, hội nghị không đọc lại.", ""),
    ("Điều 9. Tiếp dân, đối thoại", "bold"),
    ("Bí thư Đảng uỷ tiếp dân mỗi tháng hai ngày, đối thoại với nhân dân ít nhất mỗi quý một lần ở một cụm thôn. Lịch được đăng trên cổng thông tin trước bảy ngày.", ""),
    ("Điều 12. Trả lời kiến nghị của chi bộ", "bold"),
    ("Kiến nghị của chi bộ được ghi vào sổ chung, trả lời bằng văn bản trong mười ngày làm việc; việc vượt thẩm quyền báo cáo cấp trên và báo lại cho chi bộ.", ""),
    ("Điều 15. Dự sinh hoạt chi bộ", "bold"),
    ("Mỗi đảng uỷ viên phụ trách một đến hai chi bộ, dự sinh hoạt ít nhất hai tháng một lần và gửi nhận xét về Văn phòng Đảng uỷ trước ngày 10 tháng sau.", ""),
    ("Điều 18. Công khai", "bold"),
    ("Kết luận hội nghị, tiến độ thực hiện và kết quả trả lời kiến nghị được công khai trong Đảng bộ, trừ nội dung theo quy định không được công khai.", ""),
    ("Ý kiến góp ý: ……………………………………………………………………………", ""),
    ("…………………………………………………………………………………………………", ""),
)  # fmt: skip
HARVEST = """Thôn;Diện tích (ha);Năng suất (tạ/ha);Bán qua hợp đồng (tấn)
Ao Sen;46,0;61,2;64
Đồng Mận;41,5;60,4;52
Khe Ngang;38,0;58,9;40
Yên Thạch 1;44,5;59,7;58
Yên Thạch 2;36,0;58,1;34
Gò Vải;33,5;57,3;22
Đầm Vạc;40,0;59,0;50
Thôn khác;132,5;57,1;0
"""
CAPTIONS = """WEBVTT

00:00.000 --> 00:00.700
[Tiếng chuông thứ nhất, trầm]

00:00.700 --> 00:03.000
[Ba tiếng chuông cao dần]

00:03.000 --> 00:05.500
[Tiếng chuông cuối ngân dài rồi tắt]
"""


def chime() -> bytes:
    """Five bell notes as a WAV file of one channel, about 120 kB."""
    total = int(SAMPLE_RATE * CHIME_LENGTH)
    samples = [0.0] * total
    for start, frequency in CHIME:
        begin = int(start * SAMPLE_RATE)
        for index in range(begin, total):
            t = (index - begin) / SAMPLE_RATE
            ring = math.exp(-2.1 * t)
            if ring < 0.004:
                break
            tone = math.sin(math.tau * frequency * t) + 0.35 * math.sin(math.tau * frequency * 2.76 * t) * math.exp(
                -5 * t
            )
            samples[index] += tone * ring * min(1.0, t * 120) * 0.42
    out = BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(SAMPLE_RATE)
        sound.writeframes(b"".join(struct.pack("<h", round(max(-1.0, min(1.0, value)) * 30_000)) for value in samples))
    return out.getvalue()


def _word_line(text: str, style: str) -> str:
    centred = '<w:jc w:val="center"/>' if style in {"centre", "title"} else ""
    bold = "<w:b/>" if style in {"bold", "title"} else ""
    size = 32 if style == "title" else 26
    return (
        f'<w:p><w:pPr><w:spacing w:before="60" w:after="60"/>{centred}</w:pPr><w:r><w:rPr>'
        f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>{bold}<w:sz w:val="{size}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def _word_pair(text: str) -> str:
    """Two texts side by side, in a table without lines."""
    half = '<w:tc><w:tcPr><w:tcW w:w="2500" w:type="pct"/></w:tcPr>'
    cells = "".join(f"{half}{_word_line(part, 'centre')}</w:tc>" for part in text.split("|"))
    grid = '<w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid>'
    return f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr>{grid}<w:tr>{cells}</w:tr></w:tbl>'


def word(lines: tuple[tuple[str, str], ...]) -> bytes:
    """A minimal Word document of these (text, style) lines; the styles are those of ``pdf_page``."""
    paragraphs = [_word_pair(text) if style == "pair" else _word_line(text, style) for text, style in lines]
    office = "http://schemas.openxmlformats.org"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{office}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{office}/wordprocessingml/2006/main"><w:body>'
        f"{''.join(paragraphs)}<w:sectPr><w:pgSz w:w='11906' w:h='16838'/></w:sectPr></w:body></w:document>",
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + content)
    return out.getvalue()


@dataclass(frozen=True)
class DemoFile:
    title: str
    filename: str
    make: Callable[[], bytes]


DEMO_FILES = (
    DemoFile("Mẫu nghị quyết chi bộ một trang", "mau-nghi-quyet-chi-bo.pdf", partial(pdf_page, "Mẫu nghị quyết chi bộ", RESOLUTION)),
    DemoFile("Mẫu biên bản sinh hoạt chi bộ", "mau-bien-ban-sinh-hoat-chi-bo.docx", partial(word, MINUTES)),
    DemoFile("Mẫu đơn đề nghị miễn sinh hoạt", "mau-don-mien-sinh-hoat.pdf", partial(pdf_page, "Đơn đề nghị miễn công tác và sinh hoạt đảng", REQUEST)),
    DemoFile("Dự thảo Quy chế làm việc của Đảng uỷ xã (tóm tắt)", "du-thao-quy-che-lam-viec.pdf", partial(pdf_page, "Dự thảo Quy chế làm việc của Đảng uỷ xã Lam Khê", DRAFT)),
    DemoFile("Số liệu lúa theo thôn", "so-lieu-lua-theo-thon.csv", ("\ufeff" + HARVEST).encode),
    DemoFile("Nhạc hiệu bản tin “Chuyện thôn mình”", "nhac-hieu.wav", chime),
    DemoFile("Phụ đề nhạc hiệu", "nhac-hieu.vtt", CAPTIONS.encode),
)  # fmt: skip
