"""From a file to its fields: one function for the command, the tests and whoever imports next."""

import re
from pathlib import Path

from django.utils.translation import gettext as _

from news.importers.decoding import Decoded, decode
from news.importers.errors import Refused
from news.importers.fields import Reading, read_fields
from news.importers.html import read_html
from news.importers.text import read_text
from news.importers.tree import Note, SourcePage

MOST_BYTES = 10 * 1024 * 1024
_MARKUP = re.compile(r"<\s*(?:!doctype\s+html|html|head|body|table|div|p|br|span|font)\b", re.IGNORECASE)


def read_bytes(path: Path) -> bytes:
    """Return the content of ``path``.

    Raises:
        Refused: it cannot be read, is empty, or is too large to be a page.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused(_("The file is larger than %(limit)d MB, which no saved page is. Save the page without its pictures, as "
                            "“HTML only” or as text.") % {"limit": MOST_BYTES // 1024 // 1024})  # fmt: skip
        raw = path.read_bytes()
    except OSError as error:
        raise Refused(_("The file cannot be read (%(error)s). Check that it is there and that you may read it.")
                      % {"error": error.strerror or type(error).__name__}) from error  # fmt: skip
    if not raw.strip():
        raise Refused(_("The file is empty. Save the page again."))
    return raw


def read_article(path: Path, raw: bytes) -> Reading:
    """Return the fields of the article in ``raw``.

    Raises:
        Refused: the file holds no article that can be read.
    """
    decoded = decode(raw)
    page = _page(path, decoded)
    if decoded.mended:
        page.notes.append(Note(_("The text had been saved in the wrong encoding and was mended: check its spelling.")))
    if decoded.damaged:
        page.notes.append(
            Note(
                _("The file is damaged in %(count)d places: compare the text with the source.")
                % {"count": decoded.damaged}
            )
        )
    return read_fields(page)


def _page(path: Path, decoded: Decoded) -> SourcePage:
    marks = len(_MARKUP.findall(decoded.text[:200_000]))
    is_html = marks >= 3 or (marks and path.suffix.lower() in (".html", ".htm", ".xhtml"))
    return read_html(path, decoded) if is_html else read_text(path, decoded)
