"""From the plan to documents: through Wagtail's own saving and publishing, some rows in one transaction.

Whoever approves answers for all rows that are published in his name; without one they stay drafts, and what is live
stays as it is below them. What goes wrong with one row is said of that row, and the others go on. An interrupted run is
simply run again: what is done is known by its record.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Revision

from documents.importing.attaching import Brought, attach, bring
from documents.importing.entries import Entry
from documents.importing.planning import Outcome, Row, chunks
from documents.models import DocumentRegister, DocumentRelation, ImportedDocument, OfficialDocument, RegisterUpload
from documents.services import entered_together
from portal.access.levels import Level, set_level
from portal.bulk_indexes import add_references, add_to_search, index_now, no_index_tasks
from portal.editorial.content import digest_of_revision
from portal.editorial.duties.events import published_in_numbers
from portal.editorial.errors import OwnText
from portal.editorial.models import Approval
from portal.editorial.services import approve, submit, vouch_for
from portal.editorial.workflows import workflow_at
from portal.publishing import reason_of
from portal.reserved_slugs import reserved_slugs

logger = logging.getLogger(__name__)
_TOGETHER = 25
#: What an entry says of a document, field by field.
_PLAIN = (
    "symbol", "document_type", "issuer", "abstract", "term", "issued_on", "effective_on", "expires_on", "expiry_reason",
    "status_override", "status_override_reason", "signer", "position", "signing_authority", "place", "recipients", "scope",
    "urgency", "circulation", "source_name", "source_url",
)  # fmt: skip


@dataclass
class Order:
    """Who has the rows written, and how. ``confirmed``: somebody said that no row is a state secret."""

    register: DocumentRegister
    approved_by: AbstractUser | None = None
    by: AbstractUser | None = None
    confirmed: bool = False
    submit: bool = False
    upload: RegisterUpload | None = None
    files: Mapping[tuple[str, int], Sequence[Path]] = field(default_factory=dict)


def write(rows: Sequence[Row], order: Order) -> Iterator[Row]:
    """Do what the plan says; each row comes back when it is done, refused ones with the reason.

    Raises:
        OwnText: who brought the rows would approve them himself.
    """
    if order.by is not None and order.by == order.approved_by:
        raise OwnText(order.register.title)
    taken = set(order.register.get_children().values_list("slug", flat=True)) | reserved_slugs(order.register)
    writer = _Writer(order, taken)
    for some in chunks(rows, _TOGETHER):
        writer.brought = bring(some, order.files, by=order.by) if order.files else {}
        before = [(row, row.record, row.document_id, list(row.warnings)) for row in some]
        try:
            with transaction.atomic(), no_index_tasks(), entered_together(), published_in_numbers():
                writer.write_some(some)
        except Exception:
            logger.exception("importing some rows failed; trying them one by one")
            for row, record, document, warnings in before:  # as they were before it was undone
                row.record, row.document_id, row.warnings = record, document, warnings
                writer.write_alone(row)
        yield from some


class FirstPublication(PublishPageRevisionAction):
    """Wagtail's publishing of a page that was made a moment ago: it need not be built anew out of its revision."""

    def __init__(self, revision: Revision, page: OfficialDocument, user: AbstractUser) -> None:
        self.revision, self.object, self.user = revision, page, user
        self.changed, self.log_action, self.previous_revision = True, True, None


