"""What class names, ids and tags of an HTML page say about a place in it.

Names are split into words first (``lblNgayDang`` → ``lbl-ngay-dang``) and compared with the vocabulary that page
builders use, English and Vietnamese without accents.
"""

import re
from functools import lru_cache
from typing import Any

from news.importers.tree import Hint

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SEPARATORS = re.compile(r"[^a-z0-9]+")
# What site builders put around every part of the page; it says nothing.
_NOISE = re.compile(
    r"(?:^|-)(?:ctl\d*|content-?place-?holder\d*|cphmain\d*|lbl|ltr|uc|dnn|ctr\d+|g-[0-9a-f]{8,}.*)(?=-|$)"
)


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|-)(?:{'|'.join(alternatives)})(?=-|\d*$)")


# The order matters: a name is judged by the first line it fits.
_ROLES: tuple[tuple[Hint, re.Pattern[str]], ...] = (
    (Hint.CAPTION, _words("caption", "fig-?caption", "p-?caption", "chu-?thich(-anh)?", "img-?(note|desc|title|caption)",
                          "(image|photo|picture)-?(note|desc|title|caption)", "note-?(img|image|anh|photo)", "wp-caption-text")),
    (Hint.VIEWS, _words("views?", "view-?counts?", "luot-?xem", "luot-?doc", "hits", "read-?counts?", "so-?lan-?xem")),
    (Hint.POSTER, _words("nguoi-?dang", "poster", "posted-?by", "create-?by", "nguoi-?gui")),
    (Hint.AUTHOR, _words("authors?", "tac-?gia", "by-?line", "but-?danh", "writer", "creator", "signature", "author-?name")),
    (Hint.SOURCE, _words("sources?", "nguon(-tin)?", "news-?source")),
    (Hint.TAGS, _words("tags?", "tu-?khoa", "keywords?", "tags?-?list")),
    (Hint.SAPO, _words("sapo", "lead", "summary", "chapeau", "head-?note", "headline-?sub", "intro(-?text)?", "tom-?tat", "trich-?yeu",
                       "trich-?dan", "mo-?ta", "desc", "descriptions?", "excerpt", "abstract", "brief", "dan-?nhap", "hometext", "sub-?title")),
    (Hint.TITLE, _words("titles?", "tieu-?de", "headline", "ten-?bai", "tit")),
    (Hint.DATE, _words("dates?", "time", "datetime", "date-?time", "ngay(-?dang|-?thang)?", "published?", "published-?on", "publish-?date",
                       "post-?date", "posted-?on", "thoi-?gian", "pub-?date", "create-?d(ate)?", "updated?", "modified", "modify-?date")),
    (Hint.SECTION, _words("breadcrumbs?", "category", "cate", "cat-?name", "cat", "chuyen-?muc", "section-?name", "cat-?links", "article-?section", "kicker")),
    (Hint.BODY, _words("content", "detail", "details", "body", "noi-?dung", "article", "entry", "post", "chi-?tiet", "bodytext", "main")),
)  # fmt: skip
_FENCED = _words(
    "nav", "navbar", "navigation", "menu\\w*", "header", "top-?bar", "footer", "foot", "bottom", "side-?bar", "aside", "banner",
    "related\\w*", "lien-?quan", "others?", "other-?news", "khac", "tin-?khac", "tin-?moi", "tin-?cu", "moi-?hon", "cu-?hon", "comments?",
    "binh-?luan", "phan-?hoi", "feedback", "share", "sharing", "social", "chia-?se", "tool-?bar", "tools?", "print", "search\\w*",
    "tim-?kiem", "counter", "thong-?ke", "truy-?cap", "visitors?", "login", "adv", "ads?", "advert\\w*", "quang-?cao", "widget", "pager",
    "pagination", "paging", "latest", "hot-?news", "most-?(view|read)\\w*", "xem-?nhieu", "doc-?nhieu", "web-?links?", "lien-?ket",
    "popup", "modal", "copyright", "colophon", "rating", "vote", "cookie", "newsletter", "clock", "lich", "marquee", "skip-?link", "cung-?(chuyen-?muc|loai)", "same-?cat\\w*",
    "next-?prev\\w*", "box-?(right|left)", "col-?right", "right-?(col|side)\\w*", "left-?(col|side|menu)\\w*", "hotline",
)  # fmt: skip
# A title inside one of these is the heading of a box.
_BOX = _words("block", "box", "widget", "cate?", "category", "other", "module", "menu", "related", "page", "site", "web", "logo", "list",
              "item", "panel", "portlet", "mod", "section")  # fmt: skip
