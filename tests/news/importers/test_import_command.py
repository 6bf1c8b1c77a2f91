"""``manage.py import_articles``: what is written, what is left alone, what is said."""

import errno
import io
import os
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from PIL import Image as Pillow
from wagtail.models import Revision

from news.importers import services
from news.models import Article, ImportRecord, Section
from portal.models import PortalImage
from tests.factories import picture_file

pytestmark = pytest.mark.django_db

FIXTURES = Path(__file__).parent / "fixtures"
DATED, UNTITLED, LEGACY = "co_thuc_don.txt", "khong_tieu_de.txt", "khung_bang_tcvn3.html"


@pytest.fixture
def pages(tmp_path, news_section) -> Path:
    """A folder with three saved pages."""
    folder = tmp_path / "luu"
    folder.mkdir()
    for name in (DATED, UNTITLED, LEGACY):
        (folder / name).write_bytes((FIXTURES / name).read_bytes())
    return folder


def run(*arguments: object) -> str:
    out = io.StringIO()
    call_command("import_articles", *map(str, arguments), stdout=out)
    return out.getvalue()


def counts(output: str) -> tuple[int, ...]:
    """New, updated, unchanged, edited, refused: the numbers of the last line."""
    return tuple(map(int, re.findall(r"\d+", output.strip().splitlines()[-1])))


def state() -> tuple[int, int, int, int]:
    return (
        Article.objects.count(),
        Revision.objects.count(),
        ImportRecord.objects.count(),
        PortalImage.objects.count(),
    )


def article(start: str) -> Article:
    return Article.objects.get(title__startswith=start)


def test_last_line_counts_in_vietnamese(pages):
    assert run(pages).strip().splitlines()[-1] == "3 nhập mới · 0 cập nhật · 0 không đổi · 0 đã sửa tay · 0 từ chối"


def test_fields_of_a_published_article(pages, news_section):
    run(pages, "--publish")
    found = article("Tỉnh uỷ Vân Sơn")
    assert found.live
    assert found.get_parent().specific == news_section
    assert found.slug == "tinh-uy-van-son-so-ket-mot-nam-doi-moi-sinh-hoat-chi-bo-o-khu-dan-cu"
    assert found.dateline == "Thứ Hai, 05/10/2020, 08:15 [GMT+7]"
    assert found.ordered_at == found.published_on
    assert (found.author_name, found.source_tag, found.base_views) == ("Hà Giang Nam", "VSO", 1113)
    assert found.sapo.startswith("<p>Chiều 2/10, Ban Thường vụ")
    assert sorted(found.tags.names()) == ["Vân Sơn", "khu dân cư", "sinh hoạt chi bộ"]
    assert found.picture_caption == "Quang cảnh hội nghị tại điểm cầu Tỉnh uỷ"


def test_drafts_unless_told_to_publish(pages):
    run(pages)
    assert not Article.objects.filter(live=True).exists()
    assert not Article.objects.filter(first_published_at__isnull=False).exists()


def test_an_article_without_title_stays_a_draft(pages):
    run(pages, "--publish")
    draft = article("[Chưa có tiêu đề] Thực hiện chương trình công tác năm")
    assert not draft.live
    assert draft.published_on is None
    assert draft.dateline == ""
    assert draft.ordered_at is not None
    assert draft.review_note


def test_converted_text_is_flagged_for_review(pages):
    run(pages)
    assert "TCVN3" in article("Bưởi Yên Khê").review_note


def test_running_twice_changes_nothing(pages):
    run(pages, "--publish")
    before = state()
    assert counts(run(pages, "--publish")) == (0, 0, 3, 0, 0)
    assert state() == before


def test_moved_and_renamed_files_are_known_by_their_content(pages, tmp_path):
    run(pages)
    before = state()
    (pages / DATED).rename(tmp_path / "doi-ten.txt")
    assert counts(run(tmp_path / "doi-ten.txt")) == (0, 0, 1, 0, 0)
    assert state() == before


