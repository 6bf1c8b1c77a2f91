"""The demo's identity, standard pages, notices and galleries. Each part is left alone once it is there."""

from __future__ import annotations

import json
from datetime import timedelta

from django.db import transaction
from wagtail.models import Page

from portal.access.levels import Level, set_level
from portal.bulk_indexes import index_now
from portal.editorial.roles import ensure_roles
from portal.models import (
    ContactPage,
    GalleryIndexPage,
    GalleryPage,
    HomePage,
    NoticeIndexPage,
    NoticePage,
    OrganisationChartPage,
    OrganisationPerson,
    SiteMapPage,
    SiteSettings,
    StandardPage,
    WebLink,
    WebLinkGroup,
)

from . import site_texts as texts
from .accounts import demo_user, make_accounts
from .library import Library, make_library
from .notices import NOTICES
from .pictures import SCENES
from .publishing import at, publish_child
from .registry import DemoLoader, DemoRun, demo_loaders
from .streams import list_items

EDITOR = "truongban"
NAME = "Đảng uỷ xã Lam Khê"
UNTOUCHED_NAME = "Đảng uỷ"
ADDRESS = "Trụ sở Đảng uỷ xã Lam Khê, thôn Cầu Đá, xã Lam Khê, tỉnh Sơn Hải"
PHONE = "0200 000 0000 (số trình diễn)"
EMAIL = "vanphong@lamkhe.example"


def accounts(run: DemoRun) -> None:
    ensure_roles()
    run.count("tài khoản", make_accounts())


def library(run: DemoRun) -> None:
    make_library(run, demo_user(EDITOR))


@transaction.atomic
def identity(run: DemoRun) -> None:
    """Site settings, unless somebody named the committee already, and the directory of links, unless there is one."""
    settings = SiteSettings.objects.select_related("site").filter(site__is_default_site=True).first()
    if settings is not None and settings.committee_name == UNTOUCHED_NAME:
        picture = Library()
        settings.committee_parent = "Đảng bộ tỉnh Sơn Hải"
        settings.committee_name = NAME
        settings.emblem = picture.emblem()
        settings.share_picture = picture.picture("hills")
        settings.welcome_line = "Chào mừng bạn đến với cổng thông tin điện tử Đảng bộ xã Lam Khê"
        settings.contact_address = ADDRESS
        settings.contact_phone = PHONE
        settings.contact_email = EMAIL
        settings.operating_organisation = "Văn phòng Đảng uỷ xã Lam Khê"
        settings.responsible_person = "Đồng chí Lý Thị Thu Hiền, Phó Bí thư Thường trực Đảng uỷ, Trưởng ban Biên tập"
        settings.republish_notice = (
            "Ghi rõ nguồn “Cổng thông tin điện tử Đảng bộ xã Lam Khê” khi phát hành lại thông tin từ cổng này."
        )
        settings.footer_note = (
            "<p>Nội dung trình diễn: xã Lam Khê, tỉnh Sơn Hải và mọi nhân vật đều do tưởng tượng.</p>"
        )
        settings.save()
        index_now(settings)
        run.count("nhận diện")
    if not WebLinkGroup.objects.exists():
        for position, (title, links) in enumerate(texts.LINKS, start=1):
            group = WebLinkGroup(title=title, sort_order=position)
            group.links = [WebLink(title=name, url=url, sort_order=order) for order, (name, url) in enumerate(links)]
            group.save()
            run.count("liên kết web", len(links))


def _home() -> HomePage:
    return HomePage.objects.order_by("path").first() or HomePage.objects.get()


def _paragraph(html: str) -> str:
    """A body with one text block, as a stream field reads it."""
    return json.dumps([{"type": "paragraph", "value": html.strip()}])


def about(run: DemoRun) -> None:
    """`Giới thiệu` with its pages, first in the menu."""
    by, when = demo_user(EDITOR), at(run.today - timedelta(days=500))
    words = {"nam_truoc": str(run.today.year - 1)}
    page, made = publish_child(
        _home(),
        StandardPage(
            title="Giới thiệu", slug="gioi-thieu", show_in_menus=True, body=_paragraph(texts.ABOUT),
            intro="Đảng bộ xã Lam Khê: 34 chi bộ, 871 đảng viên, 18 thôn.",
            search_description="Giới thiệu Đảng bộ xã Lam Khê và cổng thông tin điện tử.",
        ),
        when=when, by=by, first=True,
    )  # fmt: skip
    run.count("trang giới thiệu", int(made))
    chart = OrganisationChartPage(
        title="Cơ cấu tổ chức", slug="co-cau-to-chuc", show_in_menus=True,
        intro="Thường trực, Ban Thường vụ và các cơ quan giúp việc của Đảng uỷ xã nhiệm kỳ 2025-2030.",
    )  # fmt: skip
    pictures = Library()
    chart.people = [
        OrganisationPerson(
            unit=unit, name=name, position=position, duties=duties, sort_order=order,
            picture=pictures.portrait(name),
        )
        for order, (unit, name, position, duties) in enumerate(texts.PEOPLE)
    ]  # fmt: skip
    below = (
        StandardPage(
            title="Chức năng, nhiệm vụ", slug="chuc-nang-nhiem-vu", show_in_menus=True, body=_paragraph(texts.FUNCTIONS),
            intro="Những việc Đảng uỷ xã chịu trách nhiệm và cách làm việc.",
        ),
        chart,
        StandardPage(
            title="Lịch sử Đảng bộ", slug="lich-su-dang-bo", show_in_menus=True, body=_paragraph(texts.HISTORY.format_map(words)),
            intro="Từ chi bộ đầu tiên dưới gốc đa đầu bến.",
        ),
    )  # fmt: skip
    for number, child_page in enumerate(below, start=1):
        _, made = publish_child(page, child_page, when=when + timedelta(hours=number), by=by)
        run.count("trang giới thiệu", int(made))


