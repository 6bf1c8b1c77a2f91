"""As many documents as are asked for: what the register is tried with at the size of a province."""

from __future__ import annotations

import datetime as dt

from documents.models import DocumentType, Issuer, OfficialDocument, Term
from documents.models.levels import Sphere
from portal.demo.accounts import demo_user
from portal.demo.publishing import at, publish_child
from portal.demo.registry import DemoRun
from portal.text import slugify

from .load import APPROVER, demo_register
from .records import RECORDS

_SUBJECTS = (
    "về công tác phát triển đảng viên",
    "về kiểm tra việc chấp hành Điều lệ Đảng",
    "về chương trình làm việc của cấp uỷ",
    "về tổ chức học tập, quán triệt nghị quyết",
    "về công tác bảo vệ chính trị nội bộ",
    "về thu, nộp và sử dụng đảng phí",
    "về phân công cấp uỷ viên dự sinh hoạt chi bộ",
    "về đánh giá chất lượng sinh hoạt chi bộ hằng quý",
)
_LAST_DAY, _DAYS = dt.date(2026, 6, 30), 9000


def load_many(run: DemoRun) -> None:
    """Invented documents of the demo's two bodies, so that there are ``run.documents`` altogether."""
    register = demo_register(run)
    wanted = run.documents - len(RECORDS)
    if register is None or wanted <= 0:
        return
    types = list(DocumentType.objects.filter(sphere=Sphere.PARTY).exclude(code=""))
    bodies = list(Issuer.objects.filter(abbreviation__in=["TU", "ĐU"]).order_by("pk"))
    made = 0
    for number in range(wanted):
        issuer, kind = bodies[number % len(bodies)], types[number // 2 % len(types)]
        day = _LAST_DAY - dt.timedelta(days=number * 7919 % _DAYS)
        symbol = f"{1000 + number}-{kind.code}/{issuer.abbreviation}"
        document = OfficialDocument(
            symbol=symbol,
            document_type=kind,
            issuer=issuer,
            issued_on=day,
            abstract=_SUBJECTS[number % len(_SUBJECTS)],
            term=Term.objects.in_which(issuer, day),
            without_secrets=True,
            slug=slugify(f"{symbol} {day:%d-%m-%Y}"),
        )
        document.follow()
        _document, is_new = publish_child(register, document, when=at(day), by=demo_user(APPROVER))
        made += is_new
        run.progress("Văn bản", number + 1, wanted)
    run.count("văn bản", made)
