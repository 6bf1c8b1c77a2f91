"""Stream values as the database keeps them."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID, uuid5

_ITEMS = UUID("0e0f6ab5-7c0a-4d53-9d3c-1f5f3ac36c0e")


def list_items(values: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """``values`` as a ListBlock keeps them. Each has an id: without, Wagtail takes the entry for the value itself."""
    return [{"type": "item", "value": value, "id": str(uuid5(_ITEMS, repr(value)))} for value in values]
