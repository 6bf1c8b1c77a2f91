"""What an HTML page states for machines: meta elements, JSON-LD, itemprop."""

import json
from collections.abc import Iterator
from typing import Any

from news.importers.tree import MetaValue
from portal.text import normalise

# What each name is called in MetaValue; several sources of one value keep their own names.
_META = {
    "og:title": "og:title", "twitter:title": "og:title", "og:description": "description", "description": "description",
    "article:published_time": "published", "og:article:published_time": "published", "pubdate": "published",
    "datepublished": "published", "dc.date.issued": "published", "article:modified_time": "modified",
    "datemodified": "modified", "article:section": "section", "articlesection": "section", "author": "author",
    "article:author": "author", "og:site_name": "site", "headline": "headline", "article:tag": "tag",
}  # fmt: skip
_LD_ARTICLES = ("newsarticle", "article", "blogposting", "report", "reportagenewsarticle")
_MOST_LD = 200_000
_MOST_VALUE = 2_000


def read_meta(root: Any) -> list[MetaValue]:
    """Return all statements of the page ``root`` is the tree of."""
    found = list(_from_elements(root))
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json" and script.text:
            found.extend(_from_ld(script.text, script.sourceline or 0))
    return found


def _from_elements(root: Any) -> Iterator[MetaValue]:
    for element in root.iter("title"):
        if element.text and element.getparent() is not None and element.getparent().tag == "head":
            yield _value("title", element.text, element)
    for element in root.iter("meta"):
        named = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        if named in _META and element.get("content"):
            yield _value(_META[named], element.get("content"), element)
    yield from _moments(root)


def _moments(root: Any) -> Iterator[MetaValue]:
    """Moments that belong to words shown: ``time``, ``abbr`` of microformats, ``itemprop``."""
    for element in root.iter("time"):
        stated = element.get("datetime")
        published = "publish" in f"{element.get('itemprop', '')} {element.get('class', '')}".lower()
        if stated and published:
            yield _value("published", stated, element)
    for element in root.iter("abbr"):
        if "published" in (element.get("class") or "").split() and element.get("title"):
            yield _value("published", element.get("title"), element)
    for element in root.iter():
        if isinstance(element.tag, str) and (element.get("itemprop") or "").lower() == "datepublished":
            stated = element.get("content") or element.get("datetime")
            if stated and element.tag != "meta":
                yield _value("published", stated, element)


def _value(name: str, value: str, element: Any) -> MetaValue:
    return MetaValue(name, " ".join(normalise(value).split())[:_MOST_VALUE], element.sourceline or 0)


def _from_ld(text: str, line: int) -> Iterator[MetaValue]:
    if len(text) > _MOST_LD:
        return
    try:
        stated = json.loads(normalise(text).strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return
    for thing in _things(stated):
        for name, value in _article_values(thing):
            yield MetaValue(name, " ".join(value.split())[:_MOST_VALUE], line)


def _things(stated: object) -> Iterator[dict[str, Any]]:
    things = stated if isinstance(stated, list) else [stated]
    for thing in things:
        if not isinstance(thing, dict):
            continue
        graph = thing.get("@graph")
        for one in [thing, *(graph if isinstance(graph, list) else [])]:
            if isinstance(one, dict) and str(_first(one.get("@type"))).lower() in _LD_ARTICLES:
                yield one


def _article_values(thing: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, name in (
        ("headline", "headline"), ("datePublished", "published"), ("dateModified", "modified"),
        ("articleSection", "section"), ("description", "description"),
    ):  # fmt: skip
        value = _first(thing.get(key))
        if isinstance(value, str) and value.strip():
            yield name, value
    author = _first(thing.get("author"))
    if isinstance(author, dict) and str(author.get("@type", "Person")).lower() == "person":
        author = author.get("name")
    if isinstance(author, str) and author.strip():
        yield "author", author


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) and value else value
