"""Thousands of documents at once, written in bulk: for what costs and bounds are asserted on."""

import datetime as dt
from collections.abc import Iterator
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.db import connections
from django.db.models import Model
from django.db.models.sql import InsertQuery
from wagtail.models import Locale, Page

from documents.models import DocumentRegister, DocumentType, Issuer, OfficialDocument, StatusPeriod, Term
from documents.models.status import Status

FIRST_DAY = dt.date(1998, 1, 1)


def many_documents(register: DocumentRegister, count: int, symbol: str = "") -> None:
    """``count`` more documents below it, of all types, bodies and days; of one number ``symbol``, if any."""
    first = DocumentRegister.objects.get(pk=register.pk).numchild
    kind, locale = ContentType.objects.get_for_model(OfficialDocument), Locale.get_default()
    types = list(DocumentType.objects.exclude(code="").filter(sphere="party"))
    bodies = list(Issuer.objects.filter(sphere="party"))
    terms = list(Term.objects.all())
    documents = []
    for number in range(first, first + count):
        day = FIRST_DAY + dt.timedelta(days=number * 7919 % 10_000)
        document = OfficialDocument(
            symbol=symbol or f"{number + 1}-{types[number % len(types)].code}/TW",
            document_type=types[number % len(types)],
            issuer=bodies[number % len(bodies)],
            term=next((term for term in terms if term.starts <= day and (term.ends is None or day <= term.ends)), None),
            issued_on=day,
            abstract=f"về công việc số {number + 1} của cấp uỷ",
            without_secrets=True,
            slug=f"van-ban-{number}",
            url_path=f"{register.url_path}van-ban-{number}/",
            path=Page._get_path(register.path, register.depth + 1, number + 1),
            depth=register.depth + 1,
            content_type=kind,
            locale=locale,
            live=True,
        )
        document.follow()
        document.draft_title = document.title
        documents.append(document)
    for batch in _batches(documents, 200):
        _insert(batch)
    StatusPeriod.objects.bulk_create(
        StatusPeriod(document=document, status=Status.IN_FORCE, starts=document.issued_on) for document in documents
    )
    Page.objects.filter(pk=register.pk).update(numchild=first + count)


def _insert(documents: list[OfficialDocument]) -> None:
    """Parent rows with their keys, then their own: bulk_create knows no inheritance."""
    rows = [
        Page(**{field.attname: getattr(one, field.attname) for field in Page._meta.concrete_fields})
        for one in documents
    ]
    for row in rows:
        row.pk = row.id = None
    Page.objects.bulk_create(rows)
    for document, row in zip(
        documents, Page.objects.filter(path__in=[one.path for one in documents]).order_by("path"), strict=True
    ):
        document.page_ptr_id = document.pk = document.id = row.pk
    fields = OfficialDocument._meta.local_concrete_fields
    query = InsertQuery(OfficialDocument)
    rows_of_our_own: list[Model] = list(documents)
    query.insert_values(fields, rows_of_our_own, raw=True)
    query.get_compiler(connection=connections["default"]).execute_sql()


def _batches(things: list[OfficialDocument], size: int) -> Iterator[list[OfficialDocument]]:
    iterator = iter(things)
    while batch := list(islice(iterator, size)):
        yield batch
