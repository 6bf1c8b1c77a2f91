"""The imaginary commune of the demo content: places, offices, people.

The commune Lam Khê of the province Sơn Hải does not exist; neither does anyone named here. Since 1 July 2025 it
consists of three earlier communes (Lam Khê, Yên Thạch, Mỹ Lĩnh), as the abolition of districts merged many.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

COMMUNE = "Lam Khê"
PROVINCE = "Sơn Hải"
FORMER_DISTRICT = "Khê Sơn"
#: From this day on there are no districts, and the merged commune exists.
MERGER = date(2025, 7, 1)

OLD_VILLAGES = ("Khe Ngang", "Bãi Sim", "Đồng Mận", "Nà Lim", "Suối Trong", "Trại Chè", "Cầu Đá", "Ao Sen")
JOINED_VILLAGES = (
    "Yên Thạch 1", "Yên Thạch 2", "Gò Vải", "Bến Phà", "Rừng Thông", "Đầm Vạc", "Mỹ Lĩnh", "Pò Đồn", "Khuổi Nưa", "Tân Lập",
)  # fmt: skip
SCHOOLS_OLD = ("Trường Tiểu học Lam Khê", "Trường THCS Lam Khê")
SCHOOLS_JOINED = (
    "Trường Tiểu học Yên Thạch", "Trường THCS Yên Thạch", "Trường Tiểu học và THCS Mỹ Lĩnh",
)  # fmt: skip
FAMILY = (
    "Nguyễn", "Trần", "Lê", "Hoàng", "Vi", "Nông", "Lương", "Hà", "Lục", "Bế", "Triệu", "Đinh", "Bùi", "Đỗ", "Phan", "Vũ",
    "Đặng", "Ma", "Chu", "Lý", "Mạc", "Trịnh", "La", "Dương", "Hứa",
)  # fmt: skip
MEN = (
    "Văn Thuấn", "Văn Lực", "Đình Khải", "Quang Duẩn", "Xuân Bách", "Đức Hiển", "Hữu Tạo", "Văn Nhâm", "Ngọc Đoàn", "Văn Chuân",
    "Trọng Vịnh", "Công Sáng", "Văn Khiêm", "Đình Soạn", "Quốc Lập", "Xuân Trạch", "Văn Tấn", "Đức Nhuận", "Hữu Diệm", "Văn Ích",
    "Ngọc Quyến", "Văn Thoại", "Mạnh Tường", "Đình Chước", "Văn Luyến",
)  # fmt: skip
WOMEN = (
    "Thị Nhạn", "Thị Hảo", "Thị Bích Đào", "Thị Mến", "Thị Thu Sương", "Thị Nhung", "Thị Kim Thoa", "Thị Lụa", "Thị Diệp",
    "Thị Hoài", "Thị Én", "Thị Phượng", "Thị Thắm", "Thị Lan Chi", "Thị Duyên", "Thị Xoan", "Thị Yên", "Thị Mai Trâm", "Thị Chắp",
    "Thị Ngần", "Thị Vân Khê", "Thị Hạnh",
)  # fmt: skip


@dataclass(frozen=True)
class Person:
    """An invented person; ``given`` is the last word of the name, by which people are addressed."""

    name: str
    woman: bool

    @property
    def given(self) -> str:
        return self.name.split()[-1]


@dataclass(frozen=True)
class Official:
    """Somebody with an office, as texts introduce them: ``đồng chí <name>, <office>``."""

    name: str
    office: str

    @property
    def introduced(self) -> str:
        return f"đồng chí {self.name}, {self.office}"


SECRETARY = Official("Hoàng Đình Lộc", "Bí thư Đảng uỷ xã")
DEPUTY = Official("Lý Thị Thu Hiền", "Phó Bí thư Thường trực Đảng uỷ xã")
CHAIR = Official("Phan Trọng Nghiêm", "Phó Bí thư Đảng uỷ, Chủ tịch Uỷ ban nhân dân xã")
INSPECTION = Official("Vi Văn Tuyển", "Chủ nhiệm Uỷ ban Kiểm tra Đảng uỷ xã")
PARTY_BUILDING = Official("Lương Thị Bích Đào", "Trưởng Ban Xây dựng Đảng")
OFFICE = Official("Đinh Quang Duẩn", "Chánh Văn phòng Đảng uỷ xã")
FRONT = Official("Nông Đức Toản", "Chủ tịch Uỷ ban Mặt trận Tổ quốc Việt Nam xã")
PEOPLES_COUNCIL = Official("Trịnh Hữu Diệm", "Phó Chủ tịch Hội đồng nhân dân xã")
CULTURE = Official("Bùi Thị Lan Chi", "Phó Chủ tịch Uỷ ban nhân dân xã")
MILITARY = Official("Ma Công Sáng", "Chỉ huy trưởng Ban Chỉ huy Quân sự xã")
POLICE = Official("Đỗ Mạnh Tường", "Trưởng Công an xã")
YOUTH = Official("Hứa Thị Mai Trâm", "Bí thư Đoàn Thanh niên xã")
WOMEN_UNION = Official("Lục Thị Hảo", "Chủ tịch Hội Liên hiệp Phụ nữ xã")
FARMERS = Official("Bế Văn Thoại", "Chủ tịch Hội Nông dân xã")
VETERANS = Official("Triệu Văn Khiêm", "Chủ tịch Hội Cựu chiến binh xã")

LEADERS = (SECRETARY, DEPUTY, CHAIR)
#: Pen names and signatures under articles; P.V is the press's "reporter".
AUTHORS = (
    "Thu Sương",
    "Minh Khê",
    "Hải Đăng",
    "Nguyễn Lam",
    "Trần Quyết",
    "Hà An",
    "Bế Nhung",
    "P.V",
    "Lam Giang",
    "Vi Hoài",
)
POSTERS = ("Ban Biên tập", "Nguyễn Thị Hoài", "Vũ Xuân Bách", "Lê Thị Thắm")


def person(rng: Random, *, woman: bool | None = None) -> Person:
    """Somebody who exists only here."""
    if woman is None:
        woman = rng.random() < 0.45
    return Person(f"{rng.choice(FAMILY)} {rng.choice(WOMEN if woman else MEN)}", woman)


def village_head(village: str) -> Person:
    """The head of a village; the same for ever."""
    return person(Random(f"trưởng thôn/{village}"))


def cell_secretary(cell: str) -> Person:
    """The secretary of a party cell; the same for ever."""
    return person(Random(f"bí thư/{cell}"))


def villages(day: date) -> tuple[str, ...]:
    """The villages that belonged to the commune on ``day``."""
    return OLD_VILLAGES if day < MERGER else OLD_VILLAGES + JOINED_VILLAGES


def schools(day: date) -> tuple[str, ...]:
    return SCHOOLS_OLD if day < MERGER else SCHOOLS_OLD + SCHOOLS_JOINED


def superior(day: date) -> str:
    """The committee above the commune's on ``day``."""
    return f"Huyện uỷ {FORMER_DISTRICT}" if day < MERGER else f"Tỉnh uỷ {PROVINCE}"