def test_a_moved_file_that_changes_later_updates_its_article(pages, tmp_path):
    run(pages)
    moved = tmp_path / "doi-ten.txt"
    (pages / DATED).rename(moved)
    run(moved)
    moved.write_text(moved.read_text().replace("mười lăm chi bộ", "mười sáu chi bộ"))
    assert counts(run(moved)) == (0, 1, 0, 0, 0)


def test_the_same_page_saved_twice_is_one_article(pages):
    (pages / "ban-sao.txt").write_bytes((pages / DATED).read_bytes())
    assert counts(run(pages)) == (3, 0, 1, 0, 0)


def test_two_files_of_one_name_are_two_articles(pages):
    (pages / "khac").mkdir()
    (pages / "khac" / DATED).write_bytes((FIXTURES / "bao_dia_phuong.txt").read_bytes())
    assert counts(run(pages))[0] == 4


def test_a_changed_file_updates_its_article(pages):
    run(pages, "--publish")
    correct(pages / DATED)
    assert counts(run(pages, "--publish")) == (0, 1, 2, 0, 0)
    found = article("Tỉnh uỷ Vân Sơn")
    assert "mười sáu chi bộ" in str(found.body)
    assert found.live
    assert counts(run(pages, "--publish")) == (0, 0, 3, 0, 0)


@pytest.mark.parametrize("asked", [["--draft"], []])
def test_a_correction_of_a_live_article_waits_as_a_draft(pages, asked):
    run(pages, "--publish")
    correct(pages / DATED)
    output = run(pages, *asked)
    assert counts(output) == (0, 1, 2, 0, 0)
    assert "(vẫn đăng bản cũ, bản sửa là bản nháp)" in output
    found = article("Tỉnh uỷ Vân Sơn")
    assert found.live
    assert "mười sáu chi bộ" not in str(found.body)
    assert "mười sáu chi bộ" in str(found.get_latest_revision_as_object().body)
    assert counts(run(pages, *asked)) == (0, 0, 3, 0, 0)

    assert counts(run(pages, "--publish")) == (0, 1, 2, 0, 0)
    assert "mười sáu chi bộ" in str(article("Tỉnh uỷ Vân Sơn").body)
    assert counts(run(pages, "--publish")) == (0, 0, 3, 0, 0)


def test_what_a_person_edited_is_never_overwritten(pages):
    run(pages, "--publish")
    draft = article("[Chưa có tiêu đề]")
    draft.title = "Đồi Chè rà soát việc miễn sinh hoạt"
    draft.save_revision().publish()
    page = pages / UNTITLED
    assert counts(run(pages, "--publish")) == (0, 0, 2, 1, 0)
    page.write_text(page.read_text().replace("mười ngày", "chín ngày"))
    before = state()
    assert counts(run(pages, "--publish")) == (0, 0, 2, 1, 0)
    assert state() == before
    draft.refresh_from_db()
    assert draft.title == "Đồi Chè rà soát việc miễn sinh hoạt"
    assert draft.live


def test_an_unpublished_edit_counts_as_an_edit(pages):
    run(pages)
    found = article("Tỉnh uỷ Vân Sơn")
    found.kicker = "Sơ kết"
    found.save_revision()
    assert counts(run(pages)) == (0, 0, 2, 1, 0)


@pytest.mark.parametrize("state_asked", ["--publish", "--draft"])
def test_saving_without_a_change_is_no_edit(pages, state_asked):
    run(pages, state_asked)
    article("Tỉnh uỷ Vân Sơn").save_revision()
    assert counts(run(pages)) == (0, 0, 3, 0, 0)


def test_a_deleted_article_is_not_made_again(pages):
    run(pages)
    article("Tỉnh uỷ Vân Sơn").delete()
    assert counts(run(pages)) == (0, 0, 2, 1, 0)


def test_publishing_what_was_imported_as_drafts(pages):
    run(pages, "--draft")
    assert counts(run(pages, "--publish")) == (0, 2, 1, 0, 0)
    assert Article.objects.filter(live=True).count() == 2
    assert counts(run(pages, "--publish")) == (0, 0, 3, 0, 0)


