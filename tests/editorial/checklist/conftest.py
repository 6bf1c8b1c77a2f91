"""The newsroom, and an article to which nothing is to be said."""

from typing import Any

import pytest
from wagtail.models import Page

from news.models import Article
from portal.editorial.checklist.models import ChecklistSettings
from portal.editorial.checklist.registry import Severity
from portal.editorial.checklist.services import run_checks
from tests.editorial.desk.conftest import Newsroom, newsroom  # noqa: F401  a fixture
from tests.factories import PortalImageFactory

SAPO = (
    "<p>Sáng 12/9, Chi bộ thôn Đồng Tiến sinh hoạt chuyên đề về làm đường hoa; 54 đảng viên tham dự, 12 ý kiến phát "
    "biểu.</p>"
)


@pytest.fixture
def article(newsroom: Newsroom) -> Article:  # noqa: F811
    return newsroom.draft("Chi bộ thôn Đồng Tiến sinh hoạt chuyên đề", sapo=SAPO, author_name="Trúc Linh")


def picture(title: str = "Hội nghị", **values: Any) -> dict[str, Any]:
    """A block with a picture, as it is stored."""
    image: Any = PortalImageFactory(title=title, **values)
    return {"type": "image", "value": {"image": image.pk, "alt_text": "", "caption": "", "credit": ""}}


def paragraphs(html: str) -> dict[str, Any]:
    return {"type": "paragraph", "value": html}


def with_body(article: Article, *blocks: dict[str, Any]) -> Article:
    """As the editor form saves it."""
    article.body = Article._meta.get_field("body").stream_block.to_python(list(blocks))
    article.save_revision()
    return article.get_latest_revision_as_object()


def found(page: Page, check: str) -> list[str]:
    """What ``check`` says of ``page``."""
    return [finding.text for result in run_checks(page) if result.check.name == check for finding in result.findings]


def decide(check: str, severity: Severity) -> None:
    settings = ChecklistSettings.load()
    settings.severities = {**settings.severities, check: severity.value}
    settings.save()
