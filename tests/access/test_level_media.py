"""What the dialogue for levels says of pictures and files before it is done, and the checklist afterwards."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, Page, PageLogEntry, Site

from portal.access.level_media import MOST_NAMED, Effect, effects_on_media
from portal.access.levels import Level, set_level
from portal.access.models import ClosedMedium
from portal.editorial import roles
from portal.editorial.checklist.models import ChecklistSettings
from portal.editorial.checklist.services import ChecklistRefused, require_checked, run_checks
from portal.models import SiteSettings
from tests.access.test_level_control import asked, chosen, client_of
from tests.factories import ArticleFactory, PortalFileFactory, PortalImageFactory, SectionFactory, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief():
    return client_of(roles.CHIEF, roles.COMMITTEE_MEMBER)


@pytest.fixture
def person():
    user = User.objects.create_user("nguoi-hoi")
    user.groups.add(roles.group_of(roles.CHIEF), roles.group_of(roles.COMMITTEE_MEMBER))
    return user


@pytest.fixture
def section(home):
    return SectionFactory(parent=home, title="Sinh hoạt nội bộ")


def showing(parent, picture: Any = None, file: Any = None, **values):
    body = [("attachment", {"title": "", "file": file})] if file else []
    return publish(ArticleFactory(parent=parent, picture=picture, picture_alt="Quang cảnh", body=body, **values))


def effects(page, person) -> dict[str, Effect]:
    return {effect.level: effect for effect in effects_on_media(Page.objects.get(pk=page.pk), person)}


def test_it_says_how_much_closes_under_which_level(section, person):
    showing(section, PortalImageFactory(), PortalFileFactory())
    showing(section, PortalImageFactory())
    said = effects(section, person)
    assert [said[level.value].closes for level in Level] == ["", *3 * ["2 ảnh, 1 tệp"]]
    assert not any(effect.opens or effect.open or effect.closed for effect in said.values())


def test_what_it_said_is_what_is_done(section, chief):
    showing(section, PortalImageFactory(), PortalFileFactory())
    shared = PortalImageFactory(title="Ảnh chung")
    showing(section, shared)
    showing(Page.objects.get(slug="tin-tuc"), shared, title="Đại hội chi bộ thôn Đông")
    html = asked(chief, section)
    assert "Đóng cùng trang, vì không trang nào công khai hơn dùng đến: 1 ảnh, 1 tệp." in html
    assert "“Ảnh chung”, còn dùng ở “Đại hội chi bộ thôn Đông”" in html
    chosen(chief, section, Level.MEMBERS)
    assert ClosedMedium.objects.count() == 2
    entry = PageLogEntry.objects.get(action="portal.level")
    assert entry.formatter.format_message(entry).endswith("đã đóng 2 ảnh, tệp")


def test_the_dialogue_itself_changes_nothing(section, chief):
    showing(section, PortalImageFactory())
    with CaptureQueriesContext(connection) as seen:
        asked(chief, section)
    written = [query["sql"] for query in seen if re.match("INSERT|UPDATE|DELETE", query["sql"])]
    assert not [query for query in written if "usersessions" not in query]


def test_long_lists_are_cut(section, news_section, person):
    for _ in range(MOST_NAMED + 3):
        picture = PortalImageFactory()
        showing(section, picture)
        showing(news_section, picture)
    said = effects(section, person)["members"]
    assert len(said.open) == MOST_NAMED + 1
    assert said.open[-1] == "và 3 ảnh nữa"


def test_it_says_that_the_portal_itself_shows_a_picture(section, person):
    picture = PortalImageFactory(title="Búa liềm")
    showing(section, picture)
    SiteSettings.objects.update_or_create(site=Site.objects.get(), defaults={"emblem": picture})
    assert effects(section, person)["members"].open == ["“Búa liềm”, còn dùng trong thiết lập của cổng"]


def test_a_page_that_is_closed_to_whoever_asks_is_not_named(section, home, person):
    """Nor is what lies in a collection that is closed to him."""
    picture = PortalImageFactory(title="Ảnh chung")
    showing(section, picture)
    cells = SectionFactory(parent=home)
    showing(cells, picture, title="Việc riêng của chi bộ")
    for_members = SectionFactory(parent=home)
    showing(for_members, picture, title="Việc của đảng viên")
    set_level(cells, Level.MEMBERS)
    person.groups.set([roles.group_of(roles.CHIEF)])
    person = User.objects.get(pk=person.pk)
    set_level(for_members, Level.MEMBERS)
    assert effects(section, person)["committee"].open == ["“Ảnh chung”"]
    set_level(section, Level.COMMITTEE)
    assert all(effect.opens == effect.closes == "" for effect in effects(section, person).values())


def test_loosening_says_what_opens_and_what_stays_closed(section, person):
    by_hand = Collection.get_first_root_node().add_child(name="Ảnh nội bộ")
    set_level(by_hand, Level.COMMITTEE)
    showing(section, PortalImageFactory())
    showing(section, PortalImageFactory(title="Ảnh cấp uỷ", collection=by_hand))
    set_level(section, Level.COMMITTEE)
    said = effects(section, person)
    assert (said["public"].opens, said["public"].closed) == ("1 ảnh", ["“Ảnh cấp uỷ”"])
    assert (said["members"].opens, said["members"].closed) == ("1 ảnh", ["“Ảnh cấp uỷ”"])
    assert (said["committee"].opens, said["committee"].closed) == ("", [])


def test_the_dialogue_asks_the_same_for_many_pages(section, person):
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            effects(section, person)
        return len(seen)

    showing(section, PortalImageFactory(), PortalFileFactory())
    queries()
    few = queries()
    for _ in range(8):
        showing(section, PortalImageFactory(), PortalFileFactory())
    assert queries() == few <= 30


# The checklist


def findings(page) -> list[str]:
    latest = page.specific.get_latest_revision_as_object()
    result = next(result for result in run_checks(latest) if result.check.name == "open_media")
    return [finding.text for finding in result.findings]


def test_what_is_added_to_a_closed_page_is_named(section):
    set_level(section, Level.MEMBERS)
    article = ArticleFactory(parent=section)
    article.picture = PortalImageFactory(title="Toàn cảnh")
    article.body = [("attachment", {"title": "", "file": PortalFileFactory(title="Danh sách")})]
    article.save_revision()
    picture, file = findings(article)
    assert "Ảnh “Toàn cảnh” của trang hạn chế này đang mở công khai" in picture
    assert "Tệp “Danh sách” của trang hạn chế này đang mở công khai" in file


def test_setting_the_level_again_settles_it(section):
    set_level(section, Level.MEMBERS)
    article = ArticleFactory(parent=section, picture=PortalImageFactory())
    article.save_revision()
    assert findings(article)
    set_level(Page.objects.get(pk=section.pk), Level.MEMBERS)
    assert findings(article) == []


def test_a_picture_for_more_people_than_the_page_is_named(section):
    for_members = Collection.get_first_root_node().add_child(name="Ảnh nội bộ")
    set_level(for_members, Level.MEMBERS)
    set_level(section, Level.COMMITTEE)
    article = ArticleFactory(parent=section, picture=PortalImageFactory(title="Toàn cảnh", collection=for_members))
    article.save_revision()
    assert "Ảnh “Toàn cảnh” đang mở cho nhiều người hơn trang này" in findings(article)[0]


def test_on_a_public_page_nothing_is_named(news_section):
    article = ArticleFactory(parent=news_section, picture=PortalImageFactory())
    article.save_revision()
    assert findings(article) == []


def test_it_warns_and_keeps_back_where_administrators_want_it(section):
    set_level(section, Level.MEMBERS)
    article = ArticleFactory(parent=section, picture=PortalImageFactory(credit="Minh Hà", description="Quang cảnh"))
    article.save_revision()
    latest = article.get_latest_revision_as_object()
    require_checked(latest)
    settings = ChecklistSettings.load()
    settings.severities = {"open_media": "blocker"}
    settings.save()
    with pytest.raises(ChecklistRefused, match="đang mở công khai"):
        require_checked(latest)
