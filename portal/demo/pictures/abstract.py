"""Compositions without people: figures, lotus, bronze drum, brocade, network, calendar."""

from __future__ import annotations

import math

from PIL import ImageDraw

from .canvas import Canvas, Colour, curve, darker, lighter, mix, rgb
from .palette import CREAM, DEEP_RED, GOLD, LINE, PAPER, RED, Light


def charts(c: Canvas, light: Light) -> None:
    """Columns, a rising line and a ring on paper."""
    w, h, rng = c.width, c.height, c.rng
    c.backdrop(rgb("#fbf6ea"), rgb("#f4e9d2"))
    c.shadow(w * 0.4, h * 0.88, w * 0.4, 50, 0.35)
    c.rect(w * 0.06, h * 0.1, w * 0.56, h * 0.78, PAPER, 22)
    for k in range(6):
        c.rect(w * 0.1, h * (0.2 + 0.11 * k), w * 0.48, 3, LINE)
    values = sorted(rng.uniform(0.2, 0.34) + 0.075 * k for k in range(7))
    tops = []
    for k, value in enumerate(values):
        x, tall = w * (0.115 + 0.067 * k), h * 0.62 * min(0.93, value)
        colour = (rgb("#d8c6a4"), rgb("#e4b96a"), RED)[0 if k < 3 else 1 if k < 6 else 2]
        c.shade_rect(x, h * 0.755 - tall, w * 0.042, tall, lighter(colour, 0.12), colour)
        tops.append((x + w * 0.021, h * 0.71 - tall))
    c.line(curve(tops), 7, rgb("#2f5d62"))
    for x, y in tops:
        c.disc(x, y, 13, PAPER)
        c.disc(x, y, 8, rgb("#2f5d62"))
    c.rect(w * 0.1, h * 0.755, w * 0.48, 6, rgb("#5c554b"))
    for k in range(7):
        c.rect(w * (0.12 + 0.067 * k), h * 0.79, w * 0.032, 9, darker(LINE, 0.12), 4)
    cx, cy, r = w * 0.79, h * 0.36, h * 0.24
    c.shadow(cx, cy + r * 1.1, r, 30, 0.3)
    shares = ((0, 0.58, RED), (0.58, 0.8, GOLD), (0.8, 0.93, rgb("#2f5d62")), (0.93, 1, darker(LINE, 0.08)))
    for start, end, colour in shares:
        c.pen.pieslice(
            [(cx - r) * 2, (cy - r) * 2, (cx + r) * 2, (cy + r) * 2], 360 * start - 90, 360 * end - 90, fill=colour
        )
    c.disc(cx, cy, r * 0.56, rgb("#f7efdd"))
    c.star(cx, cy, r * 0.26, RED)
    for k, colour in enumerate((RED, GOLD, rgb("#2f5d62"))):
        c.disc(w * 0.68, h * (0.71 + 0.065 * k), 13, colour)
        c.rect(w * 0.7, h * (0.71 + 0.065 * k) - 8, w * (0.2 - 0.04 * k), 15, darker(LINE, 0.06), 7)


def lotus(c: Canvas, light: Light) -> None:
    """Lotus flowers over their leaves."""
    w, h, rng = c.width, c.height, c.rng
    c.backdrop(mix(light.sky[0], PAPER, 0.2), mix(light.sky[2], CREAM, 0.4), light.water[1])
    c.glow(w * 0.62, h * 0.3, 520, rgb("#fff6dc"), 0.8)
    for _ in range(26):
        t = rng.random()
        x, y = rng.uniform(-40, w + 40), h * (0.56 + 0.46 * t)
        rx = 70 + 150 * t
        leaf = mix(light.leaf, rgb("#1f4f4a"), rng.uniform(0, 0.5))
        c.oval(x, y + 7, rx, rx * 0.3, darker(leaf, 0.2))
        c.oval(x, y, rx, rx * 0.29, leaf)
        for turn in range(9):
            angle = math.tau * turn / 9
            c.line([(x, y), (x + math.cos(angle) * rx * 0.86, y + math.sin(angle) * rx * 0.24)], 2, lighter(leaf, 0.14))
    for x, y, size in ((w * 0.16, h * 0.64, 0.5), (w * 0.84, h * 0.6, 0.62), (w * 0.46, h * 0.6, 1.15)):
        c.line(curve([(x, y), (x + 16 * size, y + 190 * size), (x - 8, y + 380 * size)]), 13 * size, rgb("#3f6f4a"))
        flower(c, x, y, 190 * size)


