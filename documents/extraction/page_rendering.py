"""Pictures of a PDF's pages by pdfium; runs in a process of its own (``portal.confined``), without Django."""

import base64
import math
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image
from pypdfium2 import PdfDocument, PdfiumError

from portal.confined.refusing import Refused

#: A4 at 300 dpi has 8.7 million; a plan of a metre is drawn coarser.
MOST_PIXELS = 12_000_000
POINTS_PER_INCH = 72
WIDEST = 2400
#: Nothing on paper is a hundred times as long as it is wide.
_LONGEST = 20_000
QUALITY = 80
_PASSWORD_WANTED = pypdfium2.raw.FPDF_ERR_PASSWORD


def read(file: Path, *, page: int, width: int) -> dict[str, Any]:
    """A page as WebP in base64, ``width`` pixels across unless that is too much."""
    picture = rendered(file, page, width=min(width, WIDEST)).convert("RGB")
    out = BytesIO()
    picture.save(out, "WEBP", quality=QUALITY, method=2)
    return {"webp": base64.b64encode(out.getvalue()).decode("ascii"), "width": picture.width, "height": picture.height}


def rendered(file: Path, page: int, *, dpi: float = 0, width: int = 0) -> Image.Image:
    """A page at ``dpi``, or ``width`` pixels across, within ``MOST_PIXELS``."""
    document = _opened(file)
    try:
        if not 1 <= page <= len(document):
            raise Refused("no_page")
        sheet = document[page - 1]
        across, down = sheet.get_size()
        if not (across > 0 and down > 0 and max(across, down) < _LONGEST):
            raise Refused("corrupt")
        scale = dpi / POINTS_PER_INCH if dpi else (width - 0.5) / across  # pdfium rounds up
        scale = min(scale, math.sqrt(MOST_PIXELS / (across * down)))
        return sheet.render(scale=scale).to_pil()
    except PdfiumError as problem:
        raise Refused("corrupt") from problem
    finally:
        document.close()


def _opened(file: Path) -> PdfDocument:
    try:
        document = PdfDocument(file)
        document.init_forms()
    except PdfiumError as problem:
        raise Refused("encrypted" if problem.err_code == _PASSWORD_WANTED else "corrupt") from problem
    return document
