"""Labelled values: ``Người đăng: …``, ``Ngày đăng: …``, ``Lượt xem: …``, alone on a line or several in one.

A line is cut at its labels; a value runs to the next label or bar. What a value of a kind may look like decides whether
the label counts: a number of views must be a number, a date a date.
"""

import enum
import re
from dataclasses import dataclass
from functools import lru_cache

from portal.text import normalise


class Label(enum.StrEnum):
    POSTER = "poster"
    AUTHOR = "author"
    SOURCE = "source"
    PUBLISHED = "published"
    UPDATED = "updated"
    VIEWS = "views"
    SECTION = "section"
    TAGS = "tags"
    CAPTION = "caption"
    OTHER = "other"  # known, of no use: font size, print, rating


_LABELS: dict[Label, str] = {
    Label.POSTER: r"người đăng(?: (?:tin|bài)(?: viết)?)?|người gửi|(?:được )?đăng bởi|người nhập(?: tin)?|người cập nhật|cập nhật bởi|"
                  r"gửi bởi|(?:posted|submitted|published) by",
    Label.AUTHOR: r"tác giả(?: bài viết)?|bút danh|người viết|thực hiện|phóng viên|ctv|cộng tác viên|"
                  r"(?:tin|bài)(?: viết(?! này được))?(?! viết)(?:\s*(?:,|và|&|-|/)\s*(?:bài|ảnh|hình|video|clip|bài viết))*|(?:được )?viết bởi|bởi|author|written by|by",
    Label.SOURCE: r"nguồn(?: (?:tin|bài(?: viết)?|dẫn))?|theo nguồn|source",
    Label.UPDATED: r"(?:ngày |lần |giờ |thời gian )?cập nhật(?: lần cuối| cuối| mới nhất)?(?: lúc| ngày| vào)?|(?:lần )?sửa (?:đổi )?(?:lần )?cuối"
                   r"|last updated|updated",
    Label.PUBLISHED: r"(?:ngày|thời gian|giờ) (?:đăng|xuất bản|viết|tạo|gửi|phát hành|đưa tin|đăng (?:tin|bài|tải)|ban hành tin)"
                     r"|đăng (?:ngày|lúc|tải|tải lúc|tải ngày|vào)|(?:đã )?(?:được )?(?:đăng|gửi|tạo|viết)(?: vào)? (?:lúc|ngày)|xuất bản(?: lúc| ngày)?"
                     r"|được (?:đăng|xuất bản|tạo|viết)|đăng|thời gian|ngày|date|posted(?: on)?(?! (?:in|by|under)\b)|published(?: on)?",
    Label.VIEWS: r"(?:tổng )?(?:số )?(?:lượt|lần) (?:xem|đọc|truy cập bài(?: viết)?)|(?:đã|số người|(?:đã )?được) (?:xem|đọc)|xem|lượt xem tin|views?|hits|read",
    Label.SECTION: r"chuyên mục|danh mục|thể loại|chuyên trang|category|(?:this entry was )?(?:posted|filed) (?:in|under)"
                   r"|(?:(?:bài viết |mục )?này )?(?:được )?đăng trong",
    Label.TAGS: r"từ kh(?:óa|oá)(?: tìm kiếm)?|tags?|tagged(?: with)?|(?:được )?gắn thẻ|thẻ|nhãn|chủ đề|keywords?",
    Label.CAPTION: r"ảnh|hình ảnh|ảnh minh h(?:ọa|oạ)|chú thích(?: ảnh)?|trong ảnh|ảnh trên|ảnh dưới",
    Label.OTHER: r"biên tập(?: viên)?|người biên tập|người duyệt|cỡ chữ|kích (?:cỡ|thước) chữ|font size|đánh giá|bình chọn|chia sẻ|in bài|phản hồi|bình luận|lượt (?:tải|bình luận|thích)",
}  # fmt: skip
# These words also open sentences, so without a colon they need a value of the right kind at once.
_COLON_FREE = {Label.PUBLISHED, Label.UPDATED, Label.VIEWS}
_OF_PUBLISHING = (Label.PUBLISHED, Label.UPDATED, Label.POSTER, Label.AUTHOR)
_COLON_FREE_SECTION = ("posted in", "filed under", "đăng trong")  # as they end
# "Đăng bởi Lê Hoa vào …", "by admin in Tin tức": without a colon only a name that ends there is a value.
_PERSON_AFTER = re.compile(
    r"(?P<name>[A-ZĐÀ-Ỹ][\w.'’]*(?:\s+[A-ZĐÀ-Ỹ][\w.'’]*){0,4}|[a-z][a-z0-9._-]{2,30})(?=\s*(?:$|[|,;•·/(\[–-]|(?:vào|lúc|ngày|trong|on|in|at)\s|\d))"
)
# "Gửi bởi Quản trị vào 25/7/2006": an office is not written like a person; the moment ends it.
_OFFICE_AFTER = re.compile(
    r"(?P<name>[A-ZĐÀ-Ỹ][^\W\d_]*(?: [^\W\d_]+){0,4}?)(?=\s*[,|-]?\s(?:vào|lúc|ngày|on|at)\s+(?:(?:lúc|ngày|thứ)\s|\d))"
)
_SECTION_AFTER = re.compile(r"\s(?:in|trong)\s+(?P<name>[A-ZĐÀ-Ỹ][^|/•·:.;]{1,50}?)\s*(?=$|[|/•·]|,\s\d)")
_START = r"(?:^|(?<=[\s.|,;(\[•·–—*\xbb>-]))"
_ANY = re.compile(
    _START + "(?:" + "|".join(f"(?P<{label.value}>{words})" for label, words in _LABELS.items()) + r")(?P<colon>\s*[:：]\s*|\s+(?=\S)|$)",
    re.IGNORECASE,
)  # fmt: skip
_NUMBER_AFTER = re.compile(r"\s*\(?\d")
_DATE_AFTER = re.compile(
    r"\s*[\[(]?\s*(?:\d|thứ\s|chủ nhật|ngày\s*\d|lúc\s*\d|tháng\s|[a-z]{3,9},?\s+\d)", re.IGNORECASE
)
_CLOSING_AND = re.compile(r"\s(?:and|và)$")  # "posted in Tin tức and tagged …"
_COUNT_BEFORE = re.compile(
    r"(?<![\d.,:/])(?P<count>\d[\d.,]*)\s*(?:lượt|lần)(?:\s*(?:xem|đọc)|(?=\s*[)\]|]|\s*$))|(?<![\d.,:/])(?P<views>\d[\d.,]*)\s*views?\b",
    re.IGNORECASE,
)
_COUNT = re.compile(r"^[\s(]*(?P<count>\d{1,3}(?:[.,\s]\d{3})+|\d+)(?![\d.,]*\d)(?!\s*[kKmM]\b)")


