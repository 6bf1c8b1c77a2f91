"""Slugs: ASCII with đ → d on the server too, and a clash says what to do, whichever way a page comes to its place."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page, get_page_models

from news.models import Article, Section
from portal.forms import CopyPageForm, PageForm
from tests.factories import ArticleFactory, SectionFactory, StandardPageFactory, publish
from tests.reading import words_of

PUBLISH = {"action-publish": "Xuất bản"}
PAGE_TYPES = [model for model in get_page_models() if model is not Page]
RESERVED = "Cổng đã dùng địa chỉ này"


def article_form(**fields):
    """What the admin's form of an article sends."""
    form = {"title": "Đảng uỷ đổi mới", "slug": "", "sapo": "null", "body-count": "0", "published_time_known": "on"}
    for formset in ("corrections", "related_picks", "comments"):
        form |= {f"{formset}-TOTAL_FORMS": "0", f"{formset}-INITIAL_FORMS": "0"}
    return form | fields


def section_form(**fields):
    return {"title": "Tin nội bộ", "slug": "", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0", **fields}


@pytest.fixture
def add(admin_client, news_section):
    address = reverse("wagtailadmin_pages:add", args=["news", "article", news_section.pk])
    return lambda **fields: admin_client.post(address, article_form(**fields))


@pytest.fixture
def add_section(admin_client, home):
    address = reverse("wagtailadmin_pages:add", args=["news", "section", home.pk])
    return lambda **fields: admin_client.post(address, section_form(**fields))


@pytest.fixture
def edit(admin_client):
    return lambda page, **fields: admin_client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), fields)


def slug_errors(response) -> list[str]:
    """What the form, shown again with what was typed, says of the slug."""
    assert response.status_code == 200
    return response.context["form"].errors.get("slug", [])


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_every_page_type_asks_with_these_forms(model):
    assert issubclass(model.base_form_class, PageForm)
    assert issubclass(model.copy_form_class, CopyPageForm)


def test_a_page_without_slug_gets_one_from_its_title(news_section):
    article = news_section.add_child(instance=ArticleFactory.build(title="Đảng uỷ đổi mới", slug=""))
    assert article.slug == "dang-uy-doi-moi"


def test_two_pages_of_one_title_get_different_slugs(news_section):
    for _ in range(2):
        news_section.add_child(instance=ArticleFactory.build(title="Đảng uỷ đổi mới", slug=""))
    assert set(Article.objects.values_list("slug", flat=True)) == {"dang-uy-doi-moi", "dang-uy-doi-moi-2"}


def test_a_new_text_of_a_common_title_gets_the_next_number_and_keeps_it(add, edit, news_section):
    ArticleFactory(parent=news_section, slug="dang-uy-doi-moi")
    add(slug="dang-uy-doi-moi")
    made = Article.objects.get(slug="dang-uy-doi-moi-2")
    edit(
        made, **article_form(slug="dang-uy-doi-moi", kicker="Ba Chẽ")
    )  # as a form that does not know of it saves itself
    kept = Article.objects.get(pk=made.pk).get_latest_revision_as_object()
    assert (kept.slug, kept.kicker) == ("dang-uy-doi-moi-2", "Ba Chẽ")


def test_what_readers_had_keeps_its_slug_or_is_asked(edit, news_section):
    ArticleFactory(parent=news_section, slug="dang-uy-doi-moi")
    known = publish(ArticleFactory(parent=news_section, slug="dang-uy"))
    response = edit(known, **article_form(slug="dang-uy-doi-moi"))
    assert slug_errors(response)


@pytest.mark.parametrize("action", [PUBLISH, {}], ids=["publish", "save draft"])
def test_a_clash_names_the_slug_and_proposes_another(add, news_section, action):
    ArticleFactory(parent=news_section, slug="hoi-nghi")
    response = add(slug="hoi-nghi", **action)
    [error] = slug_errors(response)
    assert "Địa chỉ “hoi-nghi” đã được một trang khác trong cùng chuyên mục dùng" in error
    assert "hoi-nghi-2" in error
    assert error in words_of_page(response)
    assert Article.objects.count() == 1


def words_of_page(response) -> str:
    from bs4 import BeautifulSoup

    return words_of(BeautifulSoup(response.content, "lxml"))


@pytest.mark.parametrize("action", [PUBLISH, {}], ids=["publish", "save draft"])
def test_a_clash_in_the_form_of_an_old_page_is_said_once(edit, news_section, action):
    ArticleFactory(parent=news_section, slug="hoi-nghi")
    article = publish(ArticleFactory(parent=news_section, slug="dai-hoi"))
    [error] = slug_errors(edit(article, **article_form(slug="hoi-nghi", **action)))
    assert "hoi-nghi-2" in error