def flower(c: Canvas, x: float, y: float, size: float) -> None:
    """A lotus, back petals first."""
    rows = ((9, 1.0, 1.3, 0.55), (7, 0.95, 1.0, 0.28), (5, 0.86, 0.7, 0.05))
    for count, reach, spread, pale in rows:
        order = sorted(range(count), key=lambda k: -abs(k - (count - 1) / 2))
        for k in order:
            angle = (k - (count - 1) / 2) / ((count - 1) / 2) * spread
            tip = (x + math.sin(angle) * size * reach, y - math.cos(angle) * size * reach * 0.92)
            out = (math.cos(angle) * size * 0.23, math.sin(angle) * size * 0.23)
            mid = (x + math.sin(angle) * size * reach * 0.52, y - math.cos(angle) * size * reach * 0.5)
            petal = curve([(x, y + size * 0.06), (mid[0] - out[0], mid[1] - out[1]), tip, (mid[0] + out[0], mid[1] + out[1]), (x, y + size * 0.06)], 10)  # fmt: skip
            tone = mix(rgb("#e0789a"), rgb("#fde7ea"), pale + 0.1 * (k % 2))
            c.shade_poly(petal, mix(tone, rgb("#cf4f7c"), 0.35), lighter(tone, 0.5))
    c.oval(x, y - size * 0.05, size * 0.15, size * 0.1, GOLD)


def drum(c: Canvas, light: Light) -> None:
    """Rings and birds of a bronze drum, rising like a sun."""
    w, h = c.width, c.height
    c.backdrop(rgb("#7d0d13"), rgb("#a8121a"), rgb("#c2402a"))
    cx, cy, r = w * c.rng.choice((0.5, 0.68)), h * 0.98, h * 0.9
    c.glow(cx, cy - r * 0.3, r * 1.25, rgb("#f2b632"), 0.35)
    bronze = rgb("#e0a63e")
    for k, share in enumerate((1.0, 0.93, 0.9, 0.74, 0.71, 0.56, 0.53, 0.36)):
        c.ring(cx, cy, r * share, 3 + 2 * (k % 2), mix(bronze, RED, 0.12))
    for k in range(72):
        angle = math.tau * k / 72
        x, y = cx + math.cos(angle) * r * 0.965, cy + math.sin(angle) * r * 0.965
        c.disc(x, y, 9, mix(bronze, RED, 0.15))
    for k in range(60):
        a, b = math.tau * k / 60, math.tau * (k + 0.5) / 60
        points = [
            (cx + math.cos(t) * r * s, cy + math.sin(t) * r * s) for t, s in ((a, 0.73), (b, 0.655), (2 * b - a, 0.73))
        ]
        c.line(points, 4, mix(bronze, RED, 0.1))
    for k in range(18):
        bird(c, cx, cy, r * 0.82, math.tau * k / 18, r * 0.075)
    for k in range(36):
        angle = math.tau * k / 36
        x, y = cx + math.cos(angle) * r * 0.6, cy + math.sin(angle) * r * 0.6
        c.ring(x, y, 17, 3, mix(bronze, RED, 0.1))
        c.disc(x, y, 5, bronze)
    rays = []
    for k in range(28):
        reach = r * (0.34 if k % 2 == 0 else 0.13)
        angle = math.tau * k / 28 - math.pi / 2
        rays.append((cx + math.cos(angle) * reach, cy + math.sin(angle) * reach))
    c.poly(rays, rgb("#f6c858"))
    c.disc(cx, cy, r * 0.1, rgb("#ffe39a"))


