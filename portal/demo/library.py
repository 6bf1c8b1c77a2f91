"""The demo's pictures and files in the portal's library, each made once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from django.contrib.auth.models import AbstractUser
from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.models import Collection

from portal.bulk_indexes import index_now
from portal.models import PortalFile, PortalImage
from portal.picture_uploads import CleanPicture

from .files import DEMO_FILES
from .pictures import CREDIT, SCENES, Drawing, Portrait, drawings, drawn, emblem_png
from .registry import DemoRun
from .site_texts import PEOPLE

COLLECTION = "Nội dung trình diễn"
CORES = 2
#: Fewer pictures than this are drawn sooner than another process starts.
FEW = 8
UNIFORMED = ("Quân sự", "Công an")
EMBLEM = "Biểu trưng Đảng uỷ xã Lam Khê"


def collection() -> Collection:
    """Where all demo pictures and files lie, so that they are easy to find and to remove."""
    root = Collection.get_first_root_node()
    if root is None:
        raise LookupError("the root collection is missing; run the migrations first")
    found: Collection | None = root.get_children().filter(name=COLLECTION).first()
    return found or root.add_child(name=COLLECTION)


def make_library(run: DemoRun, by: AbstractUser | None) -> None:
    """Draw the pictures and make the files that are missing."""
    home = collection()
    here = set(PortalImage.objects.filter(collection=home).values_list("title", flat=True))
    wanted: list[Drawing | Portrait] = [*drawings(), *portraits()]
    missing = [picture for picture in wanted if picture.name not in here]
    for number, (picture, content) in enumerate(zip(missing, _drawn(missing), strict=True), start=1):
        _add_picture(picture.name, picture.filename, content, picture.alt, home, by)
        run.count("tranh minh hoạ")
        run.progress("Vẽ tranh minh hoạ", number, len(missing))
    if EMBLEM not in here:
        _add_picture(
            EMBLEM,
            "bieu-trung.png",
            emblem_png(),
            "Biểu trưng hình tròn đỏ viền vàng, ngôi sao vàng trên nương lúa",
            home,
            by,
        )
    files = set(PortalFile.objects.filter(collection=home).values_list("title", flat=True))
    for demo_file in DEMO_FILES:
        if demo_file.title not in files:
            document = PortalFile(
                title=demo_file.title,
                file=ContentFile(demo_file.make(), name=demo_file.filename),
                collection=home,
                uploaded_by_user=by,
            )
            document._set_document_file_metadata()
            with transaction.atomic():
                document.save()
                index_now(document)
            run.count("tệp đính kèm")


def portraits() -> list[Portrait]:
    """One portrait for each person of the organisation chart, who may hold several offices."""
    people: dict[str, str] = {}
    for _, name, position, _ in PEOPLE:
        people.setdefault(name, position)
    return [Portrait(name, uniform=any(word in position for word in UNIFORMED)) for name, position in people.items()]


def _drawn(wanted: Sequence[Drawing | Portrait]) -> Iterator[bytes]:
    """The pictures in order, drawn on up to two processor cores."""
    if len(wanted) < FEW or (os.cpu_count() or 1) < CORES:
        yield from map(drawn, wanted)
        return
    with ProcessPoolExecutor(CORES, mp_context=get_context("spawn")) as pool:
        yield from pool.map(drawn, wanted)


def _add_picture(
    title: str, filename: str, content: bytes, alt: str, home: Collection, by: AbstractUser | None
) -> None:
    picture = PortalImage(
        title=title,
        description=alt,
        credit=CREDIT,
        file=CleanPicture(content, name=filename),  # the portal drew it
        collection=home,
        uploaded_by_user=by,
    )
    picture._set_image_file_metadata()
    with transaction.atomic():
        picture.save()
        index_now(picture)


class Library:
    """The demo's pictures by scene and files by name, read once."""

    def __init__(self) -> None:
        home = collection()
        self._pictures = {picture.title: picture for picture in PortalImage.objects.filter(collection=home)}
        self._files = {document.title: document for document in PortalFile.objects.filter(collection=home)}

    def picture(self, scene: str, variant: int = 1) -> PortalImage:
        """The drawing of ``scene``; scenes with one variant give it for every number."""
        name = Drawing.name_of(SCENES[scene], min(variant, len(SCENES[scene].lights)))
        return self._pictures[name]

    def portrait(self, person: str) -> PortalImage:
        return self._pictures[Portrait.name_of(person)]

    def emblem(self) -> PortalImage:
        return self._pictures[EMBLEM]

    def file(self, filename: str) -> PortalFile:
        """The attachment that was made under ``filename``."""
        titles = {demo_file.filename: demo_file.title for demo_file in DEMO_FILES}
        return self._files[titles[filename]]
