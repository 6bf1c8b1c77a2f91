"""Slugs: the part of an address made from a title.

The admin's script ``portal/static/portal/admin/slug.js`` does the same in the browser; both must satisfy the table
``tests/text/slug_cases.json``.
"""

import re
import unicodedata

from portal.text.letters import normalise

# Letters that Unicode does not decompose; the script has the same table.
_UNDECOMPOSED = str.maketrans(
    {"đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "ı": "i"}
    | {"ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe"}
)
_MARKS = re.compile("[\u0300-\u036f]")
_NOT_SLUG = re.compile("[^a-z0-9]+")


def slugify(text: str, *, max_length: int = 80) -> str:
    """Return ``text`` as lower-case ASCII words joined by hyphens, cut between words at ``max_length``.

    Empty only when ``text`` has no Latin letter and no digit.

    >>> slugify("Đảng uỷ đổi mới: 10-CT/TW")
    'dang-uy-doi-moi-10-ct-tw'
    >>> slugify("Nâng cao chất lượng sinh hoạt chi bộ", max_length=20)
    'nang-cao-chat-luong'
    """
    text = unicodedata.normalize("NFKD", normalise(text).translate(_UNDECOMPOSED))
    slug = _NOT_SLUG.sub("-", _MARKS.sub("", text).translate(_UNDECOMPOSED).lower()).strip("-")
    if len(slug) <= max_length:
        return slug
    cut = slug[:max_length]
    if slug[max_length] != "-" and "-" in cut:
        cut = cut[: cut.rindex("-")]
    return cut.strip("-")
