"""Whatever road a text takes into the portal, it is stored in one form."""

import json
import unicodedata
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models
from django.db.models.signals import pre_save
from django.urls import reverse
from taggit.models import Tag
from wagtail.fields import StreamField
from wagtail.models import Revision, Site

from news.models import Article
from news.models.article import Correction
from portal.access.models import Organisation
from portal.models import OrganisationPerson, PortalImage, SiteSettings, WebLink, WebLinkGroup
from portal.normalising import normalise_texts
from tests.factories import ArticleFactory, PortalImageFactory
from tests.portal.admin.test_slugs import article_form

TITLE = "Đảng uỷ xã đổi mới sinh hoạt chi bộ"
MEETING = "Hội nghị"

#: Texts that must stay to the letter, each with its reason.
AS_IS = {
    "news.ImportRecord.source_name": "the path of a file, compared with those on the disk",
    "access.ClosedCollection.token": "a word of the program",
    "checklist.CheckedLink.url": "an address, asked for as it stands in the text",
    "checklist.CheckedLink.problem": "one of four words of the program",
    "documents.ImportedDocument.key": "made of numbers and dates by the program, and compared",
    "documents.RegisterUpload.file": "the name of a file on the disk",
}
#: Columns of Wagtail's that no person writes.
MACHINES = {"path", "url_path"}
OURS = ("portal", "news", "documents", "meetings", "search")


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def is_composed(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text)


def test_decomposed_and_odd_spaced_titles_are_stored_composed(news_section):
    article = Article(title=decomposed(TITLE).replace(" ", "\u00a0"), kicker=decomposed("Ba Chẽ"))
    news_section.add_child(instance=article)
    article.refresh_from_db()
    assert article.title == TITLE
    assert article.kicker == "Ba Chẽ"
    assert article.slug == "dang-uy-xa-doi-moi-sinh-hoat-chi-bo"


BODY = [
    {"type": "paragraph", "id": "a", "value": f"<p>{decomposed('Chi bộ họp đúng kỳ.')}</p>"},
    {"type": "quote", "id": "b", "value": {"text": decomposed("Nói đi đôi với làm"), "attribution": ""}},
]


@pytest.mark.parametrize("live", [True, False], ids=["live", "draft"])
def test_texts_inside_blocks_are_stored_composed(news_section, live):
    article = Article(title=TITLE, body=json.dumps(BODY), live=live)
    news_section.add_child(instance=article)
    article.refresh_from_db()
    stored = json.dumps(list(article.body.raw_data), ensure_ascii=False)
    assert "Chi bộ họp đúng kỳ." in stored
    assert is_composed(stored)
    assert [block.id for block in article.body] == ["a", "b"]


def test_what_is_typed_otherwise_stays_as_typed(news_section):
    article = Article(
        title="Chỉ thị 10–CT/TW “về nâng cao chất lượng”", source_name="Báo", source_url="https://example.vn/a%CC%89"
    )
    news_section.add_child(instance=article)
    article.refresh_from_db()
    assert article.title == "Chỉ thị 10–CT/TW “về nâng cao chất lượng”"
    assert article.source_url == "https://example.vn/a%CC%89"


# Every text of every model of ours, so that a new one cannot be forgotten


def text_fields() -> Iterator[tuple[type[models.Model], models.Field]]:
    for model in [*apps.get_models(), Tag]:
        if model.__module__.partition(".")[0] in OURS or model is Tag:
            yield from ((model, field) for field in model._meta.concrete_fields if is_text(field))


def is_text(field: models.Field) -> bool:
    if isinstance(field, models.SlugField | models.URLField | models.EmailField) or field.name in MACHINES:
        return False
    return isinstance(field, models.CharField | models.TextField | StreamField) and not field.choices


def name_of(value: object) -> str:
    return value._meta.label if isinstance(value, type) else value.name  # type: ignore[attr-defined]


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "field"), list(text_fields()), ids=name_of)
def test_every_text_is_normalised_when_it_is_saved(model, field):
    if isinstance(field, StreamField):
        block = next(iter(field.stream_block.child_blocks))
        typed = json.dumps([{"type": block, "id": "a", "value": decomposed(MEETING)}])
    else:
        typed = decomposed(MEETING)
    thing = model(**{field.attname: typed})
    pre_save.send(sender=model, instance=thing, raw=False, using="default", update_fields=None)
    value = getattr(thing, field.attname)
    stored = json.dumps(list(value.raw_data), ensure_ascii=False) if isinstance(field, StreamField) else value
    assert is_composed(stored) is (f"{model._meta.label}.{field.name}" not in AS_IS)
    assert (MEETING in stored) is is_composed(stored)


def test_there_are_texts_to_look_at():
    found = {f"{model.__name__}.{field.name}" for model, field in text_fields()}
    assert {
        "Correction.text", "Organisation.name", "SiteSettings.committee_name", "PortalImage.credit", "PortalImage.title",
        "PortalFile.title", "Article.draft_title", "Article.body", "OrganisationPerson.name", "WebLink.title", "Tag.name",
    } <= found  # fmt: skip
    assert set(AS_IS) <= {f"{model._meta.label}.{field.name}" for model, field in text_fields()}


