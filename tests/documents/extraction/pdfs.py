"""Writes small PDFs by hand, good and bad ones: no library would write the bad ones."""

import zlib
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image
from pypdf import PdfReader, PdfWriter

from portal.text.legacy import encode

CATALOGUE, PAGES = 1, 2


class Pdf:
    """Objects of a file in the order of their numbers; 1 is the catalogue, 2 the list of pages."""

    def __init__(self) -> None:
        self.objects: list[bytes] = [b"", b""]
        self.pages: list[int] = []
        self.catalogue = b""
        #: Instead of the list of pages.
        self.listed = b""

    def add(self, body: bytes) -> int:
        self.objects.append(body)
        return len(self.objects)

    def stream(self, content: bytes, entries: bytes = b"", *, packed: bool = False) -> int:
        data, how = (zlib.compress(content, 9), b"/Filter/FlateDecode") if packed else (content, b"")
        return self.add(b"<<%s%s/Length %d>>\nstream\n%s\nendstream" % (entries, how, len(data), data))

    def page(self, content: bytes, resources: bytes = b"", more: bytes = b"", *, packed: bool = False) -> int:
        shown = self.stream(content, packed=packed)
        body = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<<%s>>%s>>"
        self.pages.append(self.add(body % (shown, resources, more)))
        return self.pages[-1]

    def whole(self) -> bytes:
        kids = b" ".join(b"%d 0 R" % page for page in self.pages)
        self.objects[0] = b"<</Type/Catalog/Pages 2 0 R%s>>" % self.catalogue
        listed = self.listed or b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(self.pages))
        self.objects[1] = listed
        out, places = BytesIO(), []
        out.write(b"%PDF-1.7\n")
        for number, body in enumerate(self.objects, 1):
            places.append(out.tell())
            out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        start = out.tell()
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
        out.writelines(b"%010d 00000 n \n" % place for place in places)
        out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, start))
        return out.getvalue()

    def save(self, path: Path) -> Path:
        path.write_bytes(self.whole())
        return path

    # Fonts and pictures

    def unicode_font(self, text: str, *, to: str | None = "") -> bytes:
        """A font whose signs are numbered by their code points. ``to``: what all letters become; ``None``: not told."""
        signs = sorted(set(text))
        pairs = "\n".join(f"<{ord(sign):04X}> <{ord(sign if sign == ' ' else to or sign):04X}>" for sign in signs)
        table = f"begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{len(signs)} beginbfchar\n{pairs}\nendbfchar\nendcmap"
        known = b"" if to is None else b"/ToUnicode %d 0 R" % self.stream(table.encode())
        below = self.add(
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/LiberationSerif/DW 500"
            b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
        )
        font = self.add(
            b"<</Type/Font/Subtype/Type0/BaseFont/LiberationSerif/Encoding/Identity-H/DescendantFonts[%d 0 R]%s>>"
            % (below, known)
        )
        return b"/Font<</F %d 0 R>>" % font

    def latin_font(self, name: str) -> bytes:
        body = b"<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+%s/Encoding/WinAnsiEncoding>>"
        return b"/Font<</F %d 0 R>>" % self.add(body % name.encode())

    def jpeg(self, picture: Image.Image, filling: bytes = b"") -> bytes:
        held = BytesIO()
        picture.convert("L").save(held, "JPEG")
        entries = (
            b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode"
        )
        number = self.stream(held.getvalue() + filling, entries % picture.size)
        return b"/XObject<</I %d 0 R>>" % number


def shown(lines: Iterable[str], *, two_bytes: bool = True, shift: int = 0) -> bytes:
    """Lines from the top of the page down; ``shift`` for fonts that number their signs in an order of their own."""
    lines = ["".join(chr(ord(sign) - shift) for sign in line) for line in lines] if shift else lines
    coding = "utf-16-be" if two_bytes else "cp1252"
    drawn = b"\n".join(b"<%s> Tj 0 -18 Td" % line.encode(coding).hex().encode() for line in lines)
    return b"BT /F 12 Tf 60 780 Td\n%s\nET" % drawn


def text_pdf(*pages: Sequence[str]) -> Pdf:
    pdf = Pdf()
    for lines in pages:
        pdf.page(shown(lines), pdf.unicode_font("".join(lines)))
    return pdf


def legacy_pdf(lines: Sequence[str], encoding: str, font: str) -> Pdf:
    pdf = Pdf()
    pdf.page(shown([encode(line, encoding) for line in lines], two_bytes=False), pdf.latin_font(font))
    return pdf


WHOLE_PAGE = b"q 595 0 0 842 0 0 cm /I Do Q"


def scanned_page(pdf: Pdf, picture: Image.Image, filling: bytes = b"", over: bytes = b"", font: bytes = b"") -> int:
    return pdf.page(WHOLE_PAGE + b"\n" + over, pdf.jpeg(picture, filling) + font)


def signed_pdf(lines: Sequence[str], *, filled: bool = True, contents: bytes = b"/Contents<30820100>") -> Pdf:
    """With a signature field; the signature itself is none, and nobody here verifies any."""
    pdf = text_pdf(lines)
    value = pdf.add(
        b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Name(V\\341n th\\3475)/M(D:20240105093000+07'00')"
        b"/ByteRange[0 1 2 3]" + contents + b">>"
    )
    entry = pdf.add(b"<</FT/Sig/T(Chu ky)%s>>" % (b"/V %d 0 R" % value if filled else b""))
    outer = pdf.add(b"<</T(form)/Kids[%d 0 R]>>" % entry)
    pdf.catalogue = b"/AcroForm<</SigFlags 3/Fields[%d 0 R]>>" % outer
    return pdf


def encrypted(pdf: Pdf, path: Path, password: str, algorithm: str = "AES-256") -> Path:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf.whole())))
    writer.encrypt(user_password=password, owner_password="chu-so-huu", algorithm=algorithm)
    writer.write(path)
    return path
