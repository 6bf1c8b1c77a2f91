"""The admin's paste: cleans what the editor's script sends and says whether it is in a legacy encoding."""

import html as html_module
import json
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from portal.access.channels import Channel, Probe, Shows
from portal.text import LegacyEncoding, detect_legacy, from_legacy, normalise
from portal.text.paste import EMBEDS, IMAGES, LINKS, MAX_LENGTH, TABLES, TooMuchHtml, clean_html

FEATURES = [
    "h2", "h3", "h4", "bold", "italic", "superscript", "subscript", "ol", "ul", "blockquote", "hr", "link",
]  # fmt: skip
CHANNEL = Channel(
    name="admin.paste",
    description="Cleans what staff paste: answers with what was sent and nothing else.",
    shows=Shows.PUBLIC_ONLY,
    url_names=frozenset({"portal_admin_paste"}),
    probes=lambda planted: [Probe(reverse("portal_admin_paste"), "POST")],
)
LEGACY_NAMES = {LegacyEncoding.TCVN3: "TCVN3 (ABC)", LegacyEncoding.VNI: "VNI-Windows"}
SAMPLE_LENGTH = 160


@require_POST
def paste(request: HttpRequest) -> JsonResponse:
    """Answer ``{"html": …}`` or ``{"text": …}`` with clean content for the editor.

    ``content`` is Draft.js's raw form; ``legacy`` names the encoding or is null; ``converted`` (only with a name)
    holds the same content in Unicode; ``notes`` are sentences about what was left out. Nothing is stored.
    """
    try:
        pasted = json.loads(request.body)
        html, text = pasted.get("html"), pasted.get("text")
    except RequestDataTooBig:
        return _too_much()
    except (ValueError, AttributeError, RecursionError):
        return JsonResponse({"error": _("The pasted text could not be read.")}, status=400)
    if isinstance(html, str):
        try:
            return JsonResponse(_examine_html(html))
        except TooMuchHtml:
            return _too_much()
    if isinstance(text, str):
        return JsonResponse(_examine_text(text)) if len(text) <= MAX_LENGTH else _too_much()
    return JsonResponse({"error": _("The pasted text could not be read.")}, status=400)


def _too_much() -> JsonResponse:
    return JsonResponse(
        {"error": _("The pasted text is too long or too nested to be cleaned; it was pasted without formatting.")},
        status=413,
    )


def _examine_html(html: str) -> dict[str, Any]:
    result = clean_html(html)
    answer: dict[str, Any] = {
        "content": _editor_content(result.html),
        "legacy": result.legacy,
        "notes": [_note(kind, count) for kind, count in result.notes.items()],
    }
    if result.legacy:
        converted = clean_html(html, convert=result.legacy).html
        answer |= {
            "legacy_name": LEGACY_NAMES[result.legacy],
            "converted": _editor_content(converted),
            "sample": _sample(result.html),
            "converted_sample": _sample(converted),
        }
    return answer


def _examine_text(text: str) -> dict[str, Any]:
    """Plain text, for the editor as paragraphs and for other fields as it is."""
    legacy = detect_legacy(text)
    kept = text if legacy else normalise(text)
    answer: dict[str, Any] = {"content": _editor_content(_paragraphs(kept)), "legacy": legacy, "notes": []}
    if legacy:
        converted = normalise(from_legacy(text, legacy))
        answer |= {
            "legacy_name": LEGACY_NAMES[legacy],
            "converted": _editor_content(_paragraphs(converted)),
            "converted_text": converted,
            "sample": text[:SAMPLE_LENGTH],
            "converted_sample": converted[:SAMPLE_LENGTH],
        }
    return answer


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{html_module.escape(line.strip())}</p>" for line in text.splitlines() if line.strip())


def _editor_content(html: str) -> Any:
    return json.loads(ContentstateConverter(FEATURES).from_database_format(html))


def _sample(html: str) -> str:
    return html_module.unescape(strip_tags(html.replace("</p>", " ").replace("</li>", " ")))[:SAMPLE_LENGTH].strip()


def _note(kind: str, count: int) -> str:
    """What the person should do about something left out."""
    sentences = {
        IMAGES: ngettext(
            "%(count)d picture was not pasted: add it as a picture block.",
            "%(count)d pictures were not pasted: add them as picture blocks.",
            count,
        ),
        TABLES: ngettext(
            "%(count)d table was pasted as lines of text: use a table block to show it as a table.",
            "%(count)d tables were pasted as lines of text: use table blocks to show them as tables.",
            count,
        ),
        LINKS: ngettext(
            "%(count)d link does not lead to the web and was removed; its text was kept.",
            "%(count)d links do not lead to the web and were removed; their text was kept.",
            count,
        ),
        EMBEDS: ngettext(
            "%(count)d embedded object was not pasted.", "%(count)d embedded objects were not pasted.", count
        ),
    }
    return sentences[kind] % {"count": count}
