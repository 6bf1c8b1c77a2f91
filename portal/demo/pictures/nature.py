"""Land and water: terraces, hills, river, bridge, reservoir, forest, fields."""

from __future__ import annotations

import math

from .canvas import Canvas, Colour, curve, darker, lighter, mix, rgb
from .motifs import house, mist, person, ridge, sky, tree
from .palette import GOLD, RED, Light


def _hills(c: Canvas, light: Light, base: float, *, layers: int = 3, height: float = 300) -> None:
    for k in range(layers):
        colour = light.hills[min(k, 3)]
        y = base - (layers - 1 - k) * height * 0.16
        ridge(c, y, height * (1 - 0.22 * k), lighter(colour, 0.08), lighter(colour, 0.36), peaks=4 + k * 2)
        mist(c, y + 10, 70, 0.35, mix(light.sky[2], (255, 255, 255), 0.3))


def terraces(c: Canvas, light: Light) -> None:
    """Green rice terraces stepping down a slope."""
    _terraces(c, light, light.field)


def ripe_terraces(c: Canvas, light: Light) -> None:
    """The same terraces when the rice is ripe."""
    _terraces(c, light, (mix(GOLD, light.field[0], 0.2), mix(rgb("#c08326"), light.field[1], 0.12)))


def _terraces(c: Canvas, light: Light, field: tuple[Colour, Colour]) -> None:
    """Terraces below a house, two people among them; ``field`` is the rice's colour far and near."""
    rng, w, h = c.rng, c.width, c.height
    sky(c, light, sun=(w * rng.uniform(0.62, 0.82), h * 0.2))
    _hills(c, light, h * 0.48)
    side = rng.choice((-1, 1))
    levels = 13
    phase = rng.uniform(0, math.tau)
    for k in range(levels):
        t = k / (levels - 1)
        y = h * (0.44 + 0.6 * t**1.25)
        colour = mix(*field, (0.15 + 0.75 * t) if k % 3 else max(0, t - 0.15))
        edge = []
        for x in range(-40, w + 60, 40):
            slope = side * (x - w / 2) / w * h * 0.2 * (1 - 0.5 * t)
            bow = math.sin(x / w * math.tau * (1.1 + 0.25 * t) + phase + k * 0.42) * h * (0.02 + 0.022 * t)
            edge.append((x, y + slope + bow))
        outline = curve(edge, 4)
        c.shade_poly([(-60, h + 10), *outline, (w + 80, h + 10)], lighter(colour, 0.2), darker(colour, 0.1))
        lip = 3 + 9 * t
        c.line([(px, py + lip * 0.5) for px, py in outline], lip, darker(mix(colour, rgb("#6b5a2a"), 0.35), 0.1))
        c.line([(px, py - lip * 0.2) for px, py in outline], lip * 0.35, lighter(colour, 0.45))
    hx = w * (0.2 if side > 0 else 0.66)
    house(c, hx, h * 0.41, 130, roof=rgb("#8a5a3a"))
    tree(c, hx - 40, h * 0.42, 110, light.leaf)
    tree(c, hx + 190, h * 0.425, 90, light.leaf)
    tree(c, w * (0.06 if side < 0 else 0.94), h * 0.99, h * 0.5, darker(light.leaf, 0.25), kind="bamboo")
    person(c, w * 0.52, h * 0.86, 120, hat=True, shirt=rgb("#8a3f5a"))
    person(c, w * 0.585, h * 0.885, 116, hat=True, shirt=rgb("#35586e"), bend=0.12)


def hills(c: Canvas, light: Light) -> None:
    """Hills in layers, a village in the valley."""
    rng, w, h = c.rng, c.width, c.height
    sky(c, light, sun=(w * rng.uniform(0.2, 0.45), h * 0.24))
    for k, colour in enumerate(light.hills):
        y = h * (0.46 + 0.13 * k)
        ridge(c, y, h * (0.34 - 0.055 * k), colour, lighter(colour, 0.42 - 0.07 * k), peaks=3 + 2 * k)
        if k < 3:
            mist(c, y + h * 0.02, 90, 0.42, mix(light.sky[2], (255, 255, 255), 0.35))
    for k in range(7):
        x = w * (0.3 + 0.062 * k) + rng.uniform(-16, 16)
        y = h * 0.815 + abs(k - 3) * 9 + rng.uniform(-8, 8)
        house(c, x, y, rng.uniform(72, 98), roof=rng.choice((rgb("#b5492f"), rgb("#a04632"), rgb("#7d5a48"))))
        if k % 2:
            tree(c, x - 14, y + 6, rng.uniform(70, 100), darker(light.leaf, 0.08))
    front = darker(light.hills[3], 0.22)
    ridge(c, h * 0.985, h * 0.16, front, darker(front, 0.25), peaks=4)
    for x in sorted(rng.uniform(0, w) for _ in range(9)):
        tree(c, x, h * rng.uniform(0.965, 1.03), rng.uniform(120, 210), darker(light.leaf, rng.uniform(0.1, 0.3)), kind=rng.choice(("round", "pine")))  # fmt: skip


