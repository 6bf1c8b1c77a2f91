"""The words of the register as the field has them: types and codes, bodies, terms, relations, who may issue what.

Sources: Quy định 399-QĐ/TW (09/01/2026) on types and authority, Hướng dẫn 05-HD/VPTW (27/5/2026) on form, Nghị định
30/2020/NĐ-CP for papers of the state. Staff change all of it; what they changed is not touched again.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from portal.text import collation_key, slugify

PARTY, STATE, MASS = "party", "state", "mass"
CENTRAL, PROVINCE, DISTRICT, GRASS_ROOTS, CELL = 1, 2, 3, 4, 5

# name, code, other codes
PARTY_TYPES = (
    ("Cương lĩnh", "", ""),
    ("Điều lệ Đảng", "", ""),
    ("Chiến lược", "CL", ""),
    ("Nghị quyết", "NQ", ""),
    ("Quyết định", "QĐ", ""),
    ("Chỉ thị", "CT", ""),
    ("Kết luận", "KL", ""),
    ("Quy chế", "QC", ""),
    ("Quy định", "QĐ", "QĐi, QyĐ"),
    ("Thông tri", "TT", ""),
    ("Hướng dẫn", "HD", ""),
    ("Thông báo", "TB", ""),
    ("Thông cáo", "TC", ""),
    ("Tuyên bố", "", ""),
    ("Lời kêu gọi", "", ""),
    ("Báo cáo", "BC", ""),
    ("Kế hoạch", "KH", ""),
    ("Quy hoạch", "QH", ""),
    ("Chương trình", "CTr", ""),
    ("Đề án", "ĐA", ""),
    ("Phương án", "PA", ""),
    ("Dự án", "DA", ""),
    ("Tờ trình", "TTr", ""),
    ("Công văn", "CV", ""),
    ("Biên bản", "BB", ""),
    ("Nghị quyết liên tịch", "NQLT", ""),
)
STATE_TYPES = (
    ("Hiến pháp", "", ""),
    ("Luật", "", "L"),
    ("Pháp lệnh", "", "PL"),
    ("Nghị quyết", "NQ", ""),
    ("Nghị định", "NĐ", ""),
    ("Quyết định", "QĐ", ""),
    ("Chỉ thị", "CT", ""),
    ("Thông tư", "TT", ""),
    ("Thông tư liên tịch", "TTLT", ""),
    ("Quy định", "QyĐ", ""),
    ("Quy chế", "QC", ""),
    ("Hướng dẫn", "HD", ""),
    ("Kế hoạch", "KH", ""),
    ("Thông báo", "TB", ""),
    ("Báo cáo", "BC", ""),
    ("Tờ trình", "TTr", ""),
    ("Chương trình", "CTr", ""),
    ("Đề án", "ĐA", ""),
    ("Công điện", "CĐ", ""),
    ("Công văn", "", ""),
    ("Văn bản hợp nhất", "VBHN", ""),
)

# name, letters, other names, parent, since, until, successor
PARTY_BODIES = (
    ("Đại hội đại biểu toàn quốc", "ĐH", "Đại hội Đảng", None, None, None, None),
    (
        "Ban Chấp hành Trung ương Đảng",
        "TW",
        "Ban Chấp hành Trung ương\nBCH Trung ương\nBCHTW\nTrung ương Đảng",
        "Đại hội đại biểu toàn quốc",
        None,
        None,
        None,
    ),
    ("Bộ Chính trị", "TW", "BCT", "Ban Chấp hành Trung ương Đảng", None, None, None),
    ("Ban Bí thư", "TW", "Ban Bí thư Trung ương Đảng\nBBT", "Bộ Chính trị", None, None, None),
    ("Ban Tổ chức Trung ương", "BTCTW", "Ban Tổ chức TW", "Ban Bí thư", None, None, None),
    ("Uỷ ban Kiểm tra Trung ương", "UBKTTW", "UBKT Trung ương", "Ban Chấp hành Trung ương Đảng", None, None, None),
    ("Văn phòng Trung ương Đảng", "VPTW", "Văn phòng Trung ương", "Ban Bí thư", None, None, None),
    ("Ban Nội chính Trung ương", "BNCTW", "", "Ban Bí thư", None, None, None),
    ("Ban Tuyên giáo và Dân vận Trung ương", "BTGDVTW", "", "Ban Bí thư", "2025-02-01", None, None),
    (
        "Ban Tuyên giáo Trung ương",
        "BTGTW",
        "",
        "Ban Bí thư",
        None,
        "2025-01-31",
        "Ban Tuyên giáo và Dân vận Trung ương",
    ),
    ("Ban Dân vận Trung ương", "BDVTW", "", "Ban Bí thư", None, "2025-01-31", "Ban Tuyên giáo và Dân vận Trung ương"),
    ("Ban Chính sách, chiến lược Trung ương", "", "", "Ban Bí thư", "2025-02-01", None, None),
    ("Ban Kinh tế Trung ương", "BKTTW", "", "Ban Bí thư", None, "2025-01-31", "Ban Chính sách, chiến lược Trung ương"),
    ("Hội đồng Lý luận Trung ương", "HĐLLTW", "", "Ban Bí thư", None, None, None),
    ("Quân uỷ Trung ương", "QUTW", "", "Bộ Chính trị", None, None, None),
    ("Đảng uỷ Công an Trung ương", "ĐUCA", "", "Bộ Chính trị", None, None, None),
)
STATE_BODIES = (
    ("Quốc hội", "QH", "", None),
    ("Uỷ ban Thường vụ Quốc hội", "UBTVQH", "", "Quốc hội"),
    ("Chính phủ", "CP", "", "Quốc hội"),
    ("Thủ tướng Chính phủ", "TTg", "Thủ tướng", "Chính phủ"),
    ("Bộ Nội vụ", "BNV", "", "Chính phủ"),
    ("Bộ Tư pháp", "BTP", "", "Chính phủ"),
    ("Bộ Tài chính", "BTC", "", "Chính phủ"),
    ("Bộ Khoa học và Công nghệ", "BKHCN", "", "Chính phủ"),
    ("Bộ Giáo dục và Đào tạo", "BGDĐT", "", "Chính phủ"),
    ("Bộ Y tế", "BYT", "", "Chính phủ"),
    ("Bộ Nông nghiệp và Môi trường", "BNNMT", "", "Chính phủ"),
)
MASS_BODIES = (
    ("Uỷ ban Trung ương Mặt trận Tổ quốc Việt Nam", "MTTW", "MTTQ Việt Nam"),
    ("Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh", "TWĐTN", "Trung ương Đoàn"),
    ("Tổng Liên đoàn Lao động Việt Nam", "TLĐ", ""),
    ("Trung ương Hội Liên hiệp Phụ nữ Việt Nam", "ĐCT", ""),
    ("Trung ương Hội Nông dân Việt Nam", "HNDTW", ""),
    ("Trung ương Hội Cựu chiến binh Việt Nam", "CCB", ""),
)

# From the day after the congress closed to the day the next one did; the month where no closer day is written.
TERMS = (
    ("VIII", "1996-07-02", "2001-04-22"),
    ("IX", "2001-04-23", "2006-04-25"),
    ("X", "2006-04-26", "2011-01-19"),
    ("XI", "2011-01-20", "2016-01-28"),
    ("XII", "2016-01-29", "2021-02-01"),
    ("XIII", "2021-02-02", "2026-01-23"),
    ("XIV", "2026-01-24", None),
)

# this document …, the other …, effect, also called
RELATIONS = (
    ("thay thế", "bị thay thế bởi", "replaces", ""),
    ("sửa đổi, bổ sung", "được sửa đổi, bổ sung bởi", "amends", "sửa đổi, bổ sung, sửa đổi bổ sung"),
    ("bãi bỏ", "bị bãi bỏ bởi", "abrogates", "huỷ bỏ"),
    ("đình chỉ", "bị đình chỉ bởi", "suspends", "ngưng hiệu lực"),
    ("hướng dẫn thực hiện", "được hướng dẫn bởi", "", "hướng dẫn, hướng dẫn thi hành"),
    ("quy định chi tiết", "được quy định chi tiết bởi", "", "cụ thể hoá"),
    ("triển khai, thực hiện", "được triển khai bởi", "", "triển khai, thực hiện, triển khai thực hiện"),
    ("tiếp tục thực hiện", "được tiếp tục thực hiện theo", "", "kết luận, kết luận tiếp tục thực hiện"),
    ("căn cứ", "là căn cứ của", "", ""),
    ("dẫn chiếu", "được dẫn chiếu bởi", "", ""),
    ("đính chính", "được đính chính bởi", "", ""),
    ("hợp nhất", "được hợp nhất tại", "", ""),
    ("ban hành kèm theo", "được ban hành kèm theo", "", ""),
    ("liên quan", "liên quan", "", ""),
)

BASIS = "Quy định 399-QĐ/TW"
NOT_ISSUED = {
    CELL: ("Quy định", "Hướng dẫn", "Chỉ thị", "Thông tri"),
    GRASS_ROOTS: ("Chỉ thị", "Thông tri"),
}
FIELDS = (
    "Xây dựng Đảng",
    "Tổ chức, cán bộ",
    "Đảng viên",
    "Sinh hoạt chi bộ",
    "Kiểm tra, giám sát",
    "Tuyên giáo",
    "Dân vận",
    "Nội chính",
    "Học tập và làm theo Hồ Chí Minh",
    "Kinh tế - xã hội",
    "Quốc phòng, an ninh",
    "Văn phòng, tài chính Đảng",
)
POSITIONS = (
    "Tổng Bí thư",
    "Thường trực Ban Bí thư",
    "Trưởng ban",
    "Phó Trưởng ban",
    "Chủ nhiệm",
    "Chánh Văn phòng",
    "Bí thư",
    "Phó Bí thư Thường trực",
    "Phó Bí thư",
    "Thủ tướng Chính phủ",
    "Chủ tịch Quốc hội",
    "Bộ trưởng",
    "Chủ tịch",
)


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _types(apps)
    _bodies(apps)
    for name, starts, ends in TERMS:
        apps.get_model("documents.Term").objects.get_or_create(name=name, issuer=None, defaults={"starts": starts, "ends": ends})
    for place, (name, inverse, effect, others) in enumerate(RELATIONS, start=1):
        values = {"inverse_name": inverse, "effect": effect, "other_names": others, "sort_order": place * 10}
        apps.get_model("documents.RelationKind").objects.get_or_create(name=name, defaults=values)
    for place, name in enumerate(FIELDS, start=1):
        values = {"slug": slugify(name), "sort_order": place * 10}
        apps.get_model("documents.Field").objects.get_or_create(name=name, defaults=values)
    for place, name in enumerate(POSITIONS, start=1):
        apps.get_model("documents.Position").objects.get_or_create(name=name, defaults={"sort_order": place * 10})
    _rules(apps)


def _types(apps: Apps) -> None:
    types = apps.get_model("documents.DocumentType").objects
    for sphere, rows in ((PARTY, PARTY_TYPES), (STATE, STATE_TYPES)):
        for place, (name, code, others) in enumerate(rows, start=1):
            slug = slugify(name) if sphere == PARTY else f"{slugify(name)}-nha-nuoc"
            values = {"code": code, "other_codes": others, "slug": slug, "sort_order": place * 10 + (sphere != PARTY) * 500}
            types.get_or_create(name=name, sphere=sphere, defaults=values)


def _bodies(apps: Apps) -> None:
    made: dict[str, object] = {}
    rows = [(PARTY, *row) for row in PARTY_BODIES]
    rows += [(STATE, name, letters, others, parent, None, None, None) for name, letters, others, parent in STATE_BODIES]
    rows += [(MASS, name, letters, others, None, None, None, None) for name, letters, others in MASS_BODIES]
    for sphere, name, letters, others, parent, since, until, successor in rows:
        made[name], _made = apps.get_model("documents.Issuer").objects.get_or_create(
            name=name,
            parent=made.get(parent),
            defaults={
                "abbreviation": letters,
                "other_names": others,
                "sphere": sphere,
                "level": CENTRAL,
                "valid_from": since,
                "valid_to": until,
                "successor": made.get(successor),
                "slug": slugify(name),
                "order": collation_key(name),
            },
        )


def _rules(apps: Apps) -> None:
    types = apps.get_model("documents.DocumentType").objects
    for level, names in NOT_ISSUED.items():
        for name in names:
            kind = types.get(name=name, sphere=PARTY)
            apps.get_model("documents.IssuingRule").objects.get_or_create(
                level=level, document_type=kind, defaults={"basis": BASIS, "since": "2026-01-09"}
            )


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
