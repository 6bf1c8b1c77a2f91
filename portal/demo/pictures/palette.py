"""The portal's colours and four kinds of daylight for the demo pictures."""

from __future__ import annotations

from dataclasses import dataclass

from .canvas import Colour, rgb

RED = rgb("#a8121a")
DEEP_RED = rgb("#7d0d13")
GOLD = rgb("#f2b632")
STAR = rgb("#ffd84a")
INK = rgb("#1d1a16")
PAPER = rgb("#faf7f2")
LINE = rgb("#e4ddd1")
WOOD = rgb("#8a5a36")
BRICK = rgb("#b5492f")
CREAM = rgb("#f6e6c4")


@dataclass(frozen=True)
class Light:
    """A time of day: sky from top to bottom, sun, hills from far to near, fields, water."""

    name: str
    sky: tuple[Colour, Colour, Colour]
    sun: Colour
    hills: tuple[Colour, Colour, Colour, Colour]
    field: tuple[Colour, Colour]
    leaf: Colour
    water: tuple[Colour, Colour]


def _light(name: str, sky: str, sun: str, hills: str, field: str, leaf: str, water: str) -> Light:
    def many(text: str) -> tuple[Colour, ...]:
        return tuple(rgb(part) for part in text.split())

    return Light(name, many(sky), rgb(sun), many(hills), many(field), rgb(leaf), many(water))  # type: ignore[arg-type]


MORNING = _light(
    "buổi sớm", "#8fb9bd #f3dcb4 #fbeed6", "#fff3cf", "#a9c4bd #7da79b #4f8672 #2f6650", "#c9c25a #7fa045", "#3d7a4e",
    "#c4d9d2 #6fa3a4",
)  # fmt: skip
NOON = _light(
    "ban ngày", "#6aa9cf #a9d3e2 #e6f2ec", "#fffbe8", "#a7cbd2 #79b0a4 #4b9170 #2d7350", "#b9cf5c #5f9d47", "#2f7d48",
    "#a8d3de #4f93a8",
)  # fmt: skip
DUSK = _light(
    "chiều muộn", "#5b4a72 #d9795b #f7c873", "#ffe9a8", "#b0808a #8a6478 #5c4c66 #3c3a52", "#d9a441 #8a6a35", "#4c5a45",
    "#e3a274 #6b5876",
)  # fmt: skip
MIST = _light(
    "sương sớm", "#b9c7c4 #dde3da #f1eee2", "#fffdf2", "#c3d0ca #9db5ab #6f9386 #446f61", "#b5bd74 #789258", "#4a7a5d",
    "#d3ddd8 #8fada9",
)  # fmt: skip

LIGHTS = (NOON, MORNING, DUSK, MIST)
