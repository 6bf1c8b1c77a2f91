"""A register with a few real documents (numbers, dates and bodies from the field; abstracts of our own)."""

import datetime as dt
from typing import Any

import pytest

from documents.models import DocumentRegister, DocumentRelation, DocumentType, Issuer, OfficialDocument, RelationKind
from tests.factories import DocumentRegisterFactory, OfficialDocumentFactory, approval_of


@pytest.fixture
def register(home) -> DocumentRegister:
    return DocumentRegisterFactory(parent=home, slug="van-ban")


class Clerk:
    """Enters documents as the portal does: approved, published, and counted in the register."""

    def __init__(self, register: DocumentRegister) -> None:
        self.register = register

    def enter(self, symbol: str, day: dt.date | None, issuer: str = "Ban Bí thư", **values: Any) -> OfficialDocument:
        kind = values.pop("type", "Chỉ thị")
        document = OfficialDocumentFactory(
            parent=self.register,
            symbol=symbol,
            issued_on=day,
            issuer=Issuer.objects.get(name=issuer),
            document_type=DocumentType.objects.filter(name=kind).first(),
            live=False,
            **values,
        )
        return self.publish(document)

    def relate(self, source: OfficialDocument, kind: str, target: OfficialDocument | str, **values: Any) -> None:
        """Publish ``source`` anew with one relation more."""
        named = {"target_text": target} if isinstance(target, str) else {"target": target}
        source = OfficialDocument.objects.get(pk=source.pk)
        source.relations.add(DocumentRelation(kind=RelationKind.objects.get(name=kind), **named, **values))
        self.publish(source)

    def publish(self, document: OfficialDocument) -> OfficialDocument:
        revision = document.save_revision()
        approval_of(revision.as_object()).save()
        revision.publish()
        return OfficialDocument.objects.get(pk=document.pk)


@pytest.fixture
def clerk(register) -> Clerk:
    return Clerk(register)


@pytest.fixture
def directive_2007(clerk) -> OfficialDocument:
    return clerk.enter("10-CT/TW", dt.date(2007, 3, 30), abstract="về nâng cao chất lượng sinh hoạt chi bộ")


@pytest.fixture
def directive_2002(clerk) -> OfficialDocument:
    return clerk.enter("10-CT/TW", dt.date(2002, 3, 28), abstract="về thực hiện quy chế dân chủ ở cơ sở")


@pytest.fixture
def guidance_2012(clerk) -> OfficialDocument:
    return clerk.enter(
        "09-HD/BTCTW",
        dt.date(2012, 3, 2),
        "Ban Tổ chức Trung ương",
        type="Hướng dẫn",
        abstract="về nội dung sinh hoạt chi bộ",
    )


@pytest.fixture
def guidance_2018(clerk) -> OfficialDocument:
    return clerk.enter(
        "12-HD/BTCTW",
        dt.date(2018, 7, 6),
        "Ban Tổ chức Trung ương",
        type="Hướng dẫn",
        abstract="về một số vấn đề nâng cao chất lượng sinh hoạt chi bộ",
    )
