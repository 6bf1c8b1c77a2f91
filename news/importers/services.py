"""Writing imported articles: each file in one transaction, nothing a person edited is touched.

A file is known by its content, so moving or renaming it changes nothing, and by its name, so a corrected file updates
the article it once made. An article whose content differs from what the import wrote was edited by a person and stays
as it is; so does one that a person took down or locked. Without ``publish`` readers see no change: the correction of
a live article waits as a draft above it. Where a workflow applies, publishing needs an approval: a chief editor named
to the command answers for all that it publishes, and without one it is submitted for review.
"""

import enum
import hashlib
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils.translation import gettext as _

from news.importers.digests import article_digest
from news.importers.drafting import UNTITLED, Draft, draft_article
from news.importers.errors import Refused
from news.importers.fields import Reading
from news.importers.reading import read_article, read_bytes
from news.importers.stored_pictures import PictureStore, picture_files
from news.importers.tree import Note
from news.models import Article, ImportRecord, Section
from portal.editorial import guard
from portal.editorial.errors import FourEyesViolated
from portal.editorial.models import Approval
from portal.editorial.services import approve, submit
from portal.editorial.workflows import workflow_of
from portal.reserved_slugs import reserved_slugs
from portal.text import fold, slugify

DEFAULT_SECTION = "tin-tuc"


class Outcome(enum.StrEnum):
    IMPORTED = "imported"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    EDITED = "edited"
    REFUSED = "refused"


@dataclass(slots=True)
class Report:
    """What became of one file."""

    path: Path
    outcome: Outcome
    reason: str = ""
    line: int | None = None
    article: Article | None = None
    reading: Reading | None = None
    section: Section | None = None
    notes: list[Note] = field(default_factory=list)
    #: Was to be published, and waits for an approval instead.
    waits: bool = False


class NoSection(ValueError):
    """There is no section to put the articles in."""


def find_section(slug: str) -> Section:
    """The section with ``slug``.

    Raises:
        NoSection: there is none.
    """
    section = Section.objects.filter(slug=slug).order_by("depth", "path").first()
    if section is None:
        known = ", ".join(Section.objects.order_by("path").values_list("slug", flat=True)[:30])
        raise NoSection(
            _("There is no section “%(slug)s”. Sections: %(known)s.") % {"slug": slug, "known": known or "–"}
        )
    return section


def default_section() -> Section:
    """Where articles go whose page names no known section.

    Raises:
        NoSection: the portal has no section at all.
    """
    section = (
        Section.objects.filter(slug=DEFAULT_SECTION).order_by("depth", "path").first()
        or Section.objects.order_by("path").first()
    )
    if section is None:
        raise NoSection(_("The portal has no section yet. Run “manage.py migrate”, or make a section in the admin."))
    return section


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do with what is read. ``publish`` needs a chief editor's approval wherever a workflow applies."""

    publish: bool = False
    approved_by: AbstractUser | None = None
    dry_run: bool = False


def import_file(path: Path, *, section: Section | None, plan: Plan) -> Report:
    """Import the page saved at ``path``; ``section`` overrules the one the page names.

    In a trial run the report says what would happen, and nothing is written. The report of a refused file has the
    reason.
    """
    try:
        raw = read_bytes(path)
        with PictureStore() as pictures, transaction.atomic():
            return _import(path, raw, pictures, section=section, plan=plan)
    except Refused as refused:
        return Report(path, Outcome.REFUSED, str(refused.reason), refused.line)
    except FourEyesViolated as refused:
        return Report(path, Outcome.REFUSED, " ".join(refused.messages))


def source_name(path: Path) -> str:
    """The name by which a file is known: its whole path, normalised; a very long one by its end and digest."""
    name = unicodedata.normalize("NFC", str(path.resolve()))
    if len(name) > 500:
        digest = hashlib.sha256(name.encode()).hexdigest()[:16]
        name = f"{digest}…{name[-480:]}"
    return name


def _import(path: Path, raw: bytes, pictures: PictureStore, *, section: Section | None, plan: Plan) -> Report:
    digest, name = hashlib.sha256(raw).hexdigest(), source_name(path)
    same = ImportRecord.objects.select_related("article").filter(content_digest=digest)
    record = same.filter(source_name=name).first() or same.order_by("pk").first()
    if record is not None:
        if not plan.dry_run:
            _follow_move(record, name)
        return _known(path, record, raw, plan)
    reading = read_article(path, raw)
    record = ImportRecord.objects.select_related("article").filter(source_name=name).first()
    if record is not None:
        return _changed(path, record, reading, digest, pictures, plan)
    place = section or _named_section(reading) or default_section()
    report = Report(path, Outcome.IMPORTED, reading=reading, section=place)
    draft = draft_article(reading, {} if plan.dry_run else _stored(path, reading, pictures))
    report.notes = draft.notes
    if not plan.dry_run:
        report.article = _create(draft, place)
        ImportRecord.objects.create(
            source_name=name,
            content_digest=digest,
            article=report.article,
            written_digest=article_digest(report.article),
        )
        if plan.publish and draft.titled:  # only now: publishing asks the record whether a missing date stays unknown
            _publish(report.article, report, plan)
    return report


