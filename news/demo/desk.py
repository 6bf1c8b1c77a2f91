"""What lies on the editors' desk: drafts, an article with unpublished changes, one that is scheduled."""

from __future__ import annotations

import json
from datetime import timedelta

from django.db import transaction
from wagtail.models import Page

from news.models import Article
from portal.bulk_indexes import index_now
from portal.demo.accounts import demo_user
from portal.demo.publishing import WRITER, at, child, publish_approved
from portal.demo.registry import DemoRun

from .body import html
from .compose import feature_identity
from .sections import section_by_slug

#: slug, section, whose, title, sapo, text, published in how many days (None: a draft)
WORK = (
    ("ban-thao-hoi-lang", "van-hoa-giao-duc", "phongvien", "Chuẩn bị hội làng Mỹ Lĩnh: Ghi chép trước ngày mở hội",
     "Còn ba tuần nữa mới đến ngày mở hội, nhưng sân nhà văn hoá Mỹ Lĩnh tối nào cũng đông người tập trống, tập múa.", "Từ đầu tháng, sân nhà văn hoá Mỹ Lĩnh đã có tiếng trống. Đội trống năm nay có thêm tám em học sinh, em nhỏ nhất mới mười tuổi.", None),
    ("ban-thao-chi-bo-cau-da", "sinh-hoat-chi-bo", "phongvien", "Chi bộ thôn Cầu Đá thử họp ở bờ ruộng",
     "Có buổi sinh hoạt bắt đầu bằng việc cùng đi xem một con mương.", "Sáu giờ chiều, mười chín đảng viên thôn Cầu Đá có mặt ở đầu mương.", None),
    ("hen-gio-duong-go-vai", "nong-thon-moi", "truongban", "Khởi công đoạn cuối đường Gò Vải – Bến Phà",
     "Đoạn đường 1,4 km cuối cùng được khởi công, dự kiến thi công trong bốn tháng.", "Lễ khởi công được tổ chức gọn, ngay tại hiện trường.", 2),
)  # fmt: skip


def make_work_in_progress(run: DemoRun) -> None:
    sections = section_by_slug()
    for slug, section, username, title, sapo, text, days in WORK:
        parent = sections.get(section)
        if parent is None or child(parent, slug) is not None or not run.articles:
            continue
        with transaction.atomic():
            _add(Page.objects.get(pk=parent.pk), slug, username, title, sapo, text, run, days)
        run.count("bài đang làm")
    _change_without_publishing(run)


def _add(
    parent: Page, slug: str, username: str, title: str, sapo: str, text: str, run: DemoRun, days: int | None
) -> None:
    by = demo_user(username)
    article = Article(
        title=title, slug=slug, live=False, owner=by, sapo=f"<p>{sapo}</p>", author_name="Thu Sương",
        body=json.dumps([{"type": "paragraph", "value": html(text)}]),
    )  # fmt: skip
    if days is not None:
        article.go_live_at = article.published_on = at(run.today + timedelta(days=days), 7, 30)
    parent.add_child(instance=article)
    revision = article.save_revision(user=by if days is None else demo_user(WRITER), log_action=True, clean=False)
    if days is not None:
        publish_approved(revision, by=by)
    index_now(article)


def _change_without_publishing(run: DemoRun) -> None:
    """One published article has a newer draft, so that the listing shows what that looks like."""
    article = Article.objects.filter(translation_key=feature_identity("rung-thong")).first()
    if article is None or article.has_unpublished_changes or article.revisions.count() > 1:
        return
    with transaction.atomic():
        article.title = f"{article.title} (bổ sung số liệu)"
        article.save_revision(user=demo_user("bientap"), changed=True, log_action=True, clean=False)
    run.count("bài đang làm")
