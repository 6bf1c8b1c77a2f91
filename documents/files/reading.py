"""What the worker does with a file: text, first and last page, the verdict, pictures, then the other pages.

Each step writes what it found at once, and begins with what is missing: whoever is killed in the middle loses a page.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from documents.extraction.pictures import page_picture
from documents.extraction.reading import read_file as read_confined_file
from documents.extraction.recognition import ocr_pages
from documents.extraction.results import Extracted, NotExtracted, Page, Source, State
from documents.extraction.stamps import Stamp, Verdict, judge
from documents.files import actions
from documents.files.signals import text_changed
from documents.files.storing import file_path, path_of, picture_name
from documents.files.tasks import go_on_with_file
from documents.models import DocumentFile, FilePage, Quarantine, Reading
from documents.models.files import Kind
from portal.editorial.audit.services import record
from portal.text import normalise

#: One task draws or recognises so many pages, then lets others take their turn.
PAGES_AT_ONCE = 10
#: Pages that are pictured for readers; who wants the others downloads the file.
MOST_PICTURES = 300
#: A4 at 150 dots per inch.
PICTURE_WIDTH = 1240
_OPEN = (Reading.WAITING, Reading.READING)


class Gone(Exception):
    """The file was deleted while it was read, or a second person ended its reading by blocking it."""


def read(pk: int) -> None:
    """Bring a file to its verdict; what is left is done by ``go_on``.

    Raises:
        DocumentFile.DoesNotExist: it is gone.
    """
    file = DocumentFile.objects.get(pk=pk)
    if file.reading not in _OPEN:
        return
    try:
        _change(file, reading=Reading.READING, seen_at=timezone.now())
        if file.page_count is None and not _read_text(file):
            return
        _look_at_ends(file)
        if _judge(file) != Quarantine.BLOCKED:
            go_on_with_file.enqueue(file.pk)
    except Gone:
        return


def go_on(pk: int) -> None:
    """Some more pages of a file, and then the next some.

    Raises:
        DocumentFile.DoesNotExist: it is gone.
    """
    file = DocumentFile.objects.get(pk=pk)
    if file.reading not in _OPEN or file.page_count is None:
        return
    try:
        if not _draw_some(file) and not _recognise_some(file):
            _still_reading(file)
            wanting = file.pages.exclude(wanting="").exists()
            _change(file, reading=Reading.NEEDS_RECOGNITION if wanting else Reading.DONE)
            text_changed.send(DocumentFile, file=file)
            return
    except Gone:
        return
    go_on_with_file.enqueue(file.pk)


def _change(file: DocumentFile, **values: object) -> None:
    """Raises: Gone."""
    if not DocumentFile.objects.filter(pk=file.pk).update(**values):
        raise Gone
    for name, value in values.items():
        setattr(file, name, value)


def _still_reading(file: DocumentFile) -> None:
    """Before anything is written of its pages: of a file that was blocked meanwhile nothing may come back.

    Raises:
        Gone: there is nothing more to read.
    """
    if not DocumentFile.objects.filter(pk=file.pk, reading__in=_OPEN).update(seen_at=timezone.now()):
        raise Gone


def _read_text(file: DocumentFile) -> bool:
    """Whether there is text, or a picture of some."""
    extracted = read_confined_file(file_path(file), file.kind)
    if extracted.state is State.FAILED:
        _change(file, reading=Reading.FAILED, reason=extracted.reason or "")
        return False
    _store(file, extracted)
    return True


@transaction.atomic
def _store(file: DocumentFile, extracted: Extracted) -> None:
    """What was recognised earlier stays until it is recognised anew: readers may be reading it."""
    known = {row.number: row.as_read() for row in file.pages.filter(source=Source.OCR.value).exclude(text="")}
    _write_pages(file, [_keeping(known.get(page.number), page) for page in extracted.pages])
    signatures = [{"by": one.by, "at": one.at} for one in extracted.signatures]
    _change(file, page_count=len(extracted.pages), signatures=signatures, reason="")


def _keeping(known: Page | None, page: Page) -> Page:
    """``page`` with the text that is known, where it has none that can be read."""
    if known is None or not page.wanting:
        return page
    return replace(page, text=known.text, source=known.source, confidence=known.confidence)


def _write_pages(file: DocumentFile, pages: Iterable[Page]) -> None:
    """What the machine read; corrections, and pictures of pages, stay."""
    rows = [FilePage.of(file, page) for page in pages]
    for row in rows:
        row.text = normalise(row.text).replace("\0", "")
    FilePage.objects.bulk_create(
        rows, batch_size=100, update_conflicts=True, unique_fields=["file", "number"], update_fields=FilePage.READ
    )


def _ends(file: DocumentFile) -> tuple[Page, ...]:
    """First and last page; of one page only that."""
    return tuple(row.as_read() for row in file.pages.filter(number__in=(1, file.page_count or 1)))


def _look_at_ends(file: DocumentFile) -> None:
    """Recognise first and last page before anything else: the verdict hangs on them alone."""
    if file.kind == Kind.PDF:
        ends = Extracted(State.NEEDS_OCR, pages=_ends(file))
        numbers = _untried(file, ends.pages_to_look_at())
        _recognise(file, numbers, stamps_on=numbers)


def _untried(file: DocumentFile, numbers: Collection[int]) -> list[int]:
    """Those of which nobody knows yet that they cannot be recognised."""
    failed = set(file.pages.exclude(reason="").values_list("number", flat=True))
    return [number for number in numbers if number not in failed]


def _recognise(file: DocumentFile, numbers: Collection[int], stamps_on: Collection[int] = ()) -> bool:
    """Whether it was worth trying."""
    known = {row.number: row.as_read() for row in file.pages.filter(number__in=numbers)}
    try:
        for found in ocr_pages(file_path(file), numbers, stamps_on=stamps_on):
            with transaction.atomic():
                _still_reading(file)
                before = known[found.number]
                page = before.with_look(found)
                failed_again = bool(page.reason and before.text and not page.text)
                _write_pages(file, [replace(before, reason=page.reason) if failed_again else page])
    except NotExtracted as problem:
        _change(file, reason=problem.reason.value)
        return False
    return bool(numbers)


@transaction.atomic
def _judge(file: DocumentFile) -> str:
    """Write what the stamps say. A person's word holds for these bytes, whatever a new reading doubts."""
    pages = _ends(file)
    verdict, stamps = judge(pages[0], pages[-1] if len(pages) > 1 else None, _title_in(file.name))
    stored = DocumentFile.objects.select_for_update().filter(pk=file.pk).first()
    if stored is None:
        raise Gone
    was = stored.quarantine
    if verdict is Verdict.BLOCKED:
        becomes = Quarantine.BLOCKED
    elif stored.decided_at is not None:
        becomes = Quarantine(was)
    else:
        becomes = Quarantine.RELEASED if verdict is Verdict.CLEAR else Quarantine.LOOK
    _change(file, quarantine=becomes, found=[_plain(stamp) for stamp in stamps])
    if becomes == Quarantine.BLOCKED:
        forget_text(file)
        _change(file, reading=Reading.DONE)
        if was != Quarantine.BLOCKED:
            record(actions.BLOCKED, file)
    if was == Quarantine.RELEASED != becomes:  # what others made of its text goes as well
        text_changed.send(DocumentFile, file=file)
    return becomes


