"""What of a page belongs to the old site: each block is judged by itself.

Which of the remaining blocks make the article is :mod:`news.importers.layout`'s question.
"""

import enum
import re
from collections.abc import Sequence

from news.importers import vocabulary
from news.importers.dates import find_dates
from news.importers.labels import Label, labelled_values
from news.importers.lines import ends_sentence
from news.importers.names import is_name
from news.importers.tree import Block, Hint, Kind
from portal.text import fold


class Part(enum.StrEnum):
    CONTENT = "content"
    BANNER = "banner"
    MENU = "menu"
    CRUMBS = "breadcrumbs"
    SEARCH = "search"
    MARK = "mark"  # "Chi tiết tin tức": the article follows
    DATED = "date"  # nothing but a date: the article's, or a clock
    FIELDS = "fields"  # labelled values
    SHARE = "share"
    BACK = "back"
    OTHER_NEWS = "other news"
    LISTED = "listed"  # what follows a heading of other news, comments …
    COMMENTS = "comments"
    COUNTER = "counter"
    LINKS = "web links"
    PAGER = "pager"
    DOTS = "dots"
    FOOTER = "footer"
    FENCED = "fenced"  # the markup says it is no part of the article


CUTTERS = frozenset({Part.BACK, Part.OTHER_NEWS, Part.COMMENTS, Part.COUNTER, Part.LINKS, Part.FOOTER})

_INK = re.compile(r"[^\W_]")
_EDGES = " \t.:;,!*[](){}<>«»›‹→←↑↓►▶◄◀▲▼|/\\-–—+=\"“”'…•·&#"
_SIZES = re.compile(r"(?:\(?[Aa][+-]?\)?[\s|/]*){2,5}|[Aa][+-]")
# ">> Hội nghị …": a link to another article between the lines; "2 giờ trước": when, counted from a day nobody knows.
_SEE_ALSO = re.compile(r"\s*(?:>>+|=>|»|►|(?:xem|đọc) thêm\s*:)\s*\S", re.IGNORECASE)
_AGO = re.compile(r"(?:cach day )?(?:\d+ (?:giay|phut|gio|ngay|tuan|thang|nam)\s*)+(?:truoc)?")
_PAGER = re.compile(
    r"(?:(?:dau|cuoi|trang|truoc|sau|tiep|first|last|next|prev(?:ious)?|page|of|\d{1,3}|[«»<>|…\[\]/-]|\.{2,3})(?:\s+|$)){1,40}"
)
_DIGITS = re.compile(r"[\d\s.,]{1,40}")
_CRUMB_SEPARATOR = re.compile(r"\s*(?:»|›|>>|>|→|\xbb|/|\\|\||::)\s*")
_NETWORK_NAMES = "facebook twitter google zalo email e-mail print youtube linkedin pinterest plus tweet share like in"
_NETWORKS = frozenset(_NETWORK_NAMES.split())
_HOME_FIRST = re.compile(r"(?:trang chu|trang nhat|home)\b (?!cua|nay)")
_MENU_RUN = 4
_LONGEST_ROW = 30  # words of a row of tools or of a menu, whatever signs join them
# What stood between two values that the markup takes apart.
_CONNECTIVES = frozenset({"vao luc", "luc", "vao", "boi", "by", "on", "at"})
_OF_ARTICLE = re.compile(r"(?:bai|tin)(?: viet)?(?: nay)?(?: da)?(?: duoc)?(?: co)?\W*")
_CLOCK = re.compile(r"\d{1,2}\s?[:hg]\s?\d{2}(?::\d{2})?")
_WORD = re.compile(r"\w+")


def _words_of(folded: str) -> tuple[str, ...]:
    """The words of a name, without the "này" of "In bài này"."""
    return tuple(word for word in _WORD.findall(folded) if word != "nay")


