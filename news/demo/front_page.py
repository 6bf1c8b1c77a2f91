"""The demo's front page: chosen stories and rows, unless staff arranged it already."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import uuid5

from news.models import Section
from portal.demo.accounts import demo_user
from portal.demo.library import Library
from portal.demo.publishing import at, publish
from portal.demo.registry import DemoRun
from portal.demo.streams import list_items
from portal.models import FeaturedStory, GalleryIndexPage, HomePage, NoticeIndexPage

from .compose import NAMESPACE
from .load import feature_pages
from .sections import section_by_slug
from .texts import FEATURES
from .texts.pieces import Feature

#: (section, arrangement, how many)
ROWS = (
    ("tin-tuc", "lead_list", 5),
    ("sinh-hoat-chi-bo", "list", 5),
    ("kinh-te-xa-hoi", "grid", 4),
    ("hoc-tap-va-lam-theo-bac", "lead_list", 4),
    ("van-hoa-giao-duc", "grid", 3),
)


def arrange(run: DemoRun) -> None:
    home = HomePage.objects.order_by("path").first()
    if home is None or not run.articles or len(home.body) or home.featured_stories.exists():
        return
    pages = feature_pages()
    home.featured_stories = [
        FeaturedStory(page_id=pages[feature.key], sort_order=order)
        for order, feature in enumerate(sorted((f for f in FEATURES if f.featured), key=_age))
        if feature.key in pages
    ]
    home.body = json.dumps(_rows(), ensure_ascii=False)
    home.search_description = home.search_description or "Cổng thông tin điện tử Đảng uỷ xã Lam Khê, tỉnh Sơn Hải."
    publish(home, when=at(run.today - timedelta(days=1), 17, 30), by=demo_user("truongban"))
    run.count("trang chủ")


def _age(feature: Feature) -> tuple[int, int, int]:
    """Newest first, when sorted by this."""
    return feature.days_ago, -feature.hour, -feature.minute


def _rows() -> list[dict[str, object]]:
    sections, library = section_by_slug(), Library()
    rows: list[tuple[str, dict[str, object]]] = []
    for slug, style, count in ROWS:
        section: Section | None = sections.get(slug)
        if section is not None:
            rows.append(("section_row", {"title": "", "page": section.pk, "style": style, "count": count}))
    notices, galleries = NoticeIndexPage.objects.first(), GalleryIndexPage.objects.first()
    if notices is not None:
        rows.insert(1, ("notices", {"title": "", "page": notices.pk, "count": 5}))
    figures = [
        ("34", "chi bộ trực thuộc"),
        ("871", "đảng viên"),
        ("96,2%", "tỉ lệ dự sinh hoạt bình quân"),
        ("26/34", "chi bộ xếp loại tốt quý vừa qua"),
    ]
    items = list_items([{"figure": figure, "label": label, "note": ""} for figure, label in figures])
    rows.insert(4, ("key_figures", {"title": "Đảng bộ xã Lam Khê qua những con số", "items": items}))
    if galleries is not None:
        rows.insert(6, ("photos", {"title": "", "page": galleries.pk, "count": 4}))
    rows.append(
        (
            "media",
            {
                "title": "Nghe nhạc hiệu bản tin “Chuyện thôn mình”",
                "file": library.file("nhac-hieu.wav").pk,
                "poster": None,
                "captions": library.file("nhac-hieu.vtt").pk,
                "transcript": "<p>(Năm tiếng chuông ngân, cao dần rồi lắng xuống. Không có lời.)</p>",
            },
        )
    )
    return [
        {"type": kind, "value": value, "id": str(uuid5(NAMESPACE, f"front/{number}"))}
        for number, (kind, value) in enumerate(rows)
    ]
