"""Mentions of documents in texts: found when a text goes live, resolved when it is read."""