def _phrases(names: frozenset[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(words for name in names if (words := _words_of(name)))


_TOOLS, _BACK, _MENU = map(_phrases, (vocabulary.TOOLS | _NETWORKS, vocabulary.BACK, vocabulary.MENU))
_COUNTED = re.compile(r"[\s:(]+\d+$")  # "Bình luận (3)"
_LINK_RUN = 3
_LONGEST_TOOL = 4  # words
_NAMED_ROWS = frozenset({Hint.TAGS, Hint.SECTION, Hint.AUTHOR, Hint.SOURCE, Hint.TITLE})
_FILE_NAME = re.compile(r"\.\w{2,4}$")


def judge(blocks: Sequence[Block], *, styled: bool) -> list[Part]:
    """Return the part that each block plays by itself and among its neighbours."""
    parts = [_part(block) for block in blocks]
    _mark_runs(blocks, parts, styled=styled)
    return parts


def _part(block: Block) -> Part:
    if block.fenced and not (block.kind is Kind.HEADING and block.level == 1):
        return _part_of_text(block) if _is_fields(block) and not block.linked else Part.FENCED
    if block.kind in (Kind.IMAGE, Kind.MEDIA):
        return Part.CONTENT
    if block.kind is Kind.TABLE:
        return _part_of_table(block)
    return _part_of_text(block)


def _part_of_table(block: Block) -> Part:
    counters = sum(vocabulary.COUNTER_LINE.fullmatch(_folded_row(row)) is not None for row in block.rows)
    return Part.COUNTER if counters * 2 >= len(block.rows) else Part.CONTENT


def _folded_row(row: tuple[str, ...]) -> str:
    return fold(" ".join(row))


def _part_of_text(block: Block) -> Part:
    text, folded = block.text, block.folded
    if not _INK.search(text) or folded in _CONNECTIVES or (Hint.DATE in block.hints and _CLOCK.fullmatch(text)):
        return Part.DOTS
    if _SIZES.fullmatch(text):
        return Part.SHARE
    if (_SEE_ALSO.match(text) and block.words <= 40) or _AGO.fullmatch(folded):
        return Part.LISTED
    core = folded.strip(_EDGES)
    if block.words <= 14:
        named = _named(core) or _named_in_a_row(block, folded)
        if named:
            return named
    if _is_row_of_links(block):
        return Part.MENU
    if (_PAGER.fullmatch(core + " ") and any(char.isdigit() for char in core)) or _DIGITS.fullmatch(core):
        return Part.PAGER
    if is_date_only(text) or _is_date_beside_tools(block):
        return Part.DATED
    if _is_fields(block):
        return Part.FIELDS
    return _by_opening(block, folded)


def _named(core: str) -> Part | None:
    for words, part in (
        (vocabulary.BACK, Part.BACK), (vocabulary.COMMENTS, Part.COMMENTS), (vocabulary.LINKS, Part.LINKS),
        (vocabulary.COUNTERS, Part.COUNTER), (vocabulary.MARKS, Part.MARK), (vocabulary.SHARE, Part.SHARE),
        (vocabulary.SEARCH, Part.SEARCH),
    ):  # fmt: skip
        if core in words:
            return part
    if vocabulary.OTHER_NEWS.fullmatch(core):
        return Part.OTHER_NEWS
    if vocabulary.COUNTER_LINE.fullmatch(core):
        return Part.COUNTER
    if _COUNTED.sub("", core) in vocabulary.COMMENTS:
        return Part.COMMENTS
    return Part.MENU if core in vocabulary.MENU else None


def _named_in_a_row(block: Block, folded: str) -> Part | None:
    """Several names of tools or of a menu in one line, whatever stands between them: "[In] [Gửi bạn bè] [Trở về]"."""
    if ends_sentence(block.text.rstrip(".")):
        return None
    words = _words_of(folded)
    if len(words) > _LONGEST_ROW:
        return None
    if _count_of_phrases(words, _TOOLS) >= 2:
        return Part.BACK if _count_of_phrases(words, _BACK) else Part.SHARE
    return Part.MENU if _count_of_phrases(words, _MENU) >= _MENU_RUN else None


def _is_date_beside_tools(block: Block) -> bool:
    """ "15/09/2022 09:05' Gửi bài này In bài này"."""
    found = find_dates(block.text) if block.words <= _LONGEST_ROW else []
    if len(found) != 1 or found[0].start > 2:
        return False
    rest = fold(block.text[found[0].end :])
    if _SIZES.fullmatch(rest.strip(" |-")) or _count_of_phrases(_words_of(rest), _TOOLS):
        return True
    entries = [_words_of(entry) for entry in re.split(r"[|\[\]]", rest) if _INK.search(entry)]
    return any(entry in _TOOLS for entry in entries) and all(len(entry) <= _LONGEST_TOOL for entry in entries)


def _is_row_of_links(block: Block) -> bool:
    """Several short links with signs between them, and nothing else: "Tin tức · Tải về", "[ Trở lại | Trang in ]"."""
    if len(block.links) < 2 or block.hints & _NAMED_ROWS or crumbs(block):
        return False
    if any(len(link.split()) > _LONGEST_TOOL or is_name(link) or _FILE_NAME.search(link) for link in block.links):
        return False
    beside = "".join(run.text for run in block.runs if not run.linked)
    return re.search(r"[|·•\[\]]|[-–]\s", beside) is not None and not _INK.search(beside)


def _count_of_phrases(words: tuple[str, ...], phrases: frozenset[tuple[str, ...]]) -> int:
    """Into how many of ``phrases`` the words can be cut, the longest first; 0 if they cannot."""
    counts = {len(words): 0}
    for start in reversed(range(len(words))):
        for end in range(len(words), start, -1):
            if end in counts and words[start:end] in phrases:
                counts[start] = counts[end] + 1
                break
    return counts.get(0, 0)


def _by_opening(block: Block, folded: str) -> Part:
    core = folded.lstrip(_EDGES.replace("(", "").replace("©", ""))
    if vocabulary.FOOTER.match(core) and len(folded) < 400:
        return Part.FOOTER
    if vocabulary.COMMENT_OPENINGS.match(core) and block.words < 30:
        return Part.COMMENTS
    if vocabulary.SHARE_OPENINGS.match(core) and block.words <= 12:
        return Part.SHARE
    if (
        vocabulary.BANNER.match(core)
        and block.words <= 25
        and (block.words <= 14 or not ends_sentence(block.text) or core.startswith("chao mung"))
    ):
        return Part.BANNER
    if crumbs(block):
        return Part.CRUMBS
    if block.words <= 15 and not ends_sentence(block.text) and _is_row_of_words(folded):
        return Part.SHARE if core.split()[0] in _NETWORKS else Part.MENU
    words = _CRUMB_SEPARATOR.split(folded)
    if len(words) >= 3 and sum(word.strip(_EDGES) in vocabulary.MENU | vocabulary.SHARE for word in words) * 2 >= len(
        words
    ):
        return Part.MENU
    return Part.CONTENT


def _is_row_of_words(folded: str) -> bool:
    """A menu or the names of networks in one line: "Trang chủ Tin tức Liên hệ", "Facebook Twitter"."""
    words = folded.split()
    if all(word.strip(_EDGES) in _NETWORKS for word in words):
        return True
    return len(words) >= 4 and _HOME_FIRST.match(folded) is not None


def _is_fields(block: Block) -> bool:
    """Whether a line is labelled values and little else."""
    if block.kind not in (Kind.TEXT, Kind.ITEM, Kind.HEADING) or len(block.text) > 300:
        return False
    found = [one for one in labelled_values(block.text) if one.label is not Label.CAPTION]
    if not found:
        return False
    covered = sum(one.end - one.start for one in found)
    dated = sum(reading.end - reading.start for reading in find_dates(block.text[: found[0].start]))
    if found[0].label in (Label.SECTION, Label.AUTHOR, Label.SOURCE) and (
        len(block.text) > 120 or ends_sentence(block.text[:-1])
    ):
        return False
    rest = len(re.sub(r"[\W_]", "", block.text)) - covered - dated
    return rest <= 30 and (
        found[0].start <= 2 or dated > 0 or _follows_name(block.text[: found[0].start], found[0].label)
    )


def _follows_name(before: str, label: Label) -> bool:
    """ "Minh Anh - Ngày đăng: …": a name may stand before some labels; "… sinh hoạt chuyên đề:" is no label."""
    allowed = label in (Label.PUBLISHED, Label.UPDATED, Label.VIEWS, Label.POSTER)
    return allowed and (
        is_name(before)
        or _OF_ARTICLE.fullmatch(fold(before)) is not None
        or not _INK.search(before)
        or len(before) <= 12
    )


def is_date_only(text: str) -> bool:
    """Whether ``text`` is a date, with or without weekday, time and zone, and nothing else."""
    if len(text) > 70:
        return False
    found = find_dates(text)
    if len(found) != 1:
        return False
    rest = text[: found[0].start] + text[found[0].end :]
    return len(re.sub(r"[\W_]|GMT|UTC", "", rest)) <= 2


def crumbs(block: Block) -> list[str]:
    """The steps of a line like "Trang chủ » Tin tức » Xây dựng Đảng"; empty for any other line."""
    if block.words > 40 or (block.kind is Kind.HEADING and block.level == 1):
        return []
    steps = [step.strip() for step in _CRUMB_SEPARATOR.split(block.text) if step.strip()]
    if "|" in block.text or len(steps) < 2 or any(len(step) > 150 for step in steps):
        return []
    at_home = fold(steps[0]).strip(_EDGES) in vocabulary.HOME
    arrows = re.search(r"»|›|>|→", block.text) is not None
    at_menu = " / " in block.text and block.words <= 20 and fold(steps[0]).strip(_EDGES) in vocabulary.MENU
    return steps if at_home or at_menu or (arrows and block.words <= 20 and not ends_sentence(block.text)) else []


def _mark_runs(blocks: Sequence[Block], parts: list[Part], *, styled: bool) -> None:
    """Several links, or several bare words of a menu, one after the other."""
    start = 0
    while start < len(blocks):
        end = start
        while (
            end < len(blocks)
            and _menu_like(blocks[end], parts[end], styled=styled)
            and (end == start or styled or not blocks[end].gap)
        ):
            end += 1
        run = range(start, end)
        wanted = _LINK_RUN if styled else _MENU_RUN
        if len(run) >= wanted and (styled or any(parts[place] is Part.MENU for place in run)):
            for place in run:
                if parts[place] is Part.CONTENT:
                    parts[place] = Part.MENU
        start = max(end, start + 1)


def _menu_like(block: Block, part: Part, *, styled: bool) -> bool:
    if part is Part.MENU:
        return True
    if part is not Part.CONTENT or block.kind not in (Kind.TEXT, Kind.ITEM):
        return False
    if Hint.TITLE in block.hints or Hint.SAPO in block.hints:
        return False
    if styled:
        return block.linked > 0.8 and block.words <= 30
    return block.words <= 8 and not re.search(r"[.!?;:,]$", block.text)