def _water(c: Canvas, light: Light, y: float) -> None:
    c.shade_rect(0, y, c.width, c.height - y, light.water[0], light.water[1])
    for _ in range(70):
        t = c.rng.random() ** 0.7
        ry = y + 8 + t * (c.height - y)
        length = 30 + 150 * t * c.rng.random()
        x = c.rng.uniform(-40, c.width)
        c.rect(x, ry, length, 1.5 + 2.4 * t, mix(light.water[0], (255, 252, 240), c.rng.uniform(0.1, 0.5)), 2)


def river(c: Canvas, light: Light) -> None:
    """A calm river, two small boats, bamboo on the bank."""
    rng, w, h = c.rng, c.width, c.height
    sun_x = w * rng.uniform(0.4, 0.65)
    sky(c, light, sun=(sun_x, h * 0.27))
    _hills(c, light, h * 0.57, height=260)
    _water(c, light, h * 0.57)
    for k in range(16):
        half = 26 + 5 * k * rng.uniform(0.6, 1.2)
        c.rect(sun_x - half, h * 0.58 + k * 14, half * 2, 4, lighter(light.sun, 0.1), 2)
    for k, (bx, by, size) in enumerate(((w * 0.47, h * 0.79, 1.05), (w * 0.74, h * 0.67, 0.6))):
        c.shadow(bx, by + 12 * size, 170 * size, 16 * size, 0.9, darker(light.water[1], 0.3))
        hull = curve([(bx - 170 * size, by - 34 * size), (bx - 110 * size, by + 2 * size), (bx, by + 12 * size), (bx + 110 * size, by + 2 * size), (bx + 170 * size, by - 34 * size)], 8)  # fmt: skip
        c.shade_poly(hull, rgb("#7a4a2e"), rgb("#3f2a20"))
        c.rect(bx - 46 * size, by - 72 * size, 100 * size, 60 * size, rgb("#b98a52"), 26 * size)
        person(
            c, bx - 92 * size, by - 4 * size, 150 * size, hat=True, shirt=(rgb("#3f6f86"), rgb("#8a3f5a"))[k], bend=0.05
        )
        c.line([(bx - 70 * size, by - 72 * size), (bx - 180 * size, by + 40 * size)], 5 * size, rgb("#5a3d28"))
    bank = curve([(-20, h * 0.86), (w * 0.2, h * 0.9), (w * 0.45, h * 0.985), (w * 0.7, h * 1.05), (-20, h * 1.1)], 10)
    c.shade_poly(bank, darker(light.field[1], 0.08), darker(light.leaf, 0.3))
    tree(c, w * 0.07, h * 0.97, h * 0.62, darker(light.leaf, 0.12), kind="bamboo")
    tree(c, w * 0.17, h * 1.0, h * 0.44, light.leaf, kind="bamboo")


def bridge(c: Canvas, light: Light) -> None:
    """A new concrete bridge over the river, motorbikes crossing."""
    rng, w, h = c.rng, c.width, c.height
    sky(c, light, sun=(w * rng.uniform(0.1, 0.3), h * 0.22))
    _hills(c, light, h * 0.56, height=280)
    c.shade_rect(0, h * 0.5, w, h * 0.12, light.field[0], light.field[1])
    for k in range(12):
        tree(c, rng.uniform(0, w), h * 0.6, rng.uniform(60, 110), darker(light.leaf, 0.05 * (k % 3)))
    _water(c, light, h * 0.6)
    deck, thick = h * 0.52, 34
    stone = rgb("#d8d2c6")
    for k in range(5):
        x = w * (0.02 + 0.24 * k)
        c.shade_rect(x - 22, deck, 44, h * 0.27, stone, darker(stone, 0.3))
        c.rect(x - 40, deck + 20, 80, 18, darker(stone, 0.12), 4)
        c.shadow(x, h * 0.79, 60, 10, 0.8, darker(light.water[1], 0.3))
    for k in range(4):
        left, right = w * (0.02 + 0.24 * k) + 22, w * (0.26 + 0.24 * k) - 22
        arch = [
            (left + (right - left) * t / 20, deck + thick + 80 * (1 - math.sin(math.pi * t / 20))) for t in range(21)
        ]
        c.poly([(left, deck), *arch, (right, deck)], darker(stone, 0.2))
    c.shade_rect(-10, deck - 6, w + 20, thick, lighter(stone, 0.35), darker(stone, 0.1))
    for x in range(0, w, 46):
        c.rect(x, deck - 46, 7, 42, lighter(stone, 0.2))
    c.rect(-10, deck - 50, w + 20, 8, RED)
    c.rect(-10, deck - 30, w + 20, 4, lighter(stone, 0.2))
    for x in (0.18, 0.5, 0.82):
        c.rect(w * x, deck - 190, 7, 150, rgb("#5e6b70"))
        c.line([(w * x + 3, deck - 188), (w * x + 50, deck - 196)], 6, rgb("#5e6b70"))
        c.oval(w * x + 56, deck - 193, 16, 7, lighter(GOLD, 0.5))
    for x in (0.34, 0.64):
        rider(c, w * x, deck - 8, 0.72)


