"""Every field of every invented layout. Each rule of the importer shows on at least two of them."""

import random

import pytest

from news.importers.errors import Refused
from news.importers.reading import read_article
from news.importers.structure import Heading, Listing, Quote, Table, shape
from portal.text import VIET_NAM
from tests.news.importers.expected import PAGES as FIRST_PAGES
from tests.news.importers.expected_more import MORE_PAGES
from tests.news.importers.expected_portals import PORTAL_PAGES

PAGES = FIRST_PAGES | MORE_PAGES | PORTAL_PAGES

everywhere = pytest.mark.parametrize("name", PAGES)


def text_of(found) -> str:
    return "".join(run.text for run in found.value)


def value(found):
    return found.value if found else ""


@everywhere
def test_title(read, name):
    title = read(name).title
    assert (title.value if title else None) == PAGES[name].title


@everywhere
def test_kicker_and_section(read, name):
    reading = read(name)
    assert value(reading.kicker) == PAGES[name].kicker
    assert (reading.sections[0].value if reading.sections else "") == PAGES[name].section


@everywhere
def test_published(read, name):
    published = read(name).published
    if published is None:
        assert PAGES[name].published is None
        return
    local = published.value.moment.astimezone(VIET_NAM)
    shown = f"{local:%d/%m/%Y %H:%M}" if published.value.time_known else f"{local:%d/%m/%Y}"
    assert shown == PAGES[name].published


@everywhere
def test_people_and_sources(read, name):
    bylines, page = read(name).bylines, PAGES[name]
    found = (bylines.author, bylines.poster, bylines.source, bylines.source_tag)
    assert tuple(map(value, found)) == (page.author, page.poster, page.source, page.tag)


@everywhere
def test_base_count(read, name):
    views = read(name).bylines.views
    assert (views.value if views else None) == PAGES[name].views


@everywhere
def test_sapo(read, name):
    sapo, expected = read(name).sapo, PAGES[name].sapo
    if expected is None:
        assert sapo == []
        return
    assert text_of(sapo[0]).startswith(expected[0])
    assert text_of(sapo[-1]).endswith(expected[1])


@everywhere
def test_pictures_with_alt_caption_and_credit_apart(read, name):
    assert [(photo.alt, photo.caption, photo.credit) for photo in read(name).photos] == PAGES[name].photos


@everywhere
def test_first_and_last_sentence_of_the_text(read, name):
    body = [block for block in read(name).body if block.text]
    assert body[0].text.startswith(PAGES[name].first)
    assert body[-1].text.endswith(PAGES[name].last)


@everywhere
def test_tags(read, name):
    assert read(name).bylines.tags == PAGES[name].tags


@everywhere
def test_encoding_is_named_and_legacy_text_is_flagged(read, name):
    reading = read(name)
    assert reading.page.encoding == PAGES[name].encoding
    legacy = PAGES[name].encoding.startswith(("TCVN3", "VNI"))
    assert legacy == any("TCVN3" in note.message or "VNI" in note.message for note in reading.notes)


@everywhere
def test_every_value_has_its_line(read, name, fixtures):
    reading = read(name)
    bylines = reading.bylines
    found = (
        reading.title,
        reading.kicker,
        reading.published,
        bylines.author,
        bylines.poster,
        bylines.source,
        bylines.views,
    )
    assert all(one.line > 0 for one in found if one)
    assert all(block.line > 0 for block in reading.body)


