"""Registries: things by unique name, in the order of registration."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from wagtail.rich_text import RichText

from portal.models import NoticeIndexPage, NoticePage
from portal.registry import (
    AlreadyRegistered,
    Registry,
    TextEnricher,
    fragments,
    scheduled_jobs,
    story_sources,
    text_enrichers,
)
from portal.templatetags.portal_tags import enriched
from tests.factories import ArticleFactory
from tests.reading import read


@dataclass(frozen=True)
class Panel:
    name: str
    title: str = ""


@pytest.fixture
def panels() -> Registry[Panel]:
    return Registry("panel")


def test_things_are_found_by_name_and_kept_in_order(panels):
    waiting, jobs = panels.register(Panel("bài chờ duyệt")), panels.register(Panel("công việc"))
    assert list(panels) == [waiting, jobs]
    assert len(panels) == 2
    assert panels.get("công việc") is jobs
    assert "công việc" in panels
    assert panels.get("khác") is None
    assert "khác" not in panels


def test_registering_the_same_again_changes_nothing(panels):
    panels.register(Panel("công việc", "Việc"))
    panels.register(Panel("công việc", "Việc"))
    assert len(panels) == 1


def test_two_things_under_one_name_are_an_error_that_names_it(panels):
    panels.register(Panel("công việc", "Việc"))
    with pytest.raises(AlreadyRegistered, match="panel 'công việc'"):
        panels.register(Panel("công việc", "Khác"))
    assert panels.get("công việc").title == "Việc"


def test_registering_while_reading_disturbs_no_one(panels):
    panels.register(Panel("một"))
    for panel in panels:
        panels.register(Panel(f"{panel.name} nữa"))
    assert [panel.name for panel in panels] == ["một", "một nữa"]


def test_what_the_apps_offer():
    assert {fragment.name for fragment in fragments} == {"moi-nhat", "xem-nhieu"}
    assert [source.name for source in story_sources] == ["articles"]
    assert scheduled_jobs.get("publish_scheduled").every == timedelta(seconds=10)


def test_text_passes_through_every_enricher_in_order(monkeypatch):
    monkeypatch.setattr(text_enrichers, "_by_name", {})
    text_enrichers.register(TextEnricher("dẫn chiếu", lambda html: html.replace("số 10", "<a>số 10</a>")))
    text_enrichers.register(TextEnricher("đậm", lambda html: html.replace("<a>", "<b><a>").replace("</a>", "</a></b>")))
    assert enriched("<p>Chỉ thị số 10</p>") == "<p>Chỉ thị <b><a>số 10</a></b></p>"


def test_texts_on_pages_are_enriched(monkeypatch, visitor, home, news_section):
    monkeypatch.setattr(text_enrichers, "_by_name", {})
    text_enrichers.register(TextEnricher("dẫn chiếu", lambda html: html.replace("10-CT/TW", "<mark>10-CT/TW</mark>")))
    text = "<p>Chỉ thị 10-CT/TW</p>"
    body = [("paragraph", RichText(text)), ("box", {"title": "", "text": RichText(text)})]
    ArticleFactory(parent=news_section, slug="bai", sapo=text, body=body)
    notices = home.add_child(instance=NoticeIndexPage(title="Thông báo", slug="thong-bao"))
    notices.add_child(instance=NoticePage(title="Lịch", slug="lich", text=text))
    assert len(read(visitor, "/tin-tuc/bai/").all("mark")) == 3
    assert len(read(visitor, "/thong-bao/lich/").all("mark")) == 1
