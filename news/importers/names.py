"""Names of people, pen names and sources, as bylines write them."""

import re

from news.importers import vocabulary
from portal.text import fold

# 0912 345 678, 0912.345.678, (0235) 3-881-234, +84 912 345 678, with or without "ĐT:" before it.
_PHONE = re.compile(
    r"(?:\(?\s*(?:số\s+)?(?:đt|đtdđ|sđt|điện thoại|tel|phone|mobile|di động|hotline)\s*[:.]?\s*)?"
    r"(?<!\d)\(?(?:\+\s?84|0)\)?(?:[\s.()-]{0,2}\d){8,10}(?!\d|[.,]\d)\s*\)?",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"(?:e-?mail\s*:?\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_AT = re.compile(r"\s+(?:vào\s+)?lúc(?:\s+\d{1,2}\s?[:hg]\s?\d{2})?\s*$", re.IGNORECASE)
_EMPTY_BRACKETS = re.compile(r"\(\s*\)|\[\s*\]")
_SEPARATORS = re.compile(r"\s+[-–—]\s+|\s*[,;/&+]\s*|\s+và\s+", re.IGNORECASE)
_NAME_WORD = re.compile(r"[A-ZĐÀ-ỸÁÂĂÊÔƠƯ][\w'’.]*$")
_ACCOUNT = re.compile(r"[a-z][a-z0-9._-]{2,30}")  # "vanthu2": people write their names with capitals
_LONGEST = 90


def without_contacts(text: str) -> str:
    """``text`` without telephone numbers and mail addresses.

    >>> without_contacts("Trần Văn Nam 0912.345.678 .")
    'Trần Văn Nam'
    """
    text = _AT.sub("", text)
    text = _EMPTY_BRACKETS.sub(" ", _EMAIL.sub(" ", _PHONE.sub(" ", text)))
    text = " ".join(text.split()).strip(" \t-–—|,;:·•")
    return re.sub(r"\s+\.$|(?<=[a-zà-ỹ])\.$", "", text).strip(" -–—|,;:")


def clean_name(text: str) -> str:
    """The name in the value of a label; empty when the value is none."""
    name = without_contacts(text)
    if name.startswith("(") and name.endswith(")"):
        name = name[1:-1].strip()
    if name.count(")") > name.count("("):
        name = name.removesuffix(")").rstrip()
    return name if re.search(r"[^\W\d_]", name) and len(name) <= _LONGEST else ""


def is_name(text: str) -> bool:
    """Whether ``text`` looks like the name or pen name of one or more people.

    >>> [is_name(text) for text in ("Hà Vy", "HOÀNG NAM", "P.V", "Minh Anh - Thu Hà", "Trang chủ", "Nâng cao vai trò")]
    [True, True, True, True, False, False]
    """
    core = without_contacts(text)
    if core.startswith("(") and core.endswith(")") and core.count("(") == 1:
        core = core[1:-1]
    core = re.sub(r"\([^()]{1,60}\)", " ", core).strip(" .")
    if not core or len(core) > _LONGEST or re.search(r"\d|[!?:“”\"]", core):
        return False
    if fold(core).strip(" .") in vocabulary.PEN_NAMES:
        return True
    parts = [part for part in _SEPARATORS.split(core) if part.strip()]
    return (
        bool(parts) and all(map(_is_one_name, parts[:1])) and (all(map(_is_one_name, parts)) or has_surname(parts[0]))
    )


def _is_one_name(part: str) -> bool:
    words = part.split()
    if fold(part).strip(" .") in vocabulary.PEN_NAMES:
        return True
    return 1 <= len(words) <= 5 and all(_NAME_WORD.match(word) for word in words)


def has_surname(name: str) -> bool:
    """Whether ``name`` begins with a Vietnamese family name and goes on."""
    words = name.lower().split()
    return len(words) >= 2 and words[0] in vocabulary.SURNAMES


def is_account(name: str) -> bool:
    """Whether ``name`` is that of an account or office rather than of a person."""
    return fold(name).strip(" .") in vocabulary.NO_PERSON or _ACCOUNT.fullmatch(name.strip()) is not None
