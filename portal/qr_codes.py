"""QR codes that lead from paper to a page of this portal, and to nowhere else."""

import io
from urllib.parse import quote

import segno
from django.conf import settings
from django.urls import reverse

#: Longer addresses make codes too fine for a phone's camera and a cheap printer.
MOST_CHARACTERS = 400
#: What RFC 3986 lets stand in a path, and the sign of what is encoded already.
_SAFE_IN_PATH = "/%:@!$&'()*+,;=~-._"


class TooLong(ValueError):
    """The address does not fit a code that can be read."""


def code_address(page_url: str) -> str:
    """Where the code for the page at ``page_url`` is; empty where it is the home page's or not
    this portal's, or too long for a code.
    """
    portal = _address("")
    if not page_url.startswith(portal) or len(page_url) > MOST_CHARACTERS:
        return ""
    path = page_url.removeprefix(portal)
    return reverse("portal_qr_code", args=[path]) if path else ""


def code_for(path: str) -> bytes:
    """The code for ``path`` on this portal as SVG: one black line drawing, as large as its place.

    Nothing is looked up: the code says what the asker said, so it tells nobody whether there is such a page.

    Raises:
        TooLong: see ``MOST_CHARACTERS``.
    """
    address = _address(quote(path, safe=_SAFE_IN_PATH))
    if len(address) > MOST_CHARACTERS:
        raise TooLong(address)
    drawing = io.BytesIO()
    code = segno.make_qr(address, error="m")
    code.save(drawing, kind="svg", xmldecl=False, omitsize=True, svgclass=None, lineclass=None, border=0)
    return drawing.getvalue()


def _address(path: str) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}/{path}"
