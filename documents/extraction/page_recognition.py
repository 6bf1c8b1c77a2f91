"""Recognises one page by tesseract; runs in a process of its own (``portal.confined``), without Django.

Tesseract is its child and so has the same limits of memory and processor time.
"""

import os
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from documents.extraction.page_cleaning import cleaned, coloured_ink, skew_of, turned
from documents.extraction.page_rendering import rendered
from documents.extraction.recognised_lines import Row, confidence_of, rows_of, text_of, with_ink
from portal.confined.refusing import Refused
from portal.text import normalise

DPI = 300
LANGUAGE = "vie"
#: Words that are less sure on the whole may stand on their head.
DOUBTFUL = 65
#: Below this a second try with stronger cleaning is worth its time; good scans have 93 and more.
UNSURE = 85
#: How long one run of tesseract may take, in seconds.
LONGEST = 90
_AUTOMATIC, _SPARSE, _ORIENTATION = "3", "11", "0"
_QUARTER = 90


def read(file: Path, *, page: int, stamps: bool) -> dict[str, Any]:
    """Text and confidence of a page; with ``stamps``, words that stand anywhere on it are looked for once more."""
    if shutil.which("tesseract", path=os.defpath) is None:
        raise Refused("no_program")
    picture = rendered(file, page, dpi=DPI)
    rows, sheet = _recognised(picture)
    if confidence_of(rows) < UNSURE:
        again, other_sheet = _recognised(picture, strongly=True)
        if confidence_of(again) > confidence_of(rows):
            rows, sheet = again, other_sheet
    if confidence_of(rows) < DOUBTFUL and (angle := _upright(sheet)):
        other, other_sheet = _recognised(picture.rotate(angle, expand=True))
        if confidence_of(other) > confidence_of(rows):
            rows, sheet, picture = other, other_sheet, picture.rotate(angle, expand=True)
    found = with_ink(rows, _ink(picture))
    confidence = confidence_of(rows)
    loose = [cell.text for row in rows_of(_tesseract(sheet, _SPARSE)) for cell in row] if stamps else []
    return {
        "text": normalise(text_of(found)),
        "confidence": confidence,
        "loose_words": [normalise(text) for text in loose],
    }


def _recognised(picture: Image.Image, *, strongly: bool = False) -> tuple[list[Row], Image.Image]:
    sheet = cleaned(picture, strongly=strongly)
    sheet = turned(sheet, skew_of(sheet))
    return rows_of(_tesseract(sheet, _AUTOMATIC)), sheet


def _ink(picture: Image.Image) -> list[Row]:
    ink = coloured_ink(picture)
    return rows_of(_tesseract(ink, _SPARSE)) if ink is not None else []


def _upright(sheet: Image.Image) -> int:
    """By how much the page has to be turned, in quarters; 0 where tesseract cannot tell."""
    said = _tesseract(sheet, _ORIENTATION, language="osd", form=())
    for line in said.splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "Orientation in degrees" and value.strip().isdigit():
            return int(value) // _QUARTER * _QUARTER
    return 0


def _tesseract(sheet: Image.Image, layout: str, language: str = LANGUAGE, form: tuple[str, ...] = ("tsv",)) -> str:
    written = BytesIO()
    sheet.save(written, "PPM")
    command = ["tesseract", "stdin", "stdout", "-l", language, "--psm", layout, "--dpi", str(DPI), *form]
    try:
        done = subprocess.run(  # noqa: S603  a program of the system with arguments of ours; the page is its input
            command,
            input=written.getvalue(),
            capture_output=True,
            timeout=LONGEST,
            check=False,
            env={"PATH": os.defpath, "LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as problem:
        raise Refused("too_long") from problem
    if done.returncode and form:
        complaint = done.stderr.decode("utf-8", "replace")
        raise Refused("no_program" if "traineddata" in complaint else "corrupt")
    return done.stdout.decode("utf-8", "replace")
