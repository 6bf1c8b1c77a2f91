"""The abbreviations and other names of the field (domain: search). Staff change them; what they changed is left alone."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

GROUPS = (
    ("BTV", "ban thường vụ"),
    ("BCH", "ban chấp hành"),
    ("TW", "TƯ", "T.ư", "trung ương"),
    ("BCHTW", "BCH TW", "ban chấp hành trung ương"),
    ("BBT", "ban bí thư"),
    ("BCT", "bộ chính trị"),
    ("UBKT", "uỷ ban kiểm tra"),
    ("BTC", "ban tổ chức"),
    ("BTG", "ban tuyên giáo"),
    ("VPTW", "văn phòng trung ương"),
    ("CB", "cán bộ"),
    ("ĐV", "đảng viên"),
    ("CC", "công chức"),
    ("VC", "viên chức"),
    ("CBCC", "cán bộ công chức"),
    ("CBCCVC", "cán bộ công chức viên chức"),
    ("TCĐ", "tổ chức đảng"),
    ("TCCSĐ", "tổ chức cơ sở đảng"),
    ("SHCB", "sinh hoạt chi bộ"),
    ("SHCĐ", "sinh hoạt chuyên đề"),
    ("SHĐ", "sinh hoạt đảng"),
    ("thường kỳ", "định kỳ", "thường lệ"),
    ("bất thường", "đột xuất"),
    ("họp chi bộ", "sinh hoạt chi bộ"),
    ("NTM", "nông thôn mới"),
    ("KT-XH", "KTXH", "kinh tế xã hội"),
    ("TSVM", "TS-VM", "trong sạch vững mạnh"),
    ("MTTQ", "mặt trận tổ quốc"),
    ("HĐND", "hội đồng nhân dân"),
    ("UBND", "uỷ ban nhân dân"),
    ("LLVT", "lực lượng vũ trang"),
    ("ANTT", "an ninh trật tự"),
    ("QPAN", "quốc phòng an ninh"),
    ("CCHC", "cải cách hành chính"),
    ("CĐS", "chuyển đổi số"),
    ("hằng tháng", "hàng tháng"),
    ("hằng năm", "hàng năm"),
    ("hằng quý", "hàng quý"),
    ("bác hồ", "hồ chí minh", "chủ tịch hồ chí minh"),
)


def make(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    group = apps.get_model("search", "SynonymGroup")
    group.objects.bulk_create(group(terms="\n".join(terms)) for terms in GROUPS)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Only those that nobody changed."""
    group = apps.get_model("search", "SynonymGroup")
    group.objects.filter(terms__in=["\n".join(terms) for terms in GROUPS]).delete()


class Migration(migrations.Migration):
    dependencies = [("search", "0005_synonyms")]

    operations = [migrations.RunPython(make, remove)]