def test_an_article_that_was_taken_down_is_not_published_again(pages):
    run(pages, "--publish")
    article("Tỉnh uỷ Vân Sơn").unpublish()
    output = run(pages, "--publish")
    assert counts(output) == (0, 0, 2, 1, 0)
    assert "đã được người dùng gỡ xuống" in output
    assert not article("Tỉnh uỷ Vân Sơn").live


def correct(page: Path) -> None:
    page.write_text(page.read_text().replace("mười lăm chi bộ", "mười sáu chi bộ"))


def take_down(found: Article) -> None:
    found.unpublish()


def lock(found: Article) -> None:
    found.locked = True
    found.save()


@pytest.mark.parametrize("decide", [take_down, lock])
@pytest.mark.parametrize("state_asked", ["--publish", "--draft"])
def test_a_corrected_file_does_not_overrule_staff(pages, decide, state_asked):
    run(pages, "--publish")
    decide(article("Tỉnh uỷ Vân Sơn"))
    correct(pages / DATED)
    live, before = article("Tỉnh uỷ Vân Sơn").live, state()
    assert counts(run(pages, state_asked)) == (0, 0, 2, 1, 0)
    assert state() == before
    found = article("Tỉnh uỷ Vân Sơn")
    assert found.live == live
    assert "mười sáu chi bộ" not in str(found.get_latest_revision_as_object().body)


def test_a_locked_draft_is_not_published(pages):
    run(pages)
    lock(article("Tỉnh uỷ Vân Sơn"))
    assert counts(run(pages, "--publish")) == (0, 1, 1, 1, 0)
    assert not article("Tỉnh uỷ Vân Sơn").live


def test_the_section_the_page_names(pages, news_section):
    named = Section(title="Xây dựng Đảng", slug="xay-dung-dang")
    news_section.add_child(instance=named)
    run(pages)
    assert article("Tỉnh uỷ Vân Sơn").get_parent().specific == named


def test_section_given_by_slug(pages, news_section):
    chosen = Section(title="Kho bài cũ", slug="kho-bai-cu")
    news_section.add_child(instance=chosen)
    run(pages, "--section", "kho-bai-cu")
    assert {found.get_parent().specific for found in Article.objects.all()} == {chosen}


@pytest.mark.parametrize("arguments", [["--section", "khong-co"], ["/khong/co/tep.txt"]])
def test_wrong_arguments_stop_before_anything_is_written(pages, arguments):
    with pytest.raises(CommandError):
        run(pages, *arguments)
    assert not Article.objects.exists()


def test_trial_run_shows_fields_with_lines_and_writes_nothing(pages):
    before = state()
    output = run(pages / DATED, "--dry-run", "--publish")
    assert state() == before
    assert re.search(r"Hà Giang Nam .*30", output)
    assert re.search(r"1\.113 .*33", output)
    assert "Thứ Hai, 05/10/2020, 08:15" in output
    assert counts(output) == (1, 0, 0, 0, 0)


