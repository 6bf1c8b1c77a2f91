"""The demo's sections, three levels deep in places."""

from __future__ import annotations

from datetime import timedelta

from wagtail.models import Page

from news.models import Section
from portal.demo.accounts import demo_user
from portal.demo.publishing import at, publish, publish_child
from portal.demo.registry import DemoRun
from portal.models import HomePage

#: (slug, title, in the menu, introduction, sections below)
Tree = tuple[tuple[str, str, bool, str, "Tree"], ...]

SECTIONS: Tree = (
    ("tin-tuc", "Tin tức", True, "Tin hoạt động trong xã, cập nhật hằng ngày.", (
        ("tin-dang-uy", "Tin Đảng uỷ", True, "Hội nghị, kết luận, chỉ đạo của Đảng uỷ xã.", ()),
        ("mat-tran-doan-the", "Mặt trận, đoàn thể", True, "Hoạt động của Mặt trận Tổ quốc và các đoàn thể.", ()),
        ("quoc-phong-an-ninh", "Quốc phòng, an ninh", True, "Nhiệm vụ quân sự địa phương, giữ gìn an ninh, trật tự.", ()),
    )),
    ("xay-dung-dang", "Xây dựng Đảng", True, "Công tác xây dựng Đảng ở 34 chi bộ trực thuộc.", (
        ("to-chuc-xay-dung-dang", "Tổ chức xây dựng Đảng", True, "Phát triển đảng viên, đại hội, nghiệp vụ công tác đảng viên.", ()),
        ("sinh-hoat-chi-bo", "Sinh hoạt chi bộ", True, "Sinh hoạt thường kỳ, chuyên đề, cách làm hay ở các chi bộ.", ()),
        ("to-chuc-kiem-tra", "Tổ chức kiểm tra", True, "Công tác của Uỷ ban Kiểm tra Đảng uỷ xã.", (
            ("kiem-tra-giam-sat", "Kiểm tra, giám sát", False, "Chương trình, kết quả kiểm tra, giám sát.", ()),
        )),
        ("tuyen-giao-va-dan-van", "Tuyên giáo và dân vận", True, "Thông tin, tuyên truyền và dân vận khéo.", ()),
    )),
    ("hoc-tap-va-lam-theo-bac", "Học tập và làm theo Bác", True, "Những việc làm nhỏ, đều và thật.", ()),
    ("kinh-te-xa-hoi", "Kinh tế – xã hội", True, "Đời sống, sản xuất và những đổi thay ở thôn, bản.", (
        ("nong-thon-moi", "Nông thôn mới", True, "Đường làng, môi trường, vườn mẫu.", ()),
        ("nong-nghiep", "Nông nghiệp", True, "Mùa vụ, hợp tác xã, tiêu thụ nông sản.", ()),
        ("chuyen-doi-so", "Chuyển đổi số", True, "Dịch vụ công trực tuyến, tổ công nghệ số cộng đồng.", ()),
        ("van-hoa-giao-duc", "Văn hoá – giáo dục", True, "Trường học, văn hoá, thể thao.", ()),
        ("an-sinh-xa-hoi", "An sinh xã hội", True, "Giảm nghèo, chăm sóc sức khoẻ, đền ơn đáp nghĩa.", ()),
    )),
)  # fmt: skip


def make_sections(run: DemoRun) -> None:
    """Make the sections that are missing. The one every portal begins with keeps its place."""
    home = HomePage.objects.order_by("path").first()
    if home is not None:
        _make(run, home, SECTIONS)


def _make(run: DemoRun, parent: Page, tree: Tree) -> None:
    for slug, title, in_menu, intro, below in tree:
        when, by = at(run.today - timedelta(days=1110)), demo_user("truongban")
        section, made = publish_child(
            parent,
            Section(title=title, slug=slug, intro=intro, show_in_menus=in_menu, search_description=intro),
            when=when,
            by=by,
        )
        if section.latest_revision_id is None:  # made by the migration, touched by nobody
            section.intro = section.search_description = intro
            publish(section, when=when, by=by)
        run.count("chuyên mục", int(made))
        _make(run, section, below)


def section_by_slug() -> dict[str, Section]:
    """The sections of the demo by their slug; of two with one slug, the one nearer to the home page."""
    return {section.slug: section for section in Section.objects.order_by("-depth", "-path")}
