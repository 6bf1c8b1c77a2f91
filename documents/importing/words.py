"""Words in cells that stand for a choice: validity, secrecy, urgency, circulation, access. All are folded."""

import re

from documents.extraction.stamps import SECRET_MARKS, stamps_in
from documents.models.document import Circulation, SigningAuthority, Urgency
from documents.models.status import Status
from portal.access.levels import Level
from portal.text import fold

#: In the order in which they are looked for: `không còn hiệu lực` holds `còn hiệu lực`.
_STATUS: tuple[tuple[Status, re.Pattern[str]], ...] = (
    (Status.PARTLY_EXPIRED, re.compile(r"(?:het|con) (?:hieu luc|hl)\s*(?:mot|1) phan|\bhhl\s*(?:mot|1) phan|\b(?:bi|duoc|da) sua doi\b")),
    (Status.NOT_YET, re.compile(r"chua (?:co )?(?:hieu luc|hl)|\bchua co hl\b")),
    (Status.SUSPENDED, re.compile(r"(?:tam )?ngung (?:hieu luc|hl|thi hanh)|dinh chi")),
    (Status.OBSOLETE, re.compile(r"(?:khong|k|ko) (?:con )?phu hop")),
    (
        Status.EXPIRED,
        re.compile(
            r"het (?:hieu luc|hl|han)|\bhhl\b|(?:khong|k|ko) con (?:hieu luc|hl|gia tri)|thay the|bai bo|huy bo|mat hieu luc"
            r"|het gia tri|^het$|da het"
        ),
    ),
    (Status.IN_FORCE, re.compile(r"con (?:hieu luc|hl|gia tri)|(?:co|dang) (?:co )?(?:hieu luc|hl)|\bchl\b|^con$|^hieu luc$|dang thi hanh")),
    (Status.UNKNOWN, re.compile(r"(?:chua|khong) (?:ro|xac dinh)|^[-?.…x ]*$")),
)  # fmt: skip

#: Where the abstract begins in a cell that holds number and abstract.
ABOUT = re.compile(r"\b(?:[Vv]ề(?= )|[Vv]/[Vv])")
_ABOUT_SHORT = re.compile(r"^\W*v\s*/\s*v\s*[:.]?\s*", re.IGNORECASE)
_ABOUT_THE, _ABOUT_LARGE = "về việc", "Về "

_NOT_SECRET = re.compile(
    r"(?:khong(?: mat)?|(?:binh )?thuong|thong thuong|khong co|k|ko|cong khai|[-0./…–]+|n/a|khong do mat|van ban thuong|th|bt"
    r"|noi bo|luu hanh noi bo|khan|thuong khan|hoa toc)"
)
_SAYS_SECRET = re.compile(
    r"\b(?:tuyet|toi) mat\b|\b(?:do|dau|dong dau|van ban|tai lieu|che do|muc|cap do|dang|loai) mat\b(?! do\b)|^\W*mat\W*$"
    r"|\((?:\s*mat\s*)\)|\bmat\s*[.;]?$"
)
_LEVEL = re.compile(r"\W*(?:(?:muc )?do )?(?:(?:tuyet|toi) )?mat\W*")
_NOT_LEVEL = re.compile(
    r"bi mat|\bmat (?:do|khau|ma|thiet|troi|tran|bang|hang|nuoc|mat)\b|\bthan mat\b|khong mat|giai mat|bao mat|co mat|vang mat"
)
_URGENCY = (
    (Urgency.EXPRESS, re.compile(r"hoa toc")),
    (Urgency.VERY_URGENT, re.compile(r"thuong khan")),
    (Urgency.URGENT, re.compile(r"^khan$|\bkhan\b(?! cap cua)")),
)
_CIRCULATION = (
    (Circulation.TO_BE_RETURNED, re.compile(r"thu hoi")),
    (Circulation.CONFERENCE, re.compile(r"(?:tai lieu|phuc vu) hoi nghi")),
    (Circulation.INTERNAL, re.compile(r"noi bo")),
)
_LEVELS = (
    (Level.COMMITTEE, re.compile(r"cap uy")),
    (Level.MEMBERS, re.compile(r"dang vien|noi bo")),
    (Level.PUBLIC, re.compile(r"cong khai|^(?:tat ca|moi nguoi|toan the|x|co|v)$|rong rai")),
)
_NOTHING = re.compile(r"[-–.…/\s]*|khong|khong co|0")
_AUTHORITY = (
    (SigningAuthority.FOR, re.compile(r"^\W*(?:T/M|TM\.?)(?=[\s.:]|\Z)", re.IGNORECASE)),
    (SigningAuthority.INSTEAD, re.compile(r"^\W*(?:K/T|KT\.?)(?=[\s.:]|\Z)", re.IGNORECASE)),
    (SigningAuthority.BY_ORDER, re.compile(r"^\W*(?:T/L|TL\.?)(?=[\s.:]|\Z)", re.IGNORECASE)),
    (SigningAuthority.AUTHORISED, re.compile(r"^\W*TUQ\.?(?=[\s.:]|\Z)", re.IGNORECASE)),
)


