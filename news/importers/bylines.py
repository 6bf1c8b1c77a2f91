"""Who wrote, who posted, where it was taken from, how often it was read."""

import re
from dataclasses import dataclass, field, replace

from news.importers.dates import find_dates
from news.importers.found import Confidence, Found, likely, sure
from news.importers.furniture import Part
from news.importers.headline import Headline
from news.importers.labels import Label, labelled_values, read_count
from news.importers.layout import Layout
from news.importers.lines import is_prose
from news.importers.moments import fields_of, is_mixed_dateline, values_below
from news.importers.names import clean_name, has_surname, is_account, is_name, without_contacts
from news.importers.tree import Block, Hint, Kind, Placed, SourcePage
from portal.text import fold

_BY = re.compile(r"^(?:by|bởi|(?:được )?(?:viết|đăng) bởi|tác giả|người viết)\s*:?\s+", re.IGNORECASE)
_LAST_LINES = 6
_ATTACHED = re.compile(
    r"(?:các )?(?:tập tin|tệp tin|tệp|file|tài liệu|văn bản)? ?(?:đính kèm|tải về)\b|[\w().-]+\.(?:docx?|xlsx?|pdf|rar|zip|pptx?)$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"[(\[]?\s*(?:theo|nguồn(?: tin)?\s*:?|trích(?: từ)?|nguồn\s*:)\s+(?P<name>[^().]{2,60}(?:\.[\w.]{2,30})?)\s*[)\]]?\.?$",
    re.IGNORECASE,
)
_TAGS_APART = 2  # lines of the file between neighbours
_LONGEST_TAG = 12  # words
_LONGEST_OFFICE = 16  # words
_TAG_NAMES = frozenset({"tu khoa", "tags", "tag", "the", "nhan", "chu de", "keywords"})
_OF = re.compile(
    r"(?:ban|van phong|vp|phong|dang uy|dang bo|huyen uy|tinh uy|thanh uy|thi uy|quan uy|ubkt|ubnd|hdnd|uy ban|chi bo|chi doan|doan|huyen doan|xa doan|trung tam|"
    r"tt|dai|hoi|cong an|bch|mttq|lien doan|cong doan|truong|so|to|xa|phuong|huyen|ctv|bi thu|pho|giam doc|can bo|cong chuc)\b"
)
_OFFICE = re.compile(
    r"(?:ban|van phong|phong|dang uy|huyen uy|tinh uy|thanh uy|ubkt|uy ban|chi bo|chi doan|trung tam|dai|hoi|cong an|doan|mttq|lien doan) [a-z]"
)
# "Minh Quân/Báo …", "Theo Minh Quân (TTXVN)": who wrote it and where it was taken from.
_SHARED = re.compile(
    r"[(\[]?\s*(?:theo\s+)?(?P<author>(?:[A-ZĐÀ-Ỹ][\w.]*\s*){2,4}?)\s*(?:/\s*|[(\[]\s*(?:theo\s+)?)"
    r"(?P<source>(?:báo|tạp chí|đài|ttxvn|vov|vtv|[\w-]+\.(?:vn|com|gov|org))\b[^()]{0,50})[)\]]?\.?",
    re.IGNORECASE,
)
_OPENING_TAG = re.compile(
    r"(?:(?P<place>(?:[A-ZĐ][\w ]{1,25}), (?:ngày )?\d{1,2}[/-]\d{1,2}\s*)?"
    r"[(\[]\s*(?P<tag>[A-ZĐÀ-Ỹ][\w.& -]{1,24}?)(?:\s*,?\s*\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?)?\s*[)\]]\s*[-–—:.]?\s*)"
    r"|(?P<bare>[A-ZĐ][A-ZĐ0-9]{1,9}|[A-Za-z]{3,25}\.(?:vn|com|net|gov\.vn|org))(?:\s*[-–—]\s+)(?=[“\"(]?[A-ZĐÀ-Ỹ])"
)  # fmt: skip
_CLOSING_TAG = re.compile(
    r"\s*[(\[]\s*(?:theo\s+)?(?P<tag>TTXVN(?:/\w+)?|[A-ZĐ]{2,10}(?:/[A-ZĐ]{2,10})?)\s*[)\]]\s*\.?$", re.IGNORECASE
)
_CLOSING_NAME = re.compile(r"(?<=\./\.)\s*(?P<name>[^.!?]{3,40})$")


