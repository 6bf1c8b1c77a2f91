"""An entry as the index holds it."""

from typing import Any

from search.entries import Entry


def document_of(entry: Entry) -> dict[str, Any]:
    """The body of the document; its id is the entry's key."""
    return {"title": entry.title, "words": entry.words}
