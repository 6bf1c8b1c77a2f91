"""Drawn portraits for the organisation chart: head and shoulders, each person's own and always the same."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

from portal.text import slugify

from .canvas import Canvas, Colour, Point, curve, darker, lighter, mix, rgb
from .palette import GOLD, PAPER, RED

SIZE = (510, 680)
SKINS = tuple(rgb(c) for c in ("#e9bf9a", "#deae86", "#d39d74"))
BLACK, GREY = rgb("#2a2321"), rgb("#7d7874")
GROUNDS = tuple(rgb(c) for c in ("#cfdcdd", "#dcd8cb", "#c9d6cc", "#d9d3dc"))
SUITS = tuple(rgb(c) for c in ("#2f3f4a", "#3b3f52", "#4a4340", "#34474a"))
DRESSES = tuple(rgb(c) for c in ("#8f2f3f", "#2f5d62", "#5b4a72", "#a8563a"))
GREEN = rgb("#4d6043")


@dataclass(frozen=True)
class Look:
    """What tells one face from another."""

    woman: bool
    skin: Colour
    hair: Colour
    #: Half the head's width and height.
    head: tuple[float, float]
    glasses: bool
    uniform: bool


def _look(name: str, *, uniform: bool) -> Look:
    rng = Random(f"chân dung/{name}")
    woman = " Thị " in name
    return Look(
        woman=woman,
        skin=rng.choice(SKINS),
        hair=mix(BLACK, GREY, rng.choice((0, 0, 0.15) if woman else (0, 0.2, 0.75))),
        head=(rng.uniform(101, 108) if woman else rng.uniform(106, 117), rng.uniform(136, 147)),
        glasses=rng.random() < 0.3,
        uniform=uniform,
    )


@dataclass(frozen=True)
class Portrait:
    """One person's portrait to be made, in uniform or in plain clothes."""

    person: str
    uniform: bool = False

    @property
    def name(self) -> str:
        """Its title in the picture library; unique."""
        return self.name_of(self.person)

    @staticmethod
    def name_of(person: str) -> str:
        return f"Chân dung – {person}"

    @property
    def alt(self) -> str:
        return f"Tranh chân dung đồng chí {self.person}"

    @property
    def filename(self) -> str:
        return f"chan-dung-{slugify(self.person)}.jpg"

    def jpeg(self) -> bytes:
        return _drawn(self.person, uniform=self.uniform)


def _drawn(name: str, *, uniform: bool) -> bytes:
    canvas = Canvas(*SIZE, Random(f"nét vẽ/{name}"))
    look = _look(name, uniform=uniform)
    ground = canvas.rng.choice(GROUNDS)
    canvas.backdrop(lighter(ground, 0.35), ground, darker(ground, 0.12))
    canvas.glow(255, 268, 330, lighter(ground, 0.6), 0.8)
    x, y = 255.0, 268.0
    if look.woman:
        _hair_behind(canvas, look, x, y)
    _clothes(canvas, look, x, y)
    _head(canvas, look, x, y)
    (_womans_hair if look.woman else _mans_hair)(canvas, look, x, y)
    return canvas.jpeg()


def _both(x: float, outline: list[Point]) -> list[Point]:
    """The outline of one side, top to bottom, closed by its mirror image."""
    return [*outline, *[(2 * x - px, py) for px, py in reversed(outline)]]


def _clothes(c: Canvas, look: Look, x: float, y: float) -> None:
    cloth = GREEN if look.uniform else c.rng.choice(DRESSES if look.woman else SUITS)
    wide = 215 if look.woman else 245
    neck = 44 if look.woman else 54
    c.shade_rect(x - neck, y + 90, 2 * neck, 130, darker(look.skin, 0.16), darker(look.skin, 0.05))
    shoulder = curve([(x - neck - 4, y + 196), (x - 120, y + 232), (x - wide, y + 290), (x - wide - 34, y + 490)], 10)
    c.shade_poly(_both(x, shoulder), lighter(cloth, 0.1), darker(cloth, 0.12))
    if look.woman and not look.uniform:  # the collar of an áo dài
        c.shade_poly(
            _both(x, [(x - neck - 6, y + 176), (x - neck - 12, y + 214), (x, y + 236)]), cloth, darker(cloth, 0.1)
        )
        c.line(curve([(x, y + 236), (x + 70, y + 282), (x + 150, y + 300)], 8), 4, lighter(cloth, 0.35))
        c.disc(x, y + 232, 6, GOLD)
        return
    shirt = lighter(GREEN, 0.45) if look.uniform else PAPER
    c.poly([(x - neck - 6, y + 192), (x + neck + 6, y + 192), (x, y + 430)], shirt)
    c.poly([(x - neck, y + 190), (x + neck, y + 190), (x, y + 250)], darker(look.skin, 0.1))
    for side in (-1, 1):
        c.poly([(x, y + 252), (x + side * (neck + 8), y + 184), (x + side * (neck + 30), y + 212), (x + side * 34, y + 296)], lighter(shirt, 0.4))  # fmt: skip
        c.poly([(x + side * (neck + 22), y + 206), (x + side * 104, y + 300), (x + side * 62, y + 318), (x, y + 470), (x + side * 4, y + 410)], darker(cloth, 0.14))  # fmt: skip
    tie = darker(GREEN, 0.4) if look.uniform else RED
    c.poly([(x - 17, y + 252), (x + 17, y + 252), (x + 11, y + 282), (x - 11, y + 282)], darker(tie, 0.12))
    c.shade_poly([(x - 11, y + 282), (x + 11, y + 282), (x + 26, y + 400), (x, y + 440), (x - 26, y + 400)], tie, darker(tie, 0.2))  # fmt: skip
    if look.uniform:
        for side in (-1, 1):
            c.poly([(x + side * 128, y + 228), (x + side * 214, y + 270), (x + side * 204, y + 292), (x + side * 118, y + 252)], rgb("#8a6a2a"))  # fmt: skip
            c.star(x + side * 168, y + 262, 11, GOLD)
    else:
        c.rect(x + 122, y + 336, 30, 20, RED, 2)
        c.star(x + 137, y + 346, 7, GOLD)


