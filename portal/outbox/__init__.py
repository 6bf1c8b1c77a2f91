"""Effects as rows: what a change causes outside the database is written beside the change and carried out after it."""
