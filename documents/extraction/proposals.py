"""What a document's first and last page say of it, proposed for the person who enters it to confirm.

Only what stands there is proposed, as it stands there; what is not found is ``None``.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from documents.extraction.proposal_parts import (
    AUTHORITY,
    DATE,
    LETTER,
    NAME,
    POSITION,
    RIGHT_HEAD,
    RULE,
    Cell,
    Found,
    Side,
    cells_of,
    date_in,
    is_capital,
    joined,
    number_in,
    type_in,
)
from portal.text import fold

#: A head is no longer, in cells; beyond it a date or a number is the text's.
_LONGEST_HEAD = 24
_LONGEST_ABSTRACT = 8
_FOOT = 40
_BODY = re.compile(
    r"(?:kính gửi|căn cứ|theo đề nghị|xét |thực hiện |thi hành |chương [ivx\d]|điều \d|phần thứ|mục \d|[ivx]+\s*[-.–/]|[a-z\d]\s*[.)]\s)",
    re.IGNORECASE,
)
#: How a text begins that has no abstract.
_TEXT = re.compile(r"kính gửi|căn cứ|theo đề nghị|điều \d|chương [ivx\d]|[ivx]+\s*[-.–]\s", re.IGNORECASE)
_ABOUT = re.compile(r"^(?:v/v|về việc|vv)\s*:?\s*", re.IGNORECASE)
_RECIPIENTS = re.compile(r"n[ơo]i nh[ậâa]n\s*[:.]?\s*", re.IGNORECASE)
_SIGNED = re.compile(r"^\(?\s*(?:đã ký|ký tên|ký, đóng dấu|đã ký và đóng dấu|ký bởi.*)\s*\)?$", re.IGNORECASE)
#: With these a body's name begins; a line that begins otherwise goes on with the name above it.
_BODIES = re.compile(
    r"(?:SỞ|BAN|CỤC|CHI CỤC|TỔNG CỤC|CHI BỘ|ĐẢNG (?:[UỦ][ỶY]|BỘ|ĐOÀN)|BAN CÁN SỰ|PHÒNG|VĂN PHÒNG|[UỦ][ỶY] BAN|HỘI|HỘI ĐỒNG"
    r"|(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|QUÂN|XÃ|PHƯỜNG) [UỦ][ỶY]|TRUNG TÂM|MẶT TRẬN|LIÊN ĐOÀN|ĐOÀN|BỘ|VIỆN|TRƯỜNG|HỌC VIỆN"
    r"|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG|CHỦ TỊCH NƯỚC|TÒA ÁN|TOÀ ÁN|CÔNG AN|TỔ|TIỂU BAN|HĐND|UBND|ỦY BAN|UBKT|ĐẠI HỘI|TỔNG|CÔNG TY"
    r"|KHO BẠC|BẢO HIỂM|NGÂN HÀNG|THANH TRA)\b"
)
_COMMITTEE = re.compile(r"(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG|QUÂN) [UỦ][ỶY]\b")
_ADVISING = re.compile(r"(?:BAN|VĂN PHÒNG|[UỦ][ỶY] BAN KIỂM TRA|TRUNG TÂM)\b")
_NUMBERED = re.compile(r"(?:luật |nghị quyết |pháp lệnh )?số\s*[:\d]", re.IGNORECASE)


@dataclass(frozen=True)
class Proposed:
    """Values of a document's record, each with where it was found. ``issuer`` and ``position`` are words, not records.

    ``on_behalf_of`` is the body behind ``T/M``: of central papers it tells Bộ Chính trị from Ban Bí thư.
    """

    number: Found[str] | None = None
    issued_on: Found[str] | None = None
    place: Found[str] | None = None
    issuer: Found[str] | None = None
    superior: Found[str] | None = None
    kind: Found[str] | None = None
    abstract: Found[str] | None = None
    authority: Found[str] | None = None
    on_behalf_of: Found[str] | None = None
    position: Found[str] | None = None
    signer: Found[str] | None = None
    recipients: Found[tuple[str, ...]] | None = None

    def values(self) -> dict[str, str | tuple[str, ...] | None]:
        found = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: None if value is None else value.value for name, value in found.items()}


def propose(first: str, last: str = "") -> Proposed:
    """What the first and the last page say; of a document of one page, ``last`` is empty or the same."""
    cells = cells_of(first, Side.FIRST)
    titled = next((place for place, cell in enumerate(cells[:_LONGEST_HEAD]) if type_in(cell.text)), None)
    head = cells[: titled if titled is not None else _end_of_letter_head(cells)]
    foot = cells_of(last, Side.LAST)[-_FOOT:] if last.strip() and last.strip() != first.strip() else cells[-_FOOT:]
    found: dict[str, object] = {"number": _number(head), **_dated(head), **_issuing(head), **_signing(foot)}
    if titled is not None:
        found["kind"] = cells[titled].found(type_in(cells[titled].text))
        found["abstract"] = _abstract(cells[titled + 1 :])
    else:
        found |= _letter(head, cells)
    return Proposed(recipients=_recipients(foot), **found)  # type: ignore[arg-type]  # each under its own name


def _end_of_letter_head(cells: Sequence[Cell]) -> int:
    """A letter has no title: its head ends where it turns to somebody."""
    addressed = (place for place, cell in enumerate(cells) if fold(cell.text).startswith("kinh gui"))
    return min(next(addressed, _LONGEST_HEAD), _LONGEST_HEAD)


def _number(head: Iterable[Cell]) -> Found[str] | None:
    return next((cell.found(number) for cell in head if (number := number_in(cell.text))), None)


def _dated(head: Sequence[Cell]) -> dict[str, Found[str] | None]:
    """The line of place and date; it may be broken in two."""
    for cell, after in zip(head, [*head[1:], None], strict=False):
        broken = after is not None and "ngày" in cell.text.lower() and not DATE.search(cell.text)
        whole = f"{cell.text} {after.text}" if after is not None and broken else cell.text
        match = DATE.search(whole)
        if match is None or number_in(cell.text):
            continue
        day, place = date_in(match), (match["place"] or "").strip(" *.-–")
        return {
            "issued_on": cell.found(day) if day else None,
            "place": cell.found(place) if place and place[0].isupper() else None,
        }
    return {}


def _issuing(head: Sequence[Cell]) -> dict[str, Found[str] | None]:
    """The names in capitals at the left: the body above it, and the one that issues, which may take two lines."""
    names = []
    for cell in head:
        if _NUMBERED.match(cell.text) or _ABOUT.match(cell.text):
            break
        if is_capital(cell.text) and not RIGHT_HEAD.search(cell.text) and not DATE.search(cell.text):
            names.append(cell)
    begins = [place for place, cell in enumerate(names) if _BODIES.match(cell.text)]
    if not begins:
        return {}
    start = begins[-1]
    if len(begins) > 1 and _COMMITTEE.match(names[start].text) and _ADVISING.match(names[begins[-2]].text):
        start = begins[-2]  # one name in two lines: no committee stands below its own board
    own, above = names[start:], names[:start]
    return {
        "issuer": own[0].found(joined(own)),
        "superior": above[0].found(joined(above)) if above else None,
    }


def _abstract(after: Sequence[Cell]) -> Found[str] | None:
    """The lines between the title and the text."""
    taken: list[Cell] = []
    longest = max((len(cell.text) for cell in after), default=0)
    for cell in after[:_LONGEST_ABSTRACT]:
        if RULE.match(cell.text):
            if taken:
                break
            continue
        if (_BODY if taken else _TEXT).match(cell.text) or (taken and _begins_text(cell, taken, longest)):
            break
        taken.append(cell)
    return taken[0].found(joined(taken)) if taken else None


def _begins_text(cell: Cell, taken: Sequence[Cell], longest: int) -> bool:
    above = taken[-1]
    if is_capital(above.text) is not is_capital(cell.text) and is_capital(taken[0].text) is not is_capital(cell.text):
        return True
    if cell.line - above.line > 1 or above.text.endswith((".", ":", ";")):
        return True
    if not cell.text[0].isupper() or is_capital(cell.text):
        return False
    return len(cell.text) > 0.75 * longest or cell.text.endswith((".", ":", ";"))


def _letter(head: Sequence[Cell], cells: Sequence[Cell]) -> dict[str, Found[str] | None]:
    """A letter says what it is about under its number, and turns to somebody."""
    about = next((place for place, cell in enumerate(head) if _ABOUT.match(cell.text)), None)
    addressed = next((cell for cell in cells[:_LONGEST_HEAD] if fold(cell.text).startswith("kinh gui")), None)
    if about is None and addressed is None:
        return {}
    found: dict[str, Found[str] | None] = {"kind": (addressed or head[about or 0]).found(LETTER)}
    if about is not None:
        taken = [head[about]]
        for cell in head[about + 1 :]:
            if RULE.match(cell.text) or DATE.search(cell.text) or is_capital(cell.text) or cell.text[0].isupper():
                break
            taken.append(cell)
        text = _ABOUT.sub("", joined(taken))
        found["abstract"] = taken[0].found(text) if text else None
    return found


def _signing(foot: Sequence[Cell]) -> dict[str, Found[str] | None]:
    """Who signed: powers (``T/M``, ``KT.``), position, name. Without a name nobody is proposed."""
    starts = [
        place for place, cell in enumerate(foot)
        if is_capital(cell.text) and (AUTHORITY.match(cell.text) or POSITION.match(cell.text))
    ]  # fmt: skip
    if not starts:
        return {}
    start = _block_start(foot, starts)
    block = foot[start:]
    powers = [(cell, match) for cell in block if is_capital(cell.text) and (match := AUTHORITY.match(cell.text))]
    positions = [cell for cell in block if is_capital(cell.text) and not AUTHORITY.match(cell.text)]
    signer = next((cell for cell in block if NAME.fullmatch(cell.text) and not _SIGNED.match(cell.text)), None)
    before_name = [cell for cell in positions if signer is None or block.index(cell) < block.index(signer)]
    found: dict[str, Found[str] | None] = {
        "position": before_name[-1].found(before_name[-1].text) if before_name else None,
        "signer": signer.found(signer.text) if signer else None,
    }
    if powers:
        found["authority"] = powers[0][0].found(", ".join(match[1] for _, match in powers))
        found["on_behalf_of"] = powers[0][0].found(powers[0][1][2]) if powers[0][1][2] else None
    return found


def _block_start(foot: Sequence[Cell], starts: Sequence[int]) -> int:
    """The last block of capitals: its lines follow each other, but for the list of recipients beside it."""
    start = starts[-1]
    for place in reversed(starts[:-1]):
        between = foot[place + 1 : start]
        if not all(cell.text.startswith(("-", "+", "•")) or _RECIPIENTS.match(cell.text) for cell in between):
            break
        start = place
    return start


def _recipients(foot: Sequence[Cell]) -> Found[tuple[str, ...]] | None:
    start = next((place for place, cell in enumerate(foot) if _RECIPIENTS.match(cell.text)), None)
    if start is None:
        return None
    named = []
    beside = _RECIPIENTS.sub("", foot[start].text, count=1).strip()
    for text in (beside, *(cell.text for cell in foot[start + 1 :])):
        if is_capital(text) and not text.startswith("-"):
            continue
        if text.startswith(("-", "–", "+", "•")):
            named.append(text.lstrip("-–+• ").rstrip(" .,;"))
        elif named and text and not NAME.fullmatch(text) and text[0].islower():
            named[-1] = f"{named[-1]} {text}".rstrip(" .,;")
    return foot[start].found(tuple(named)) if named else None