@everywhere
def test_what_is_cut_off_or_damaged_is_read_refused_or_left_unknown_but_never_invented(name, fixtures):
    raw = (fixtures / name).read_bytes()
    chance = random.Random(name)
    for _attempt in range(6):
        damaged = bytearray(raw[: chance.randrange(len(raw) // 3, len(raw))])
        for _byte in range(chance.randrange(8)):
            place = chance.randrange(len(damaged) // 2, len(damaged))
            if not any(chr(byte).isdigit() for byte in damaged[max(place - 30, 0) : place + 30]):
                damaged[place] = chance.randrange(256)
        try:
            reading = read_article(fixtures / name, bytes(damaged))
        except Refused:
            continue
        if reading.published is not None and PAGES[name].published is not None:
            assert f"{reading.published.value.moment.astimezone(VIET_NAM):%d/%m/%Y}" == PAGES[name].published[:10]


def outline(reading) -> list[str]:
    lines = []
    for node in shape(reading.body, styled=reading.page.styled):
        if isinstance(node, Heading):
            lines.append(f"h{node.level} " + "".join(run.text for run in node.runs))
        elif isinstance(node, Listing):
            lines.append(("ol " if node.ordered else "ul ") + " ".join(str(len(item.children)) for item in node.items))
        elif isinstance(node, Table):
            lines.append(f"table {len(node.rows)}x{len(node.rows[0])}")
        elif isinstance(node, Quote):
            lines.append(f"quote {node.attribution}")
    return lines


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "huyen_khung_cu.txt",
            ["h2 1. Lập lịch và phân việc", "ul 0 0", "h2 2. Điều hành buổi họp:", "ul 2 1", "h2 Kết quả bước đầu"],
        ),
        (
            "bang_va_danh_sach.txt",
            ["h2 I. Kết quả chung", "table 4x3", "h2 II. Việc cần làm", "h3 1. Với chi bộ", "ul 2 0",
             "h3 2. Với đảng uỷ viên phụ trách", "ul 0"],
        ),
        ("muc_so_va_chu.txt", ["h2 1. Gần dân", "h3 a) Đối thoại", "h3 b) Hòa giải", "h2 2. Làm gương"]),
        ("van_ban_tcvn3.txt", ["h2 Những nhiệm vụ trọng tâm", "ul 0 0"]),
        ("blog_kieu_moi.html", ["h2 Trang việc cũ", "h2 Trang việc mới", "ol 0 0", "quote "]),
        ("sharepoint.html", ["h2 1. Phần ghi ý kiến", "h2 2. Phần giao việc", "table 3x3"]),
        ("khung_bang_unicode.html", ["h2 Giữ chữ tín với người mua"]),
        ("an_pham_dai.html", ["h2 Ba người, một nghị quyết"]),
        ("gio_sau_tieu_de.txt", ["ul 0 0 0"]),
        ("chi_tiet_viet_boi.txt", ["ul 0 0 0"]),
        ("chu_thich_hai_dong.txt", ["h2 Không bỏ sót ai"]),
        ("nhat_ky_tieng_anh.txt", ["quote "]),
        ("gui_boi_to_hop_roi.txt", ["table 4x3"]),
        ("tieu_de_hai_dong.txt", []),
        ("lop_khoang_cach.html", ["h2 Từ một chi hội", "quote "]),
        ("trich_dan_va_chum_anh.html", ["quote Bà Vi Thị Mận", "h2 Hoa văn không bán"]),
        ("the_span_1258.html", ["table 4x3"]),
        ("dia_chi_sau_duong_dan.txt", ["ol 0 0 0"]),
        ("tap_chi_chuyen_luan.txt", ["h2 I. Vì sao hồ sơ đi chậm", "ul 0 0 0", "h2 II. Ba mô hình thử nghiệm", "h3 1. Chi bộ khu nhà trọ", "h3 2. Chi bộ ghép doanh nghiệp", "h3 3. Sổ đảng viên điện tử"]),
        ("khung_anh_trong_bai.html", ["h2 Mỗi đoạn đường một cuốn sổ"]),
        ("may_doc_va_hop_so_lieu.html", ["h2 Chỉ số nước sông Trầu", "table 3x3"]),
        ("phong_to_chu.txt", ["h2 Việc nhỏ, hiệu quả lớn", "h2 Nhân rộng trong toàn xã"]),
    ],
)  # fmt: skip
def test_headings_lists_and_tables(read, name, expected):
    assert outline(read(name)) == expected


@everywhere
def test_heading_levels_never_skip(read, name):
    levels = [int(line[1]) for line in outline(read(name)) if line.startswith("h")]
    assert all(after <= before + 1 for before, after in zip([1, *levels], levels, strict=False))