class _Writer:
    """``order.approved_by`` was asked before whether he may approve, and is not who brought the rows."""

    def __init__(self, order: Order, taken: set[str]) -> None:
        self.order, self.taken = order, taken
        self.brought: dict[tuple[str, int], Brought] = {}
        self.workflow = workflow_at(order.register.path, OfficialDocument._meta.label)

    def write_some(self, rows: Sequence[Row]) -> None:
        made: list[OfficialDocument] = []
        changed: list[OfficialDocument] = []
        for row in rows:
            if row.entry is None or row.outcome not in (Outcome.NEW, Outcome.UPDATED):
                continue
            try:
                with transaction.atomic():
                    (made if row.outcome is Outcome.NEW else changed).append(self._write(row, row.entry))
            except ValidationError as refused:
                row.refuse(reason_of(refused, OfficialDocument))
        add_references(made)
        add_to_search(made)
        for document in changed:
            index_now(OfficialDocument.objects.get(pk=document.pk))

    def write_alone(self, row: Row) -> None:
        try:
            with transaction.atomic(), no_index_tasks(), entered_together(), published_in_numbers():
                self.write_some([row])
        except Exception as error:
            logger.exception("importing %s failed", row.place)
            said = _("an error of the importer (%(error)s); nothing was written. Report it with the file.")
            row.refuse(said % {"error": type(error).__name__})

    def _write(self, row: Row, entry: Entry) -> OfficialDocument:
        document = self._new(entry) if row.record is None else self._changed(row.record)
        brought = self.brought.get(row.place, Brought())
        says_more = row.record is None or row.record.source_digest != entry.digest()
        changes = says_more or bool(brought.files)
        if says_more:
            _fill(document, entry)
        if row.record is None:
            self._place(document)
        set_level_of(document, entry.level, by=self.order.by or self.order.approved_by)
        if changes:
            attach(document, brought)
            revision = document.save_revision(
                user=self.order.by, log_action=row.record is not None, clean=self.order.approved_by is None
            )
        else:
            revision = document.get_latest_revision()
        if not brought.waits:
            self._publish(row, document, revision)
        self._remember(row, entry, document, revision)
        return document

    def _new(self, entry: Entry) -> OfficialDocument:
        confirmed = self.order.confirmed or self.order.approved_by is not None
        return OfficialDocument(live=False, without_secrets=confirmed, owner=self.order.by)

    @staticmethod
    def _changed(record: ImportedDocument) -> OfficialDocument:
        document: OfficialDocument = OfficialDocument.objects.get(pk=record.document_id).get_latest_revision_as_object()
        return document

    def _place(self, document: OfficialDocument) -> None:
        document.follow()
        document.slug = self._free(document.own_slug())
        document.draft_title = document.title
        self.order.register.add_child(instance=document)

    def _free(self, wanted: str) -> str:
        slug, number = wanted, 1
        while slug in self.taken:
            number += 1
            slug = f"{wanted}-{number}"
        self.taken.add(slug)
        return slug

    def _publish(self, row: Row, document: OfficialDocument, revision: Revision) -> None:
        by = self.order.approved_by
        if by is not None and row.record is None:
            vouch_for(
                {document: digest_of_revision(revision)}, by=by, kind=Approval.Kind.IMPORT, workflow=self.workflow
            )
            FirstPublication(revision, document, by).execute(skip_permission_checks=True)
        elif by is not None:
            approve(revision, by=by, kind=Approval.Kind.IMPORT)
            revision.publish(user=by)
        elif self.order.submit:
            submit(document, by=self.order.by)

    def _remember(self, row: Row, entry: Entry, document: OfficialDocument, revision: Revision) -> None:
        values: dict[str, Any] = {
            "document": document,
            "source_digest": entry.digest(),
            "written_digest": digest_of_revision(revision),
            "upload": self.order.upload,
        }
        if row.record is None:
            row.record = ImportedDocument.objects.create(key=entry.key, **values)
        else:
            for name, value in values.items():
                setattr(row.record, name, value)
            row.record.save()
        row.document_id = document.pk


def set_level_of(document: OfficialDocument, level: Level, *, by: AbstractUser | None) -> None:
    """An import closes what the register says is not for everybody; it opens nothing that a person closed."""
    if level is not Level.PUBLIC:
        set_level(document, level, by=by)


def _fill(document: OfficialDocument, entry: Entry) -> None:
    for name in _PLAIN:
        setattr(document, name, getattr(entry, name))
    document.search_description = entry.abstract[:250]
    document.fields = entry.fields
    document.co_issuers = entry.co_issuers
    document.relations = [
        DocumentRelation(
            kind=related.kind, target_text=related.text, is_partial=related.partial, note=related.note, sort_order=place
        )
        for place, related in enumerate(entry.relations)
    ]
