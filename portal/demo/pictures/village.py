"""What people built: commune hall, school, roads, new houses, market, lamps in the evening."""

from __future__ import annotations

from .canvas import Canvas, darker, lighter, mix, rgb
from .motifs import cloud, flag, hall_roof, house, person, ridge, sky, tree
from .nature import rider
from .palette import BRICK, CREAM, DEEP_RED, GOLD, LINE, PAPER, RED, Light


def _yard(c: Canvas, light: Light, y: float) -> None:
    c.shade_rect(0, y, c.width, c.height - y, mix(rgb("#e2d3b4"), light.sky[2], 0.4), rgb("#c0a880"))
    c.shade_rect(0, y - 14, c.width, 34, lighter(light.field[1], 0.1), light.field[1])


def _flower_beds(c: Canvas, light: Light) -> None:
    """Beds along the yard, with a gap before the steps."""
    w, h, rng = c.width, c.height, c.rng
    for k in range(13):
        x = w * (0.03 + 0.077 * k)
        if abs(x - w * 0.5) > 130:
            c.oval(x, h * 0.885, 60, 22, darker(light.leaf, 0.06))
            for j in range(6):
                c.disc(x - 44 + 17 * j, h * 0.872 + 7 * (j % 2), 7, rng.choice((RED, GOLD, rgb("#e88aa0"))))


def commune_hall(c: Canvas, light: Light) -> None:
    """The commune's hall with the flag on its mast."""
    w, h, rng = c.width, c.height, c.rng
    sky(c, light)
    for k in range(2):
        ridge(c, h * (0.6 + 0.06 * k), h * 0.26, light.hills[k + 1], lighter(light.hills[k + 1], 0.35), peaks=4 + k)
    _yard(c, light, h * 0.72)
    for x in (0.05, 0.14, 0.87, 0.96):
        tree(c, w * x, h * 0.75, h * rng.uniform(0.3, 0.42), mix(light.leaf, GOLD, rng.uniform(0, 0.15)))
    left, wide, base, tall = w * 0.2, w * 0.6, h * 0.76, h * 0.25
    c.shadow(left + wide / 2, base, wide * 0.55, 26, 0.7)
    c.shade_rect(left, base - tall, wide, tall, lighter(CREAM, 0.3), darker(CREAM, 0.04))
    for k in range(7):
        if k != 3:
            x = left + wide * (0.055 + 0.136 * k)
            c.rect(x, base - tall * 0.74, wide * 0.075, tall * 0.44, rgb("#6f979b"), 6)
            c.rect(x + wide * 0.034, base - tall * 0.74, wide * 0.007, tall * 0.44, PAPER)
            c.rect(x, base - tall * 0.54, wide * 0.075, 4, PAPER)
    c.rect(left + wide * 0.43, base - tall * 0.76, wide * 0.14, tall * 0.76, rgb("#6d4630"))
    c.rect(left + wide * 0.498, base - tall * 0.76, wide * 0.004, tall * 0.76, rgb("#4c2f20"))
    for k in range(3):
        c.rect(left + wide * (0.36 - 0.02 * k), base - 8 + 13 * k, wide * (0.28 + 0.04 * k), 14, darker(LINE, 0.06 * k))
    for x in (0.345, 0.41, 0.575, 0.64):
        c.shade_rect(left + wide * x, base - tall, wide * 0.018, tall, PAPER, darker(LINE, 0.05))
    hall_roof(c, left - 20, base - tall + 6, wide + 40, h * 0.13)
    c.rect(left + wide * 0.32, base - tall - 26, wide * 0.36, 40, RED, 4)
    c.poly([(left + wide * 0.3, base - tall - 30), (left + wide * 0.5, base - tall - 124), (left + wide * 0.7, base - tall - 30)], lighter(BRICK, 0.06))  # fmt: skip
    c.poly([(left + wide * 0.345, base - tall - 34), (left + wide * 0.5, base - tall - 106), (left + wide * 0.655, base - tall - 34)], CREAM)  # fmt: skip
    c.star(left + wide * 0.5, base - tall - 62, 24, RED)
    for k in range(11):
        c.rect(left + wide * 0.345 + k * wide * 0.0285, base - tall - 12, wide * 0.017, 12, GOLD)
    mast = w * rng.choice((0.115, 0.845))
    flag(c, mast, h * 0.12, h * 0.13, pole=h * 0.72)
    c.rect(mast - 40, h * 0.83, 86, 22, LINE, 4)
    _flower_beds(c, light)
    for x in (0.4, 0.455, 0.57):
        person(c, w * x, h * 0.93, 165)