@pytest.mark.django_db
def test_plain_models_are_stored_composed():
    organisation = Organisation.objects.create(name=decomposed("Đảng uỷ xã Lương Minh"))
    site = SiteSettings.for_site(Site.objects.get())
    site.committee_name = decomposed("Đảng uỷ xã Lương Minh")
    site.footer_note = decomposed("<p>Bản quyền của Đảng uỷ</p>")
    site.save()
    group = WebLinkGroup(title=decomposed("Cơ quan Trung ương"))
    group.links.add(WebLink(title=decomposed("Báo điện tử"), url="https://example.vn/"))
    group.save()
    image = PortalImageFactory(title=decomposed("Ảnh đại hội"), credit=decomposed("Minh Hà"))
    stored = [
        *Organisation.objects.values_list("name", flat=True).filter(pk=organisation.pk),
        *SiteSettings.objects.values_list("committee_name", "footer_note").get(),
        *WebLinkGroup.objects.values_list("title", "links__title").get(),
        *PortalImage.objects.values_list("title", "credit").get(pk=image.pk),
    ]
    assert len(stored) == 7
    assert all(map(is_composed, stored))


def test_what_is_not_saved_is_not_asked_for(news_section, django_assert_num_queries):
    """A field that was not loaded stays where it is."""
    article = ArticleFactory(parent=news_section)
    lean = Article.objects.only("pk", "kicker").get(pk=article.pk)
    with django_assert_num_queries(0):
        normalise_texts(lean)
    assert "title" in lean.get_deferred_fields()


def test_a_password_is_left_as_it_was_typed(django_user_model, client):
    typed = decomposed("mật khẩu của tôi")
    user = django_user_model.objects.create_user("hoa", password=typed)
    assert user.check_password(typed)


# Drafts: what is written to the history


@pytest.mark.parametrize("clean", [True, False])
def test_a_draft_saved_by_code_is_composed_in_the_history(news_section, clean):
    article = ArticleFactory(parent=news_section, live=False)
    article.title, article.kicker = decomposed(TITLE), decomposed("Ba Chẽ")
    article.body = json.dumps(BODY)
    article.corrections.add(Correction(text=decomposed("Ghi nhầm số đảng viên.")))
    revision = Revision.objects.get(pk=article.save_revision(clean=clean).pk)
    assert (revision.content["title"], revision.content["kicker"]) == (TITLE, "Ba Chẽ")
    assert revision.content["corrections"][0]["text"] == "Ghi nhầm số đảng viên."
    assert json.loads(revision.content["body"])[1]["value"]["text"] == "Nói đi đôi với làm"
    assert revision.object_str == TITLE
    article.refresh_from_db()
    assert article.draft_title == TITLE
    draft = article.get_latest_revision_as_object()
    assert (draft.title, draft.corrections.get().text) == (TITLE, "Ghi nhầm số đảng viên.")


def test_child_objects_are_composed_when_the_page_is_saved(news_section, chart):
    article = ArticleFactory(parent=news_section)
    article.corrections.add(Correction(text=decomposed("Ghi nhầm số đảng viên.")))
    article.save()
    assert Correction.objects.get().text == "Ghi nhầm số đảng viên."
    chart.people.add(OrganisationPerson(unit="Đảng uỷ", name=decomposed("Nguyễn Thị Hoà"), position="Uỷ viên"))
    chart.save()
    assert OrganisationPerson.objects.filter(name="Nguyễn Thị Hoà").exists()


def test_what_the_form_of_a_page_sends_is_composed_everywhere(admin_client, news_section):
    form = article_form(
        title=decomposed(TITLE),
        slug="doi-moi",
        **{
            "corrections-TOTAL_FORMS": "1",
            "corrections-0-text": decomposed("Ghi nhầm số đảng viên."),
            "corrections-0-noted_on": "2026-11-22 10:00",
            "corrections-0-ORDER": "1",
            "corrections-0-DELETE": "",
            "tags": f'"{decomposed(MEETING)}"',
        },
    )
    address = reverse("wagtailadmin_pages:add", args=["news", "article", news_section.pk])
    assert admin_client.post(address, form).status_code == 302
    article = Article.objects.get()
    assert article.draft_title == TITLE
    assert Correction.objects.get().text == "Ghi nhầm số đảng viên."
    [revision] = Revision.objects.all()
    assert is_composed(json.dumps(revision.content, ensure_ascii=False))
    assert [tag.name for tag in Tag.objects.all()] == [MEETING]


# Tags: one for each word, however it was written


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (MEETING, decomposed(MEETING)),
        (decomposed(MEETING), MEETING),
        (MEETING, "Hội\u00a0nghị"),
        ("Đại hội", "đại hội"),
        ("ĐẢNG UỶ", decomposed("đảng uỷ")),
        ("Nghị quyết 18 (c)", "nghị quyết 18 (C)"),
    ],
)
def test_a_tag_is_used_again_where_only_the_way_of_writing_differs(news_section, first, second):
    article, image = ArticleFactory(parent=news_section), PortalImageFactory()
    article.tags.add(first)
    article.save()
    image.tags.add(second)
    [tag] = Tag.objects.all()
    assert is_composed(tag.name)
    assert tag == article.tags.get() == image.tags.get()


@pytest.mark.django_db
def test_one_tag_of_two_ways_of_writing_given_at_once(news_section):
    article = ArticleFactory(parent=news_section)
    article.tags.add(decomposed(MEETING), MEETING, "HỘI NGHỊ")
    assert len(Tag.objects.all()) == 1


@pytest.mark.django_db
def test_tags_with_other_tones_or_letters_are_others():
    image = PortalImageFactory()
    names = ["Đường hoa", "Dưỡng hoa", "Duong hoa", "Đường hoa.", "Đường hoax"]
    image.tags.add(*names)
    assert {tag.name for tag in Tag.objects.all()} == set(names)