@dataclass(slots=True)
class Bylines:
    author: Found[str] | None = None
    poster: Found[str] | None = None
    source: Found[str] | None = None
    source_url: str = ""
    source_tag: Found[str] | None = None
    views: Found[int] | None = None
    credit: str = ""  # who took the pictures, where a signature names them for all
    tags: tuple[str, ...] = ()
    tags_line: int = 0
    used: set[int] = field(default_factory=set)  # blocks that are bylines and no text


def find_bylines(page: SourcePage, layout: Layout, headline: Headline, photos: set[int]) -> Bylines:
    """Return what fields, signature and the page's statements say."""
    bylines = Bylines()
    _read_fields(layout, bylines)
    _read_hints(layout, headline, bylines)
    _read_head(layout, headline, bylines, photos)
    _read_signature(layout, bylines, photos)
    if bylines.author is None:
        for statement in page.stated("author"):
            name = clean_name(statement.value)
            if name and is_name(name) and not is_account(name) and not statement.value.startswith("http"):
                bylines.author = likely(name, statement.line)
                break
    return bylines


def opening_tag(text: str) -> tuple[str, int]:
    """The source tag that opens a text, and how many characters it takes.

    >>> opening_tag("(TTXVN) - Sáng nay, chi bộ họp.")
    ('TTXVN', 10)
    >>> opening_tag("Sáng nay (thứ Hai) chi bộ họp.")
    ('', 0)
    """
    match = _OPENING_TAG.match(text)
    if not match or match["place"]:
        return "", 0
    tag = (match["tag"] or match["bare"] or "").strip()
    if match["tag"] and len(tag.split()) > 3 and not re.search(r"[-–—:]\s*$", match.group()):
        return "", 0
    return tag, match.end()


def _read_fields(layout: Layout, bylines: Bylines) -> None:
    for block in fields_of(layout):
        for one in labelled_values(block.text):
            _take(one.label, one.value, block, bylines)
    for block, one in values_below(layout):
        _take(one.label, one.value, block, bylines)


def _take(label: Label, value: str, block: Block, bylines: Bylines) -> None:
    if label is Label.VIEWS and bylines.views is None:
        count = read_count(value)
        bylines.views = sure(count, block.line) if count is not None else None
        return
    if label is Label.TAGS and not bylines.tags:
        bylines.tags = tags_of(block, value)
        bylines.tags_line = block.line
        return
    dates = find_dates(value)
    name = clean_name(value[: dates[0].start] if dates else value)
    if not name:
        return
    if label is Label.AUTHOR and is_account(name):
        label = Label.POSTER
    if label is Label.POSTER and bylines.poster is None:
        bylines.poster = sure(name, block.line)
    elif label is Label.AUTHOR and bylines.author is None:
        bylines.author = sure(name, block.line)
    elif label is Label.SOURCE and bylines.source is None:
        bylines.source = sure(name, block.line)
        bylines.source_url = next((run.href for run in block.runs if run.href), "")
    elif label is Label.CAPTION and is_name(name):
        bylines.credit = bylines.credit or name


def split_tags(value: str) -> tuple[str, ...]:
    """The tags of a line, at most ten."""
    tags = (tag.strip(' .#"“”') for tag in re.split(r"[,;|#•·]", value))
    return tuple(dict.fromkeys(tag for tag in tags if 1 < len(tag) <= 60))[:10]


def tags_of(block: Block, written: str) -> tuple[str, ...]:
    """The tags of a line: one for each link where there are several; a link before them leads to the section."""
    links = [link for link in block.links if link in written]
    return split_tags(",".join(links) if len(links) > 1 else written)