def bird(c: Canvas, cx: float, cy: float, radius: float, angle: float, size: float) -> None:
    """One long-beaked bird flying along a ring."""

    def at(along: float, out: float) -> tuple[float, float]:
        turn = angle + along * size / radius
        reach = radius + out * size
        return cx + math.cos(turn) * reach, cy + math.sin(turn) * reach

    gold = rgb("#f2c35a")
    c.poly([at(-1.5, 0.05), at(-0.3, 0.24), at(0.5, 0.12), at(1.5, 0.3), at(0.5, -0.12), at(-0.3, -0.2)], gold)
    c.poly([at(-0.2, 0.1), at(-0.75, 0.85), at(0.15, 0.14)], gold)
    c.poly([at(-0.2, -0.1), at(-0.75, -0.75), at(0.15, -0.12)], gold)


def _eight_points(c: Canvas, x: float, y: float, size: float, colours: tuple[Colour, Colour, Colour]) -> None:
    """Two squares turned against each other, with an eye."""
    for turn, colour in ((0.0, colours[0]), (math.pi / 4, colours[1])):
        corners = [turn + n * math.pi / 2 for n in range(4)]
        c.poly([(x + math.cos(angle) * size, y + math.sin(angle) * size) for angle in corners], colour)
    c.disc(x, y, size / 3, colours[2])


def brocade(c: Canvas, light: Light) -> None:
    """Bands of highland brocade."""
    w, h, rng = c.width, c.height, c.rng
    c.backdrop(rgb("#26303f"), rgb("#1d2431"))
    threads = [RED, GOLD, rgb("#2f7d6a"), rgb("#f4efe6"), rgb("#d9603a"), rgb("#3f6f9a"), rgb("#c4507a")]
    y = -30.0
    while y < h + 40:
        kind = rng.choice(("lozenge", "zigzag", "stripe", "star"))
        tall = {"lozenge": 150, "zigzag": 70, "stripe": 26, "star": 120}[kind]
        one, two, three = rng.sample(threads, 3)
        c.rect(0, y, w, 5, two)
        if kind == "stripe":
            c.rect(0, y + 8, w, tall - 14, one)
        unit = tall * 0.9
        for k in range(int(w / unit) + 3):
            x, m = k * unit - unit / 2, y + tall / 2
            if kind == "lozenge":
                for share, colour in ((0.5, one), (0.36, rgb("#26303f")), (0.26, two), (0.13, three)):
                    c.poly([(x - unit * share, m), (x, m - tall * share * 0.88), (x + unit * share, m), (x, m + tall * share * 0.88)], colour)  # fmt: skip
            elif kind == "zigzag":
                c.line([(x - unit / 2, y + tall * 0.8), (x, y + tall * 0.25), (x + unit / 2, y + tall * 0.8)], 13, one)
                c.disc(x, y + tall * 0.68, 8, three)
            elif kind == "star":
                _eight_points(c, x, m, tall * 0.3, (one, two, three))
                c.line([(x + unit / 2, y + tall * 0.2), (x + unit / 2, y + tall * 0.8)], 6, three)
        y += tall

    def weave(pen: ImageDraw.ImageDraw, factor: float) -> None:
        for n in range(0, h, 7):
            pen.line([(0, n * factor), (w * factor, n * factor)], fill=255, width=1)

    c.veil(weave, rgb("#0d1118"), 0.16)
    c.glow(w * 0.3, h * 0.2, 700, rgb("#fff0d0"), 0.12)


