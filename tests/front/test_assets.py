"""What every page carries stays light, and templates keep the house rules."""

import gzip
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "portal/static/portal"
TEMPLATES = ROOT / "templates"
#: The public site's; the admin's have rules of their own.
ALL_TEMPLATES = sorted(
    path for path in TEMPLATES.rglob("*.html") if "admin" not in path.relative_to(TEMPLATES).parts[0]
)

#: Pages that are kept by no cache: signing in, and the desk.
FOR_ONE_PERSON = {"sign_in", "members"}

#: Compressed bytes. HTML, CSS and JS of an article may weigh 60 kB, of which JS 20; its HTML weighs some 14.
MAX_JS, MAX_CSS, MAX_FONTS = 20_000, 16_000, 90_000


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _compressed(paths: list[Path]) -> int:
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)


def test_scripts_of_an_article_are_light() -> None:
    assert _compressed([*(STATIC / "js").glob("*.js"), *(STATIC / "js/vendor").glob("*.js")]) <= MAX_JS


def test_styles_are_light() -> None:
    assert _compressed(list((STATIC / "css").glob("*.css"))) <= MAX_CSS


def test_fonts_are_light() -> None:
    fonts = list((STATIC / "fonts").glob("*.woff2"))
    assert len(fonts) == 4
    assert sum(font.stat().st_size for font in fonts) <= MAX_FONTS


def test_each_layer_has_one_file_that_base_links_in_order() -> None:
    layers = re.search(r"@layer ([\w, ]+);", _text(STATIC / "css/reset.css"))
    assert layers
    names = layers[1].split(", ")
    assert sorted(f"{name}.css" for name in names) == sorted(path.name for path in (STATIC / "css").glob("*.css"))
    for template in ("base.html", "bare_error.html"):
        assert re.findall(r"portal/css/(\w+)\.css", _text(TEMPLATES / template)) == names


@pytest.mark.parametrize("template", ALL_TEMPLATES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_template_keeps_the_house_rules(template: Path) -> None:
    text = _text(template)
    assert not re.search(r"\sstyle\s*=", text), "a style attribute, which the content security policy refuses"
    assert not re.search(r"\son\w+\s*=", text), "an event attribute, which the content security policy refuses"
    assert "<style" not in text
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", text)), "an inline script"
    is_for_one_person = template.relative_to(TEMPLATES).parts[0] in FOR_ONE_PERSON
    for forbidden in ("request.user", "request.session", "wagtailuserbar"):
        assert forbidden not in text
    if "csrf_token" in text or "messages" in text:
        assert is_for_one_person
    for included in re.findall(r'{% (?:include|extends) "([^"]+)"', text):
        assert (TEMPLATES / included).is_file(), f"{included} is missing"


COMPONENTS = [
    path for path in ALL_TEMPLATES if path.relative_to(TEMPLATES).parts[0] in {"components", "fragments", "blocks"}
]


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_component_says_what_values_it_takes(component: Path) -> None:
    first = re.match(r"{% comment %}(.*?){% endcomment %}", _text(component), re.DOTALL)
    assert first, "no comment at the top"
    assert re.search(r"[Vv]alues", first[1])


def test_sprite_holds_every_icon_that_templates_use() -> None:
    known = set(re.findall(r'<symbol id="([\w-]+)"', _text(STATIC / "icons/sprite.svg")))
    used = {name for path in ALL_TEMPLATES for name in re.findall(r'{% icon "([\w-]+)"', _text(path))}
    assert used <= known
    assert known <= used, "icons that no template uses weigh for nothing"


def test_every_shipped_work_of_others_has_its_licence() -> None:
    assert "SIL OPEN FONT LICENSE" in _text(STATIC / "fonts/LICENSE-be-vietnam-pro.txt").upper()
    assert "ISC" in _text(STATIC / "icons/LICENSE-lucide.txt")
    assert "Zero-Clause BSD" in _text(STATIC / "js/vendor/LICENSE-htmx.txt")
