"""Believable content for tests, made as the portal itself makes it."""

import io
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import connections
from django.db.models import Model
from django.db.models.sql import InsertQuery
from django.utils import timezone
from factory.declarations import LazyFunction, Sequence
from factory.django import DjangoModelFactory
from PIL import Image as Pillow
from wagtail.models import Locale, Page
from wagtail_factories import PageFactory

from documents.models import DocumentRegister, DocumentType, Issuer, OfficialDocument
from documents.models.levels import IssuerLevel, Sphere
from news.models import Article, Section
from portal.editorial.content import digest_of
from portal.editorial.models import Approval
from portal.editorial.workflows import workflow_of
from portal.models import PortalFile, PortalImage, StandardPage

TITLES = (
    "Chi bộ thôn Đồng Tiến sinh hoạt chuyên đề về làm đường hoa",
    "Đảng uỷ xã sơ kết sáu tháng thực hiện nghị quyết",
    "Kiểm tra việc chấp hành Điều lệ Đảng tại hai chi bộ",
    "Kết nạp bảy quần chúng ưu tú vào Đảng dịp Quốc khánh",
    "Người bí thư chi bộ vận động bà con hiến đất mở đường",
)


def picture_file(
    size: tuple[int, int] = (640, 480), image_format: str = "JPEG", colour: str = "#a8121a", **save: Any
) -> bytes:
    """The bytes of a plain picture."""
    out = io.BytesIO()
    Pillow.new("RGB", size, colour).save(out, image_format, **save)
    return out.getvalue()


def approval_of(page: Page) -> Approval:
    """As a chief editor writes it who approves what ``page`` holds."""
    kind = Approval.Kind.APPROVAL
    return Approval(page_id=page.pk, digest=digest_of(page), kind=kind, workflow=workflow_of(page))


class ApprovedPageFactory(PageFactory):
    """Pages that are live are approved, as the portal has them."""

    class Meta:
        abstract = True

    @classmethod
    def _create_instance(cls, model_class: type[Page], parent: Page, kwargs: dict[str, Any]) -> Page:
        live = kwargs.pop("live", True)
        page: Page = super()._create_instance(model_class, parent, {**kwargs, "live": False})
        if live:
            approval_of(page).save()
            page.live = True
            page.save()
        return page


class SectionFactory(ApprovedPageFactory):
    title = Sequence(lambda number: f"Chuyên mục {number}")

    class Meta:
        model = Section


class ArticleFactory(ApprovedPageFactory):
    title = Sequence(lambda number: f"{TITLES[number % len(TITLES)]} ({number})")
    sapo = "<p>Buổi sinh hoạt diễn ra cởi mở, dân chủ, đi thẳng vào việc của thôn.</p>"
    published_on = LazyFunction(timezone.now)

    class Meta:
        model = Article


class IssuerFactory(DjangoModelFactory):
    name = Sequence(lambda number: f"Đảng uỷ xã Yên Thạch {number}")
    abbreviation = "ĐU"
    level = IssuerLevel.GRASS_ROOTS
    slug = Sequence(lambda number: f"dang-uy-xa-yen-thach-{number}")

    class Meta:
        model = Issuer


class DocumentRegisterFactory(ApprovedPageFactory):
    title = "Văn bản"
    slug = Sequence(lambda number: f"van-ban-{number}" if number else "van-ban")

    class Meta:
        model = DocumentRegister


class OfficialDocumentFactory(ApprovedPageFactory):
    """A directive of the secretariat, unless said."""

    title = ""
    slug = ""
    abstract = "về nâng cao chất lượng sinh hoạt chi bộ"
    document_type = LazyFunction(lambda: DocumentType.objects.get(name="Chỉ thị", sphere=Sphere.PARTY))
    issuer = LazyFunction(lambda: Issuer.objects.get(name="Ban Bí thư"))
    without_secrets = True

    class Meta:
        model = OfficialDocument


class StandardPageFactory(ApprovedPageFactory):
    title = Sequence(lambda number: f"Giới thiệu {number}")

    class Meta:
        model = StandardPage


class PortalImageFactory(DjangoModelFactory):
    title = Sequence(lambda number: f"Ảnh hội nghị {number}")
    file = LazyFunction(lambda: ContentFile(picture_file(), name="hoi-nghi.jpg"))

    class Meta:
        model = PortalImage


class PortalFileFactory(DjangoModelFactory):
    title = Sequence(lambda number: f"Tài liệu {number}")
    file = LazyFunction(lambda: ContentFile(b"%PDF-1.4\n%EOF\n", name="tai-lieu.pdf"))

    class Meta:
        model = PortalFile


def publish(page: Any, at: datetime | None = None) -> Any:
    """Publish ``page`` as the admin does, so that it has a live revision."""
    if at is not None:
        page.first_published_at = at
    revision = page.save_revision()
    approval_of(page).save()
    revision.publish()
    page.refresh_from_db()
    return page


def many_articles(section: Section, count: int, start: datetime) -> None:
    """``count`` live articles in ``section``, one an hour from ``start``, written in bulk."""
    first = Section.objects.get(pk=section.pk).numchild
    kind = ContentType.objects.get_for_model(Article)
    locale = Locale.get_default()
    pages: list[Page] = []
    articles: list[Model] = []
    for number in range(first, first + count):
        slug = f"bai-{number}"
        pages.append(
            Page(
                title=f"{TITLES[number % len(TITLES)]} số {number}",
                draft_title="",
                slug=slug,
                path=Page._get_path(section.path, section.depth + 1, number + 1),
                depth=section.depth + 1,
                url_path=f"{section.url_path}{slug}/",
                content_type=kind,
                locale=locale,
                live=True,
                last_published_at=start,
            )
        )
    Page.objects.bulk_create(pages, batch_size=1000)
    made = Page.objects.filter(
        path__startswith=section.path, depth=section.depth + 1, slug__startswith="bai-"
    ).order_by("path")
    for hour, page in enumerate(made[first:], start=first):
        article = Article(
            page_ptr_id=page.pk, published_on=start + timedelta(hours=hour), parent_section=section, base_views=hour
        )
        article.__dict__.update({name: value for name, value in page.__dict__.items() if name != "_state"})
        article.ordered_at = start + timedelta(hours=hour)
        article.body = []
        articles.append(article)
    _insert(articles)
    Section.objects.filter(pk=section.pk).update(numchild=first + count)


def _insert(articles: list[Model]) -> None:
    """The rows of the child table; ``bulk_create`` refuses models with a parent."""
    fields = list(Article._meta.local_concrete_fields)
    for begin in range(0, len(articles), 40):
        query = InsertQuery(Article)
        query.insert_values(fields, articles[begin : begin + 40])
        query.get_compiler(connection=connections["default"]).execute_sql()