def calendar(c: Canvas, light: Light) -> None:
    """A wall calendar with one day marked, a pen and a cup."""
    w, h, rng = c.width, c.height, c.rng
    c.backdrop(rgb("#efe3cc"), rgb("#dcc7a2"))
    c.shadow(w * 0.42, h * 0.9, w * 0.3, 40, 0.4)
    x, y, cw, ch = w * 0.14, h * 0.1, w * 0.54, h * 0.78
    c.rect(x, y, cw, ch, PAPER, 16)
    c.rect(x, y, cw, ch * 0.2, RED, 16)
    c.rect(x, y + ch * 0.12, cw, ch * 0.1, RED)
    c.star(x + cw / 2, y + ch * 0.11, 36, GOLD)
    for k in range(9):
        px = x + cw * (0.09 + 0.1025 * k)
        c.disc(px, y + 2, 13, darker(LINE, 0.3))
        c.rect(px - 5, y - 32, 10, 40, rgb("#8c8a86"), 5)
    marked = rng.choice((2, 9, 16, 17, 23))
    for k in range(35):
        dx, dy = x + cw * (0.06 + 0.128 * (k % 7)), y + ch * (0.3 + 0.132 * (k // 7))
        tone = rgb("#f3dfd2") if k % 7 == 6 else rgb("#f1eadc")
        c.rect(dx, dy, cw * 0.108, ch * 0.105, tone, 8)
        c.rect(dx + 10, dy + 10, 22, 8, RED if k % 7 == 6 else darker(LINE, 0.25), 4)
        if k == marked:
            c.rect(dx, dy, cw * 0.108, ch * 0.105, GOLD, 8)
            c.star(dx + cw * 0.054, dy + ch * 0.053, 24, DEEP_RED)
        elif k in (5, 12, 25, 30):
            c.rect(dx + 10, dy + 34, cw * 0.07, 9, rgb("#2f7d6a"), 4)
    c.shadow(w * 0.84, h * 0.8, 110, 30, 0.6)
    c.shade_rect(w * 0.785, h * 0.56, 170, h * 0.23, PAPER, LINE)
    c.oval(w * 0.785 + 85, h * 0.79, 85, 20, LINE)
    c.oval(w * 0.785 + 85, h * 0.56, 85, 24, PAPER)
    c.oval(w * 0.785 + 85, h * 0.565, 70, 17, rgb("#8a5a2f"))
    c.ring(w * 0.785 + 178, h * 0.67, 46, 14, PAPER)
    c.line([(w * 0.74, h * 0.4), (w * 0.93, h * 0.17)], 22, rgb("#2f5d62"))
    c.poly([(w * 0.733, h * 0.388), (w * 0.748, h * 0.408), (w * 0.722, h * 0.428)], GOLD)


def network(c: Canvas, light: Light) -> None:
    """Points joined by lines over contour lines: the villages of the commune."""
    w, h, rng = c.width, c.height, c.rng
    c.backdrop(rgb("#f6efe0"), rgb("#e9dfc8"))
    for ring in range(11):
        phase = ring * 0.35
        points = []
        for k in range(64):
            a = math.tau * k / 64
            reach = (90 + 88 * ring) * (1 + 0.16 * math.sin(3 * a + phase) + 0.08 * math.sin(5 * a - phase))
            points.append((w * 0.6 + math.cos(a) * reach * 1.25, h * 0.52 + math.sin(a) * reach * 0.75))
        c.line([*points, points[0]], 3, mix(rgb("#cdbf9c"), rgb("#9db59a"), ring / 11))
    stream = curve(
        [
            (-20, h * 0.3),
            (w * 0.2, h * 0.42),
            (w * 0.36, h * 0.7),
            (w * 0.62, h * 0.78),
            (w * 0.86, h * 0.62),
            (w + 20, h * 0.74),
        ]
    )
    c.line(stream, 30, rgb("#a9cdd2"))
    c.line(stream, 16, rgb("#c6e0e1"))
    spots = [(w * rng.uniform(0.08, 0.92), h * rng.uniform(0.14, 0.86)) for _ in range(15)]
    centre = (w * 0.52, h * 0.46)
    for spot in spots:
        c.line([spot, centre], 4, mix(RED, PAPER, 0.45))
    for x, y in spots:
        c.shadow(x, y + 12, 34, 12, 0.4)
        c.disc(x, y, rng.uniform(18, 32), PAPER)
        c.disc(x, y, rng.uniform(9, 16), rng.choice((rgb("#2f7d6a"), GOLD, rgb("#3f6f9a"))))
    c.glow(*centre, 190, rgb("#f2b632"), 0.5)
    c.disc(*centre, 74, RED)
    c.star(*centre, 42, GOLD)