def _read_hints(layout: Layout, headline: Headline, bylines: Bylines) -> None:
    """Values that the markup names, in the article's own part of the page."""
    start = headline.place if headline.place is not None else layout.start
    for place in range(max(start - 3, 0), layout.end):
        block, part = layout.blocks[place], layout.parts[place]
        if Hint.TAGS in block.hints and part in (Part.LISTED, Part.MENU) and block.words <= _LONGEST_TAG:
            _read_named(block, place, bylines)
        if place == headline.place or part is Part.LISTED or block.quoted:
            continue
        if Hint.VIEWS in block.hints and bylines.views is None and part in (Part.PAGER, Part.CONTENT):
            count = read_count(block.text)
            bylines.views = likely(count, block.line) if count is not None else None
            bylines.used.add(place)
        if part is not Part.CONTENT or is_prose(block):
            continue
        _read_named(block, place, bylines)


def _read_named(block: Block, place: int, bylines: Bylines) -> None:
    name = clean_name(_BY.sub("", block.text))
    if Hint.TAGS in block.hints:
        known = not bylines.tags or block.line - bylines.tags_line <= _TAGS_APART
        if known and len(block.text) < 300 and block.folded.rstrip(" :") not in _TAG_NAMES:
            bylines.tags = tuple(dict.fromkeys((*bylines.tags, *tags_of(block, block.text))))[:10]
            bylines.tags_line = block.line
        bylines.used.add(place)
    elif Hint.DATE in block.hints and find_dates(block.text):
        bylines.used.add(place)
    elif Hint.POSTER in block.hints and name:
        bylines.poster = bylines.poster or sure(name, block.line)
        bylines.used.add(place)
    elif Hint.AUTHOR in block.hints and name and (is_name(name) or is_account(name)):
        if is_account(name):
            bylines.poster = bylines.poster or likely(name, block.line)
        else:
            bylines.author = bylines.author or sure(name, block.line)
        bylines.used.add(place)
    elif Hint.SOURCE in block.hints and name and block.words <= 10:
        taken = _FROM.match(block.text)
        bylines.source = bylines.source or sure(taken["name"].strip() if taken else name, block.line)
        bylines.used.add(place)


def _read_head(layout: Layout, headline: Headline, bylines: Bylines, photos: set[int]) -> None:
    """A name on a line of its own, or beside the date, between title and text."""
    if headline.place is None:
        return
    above = range(max(headline.place - 3, layout.start), headline.place)
    for place in (*range(headline.until, layout.text), *above):
        block = layout.blocks[place]
        taken = place in photos or place in bylines.used
        if layout.parts[place] is not Part.CONTENT or taken or block.kind is not Kind.TEXT:
            continue
        name = block.text
        if place in above and not (has_surname(name) and block.words >= 3):
            continue
        if is_mixed_dateline(block):
            reading = find_dates(name)[0]
            name = (name[: reading.start] + " " + name[reading.end :]).strip(" |,-–—•·()")
            bylines.used.add(place)
        if is_name(name) and (has_surname(name) or Hint.AUTHOR in block.hints or len(name.split()) <= 4):
            bylines.author = bylines.author or likely(clean_name(name), block.line)
            bylines.used.add(place)


def last_lines(layout: Layout, photos: set[int]) -> list[int]:
    """Short lines below the last paragraph, last first."""
    content = [
        place for place in range(layout.text, layout.end) if layout.parts[place] is Part.CONTENT and place not in photos
    ]
    lines: list[int] = []
    for place in reversed(content):
        block = layout.blocks[place]
        if _ATTACHED.match(block.text):
            continue
        if block.kind not in (Kind.TEXT, Kind.HEADING) or block.quoted or is_prose(block) or len(lines) >= _LAST_LINES:
            break
        lines.append(place)
    return lines


def _read_signature(layout: Layout, bylines: Bylines, photos: set[int]) -> None:
    lines = last_lines(layout, photos)
    if len(lines) > 1 and _is_office_below_name(*(layout.blocks[place] for place in lines[:2])):
        bylines.used.add(lines[0])
        lines = lines[1:]
    for order, place in enumerate(lines):
        block = layout.blocks[place]
        if not _read_closing(block, bylines, alone=order == 0):
            if order and not _may_close(block):
                break
            continue
        bylines.used.add(place)
    _read_last_sentence(layout, bylines, photos)