def drying_yard(c: Canvas, light: Light) -> None:
    """Rice spread to dry in a yard, raked over by two people, sacks beside it."""
    w, h, rng = c.width, c.height, c.rng
    sky(c, light, sun=(w * 0.78, h * 0.17))
    for k in range(2):
        ridge(c, h * (0.52 + 0.05 * k), h * 0.24, light.hills[k + 1], lighter(light.hills[k + 1], 0.35), peaks=4 + k)
    c.shade_rect(0, h * 0.55, w, h * 0.1, lighter(GOLD, 0.25), mix(GOLD, light.field[1], 0.4))
    house(c, w * 0.06, h * 0.66, w * 0.24)
    house(c, w * 0.36, h * 0.64, w * 0.17, roof=rgb("#3f7282"))
    for x, tall, kind in ((0.03, 0.44, "palm"), (0.33, 0.34, "round"), (0.58, 0.3, "round"), (0.95, 0.5, "bamboo")):
        tree(c, w * x, h * 0.67, h * tall, light.leaf, kind=kind)
    _yard(c, light, h * 0.66)
    rice = mix(GOLD, CREAM, 0.15)
    for left, right, top, bottom in ((0.1, 0.42, 0.73, 0.84), (0.52, 0.9, 0.71, 0.81), (0.16, 0.8, 0.87, 0.99)):
        lean = w * 0.035
        c.shade_poly([(w * left + lean, h * top), (w * right - lean, h * top), (w * right + lean, h * bottom), (w * left - lean, h * bottom)], lighter(rice, 0.25), darker(rice, 0.08))  # fmt: skip
        for k in range(1, 8):
            y = h * (top + (bottom - top) * k / 8)
            spread = lean * (2 * k / 8 - 1)
            c.line([(w * left - spread, y), (w * right + spread, y)], 3, darker(rice, 0.14))
        for _ in range(90):
            y = h * rng.uniform(top + 0.01, bottom - 0.01)
            c.oval(rng.uniform(w * left + 20, w * right - 20), y, 5, 2.5, lighter(rice, rng.uniform(0.2, 0.6)))
    for k in range(6):
        x, y = w * (0.87 + 0.034 * (k % 3)), h * (0.95 - 0.055 * (k // 3))
        c.shade_rect(x - 30, y - 74, 58, 78, rgb("#e9dcc0"), rgb("#c9b58c"))
        c.rect(x - 12, y - 86, 22, 16, rgb("#b7a078"), 5)
    for x, y, shirt, side in ((0.3, 0.86, rgb("#8a3f5a"), 1), (0.66, 0.84, rgb("#35586e"), -1)):
        px, py = w * x, h * y
        person(c, px, py, 215, hat=True, shirt=shirt, bend=0.1 * side)
        c.line([(px + side * 52, py - 104), (px + side * 150, py + 12)], 7, rgb("#7a5a3c"))
        c.line([(px + side * 122, py + 18), (px + side * 184, py + 2)], 9, rgb("#7a5a3c"))


def school(c: Canvas, light: Light) -> None:
    """A two-storey school, a flame tree in bloom, pupils in the yard."""
    w, h, rng = c.width, c.height, c.rng
    sky(c, light)
    ridge(c, h * 0.58, h * 0.2, light.hills[1], lighter(light.hills[1], 0.4))
    _yard(c, light, h * 0.74)
    left, wide, base, tall = w * 0.24, w * 0.7, h * 0.76, h * 0.4
    wall = rgb("#f2cf7e")
    c.shadow(left + wide / 2, base, wide * 0.55, 24, 0.7)
    c.shade_rect(left, base - tall, wide, tall, lighter(wall, 0.15), darker(wall, 0.04))
    for floor in range(2):
        y = base - tall * (0.5 * floor) - tall * 0.5
        c.rect(left, y + tall * 0.02, wide, tall * 0.4, darker(wall, 0.3))
        for k in range(8):
            x = left + wide * (0.02 + 0.1225 * k)
            c.rect(x + wide * 0.018, y + tall * 0.08, wide * 0.036, tall * 0.34, rgb("#3f7a86"))
            c.rect(x + wide * 0.064, y + tall * 0.12, wide * 0.035, tall * 0.16, rgb("#bfe0e0"))
            c.rect(x - wide * 0.012, y, wide * 0.02, tall * 0.5, lighter(wall, 0.35))
        c.rect(left, y + tall * 0.32, wide, tall * 0.1, lighter(wall, 0.4))
        c.rect(left, y + tall * 0.45, wide, 14, PAPER)
    c.rect(left - 16, base - tall - 10, wide + 32, 26, DEEP_RED)
    c.rect(left + wide * 0.4, base - tall - 74, wide * 0.2, 66, wall)
    c.star(left + wide * 0.5, base - tall - 40, 24, RED)
    flag(c, w * 0.585, h * 0.055, h * 0.085, pole=h * 0.25)
    tx, ty = w * 0.13, h * 0.82
    c.line([(tx, ty), (tx + 14, ty - h * 0.2), (tx - 30, ty - h * 0.36)], 28, rgb("#6a4c38"))
    c.line([(tx + 10, ty - h * 0.18), (tx + 90, ty - h * 0.36)], 18, rgb("#6a4c38"))
    for share in (0.0, 0.5, 1.0):
        for _ in range(150):
            px, py = rng.gauss(tx + 20, 105), rng.gauss(ty - h * 0.45, 46)
            tone = (
                rng.choice((light.leaf, darker(light.leaf, 0.1)))
                if share == 0
                else rng.choice((rgb("#d3312b"), rgb("#e2472f"), RED))
            )
            c.oval(px, py, rng.uniform(9, 26 - 8 * share), rng.uniform(7, 15 - 4 * share), tone)
    for _ in range(46):
        c.oval(rng.gauss(tx + 30, 170), rng.uniform(h * 0.83, h * 0.92), 6, 3, rgb("#d3312b"))
    for k in range(9):
        x = w * (0.3 + 0.072 * k) + rng.uniform(-14, 14)
        y = h * rng.uniform(0.87, 0.95)
        person(c, x, y, rng.uniform(118, 140), shirt=rgb("#fbfaf5"))
        c.poly([(x - 10, y - 106), (x + 10, y - 106), (x, y - 80)], RED)


def flower_road(c: Canvas, light: Light) -> None:
    """A concrete village road edged with flowers."""
    w, h, rng = c.width, c.height, c.rng
    sky(c, light, sun=(w * rng.uniform(0.2, 0.8), h * 0.2))
    for k in range(2):
        ridge(c, h * (0.5 + 0.05 * k), h * 0.22, light.hills[k + 1], lighter(light.hills[k + 1], 0.35), peaks=5)
    c.shade_rect(0, h * 0.53, w, h, light.field[0], light.field[1])
    vx, vy = w * rng.uniform(0.46, 0.56), h * 0.53
    for k, (x, size) in enumerate(((0.03, 250), (0.2, 170), (0.325, 110), (0.62, 120), (0.72, 180), (0.87, 250))):
        house(c, w * x, h * (0.56 + size / 2700), size, wall=(CREAM, rgb("#e8efe6"), rgb("#f0dcc8"))[k % 3], roof=(BRICK, rgb("#3f7282"), rgb("#9a4a38"))[k % 3])  # fmt: skip
        tree(c, w * x - size * 0.12, h * (0.57 + size / 2700), size * 0.8, light.leaf, kind=("round", "palm")[k % 2])
    c.shade_poly([(vx - 14, vy), (vx + 14, vy), (w * 0.86, h + 10), (w * 0.14, h + 10)], rgb("#e6e0d4"), rgb("#bdb4a4"))
    for k in range(9):
        t = (k / 9) ** 2
        y = vy + 12 + t * (h - vy)
        c.rect(vx - 1 - 5 * t, y, 3 + 10 * t, 6 + 34 * t, PAPER)
    blossoms = (RED, GOLD, rgb("#e88aa0"), rgb("#f4f0e8"), rgb("#c4507a"), rgb("#e2703a"))
    for k in range(54):
        t = (k / 54) ** 1.7
        y = vy + 8 + t * (h - vy)
        for side in (-1, 1):
            x = vx + side * (18 + t * w * 0.4)
            size = 5 + 46 * t
            c.oval(x, y, size * 1.25, size * 0.72, mix(light.leaf, rgb("#1f4a2c"), rng.uniform(0, 0.35)))
            for _ in range(7):
                c.disc(
                    x + rng.gauss(0, size * 0.6),
                    y - size * 0.3 + rng.gauss(0, size * 0.28),
                    size * 0.19,
                    rng.choice(blossoms),
                )
    for k in range(4):
        t = (0.16, 0.3, 0.5, 0.8)[k]
        for side in (-1, 1):
            x, y = vx + side * (26 + t * w * 0.47), vy + t * (h - vy) * 0.8
            tall = 60 + 330 * t
            c.rect(x, y - tall, 2 + 5 * t, tall, rgb("#8c9294"))
            flag(c, x, y - tall, tall * 0.16)
    rider(c, vx - 40, h * 0.76, 0.9)
    person(c, vx + 150, h * 0.86, 200, hat=True)


def new_house(c: Canvas, light: Light) -> None:
    """Neighbours building a house."""
    w, h, rng = c.width, c.height, c.rng
    sky(c, light, sun=(w * 0.84, h * 0.18))
    for k in range(2):
        ridge(c, h * (0.58 + 0.05 * k), h * 0.24, light.hills[k + 1], lighter(light.hills[k + 1], 0.35), peaks=4)
    c.shade_rect(0, h * 0.68, w, h, lighter(light.field[0], 0.1), mix(light.field[1], rgb("#a88a5a"), 0.5))
    tree(c, w * 0.08, h * 0.76, h * 0.5, light.leaf, kind="palm")
    tree(c, w * 0.93, h * 0.74, h * 0.36, light.leaf)
    left, wide, base, tall = w * 0.27, w * 0.44, h * 0.79, h * 0.28
    brick = rgb("#c8694a")
    c.shadow(left + wide / 2, base, wide * 0.56, 22, 0.7)
    c.shade_rect(left, base - tall, wide, tall, lighter(brick, 0.12), brick)
    for row in range(14):
        y = base - tall + row * tall / 14
        c.rect(left, y, wide, 2, lighter(brick, 0.4))
        for k in range(19):
            c.rect(left + (k + 0.5 * (row % 2)) * wide / 19, y, 2, tall / 14, lighter(brick, 0.4))
    c.rect(left + wide * 0.42, base - tall * 0.75, wide * 0.17, tall * 0.75, rgb("#5a4334"))
    for x in (0.12, 0.72):
        c.rect(left + wide * x, base - tall * 0.72, wide * 0.17, tall * 0.38, rgb("#7c9c9c"))
        c.rect(left + wide * x - 6, base - tall * 0.34, wide * 0.17 + 12, 10, PAPER)
    frame = rgb("#9a6b42")
    apex = base - tall - h * 0.17
    for k in range(7):
        x = left - 30 + (wide + 60) * k / 6
        c.line([(x, base - tall), (left + wide / 2 + (x - left - wide / 2) * 0.55, apex)], 10, frame)
    c.line([(left + wide * 0.2, apex), (left + wide * 0.8, apex)], 12, frame)
    c.line([(left - 40, base - tall), (left + wide + 40, base - tall)], 14, darker(frame, 0.1))
    half = [
        (left - 40, base - tall - 4),
        (left + wide * 0.2, apex - 6),
        (left + wide * 0.47, apex - 6),
        (left + wide * 0.42, base - tall - 4),
    ]
    c.shade_poly(half, lighter(BRICK, 0.12), BRICK)
    for k in range(1, 6):
        y = base - tall - 4 + (apex - base + tall) * k / 6
        c.line(
            [(left - 40 + (wide * 0.2 + 40) * k / 6, y), (left + wide * (0.42 + 0.05 * k / 6), y)],
            3,
            darker(BRICK, 0.2),
        )
    c.line([(left + wide * 0.84, base), (left + wide * 0.95, base - tall - 40)], 7, frame)
    c.line([(left + wide * 0.9, base), (left + wide * 1.01, base - tall - 40)], 7, frame)
    for k in range(9):
        y = base - k * (tall + 40) / 9
        c.line([(left + wide * (0.84 + 0.0122 * k), y), (left + wide * (0.9 + 0.0122 * k), y)], 5, frame)
    for k in range(15):
        c.rect(w * 0.125 + (k % 5) * 44, h * 0.83 - (k // 5) * 24, 40, 20, mix(brick, BRICK, rng.random()), 2)
    for x, y, hat in (
        (0.2, 0.92, True),
        (0.35, 0.9, False),
        (0.56, 0.93, True),
        (0.77, 0.9, True),
        (0.83, 0.93, False),
    ):
        person(c, w * x, h * y, 205, hat=hat, bend=rng.choice((0, 0.07, -0.07)))
    c.rect(w * 0.66, h * 0.87, 90, 40, rgb("#6c7478"), 10)
    c.disc(w * 0.66 + 88, h * 0.93, 19, rgb("#2b2b2e"))


def market(c: Canvas, light: Light) -> None:
    """Stalls with the commune's farm products."""
    w, h, rng = c.width, c.height, c.rng
    sky(c, light)
    ridge(c, h * 0.5, h * 0.2, light.hills[1], lighter(light.hills[1], 0.4))
    _yard(c, light, h * 0.6)
    awnings = ((RED, PAPER), (rgb("#2f7d48"), PAPER), (GOLD, PAPER))
    for k in range(3):
        x, wide, base = w * (0.035 + 0.32 * k), w * 0.29, h * 0.86
        for px in (x + 8, x + wide - 18):
            c.rect(px, h * 0.3, 12, base - h * 0.3, rgb("#8a6a4c"))
        c.shade_rect(x, h * 0.36, wide, base - h * 0.36, mix(CREAM, light.sky[2], 0.5), darker(CREAM, 0.12))
        for shelf in range(2):
            y = h * (0.5 + 0.1 * shelf)
            c.rect(x + 20, y, wide - 40, 9, rgb("#8a6a4c"))
            for j in range(9):
                jar = rng.choice((rgb("#c98a2f"), rgb("#a8521f"), rgb("#6d8a4a"), rgb("#b3262c"), rgb("#e0b34a")))
                c.rect(x + 34 + j * (wide - 80) / 9, y - 50, 30, 50, jar, 7)
                c.rect(x + 34 + j * (wide - 80) / 9, y - 34, 30, 18, PAPER)
                c.rect(x + 36 + j * (wide - 80) / 9, y - 57, 26, 10, rgb("#5a4334"), 3)
        bust(c, x + wide * 0.5, h * 0.765)
        c.shade_rect(x - 6, h * 0.75, wide + 12, h * 0.13, rgb("#b08458"), rgb("#8a6240"))
        for j in range(5):
            bx, by = x + 26 + j * (wide - 10) / 5, h * 0.765
            fruit = (rgb("#e2703a"), rgb("#6d9a3c"), rgb("#d9a441"), rgb("#b3262c"), rgb("#8a5a7a"))[(j + k) % 5]
            for n in range(12):
                c.disc(bx + 12 * (n % 4) + 6 * (n // 4), by - 12 - 13 * (n // 4), 11, lighter(fruit, 0.1 * (n % 3)))
            c.poly([(bx - 20, by - 8), (bx + 68, by - 8), (bx + 56, by + 28), (bx - 8, by + 28)], rgb("#caa26a"))
        stripes = 9
        for j in range(stripes):
            colour = awnings[k][j % 2]
            sx = x - 24 + j * (wide + 48) / stripes
            step = (wide + 48) / stripes
            c.shade_poly([(x + 6 + j * (wide - 12) / stripes, h * 0.24), (x + 6 + (j + 1) * (wide - 12) / stripes, h * 0.24), (sx + step, h * 0.37), (sx, h * 0.37)], lighter(colour, 0.08), darker(colour, 0.08))  # fmt: skip
            c.oval(sx + step / 2, h * 0.37, step / 2, 20, darker(colour, 0.06))
    for x in (0.2, 0.36, 0.62, 0.9):
        person(c, w * x, h * rng.uniform(0.96, 0.99), 250, hat=rng.random() < 0.5)


def bust(c: Canvas, x: float, y: float) -> None:
    from .motifs import bust as draw

    draw(c, x, y, 160)


def lamp_road(c: Canvas, light: Light) -> None:
    """Evening: solar lamps along the village road."""
    w, h, rng = c.width, c.height, c.rng
    c.backdrop(rgb("#1c2440"), rgb("#3a3f6b"), rgb("#a8647a"), rgb("#e8a06a"))
    for _ in range(70):
        c.disc(rng.uniform(0, w), rng.uniform(0, h * 0.4), rng.uniform(1, 2.4), rgb("#f4ead0"))
    c.disc(w * 0.8, h * 0.16, 44, rgb("#fbeec8"))
    c.disc(w * 0.785, h * 0.15, 40, rgb("#282f52"))
    for k, colour in enumerate((rgb("#5a4a70"), rgb("#3c375a"), rgb("#2a2b47"))):
        ridge(c, h * (0.56 + 0.06 * k), h * (0.26 - 0.05 * k), colour, lighter(colour, 0.12), peaks=4 + k)
    c.shade_rect(0, h * 0.66, w, h, rgb("#2c3a3a"), rgb("#18211f"))
    for k in range(8):
        x = w * (0.02 + 0.125 * k)
        if abs(x - w * 0.47) > 150:
            size = rng.uniform(120, 170)
            house(c, x, h * 0.72 + rng.uniform(0, 24), size, wall=rgb("#6a5a5a"), roof=rgb("#3a2c34"))
            c.rect(x + size * 0.42, h * 0.72 - size * 0.28, size * 0.16, size * 0.24, rgb("#ffd98a"))
            c.glow(x + size * 0.5, h * 0.72 - size * 0.16, size * 0.5, rgb("#ffcf7a"), 0.5)
    vx, vy = w * 0.5, h * 0.66
    c.shade_poly([(vx - 12, vy), (vx + 12, vy), (w * 0.84, h + 10), (w * 0.16, h + 10)], rgb("#5a5560"), rgb("#3c3a46"))
    for k in range(5):
        t = (0.05, 0.14, 0.29, 0.53, 0.95)[k]
        for side in (-1, 1):
            x, y = vx + side * (24 + t * w * 0.4), vy + t * (h - vy)
            tall = 50 + 400 * t
            arm = -side * tall * 0.16
            c.veil(lambda pen, f, x=x, y=y, tall=tall, arm=arm: pen.polygon([((x + arm) * f, (y - tall) * f), ((x + arm - tall * 0.4) * f, y * f), ((x + arm + tall * 0.4) * f, y * f)], fill=255), rgb("#ffe2a0"), 0.22, blur=10)  # type: ignore[misc]  # fmt: skip
            c.rect(x - 1 - 3 * t, y - tall, 3 + 6 * t, tall, rgb("#14161c"))
            c.line([(x, y - tall), (x + arm, y - tall - tall * 0.03)], 3 + 5 * t, rgb("#14161c"))
            c.poly([(x - arm * 0.2, y - tall * 1.1), (x + arm * 0.7, y - tall * 1.04), (x + arm * 0.7, y - tall * 1.02), (x - arm * 0.2, y - tall * 1.07)], rgb("#2f5a86"))  # fmt: skip
            c.glow(x + arm, y - tall, 20 + 120 * t, rgb("#ffe6ae"), 0.95)
            c.oval(x + arm, y - tall, 5 + 12 * t, 3 + 5 * t, rgb("#fff8e0"))
    person(c, vx - 60, h * 0.88, 150)
    person(c, vx - 4, h * 0.885, 120)
    cloud(c, w * 0.25, h * 0.3, 0.9, light) if light.name == "chiều muộn" else None
