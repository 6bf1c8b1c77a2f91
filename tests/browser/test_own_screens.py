"""Every screen of ours beside the editorial desk's: accessible as axe sees it, and no wider than its window."""

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from playwright.sync_api import Page, expect

from portal.editorial.audit.models import Export
from portal.editorial.audit.services import Line, Thing, record_many
from portal.outbox.models import Effect, State
from tests.browser.conftest import DESKTOP, HEIGHT, PHONE, axe_findings

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("committing_db")]

#: In the admin; signing in and the desk of a page without one are read in tests of their own.
OF_STAFF = (
    "/quan-tri/account/",
    "/quan-tri/ban-bien-tap/vang-mat/",
    "/quan-tri/invitations/",
    "/quan-tri/invitations/import/",
    "/quan-tri/invitations/new/",
    "/quan-tri/reports/cong-viec-dinh-ky/",
    "/quan-tri/reports/nhat-ky/",
    "/quan-tri/reports/nhat-ky/xuat/?q=hop",
    "/quan-tri/reports/tam-dung-dang-nhap/",
    "/quan-tri/reports/viec-bo-lai/",
    "/quan-tri/settings/checklist/checklistsettings/",
)
OF_MEMBERS = (
    "/ban-lam-viec/",
    "/ban-lam-viec/ho-so/",
    "/ban-lam-viec/thong-bao/",
    "/ban-lam-viec/thu/",
    "/tai-khoan/bao-mat/",
    "/tai-khoan/bao-mat/phien/",
)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_own_screens_are_accessible_and_fit(admin: Page, width: int) -> None:
    owner, now = User.objects.get(is_superuser=True), timezone.now()
    Export.objects.create(asked_by=owner, kind="csv", file="audit/1.csv", seen_at=now, total=12_000, done=5_000)
    Export.objects.create(asked_by=owner, kind="xlsx", file="audit/2.xlsx", finished_at=now, done=12_000, size=9_000)
    long = "x" * 80
    record_many([Line("wagtail.publish", Thing("x.y", "1", f"Họp {long}"), long)], by=owner)
    Effect.objects.create(kind="mail", payload={}, state=State.DEAD, error="550 hộp thư không có", key="thư/1")
    admin.set_viewport_size({"width": width, "height": HEIGHT})
    found = {}
    for address in (*OF_STAFF, *OF_MEMBERS):
        answer = admin.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        problems = axe_findings(admin)
        shown = admin.evaluate("document.documentElement.scrollWidth")
        if problems or shown > width:
            found[address] = [*problems, f"{shown} px wide"]
    assert found == {}


def test_a_file_that_is_done_is_offered_without_loading_the_page_again(admin: Page) -> None:
    owner, now = User.objects.get(is_superuser=True), timezone.now()
    export = Export.objects.create(
        asked_by=owner, kind="csv", file="audit/1.csv", seen_at=now, total=12_000, done=5_000
    )
    admin.goto("/quan-tri/reports/nhat-ky/xuat/")
    expect(admin.get_by_text("Đã ghi 5.000 trên 12.000 dòng")).to_be_visible()
    Export.objects.filter(pk=export.pk).update(done=12_000, finished_at=now, size=9_000)
    expect(admin.get_by_role("link", name="Tải về")).to_be_visible(timeout=20_000)
