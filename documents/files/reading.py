"""What the workers do with a file: text, first and last page, the verdict, pictures, then the other pages.

What is quick and what has to be recognised are tasks of two queues, and each hands the file on to the other. Each step
writes what it found at once, and begins with what is missing: whoever is killed in the middle loses a page.
"""

from collections.abc import Collection, Iterable
from contextlib import suppress
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
from documents.files.tasks import go_on_with_file, recognise_ends, recognise_rest
from documents.files.waiting import enqueue_once
from documents.models import DocumentFile, FilePage, Quarantine, Reading
from documents.models.files import Kind
from portal.editorial.audit.services import record
from portal.text import normalise

#: One task draws so many pages, or recognises so many, then lets others take their turn: a page takes a fifth of a
#: second to draw and two to recognise, a bad one minutes.
PAGES_AT_ONCE, RECOGNISED_AT_ONCE = 10, 2
#: Pages that are pictured for readers; who wants the others downloads the file.
MOST_PICTURES = 300
#: A4 at 150 dots per inch.
PICTURE_WIDTH = 1240
_OPEN = (Reading.WAITING, Reading.READING)


class Gone(Exception):
    """The file was deleted while it was read, or a second person ended its reading by blocking it."""


def read(pk: int) -> None:
    """Read the text of a file and bring it to its verdict, unless a page has to be recognised for that.

    Raises:
        DocumentFile.DoesNotExist: it is gone.
    """
    with suppress(Gone):
        file = _with_text(pk)
        if file is None:
            return
        if _ends_to_recognise(file):
            enqueue_once(recognise_ends, file)
        else:
            _give_verdict(file)


def look_at_ends(pk: int) -> None:
    """Recognise first and last page of a file and bring it to its verdict.

    Raises:
        DocumentFile.DoesNotExist: it is gone.
    """
    file = _open(pk)
    if file is None or file.page_count is None:
        return
    with suppress(Gone):
        _still_reading(file)
        _recognise_ends(file)
        _give_verdict(file)


def read_to_verdict(pk: int) -> None:
    """Both at once, for whoever waits for the verdict himself.

    Raises:
        DocumentFile.DoesNotExist: it is gone.
    """
    with suppress(Gone):
        file = _with_text(pk)
        if file is not None:
            _recognise_ends(file)
            _give_verdict(file)


def go_on(pk: int) -> None:
    """Picture some more pages of a file; then its other pages are recognised.

    Raises:
        DocumentFile.DoesNotExist: it is gone.
    """
    file = _open(pk)
    if file is None or file.page_count is None:
        return
    with suppress(Gone):
        if _draw_some(file):
            enqueue_once(go_on_with_file, file)
        elif _to_recognise(file):
            enqueue_once(recognise_rest, file)
        else:
            _finish(file)


def recognise_some(pk: int) -> None:
    """Recognise some more pages of a file.

    Raises:
        DocumentFile.DoesNotExist: it is gone.
    """
    file = _open(pk)
    if file is None or file.page_count is None:
        return
    with suppress(Gone):
        _still_reading(file)
        if _recognise(file, _to_recognise(file)) and _to_recognise(file):
            enqueue_once(recognise_rest, file)
        else:
            _finish(file)


def _open(pk: int) -> DocumentFile | None:
    """The file, unless its reading has ended."""
    file = DocumentFile.objects.get(pk=pk)
    return file if file.reading in _OPEN else None


def _with_text(pk: int) -> DocumentFile | None:
    """The file with the text that stands in it; nothing where its reading has ended.

    Raises:
        Gone: it was deleted meanwhile.
    """
    file = _open(pk)
    if file is None:
        return None
    _change(file, reading=Reading.READING, seen_at=timezone.now())
    return file if file.page_count is not None or _read_text(file) else None


def _give_verdict(file: DocumentFile) -> None:
    if _judge(file) != Quarantine.BLOCKED:
        enqueue_once(go_on_with_file, file)


def _finish(file: DocumentFile) -> None:
    _still_reading(file)
    wanting = file.pages.exclude(wanting="").exists()
    _change(file, reading=Reading.NEEDS_RECOGNITION if wanting else Reading.DONE)
    text_changed.send(DocumentFile, file=file)


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


def _ends_to_recognise(file: DocumentFile) -> list[int]:
    """First and last page, as far as the verdict hangs on what a picture there says."""
    if file.kind != Kind.PDF:
        return []
    return _untried(file, Extracted(State.NEEDS_OCR, pages=_ends(file)).pages_to_look_at())


def _recognise_ends(file: DocumentFile) -> None:
    """Before anything else: the verdict hangs on them alone."""
    numbers = _ends_to_recognise(file)
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


def _to_recognise(file: DocumentFile) -> list[int]:
    """The next pages that have to be recognised."""
    if file.kind != Kind.PDF:
        return []
    wanting = file.pages.exclude(wanting="").filter(reason="").order_by("number")
    return list(wanting.values_list("number", flat=True)[:RECOGNISED_AT_ONCE])
