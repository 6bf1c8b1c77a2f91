"""The texts of the demo, written in bulk and so never published, are read for the documents that they mention."""

from __future__ import annotations

from documents.mentions import services
from portal.demo.registry import DemoRun


def read_all(run: DemoRun) -> None:
    """Read what is unread; documents written in bulk get their names as well."""
    services.name_documents()
    unread = list(services.unread_pages())
    for done in services.read_pages(unread):
        run.progress("chỗ nhắc đến văn bản", done, len(unread))
