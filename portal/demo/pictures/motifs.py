"""Things that several scenes show: sky, ridges, trees, people, houses, the flag."""

from __future__ import annotations

import math

from .canvas import Canvas, Colour, Point, curve, darker, lighter, mix, rgb
from .palette import BRICK, CREAM, GOLD, RED, STAR, Light

SKIN = (rgb("#e3b48c"), rgb("#d6a077"), rgb("#c98f68"))
HAIR = (rgb("#2a211f"), rgb("#3a2c27"), rgb("#8d8782"))
TRUNK = darker(rgb("#7a5a3c"), 0.15)
SHIRTS = tuple(rgb(c) for c in ("#f4efe6", "#7fa6b8", "#3f6f86", "#a8121a", "#5d8a66", "#d9a441", "#6d5a7a", "#c4d4d8"))


def sky(c: Canvas, light: Light, *, sun: Point | None = None, horizon: float = 0.62) -> None:
    top, middle, low = light.sky
    c.backdrop(top, middle, low, low)
    if sun:
        x, y = sun
        c.glow(x, y, 420, lighter(light.sun, 0.2), 0.75)
        c.disc(x, y, 62, light.sun)
    for _ in range(c.rng.randint(3, 5)):
        cloud(
            c, c.rng.uniform(0, c.width), c.rng.uniform(40, c.height * horizon * 0.55), c.rng.uniform(0.5, 1.2), light
        )


def cloud(c: Canvas, x: float, y: float, size: float, light: Light) -> None:
    colour = mix(light.sky[1], (255, 253, 246), 0.6)
    c.rect(x - 120 * size, y, 240 * size, 26 * size, colour, 13 * size)
    c.rect(x - 60 * size, y - 22 * size, 150 * size, 34 * size, colour, 17 * size)
    c.rect(x - 170 * size, y + 18 * size, 180 * size, 18 * size, colour, 9 * size)


def ridge(
    c: Canvas, y: float, height: float, top: Colour, bottom: Colour, *, rough: float = 1.0, peaks: int = 5
) -> list[Point]:
    """A range of hills across the picture; returns its outline."""
    rng = c.rng
    waves = [(rng.uniform(0.6, 1) / (k + 1), rng.uniform(0, math.tau), (k + 1) * peaks / 5) for k in range(4)]
    outline: list[Point] = []
    for x in range(-20, c.width + 40, 20):
        rise = sum(a * math.sin(x / c.width * math.tau * f + p) for a, p, f in waves) * rough
        outline.append((x, y - height * (0.5 + 0.42 * rise)))
    c.shade_poly([(-20, c.height + 10), *outline, (c.width + 40, c.height + 10)], top, bottom)
    return outline


def mist(c: Canvas, y: float, thickness: float, strength: float = 0.55, colour: Colour = (255, 252, 244)) -> None:
    c.veil(
        lambda pen, f: pen.rectangle([-50, (y - thickness / 2) * f, c.width, (y + thickness / 2) * f], fill=255),
        colour, strength, blur=thickness * 0.55,
    )  # fmt: skip


def _palm(c: Canvas, x: float, y: float, h: float, leaf: Colour) -> None:
    lean = c.rng.uniform(-0.12, 0.12) * h
    spine = curve([(x, y), (x + lean * 0.3, y - h * 0.45), (x + lean, y - h * 0.82)])
    c.line(spine, h * 0.035, TRUNK)
    for turn in range(7):
        angle = math.pi * (turn / 6) + math.pi
        reach = h * 0.34
        tip = (x + lean + math.cos(angle) * reach, y - h * 0.82 + math.sin(angle) * reach * 0.55 + h * 0.1)
        bend = (x + lean + math.cos(angle) * reach * 0.55, y - h * 0.86 + math.sin(angle) * reach * 0.75)
        blade = curve([(x + lean, y - h * 0.83), bend, tip])
        back = [(px, py + h * 0.045 * math.sin(math.pi * i / len(blade))) for i, (px, py) in enumerate(blade)]
        c.poly([*blade, *reversed(back)], mix(leaf, (255, 240, 160), 0.12 * (turn % 2)))


def _bamboo(c: Canvas, x: float, y: float, h: float, leaf: Colour) -> None:
    for stem in range(9):
        sx, tall = x + (stem - 4) * h * 0.028, h * c.rng.uniform(0.72, 1.0)
        lean = (stem - 4) * h * 0.05 + c.rng.uniform(-0.03, 0.03) * h
        cane = curve(
            [
                (sx, y),
                (sx + lean * 0.3, y - tall * 0.5),
                (sx + lean, y - tall * 0.88),
                (sx + lean * 1.9, y - tall * 0.96),
            ],
            8,
        )
        c.line(cane, h * 0.012, mix(leaf, GOLD, 0.22 + 0.05 * (stem % 3)))
        for lx, ly in cane[8:]:
            for _ in range(3):
                angle, size = c.rng.uniform(0.2, 2.9), h * c.rng.uniform(0.05, 0.09)
                tip = (lx + math.cos(angle) * size, ly + math.sin(angle) * size * 0.8)
                side = (math.sin(angle) * size * 0.12, -math.cos(angle) * size * 0.12)
                middle = ((lx + tip[0]) / 2, (ly + tip[1]) / 2)
                c.poly([(lx, ly), (middle[0] + side[0], middle[1] + side[1]), tip, (middle[0] - side[0], middle[1] - side[1])], mix(leaf, (214, 222, 140), c.rng.uniform(0, 0.3)))  # fmt: skip


