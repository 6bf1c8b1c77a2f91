"""Lines of labelled values, names and numbers."""

import pytest

from news.importers.labels import labelled_values, read_count
from news.importers.names import clean_name, is_name, without_contacts


def values(line: str) -> dict[str, str]:
    return {found.label.value: found.value for found in labelled_values(line)}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Người đăng: Lò Thị Bích 0901.234.567 .Ngày đăng: 07/03/2016 .Lượt xem: 2.045 lượt.",
            {"poster": "Lò Thị Bích 0901.234.567", "published": "07/03/2016", "views": "2.045 lượt"},
        ),
        ("Ngày đăng: 10:37 | 14/02 Lượt xem: 1063", {"published": "10:37 | 14/02", "views": "1063"}),
        ("Cập nhật lúc 14:30 ngày 05/10/2020", {"updated": "14:30 ngày 05/10/2020"}),
        (
            "Đăng ngày 05/10/2020 | Đăng bởi: Hoa Ban | 12 lượt xem",
            {"published": "05/10/2020", "poster": "Hoa Ban", "views": "12"},
        ),
        ("Tin: Minh Anh - Ảnh: Thu Hà", {"author": "Minh Anh", "caption": "Thu Hà"}),
        ("Bài, ảnh: Thu Hà", {"author": "Thu Hà"}),
        ("Nguồn tin: Bản tin nội bộ", {"source": "Bản tin nội bộ"}),
        ("(Đã xem 318 lần)", {"views": "318 lần)"}),
        ("Theo đồng chí, ngày 5/10 là hạn cuối", {}),
        ("Đối với sinh hoạt chuyên đề:", {}),
    ],
)
def test_labelled_values(line, expected):
    assert values(line) == expected


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("1113 lượt", 1113),
        ("1.113", 1113),
        ("1,113", 1113),
        ("12", 12),
        ("00012", 12),
        ("1,2K", None),
        ("3.5k lượt", None),
        ("", None),
    ],
)
def test_counts_are_exact_or_unknown(written, count):
    assert read_count(written) == count


@pytest.mark.parametrize(
    "byline",
    ["Lò Thị Bích 0901.234.567", "Lò Thị Bích (0901 234 567)", "Lò Thị Bích - ĐT: 0901-234-567", "Lò Thị Bích +84 901 234 567 .",
     "Lò Thị Bích, (0235) 3881 234", "Lò Thị Bích bich@dangbo.example", "Lò Thị Bích (email: bich@dangbo.example)"],
)  # fmt: skip
def test_bylines_lose_telephone_numbers_and_addresses(byline):
    assert clean_name(byline) == "Lò Thị Bích"


def test_other_numbers_stay():
    assert without_contacts("Tổ 4, khu phố 12") == "Tổ 4, khu phố 12"


@pytest.mark.parametrize(
    ("line", "name"),
    [("Trúc Mai", True), ("HOÀNG NAM", True), ("P.V", True), ("Minh Anh - Thu Hà", True), ("Lê Hoa (tổng hợp)", True),
     ("Ban biên tập", True), ("Nguyễn Văn An - Đảng uỷ xã Hoà Lạc", True), ("Đối với chi bộ", False), ("Trang chủ", False),
     ("Hà Nội năm 2020", False), ("“Người tốt”", False), ("", False)],
)  # fmt: skip
def test_what_is_a_name(line, name):
    assert is_name(line) is name