def rider(c: Canvas, x: float, y: float, size: float) -> None:
    """A motorbike with its rider, from the side."""
    for dx in (-52, 52):
        c.disc(x + dx * size, y - 22 * size, 24 * size, rgb("#2b2b2e"))
        c.disc(x + dx * size, y - 22 * size, 10 * size, rgb("#a9adae"))
    c.line(
        [(x - 54 * size, y - 34 * size), (x + 10 * size, y - 38 * size), (x + 46 * size, y - 74 * size)],
        17 * size,
        rgb("#b3262c"),
    )
    c.line([(x - 60 * size, y - 64 * size), (x - 8 * size, y - 60 * size)], 13 * size, rgb("#2b2b2e"))
    c.line([(x + 40 * size, y - 92 * size), (x + 58 * size, y - 30 * size)], 7 * size, rgb("#555a5c"))
    c.line(
        [(x - 26 * size, y - 70 * size), (x + 4 * size, y - 62 * size), (x + 2 * size, y - 26 * size)],
        19 * size,
        rgb("#3b4a5c"),
    )
    c.line([(x - 26 * size, y - 72 * size), (x - 14 * size, y - 124 * size)], 36 * size, rgb("#7fa6b8"))
    c.line([(x - 14 * size, y - 118 * size), (x + 38 * size, y - 92 * size)], 13 * size, rgb("#6f98ab"))
    c.disc(x - 8 * size, y - 152 * size, 21 * size, rgb("#e3b48c"))
    c.pen.pieslice(
        [(x - 34 * size) * 2, (y - 180 * size) * 2, (x + 18 * size) * 2, (y - 130 * size) * 2], 175, 365, fill=GOLD
    )


def reservoir(c: Canvas, light: Light) -> None:
    """A reservoir between hills, with a dam and a canal to the fields."""
    rng, w, h = c.rng, c.width, c.height
    sky(c, light, sun=(w * rng.uniform(0.6, 0.85), h * 0.2))
    _hills(c, light, h * 0.46, layers=3, height=320)
    _water(c, light, h * 0.46)
    for side in (-1, 1):
        x0 = -20 if side < 0 else w + 20
        spur = curve([(x0, h * 0.38), (x0 - side * -w * 0.0 - side * w * 0.16, h * 0.44), (x0 - side * w * 0.3, h * 0.5), (x0 - side * w * 0.34, h * 0.56), (x0, h * 0.62)], 10)  # fmt: skip
        c.shade_poly(spur, light.hills[2], light.hills[3])
        for k in range(6):
            tree(
                c,
                x0 - side * w * (0.03 + 0.045 * k),
                h * (0.45 + 0.018 * k),
                90,
                darker(light.leaf, 0.05 * (k % 3)),
                kind="pine",
            )
    dam = h * 0.62
    stone = rgb("#cfc8ba")
    c.shade_poly(
        [(-10, dam), (w + 10, dam), (w + 10, dam + h * 0.16), (-10, dam + h * 0.16)],
        lighter(stone, 0.3),
        darker(stone, 0.22),
    )
    c.rect(-10, dam - 12, w + 20, 18, lighter(stone, 0.5))
    for k in range(3):
        x = w * (0.42 + 0.08 * k)
        c.rect(x - 30, dam - 60, 60, 66, darker(stone, 0.05))
        c.rect(x - 20, dam - 44, 40, 50, rgb("#4f6d78"))
        c.poly(
            [(x - 22, dam + 10), (x + 22, dam + 10), (x + 34, dam + h * 0.16), (x - 34, dam + h * 0.16)], rgb("#e9f3f2")
        )
    c.shade_rect(-10, dam + h * 0.16, w + 20, h, light.field[0], darker(light.field[1], 0.1))
    canal = [(w * 0.4, dam + h * 0.16), (w * 0.6, dam + h * 0.16), (w * 0.8, h + 10), (w * 0.3, h + 10)]
    c.poly([(x + (x - w * 0.5) * 0.16, y) for x, y in canal], stone)
    c.shade_poly(canal, lighter(light.water[0], 0.2), light.water[1])
    for k in range(6):
        y = dam + h * (0.18 + 0.035 * k)
        c.line([(-10, y + 20), (w * (0.36 - 0.012 * k), y)], 3, darker(light.field[1], 0.1))
        c.line([(w + 10, y + 20), (w * (0.66 + 0.02 * k), y)], 3, darker(light.field[1], 0.1))