def status_in(text: str) -> Status | None:
    """
    >>> [status_in(text).value for text in ("Hết hiệu lực một phần", "không còn hiệu lực", "CHL", "Đã bị thay thế")]
    ['partly', 'expired', 'in_force', 'expired']
    """
    folded = fold(text)
    return next((status for status, pattern in _STATUS if pattern.search(folded)), None)


def is_not_secret(text: str) -> bool:
    """Whether a cell of the column `Độ mật` says that a paper is not secret."""
    return not text.strip() or bool(_NOT_SECRET.fullmatch(fold(text).strip(" .()")))


def says_secret(text: str, *, note: bool = False) -> bool:
    """Whether a cell, a title or a note marks a paper as secret; prose about secrets does not.

    >>> says_secret("Báo cáo tình hình (Mật)"), says_secret("về bảo vệ bí mật nhà nước"), says_secret("Mật", note=True)
    (True, False, True)
    """
    folded = fold(text)
    if "mat" not in folded:
        return False
    if any(stamp.mark in SECRET_MARKS for stamp in stamps_in("", title=text)):
        return True
    return note and bool(_SAYS_SECRET.search(_NOT_LEVEL.sub(" ", folded)))


def is_level_of_secrecy(text: str) -> bool:
    """Whether a cell of a column that nobody knows is a secret level and nothing else; a name may end in it.

    >>> [is_level_of_secrecy(text) for text in ("Mật", "TỐI MẬT.", "Nguyễn Văn Mật", "Không mật")]
    [True, True, False, False]
    """
    return bool(_LEVEL.fullmatch(fold(text)))


def urgency_in(text: str) -> Urgency | None:
    folded = fold(text)
    return next((urgency for urgency, pattern in _URGENCY if pattern.search(folded)), None)


def circulation_in(text: str) -> Circulation | None:
    folded = fold(text)
    return next((one for one, pattern in _CIRCULATION if pattern.search(folded)), None)


def level_in(text: str) -> Level | None:
    folded = fold(text)
    return next((level for level, pattern in _LEVELS if pattern.search(folded)), None)


def says_nothing(text: str) -> bool:
    return bool(_NOTHING.fullmatch(fold(text)))


def authority_leading(text: str) -> tuple[SigningAuthority | None, str]:
    """In whose place somebody signs, and the rest.

    >>> authority_leading("T/M BAN BÍ THƯ")
    (SigningAuthority.FOR, 'BAN BÍ THƯ')
    """
    for authority, pattern in _AUTHORITY:
        if found := pattern.match(text):
            return authority, text[found.end() :].strip(" .:")
    return None, text


def abstract_in(text: str) -> str:
    """As under the title of a paper.

    >>> abstract_in("V/v tăng cường công tác dân vận."), abstract_in("Về sinh hoạt chi bộ")
    ('về việc tăng cường công tác dân vận', 'về sinh hoạt chi bộ')
    """
    if found := _ABOUT_SHORT.match(text):
        rest = text[found.end() :]
        text = f"{_ABOUT_THE} {rest}" if rest else ""
    if text.startswith(_ABOUT_LARGE):
        text = text[0].lower() + text[1:]
    return text.strip(" .;") if text.count(".") <= 1 else text.strip()
