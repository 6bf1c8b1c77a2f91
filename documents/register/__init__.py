"""The register for readers: its lists, what narrows them, feeds and files."""
