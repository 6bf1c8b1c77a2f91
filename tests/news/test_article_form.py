"""What the article's edit form takes, from whom."""

import pytest
from django.urls import reverse

from news.models import Article
from portal.editorial.roles import ADMINISTRATOR, CHIEF, EDITOR, REPORTER, group_of
from tests.factories import ArticleFactory, PortalImageFactory

FORMSETS = ("corrections", "related_picks", "comments")
FORM = {
    "title": "Chi bộ họp",
    "slug": "hop",
    "sapo": "null",
    "body-count": "0",
    "published_time_known": "on",
    **{f"{formset}-{kind}_FORMS": "0" for formset in FORMSETS for kind in ("TOTAL", "INITIAL")},
}


@pytest.fixture
def as_role(client, django_user_model):
    def sign_in(role):
        user = django_user_model.objects.create_user("canbo", first_name="Hà")
        user.groups.add(group_of(role))
        client.force_login(user)
        return client, user

    return sign_in


def edit(client, article, **fields):
    return client.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), {**FORM, **fields})


def latest(article) -> Article:
    return Article.objects.get(pk=article.pk).get_latest_revision_as_object()


@pytest.mark.parametrize("role", [REPORTER, EDITOR, CHIEF])
def test_views_counted_before_the_import_take_no_value_from_those_who_write(as_role, news_section, role):
    client, user = as_role(role)
    article = ArticleFactory(parent=news_section, slug="hop", base_views=1113, live=False, owner=user)
    form = client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).context["form"]
    assert form["base_views"].field.disabled
    assert form["base_views"].value() == 1113, "they are shown"
    assert edit(client, article, title="Đổi tên", base_views="999999").status_code == 302
    assert (latest(article).title, latest(article).base_views) == ("Đổi tên", 1113)


def test_a_reporter_makes_no_article_with_views(as_role, news_section):
    client, _user = as_role(REPORTER)
    address = reverse("wagtailadmin_pages:add", args=["news", "article", news_section.pk])
    assert client.post(address, {**FORM, "base_views": "999999"}).status_code == 302
    assert Article.objects.get().base_views is None
    assert latest(Article.objects.get()).base_views is None


def test_an_administrator_corrects_the_views(as_role, news_section):
    client, _user = as_role(ADMINISTRATOR)
    article = ArticleFactory(parent=news_section, slug="hop", base_views=1113)
    assert edit(client, article, base_views="1131").status_code == 302
    assert latest(article).base_views == 1131


def test_a_lead_picture_needs_alternative_text(admin_client, article):
    picture = PortalImageFactory().pk
    refused = edit(admin_client, article, picture=picture, picture_alt=" ").context["form"]
    assert "Hãy tả ảnh" in str(refused.errors["picture_alt"])
    assert edit(admin_client, article, picture=picture, picture_alt="Đường hoa").status_code == 302


def test_which_is_the_description_of_the_picture_unless_another_is_written(admin_client, article):
    picture = PortalImageFactory(description="Đường hoa dẫn vào thôn").pk
    assert edit(admin_client, article, picture=picture, picture_alt=" ").status_code == 302
    assert latest(article).picture_alt == "Đường hoa dẫn vào thôn"
    assert edit(admin_client, article, picture=picture, picture_alt="Hàng cúc vàng").status_code == 302
    assert latest(article).picture_alt == "Hàng cúc vàng"
