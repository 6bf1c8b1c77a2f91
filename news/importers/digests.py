"""The digest of an article's content: equal as long as nobody changed anything an editor can change."""

import hashlib
import json
import re
from datetime import UTC, datetime
from typing import Any

from news.models import Article

_FIELDS = (
    "title", "slug", "kicker", "sapo", "published_on", "published_time_known", "updated_on", "author_name", "poster_name", "source_tag",
    "source_name", "source_url", "picture_id", "picture_alt", "picture_caption", "picture_credit", "base_views", "review_note",
    "seo_title", "search_description", "show_in_menus", "go_live_at", "expire_at",
)  # fmt: skip
# Keys that the editor adds to every paragraph, and block ids, say nothing about the content.
_EDITOR_KEYS = re.compile(r"""\s+data-block-key=("[^"]*"|'[^']*')""")


def article_digest(article: Article) -> str:
    """The digest of what ``article`` holds, drafts included."""
    latest = article.get_latest_revision_as_object() if article.latest_revision_id else article
    content: dict[str, Any] = {name: _plain(getattr(latest, name)) for name in _FIELDS}
    content["body"] = [_plain_block(block) for block in latest.body.raw_data]
    content["tags"] = sorted(latest.tags.names())
    content["related"] = [pick.related_id for pick in latest.related_picks.all()]
    content["corrections"] = [correction.text for correction in latest.corrections.all()]
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return _EDITOR_KEYS.sub("", value).strip()
    if isinstance(value, datetime):
        value = value.astimezone(UTC)  # a revision gives local time, the table UTC
    return value if value is None or isinstance(value, (int, bool)) else str(value)


def _plain_block(block: Any) -> Any:
    return _without_ids(json.loads(json.dumps({"type": block["type"], "value": block["value"]})))


def _without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_ids(inner) for key, inner in value.items() if key != "id"}
    if isinstance(value, list):
        return [_without_ids(inner) for inner in value]
    return _plain(value)
