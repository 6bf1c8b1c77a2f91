"""The loader of the demo's documents."""

from __future__ import annotations

import datetime as dt
from typing import Any

from documents.models import (
    DocumentRegister,
    DocumentRelation,
    DocumentType,
    Field,
    Issuer,
    OfficialDocument,
    Position,
    RelationKind,
    Term,
)
from documents.models.levels import IssuerLevel, Sphere
from portal.access.levels import set_level
from portal.demo.accounts import demo_user
from portal.demo.publishing import at, child, publish_child
from portal.demo.registry import DemoRun
from portal.models import HomePage
from portal.text import slugify

from .files import attachments_of
from .records import COMMUNE, NEIGHBOUR, PROVINCE, RECORDS, Record

TITLE, SLUG = "Văn bản", "van-ban"
INTRO = "Văn bản chỉ đạo, hướng dẫn của Đảng và văn bản của Đảng uỷ xã: tra theo số, cơ quan, lĩnh vực, tình trạng hiệu lực."
APPROVER = "lanhdaovp"


def load_documents(run: DemoRun) -> None:
    """Make the register and the documents that are missing."""
    register = demo_register(run)
    if register is None:
        return
    _make_bodies()
    for record in RECORDS:
        document = _document(record)
        document.follow()
        document.slug = _slug(document)
        if child(register, document.slug) is None:
            document.attachments = attachments_of(record)
        made_document, made = publish_child(register, document, when=at(record.day), by=demo_user(APPROVER))
        if made:
            set_level(made_document, record.level)
        run.count("văn bản", int(made))


def demo_register(run: DemoRun) -> DocumentRegister | None:
    home = HomePage.objects.order_by("path").first()
    if home is None:
        return None
    register = DocumentRegister(title=TITLE, slug=SLUG, intro=INTRO, show_in_menus=True, search_description=INTRO)
    there, _made = publish_child(
        home, register, when=at(run.today - dt.timedelta(days=1110)), by=demo_user("truongban")
    )
    return DocumentRegister.objects.filter(pk=there.pk).first()  # what has this address may be another kind of page


def _make_bodies() -> None:
    Issuer.objects.get_or_create(
        name=NEIGHBOUR, defaults={"abbreviation": "TU", "level": IssuerLevel.PROVINCE, "slug": slugify(NEIGHBOUR)}
    )
    province, _made = Issuer.objects.get_or_create(
        name=PROVINCE,
        defaults={"abbreviation": "TU", "level": IssuerLevel.PROVINCE, "slug": slugify(PROVINCE)},
    )
    commune, _made = Issuer.objects.get_or_create(
        name=COMMUNE,
        defaults={
            "abbreviation": "ĐU",
            "level": IssuerLevel.GRASS_ROOTS,
            "parent": province,
            "valid_from": dt.date(2025, 7, 1),
            "slug": slugify(COMMUNE),
        },
    )
    for body, starts in ((province, dt.date(2025, 9, 26)), (commune, dt.date(2025, 7, 18))):
        Term.objects.get_or_create(name="2025–2030", issuer=body, defaults={"starts": starts})


def _document(record: Record) -> OfficialDocument:
    issuer = Issuer.objects.get(name=record.issuer)
    sphere = Sphere.STATE if issuer.sphere == Sphere.STATE else Sphere.PARTY
    values: dict[str, Any] = dict(record.values)
    document = OfficialDocument(
        symbol=record.symbol,
        document_type=DocumentType.objects.get(name=record.type, sphere=sphere),
        issuer=issuer,
        issued_on=record.day,
        abstract=record.abstract,
        term=Term.objects.in_which(issuer, record.day),
        signer=record.signer,
        position=Position.objects.filter(name=record.position).first(),
        place="Hà Nội" if issuer.level == IssuerLevel.CENTRAL else "",
        full_text=record.text,
        expires_on=record.expires_on,
        plenum=record.plenum,
        without_secrets=True,
        search_description=record.abstract[:250],
        **{name: dt.date.fromisoformat(value) for name, value in values.items()},
    )
    document.fields = list(Field.objects.filter(name__in=record.fields))
    document.relations = [
        DocumentRelation(kind=RelationKind.objects.get(name=kind), target_text=other, sort_order=place)
        for place, (kind, other) in enumerate(record.relations)
    ]
    return document


def _slug(document: OfficialDocument) -> str:
    return slugify(f"{document.symbol} {document.issued_on:%d-%m-%Y}")