def tree(c: Canvas, x: float, y: float, h: float, leaf: Colour, *, kind: str = "round") -> None:
    """A tree: ``round``, ``pine``, ``palm`` or ``bamboo``; ``x, y`` is where it stands."""
    c.shadow(x, y, h * 0.32, h * 0.06, 0.5)
    if kind == "palm":
        return _palm(c, x, y, h, leaf)
    if kind == "bamboo":
        return _bamboo(c, x, y, h, leaf)
    c.rect(x - h * 0.03, y - h * 0.45, h * 0.06, h * 0.45, TRUNK)
    if kind == "pine":
        for step in range(4):
            base, half = y - h * (0.2 + 0.19 * step), h * (0.24 - 0.045 * step)
            c.poly([(x - half, base), (x + half, base), (x, base - h * 0.34)], lighter(leaf, 0.05 * step))
            c.poly([(x, base), (x + half, base), (x, base - h * 0.34)], darker(leaf, 0.08))
        return None
    for dx, dy, r in ((-0.2, -0.55, 0.2), (0.2, -0.55, 0.21), (0, -0.72, 0.27), (-0.1, -0.6, 0.22), (0.1, -0.52, 0.2)):
        c.disc(x + dx * h, y + dy * h, r * h, leaf)
    for dx, dy, r in ((-0.09, -0.78, 0.15), (-0.22, -0.6, 0.1), (0.1, -0.66, 0.09)):
        c.disc(x + dx * h, y + dy * h, r * h, lighter(leaf, 0.14))
    return None


