"""Pages of every type, as staff make them."""

from datetime import date

import pytest

from portal.models import (
    ContactPage,
    GalleryIndexPage,
    GalleryPage,
    NoticeIndexPage,
    NoticePage,
    OrganisationChartPage,
    OrganisationPerson,
    SiteMapPage,
    StandardPage,
)
from tests.factories import PortalImageFactory


def picture(**values):
    """A value of the picture block."""
    alt_text = "Đoàn viên trồng cây ven đường"
    made = {"alt_text": alt_text, "decorative": False, "caption": "Ngày chủ nhật xanh", "credit": "Minh Hà", **values}
    return made if "image" in made else {"image": PortalImageFactory(title="IMG_9"), **made}


@pytest.fixture
def galleries(home) -> GalleryIndexPage:
    return home.add_child(instance=GalleryIndexPage(title="Thư viện ảnh", slug="thu-vien-anh", intro="Ảnh hoạt động."))


@pytest.fixture
def gallery(galleries) -> GalleryPage:
    pictures = [("pictures", [picture(), picture(alt_text="Hàng cây mới trồng", caption="", credit="")])]
    made = GalleryPage(title="Tết trồng cây", slug="tet-trong-cay", taken_on=date(2026, 2, 21), pictures=pictures)
    return galleries.add_child(instance=made)


@pytest.fixture
def notices(home) -> NoticeIndexPage:
    return home.add_child(instance=NoticeIndexPage(title="Thông báo", slug="thong-bao"))


@pytest.fixture
def notice(notices) -> NoticePage:
    text = "<p>Mời các đồng chí dự họp lúc <b>7 giờ 30</b>.</p>"
    made = NoticePage(title="Lịch họp chi bộ", slug="lich-hop", issued_on=date(2026, 11, 2), text=text)
    return notices.add_child(instance=made)


@pytest.fixture
def contact(home) -> ContactPage:
    return home.add_child(
        instance=ContactPage(
            title="Liên hệ",
            slug="lien-he",
            address="Trụ sở Đảng uỷ xã Lương Minh",
            phone="0203 3888 000",
            fax="0203 3888 001",
            email="danguy@luongminh.example.vn",
            opening_hours="Thứ Hai đến Thứ Sáu: 7 giờ 30 đến 16 giờ 30",
            map_link="https://ban-do.example.vn/luong-minh",
            body="<p>Bộ phận một cửa ở tầng một.</p>",
        )
    )


@pytest.fixture
def chart(home) -> OrganisationChartPage:
    page = home.add_child(instance=OrganisationChartPage(title="Cơ cấu tổ chức", slug="co-cau-to-chuc"))
    people = [
        ("Thường trực Đảng uỷ", "Lê Thị Hoa", "Bí thư Đảng uỷ", "Phụ trách chung."),
        ("Uỷ ban Kiểm tra", "Trần Văn Bình", "Chủ nhiệm", "Kiểm tra, giám sát."),
        ("Thường trực Đảng uỷ", "Nguyễn Văn An", "Phó Bí thư Thường trực", ""),
    ]
    for place, (unit, name, position, duties) in enumerate(people):
        person = OrganisationPerson(unit=unit, name=name, position=position, duties=duties, sort_order=place)
        page.people.add(person)
    page.save()
    return page


@pytest.fixture
def about(home) -> StandardPage:
    body = [("paragraph", "<h2>Lịch sử</h2><p>Đảng bộ xã thành lập năm 1950.</p>")]
    page = StandardPage(title="Giới thiệu", slug="gioi-thieu", intro="Đảng bộ xã có 24 chi bộ.", body=body)
    page.show_in_menus = True
    return home.add_child(instance=page)


@pytest.fixture
def site_map(home) -> SiteMapPage:
    return home.add_child(instance=SiteMapPage(title="Sơ đồ cổng", slug="so-do"))


@pytest.fixture
def every_page(galleries, gallery, notices, notice, contact, chart, about, site_map):
    """The addresses of one page of each type outside news."""
    return [page.get_url() for page in (galleries, gallery, notices, notice, contact, chart, about, site_map)]
