"""People at work indoors: meeting, conference, vote, study, desk, and gifts carried to a door."""

from __future__ import annotations

from .canvas import Canvas, Colour, curve, darker, lighter, mix, rgb
from .motifs import SKIN, bust, flag, tree
from .palette import CREAM, DEEP_RED, GOLD, LINE, PAPER, RED, STAR, WOOD, Light

SUITS = tuple(rgb(c) for c in ("#f4efe6", "#dfe7e8", "#3b4a5c", "#2f3f4a", "#a9c0c8", "#efe3cf", "#5d6f5e", "#7d3a46"))


def _wall(c: Canvas, colour: Colour, floor_y: float, floor: Colour) -> None:
    c.backdrop(lighter(colour, 0.3), colour, darker(colour, 0.08))
    c.shade_rect(0, floor_y, c.width, c.height - floor_y, floor, darker(floor, 0.25))


def _window(c: Canvas, light: Light, x: float, y: float, w: float, h: float) -> None:
    c.rect(x - 12, y - 12, w + 24, h + 24, PAPER)
    c.shade_rect(x, y, w, h, light.sky[0], light.sky[2])
    c.shade_poly([*curve([(x, y + h * 0.7), (x + w * 0.3, y + h * 0.55), (x + w * 0.65, y + h * 0.66), (x + w, y + h * 0.52)]), (x + w, y + h), (x, y + h)], light.hills[1], light.hills[2])  # fmt: skip
    c.rect(x + w / 2 - 5, y, 10, h, PAPER)
    c.rect(x, y + h * 0.4, w, 8, PAPER)
    c.rect(x - 24, y + h + 10, w + 48, 16, LINE)


def _plant(c: Canvas, x: float, y: float, size: float, light: Light) -> None:
    for k in range(9):
        angle = (k - 4) * 0.3
        tip = (x + angle * size * 0.7, y - size * (1.25 - abs(angle) * 0.35))
        c.poly(curve([(x, y - size * 0.3), (x + angle * size * 0.2 - size * 0.08, y - size * 0.8), tip, (x + angle * size * 0.4 + size * 0.07, y - size * 0.7), (x, y - size * 0.3)], 6), mix(light.leaf, GOLD, 0.06 * (k % 3)))  # fmt: skip
    c.poly(
        [
            (x - size * 0.28, y - size * 0.4),
            (x + size * 0.28, y - size * 0.4),
            (x + size * 0.2, y),
            (x - size * 0.2, y),
        ],
        rgb("#c77a52"),
    )


def _vase(c: Canvas, x: float, y: float, size: float) -> None:
    for k in range(9):
        c.disc(
            x + (k - 4) * size * 0.15,
            y - size * (0.75 + 0.18 * (k % 3)),
            size * 0.15,
            (RED, GOLD, rgb("#e88aa0"))[k % 3],
        )
        c.disc(x + (k - 4) * size * 0.17, y - size * (0.55 + 0.06 * (k % 2)), size * 0.11, rgb("#3d7a4e"))
    c.poly(
        [
            (x - size * 0.25, y - size * 0.5),
            (x + size * 0.25, y - size * 0.5),
            (x + size * 0.16, y),
            (x - size * 0.16, y),
        ],
        PAPER,
    )


