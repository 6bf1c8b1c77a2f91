"""The imaginary committee's emblem: a gold star over terraces and ears of rice on a red disc."""

from __future__ import annotations

import math
from io import BytesIO

from PIL import Image, ImageDraw

from .canvas import Point, star_points
from .palette import DEEP_RED, GOLD, RED, STAR

SIDE = 512
SCALE = 3


def emblem_png() -> bytes:
    side = SIDE * SCALE
    picture = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)

    def scaled(points: list[Point]) -> list[Point]:
        return [(x * SCALE, y * SCALE) for x, y in points]

    def disc(radius: float, colour: tuple[int, int, int]) -> None:
        pen.ellipse(
            [(256 - radius) * SCALE, (256 - radius) * SCALE, (256 + radius) * SCALE, (256 + radius) * SCALE],
            fill=colour,
        )

    disc(254, GOLD)
    disc(240, DEEP_RED)
    disc(228, RED)
    for step in range(4):
        inset = step * 26
        arc = [256 - 190 + inset, 300 + step * 34, 256 + 190 - inset, 420 + step * 22]
        pen.arc([value * SCALE for value in arc], 200, 340, fill=GOLD, width=11 * SCALE)
    pen.polygon(scaled(star_points(256, 196, 104)), fill=STAR)
    for side_sign in (-1, 1):
        for step in range(9):
            angle = math.radians(62 + step * 13)
            x = 256 + side_sign * math.sin(angle) * 196
            y = 256 + math.cos(angle) * 196
            _grain(pen, x, y, side_sign * (math.pi / 2 - angle) + math.radians(28) * side_sign)
            _grain(pen, x, y, side_sign * (math.pi / 2 - angle) - math.radians(28) * side_sign)
    out = BytesIO()
    picture.resize((SIDE, SIDE), Image.Resampling.LANCZOS).save(out, "PNG", optimize=True)
    return out.getvalue()


def _grain(pen: ImageDraw.ImageDraw, x: float, y: float, turn: float) -> None:
    """One grain of rice, 34 long, pointing up and turned by ``turn``."""
    outline = []
    for step in range(24):
        t = math.tau * step / 24
        px, py = math.sin(t) * 7.5, math.cos(t) * 17 - 12
        outline.append(
            (
                (x + px * math.cos(turn) - py * math.sin(turn)) * SCALE,
                (y + px * math.sin(turn) + py * math.cos(turn)) * SCALE,
            )
        )
    pen.polygon(outline, fill=GOLD)
