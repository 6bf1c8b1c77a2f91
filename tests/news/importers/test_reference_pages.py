"""The five real pages, read by a person first. They lie beside the repository and are not part of it."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from news.importers.fields import Reading
from news.importers.reading import read_article, read_bytes
from news.importers.structure import Heading, Listing, shape
from portal.text import VIET_NAM

PAGES = Path(__file__).resolve().parents[3].parent / "shared" / "reference-pages"

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the reference pages are not beside the repository")


@dataclass
class Page:
    title: str | None
    published: str | None
    author: str
    sapo: tuple[str, str] | None
    first: str
    last: str
    poster: str = ""
    tag: str = ""
    views: int | None = None
    kicker: str = ""
    photos: list[tuple[str, str, str]] = field(default_factory=list)
    headings: tuple[str, ...] = ()


INSPECTORS = (
    "Cán bộ, đảng viên cơ quan UBKT Tỉnh ủy trao đổi nghiệp vụ chuyên môn về công tác kiểm tra, giám sát, thi hành kỷ luật "
    "trong Đảng."
)
EXPECTED = {
    "R0": Page(
        title="PHÁT HUY TÍNH DÂN CHỦ NÂNG CAO CHẤT LƯỢNG SINH HOẠT CHI BỘ CƠ SỞ",
        published="24/06/2015",
        author="Đình Cuối",
        poster="Trương Công Minh",
        views=1113,
        sapo=("Chi bộ là nền tảng của Đảng, là hạt nhân chính trị", "đội ngũ đảng viên."),
        first="Trong quá trình lãnh đạo, chỉ đạo, hoạt động của chi bộ việc thực hiện các biện pháp mang tính căn bản để "
        "nâng cao chất lượng sinh hoạt chi bộ.",
        last="trong sinh hoạt phải gương mẫu tự phê bình và phê bình, thẳng thắn nhận khuyết điểm nếu có vi phạm.",
        headings=(
            "1. Đăng ký lịch sinh hoạt định kỳ của Chi bộ hàng năm",
            "2. Hình thức sinh hoạt:",
            "3. Chuẩn bị nội dung sinh hoạt:",
            "4. Quy trình, nội dung và nguyên tắc tổ chức trong sinh hoạt:",
            "Bài học kinh nghiệm:",
            "Vai trò của Đảng uỷ cấp trên:",
            "Đối với chi bộ",
        ),
    ),
    "R1": Page(
        title="Đảng bộ Thành phố Hồ Chí Minh tăng cường khảo sát để nâng cao chất lượng sinh hoạt chi bộ",
        published=None,
        author="",
        sapo=None,
        photos=[
            ("", "Một buổi sinh hoạt chi bộ của Chi bộ Văn phòng Cục Hải quan Thành phố Hồ Chí Minh.", ""),
        ],
        first="Từ khảo sát, đánh giá chất lượng sinh hoạt chi bộ",
        last="phải làm đầy đủ các thủ tục và thực hiện đúng chế độ báo cáo đối với chi bộ.",
        headings=(
            "Từ khảo sát, đánh giá chất lượng sinh hoạt chi bộ",
            "Tới việc đề ra giải pháp nâng cao chất lượng sinh hoạt chi bộ",
        ),
    ),
    "R2": Page(
        title="Nâng chất lượng sinh hoạt chi bộ",
        kicker="Tổ chức kiểm tra (Kiểm tra,giám sát)",
        published=None,
        author="HÀN GIANG",
        views=1063,
        sapo=("Chú trọng nâng chất lượng sinh hoạt chi bộ định kỳ", "Hội nghị Trung ương 5 (khóa XIII)."),
        photos=[(INSPECTORS, INSPECTORS, "N.Đ")],
        first="Nâng cao vai trò lãnh đạo",
        last="kịp thời phát hiện, đấu tranh phòng chống tham nhũng, tiêu cực ngay từ chi bộ” - đồng chí Lê Văn Dũng nhấn "
        "mạnh.",
        headings=("Nâng cao vai trò lãnh đạo", "Quyết liệt nhiều giải pháp"),
    ),
    "R3": Page(
        title="Nâng cao chất lượng sinh hoạt chi bộ thôn, khu",
        kicker="Ba Chẽ",
        published="12/09/2020 10:34",
        author="Trúc Linh",
        sapo=("Các chi bộ thuộc Đảng bộ huyện Ba Chẽ ngay trong đầu nhiệm kỳ", "phương pháp, cách thức tổ chức."),
        photos=[
            (
                (
                    "Buổi sinh hoạt chi bộ tháng 9 của Chi bộ thôn Xóm Mới - Chi bộ thôn sáp nhập đầu tiên trong nhiệm kỳ "
                    "2020-2022."
                ),
                (
                    "Buổi sinh hoạt tháng 9 của Chi bộ thôn Xóm Mới (xã Lương Mông) - Chi bộ thôn sáp nhập đầu tiên của huyện "
                    "trong nhiệm kỳ 2020-2022."
                ),
                "",
            ),
            (
                (
                    "Cán bộ Cơ quan Tổ chức - Nội vụ huyện Ba Chẽ trao đổi, chia sẻ kinh nghiệm với cán bộ thôn Làng Cổng "
                    "(xã Đồn Đạc) sau buổi sinh hoạt chi bộ thôn."
                ),
                (
                    "Lãnh đạo huyện, Cơ quan Tổ chức - Nội huyện vụ trò chuyện cán bộ, đảng viên Chi bộ thôn Làng Cổng (xã Đồn "
                    "Đạc)."
                ),
                "",
            ),
        ],
        first="Buổi sinh hoạt của Chi bộ thôn Xóm Mới (xã Lương Mông) ngày 3/9 vừa qua diễn ra trong bầu không khí cởi mở, "
        "dân chủ.",
        last="Các đảng viên nêu cao tinh thần trách nhiệm trong tham gia sinh hoạt và xây dựng chi bộ trong sạch vững mạnh.",
    ),
    "R4": Page(
        title=None,
        published=None,
        author="P.V",
        tag="HBĐT",
        sapo=("Thực hiện Kết luận số 18-KL/TW của Ban Bí thư T.ư Đảng", "Kết luận số 18 của Ban Bí thư T.ư Đảng."),
        first="Theo đó, BTV Tỉnh ủy yêu cầu cấp ủy Đảng các cấp",
        last="tạo sự đồng thuận trong đội ngũ CB, ĐV của chi bộ.",
    ),
}

every_page = pytest.mark.parametrize("name", EXPECTED)


def reading_of(name: str) -> Reading:
    path = PAGES / f"{name}.txt"
    return read_article(path, read_bytes(path))


@every_page
def test_fields(name):
    reading, page = reading_of(name), EXPECTED[name]
    bylines = reading.bylines
    assert (reading.title.value if reading.title else None) == page.title
    assert (reading.kicker.value if reading.kicker else "") == page.kicker
    found = (bylines.author, bylines.poster, bylines.source_tag)
    assert tuple(one.value if one else "" for one in found) == (page.author, page.poster, page.tag)
    assert (bylines.views.value if bylines.views else None) == page.views
    assert bylines.source is None
    assert [(photo.alt, photo.caption, photo.credit) for photo in reading.photos] == page.photos


@every_page
def test_date_is_read_or_stays_unknown(name):
    published = reading_of(name).published
    if published is None:
        assert EXPECTED[name].published is None
        return
    local = published.value.moment.astimezone(VIET_NAM)
    assert f"{local:%d/%m/%Y %H:%M}".removesuffix(" 00:00") == EXPECTED[name].published
    assert published.value.time_known == (" " in EXPECTED[name].published)


@every_page
def test_sapo_first_and_last_sentence(name):
    reading, page = reading_of(name), EXPECTED[name]
    sapo = ["".join(run.text for run in found.value) for found in reading.sapo]
    assert len(sapo) == (page.sapo is not None)
    if page.sapo:
        assert sapo[0].startswith(page.sapo[0])
        assert sapo[0].endswith(page.sapo[1])
    assert reading.body[0].text.startswith(page.first)
    assert reading.body[-1].text.endswith(page.last)


@every_page
def test_headings(name):
    nodes = shape(reading_of(name).body, styled=False)
    headings = tuple("".join(run.text for run in node.runs) for node in nodes if isinstance(node, Heading))
    assert headings == EXPECTED[name].headings


def test_nested_lists_and_numbered_paragraphs():
    lists = [node for node in shape(reading_of("R0").body, styled=False) if isinstance(node, Listing)]
    assert [len(item.children) for item in lists[2].items] == [2, 3]
    numbered = [node for node in shape(reading_of("R1").body, styled=False) if isinstance(node, Listing)]
    assert [(node.ordered, len(node.items)) for node in numbered] == [(True, 4)]


@pytest.mark.parametrize(("name", "line"), [("R2", 14), ("R1", None), ("R4", None)])
def test_unknown_date_is_reported(name, line):
    notes = [note for note in reading_of(name).notes if note.line == line]
    assert notes


@every_page
def test_nothing_of_the_old_site_is_left(name):
    text = "\n".join(block.text for block in reading_of(name).body)
    for furniture in (
        "Trở về",
        "Các tin",
        "Chào mừng",
        "Phản hồi",
        "Lượt",
        "Liên kết web",
        "Hôm nay",
        "0900",
        "Search",
    ):
        assert furniture not in text