def test_a_bad_file_does_not_stop_the_others(pages):
    (pages / "anh.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    output = run(pages)
    assert counts(output) == (3, 0, 0, 0, 1)
    assert "anh.html" in output


def test_a_folder_that_cannot_be_read_does_not_stop_the_others(pages, monkeypatch):
    locked = pages / "a_khoa"
    locked.mkdir()
    (locked / "bai.txt").write_text("Bài không đọc được")
    locked.chmod(0)
    if os.access(locked, os.R_OK):  # no lock holds root
        real = os.scandir

        def scandir(path):
            if Path(path) == locked:
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            return real(path)

        monkeypatch.setattr(os, "scandir", scandir)
    try:
        output = run(pages)
        assert counts(output) == (3, 0, 0, 0, 1)
        assert re.search(r"^từ chối: .*a_khoa: Không đọc được thư mục", output, re.MULTILINE)
        assert counts(run(locked)) == (0, 0, 0, 0, 1)
    finally:
        locked.chmod(0o700)


def test_a_failure_while_writing_leaves_nothing_of_its_file(pages, monkeypatch):
    real = services.article_digest

    def failing(found: Article) -> str:
        if found.title.startswith("Tỉnh uỷ"):
            raise RuntimeError("đĩa đầy")
        return real(found)

    monkeypatch.setattr(services, "article_digest", failing)
    assert counts(run(pages)) == (2, 0, 0, 0, 1)
    assert not Article.objects.filter(title__startswith="Tỉnh uỷ").exists()
    assert ImportRecord.objects.count() == 2


def test_interrupted_and_run_again(pages, monkeypatch):
    real = services.draft_article

    def interrupted(reading, pictures):
        if Article.objects.exists():
            raise KeyboardInterrupt
        return real(reading, pictures)

    with monkeypatch.context() as patch:
        patch.setattr(services, "draft_article", interrupted)
        with pytest.raises(SystemExit) as stopped:
            run(pages)
    assert stopped.value.code == 130
    assert counts(run(pages)) == (2, 0, 1, 0, 0)


def test_companions_of_saved_pages_are_passed_over(pages):
    companions = pages / "bai_files"
    companions.mkdir()
    (companions / "quang-cao.html").write_text("<p>Quảng cáo</p>")
    (pages / "ghi-chu.docx").write_bytes(b"PK")
    assert counts(run(pages)) == (3, 0, 0, 0, 0)


def test_pictures_saved_beside_the_page_come_along(tmp_path, news_section):
    (tmp_path / "bai.html").write_bytes((FIXTURES / "bao_hien_dai.html").read_bytes())
    (tmp_path / "2.jpg").write_bytes(picture_file())
    run(tmp_path / "bai.html")
    found = article("Chi bộ cửa khẩu")
    (block,) = [block for block in found.body if block.block_type == "image"]
    assert block.value["alt_text"] == "Vở tập viết xếp trên bàn gỗ"
    assert block.value["caption"] == "Những cuốn vở do bộ đội đóng tặng"
    assert block.value["image"] == PortalImage.objects.get()


def test_a_picture_with_metadata_is_stored_once(tmp_path, news_section):
    """It is kept without them, so its bytes are others than those in the folder."""
    page = tmp_path / "bai.html"
    page.write_bytes((FIXTURES / "bao_hien_dai.html").read_bytes())
    exif = Pillow.Exif()
    exif[0x010F] = "Máy ảnh"
    (tmp_path / "2.jpg").write_bytes(picture_file(exif=exif))
    run(page)
    page.write_text(page.read_text().replace("Vở tập viết", "Chồng vở tập viết"))
    assert counts(run(page)) == (0, 1, 0, 0, 0)
    assert PortalImage.objects.count() == 1


def test_no_picture_is_taken_from_outside_the_folder(tmp_path, news_section):
    (tmp_path / "mat.jpg").write_bytes(picture_file())
    folder = tmp_path / "luu"
    folder.mkdir()
    page = (FIXTURES / "bao_hien_dai.html").read_text().replace('src="2.jpg"', 'src="../mat.jpg"')
    (folder / "bai.html").write_text(page)
    run(folder)
    assert not PortalImage.objects.exists()


def test_body_survives_the_editor(pages, news_section):
    """Opening and saving in the admin changes nothing that the digest sees."""
    from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

    from portal.blocks import RICH_TEXT_FEATURES

    for name in ("huyen_khung_cu.txt", "bang_va_danh_sach.txt", "blog_kieu_moi.html", "sharepoint.html"):
        run(FIXTURES / name)
    converter = ContentstateConverter(features=RICH_TEXT_FEATURES)
    for found in Article.objects.all():
        for block in found.body:
            if block.block_type == "paragraph":
                source = block.value.source
                saved = converter.to_database_format(converter.from_database_format(source))
                assert re.sub(r' data-block-key="[^"]*"', "", saved) == source
