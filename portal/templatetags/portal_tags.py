"""What public templates need beyond Django's own: pictures, icons, numbers, structured data."""

import json
from functools import lru_cache
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from portal.access.media import may_see
from portal.access.restrictions import request_being_answered
from portal.models import PortalImage
from portal.pictures import FORMATS, picture_url, size_of
from portal.qr_codes import code_address
from portal.registry import text_enrichers
from portal.seo import Seo
from portal.text.numbers import format_number
from portal.text.symbols import unbroken as in_one_piece

register = template.Library()

_ENRICHED = "_portal_enriched"
# What JSON inside <script> must not spell out, whatever a title contains.
_JSON_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@register.simple_tag
def picture_set(
    image: PortalImage | None,
    alt: str = "",
    ratio: str = "",
    widths: str = "320 640 960",
    sizes: str = "100vw",
    lazy: bool = True,
    css: str = "",
) -> SafeString:
    """``<picture>`` with AVIF, WebP and JPEG at ``widths`` px; nothing where there is no picture this visitor may see.

    ``ratio`` (``16x9``, ``4x3``, …) crops around the focal point; empty keeps the picture's own shape.
    """
    if image is None or not may_see(image):
        return SafeString("")
    by_format = {name: _sizes(image, widths, ratio, name) for name in FORMATS}
    sources = format_html_join(
        "",
        '<source type="{}" srcset="{}" sizes="{}">',
        ((FORMATS[name], by_format[name], sizes) for name in FORMATS if name != "jpeg"),
    )
    middle = size_of(image, int(widths.split()[len(widths.split()) // 2]), ratio)
    loading = SafeString(' loading="lazy" decoding="async"') if lazy else SafeString(' fetchpriority="high"')
    return format_html(
        '<picture>{}<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}"{}{}></picture>',
        sources,
        picture_url(image, middle),
        by_format["jpeg"],
        sizes,
        middle.width,
        middle.height,
        alt,
        format_html(' class="{}"', css) if css else "",
        loading,
    )


def _sizes(image: PortalImage, widths: str, ratio: str, image_format: str) -> str:
    found = {size.width: size for size in (size_of(image, int(width), ratio, image_format) for width in widths.split())}
    return ", ".join(f"{picture_url(image, size)} {width}w" for width, size in sorted(found.items()))


@register.filter
def visible(image: PortalImage | None) -> PortalImage | None:
    """The picture, or ``None`` where this reader may not see it: what stands around it is left out with it."""
    return image if image is not None and may_see(image) else None


@register.simple_tag
def picture_address(image: PortalImage | None, width: int = 1200, ratio: str = "16x9") -> str:
    """The address of one JPEG, for machines that take only one; an empty ``ratio`` leaves nothing of it out."""
    return picture_url(image, size_of(image, width, ratio)) if image is not None and may_see(image) else ""


@register.simple_tag
def qr_code_address(page_url: str) -> str:
    """Where the code is that leads to this portal's page at ``page_url``; empty where there can be none."""
    return code_address(page_url)


@register.simple_tag
@lru_cache(maxsize=200)
def icon(name: str, css: str = "icon") -> SafeString:
    """An icon of the sprite, silent for screen readers: the words beside it say what it means.

    Remembered, since a page draws dozens of a few.
    """
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        css,
        static("portal/icons/sprite.svg"),
        name,
    )


@register.simple_tag
def number(value: int | None) -> str:
    """``4356361`` as ``4.356.361``; nothing for an unknown number."""
    return "" if value is None else format_number(value)


@register.simple_tag
def json_ld(seo: Seo | None) -> SafeString:
    """The page's schema.org data as data blocks, which no content security policy runs."""
    blocks: list[dict[str, Any]] = seo.json_ld if seo else []
    return format_html_join(
        "\n",
        '<script type="application/ld+json">{}</script>',
        ((SafeString(json.dumps(block, ensure_ascii=False).translate(_JSON_ESCAPES)),) for block in blocks),
    )


@register.filter
def with_full_stop(text: str) -> str:
    """A caption that another remark follows: ended by a full stop, unless its last sign ends a sentence already."""
    text = text.strip()
    ends_sentence = not text or text.rstrip("”’\"'»)")[-1:] in {".", "!", "?", "…"}
    return text if ends_sentence else f"{text}."


@register.filter
def unbroken(text: object) -> SafeString:
    """Text in which no line ends inside a document's number (``portal.text.symbols``)."""
    return SafeString(in_one_piece(conditional_escape(str(text))))


@register.filter
def enriched(html: object) -> SafeString:
    """Rendered text with what apps add to it, such as links from citations to documents; no number breaks."""
    text = str(html)
    request = request_being_answered()
    for enricher in text_enrichers:
        before, text = text, enricher.enrich(text)
        if request is not None and text != before:
            request.__dict__.setdefault(_ENRICHED, {})[enricher.name] = enricher
    return SafeString(in_one_piece(text))


@register.simple_tag
def enriched_with() -> SafeString:
    """What the browser loads for that which enrichers added to this page; stands behind all texts."""
    request = request_being_answered()
    used = request.__dict__.get(_ENRICHED, {}).values() if request is not None else ()
    styles = format_html_join(
        "", '<link rel="stylesheet" href="{}">', ((static(one.style),) for one in used if one.style)
    )
    scripts = format_html_join(
        "",
        '<script src="{}" data-late="{}" defer></script>',
        ((static(one.script), static(one.late_script)) for one in used if one.script),
    )
    return styles + scripts