@pytest.mark.parametrize("action", [PUBLISH, {}], ids=["publish", "save draft"])
@pytest.mark.parametrize("slug", ["rss", "anh", "quan-tri"])
def test_a_new_section_cannot_take_an_address_of_the_portal(add_section, action, slug):
    response = add_section(slug=slug, title="Tin nội bộ Đảng uỷ", **action)
    [error] = slug_errors(response)
    assert RESERVED in error
    assert f"{slug}-2" in error
    assert error in words_of_page(response)
    assert 'value="Tin nội bộ Đảng uỷ"' in response.content.decode(), "what was typed is still there"
    assert not Page.objects.filter(slug=slug).exists()


@pytest.mark.parametrize("action", [PUBLISH, {}], ids=["publish", "save draft"])
def test_a_new_article_cannot_take_the_address_of_a_list(add, action):
    [error] = slug_errors(add(slug="nam", **action))
    assert RESERVED in error
    assert not Article.objects.exists()


def test_what_is_proposed_is_free(add, news_section):
    ArticleFactory(parent=news_section, slug="nam-2")
    [error] = slug_errors(add(slug="nam"))
    assert "nam-3" in error


@pytest.mark.parametrize("action", [PUBLISH, {}], ids=["publish", "save draft"])
def test_an_old_article_cannot_take_the_address_of_a_list(edit, news_section, action):
    article = publish(ArticleFactory(parent=news_section, slug="hoi-nghi"))
    [error] = slug_errors(edit(article, **article_form(slug="rss", **action)))
    assert RESERVED in error


def test_a_draft_made_by_code_cannot_take_one_either(news_section):
    with pytest.raises(ValidationError, match=RESERVED):
        news_section.add_child(instance=ArticleFactory.build(slug="nam", live=False))


@pytest.mark.parametrize("how", [{}, {"publish_copies": "on"}, {"alias": "on"}], ids=["draft", "live", "alias"])
def test_a_copy_cannot_take_one(admin_client, news_section, how):
    article = publish(ArticleFactory(parent=news_section, slug="hoi-nghi"))
    form = {"new_title": "Bản sao", "new_slug": "nam", "new_parent_page": news_section.pk, **how}
    response = admin_client.post(reverse("wagtailadmin_pages:copy", args=[article.pk]), form)
    assert response.status_code == 200
    assert RESERVED in response.context["form"].errors["new_slug"][0]
    assert Article.objects.count() == 1


@pytest.fixture
def media_section(news_section) -> Section:
    """Its slug is free where it stands and taken by the portal under the home page."""
    return publish(SectionFactory(parent=news_section, title="Báo chí", slug="media"))


def test_a_page_is_not_moved_to_where_its_slug_is_taken(admin_client, home, news_section, media_section):
    address = reverse("wagtailadmin_pages:move_confirm", args=[media_section.pk, home.pk])
    for method in (admin_client.get, admin_client.post):
        response = method(address, follow=True)
        assert RESERVED in words_of_page(response)
    media_section.refresh_from_db()
    assert media_section.get_parent().pk == news_section.pk


def test_of_many_pages_none_is_moved_to_where_a_slug_is_taken(admin_client, home, news_section, media_section):
    other = publish(SectionFactory(parent=news_section, title="Tin xã", slug="tin-xa"))
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    url = f"{address}?id={media_section.pk}&id={other.pk}&next={reverse('wagtailadmin_explore', args=[home.pk])}"
    response = admin_client.post(url, {"chooser": home.pk}, follow=True)
    assert "Báo chí" in words_of_page(response)
    assert RESERVED in words_of_page(response)
    for section in (media_section, other):
        section.refresh_from_db()
        assert section.get_parent().pk == news_section.pk


def test_a_page_moves_where_its_slug_is_free(admin_client, home, news_section):
    section = publish(SectionFactory(parent=news_section, slug="tin-xa"))
    admin_client.post(reverse("wagtailadmin_pages:move_confirm", args=[section.pk, home.pk]))
    section.refresh_from_db()
    assert section.get_parent().pk == home.pk


def test_no_code_moves_a_page_to_where_its_slug_is_taken(home, news_section, media_section):
    with pytest.raises(ValidationError, match=RESERVED):
        media_section.move(home, pos="last-child")
    media_section.refresh_from_db()
    assert media_section.get_parent().pk == news_section.pk


def test_pages_change_places_under_one_parent(home):
    first, second = StandardPageFactory(parent=home), StandardPageFactory(parent=home)
    second.move(first, pos="left")
    assert [page.pk for page in home.get_children()][-2:] == [second.pk, first.pk]
