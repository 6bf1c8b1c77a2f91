"""Every screen of ours beside the editorial desk's: accessible as axe sees it, and no wider than its window."""

import pytest
from playwright.sync_api import Page

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
