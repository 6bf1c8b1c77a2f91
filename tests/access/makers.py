"""What the matrix test writes into a page of each type, all of it with one word."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from documents.models import DocumentRegister, OfficialDocument
from news.models import Article, Section
from portal.models import (
    ContactPage,
    GalleryIndexPage,
    GalleryPage,
    HomePage,
    NoticeIndexPage,
    NoticePage,
    OrganisationChartPage,
    SiteMapPage,
    StandardPage,
)
from tests.access.planted_documents import document_fields

# One maker for each page type; the test fails for a type without one.

Maker = Callable[[str, dict[str, Any]], dict[str, Any]]


def paragraph(text: str) -> dict[str, Any]:
    return {"type": "paragraph", "value": f"<p>{text}</p>"}


def _article(word: str, media: dict[str, Any]) -> dict[str, Any]:
    return {
        "kicker": f"Chuyên mục {word}",
        "sapo": f"<p>Sapo {word}</p>",
        "author_name": f"Tác giả {word}",
        "source_tag": word,
        "published_on": timezone.now() - dt.timedelta(days=3),
        "base_views": 1000,
        "picture": media.get("picture"),
        "picture_alt": f"Ảnh {word}",
        "picture_caption": f"Chú thích {word}",
        "body": [
            paragraph(f"Nội dung {word}"),
            {"type": "quote", "value": {"text": f"Lời {word}", "attribution": word}},
            {"type": "attachment", "value": {"title": "", "file": media["file"].pk}},
        ],
    }


MAKERS: dict[type[Page], Maker] = {
    Article: _article,
    Section: lambda word, media: {"intro": f"Giới thiệu {word}"},
    StandardPage: lambda word, media: {"intro": f"Giới thiệu {word}", "body": [paragraph(word)]},
    OrganisationChartPage: lambda word, media: {"intro": f"Giới thiệu {word}", "body": [paragraph(word)]},
    ContactPage: lambda word, media: {"intro": f"Giới thiệu {word}", "address": f"Số 1 {word}"},
    DocumentRegister: lambda word, media: {"intro": f"Giới thiệu {word}"},
    OfficialDocument: document_fields,
    SiteMapPage: lambda word, media: {},
    NoticeIndexPage: lambda word, media: {"intro": f"Giới thiệu {word}"},
    NoticePage: lambda word, media: {"text": f"<p>Thông báo {word}</p>", "issued_on": timezone.localdate()},
    GalleryIndexPage: lambda word, media: {"intro": f"Giới thiệu {word}"},
    GalleryPage: lambda word, media: {
        "intro": f"Giới thiệu {word}",
        "taken_on": timezone.localdate(),
        "pictures": [
            {
                "type": "pictures",
                "value": [{"image": media["picture"].pk, "alt_text": word, "caption": word, "credit": word}],
            }
        ],
    },
}
# The home page exists once and is public; it is planted by pointing from it at everything.
NOT_PLANTED: tuple[type[Page], ...] = (Page, HomePage)

PARENTS: dict[type[Page], type[Page]] = {
    Article: Section,
    NoticePage: NoticeIndexPage,
    GalleryPage: GalleryIndexPage,
    OfficialDocument: DocumentRegister,
}