def _may_close(block: Block) -> bool:
    return block.words <= 6 and not block.text.endswith((".", ":"))


def _read_closing(block: Block, bylines: Bylines, *, alone: bool) -> bool:
    """Take a byline from a line at the end; False when it is none."""
    labelled = labelled_values(block.text)
    if (
        labelled
        and labelled[0].start <= 2
        and labelled[0].label in (Label.AUTHOR, Label.SOURCE, Label.CAPTION, Label.POSTER)
    ):
        for one in labelled:
            _take(one.label, one.value, block, bylines)
        return True
    shared = _SHARED.fullmatch(block.text)
    if shared and is_name(shared["author"]) and block.words <= 12:
        bylines.author = bylines.author or sure(clean_name(shared["author"]), block.line)
        bylines.source = bylines.source or sure(without_contacts(shared["source"]), block.line)
        return True
    taken = _FROM.match(block.text)
    if taken and block.words <= 9:
        name = without_contacts(taken["name"])
        bylines.source = bylines.source or sure(name, block.line)
        bylines.source_url = bylines.source_url or next((run.href for run in block.runs if run.href), "")
        return True
    closing = _CLOSING_TAG.fullmatch(block.text)
    if closing:
        bylines.source = bylines.source or likely(closing["tag"], block.line)
        return True
    if block.text.endswith(":") or not (
        _is_name_and_office(block) or is_name(block.text) or (alone and _is_office(block))
    ):
        return False
    return _sign(block, bylines, alone=alone)


def _is_name_and_office(block: Block) -> bool:
    """ "Công Tiến – Đài TT xã": who signs, and for whom."""
    name, separator, office = (
        re.split(r"(\s*[-–—(,]\s*)", block.text, maxsplit=1) if re.search(r"[-–—(,]", block.text) else ("", "", "")
    )
    return (
        bool(separator)
        and block.words <= 12
        and 2 <= len(name.split()) <= 5
        and is_name(name)
        and _OF.match(fold(office)) is not None
    )


def _is_office_below_name(last: Block, above: Block) -> bool:
    """ "ThS. Lò Thị Bích", and on the last line "Phó Bí thư Đảng uỷ xã"."""
    told = last.words <= _LONGEST_OFFICE and not re.search(r"[.:;!?]$", last.text)
    return told and _OF.match(last.folded) is not None and above.words >= 3 and is_name(above.text)


def _is_office(block: Block) -> bool:
    """Whether the last line names the body that wrote the text."""
    return block.words <= 8 and not block.text.endswith((".", "!", "?")) and _OFFICE.match(block.folded) is not None


def _sign(block: Block, bylines: Bylines, *, alone: bool) -> bool:
    name = clean_name(re.sub(r"^(?:theo)\s+", "", block.text, flags=re.IGNORECASE))
    marked = block.placed is Placed.END or block.bold or block.italic or alone
    if not name or not marked:
        return False
    if bylines.author is None or is_account(bylines.author.value):
        placed = block.placed is Placed.END or has_surname(name) or name.isupper()
        bylines.author = Found(name, block.line, Confidence.SURE if placed else Confidence.LIKELY)
    elif bylines.author.confidence is Confidence.SURE and bylines.author.value == name:
        bylines.author = replace(bylines.author, line=block.line)
    return True


def _read_last_sentence(layout: Layout, bylines: Bylines, photos: set[int]) -> None:
    """ "… trong sạch, vững mạnh./. Hà Vy": a name after the sign that ends a text."""
    if bylines.author is not None:
        return
    for place in reversed(range(layout.text, layout.end)):
        block = layout.blocks[place]
        if layout.parts[place] is not Part.CONTENT or place in photos or place in bylines.used:
            continue
        closing = _CLOSING_NAME.search(block.text)
        if closing and is_name(closing["name"]):
            bylines.author = likely(clean_name(closing["name"]), block.line)
        return


def closing_length(text: str, author: str) -> int:
    """How many characters at the end of the last paragraph are the author's name after "./."."""
    closing = _CLOSING_NAME.search(text)
    return len(closing.group()) if closing and clean_name(closing["name"]) == author else 0
