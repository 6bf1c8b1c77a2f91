"""A small drawing surface for the demo pictures: flat shapes, soft gradients, a little paper grain.

Everything is drawn at twice the size and reduced at the end, which smooths every edge at once. All randomness comes
from the ``random.Random`` that the scene gets, so that the same seed gives the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from itertools import pairwise
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Colour = tuple[int, int, int]
Point = tuple[float, float]

OVERSIZE = 2
JPEG_QUALITY = 80
GRAIN_TILE = 256


def rgb(text: str) -> Colour:
    """``"#a8121a"`` as three numbers."""
    text = text.lstrip("#")
    return int(text[0:2], 16), int(text[2:4], 16), int(text[4:6], 16)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """``one`` moved towards ``other`` by ``share`` (0 … 1)."""
    r, g, b = (round(a + (z - a) * share) for a, z in zip(one, other, strict=True))
    return r, g, b


def lighter(colour: Colour, share: float) -> Colour:
    return mix(colour, (255, 252, 244), share)


def darker(colour: Colour, share: float) -> Colour:
    return mix(colour, (22, 18, 20), share)


def star_points(
    x: float, y: float, radius: float, *, turn: float = 0.0, points: int = 5, inner: float = 0.382
) -> list[Point]:
    corners = []
    for step in range(points * 2):
        reach = radius if step % 2 == 0 else radius * inner
        angle = math.pi * step / points - math.pi / 2 + turn
        corners.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return corners


def curve(points: Sequence[Point], steps: int = 14) -> list[Point]:
    """A smooth line through the points (Catmull-Rom)."""
    padded = [points[0], *points, points[-1]]
    line: list[Point] = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(steps):
            t = step / steps
            line.append(
                tuple(  # type: ignore[arg-type]
                    0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t**3)
                    for p, q, r, s in zip(a, b, c, d, strict=True)
                )
            )
    return [*line, points[-1]]


class Canvas:
    """A picture in the making. Coordinates are those of the finished picture, whatever the inner size is."""

    def __init__(self, width: int, height: int, rng: Random) -> None:
        self.width, self.height, self.rng = width, height, rng
        self.image = Image.new("RGB", (width * OVERSIZE, height * OVERSIZE), (250, 247, 242))
        self.pen = ImageDraw.Draw(self.image)

    # Plain shapes

    @staticmethod
    def _scaled(points: Iterable[Point]) -> list[Point]:
        return [(x * OVERSIZE, y * OVERSIZE) for x, y in points]

    def poly(self, points: Iterable[Point], colour: Colour) -> None:
        self.pen.polygon(self._scaled(points), fill=colour)

    def rect(self, x: float, y: float, w: float, h: float, colour: Colour, radius: float = 0) -> None:
        box = [x * OVERSIZE, y * OVERSIZE, max(x, x + w) * OVERSIZE, max(y, y + h) * OVERSIZE]
        if radius:
            self.pen.rounded_rectangle(box, radius * OVERSIZE, fill=colour)
        else:
            self.pen.rectangle(box, fill=colour)

    def oval(self, x: float, y: float, rx: float, ry: float, colour: Colour) -> None:
        self.pen.ellipse(
            [(x - rx) * OVERSIZE, (y - ry) * OVERSIZE, (x + rx) * OVERSIZE, (y + ry) * OVERSIZE], fill=colour
        )

    def disc(self, x: float, y: float, r: float, colour: Colour) -> None:
        self.oval(x, y, r, r, colour)

    def ring(self, x: float, y: float, r: float, width: float, colour: Colour) -> None:
        box = [(x - r) * OVERSIZE, (y - r) * OVERSIZE, (x + r) * OVERSIZE, (y + r) * OVERSIZE]
        self.pen.ellipse(box, outline=colour, width=max(1, round(width * OVERSIZE)))

    def line(self, points: Iterable[Point], width: float, colour: Colour) -> None:
        scaled = self._scaled(points)
        self.pen.line(scaled, fill=colour, width=max(1, round(width * OVERSIZE)), joint="curve")

    def star(self, x: float, y: float, r: float, colour: Colour, *, turn: float = 0.0) -> None:
        self.poly(star_points(x, y, r, turn=turn), colour)

    # Soft shapes

    def _column(self, height: int, stops: Sequence[tuple[float, Colour]]) -> Image.Image:
        """A one-pixel wide gradient, top to bottom."""
        column = Image.new("RGB", (1, height))
        pixels: list[Colour] = []
        for row in range(height):
            place = row / max(1, height - 1)
            before, after = stops[0], stops[-1]
            for left, right in pairwise(stops):
                if left[0] <= place <= right[0]:
                    before, after = left, right
                    break
            span = (after[0] - before[0]) or 1
            pixels.append(mix(before[1], after[1], min(1, max(0, (place - before[0]) / span))))
        column.putdata(pixels)
        return column

    def _wide(self, stops: Sequence[tuple[float, Colour]], size: tuple[int, int]) -> Image.Image:
        """A gradient of this size; every row is of one colour, so nothing need be interpolated."""
        return self._column(size[1], stops).resize(size, Image.Resampling.NEAREST)

    def backdrop(self, *colours: Colour) -> None:
        """The whole picture as one vertical gradient."""
        steps = len(colours) - 1
        stops = [(index / steps, colour) for index, colour in enumerate(colours)]
        self.image.paste(self._wide(stops, self.image.size), (0, 0))

    def shade_poly(self, points: Sequence[Point], top: Colour, bottom: Colour) -> None:
        """A polygon filled with a vertical gradient over its own height."""
        scaled = self._scaled(points)
        left, right = min(p[0] for p in scaled), max(p[0] for p in scaled)
        upper, lower = min(p[1] for p in scaled), max(p[1] for p in scaled)
        left, upper = max(0, math.floor(left)), max(0, math.floor(upper))
        right, lower = min(self.image.width, math.ceil(right) + 1), min(self.image.height, math.ceil(lower) + 1)
        if right <= left or lower <= upper:
            return
        size = (right - left, lower - upper)
        mask = Image.new("L", size, 0)
        ImageDraw.Draw(mask).polygon([(x - left, y - upper) for x, y in scaled], fill=255)
        self.image.paste(self._wide([(0, top), (1, bottom)], size), (left, upper), mask)

    def shade_rect(self, x: float, y: float, w: float, h: float, top: Colour, bottom: Colour) -> None:
        left, upper = round(x * OVERSIZE), round(y * OVERSIZE)
        size = (round((x + w) * OVERSIZE) - left, round((y + h) * OVERSIZE) - upper)
        if min(size) > 0:
            self.image.paste(self._wide([(0, top), (1, bottom)], size), (left, upper))

    def glow(self, x: float, y: float, r: float, colour: Colour, strength: float = 1.0) -> None:
        """Light that fades out towards its rim."""
        side = round(r * 2 * OVERSIZE)
        mask = ImageChops.invert(Image.radial_gradient("L")).point(
            lambda v: min(255, max(0, round((v - 74) * 1.41 * strength)))
        )
        self.image.paste(
            colour,
            (round((x - r) * OVERSIZE), round((y - r) * OVERSIZE)),
            mask.resize((side, side), Image.Resampling.BILINEAR),
        )

    def veil(
        self, paint: Callable[[ImageDraw.ImageDraw, float], None], colour: Colour, strength: float, blur: float = 0
    ) -> None:
        """Colour laid over the picture through a soft mask; ``paint`` draws the mask with ``fill=255``.

        The mask has half the pixels each way, as it is blurred anyway; ``paint`` gets the factor for coordinates.
        """
        factor = 0.5
        mask = Image.new("L", (round(self.width * factor), round(self.height * factor)), 0)
        paint(ImageDraw.Draw(mask), factor)
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur * factor))
        box = mask.getbbox()
        if box is None:
            return
        scale = round(OVERSIZE / factor)
        size = ((box[2] - box[0]) * scale, (box[3] - box[1]) * scale)
        mask = mask.crop(box).point(lambda v: round(v * strength)).resize(size, Image.Resampling.BILINEAR)
        self.image.paste(colour, (box[0] * scale, box[1] * scale), mask)

    def shadow(
        self, x: float, y: float, rx: float, ry: float, strength: float = 0.25, colour: Colour = (30, 22, 20)
    ) -> None:
        """A soft oval shadow on the ground."""
        side = (round(rx * 2.6 * OVERSIZE), max(2, round(ry * 2.6 * OVERSIZE)))
        mask = ImageChops.invert(Image.radial_gradient("L")).point(
            lambda v: min(255, max(0, round((v - 74) * 1.6 * strength)))
        )
        self.image.paste(
            colour,
            (round((x - rx * 1.3) * OVERSIZE), round((y - ry * 1.3) * OVERSIZE)),
            mask.resize(side, Image.Resampling.BILINEAR),
        )

    # Finish

    def finished(self, grain: int = 5) -> Image.Image:
        """The picture at its size, with a little paper grain."""
        picture = self.image.reduce(OVERSIZE)
        tile = Image.frombytes("L", (GRAIN_TILE, GRAIN_TILE), self.rng.randbytes(GRAIN_TILE * GRAIN_TILE))
        tile = tile.filter(ImageFilter.GaussianBlur(0.6)).point(lambda v: round((v - 128) / 128 * grain * 2.2) + 128)
        sheet = Image.new("L", picture.size)
        for left in range(0, picture.width, GRAIN_TILE):
            for upper in range(0, picture.height, GRAIN_TILE):
                sheet.paste(tile, (left, upper))
        return ImageChops.add(picture, Image.merge("RGB", (sheet, sheet, sheet)), 1, -128)

    def jpeg(self) -> bytes:
        buffer = BytesIO()
        self.finished().save(buffer, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)
        return buffer.getvalue()
