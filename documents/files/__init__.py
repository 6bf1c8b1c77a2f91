"""The files of documents: taken in, read, judged, handed out (``docs/decisions/document-files.md``)."""
