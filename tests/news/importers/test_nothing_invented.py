"""What an import writes was said by its page: no date, no description and no picture comes from elsewhere."""

import io
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.blocks import StructBlockValidationError

from news.importers import services
from news.importers.reading import read_article
from news.models import Article, ImportRecord
from portal.models import PortalImage
from tests.factories import picture_file
from tests.reading import read

pytestmark = pytest.mark.django_db

FIXTURES = Path(__file__).parent / "fixtures"
UNDATED = FIXTURES / "thuc_don_khong_ngay.txt"
PAGE = """<html><head><title>Trang</title></head><body><h1>Chi bộ xóm Đồng họp bàn chuyện nước sạch</h1>{head}
<p>Cuộc họp kéo dài hai giờ, mười bốn đảng viên đều phát biểu, ai cũng mang theo một ca nước giếng nhà mình để so màu.</p>
<p>Chi bộ giao ba người đi xin khảo sát, hạn cuối tháng phải có câu trả lời trước toàn thể bà con trong thôn.</p>{middle}
<p>Cuộc họp tháng sau sẽ nghe ba người báo cáo lại, khi đó chi bộ mới ra nghị quyết về việc góp tiền làm bể lọc.</p>
</body></html>"""
PLAIN = '<p><img src="{name}.jpg"></p>'
CAPTIONED = '<figure><img src="{name}.jpg"><figcaption>Ba ca nước giếng đặt cạnh nhau</figcaption></figure>'

NO_DESCRIPTION = "Ảnh chưa có văn bản thay thế riêng"


def run(*arguments: object) -> str:
    out = io.StringIO()
    call_command("import_articles", *map(str, arguments), stdout=out)
    return out.getvalue()


@pytest.fixture
def import_page(tmp_path, news_section):
    """Imports and publishes a page with its pictures ``dau.jpg`` and ``giua.jpg``."""

    def make(head: str = "", middle: str = "") -> Article:
        for name, colour in (("dau", "#a8121a"), ("giua", "#1a12a8")):
            (tmp_path / f"{name}.jpg").write_bytes(picture_file(colour=colour))
        page = tmp_path / "bai.html"
        page.write_text(PAGE.format(head=head, middle=middle))
        run(page, "--publish")
        return Article.objects.get()

    return make


def test_a_page_without_date_is_published_without_date(news_section):
    run(UNDATED, "--publish")
    article = Article.objects.get()
    assert article.live
    assert article.published_on is None
    assert article.dateline == ""
    assert ImportRecord.objects.get().article == article


def test_what_was_imported_without_date_as_a_draft_is_published_so_too(news_section):
    run(UNDATED)
    run(UNDATED, "--publish")
    assert Article.objects.get().live
    assert Article.objects.get().published_on is None


def test_an_update_that_stands_in_for_the_publication_is_told(tmp_path, news_section):
    page = tmp_path / "bai.html"
    page.write_text(PAGE.format(head="<p>Cập nhật lúc: 14:30 - 05/10/2020</p>", middle=""))
    run(page)
    article = Article.objects.get()
    assert article.dateline == "Thứ Hai, 05/10/2020, 14:30 [GMT+7]"
    assert "chỉ ghi ngày cập nhật" in article.review_note


def test_no_such_note_where_both_dates_stand(tmp_path):
    both = "<p>Ngày đăng: 04/10/2020</p><p>Cập nhật lúc: 14:30 - 05/10/2020</p>"
    reading = read_article(tmp_path / "bai.html", PAGE.format(head=both, middle="").encode())
    assert [str(note.message) for note in reading.notes if "cập nhật" in str(note.message)] == []


@pytest.mark.parametrize("markup", [PLAIN, CAPTIONED])
def test_a_picture_in_the_text_without_description_gets_none(visitor, import_page, markup):
    article = import_page(middle=markup.format(name="giua"))
    (block,) = [block for block in article.body if block.block_type == "image"]
    assert (block.value["alt_text"], block.value["decorative"]) == ("", False)
    assert NO_DESCRIPTION in article.review_note
    assert read(visitor, article.get_url()).one(".article img:not(.print-address__code)")["alt"] == ""
    with pytest.raises(StructBlockValidationError):
        block.block.clean(block.value)


@pytest.mark.parametrize("markup", [PLAIN, CAPTIONED])
def test_a_lead_picture_without_description_gets_none(admin_client, visitor, import_page, markup):
    article = import_page(head=markup.format(name="dau"))
    assert article.picture is not None
    assert article.picture_alt == ""
    assert article.picture_caption == ("Ba ca nước giếng đặt cạnh nhau" if markup == CAPTIONED else "")
    assert NO_DESCRIPTION in article.review_note
    assert read(visitor, article.get_url()).one(".article > figure img")["alt"] == ""


def test_the_next_editor_is_asked_for_the_description(admin_client, import_page):
    article = import_page(head=PLAIN.format(name="dau"))
    form = {
        "title": article.title,
        "slug": article.slug,
        "sapo": "null",
        "body-count": "0",
        "picture": article.picture_id,
    }
    for formset in ("corrections", "related_picks", "comments"):
        form |= {f"{formset}-TOTAL_FORMS": "0", f"{formset}-INITIAL_FORMS": "0"}
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    answer = admin_client.post(address, {**form, "picture_alt": " "})
    assert "Hãy tả ảnh" in str(answer.context["form"].errors["picture_alt"])
    assert admin_client.post(address, {**form, "picture_alt": "Ba ca nước"}).status_code == 302


def test_the_same_page_makes_the_same_blocks(import_page, tmp_path, news_section):
    first = import_page(middle=CAPTIONED.format(name="giua")).body.raw_data
    ImportRecord.objects.all().delete()
    Article.objects.get().delete()
    second = import_page(middle=CAPTIONED.format(name="giua")).body.raw_data
    assert [block["id"] for block in second] == [block["id"] for block in first]
    assert len({block["id"] for block in first}) == len(first) == 3


@pytest.mark.parametrize("failure", [RuntimeError("đĩa đầy"), KeyboardInterrupt()], ids=["error", "interrupted"])
def test_a_failure_leaves_no_picture_files(import_page, monkeypatch, failure):
    def failing(*arguments: object) -> str:
        assert PortalImage.objects.count() == 2
        raise failure

    before = originals()
    monkeypatch.setattr(services, "article_digest", failing)
    with pytest.raises((Article.DoesNotExist, SystemExit)):
        import_page(PLAIN.format(name="dau"), PLAIN.format(name="giua"))
    assert not PortalImage.objects.exists()
    assert originals() == before


def test_a_failure_keeps_the_files_of_other_articles(import_page, tmp_path, monkeypatch):
    import_page(PLAIN.format(name="dau"))
    kept = originals()
    page = tmp_path / "khac.html"
    page.write_text(PAGE.format(head=PLAIN.format(name="dau"), middle="").replace("xóm Đồng", "xóm Đoài"))

    def failing(*arguments: object) -> str:
        raise RuntimeError("đĩa đầy")

    monkeypatch.setattr(services, "article_digest", failing)
    run(page)
    assert Article.objects.count() == PortalImage.objects.count() == 1
    assert originals() == kept


def originals() -> set[str]:
    """All files of the store of originals."""
    field = PortalImage._meta.get_field("file")
    return {str(path) for path in Path(field.storage.location).rglob("*") if path.is_file()}
