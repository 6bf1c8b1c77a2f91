"""The one parser of document references, for links, search and imports alike."""

from documents.references.finder import find
from documents.references.reference import Kind, Number, Reference

__all__ = ["Kind", "Number", "Reference", "find"]
