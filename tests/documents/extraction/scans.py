"""Makes pictures of letters as office scanners do: coarse or fine, askew, noisy, faded, typed, stamped over."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageFont

from tests.documents.extraction.letters import DECISION, DIRECTIVE, GUIDANCE, LETTERS, REPORT, Letter

FONTS = Path("/usr/share/fonts/truetype/liberation2")
POINTS = 72
PAPER = (595, 842)
MARGIN = 62
RED, BLACK = (205, 30, 45), (18, 18, 24)


@dataclass(frozen=True)
class Scan:
    """How a letter was scanned. ``clean``: as a scanner in order does it, where recognition has no excuse."""

    name: str
    letter: Letter
    dpi: int = 300
    font: str = "Serif"
    size: float = 13
    skew: float = 0.0
    noise: float = 0.0
    blur: float = 0.0
    faded: float = 1.0
    seal: bool = False
    stamp: str = ""
    turned: int = 0
    clean: bool = True


SCANS: Sequence[Scan] = (
    Scan("plain, 300 dpi", DIRECTIVE),
    Scan("plain, 200 dpi", GUIDANCE, dpi=200),
    Scan("plain, 400 dpi", DECISION, dpi=400),
    Scan("sans serif, 300 dpi", REPORT, font="Sans"),
    Scan("typewriter, 300 dpi", DIRECTIVE, font="Mono", size=11),
    Scan("skewed by 1°", GUIDANCE, skew=1.0),
    Scan("skewed by -2°", DECISION, skew=-2.0),
    Scan("skewed by 3°", REPORT, skew=3.0, dpi=250),
    Scan("slight noise", DIRECTIVE, noise=18),
    Scan("seal over the signature", GUIDANCE, seal=True),
    Scan("large print, 150 dpi", REPORT, dpi=150, size=15),
    Scan("skewed, noisy, sealed", DECISION, skew=0.7, noise=12, seal=True),
    Scan("small print, 150 dpi", DIRECTIVE, dpi=150, size=11, clean=False),
    Scan("faded", GUIDANCE, faded=0.35, noise=14, clean=False),
    Scan("faded typewriter, -3°", DECISION, font="Mono", size=11, faded=0.4, noise=10, skew=-3.0, clean=False),
    Scan("blurred copy", REPORT, blur=1.6, clean=False),
    Scan("strong noise", DIRECTIVE, noise=60, clean=False),
    Scan("stamp across the text", GUIDANCE, stamp="CÔNG VĂN ĐẾN", noise=10, clean=False),
    Scan("upside down", DECISION, turned=180, clean=False),
    Scan("lying on its side", REPORT, turned=90, clean=False),
    Scan("150 dpi, skewed, noisy", GUIDANCE, dpi=150, skew=2.0, noise=25, clean=False),
    Scan("copy of a copy", DIRECTIVE, dpi=200, blur=1.0, faded=0.5, noise=30, skew=-1.0, clean=False),
    Scan("typewriter, sealed, noisy", REPORT, font="Mono", size=11, seal=True, noise=30, clean=False),
    Scan("italic, faded", GUIDANCE, font="Serif-Italic", faded=0.5, clean=False),
)


def picture(scan: Scan) -> Image.Image:
    """The page as the scanner saw it; the same each time."""
    sheet = Image.new("RGB", _pixels(*PAPER, scan.dpi), "white")
    _Pen(sheet, scan).write(scan.letter)
    if scan.faded < 1:
        sheet = ImageEnhance.Contrast(sheet).enhance(scan.faded)
        sheet = ImageChops.add(sheet, Image.new("RGB", sheet.size, (int(70 * (1 - scan.faded)),) * 3))
    if scan.seal:
        _seal(sheet, scan.dpi)
    if scan.stamp:
        _stamp(sheet, scan.stamp, scan.dpi)
    if scan.skew:
        sheet = sheet.rotate(scan.skew, Image.Resampling.BICUBIC, fillcolor="white")
    if scan.blur:
        sheet = sheet.filter(ImageFilter.GaussianBlur(scan.blur * scan.dpi / 300))
    if scan.noise:
        sheet = _noisy(sheet, scan)
    return sheet.rotate(scan.turned, expand=True) if scan.turned else sheet


def write_pdf(path: Path, *pictures: Image.Image, dpi: int = 300) -> Path:
    pictures[0].save(path, "PDF", resolution=dpi, save_all=True, append_images=pictures[1:], quality=85)
    return path


def accuracy(truth: str, read: str) -> float:
    """The share of signs that are right, white space aside: one minus edits (Myers' distance) by length."""
    truth, read = "".join(truth.split()), "".join(read.split())
    return max(0.0, 1 - _edits(truth, read) / len(truth))


def _edits(one: str, other: str) -> int:
    places: dict[str, int] = {}
    for place, char in enumerate(one):
        places[char] = places.get(char, 0) | 1 << place
    whole, last = (1 << len(one)) - 1, 1 << (len(one) - 1)
    plus, minus, distance = whole, 0, len(one)
    for char in other:
        equal = places.get(char, 0)
        across = (((equal & plus) + plus) ^ plus) | equal
        down = equal | minus
        plus_here, minus_here = minus | ~(across | plus) & whole, plus & across
        distance += bool(plus_here & last) - bool(minus_here & last)
        plus_here = (plus_here << 1 | 1) & whole
        minus_here = minus_here << 1 & whole
        plus, minus = minus_here | ~(down | plus_here) & whole, plus_here & down
    return distance


class _Pen:
    """Writes a letter onto a sheet, in points."""

    def __init__(self, sheet: Image.Image, scan: Scan) -> None:
        self.draw, self.scan, self.y = ImageDraw.Draw(sheet), scan, 48.0
        self.faces: dict[str, ImageFont.FreeTypeFont] = {}

    def write(self, letter: Letter) -> None:
        below = max(self._column(letter.left, 150, self.y), self._column(letter.right, 420, self.y))
        self.y = below + 14
        for line in letter.title:
            self._line(line, PAPER[0] / 2, self.y, bold=True)
            self.y += self.step
        self.y += 8
        for paragraph in letter.body:
            self._paragraph(paragraph)
        self.y += 12
        foot = self.y
        for place, line in enumerate(letter.recipients):
            self._line(line, MARGIN, foot + place * self.step, centred=False)
        for place, line in enumerate(letter.signature):
            gap = 46 if place == len(letter.signature) - 1 else 0
            self._line(line, 420, foot + place * self.step + gap, bold=True)

    @property
    def step(self) -> float:
        return self.scan.size * 1.45

    def _column(self, lines: Sequence[str], x: float, y: float) -> float:
        for line in lines:
            self._line(line, x, y, size=self.scan.size - 2, bold=line.isupper())
            y += self.step
        return y

    def _paragraph(self, text: str) -> None:
        line, indent = "", 22.0
        for word in text.split():
            longer = f"{line} {word}".strip()
            if self._width(longer) + indent > PAPER[0] - 2 * MARGIN:
                self._line(line, MARGIN + indent, self.y, centred=False)
                self.y += self.step
                line, indent = word, 0.0
            else:
                line = longer
        self._line(line, MARGIN + indent, self.y, centred=False)
        self.y += self.step + 4

    def _line(
        self, text: str, x: float, y: float, *, size: float = 0, bold: bool = False, centred: bool = True
    ) -> None:
        face = self._face(size or self.scan.size, bold=bold)
        self.draw.text(_pixels(x, y, self.scan.dpi), text, BLACK, font=face, anchor="ma" if centred else "la")

    def _width(self, text: str) -> float:
        return self._face(self.scan.size, bold=False).getlength(text) * POINTS / self.scan.dpi

    def _face(self, size: float, *, bold: bool) -> ImageFont.FreeTypeFont:
        family, _, slant = self.scan.font.partition("-")
        name = f"Liberation{family}-{slant or ('Bold' if bold else 'Regular')}.ttf"
        key = f"{name}/{size}"
        if key not in self.faces:
            self.faces[key] = ImageFont.truetype(FONTS / name, round(size * self.scan.dpi / POINTS))
        return self.faces[key]


def _pixels(x: float, y: float, dpi: int) -> tuple[int, int]:
    return round(x * dpi / POINTS), round(y * dpi / POINTS)


def _seal(sheet: Image.Image, dpi: int) -> None:
    """The round red seal that covers a third of the signature, from the left."""
    draw, width = ImageDraw.Draw(sheet), max(2, dpi // 100)
    x, y = _pixels(350, 640, dpi)
    for radius in (50, 46, 24):
        across = round(radius * dpi / POINTS)
        draw.ellipse((x - across, y - across, x + across, y + across), outline=RED, width=width)
    draw.text((x, y), "★", RED, font=ImageFont.truetype(FONTS / "LiberationSans-Bold.ttf", dpi // 4), anchor="mm")


def _stamp(sheet: Image.Image, text: str, dpi: int, at: tuple[float, float] = (150, 330)) -> None:
    """A framed stamp in red ink."""
    font = ImageFont.truetype(FONTS / "LiberationSans-Bold.ttf", round(20 * dpi / POINTS))
    draw = ImageDraw.Draw(sheet)
    place = _pixels(*at, dpi)
    left, top, right, bottom = draw.textbbox(place, text, font=font)
    frame = dpi // 15
    draw.rectangle((left - frame, top - frame, right + frame, bottom + frame), outline=RED, width=max(2, dpi // 90))
    draw.text(place, text, RED, font=font)


def stamped(letter: Letter, words: str, *, at: tuple[float, float] = (60, 120), dpi: int = 300) -> Image.Image:
    """A letter with a stamp in its head, where secrecy is marked."""
    sheet = picture(Scan(words, letter, dpi=dpi))
    _stamp(sheet, words, dpi, at)
    return sheet


def _noisy(sheet: Image.Image, scan: Scan) -> Image.Image:
    """Grain all over, from a generator that is seeded; Pillow's own noise differs each time."""
    dice = random.Random(scan.name)
    tile = Image.frombytes(
        "L", (256, 256), bytes(min(255, max(0, round(dice.gauss(128, scan.noise)))) for _ in range(65536))
    )
    grain = Image.new("L", sheet.size)
    for x in range(0, sheet.width, 256):
        for y in range(0, sheet.height, 256):
            grain.paste(tile.rotate(90 * dice.randrange(4)), (x, y))
    return ImageChops.add(sheet, Image.merge("RGB", (grain,) * 3), offset=-128)


__all__ = ["LETTERS", "SCANS", "Scan", "accuracy", "picture", "stamped", "write_pdf"]
