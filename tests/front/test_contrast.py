"""Every pair of colours that meets on a page keeps WCAG's contrast: AA as delivered, AAA in high contrast."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).resolve().parents[2] / "portal/static/portal/css/tokens.css"

TEXT, LARGE_OR_GRAPHIC = 4.5, 3.0
TEXT_AAA, LARGE_AAA = 7.0, 4.5

#: Text colour and the colours it stands on.
TEXT_PAIRS = [
    ("ink", "paper"), ("ink", "warm"), ("ink", "warm-deep"),
    ("quiet", "paper"), ("quiet", "warm"), ("quiet", "warm-deep"),
    ("red", "paper"), ("red", "warm"), ("red", "warm-deep"),
    ("red-deep", "paper"), ("link", "paper"), ("link", "warm"), ("link-hover", "paper"),
    ("on-red", "red"), ("on-red", "red-deep"), ("on-red-quiet", "red"), ("on-red-quiet", "red-deep"),
    ("on-night", "night"), ("on-night-quiet", "night"), ("gold", "night"), ("gold", "red-deep"),
    ("information", "information-tint"), ("success", "success-tint"), ("warning", "warning-tint"),
    ("danger", "danger-tint"), ("ink", "information-tint"), ("ink", "success-tint"), ("ink", "warning-tint"),
    ("ink", "danger-tint"), ("quiet", "warning-tint"),
]  # fmt: skip

#: Edges of controls and focus rings, and what they must be told from.
GRAPHIC_PAIRS = [
    ("line-strong", "paper"), ("line-strong", "warm"), ("line-strong", "warm-deep"),
    ("focus", "paper"), ("focus", "warm"), ("focus", "warm-deep"),
    ("focus-on-red", "red"), ("focus-on-red", "red-deep"), ("focus-on-red", "night"),
]  # fmt: skip


def _colours(selector: str) -> dict[str, str]:
    block = re.search(re.escape(selector) + r"\s*\{(.*?)\n  \}", TOKENS.read_text(encoding="utf-8"), re.DOTALL)
    assert block, f"no {selector} in {TOKENS.name}"
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6});", block[1]))


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


NORMAL = _colours(":root")
HIGH = {**NORMAL, **_colours(':root[data-contrast="more"]')}


def test_measure_of_contrast_is_wcags() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_is_readable(text: str, ground: str) -> None:
    assert contrast(NORMAL[text], NORMAL[ground]) >= TEXT


@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_in_high_contrast_is_readable_by_more(text: str, ground: str) -> None:
    assert contrast(HIGH[text], HIGH[ground]) >= TEXT_AAA


@pytest.mark.parametrize(("edge", "ground"), GRAPHIC_PAIRS)
def test_edges_and_focus_rings_are_seen(edge: str, ground: str) -> None:
    assert contrast(NORMAL[edge], NORMAL[ground]) >= LARGE_OR_GRAPHIC
    assert contrast(HIGH[edge], HIGH[ground]) >= LARGE_AAA


def test_pattern_behind_the_masthead_takes_no_contrast_away() -> None:
    """The drum is drawn in white at a tenth: the name stays readable where it crosses a line."""
    drum = (TOKENS.parents[1] / "img/drum.svg").read_text(encoding="utf-8")
    strength = 2 * max(float(value) for value in re.findall(r'(?:stroke|fill)-opacity="([\d.]+)"', drum))
    channels = [int(NORMAL["red"][start : start + 2], 16) for start in (1, 3, 5)]
    mixed = "#" + "".join(f"{round(channel * (1 - strength) + 255 * strength):02x}" for channel in channels)
    assert contrast(NORMAL["on-red"], mixed) >= TEXT


def test_theme_colour_of_the_browser_is_the_masthead() -> None:
    head = (TOKENS.parents[4] / "templates/components/head_meta.html").read_text(encoding="utf-8")
    assert f'content="{NORMAL["red"]}"' in head