@dataclass(frozen=True, slots=True)
class Labelled:
    label: Label
    value: str
    start: int  # of the label in the line
    end: int


@lru_cache(maxsize=2048)
def labelled_values(line: str) -> tuple[Labelled, ...]:
    """Return the labelled values of ``line``.

    >>> [(one.label.value, one.value) for one in labelled_values("Người đăng: Lê Hoa .Lượt xem: 13 lượt.")]
    [('poster', 'Lê Hoa'), ('views', '13 lượt')]
    """
    starts = [match for match in _ANY.finditer(line) if _counts(match, line)]
    counted = _COUNT_BEFORE.search(line)
    found = []
    for place, match in enumerate(starts):
        end = starts[place + 1].start() if place + 1 < len(starts) else len(line)
        if counted and match.end() < counted.start() < end and Label(_named(match)) is not Label.VIEWS:
            end = counted.start()
        if _is_by_name(match):
            named = _named_after(line, match.end())
            end = named.end() if named else end
        value = line[match.end() : end]
        bar = (
            re.search(r"\s*[|•·]\s*|\s{3,}|\s//", value)
            if Label(_named(match)) not in (Label.PUBLISHED, Label.UPDATED, Label.TAGS)
            else None
        )
        value = value[: bar.start()] if bar else value
        found.append(
            Labelled(
                Label(_named(match)),
                _CLOSING_AND.sub("", value.strip(" \t|•·,;-–—([").removesuffix(" .").removesuffix(".")),
                match.start(),
                match.end() + len(value),
            )
        )
    if counted and not any(one.label is Label.VIEWS for one in found):
        found.append(Labelled(Label.VIEWS, counted["count"] or counted["views"], counted.start(), counted.end()))
    section = _SECTION_AFTER.search(line, found[0].start) if found and found[0].label in _OF_PUBLISHING else None
    if section and not any(one.label is Label.SECTION for one in found):
        found.append(Labelled(Label.SECTION, section["name"], section.start(), section.end()))
    return tuple(found)


def _is_by_name(match: re.Match[str]) -> bool:
    """Whether the label is "… bởi" or "… by" without a colon."""
    return ":" not in match["colon"] and match[0].strip().lower().endswith(("bởi", "by"))


def _named_after(line: str, start: int) -> re.Match[str] | None:
    return _PERSON_AFTER.match(line, start) or _OFFICE_AFTER.match(line, start)


def _named(match: re.Match[str]) -> str:
    return next(name for name, value in match.groupdict().items() if value is not None and name != "colon")


def _counts(match: re.Match[str], line: str) -> bool:
    label, rest = Label(_named(match)), line[match.end() :]
    if ":" in match["colon"] or "：" in match["colon"]:
        if label is Label.VIEWS:
            return not rest.strip() or _NUMBER_AFTER.match(rest) is not None
        if label in (Label.PUBLISHED, Label.UPDATED):
            return not rest.strip() or _DATE_AFTER.match(rest) is not None
        return label is not Label.AUTHOR or not rest.rstrip().endswith(("?", "!"))  # "Phóng viên: Vì sao vậy?"
    if label is Label.SECTION:
        return match[label.value].lower().endswith(_COLON_FREE_SECTION) and match.start() == 0
    if _is_by_name(match):
        return _named_after(line, match.end()) is not None
    if label is Label.TAGS:
        follows = match.start() == 0 or line[: match.start()].lower().endswith((" and ", " và "))
        return (
            match[label.value].lower().endswith(("tagged", "tagged with", "gắn thẻ")) and follows and bool(rest.strip())
        )
    if label not in _COLON_FREE:
        return False
    if label is Label.VIEWS:
        return match[label.value].lower() not in ("xem", "read") and _NUMBER_AFTER.match(rest) is not None
    return " " in match[label.value].replace("thời gian", "") and _DATE_AFTER.match(rest) is not None


def is_labelled(text: str) -> bool:
    """Whether ``text`` starts with the label of a field, or is one.

    >>> is_labelled("Ngày đăng: 05/10/2020"), is_labelled("Chi bộ khu phố 3")
    (True, False)
    """
    found = labelled_values(normalise(text).strip())
    return bool(found) and found[0].start == 0 and found[0].label is not Label.CAPTION


def read_count(value: str) -> int | None:
    """A number of views with its thousands dots or commas; None when it is rounded (1,2K) or no number.

    >>> read_count("1.113 lượt"), read_count("1,113"), read_count("1.2K"), read_count("00012")
    (1113, 1113, None, 12)
    """
    match = _COUNT.match(value)
    return int(re.sub(r"\D", "", match["count"])) if match else None