def services(run: DemoRun) -> None:
    """Notices, galleries, contact, site map and the accessibility statement, after the sections in the menu."""
    home, by = _home(), demo_user(EDITOR)
    when = at(run.today - timedelta(days=499))
    notices, _ = publish_child(
        home, NoticeIndexPage(title="Thông báo", slug="thong-bao", show_in_menus=True, intro="Thông báo của Đảng uỷ và các cơ quan trong xã."), when=when, by=by,
    )  # fmt: skip
    _notices(run, notices)
    galleries, _ = publish_child(
        home, GalleryIndexPage(title="Thư viện ảnh", slug="thu-vien-anh", intro="Hình ảnh về đất và người Lam Khê."), when=when, by=by,
    )  # fmt: skip
    _galleries(run, galleries)
    others: tuple[Page, ...] = (
        ContactPage(
            title="Liên hệ", slug="lien-he", show_in_menus=True, intro="Văn phòng Đảng uỷ tiếp nhận mọi góp ý, đề nghị.",
            address=ADDRESS, phone=PHONE, email=EMAIL, body=texts.CONTACT_MORE.strip(),
            opening_hours="Thứ Hai đến thứ Sáu: 7 giờ 30 – 11 giờ 30 và 13 giờ 30 – 17 giờ\nNghỉ thứ Bảy, Chủ nhật và ngày lễ",
        ),
        SiteMapPage(title="Sơ đồ cổng", slug="so-do-cong"),
        StandardPage(
            title="Tuyên bố về khả năng tiếp cận", slug="kha-nang-tiep-can", body=_paragraph(texts.ACCESSIBILITY),
            intro="Cổng này phục vụ mọi người như thế nào và còn thiếu gì.",
        ),
    )  # fmt: skip
    for page in others:
        _, made = publish_child(home, page, when=when, by=by)
        run.count("trang dịch vụ", int(made))


def _notices(run: DemoRun, index: Page) -> None:
    by, files = demo_user(EDITOR), Library()
    yesterday = run.today - timedelta(days=1)
    for notice in NOTICES:
        words, issued = notice.words(run.today), notice.issued_on(run.today)
        ends = at(notice.about_on(run.today), 17) if notice.expires else None
        over = ends is not None and notice.about < 0
        page = NoticePage(
            title=notice.title.format_map(words), slug=notice.slug, text=notice.text.format_map(words), issued_on=issued,
            go_live_at=at(issued, 7) if notice.issued > 0 else None, expire_at=None if over else ends,
        )  # fmt: skip
        if notice.attachment:
            document = files.file(notice.attachment)
            page.attachments = json.dumps(
                [{"type": "attachment", "value": {"title": document.title, "file": document.pk}}]
            )
        with transaction.atomic():
            page, made = publish_child(index, page, when=at(min(issued, yesterday), 7, 30), by=by)
            if not made:
                continue
            if notice.level:
                set_level(page, Level(notice.level), by=by)
            if over:  # as the scheduler leaves it once the time has come
                page.expire_at = ends
                page.save_revision(user=by, log_action=False)
                page.unpublish(set_expired=True, user=by)
        run.count("thông báo")


def _galleries(run: DemoRun, index: Page) -> None:
    by, library_ = demo_user(EDITOR), Library()
    for slug, title, days_ago, intro, pictures in texts.GALLERIES:
        taken = run.today - timedelta(days=days_ago)
        shown = [
            {
                "image": library_.picture(scene, variant).pk,
                "alt_text": SCENES[scene].alt,
                "decorative": False,
                "caption": caption,
                "credit": "",
            }
            for scene, variant, caption in pictures
        ]
        body = json.dumps([{"type": "pictures", "value": list_items(shown)}])
        page = GalleryPage(title=title, slug=slug, intro=intro, taken_on=taken, pictures=body)
        _, made = publish_child(index, page, when=at(taken + timedelta(days=1)), by=by)
        run.count("thư viện ảnh", int(made))


for _loader in (
    DemoLoader("accounts", 10, accounts),
    DemoLoader("library", 20, library),
    DemoLoader("identity", 30, identity),
    DemoLoader("about", 35, about),
    DemoLoader("services", 50, services),
):
    demo_loaders.register(_loader)
