"""From pages to entries: what search may know of a page, and nothing that its readers do not get."""