def _backdrop_red(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """The red cloth behind a platform, in folds."""
    folds = max(8, round(w / 60))
    for k in range(folds):
        left = x + w * k / folds
        c.shade_rect(
            left, y, w / folds + 1, h, mix(RED, DEEP_RED, 0.15 + 0.5 * (k % 2)), mix(RED, DEEP_RED, 0.5 + 0.4 * (k % 2))
        )
    c.rect(x - 6, y - 10, w + 12, 20, GOLD)


def meeting(c: Canvas, light: Light) -> None:
    """A party cell around a long table in the village hall."""
    w, h, rng = c.width, c.height, c.rng
    _wall(c, rgb("#f1e4c8"), h * 0.7, rgb("#c99a6b"))
    _backdrop_red(c, w * 0.33, h * 0.07, w * 0.34, h * 0.4)
    c.star(w * 0.5, h * 0.2, 62, STAR)
    for k in range(3):
        c.rect(w * (0.4 + 0.03 * k), h * (0.32 + 0.035 * k), w * (0.2 - 0.06 * k), 9, lighter(GOLD, 0.25), 4)
    for x in (0.06, 0.76):
        _window(c, light, w * x, h * 0.11, w * 0.18, h * 0.3)
    for k in range(5):
        bust(c, w * (0.36 + 0.07 * k), h * 0.6, 150, shirt=rng.choice(SUITS))
    for side in (-1, 1):
        for k in range(4):
            bust(c, w * (0.5 + side * (0.23 + 0.062 * k)), h * (0.63 + 0.07 * k), 165 + 32 * k, shirt=rng.choice(SUITS))
    c.shadow(w * 0.5, h * 0.97, w * 0.44, 50, 0.7)
    table = [(w * 0.33, h * 0.595), (w * 0.67, h * 0.595), (w * 0.9, h * 0.95), (w * 0.1, h * 0.95)]
    c.shade_poly(table, lighter(WOOD, 0.28), WOOD)
    c.poly([(w * 0.1, h * 0.95), (w * 0.9, h * 0.95), (w * 0.89, h * 1.02), (w * 0.11, h * 1.02)], darker(WOOD, 0.35))
    c.shade_poly(
        [(w * 0.455, h * 0.6), (w * 0.545, h * 0.6), (w * 0.6, h * 0.945), (w * 0.4, h * 0.945)], RED, DEEP_RED
    )
    for row in range(4):
        t = row / 3
        y = h * (0.635 + 0.27 * t)
        for side in (-1, 1):
            x = w * 0.5 + side * w * (0.125 + 0.15 * t)
            s = 0.7 + 0.75 * t
            c.poly(
                [
                    (x - 42 * s, y + 20 * s),
                    (x - 26 * s, y - 14 * s),
                    (x + 42 * s, y - 14 * s),
                    (x + 34 * s, y + 20 * s),
                ],
                PAPER,
            )
            for n in range(3):
                c.line([(x - 20 * s, y - 6 * s + 8 * s * n), (x + 26 * s, y - 6 * s + 8 * s * n)], 2.2 * s, LINE)
            c.oval(x + side * 70 * s, y + 2, 15 * s, 9 * s, lighter(LINE, 0.4))
            c.oval(x + side * 70 * s, y - 2 * s, 10 * s, 5 * s, rgb("#b87a3a"))
    _vase(c, w * 0.5, h * 0.72, 96)


def conference(c: Canvas, light: Light) -> None:
    """A speaker at the rostrum, the audience seen from behind."""
    w, h, rng = c.width, c.height, c.rng
    c.backdrop(rgb("#5c0d12"), DEEP_RED, rgb("#8f1a1f"))
    _backdrop_red(c, 0, h * 0.0, w, h * 0.66)
    c.rect(0, 0, w, h * 0.06, DEEP_RED)
    for k in range(int(w / 80) + 1):
        c.oval(k * 80 + 40, h * 0.06, 44, 24, mix(RED, DEEP_RED, 0.6))
    c.glow(w * 0.52, h * 0.3, 430, rgb("#d8453a"), 0.4)
    c.star(w * 0.5, h * 0.235, 84, STAR)
    for k in range(2):
        c.rect(w * (0.36 + 0.05 * k), h * (0.4 + 0.055 * k), w * (0.28 - 0.1 * k), 16, lighter(GOLD, 0.3), 7)
    flag(c, w * 0.055, h * 0.14, h * 0.17, pole=h * 0.5, sway=0.03)
    c.shade_rect(0, h * 0.64, w, h * 0.1, rgb("#b9825a"), rgb("#8a5a3a"))
    c.rect(0, h * 0.73, w, h * 0.04, rgb("#5a3826"))
    bust(c, w * 0.755, h * 0.53, 205, shirt=rgb("#2f3f4a"), long_hair=False)
    c.poly([(w * 0.745, h * 0.445), (w * 0.765, h * 0.445), (w * 0.755, h * 0.52)], RED)
    c.shade_poly(
        [(w * 0.685, h * 0.5), (w * 0.825, h * 0.5), (w * 0.81, h * 0.7), (w * 0.7, h * 0.7)],
        lighter(WOOD, 0.12),
        darker(WOOD, 0.2),
    )
    c.rect(w * 0.678, h * 0.488, w * 0.154, 18, darker(WOOD, 0.1), 5)
    c.star(w * 0.755, h * 0.59, 36, GOLD)
    c.line([(w * 0.735, h * 0.495), (w * 0.742, h * 0.455)], 4, rgb("#2b2b2e"))
    c.shade_rect(w * 0.2, h * 0.55, w * 0.36, h * 0.14, PAPER, LINE)
    for k in range(4):
        bust(c, w * (0.245 + 0.09 * k), h * 0.552, 140, shirt=rng.choice(SUITS))
    c.rect(w * 0.19, h * 0.545, w * 0.38, 16, darker(WOOD, 0.05), 4)
    _vase(c, w * 0.38, h * 0.55, 60)
    for x in (0.15, 0.62, 0.9):
        _plant(c, w * x, h * 0.735, 100, light)
    for row in range(3):
        size = 150 + 52 * row
        count = 11 - 2 * row
        for k in range(count):
            x = w * (k + 0.5 + 0.25 * (row % 2)) / count + rng.uniform(-8, 8)
            bust(c, x, h * (0.9 + 0.095 * row), size, back=True, shirt=darker(rng.choice(SUITS), 0.18 + 0.1 * row))


def vote(c: Canvas, light: Light) -> None:
    """Hands raised with voting cards."""
    w, h, rng = c.width, c.height, c.rng
    c.backdrop(rgb("#f7ead0"), rgb("#f2d7a4"), rgb("#e7b877"))
    c.glow(w * 0.5, h * 0.35, 640, rgb("#fff6dd"), 0.9)
    for turn in range(9):
        c.veil(lambda pen, f, t=turn: pen.polygon([(w * 0.5 * f, h * 1.1 * f), ((t - 0.25) * w / 8 * f, -20), ((t + 0.25) * w / 8 * f, -20)], fill=255), rgb("#fff3d2"), 0.5, 6)  # type: ignore[misc]  # fmt: skip
    c.star(w * 0.5, h * 0.2, 74, RED)
    for row in range(3):
        count = (7, 6, 5)[row]
        size = 165 + 62 * row
        base = h * (0.84 + 0.13 * row)
        for k in range(count):
            x = w * (k + 0.5) / count + rng.uniform(-24, 24)
            shirt, skin = rng.choice(SUITS), rng.choice(SKIN)
            bust(c, x, base + size * 0.32, size, back=True, shirt=darker(shirt, 0.05))
            if k % 3 == 2 and row:
                continue
            side = rng.choice((-1, 1))
            sx, sy = x + side * size * 0.33, base + size * 0.12
            hx, hy = sx + side * size * 0.1, sy - size * rng.uniform(0.95, 1.25)
            ex, ey = (sx + hx) / 2 + side * size * 0.07, (sy + hy) / 2 + size * 0.06
            c.line(curve([(sx, sy), (ex, ey), (hx, hy + size * 0.2)], 6), size * 0.17, darker(shirt, 0.1))
            c.line([(hx - side * size * 0.01, hy + size * 0.22), (hx, hy)], size * 0.1, skin)
            cw, ch = size * 0.52, size * 0.36
            c.rect(hx - cw / 2, hy - ch * 1.05, cw, ch, PAPER, 6)
            c.rect(hx - cw * 0.47, hy - ch * 1.01, cw * 0.94, ch * 0.92, RED, 5)
            c.star(hx, hy - ch * 0.56, ch * 0.3, STAR)
            c.oval(hx, hy - size * 0.015, size * 0.085, size * 0.075, skin)


def books(c: Canvas, light: Light) -> None:
    """Books, spectacles and a lamp on a desk by the window."""
    w, h, rng = c.width, c.height, c.rng
    _wall(c, rgb("#e9dcc0"), h * 0.74, rgb("#a8744a"))
    _window(c, light, w * 0.08, h * 0.1, w * 0.34, h * 0.44)
    c.rect(w * 0.53, h * 0.2, w * 0.42, 16, WOOD)
    covers = (
        RED,
        rgb("#2f5d62"),
        GOLD,
        rgb("#7d3a46"),
        rgb("#4f7a5a"),
        rgb("#c9a26a"),
        rgb("#35586e"),
        DEEP_RED,
        CREAM,
    )
    x = w * 0.545
    while x < w * 0.9:
        wide, tall = rng.uniform(22, 46), h * rng.uniform(0.1, 0.16)
        colour = rng.choice(covers)
        c.shade_rect(x, h * 0.2 - tall, wide, tall, lighter(colour, 0.1), darker(colour, 0.08))
        c.rect(x + wide * 0.2, h * 0.2 - tall * 0.8, wide * 0.6, 5, lighter(colour, 0.55))
        x += wide + 3
    _plant(c, w * 0.93, h * 0.2, 70, light)
    base = h * 0.83
    stack = ((330, 56, RED), (290, 46, rgb("#2f5d62")), (310, 50, GOLD), (250, 40, rgb("#7d3a46")))
    c.shadow(w * 0.25, base + 6, 230, 24, 0.8)
    for wide, tall, colour in stack:
        shift = rng.uniform(-24, 24)
        c.shade_rect(w * 0.25 - wide / 2 + shift, base - tall, wide, tall, lighter(colour, 0.08), darker(colour, 0.14))
        c.rect(w * 0.25 + wide / 2 + shift - 60, base - tall + 7, 62, tall - 14, PAPER)
        c.rect(w * 0.25 - wide / 2 + shift + 30, base - tall * 0.66, 90, tall * 0.28, lighter(colour, 0.5), 3)
        base -= tall
    bx, by = w * 0.59, h * 0.87
    c.shadow(bx, by + 18, 330, 30, 0.9)
    for side in (-1, 1):
        page = curve(
            [(bx, by - 34), (bx + side * 90, by - 76), (bx + side * 210, by - 66), (bx + side * 292, by - 44)], 8
        )
        c.shade_poly(
            [*page, (bx + side * 310, by + 26), (bx + side * 200, by + 2), (bx + side * 90, by - 8), (bx, by + 26)],
            PAPER,
            LINE,
        )
        for k in range(5):
            y = by - 52 + 12 * k
            c.line(
                curve(
                    [(bx + side * 40, y + 6), (bx + side * 110, y - 8), (bx + side * (230 - 34 * (k == 4)), y + 2)], 6
                ),
                3,
                darker(LINE, 0.18),
            )
    c.poly([(bx - 12, by - 36), (bx + 14, by - 36), (bx + 10, by + 60), (bx, by + 44), (bx - 10, by + 60)], RED)
    lx, ly = w * 0.85, h * 0.86
    c.oval(lx, ly, 82, 18, rgb("#3b3634"))
    c.line([(lx, ly), (lx + 24, ly - 170), (lx - 70, ly - 290)], 12, rgb("#4a4442"))
    c.glow(lx - 150, ly - 180, 240, rgb("#fff0c0"), 0.55)
    c.oval(lx - 128, ly - 222, 84, 24, rgb("#fff0c0"))
    c.poly([(lx - 60, ly - 312), (lx - 102, ly - 308), (lx - 216, ly - 226), (lx - 40, ly - 222)], RED)
    c.oval(lx - 80, ly - 306, 26, 16, DEEP_RED)


def digital(c: Canvas, light: Light) -> None:
    """An official helps a villager with a service on a telephone."""
    w, h, rng = c.width, c.height, c.rng
    _wall(c, rgb("#dfe8e4"), h * 0.78, rgb("#b8946c"))
    c.rect(w * 0.06, h * 0.1, w * 0.3, h * 0.28, rgb("#2f5d62"), 14)
    for k in range(4):
        y = h * (0.15 + 0.055 * k)
        c.disc(w * 0.095, y + 8, 11, (GOLD, PAPER, PAPER, GOLD)[k])
        c.rect(w * 0.12, y, w * (0.2 - 0.03 * (k % 2)), 14, lighter(rgb("#2f5d62"), 0.6), 6)
    _plant(c, w * 0.95, h * 0.8, 190, light)
    bust(c, w * 0.3, h * 0.77, 340, shirt=rgb("#dfe7e8"), long_hair=True)
    bust(c, w * 0.71, h * 0.77, 350, shirt=rgb("#6d5a7a"), long_hair=False)
    c.shade_rect(0, h * 0.76, w, h * 0.07, lighter(WOOD, 0.35), lighter(WOOD, 0.1))
    c.shade_rect(0, h * 0.83, w, h * 0.2, darker(RED, 0.05), DEEP_RED)
    c.star(w * 0.5, h * 0.92, 46, GOLD)
    c.rect(w * 0.085, h * 0.56, w * 0.14, h * 0.17, rgb("#2b3136"), 12)
    c.rect(w * 0.092, h * 0.57, w * 0.126, h * 0.14, rgb("#8fc0c6"), 6)
    c.poly([(w * 0.15, h * 0.73), (w * 0.165, h * 0.73), (w * 0.185, h * 0.77), (w * 0.13, h * 0.77)], rgb("#3b4246"))
    px, py = w * 0.5, h * 0.48
    c.glow(px, py, 330, rgb("#fff7dc"), 0.75)
    c.shadow(px, h * 0.77, 110, 14, 0.8)
    c.rect(px - 94, py - 190, 188, 410, rgb("#22282c"), 30)
    c.shade_rect(px - 80, py - 166, 160, 350, rgb("#fdf9f0"), rgb("#e6efec"))
    c.rect(px - 80, py - 166, 160, 54, RED)
    c.star(px, py - 139, 17, STAR)
    for k in range(6):
        x, y = px - 62 + 66 * (k % 2), py - 92 + 66 * (k // 2)
        c.rect(x, y, 56, 54, (rgb("#cfe3df"), rgb("#f6e3b6"), rgb("#f3cfc6"))[k % 3], 12)
        c.disc(x + 28, y + 27, 13, (rgb("#2f7d6a"), rgb("#c98a1f"), RED)[k % 3])
    c.rect(px - 62, py + 116, 124, 38, rgb("#2f7d48"), 18)
    c.line([(px - 16, py + 134), (px - 4, py + 146), (px + 20, py + 122)], 6, PAPER)
    for k in range(7):
        angle_x = (-1, 1)[k % 2] * (130 + 16 * (k // 2))
        y = py - 150 + 70 * (k // 2) + rng.uniform(-20, 20)
        c.line([(px + angle_x * 0.66, y), (px + angle_x, y)], 3, mix(RED, PAPER, 0.5))
        c.disc(px + angle_x, y, 9, (RED, GOLD, rgb("#2f7d6a"))[k % 3])


def gifts(c: Canvas, light: Light) -> None:
    """A visit with gifts at a family's porch."""
    w, h = c.width, c.height
    c.backdrop(light.sky[1], light.sky[2], CREAM)
    c.shade_rect(0, h * 0.12, w * 0.66, h * 0.72, rgb("#f2dcae"), rgb("#e3c388"))
    c.rect(w * 0.1, h * 0.28, w * 0.17, h * 0.56, rgb("#7a5238"))
    for k in range(2):
        c.rect(w * (0.11 + 0.08 * k), h * 0.31, w * 0.07, h * 0.5, rgb("#946545"), 4)
    _window(c, light, w * 0.36, h * 0.3, w * 0.18, h * 0.26)
    c.shade_poly(
        [(0, h * 0.0), (w * 0.7, h * 0.06), (w * 0.74, h * 0.2), (0, h * 0.17)], rgb("#c25c3e"), rgb("#9a4430")
    )
    c.shade_rect(w * 0.63, h * 0.18, 30, h * 0.66, PAPER, LINE)
    tree(c, w * 0.9, h * 0.86, h * 0.66, light.leaf, kind="palm")
    c.shade_rect(0, h * 0.82, w, h * 0.2, rgb("#d9b98c"), rgb("#b58f62"))
    people = ((0.22, 300, "#6d5a7a", True), (0.4, 270, "#8d5a6a", True), (0.58, 310, "#dfe7e8", False), (0.72, 300, "#5d6f5e", False), (0.86, 290, "#f4efe6", True))  # fmt: skip
    for x, size, shirt, long_hair in people:
        bust(c, w * x, h * 1.02, size * 1.4, shirt=rgb(shirt), long_hair=long_hair)
    for x, colour in ((0.485, RED), (0.645, rgb("#2f7d48")), (0.79, GOLD)):
        c.shade_rect(w * x - 74, h * 0.8, 148, 116, lighter(colour, 0.1), darker(colour, 0.1))
        ribbon = PAPER if colour != PAPER else RED
        c.rect(w * x - 10, h * 0.8, 20, 116, ribbon)
        c.rect(w * x - 74, h * 0.85, 148, 16, ribbon)
        for side in (-1, 1):
            c.oval(w * x + side * 26, h * 0.79, 26, 15, ribbon)
            c.oval(w * x + side * 26, h * 0.79, 13, 7, colour)