def _title_in(name: str) -> str:
    """What a file's name says of it; without its marks `mat` may be any word, and says nothing."""
    stem = name.rpartition(".")[0].replace("_", " ")
    return "" if stem.isascii() else stem


def _plain(stamp: Stamp) -> dict[str, str]:
    return {"mark": stamp.mark.value, "text": stamp.text[:200], "where": stamp.where.value}


def forget_text(file: DocumentFile) -> None:
    """Of a blocked file neither text nor pictures are kept."""
    for number in file.pages.exclude(picture_width=None).values_list("number", flat=True):
        path_of(picture_name(file, number)).unlink(missing_ok=True)
    file.pages.all().delete()
    _change(file, page_count=None)


def _draw_some(file: DocumentFile) -> bool:
    """Whether there were pages to picture for readers."""
    if file.kind != Kind.PDF or file.quarantine not in (Quarantine.RELEASED, Quarantine.LOOK):
        return False
    without = file.pages.filter(picture_width=None, number__lte=MOST_PICTURES).order_by("number")
    rows = list(without.values_list("pk", "number")[:PAGES_AT_ONCE])
    for pk, number in rows:
        size = _draw(file, number)
        try:
            with transaction.atomic():
                _still_reading(file)
                FilePage.objects.filter(pk=pk).update(picture_width=size[0], picture_height=size[1])
        except Gone:
            path_of(picture_name(file, number)).unlink(missing_ok=True)
            raise
    return bool(rows)


def _draw(file: DocumentFile, number: int) -> tuple[int, int]:
    """The size of the picture; nothing wide where there can be none, so that it is not tried again."""
    try:
        picture = page_picture(file_path(file), number, PICTURE_WIDTH)
    except NotExtracted:
        return 0, 0
    path = path_of(picture_name(file, number))
    part = path.with_suffix(".part")
    try:
        part.write_bytes(picture.webp)
        part.rename(path)
    except FileNotFoundError as problem:  # its folder was taken away
        raise Gone from problem
    return picture.width, picture.height


def _recognise_some(file: DocumentFile) -> bool:
    if file.kind != Kind.PDF:
        return False
    wanting = file.pages.exclude(wanting="").filter(reason="").order_by("number")
    return _recognise(file, list(wanting.values_list("number", flat=True)[:PAGES_AT_ONCE]))
