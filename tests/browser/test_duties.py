"""Several texts at once and absences, as an editor meets them on a screen and on a phone."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from playwright.sync_api import Page, expect

from news.models import Section
from portal.editorial.duties.models import Absence
from portal.editorial.roles import CHIEF, EDITOR, REPORTER
from portal.editorial.services import submit
from tests.browser.admin_pages import look
from tests.browser.conftest import DESKTOP, HEIGHT, PHONE, axe_findings
from tests.editorial.desk.conftest import person
from tests.factories import ArticleFactory

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("committing_db")]


def article(title: str, owner: User):
    section = Section.objects.get(slug="tin-tuc")
    made = ArticleFactory(parent=section, title=title, live=False, published_on=None, owner=owner)
    made.save_revision(user=owner)
    return type(made).objects.get(pk=made.pk)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_texts_are_submitted_together_with_a_result_for_each(admin: Page, width: int) -> None:
    reporter = person("suong", "Nguyễn Thị Thu Sương", REPORTER)
    texts = [article(f"Chi bộ thôn {name} sinh hoạt chuyên đề", reporter) for name in ("Đồng Tiến", "Xóm Mới")]
    submit(texts[0], by=reporter)
    admin.set_viewport_size({"width": width, "height": HEIGHT})
    ids = "&".join(f"id={text.pk}" for text in texts)
    admin.goto(f"/quan-tri/bulk/wagtailcore/page/submit/?{ids}&next=/quan-tri/")
    look(admin, f"bulk-question-{width}")
    assert [found for found in axe_findings(admin) if "listing" in found] == []
    admin.get_by_role("button", name="Gửi duyệt").click()
    expect(admin.locator("body")).to_contain_text("Đã gửi duyệt: 1")
    expect(admin.locator("body")).to_contain_text("Không làm được: 1")
    look(admin, f"bulk-results-{width}")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_absences_are_listed_and_declared(admin: Page, width: int) -> None:
    editor, chief = person("khe", "Vũ Minh Khê", EDITOR), person("dao", "Lương Thị Bích Đào", CHIEF)
    day = timezone.localdate()
    Absence.objects.create(person=chief, substitute=editor, first_day=day, last_day=day + timedelta(days=3))
    User.objects.get(is_superuser=True).groups.set(editor.groups.all())
    admin.set_viewport_size({"width": width, "height": HEIGHT})
    admin.goto("/quan-tri/ban-bien-tap/vang-mat/")
    look(admin, f"absences-{width}")
    expect(admin.locator("body")).to_contain_text("đang vắng")
    assert [found for found in axe_findings(admin) if "id_" in found or "listing" in found] == []
    admin.get_by_role("button", name="Lưu").click()
    expect(admin.locator("form")).not_to_have_count(0)
    look(admin, f"absences-refused-{width}")