# The head and foot of the article itself.
_OWN_ENDS = _words(
    "(entry|article|post|detail|news|content|item|page|story|single|title|date)-(header|footer|foot|tools|tool-?bar)",
    "(entry|article|post|detail|news)-meta-tools",
)
_EYE = _words("eye")
_NEVER = _words(
    "nav", "navbar", "menu\\w*", "header", "top-?bar", "banner", "footer", "logo", "comments?", "related\\w*", "others?"
)
_QUOTE = _words("(block|pull)?-?quotes?", "trich-?loi")
_FENCED_TAGS = frozenset({"nav", "aside", "marquee"})
_ITEMPROP = {
    "headline": Hint.TITLE, "name": None, "description": Hint.SAPO, "datepublished": Hint.DATE, "datecreated": Hint.DATE,
    "author": Hint.AUTHOR, "articlebody": Hint.BODY, "articlesection": Hint.SECTION, "caption": Hint.CAPTION,
    "keywords": Hint.TAGS,
}  # fmt: skip
_OWN_LINE = frozenset(Hint) - {Hint.BODY, Hint.LIST, Hint.CAPTION, Hint.SAPO}


# "margin-bottom-lg", "p-footer-2": how far things stand apart, not what they are.
_SPACING = re.compile(r"(?:[mp][btlrxyse]?|margin|padding|border|rounded|float|pull|align|vertical)-")


def _spelled(name: str) -> str:
    words = _SEPARATORS.sub("-", _CAMEL.sub("-", name).lower()).strip("-")
    if _SPACING.match(words):
        return ""
    return _NOISE.sub("", words).strip("-")


@lru_cache(maxsize=4096)
def _role_of(name: str) -> Hint | None:
    for hint, pattern in _ROLES:
        if pattern.search(name):
            if hint is Hint.TITLE and _BOX.search(name):
                continue
            return hint
    return None


@lru_cache(maxsize=4096)
def _fences(name: str) -> bool:
    return _FENCED.search(name) is not None and not _OWN_ENDS.search(name)


def role(tag: str, names: str, itemprop: str) -> Hint | None:
    """The part an element plays, if its names say so."""
    if itemprop:
        stated = _ITEMPROP.get(itemprop.lower())
        if stated:
            return stated
    if tag == "figcaption":
        return Hint.CAPTION
    if tag == "time":
        return Hint.DATE
    for name in names.split():
        found = _role_of(_spelled(name))
        if found:
            return found
    return None


def is_quote(tag: str, names: str, style: str) -> bool:
    """Whether an element sets off somebody's words; the editors of old browsers indented with ``blockquote``, too."""
    if tag == "blockquote":
        return "margin" not in style
    return any(_QUOTE.search(_spelled(name)) for name in names.split())


def never_article(tag: str, names: str) -> bool:
    """Whether a fenced element holds no article even when it holds a first heading, which may be the site's name."""
    return tag in _FENCED_TAGS or any(_NEVER.search(_spelled(name)) for name in names.split())


def is_fenced(tag: str, names: str, aria_role: str, *, in_article: bool = False) -> bool:
    """Whether the element is a part of the site rather than of the article, which has a foot of its own."""
    if (
        tag in _FENCED_TAGS
        or (tag == "footer" and not names.strip() and not in_article)
        or aria_role in ("navigation", "complementary", "search", "contentinfo", "banner")
    ):
        return True
    return any(_fences(_spelled(name)) for name in names.split())


def counts_readers(element: Any) -> bool:
    """Whether an element is the empty drawing of an eye with a number beside it."""
    if not _EYE.search(_spelled((element.get("class") or "").replace(" ", "-"))) or "".join(element.itertext()).strip():
        return False
    following = element.getnext()
    beside = (element.tail or "").strip() or ("".join(following.itertext()).strip() if following is not None else "")
    return re.fullmatch(r"\d[\d.,]*(?:\s*[|•·-].*)?", beside, re.DOTALL) is not None


def stands_alone(hint: Hint | None) -> bool:
    """Whether an inline element with this hint is a line of its own."""
    return hint in _OWN_LINE
