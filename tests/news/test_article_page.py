"""What stands on an article's page, and what leaves no trace because it is unknown."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from news.models import Article, Correction
from tests.factories import ArticleFactory, PortalImageFactory
from tests.reading import read


@pytest.fixture
def change(article):
    """Changes fields of the article."""

    def set_fields(**fields) -> Article:
        for name, value in fields.items():
            setattr(article, name, value)
        article.save()
        return article

    return set_fields


def page_of(visitor, article):
    return read(visitor, article.get_url())


def test_kicker_stands_above_the_title(visitor, change):
    page = page_of(visitor, change(kicker="Ba Chẽ"))
    head = page.text(".article__head")
    assert page.text("h1") == "Chi bộ thôn Xóm Mới làm đường hoa dài 500 mét"
    assert head.index("Ba Chẽ") < head.index("Chi bộ thôn Xóm Mới")


def test_dateline_has_weekday_day_hour_and_zone(visitor, article):
    assert "Thứ Bảy, 12/09/2020, 10:34 [GMT+7]" in page_of(visitor, article).texts(".article-meta__item")


def test_dateline_is_that_of_viet_nam_around_midnight(visitor, change):
    late = change(published_on=datetime(2020, 9, 12, 17, 5, tzinfo=UTC))
    assert "Chủ nhật, 13/09/2020, 00:05 [GMT+7]" in page_of(visitor, late).texts(".article-meta__item")


def test_dateline_has_no_hour_where_only_the_day_is_known(visitor, change):
    assert "Thứ Bảy, 12/09/2020" in page_of(visitor, change(published_time_known=False)).texts(".article-meta__item")


def test_unknown_values_leave_no_trace(visitor, change):
    page = page_of(visitor, change(published_on=None, sapo=""))
    assert page.texts(".article__head li") == []
    assert page.all(".article__signature, .article__source, .sapo, .tag-list, .message, .article figure") == []
    for word in ("GMT", "Lượt xem", "Người đăng", "Nguồn", "Đính chính", "Cập nhật lúc", "None"):
        assert word not in page.text(".article")


def test_unknown_views_are_not_zero(visitor, change):
    assert "Lượt xem" not in page_of(visitor, change(base_views=None)).text()
    assert "Lượt xem: 0" in page_of(visitor, change(base_views=0)).text(".article__head")


def test_views_have_thousands_dots(visitor, change):
    assert "Lượt xem: 4.356.361" in page_of(visitor, change(base_views=4_356_361)).texts(".article-meta__item")


def test_poster_is_not_the_author(visitor, change):
    page = page_of(visitor, change(poster_name="Trương Công Minh", author_name="Đình Cuối"))
    assert "Người đăng: Trương Công Minh" in page.texts(".article__head li")
    assert page.text(".article__signature") == "Tác giả: Đình Cuối"


def test_signature_follows_the_text(visitor, change):
    page = page_of(visitor, change(author_name="Hàn Giang", body=[("paragraph", "<p>Câu cuối cùng của bài.</p>")]))
    text = page.text(".article")
    assert text.index("Câu cuối cùng của bài.") < text.index("Hàn Giang")


def test_source_tag_opens_the_lead_in_brackets(visitor, change):
    page = page_of(visitor, change(source_tag="HBĐT", sapo="<p>Thực hiện Kế hoạch số 121.</p>"))
    assert page.text(".sapo") == "(HBĐT) – Thực hiện Kế hoạch số 121."


def test_source_tag_is_not_lost_without_a_lead(visitor, change):
    assert "(HBĐT)" in page_of(visitor, change(source_tag="HBĐT", sapo="")).text(".article")


def test_republished_article_names_and_links_its_source(visitor, change):
    page = page_of(visitor, change(source_name="Báo Quảng Ninh", source_url="https://baoquangninh.vn/duong-hoa"))
    assert page.text(".article__source") == "Nguồn: Báo Quảng Ninh"
    assert page.links(".article__source a") == ["https://baoquangninh.vn/duong-hoa"]


def test_source_without_an_address_is_no_link(visitor, change):
    page = page_of(visitor, change(source_name="Báo Quảng Ninh"))
    assert page.text(".article__source") == "Nguồn: Báo Quảng Ninh"
    assert page.links(".article__source a") == []


def test_picture_has_alternative_text_caption_and_credit_each_apart(visitor, change):
    page = page_of(
        visitor,
        change(
            picture=PortalImageFactory(title="IMG_2041"),
            picture_alt="Hàng cúc vàng hai bên đường bê tông",
            picture_caption="Tuyến đường hoa thôn Xóm Mới",
            picture_credit="Trúc Linh",
        ),
    )
    assert page.one(".article > figure img")["alt"] == "Hàng cúc vàng hai bên đường bê tông"
    assert page.text(".article > figure figcaption") == "Tuyến đường hoa thôn Xóm Mới. Ảnh: Trúc Linh"
    assert "IMG_2041" not in page.text()


def test_lead_picture_is_loaded_at_once(visitor, change):
    page = page_of(visitor, change(picture=PortalImageFactory(), picture_alt="Đường hoa"))
    assert page.one(".article > figure img").get("loading") != "lazy"


def test_a_picture_without_description_is_silent(visitor, change):
    """An import may have none to give; the form asks the next editor for it."""
    page = page_of(visitor, change(picture=PortalImageFactory(title="IMG_2041"), picture_alt=""))
    assert page.one(".article > figure img")["alt"] == ""


def test_an_update_before_the_publication_is_refused(article):
    article.updated_on = datetime(2020, 9, 11, tzinfo=UTC)
    with pytest.raises(ValidationError, match="trước") as refused:
        article.full_clean()
    assert set(refused.value.message_dict) == {"updated_on"}


def test_an_address_of_a_source_needs_its_name(article):
    article.source_url = "https://baoquangninh.vn/duong-hoa"
    with pytest.raises(ValidationError, match="nguồn") as refused:
        article.full_clean()
    assert set(refused.value.message_dict) == {"source_name"}


def test_corrections_are_shown_with_their_time(visitor, change, article):
    note = "Bản đăng ngày 12/9 ghi nhầm số đảng viên là 45, đúng là 54."
    article.corrections.add(Correction(noted_on=datetime(2020, 9, 14, 1, 0, tzinfo=UTC), text=note))
    page = page_of(visitor, change())
    assert page.text(".message") == f"Đính chính Thứ Hai, 14/09/2020, 08:00 [GMT+7]: {note}"


def test_update_is_told_beside_the_dateline(visitor, change):
    page = page_of(visitor, change(updated_on=datetime(2020, 9, 13, 2, 0, tzinfo=UTC)))
    assert "Cập nhật lúc Chủ nhật, 13/09/2020, 09:00 [GMT+7]" in page.texts(".article-meta__item")


def test_tags_lead_to_their_lists(visitor, change, article):
    article.tags.add("nông thôn mới", "sinh hoạt chi bộ")
    page = page_of(visitor, change())
    assert sorted(page.texts(".tag-list a")) == ["nông thôn mới", "sinh hoạt chi bộ"]
    for url in page.links(".tag-list a"):
        assert read(visitor, url).texts(".columns__main h2") == [article.title]


def test_back_link_leads_to_the_section_where_script_does_not_run(visitor, article, news_section):
    page = page_of(visitor, article)
    back = page.one("a[data-back]")
    assert (back.get_text(strip=True), back["href"]) == ("Trở về", news_section.get_url())


def test_breadcrumbs_lead_from_home_to_the_section(visitor, article):
    page = page_of(visitor, article)
    assert page.texts(".breadcrumbs a") == ["Trang chủ", "Tin tức"]
    assert page.links(".breadcrumbs a") == ["/", "/tin-tuc/"]


def test_share_links_carry_the_public_address(visitor, change, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://luongminh.example.vn"
    page = page_of(visitor, change())
    shared = " ".join(page.links(".share-row a"))
    assert "https%3A%2F%2Fluongminh.example.vn%2Ftin-tuc%2Fduong-hoa%2F" in shared
    assert "body=https%3A//luongminh.example.vn/tin-tuc/duong-hoa/" in shared


@pytest.mark.parametrize("field", ["title", "kicker", "author_name", "poster_name", "source_tag", "source_name"])
def test_typed_text_cannot_become_markup(visitor, change, field):
    page = page_of(visitor, change(**{field: "<img src=x onerror=alert(1)>"}))
    assert page.all("img[onerror]") == []
    assert "<img src=x onerror=alert(1)>" in page.text()


def test_latest_and_most_viewed_stand_beside_the_article(visitor, article, news_section):
    ArticleFactory(parent=news_section, title="Đại hội chi bộ", base_views=900)
    page = page_of(visitor, article)
    assert "Đại hội chi bộ" in page.text("#moi-nhat")
    assert "Đại hội chi bộ" in page.text("#xem-nhieu")
    assert article.title not in page.text("#xem-nhieu"), "views that are unknown are not ranked"
