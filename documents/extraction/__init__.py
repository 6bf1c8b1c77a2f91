"""Reading the files of official documents: text of each page, pictures of pages, stamps, what a first page says.

Nothing here knows a model. Files are strangers' and are read in processes with bounds (``pdf_pages``, ``docx_text``,
``page_recognition``, ``page_rendering`` run there and import no Django, so this file imports nothing); ``reading``,
``recognition`` and ``pictures`` are what the portal calls (``docs/decisions/document-files.md``).
"""
