"""The home page: stories chosen by staff and filled by recency, then the rows staff arrange."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from wagtail.rich_text import RichText

from news.models import Article
from portal.access.levels import Level, set_level
from portal.models import FeaturedStory, SiteSettings, WebLink, WebLinkGroup
from tests.factories import ArticleFactory, PortalFileFactory, PortalImageFactory, SectionFactory
from tests.reading import Reading, read

START = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def stories(news_section) -> list[Article]:
    """Seven articles, newest last."""
    return [
        ArticleFactory(parent=news_section, title=f"Bài {number}", published_on=START + timedelta(days=number))
        for number in range(7)
    ]


@pytest.fixture
def feature(home):
    """Puts articles on the front page, in this order."""

    def choose(*pages):
        for place, page in enumerate(pages):
            home.featured_stories.add(FeaturedStory(page=page, sort_order=place))
        home.save()

    return choose


@pytest.fixture
def rows(home):
    def arrange(*blocks):
        home.body = list(blocks)
        home.save()

    return arrange


def front(visitor) -> list[str]:
    page = read(visitor, "/")
    return [*page.texts(".front h2"), *page.texts(".front h3")]


@pytest.mark.usefixtures("stories")
def test_the_newest_five_fill_the_front(visitor):
    assert front(visitor) == ["Bài 6", "Bài 5", "Bài 4", "Bài 3", "Bài 2"]


def test_chosen_stories_come_first_and_none_twice(visitor, stories, feature):
    feature(stories[1], stories[6])
    assert front(visitor) == ["Bài 1", "Bài 6", "Bài 5", "Bài 4", "Bài 3"]


def test_chosen_stories_that_may_not_be_seen_are_skipped(visitor, stories, feature):
    now = datetime.now(UTC)
    Article.objects.filter(pk=stories[0].pk).update(expire_at=now)
    Article.objects.filter(pk=stories[1].pk).update(live=False)
    Article.objects.filter(pk=stories[2].pk).update(go_live_at=now + timedelta(hours=1))
    set_level(stories[3], Level.MEMBERS)
    feature(*stories[:5])
    assert front(visitor) == ["Bài 4", "Bài 6", "Bài 5"]


def test_stories_carry_the_name_of_their_section_unless_they_have_a_kicker(visitor, news_section):
    ArticleFactory(parent=news_section, title="Một", published_on=START)
    ArticleFactory(parent=news_section, title="Hai", kicker="Ba Chẽ", published_on=START - timedelta(days=1))
    assert read(visitor, "/").texts(".front .kicker") == ["Tin tức", "Ba Chẽ"]


def test_an_empty_portal_says_so(visitor, home):
    page = read(visitor, "/")
    assert page.all(".front, .story-tabs, .link-directory, .home-row") == []
    assert page.all(".empty-state")


def test_a_story_chosen_twice_stands_once(visitor, stories, feature):
    feature(stories[1], stories[1])
    assert front(visitor) == ["Bài 1", "Bài 6", "Bài 5", "Bài 4", "Bài 3"]


def section_row(section, count, style="list"):
    return "section_row", {"title": "", "page": section, "style": style, "count": count}


def test_a_row_continues_where_the_front_and_the_rows_above_end(visitor, news_section, rows):
    below = SectionFactory(parent=news_section, title="Cơ sở")
    for number in range(12):
        ArticleFactory(
            parent=below if number % 2 else news_section,
            title=f"Bài {number:02}",
            published_on=START + timedelta(days=number),
        )
    rows(section_row(below, 2), section_row(news_section, 3))
    assert front(visitor) == ["Bài 11", "Bài 10", "Bài 09", "Bài 08", "Bài 07"]
    assert read(visitor, "/").texts(".home-row h3") == ["Bài 05", "Bài 03", "Bài 06", "Bài 04", "Bài 02"]


@pytest.mark.usefixtures("stories")
def test_a_small_section_repeats_what_stands_elsewhere_rather_than_stay_short(visitor, news_section, rows):
    rows(section_row(news_section, 4))
    assert read(visitor, "/").texts(".home-row h3") == ["Bài 6", "Bài 5", "Bài 1", "Bài 0"]


@pytest.mark.parametrize("style", ["lead_list", "grid", "list"])
@pytest.mark.usefixtures("stories")
def test_a_section_row_in_each_rhythm(visitor, news_section, rows, style):
    for number in range(4):
        ArticleFactory(parent=news_section, title=f"Mới {number}", published_on=START + timedelta(days=10 + number))
    rows(section_row(news_section, 4, style))
    page = read(visitor, "/")
    assert page.texts(".home-row h2") == ["Tin tức"]
    assert page.texts(".home-row h3") == ["Bài 5", "Bài 4", "Bài 3", "Bài 2"]
    assert "/tin-tuc/" in page.links(".home-row a")


def test_a_section_row_without_stories_does_not_render(visitor, home, rows):
    empty = SectionFactory(parent=home, title="Đoàn thể")
    rows(("section_row", {"title": "Chưa có gì", "page": empty, "style": "grid", "count": 4}))
    assert "Chưa có gì" not in read(visitor, "/").html


@pytest.mark.usefixtures("stories")
def test_a_row_of_a_section_that_may_not_be_seen_does_not_render(visitor, home, rows):
    closed = SectionFactory(parent=home, title="Nội bộ", slug="noi-bo")
    ArticleFactory(parent=closed, title="Việc nội bộ")
    set_level(closed, Level.MEMBERS)
    rows(("section_row", {"title": "Chỉ đảng viên", "page": closed, "style": "list", "count": 4}))
    page = read(visitor, "/")
    for hidden in ("Chỉ đảng viên", "Việc nội bộ", "noi-bo"):
        assert hidden not in page.html


def test_notices_row(visitor, notices, notice, rows):
    rows(("notices", {"title": "", "page": notices, "count": 5}))
    page = read(visitor, "/")
    assert page.texts(".notices h2") == ["Thông báo"]
    assert page.texts(".notices h3") == ["Lịch họp chi bộ"]


def test_notices_row_without_current_notices_does_not_render(visitor, notices, rows):
    rows(("notices", {"title": "Thông báo mới", "page": notices, "count": 5}))
    assert "Thông báo mới" not in read(visitor, "/").html


def test_photos_row(visitor, galleries, gallery, rows):
    rows(("photos", {"title": "Hoạt động qua ảnh", "page": galleries, "count": 4}))
    page = read(visitor, "/")
    assert page.text(".home-row--photos h2") == "Hoạt động qua ảnh"
    assert page.text(".home-row--photos h3") == "Tết trồng cây"
    assert page.one(".home-row--photos img")["alt"] == "Đoàn viên trồng cây ven đường"


def test_photos_row_without_galleries_does_not_render(visitor, galleries, rows):
    rows(("photos", {"title": "Hoạt động qua ảnh", "page": galleries, "count": 4}))
    assert "Hoạt động qua ảnh" not in read(visitor, "/").html


@pytest.mark.parametrize(("name", "kind"), [("hoi-nghi.mp4", "video"), ("phat-thanh.mp3", "audio")])
def test_media_row(visitor, home, rows, name, kind):
    media = PortalFileFactory(file=ContentFile(b"0" * 99, name=name))
    transcript = RichText("<p>Kính thưa các đồng chí…</p>")
    rows(("media", {"title": "Đại hội", "file": media, "poster": None, "captions": None, "transcript": transcript}))
    page = read(visitor, "/")
    assert len(page.all(f".home-row--media {kind}")) == 1
    assert "Kính thưa các đồng chí…" in page.text(".home-row--media")


def test_key_figures_row(visitor, home, rows):
    rows(("key_figures", {"title": "Đảng bộ", "items": [{"figure": "24", "label": "chi bộ", "note": ""}]}))
    text = read(visitor, "/").text(".home-row--figures")
    assert [word for word in ("Đảng bộ", "24", "chi bộ") if word not in text] == []


@pytest.mark.usefixtures("stories")
def test_rows_keep_the_order_of_staff(visitor, home, news_section, rows, notices, notice):
    rows(
        ("notices", {"title": "Một", "page": notices, "count": 1}),
        *(
            ("section_row", {"title": title, "page": news_section, "style": "list", "count": 1})
            for title in ("Hai", "Ba", "Bốn")
        ),
    )
    headings = [text for text in read(visitor, "/").texts("main h2") if text in {"Một", "Hai", "Ba", "Bốn"}]
    assert headings == ["Một", "Hai", "Ba", "Bốn"]


def test_latest_and_most_viewed_are_the_shared_fragments(visitor, news_section):
    ArticleFactory(parent=news_section, title="Đọc nhiều", base_views=4_356_361, published_on=START)
    ArticleFactory(parent=news_section, title="Mới", published_on=START + timedelta(days=1))
    page = read(visitor, "/")
    for name, expected in (("moi-nhat", ["Mới", "Đọc nhiều"]), ("xem-nhieu", ["Đọc nhiều"])):
        fragment = read(visitor, f"/_manh/{name}/")
        assert fragment.texts("li a") == page.texts(f"#{name} li a") == expected
        assert fragment.response["X-Robots-Tag"] == "noindex"
        assert fragment.all("main, header") == []
    assert "4.356.361" in page.text("#xem-nhieu")


def test_a_fragment_that_nobody_offers_is_not_found(visitor, home):
    assert Reading(visitor, "/_manh/khong-co/").status == 404


def test_web_links_stand_in_their_groups(visitor, home):
    province = WebLinkGroup(title="Trong tỉnh", sort_order=2)
    province.links.add(WebLink(title="Báo Quảng Ninh", url="https://baoquangninh.vn", sort_order=0))
    province.save()
    centre = WebLinkGroup(title="Trung ương", sort_order=1)
    centre.links.add(WebLink(title="Báo điện tử Đảng Cộng sản", url="https://dangcongsan.vn", sort_order=0))
    centre.save()
    WebLinkGroup.objects.create(title="Nhóm trống")
    page = read(visitor, "/")
    assert "Liên kết web" in page.texts(".link-directory h2")
    assert page.texts(".link-directory summary") == ["Trung ương", "Trong tỉnh"]
    assert page.links(".link-directory a") == ["https://dangcongsan.vn", "https://baoquangninh.vn"]


def test_masthead_and_footer_say_who_the_committee_is(visitor, home):
    SiteSettings.objects.update(
        committee_parent="Đảng bộ tỉnh Quảng Ninh",
        committee_name="Đảng uỷ xã Lương Minh",
        welcome_line="Chào mừng bạn đến với cổng thông tin!",
        contact_address="Trụ sở xã Lương Minh",
        contact_phone="0203 3888 000",
        contact_email="danguy@luongminh.example.vn",
        responsible_person="Đồng chí Nguyễn Văn Bình",
        licence="Giấy phép số 12/GP-STTTT",
        republish_notice="Ghi rõ nguồn khi phát hành lại.",
    )
    page = read(visitor, "/")
    assert page.text(".masthead__names") == "Đảng bộ tỉnh Quảng Ninh Đảng uỷ xã Lương Minh"
    assert "Chào mừng bạn đến với cổng thông tin!" in page.text(".utility-bar")
    for known in ("Trụ sở xã Lương Minh", "0203 3888 000", "Nguyễn Văn Bình", "12/GP-STTTT", "Ghi rõ nguồn"):
        assert known in page.text("footer")
    assert "Fax" not in page.text("footer")


def test_the_emblem_of_the_committee_takes_the_place_of_ours(visitor, home):
    SiteSettings.objects.update(emblem=PortalImageFactory())
    assert read(visitor, "/").all(".masthead picture img")


def test_the_menu_comes_from_the_page_tree(visitor, home, news_section, about):
    SectionFactory(parent=news_section, title="Kiểm tra", slug="kiem-tra", show_in_menus=True)
    SectionFactory(parent=home, title="Không ở danh mục", show_in_menus=False)
    page = read(visitor, "/tin-tuc/kiem-tra/")
    assert page.texts(".menu .menu__link") == ["Tin tức", "Giới thiệu"]
    assert page.texts(".menu .submenu__link") == ["Kiểm tra"]
    assert page.texts(".menu [aria-current]") == ["Tin tức", "Kiểm tra"]
