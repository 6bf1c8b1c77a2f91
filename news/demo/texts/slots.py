"""The names and numbers of one demo article. Every key is documented by its name in ``slots_for``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from portal.demo import dates, world

CROPS = (
    "măng bát độ",
    "ngô ngọt",
    "chè",
    "bưởi",
    "hồng không hạt",
    "dưa chuột",
    "khoai sọ",
    "na",
    "quế",
    "ba kích",
)
PARTS_OF_DAY = ("Sáng", "Chiều", "Ngày", "Sáng", "Chiều", "Trong ngày")


def number(value: float, places: int = 0) -> str:
    """A number as Vietnamese write it: ``1.250`` and ``62,5``."""
    text = f"{value:,.{places}f}"
    return text.translate(str.maketrans(",.", ".,"))


def percent(value: float, places: int = 1) -> str:
    """``96,7%``, and ``100%`` rather than ``100,0%``."""
    return number(value, places).removesuffix(",0") + "%"


def _months_in_words(day: date) -> str:
    """How long the merged commune has existed on ``day``, at the beginning of a title."""
    months = (day.year - world.MERGER.year) * 12 + day.month - world.MERGER.month
    return {0: "Một", 1: "Một", 2: "Hai", 3: "Ba", 4: "Bốn", 5: "Năm", 6: "Sáu", 12: "Mười hai"}.get(
        months, str(months)
    )


def _last_harvest(day: date) -> str:
    """The rice crop last brought in before ``day``: the spring crop is reaped by June, the main one by October."""
    if day.month < 6:
        return f"vụ mùa {day.year - 1}"
    return f"vụ xuân {day.year}" if day.month < 10 else f"vụ mùa {day.year}"


def cited(day: date) -> dict[str, str]:
    """The documents that an article of ``day`` may cite: those in force then."""
    meeting_rules = "Hướng dẫn số 12-HD/BTCTW, ngày 06/7/2018, của Ban Tổ chức Trung ương"
    meeting_directive = "Chỉ thị số 10-CT/TW, ngày 30/3/2007, của Ban Bí thư"
    if day >= date(2025, 8, 10):
        meeting_directive = "Chỉ thị số 50-CT/TW, ngày 23/7/2025, của Ban Bí thư"
    if day >= date(2025, 11, 10):
        meeting_rules = "Hướng dẫn số 42-HD/BTCTW, ngày 28/10/2025, của Ban Tổ chức Trung ương"
    rating = "Quy định số 124-QĐ/TW, ngày 04/10/2023, của Bộ Chính trị"
    if day >= date(2025, 9, 10):
        rating = "Quy định số 366-QĐ/TW, ngày 30/8/2025, của Bộ Chính trị"
    statutes = "Quy định số 24-QĐ/TW, ngày 30/7/2021, của Ban Chấp hành Trung ương"
    if day >= date(2025, 2, 1):
        statutes = "Quy định số 232-QĐ/TW, ngày 20/01/2025, của Ban Chấp hành Trung ương"
    if day >= date(2025, 6, 5):
        statutes = "Quy định số 294-QĐ/TW, ngày 26/5/2025, của Ban Chấp hành Trung ương"
    return {
        "ct_shcb": meeting_directive,
        "hd_shcb": meeting_rules,
        "qd_xeploai": rating,
        "qd_dieule": statutes,
        "nq_tccs": "Nghị quyết số 21-NQ/TW, ngày 16/6/2022, của Ban Chấp hành Trung ương",
        "ct_bac": "Chỉ thị số 05-CT/TW, ngày 15/5/2016, của Bộ Chính trị",
        "qd_cutru": "Quy định số 213-QĐ/TW, ngày 02/01/2020, của Bộ Chính trị",
    }


def _people(rng: Random, village: str, cell: str) -> dict[str, str]:
    first, second = world.person(rng, woman=True), world.person(rng, woman=False)
    young = [world.person(rng) for _ in range(3)]
    age, other_age = rng.randint(54, 78), rng.randint(38, 67)
    leader = rng.choice(world.LEADERS)
    other = rng.choice([one for one in world.LEADERS if one != leader])
    return {
        "bi_thu": world.cell_secretary(cell).name,
        "truong_thon": world.village_head(village).name,
        "ba": f"bà {first.name} ({age} tuổi, thôn {village})",
        "ba_ten": f"bà {first.given}",
        "anh": f"ông {second.name} ({other_age} tuổi, thôn {village})",
        "anh_ten": f"ông {second.given}",
        "tre1": young[0].name,
        "tre2": young[1].name,
        "tre3": young[2].name,
        "ld": leader.introduced,
        "ld_ten": f"đồng chí {leader.name}",
        "ld_chuc": leader.office,
        "ld_khac": other.introduced,
        "ubkt": world.INSPECTION.introduced,
        "ban_xdd": world.PARTY_BUILDING.introduced,
        "mttq": world.FRONT.introduced,
        "van_xa": world.CULTURE.introduced,
        "quan_su": world.MILITARY.introduced,
        "cong_an": world.POLICE.introduced,
        "thanh_nien": world.YOUTH.introduced,
        "phu_nu": world.WOMEN_UNION.introduced,
        "nong_dan": world.FARMERS.introduced,
        "ccb": world.VETERANS.introduced,
    }


def _measures(rng: Random) -> dict[str, str]:
    """Quantities as texts say them (``km``: ``1,2 km``) and as a figure alone (``so_km``: ``1,2``)."""
    measured = {
        "km": (number(rng.uniform(0.6, 3.2), 1), "km"),
        "met": (number(rng.randrange(350, 950, 50)), "m"),
        "dat": (number(rng.randrange(350, 2900, 50)), "m²"),
        "cong": (number(rng.randrange(80, 640, 20)), "ngày công"),
        "trieu": (number(rng.randrange(35, 480, 5)), "triệu đồng"),
        "trieu_it": (number(rng.randrange(10, 60, 5)), "triệu đồng"),
        "ti": (number(rng.uniform(1.1, 6.8), 1), "tỉ đồng"),
        "ta": (number(rng.uniform(52, 66), 1), "tạ/ha"),
        "ha": (number(rng.randint(18, 64)), "ha"),
        "ha_it": (number(rng.randint(3, 16)), "ha"),
        "suat": (number(rng.randrange(20, 160, 5)), "suất quà"),
        "cay": (number(rng.randrange(300, 2600, 50)), "cây"),
    }
    said = {name: f"{figure} {unit}" for name, (figure, unit) in measured.items()}
    return said | {f"so_{name}": figure for name, (figure, _) in measured.items()}


def _numbers(rng: Random) -> dict[str, str]:
    members = rng.randint(17, 58)
    exempt = rng.randint(1, max(1, members // 8))
    due = members - exempt
    present = due - rng.randint(0, max(1, due // 12))
    speakers = max(4, round(present * rng.uniform(0.3, 0.72)))
    households = rng.randint(84, 236)
    poor = max(1, round(households * rng.uniform(0.01, 0.05)))
    agree = round(households * rng.uniform(0.93, 1))
    small = rng.randint(3, 9)
    return {
        "n_dv": str(members),
        "n_mien": f"{exempt:02d}",
        "n_du": str(due),
        "n_cm": str(present),
        "tl_cm": percent(present / due * 100),
        "tl_bq": percent(rng.uniform(93, 98.6)),
        "n_pb": str(speakers),
        "tl_pb": percent(speakers / present * 100),
        "n_ho": str(households),
        "n_ho_dy": str(agree),
        "n_hn": str(poor),
        "tl_hn": percent(poor / households * 100, 2),
        "n1": str(small),
        "n1b": str(rng.randint(2, small - 1)),
        "n2": str(rng.randint(11, 29)),
        "n3": str(rng.randint(32, 88)),
        "n4": str(rng.randint(110, 380)),
        "pct": percent(rng.uniform(82, 98.9)),
        "rong": rng.choice(("3 m", "3,5 m", "4 m", "5 m")),
        **_measures(rng),
    }


def slots_for(day: date, rng: Random, parts_of_day: Sequence[str] = PARTS_OF_DAY) -> dict[str, str]:
    """Everything a template may name, drawn for an event on ``day`` in one of these parts of the day."""
    places = list(world.villages(day))
    rng.shuffle(places)
    village = places[0]
    cell = f"Chi bộ thôn {village}"
    next_month = dates.next_month(day)
    last_month = day.replace(day=1) - timedelta(days=1)
    merged = day >= world.MERGER
    return {
        "xa": f"xã {world.COMMUNE}",
        "tinh": f"tỉnh {world.PROVINCE}",
        "cap_tren": world.superior(day),
        "thon": f"thôn {village}",
        "ten_thon": village,
        "thon2": f"thôn {places[1]}",
        "ten_thon2": places[1],
        "thon3": f"thôn {places[2]}",
        "ten_thon3": places[2],
        "chi_bo": cell,
        "truong": rng.choice(world.schools(day)),
        "nong_san": rng.choice(CROPS),
        "hom": f"{rng.choice(parts_of_day)} {day.day}/{day.month}",
        "ngay": dates.in_text(day),
        "thang": str(day.month),
        "thang_sau": str(next_month.month),
        "thang_truoc": str(last_month.month),
        "quy": dates.quarter(day),
        "nam": str(day.year),
        "nam_truoc": str(day.year - 1),
        "nam_sau": str(day.year + 1),
        "nam_thang_sau": str(next_month.year),
        "dot": {1: "03/02", 2: "03/02", 5: "19/5", 8: "02/9", 9: "02/9"}.get(day.month, "07/11"),
        "tu_dau_nam": f"từ đầu năm {day.year}" if day.month > 2 else f"trong năm {day.year - 1}",
        "cuoi_thang_sau": dates.in_text(dates.next_month(next_month) - timedelta(days=1)),
        "han_gop_y": dates.in_text(day + timedelta(days=20)),
        "vu_gat": _last_harvest(day),
        "so_thang_moi": _months_in_words(day),
        "so_thang_moi_thuong": _months_in_words(day).lower(),
        "so_chi_bo": "34" if merged else "17",
        "so_dang_vien": "871" if merged else "412",
        **cited(day),
        **_people(rng, village, cell),
        **_numbers(rng),
    }