def planting(c: Canvas, light: Light) -> None:
    """People planting young trees on a slope."""
    rng, w, h = c.rng, c.width, c.height
    sky(c, light, sun=(w * rng.uniform(0.15, 0.35), h * 0.22))
    _hills(c, light, h * 0.55, height=300)
    slope = curve([(-20, h * 0.74), (w * 0.3, h * 0.64), (w * 0.65, h * 0.6), (w + 20, h * 0.68)], 12)
    c.shade_poly([(-20, h + 10), *slope, (w + 20, h + 10)], lighter(light.field[0], 0.1), darker(light.field[1], 0.12))
    for row in range(5):
        for k in range(11):
            x = w * (k + 0.5 * (row % 2)) / 10.5 + rng.uniform(-10, 10)
            y = h * (0.69 + 0.062 * row)
            size = 26 + 13 * row
            c.shadow(x, y, size * 0.9, size * 0.22, 0.6)
            c.line([(x, y), (x, y - size * 1.3)], 2 + row * 0.6, rgb("#6b4a30"))
            for dx, dy in ((-0.38, -0.9), (0.38, -1.0), (0, -1.5), (-0.3, -1.3), (0.3, -1.4)):
                c.oval(
                    x + dx * size, y + dy * size, size * 0.32, size * 0.22, mix(light.leaf, GOLD, 0.1 + 0.05 * (k % 3))
                )
    spots = ((0.24, 0.83, True), (0.34, 0.8, False), (0.55, 0.86, True), (0.72, 0.8, True), (0.8, 0.84, False))
    for x, y, hat in spots:
        person(c, w * x, h * y, 190, hat=hat, bend=rng.choice((0.0, 0.08, -0.08)))
    c.line([(w * 0.58, h * 0.74), (w * 0.605, h * 0.9)], 7, rgb("#7a5a3c"))
    c.rect(w * 0.6, h * 0.885, 26, 34, rgb("#6c7478"), 6)


def harvest(c: Canvas, light: Light) -> None:
    """Ripe rice, people in conical hats, a combine harvester in the distance."""
    rng, w, h = c.rng, c.width, c.height
    sky(c, light, sun=(w * rng.uniform(0.3, 0.7), h * 0.25))
    _hills(c, light, h * 0.5, height=230)
    gold, deep = mix(GOLD, light.field[0], 0.25), mix(rgb("#b87a22"), light.field[1], 0.15)
    c.shade_rect(0, h * 0.5, w, h * 0.5, lighter(gold, 0.25), deep)
    for row in range(-2, 14):
        c.poly([(w * 0.5 + (row - 5.7) * 62, h * 0.5), (w * 0.5 + (row - 5.5) * 62, h * 0.5), (w * 0.5 + (row - 5.2) * 330, h), (w * 0.5 + (row - 5.75) * 330, h)], mix(gold, deep, 0.35))  # fmt: skip
    mx, my = w * 0.7, h * 0.585
    c.shadow(mx, my + 8, 150, 18, 0.8)
    c.rect(mx - 96, my - 84, 180, 66, RED, 10)
    c.rect(mx - 40, my - 128, 70, 54, rgb("#9cc0c6"), 8)
    c.rect(mx - 150, my - 26, 70, 34, rgb("#4e5052"), 6)
    for dx, r in ((-50, 30), (50, 38)):
        c.disc(mx + dx, my - 12, r, rgb("#2b2b2e"))
        c.disc(mx + dx, my - 12, r * 0.45, GOLD)
    shirts = (rgb("#8a3f5a"), rgb("#35586e"), rgb("#5d8a66"))
    for px, py, size, bend in ((0.2, 0.82, 220.0, 0.12), (0.31, 0.78, 200.0, -0.1), (0.43, 0.84, 226.0, 0.0)):
        person(c, w * px, h * py, size, hat=True, bend=bend, shirt=rng.choice(shirts))
    for _ in range(520):
        t = rng.random()
        x, y = rng.uniform(-20, w + 20), h * (0.8 + 0.26 * t)
        tall = 50 + 70 * t
        lean = rng.uniform(-14, 22)
        stalk = mix(gold, deep, rng.random() * 0.8)
        c.line([(x, y), (x + lean * 0.4, y - tall * 0.6), (x + lean, y - tall)], 2.4, stalk)
        for k in range(4):
            c.oval(x + lean + 3 * k, y - tall + 7 * k, 4, 7, lighter(stalk, 0.25))
