"""Reader of saved HTML of any age: frames of tables, fonts for capitals, missing ends.

libxml2 builds the tree (it mends damage and stops at 256 levels); one walk without recursion flattens it. Nothing is
fetched, no script runs.
"""

import re
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from lxml import etree
from lxml import html as lxml_html

from news.importers.decoding import Decoded
from news.importers.errors import Refused
from news.importers.html_meta import read_meta
from news.importers.html_walk import Walk
from news.importers.tree import MetaValue, Note, SourcePage
from portal.text import LegacyEncoding, detect_legacy, from_legacy
from portal.text.legacy import decode as decode_legacy

_MOST_ELEMENTS = 50_000
_MOST_ATTRIBUTE = 1_000_000
_UNREAD = ("script", "style", "noscript", "template", "textarea", "select", "option", "button")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>", re.IGNORECASE)
_UNICODE = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_OPEN_TITLE = re.compile(r"<title[^>]{0,200}>[^<]{0,500}(?=<(?!/title\s*>))", re.IGNORECASE)
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FONT = re.compile(r"font-family\s*:\s*['\"]?\s*([^;'\",]+)", re.IGNORECASE)
_TRUNCATED = re.compile(r"</\s*(?:html|body)\s*>\s*(?:<!--.*?-->\s*)*\s*$", re.IGNORECASE | re.DOTALL)

Place = tuple[Any, str]  # an element and which of its texts: "text" or "tail"


def read_html(path: Path, decoded: Decoded) -> SourcePage:
    """Return the page that ``decoded`` shows.

    Raises:
        Refused: it is nested too deep, too large to be a page, or has nothing to read.
    """
    root = _parse(decoded.text)
    notes: list[Note] = []
    legacy = _convert_legacy(root)
    meta = read_meta(root)
    if legacy:
        meta = [MetaValue(value.name, from_legacy(value.value, legacy), value.line) for value in meta]
        notes.append(
            Note(_("The text was in %(encoding)s and has been converted: check its spelling.") % {"encoding": legacy})
        )
    if not _TRUNCATED.search(decoded.text[-5000:]) and "<body" in decoded.text[:20000].lower():
        notes.append(Note(_("The file ends before its page does: compare the end of the text with the source."),
                          decoded.text.count("\n") + 1))  # fmt: skip
    blocks = Walk(legacy).blocks(root)
    encoding = f"{legacy} ({decoded.encoding})" if legacy else decoded.encoding
    return SourcePage(path, blocks, styled=True, encoding=encoding, meta=meta, notes=notes)


def _parse(text: str) -> Any:
    text = _mend(_DECLARATION.sub("", text.replace("\x00", "")))
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise Refused(_("No HTML could be read from the file: it is empty or badly damaged. Save the page again from the "
                        "browser.")) from error  # fmt: skip
    too_deep = next((entry for entry in parser.error_log if "depth" in entry.message.lower()), None)
    if too_deep is not None:
        raise Refused(_("The elements of the page are nested more than 250 deep, which no article is: the file is damaged or "
                        "made to do harm. Copy the article's text into a text file and import that."), line=too_deep.line)  # fmt: skip
    _require_bounded(root)
    return root


def _mend(text: str) -> str:
    """Close what would swallow the rest of the page: a title or a comment without its end."""
    title = _OPEN_TITLE.search(text)
    if title:
        text = f"{text[: title.end()]}</title>{text[title.end() :]}"
    comment = text.rfind("<!--")
    if comment >= 0 and text.find("-->", comment) < 0:
        text = text[:comment] + text[comment + 4 :]
    return text


def _require_bounded(root: Any) -> None:
    for count, element in enumerate(root.iter(), start=1):
        if count > _MOST_ELEMENTS:
            raise Refused(_("The page has more than %(limit)d elements, which no article has. Copy the article's text into a text "
                            "file and import that.") % {"limit": _MOST_ELEMENTS}, line=element.sourceline)  # fmt: skip
        for name, value in element.attrib.items():
            if len(value) > _MOST_ATTRIBUTE and not value.lstrip().startswith("data:"):
                raise Refused(_("The attribute “%(name)s” is more than a million characters long: the file is damaged or made to do "
                                "harm. Save the page again from the browser.") % {"name": name[:40]}, line=element.sourceline)  # fmt: skip


def _convert_legacy(root: Any) -> LegacyEncoding | None:
    """Convert the texts of ``root`` in place where they, or the fonts they are shown in, are TCVN3 or VNI."""
    places = list(_read_places(root))
    by_font: dict[str, list[Place]] = {}
    for place in places:
        by_font.setdefault(_font(place), []).append(place)
    found: LegacyEncoding | None = None
    for font, in_font in by_font.items():
        encoding = _encoding_of_font(font)
        joined = "\n".join(_one_line(place) for place in in_font)
        if encoding and not _UNICODE.search(joined) and detect_legacy(joined) == encoding:
            found = encoding
            capitals = encoding is LegacyEncoding.TCVN3 and font.endswith("h")
            _assign(in_font, [decode_legacy(_one_line(place), encoding, capitals=capitals) for place in in_font])
    joined = "\n".join(_one_line(place) for place in places)
    legacy = detect_legacy(joined)
    if legacy:
        _assign(places, from_legacy(joined, legacy).split("\n"))
    return legacy or found


def _read_places(root: Any) -> list[Place]:
    places: list[Place] = []
    for element in root.iter():
        if element.text and element.text.strip() and element.tag not in _UNREAD:
            places.append((element, "text"))
        if element.tail and element.tail.strip():
            places.append((element, "tail"))
    return places


def _one_line(place: Place) -> str:
    return " ".join(re.split(r"[\n\r\t\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+", getattr(*place)))


def _assign(places: list[Place], texts: list[str]) -> None:
    for (element, attribute), text in zip(places, texts, strict=True):
        setattr(element, attribute, _UNWRITABLE.sub("\ufffd", text))


def _font(place: Place) -> str:
    element = place[0] if place[1] == "text" else place[0].getparent()
    while element is not None:
        styled = _FONT.search(element.get("style") or "")
        font = element.get("face") or (styled.group(1) if styled else "")
        if font:
            return str(font).split(",")[0].strip(" '\"").lower()
        element = element.getparent()
    return ""


def _encoding_of_font(font: str) -> LegacyEncoding | None:
    if font.startswith(".vn"):
        return LegacyEncoding.TCVN3
    return LegacyEncoding.VNI if font.startswith("vni") else None
