"""The editorial desk in a real browser: readable and operable on a phone and on a wide screen."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from portal.editorial.desk.deadlines import DeadlineSource, deadline_sources
from tests.browser.conftest import DESKTOP, HEIGHT, PHONE, axe_findings
from tests.editorial.desk.conftest import Newsroom, newsroom, step, waits_since  # noqa: F401  a fixture
from tests.factories import publish

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("committing_db")]

ADDRESSES = {
    "first": "/quan-tri/",
    "waiting": "/quan-tri/ban-bien-tap/cho-toi-duyet/",
    "board": "/quan-tri/ban-bien-tap/bang/",
    "calendar": "/quan-tri/ban-bien-tap/lich/",
    "returned": "/quan-tri/ban-bien-tap/tra-lai/",
}
TITLES = (
    "Chi bộ thôn Đồng Tiến sinh hoạt chuyên đề về làm đường hoa, hơn sáu mươi đảng viên cùng tham gia đóng góp",
    "Đảng uỷ xã sơ kết sáu tháng thực hiện nghị quyết",
    "Kết nạp bảy quần chúng ưu tú vào Đảng dịp Quốc khánh",
)


@pytest.fixture
def busy(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Newsroom:  # noqa: F811
    """Texts in every state."""
    due = {}
    for days, title in enumerate(TITLES):
        article = newsroom.submitted(title, author_name="Trúc Linh")
        waits_since(article, timedelta(days=days, hours=2))
        due[step(article).pk] = timezone.now() + timedelta(days=1 - days)
    newsroom.passed("Người bí thư chi bộ vận động bà con hiến đất mở đường")
    newsroom.returned("Kiểm tra việc chấp hành Điều lệ Đảng tại hai chi bộ", "Bổ sung nguồn của số liệu ở đoạn hai.")
    newsroom.draft("Bài viết dở về nếp sống mới")
    for number in range(6):
        publish(newsroom.draft(f"Tin đã đăng trong ngày, bài thứ {number}"))
    planned = newsroom.draft("Đại hội chi bộ nhiệm kỳ mới")
    planned.go_live_at = timezone.now() + timedelta(minutes=30)
    planned.expire_at = timezone.now() + timedelta(minutes=90)
    planned.save_revision().publish()
    monkeypatch.setattr(deadline_sources, "_by_name", {})
    deadline_sources.register(DeadlineSource("hạn", lambda states: {pk: due[pk] for pk in states if pk in due}))
    return newsroom


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("name", list(ADDRESSES))
def test_it_is_accessible_and_fits_its_screen(busy: Newsroom, admin: Page, name: str, width: int) -> None:
    admin.set_viewport_size({"width": width, "height": HEIGHT})
    admin.goto(ADDRESSES[name])
    admin.wait_for_selector("main h1, main h2")
    assert axe_findings(admin) == []
    assert admin.evaluate("document.documentElement.scrollWidth") <= width
