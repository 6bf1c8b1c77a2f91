"""Standard pages, organisation chart, contact, site map, galleries, notices."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.models import GalleryPage, NoticePage, OrganisationChartPage, StandardPage
from tests.factories import ArticleFactory, PortalFileFactory, SectionFactory
from tests.portal.conftest import picture
from tests.reading import Reading, read


def test_a_standard_page_has_its_introduction_and_text(visitor, about):
    page = read(visitor, about.get_url())
    assert page.text("h1") == "Giới thiệu"
    assert page.text(".page-head__intro") == "Đảng bộ xã có 24 chi bộ."
    assert page.text(".prose h2") == "Lịch sử"


def test_the_organisation_chart_groups_people_by_unit_in_the_order_of_staff(visitor, chart):
    page = read(visitor, chart.get_url())
    assert page.texts(".unit__title") == ["Thường trực Đảng uỷ", "Uỷ ban Kiểm tra"]
    assert page.texts(".person__name") == ["Lê Thị Hoa", "Nguyễn Văn An", "Trần Văn Bình"]
    first = page.texts(".person__text")[0]
    assert first == "Lê Thị Hoa Bí thư Đảng uỷ Phụ trách chung."


def test_an_empty_organisation_chart_says_so(visitor, home):
    page = home.add_child(instance=OrganisationChartPage(title="Cơ cấu tổ chức", slug="co-cau"))
    assert "đang được cập nhật" in read(visitor, page.get_url()).text("main")


def test_the_contact_page_gives_every_way_to_the_office(visitor, contact):
    page = read(visitor, contact.get_url())
    text = page.text("main")
    for known in (contact.address, contact.phone, contact.fax, contact.email, contact.opening_hours, "tầng một"):
        assert known in text
    assert {f"mailto:{contact.email}", contact.map_link} <= set(page.links("main a"))


def test_ways_to_the_office_that_are_unknown_are_not_shown(visitor, contact):
    contact.phone = contact.fax = contact.email = contact.opening_hours = contact.map_link = ""
    contact.save()
    page = read(visitor, contact.get_url())
    assert page.texts(".contact-list dt") == ["Địa chỉ"]


@pytest.mark.usefixtures("about", "notices", "contact")
def test_the_site_map_shows_sections_and_standing_pages_as_a_tree(visitor, home, news_section, site_map, about):
    SectionFactory(parent=news_section, title="Kiểm tra, giám sát", slug="kiem-tra")
    about.add_child(instance=StandardPage(title="Lịch sử Đảng bộ", slug="lich-su"))
    SectionFactory(parent=home, title="Bản nháp", live=False)
    SectionFactory(parent=SectionFactory(parent=home, title="Chưa mở", live=False), title="Dưới chưa mở")
    ArticleFactory(parent=news_section, title="Một bài báo")
    page = read(visitor, site_map.get_url())
    assert "Kiểm tra, giám sát" in page.text(".site-map__branch:has(a[href='/tin-tuc/'])")
    assert "Lịch sử Đảng bộ" in page.text(".site-map__branch:has(a[href='/gioi-thieu/'])")
    assert {"Thông báo", "Liên hệ"} <= set(page.texts(".site-map__title"))
    for left_out in ("Một bài báo", "Bản nháp", "Chưa mở", "Dưới chưa mở"):
        assert left_out not in page.text(".site-map")
    assert all(Reading(visitor, url).status == 200 for url in page.links(".site-map a"))


def test_galleries_are_listed_with_date_and_first_picture(visitor, galleries, gallery):
    page = read(visitor, galleries.get_url())
    assert page.text("h1") == "Thư viện ảnh"
    assert page.texts(".card-grid h2") == ["Tết trồng cây"]
    assert page.one(".card-grid img")["alt"] == "Đoàn viên trồng cây ven đường"
    assert "21/02/2026" in page.text(".card-grid")


def test_galleries_without_a_date_come_last_and_show_none(visitor, galleries, gallery):
    galleries.add_child(instance=GalleryPage(title="Không rõ ngày", slug="khong-ngay", pictures=[]))
    page = read(visitor, galleries.get_url())
    assert page.texts(".card-grid h2") == ["Tết trồng cây", "Không rõ ngày"]
    assert len(page.all(".card-grid time")) == 1


def test_a_gallery_shows_its_pictures_with_their_words(visitor, gallery):
    page = read(visitor, gallery.get_url())
    assert [img["alt"] for img in page.all(".picture-grid img")] == [
        "Đoàn viên trồng cây ven đường",
        "Hàng cây mới trồng",
    ]
    assert page.texts("figcaption") == ["Ngày chủ nhật xanh. Ảnh: Minh Hà"]
    assert [img.get("loading") for img in page.all(".picture-grid img")] == [None, "lazy"]
    assert page.one("a[data-back]")["href"] == "/thu-vien-anh/"


def test_a_decorative_first_picture_says_nothing_in_the_list(visitor, galleries):
    pictures = [("pictures", [picture(decorative=True)])]
    galleries.add_child(instance=GalleryPage(title="Hoa văn", slug="hoa-van", pictures=pictures))
    assert read(visitor, galleries.get_url()).one(".card-grid img")["alt"] == ""


def test_empty_indexes_say_so(visitor, galleries, notices):
    assert "chưa có" in read(visitor, galleries.get_url()).text("main").lower()
    assert "thông báo" in read(visitor, notices.get_url()).text(".empty-state").lower()


def test_a_notice_has_date_text_and_attachments(visitor, notice):
    paper = PortalFileFactory(title="Giấy mời")
    notice.attachments = [("attachment", {"title": "", "file": paper})]
    notice.save()
    page = read(visitor, notice.get_url())
    assert "02/11/2026" in page.text(".page-head")
    assert "7 giờ 30" in page.text(".prose")
    assert page.links(".prose a") == [paper.url]


def test_notices_are_listed_newest_first_with_their_beginning(visitor, notices, notice):
    notices.add_child(instance=NoticePage(title="Không rõ ngày", slug="khong-ngay", text="<p>Chữ</p>"))
    page = read(visitor, notices.get_url())
    assert page.texts(".notices__list h2") == ["Lịch họp chi bộ", "Không rõ ngày"]
    assert "Mời các đồng chí dự họp lúc 7 giờ 30." in page.text(".notices__item:first-child")


def test_a_notice_is_gone_at_the_second_it_expires(visitor, notices, notice):
    notice.expire_at = timezone.now() + timedelta(hours=1)
    notice.save()
    assert read(visitor, notices.get_url()).texts(".notices__list h2") == [notice.title]
    NoticePage.objects.update(expire_at=timezone.now())
    assert NoticePage.objects.get().live, "the scheduler has not come by yet"
    assert Reading(visitor, notice.get_url()).status == 404
    assert notice.title not in read(visitor, notices.get_url()).html