def _follow_move(record: ImportRecord, name: str) -> None:
    """A moved file keeps its record, so that a later change to it updates its article."""
    moved = record.source_name != name and not Path(record.source_name).exists()
    if moved and not ImportRecord.objects.filter(source_name=name).exists():
        record.source_name = name
        record.save(update_fields=["source_name"])


def _known(path: Path, record: ImportRecord, raw: bytes, plan: Plan) -> Report:
    """A file that was imported before, here or under another name."""
    report = Report(path, Outcome.UNCHANGED, article=record.article)
    report.section = record.article.parent_section if record.article else None
    if plan.dry_run:
        report.reading = read_article(path, raw)
        report.notes = draft_article(report.reading, {}).notes
    if _is_staffs(record, report):
        return report
    article = record.article
    if plan.publish and article is not None and _waits(article) and _is_titled(article):
        if not plan.dry_run:
            _publish(article, report, plan)
        if not report.waits:
            report.outcome, report.reason = Outcome.UPDATED, _("published; its content did not change")
    return report


def _changed(
    path: Path,
    record: ImportRecord,
    reading: Reading,
    digest: str,
    pictures: PictureStore,
    plan: Plan,
) -> Report:
    """A file that was imported with other content."""
    report = Report(path, Outcome.UPDATED, article=record.article, reading=reading)
    report.section = record.article.parent_section if record.article else None
    if _is_staffs(record, report) or record.article is None:
        return report
    draft = draft_article(reading, {} if plan.dry_run else _stored(path, reading, pictures))
    report.notes = draft.notes
    if plan.dry_run:
        return report
    article = record.article.get_latest_revision_as_object()
    _fill(article, draft)
    article.save_revision(log_action=True)
    record.article.refresh_from_db()
    if draft.titled and plan.publish:
        _publish(record.article, report, plan)
    record.content_digest = digest
    record.written_digest = article_digest(record.article)
    record.save()
    return report


def _publish(article: Article, report: Report, plan: Plan) -> None:
    """Publish the latest draft of ``article`` with the approval it needs; lacking that, submit it for review."""
    revision = article.get_latest_revision()
    if plan.approved_by is not None and workflow_of(article) is not None:
        approve(revision, by=plan.approved_by, kind=Approval.Kind.IMPORT)
    if guard.lacks_approval(article):
        submit(article, by=None)
        report.waits = True
    else:
        revision.publish(user=plan.approved_by)
    article.refresh_from_db()


def _is_staffs(record: ImportRecord, report: Report) -> bool:
    """Whether a person decided about the article since the import; the report then says what."""
    decision = _decision(record)
    if decision:
        report.outcome, report.reason = Outcome.EDITED, decision
    return bool(decision)


def _decision(record: ImportRecord) -> str:
    article = record.article
    if article is None:
        return _("the article made from this file was deleted by a person; it is not made again")
    if article_digest(article) != record.written_digest:
        return _("edited by a person since the import; left as it is")
    if article.locked:
        return _("locked by a person; left as it is")
    if not article.live and article.first_published_at is not None:
        return _("taken down by a person; it is not published again")
    return ""


def _waits(article: Article) -> bool:
    """Whether what the import wrote last is a draft still."""
    return not article.live or article.has_unpublished_changes


def _is_titled(article: Article) -> bool:
    return not article.draft_title.startswith(UNTITLED)


def _named_section(reading: Reading) -> Section | None:
    """The section of this portal that the page names, by title or slug."""
    if not reading.sections:
        return None
    sections = list(Section.objects.order_by("-depth", "path"))
    for found in reading.sections:
        wanted, slug = fold(found.value), slugify(found.value)
        for section in sections:
            if slug and (fold(section.title) == wanted or slug in (section.slug, slugify(section.title))):
                return section
    return None


def _stored(path: Path, reading: Reading, pictures: PictureStore) -> dict[str, int]:
    stored = {photo.source: pictures.store(photo, content) for photo, content in picture_files(path, reading.photos)}
    return {source: image for source, image in stored.items() if image is not None}


def _create(draft: Draft, section: Section) -> Article:
    article = Article(slug=_free_slug(draft.slug, section), live=False)
    _fill(article, draft)
    section.add_child(instance=article)
    article.save_revision(log_action=True)
    article.refresh_from_db()
    return article


def _fill(article: Article, draft: Draft) -> None:
    for name, value in draft.fields.items():
        setattr(article, name, value)
    article.draft_title = article.title
    article.body = article.body.stream_block.to_python(draft.body)
    article.tags.set(draft.tags)


def _free_slug(wanted: str, section: Section) -> str:
    base = (wanted or "bai-viet")[:200]
    siblings = section.get_children().filter(slug__startswith=base)
    taken = {*siblings.values_list("slug", flat=True), *reserved_slugs(section)}
    if base not in taken:
        return base
    return next(f"{base}-{number}" for number in range(2, len(taken) + 3) if f"{base}-{number}" not in taken)