def _head(c: Canvas, look: Look, x: float, y: float) -> None:
    half, tall = look.head
    for side in (-1, 1):
        c.oval(x + side * half * 0.98, y + 14, 17, 31, darker(look.skin, 0.1))
    jaw = 0.74 if look.woman else 0.84
    face = curve([(x, y - tall), (x - half * 0.8, y - tall * 0.72), (x - half, y - 6), (x - half * 0.93, y + tall * 0.42), (x - half * jaw * 0.66, y + tall * 0.84), (x, y + tall)], 12)  # fmt: skip
    c.shade_poly(_both(x, face), lighter(look.skin, 0.14), darker(look.skin, 0.05))
    eye_y, apart = y + 6, half * 0.43
    for side in (-1, 1):
        ex = x + side * apart
        c.oval(ex, eye_y, 20, 10, lighter(look.skin, 0.75))
        c.disc(ex, eye_y, 9, rgb("#2b1d18"))
        c.disc(ex + 3, eye_y - 3, 2.5, PAPER)
        c.line(curve([(ex - 22, eye_y - 2), (ex, eye_y - 12), (ex + 22, eye_y - 1)], 8), 4 if look.woman else 3, darker(look.hair, 0.1))  # fmt: skip
        lift = 34 if look.woman else 31
        c.line(curve([(ex - 25, eye_y - lift + 5), (ex, eye_y - lift - 4), (ex + 25, eye_y - lift + 4)], 8), 5 if look.woman else 8, mix(look.hair, look.skin, 0.2))  # fmt: skip
        if look.woman:
            c.glow(x + side * half * 0.55, y + 52, 30, rgb("#e08a72"), 0.28)
    c.line(
        curve([(x - 6, y + 20), (x - 15, y + 50), (x + 2, y + 55), (x + 15, y + 50)], 8), 3.5, darker(look.skin, 0.24)
    )
    lip = rgb("#b8524c") if look.woman else darker(mix(look.skin, rgb("#b0604e"), 0.6), 0.1)
    c.poly([*curve([(x - 34, y + 78), (x, y + 84), (x + 34, y + 78)], 8), *curve([(x + 34, y + 78), (x + 14, y + 96), (x - 14, y + 96), (x - 34, y + 78)], 8)], lip)  # fmt: skip
    c.line(curve([(x - 37, y + 76), (x, y + 88), (x + 37, y + 76)], 8), 2.5, darker(lip, 0.35))
    if look.glasses:
        for side in (-1, 1):
            c.ring(x + side * apart, eye_y + 2, 33, 4, rgb("#4a4442"))
            c.line([(x + side * (apart + 33), eye_y), (x + side * half * 0.99, eye_y - 6)], 4, rgb("#4a4442"))
        c.line([(x - apart + 33, eye_y), (x + apart - 33, eye_y)], 4, rgb("#4a4442"))


def _mans_hair(c: Canvas, look: Look, x: float, y: float) -> None:
    half, tall = look.head
    part = c.rng.choice((-1, 1))
    low = y - tall * c.rng.uniform(0.56, 0.66)
    edge: list[Point] = [(x - part * half * 1.04, y - 4), (x - part * half * 0.9, low + 18), (x - part * half * 0.36, low - 4), (x + part * half * 0.4, low + 12), (x + part * half * 0.93, low + 26), (x + part * half * 1.04, y - 4)]  # fmt: skip
    crown = [
        (x + part * math.cos(t) * half * 1.07, y - 4 - math.sin(t) * tall * 1.1)
        for t in (math.pi * k / 24 for k in range(25))
    ]
    c.shade_poly([*curve(edge, 10), *crown], lighter(look.hair, 0.1), look.hair)


def _hair_behind(c: Canvas, look: Look, x: float, y: float) -> None:
    half, tall = look.head
    long_hair = c.rng.random() < 0.5
    reach = y + (tall * 1.5 if long_hair else tall * 0.92)
    side = curve([(x, y - tall * 1.16), (x - half * 1.05, y - tall * 0.8), (x - half * 1.26, y + 10), (x - half * 1.22, y + tall * 0.6), (x - half * 0.92, reach)], 10)  # fmt: skip
    c.shade_poly(_both(x, side), look.hair, darker(look.hair, 0.1))


def _womans_hair(c: Canvas, look: Look, x: float, y: float) -> None:
    half, tall = look.head
    part = c.rng.choice((-0.25, 0.25))
    for side in (-1, 1):
        inner = curve([(x + part * half, y - tall * 0.9), (x + side * half * 0.6, y - tall * 0.5), (x + side * half * 0.96, y + 30)], 10)  # fmt: skip
        outer = curve([(x + side * half * 1.18, y + tall * 0.5), (x + side * half * 1.22, y - 20), (x + side * half * 0.95, y - tall * 0.86), (x + part * half * 0.4, y - tall * 1.15)], 10)  # fmt: skip
        c.shade_poly([*inner, *outer], lighter(look.hair, 0.12), look.hair)
