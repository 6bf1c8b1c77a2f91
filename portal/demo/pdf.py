"""A PDF page written by hand: the drawn page as a picture, and its text, invisible, for search and screen readers.

The portal's own font is a web font in two subsets, which PDF cannot embed; Pillow can draw with it.
"""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).resolve().parent.parent / "static" / "portal" / "fonts"
#: A4 at 150 dots an inch.
WIDTH, HEIGHT = 1240, 1754
POINTS = 72 / 150
MARGIN = 150
#: What the font's Vietnamese subset holds; the Latin subset holds the rest.
VIETNAMESE = frozenset("ĂăĐđĨĩŨũƠơƯư") | frozenset(map(chr, range(0x1EA0, 0x1EFA)))


@cache
def _font(subset: str, weight: int, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"be-vietnam-pro-{subset}-{weight}.woff2", size)


def _runs(text: str, weight: int, size: int) -> list[tuple[str, ImageFont.FreeTypeFont]]:
    return [(char, _font("vietnamese" if char in VIETNAMESE else "latin", weight, size)) for char in text]


def _length(text: str, weight: int, size: int) -> float:
    return sum(font.getlength(char) for char, font in _runs(text, weight, size))


def _wrapped(text: str, weight: int, size: int) -> list[str]:
    """``text`` in lines that fit between the margins."""
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and _length(longer, weight, size) > WIDTH - 2 * MARGIN:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def pdf_page(title: str, lines: tuple[tuple[str, str], ...]) -> bytes:
    """One A4 page of (text, style) lines.

    Styles are ``title``, ``centre``, ``bold``, plain, and ``pair``: two texts parted by ``|``, each in its half.
    """
    picture = Image.new("L", (WIDTH, HEIGHT), 255)
    pen = ImageDraw.Draw(picture)
    y = float(MARGIN)
    spoken: list[str] = []
    for text, style in lines:
        weight = 700 if style in {"bold", "title"} else 400
        size = 40 if style == "title" else 27
        y += 26 if style in {"bold", "title"} else 8
        for placed in _placed(text, style, weight, size):
            for x, part in placed:
                spoken.append(_invisible(part, x * POINTS, (HEIGHT - y - size) * POINTS, size * POINTS))
                for char, font in _runs(part, weight, size):
                    pen.text((x, y + size), char, font=font, fill=0, anchor="ls")
                    x += font.getlength(char)
            y += size * 1.55
    page = f"q {WIDTH * POINTS:.1f} 0 0 {HEIGHT * POINTS:.1f} 0 0 cm /Im Do Q\nBT 3 Tr\n{''.join(spoken)}ET"
    return _document(title, picture.point(lambda v: v // 17 * 17), page)


def _placed(text: str, style: str, weight: int, size: int) -> list[list[tuple[float, str]]]:
    """The lines that ``text`` takes, each as texts with the place where they begin."""

    def centred(part: str, middle: float) -> tuple[float, str]:
        return middle - _length(part, weight, size) / 2, part

    if style == "pair":
        left, right = text.split("|")
        return [[centred(left, WIDTH * 0.3), centred(right, WIDTH * 0.7)]]
    lines = _wrapped(text, weight, size)
    if style in {"centre", "title"}:
        return [[centred(line, WIDTH / 2)] for line in lines]
    return [[(float(MARGIN), line)] for line in lines]


def _invisible(text: str, x: float, y: float, size: float) -> str:
    return f"/F {size:.1f} Tf 1 0 0 1 {x:.1f} {y:.1f} Tm <{text.encode('utf-16-be').hex()}> Tj\n"


def _document(title: str, picture: Image.Image, page: str) -> bytes:
    """The objects of the file, the table that says where each begins, and the trailer."""
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n1 beginbfrange <0000> <FFFF> <0000> endbfrange\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    system = "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    box = f"0 0 {WIDTH * POINTS:.1f} {HEIGHT * POINTS:.1f}"
    image = (
        f"/Type /XObject /Subtype /Image /Width {WIDTH} /Height {HEIGHT} /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (vi) /ViewerPreferences << /DisplayDocTitle true >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R "
        "/Resources << /XObject << /Im 5 0 R >> /Font << /F 6 0 R >> >> >>".encode(),
        _stream(page.encode()),
        _stream(picture.tobytes(), image),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Helvetica /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>",
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Helvetica /CIDSystemInfo {system} /DW 520 /FontDescriptor 10 0 R >>".encode(),
        _stream(to_unicode.encode()),
        f"<< /Title <feff{title.encode('utf-16-be').hex()}> >>".encode(),
        (
            b"<< /Type /FontDescriptor /FontName /Helvetica /Flags 32 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 "
            b"/Descent -200 /CapHeight 700 /StemV 80 >>"
        ),
    ]
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 9 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def _stream(content: bytes, entries: str = "") -> bytes:
    packed = zlib.compress(content, 9)
    return f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream"