def flag(c: Canvas, x: float, y: float, h: float, *, pole: float | None = None, sway: float = 0.06) -> None:
    """The red flag with the gold star; ``x, y`` is its upper corner at the pole, ``h`` its height."""
    w = h * 1.5
    if pole is not None:
        c.rect(x - h * 0.04, y - h * 0.1, h * 0.07, pole, rgb("#d9d3c6"))
        c.disc(x, y - h * 0.12, h * 0.06, GOLD)
    steps = 28
    wave = [math.sin(i / steps * math.tau * 0.9) * h * sway for i in range(steps + 1)]
    upper = [(x + w * i / steps, y + wave[i]) for i in range(steps + 1)]
    lower = [(px, py + h) for px, py in upper]
    c.poly([*upper, *reversed(lower)], RED)
    for i in range(steps):
        if wave[i + 1] > wave[i]:
            band = [upper[i], upper[i + 1], lower[i + 1], lower[i]]
            c.poly(band, mix(RED, (214, 40, 40), 0.55))
    c.star(x + w / 2, y + h / 2 + wave[steps // 2], h * 0.3, STAR)


def hall_roof(c: Canvas, x: float, y: float, w: float, h: float, colour: Colour = BRICK) -> None:
    """A tiled roof whose eaves turn up a little."""
    c.shade_poly(
        curve([(x - w * 0.05, y), (x + w * 0.08, y - h * 0.35), (x + w * 0.16, y - h)], 8)
        + curve([(x + w * 0.84, y - h), (x + w * 0.92, y - h * 0.35), (x + w * 1.05, y)], 8),
        lighter(colour, 0.12), darker(colour, 0.12),
    )  # fmt: skip
    for k in range(1, 6):
        ly = y - h * k / 6
        c.line([(x + w * (0.02 + 0.03 * k * 0.9), ly), (x + w * (0.98 - 0.03 * k * 0.9), ly)], 2, darker(colour, 0.2))
    c.rect(x + w * 0.15, y - h - 6, w * 0.7, 10, darker(colour, 0.25), 4)


def house(c: Canvas, x: float, y: float, w: float, *, wall: Colour = CREAM, roof: Colour = BRICK) -> None:
    """A village house seen from the front; ``x, y`` its lower left corner."""
    h = w * 0.46
    c.shade_rect(x, y - h, w, h, lighter(wall, 0.2), darker(wall, 0.06))
    c.rect(x + w * 0.42, y - h * 0.72, w * 0.16, h * 0.72, rgb("#5f7f86"))
    for dx in (0.1, 0.68):
        c.rect(x + w * dx, y - h * 0.68, w * 0.2, h * 0.36, rgb("#8fb3b5"))
        c.rect(x + w * (dx + 0.095), y - h * 0.68, w * 0.012, h * 0.36, wall)
    c.shade_poly([(x - w * 0.07, y - h), (x + w * 0.12, y - h - w * 0.22), (x + w * 0.88, y - h - w * 0.22), (x + w * 1.07, y - h)], lighter(roof, 0.1), darker(roof, 0.1))  # fmt: skip


def person(
    c: Canvas, x: float, y: float, h: float, *, shirt: Colour | None = None, hat: bool = False, bend: float = 0.0
) -> None:
    """A standing figure without a face; ``x, y`` is where it stands."""
    rng = c.rng
    shirt = shirt or rng.choice(SHIRTS)
    skin, hair = rng.choice(SKIN), rng.choice(HAIR[:2])
    trousers = rng.choice((rgb("#2f3542"), rgb("#4a4038"), rgb("#3b4a46")))
    c.shadow(x, y, h * 0.2, h * 0.04, 0.6)
    lean = bend * h
    c.poly([(x - h * 0.09, y), (x - h * 0.1, y - h * 0.48), (x + h * 0.1, y - h * 0.48), (x + h * 0.09, y), (x + h * 0.015, y), (x, y - h * 0.36), (x - h * 0.015, y)], trousers)  # fmt: skip
    c.poly(curve([(x - h * 0.115, y - h * 0.43), (x - h * 0.13 + lean * 0.6, y - h * 0.66), (x - h * 0.1 + lean, y - h * 0.79), (x + lean, y - h * 0.81), (x + h * 0.1 + lean, y - h * 0.79), (x + h * 0.13 + lean * 0.6, y - h * 0.66), (x + h * 0.115, y - h * 0.43)], 6), shirt)  # fmt: skip
    for side in (-1, 1):
        c.line([(x + side * h * 0.11 + lean, y - h * 0.74), (x + side * h * 0.16 + lean * 0.9, y - h * 0.58), (x + side * h * 0.14 + lean * 1.2, y - h * 0.44)], h * 0.05, darker(shirt, 0.08))  # fmt: skip
        c.disc(x + side * h * 0.14 + lean * 1.2, y - h * 0.43, h * 0.026, skin)
    hx, hy = x + lean * 1.25, y - h * 0.89
    c.rect(hx - h * 0.025, hy + h * 0.04, h * 0.05, h * 0.06, darker(skin, 0.08))
    c.oval(hx, hy, h * 0.062, h * 0.075, skin)
    if hat:
        c.poly([(hx - h * 0.15, hy - h * 0.01), (hx, hy - h * 0.14), (hx + h * 0.15, hy - h * 0.01)], rgb("#efd9a2"))
        c.poly([(hx, hy - h * 0.01), (hx, hy - h * 0.14), (hx + h * 0.15, hy - h * 0.01)], rgb("#dcc083"))
    else:
        c.pen.pieslice([(hx - h * 0.068) * 2, (hy - h * 0.085) * 2, (hx + h * 0.068) * 2, (hy + h * 0.06) * 2], 180, 360, fill=hair)  # fmt: skip


def bust(c: Canvas, x: float, y: float, h: float, *, shirt: Colour | None = None, back: bool = False, long_hair: bool | None = None) -> None:  # fmt: skip
    """Head and shoulders; ``y`` is the lower edge. ``back`` shows the back of the head."""
    rng = c.rng
    shirt = shirt or rng.choice(SHIRTS)
    skin, hair = rng.choice(SKIN), rng.choice(HAIR)
    if long_hair is None:
        long_hair = rng.random() < 0.42
    hx, hy = x, y - h * 0.68
    if long_hair:
        c.oval(hx, hy + h * 0.08, h * 0.21, h * 0.3, hair)
    c.shade_poly(curve([(x - h * 0.42, y), (x - h * 0.4, y - h * 0.25), (x - h * 0.16, y - h * 0.4), (x + h * 0.16, y - h * 0.4), (x + h * 0.4, y - h * 0.25), (x + h * 0.42, y)], 8), lighter(shirt, 0.1), darker(shirt, 0.12))  # fmt: skip
    c.rect(x - h * 0.07, y - h * 0.5, h * 0.14, h * 0.14, darker(skin, 0.1), 6)
    if not back:
        c.poly([(x - h * 0.1, y - h * 0.4), (x, y - h * 0.26), (x + h * 0.1, y - h * 0.4)], darker(skin, 0.1))
    c.oval(hx, hy, h * 0.155, h * 0.19, skin if not back else hair)
    if not back:
        c.pen.pieslice([(hx - h * 0.172) * 2, (hy - h * 0.22) * 2, (hx + h * 0.172) * 2, (hy + h * 0.12) * 2], 178, 362, fill=hair)  # fmt: skip
        c.oval(hx - h * 0.05, hy - h * 0.1, h * 0.115, h * 0.06, hair)
