"""Suggestions while typing: from what is typed so far to titles, numbers, bodies and queries of others."""
