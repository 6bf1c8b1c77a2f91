"""The one parser of document references, for links, search and imports alike."""

from documents.references.finder import find
from documents.references.reference import Kind, Number, Reference
from documents.references.typed import key_of, parse_number, read_typed

__all__ = ["Kind", "Number", "Reference", "find", "key_of", "parse_number", "read_typed"]
