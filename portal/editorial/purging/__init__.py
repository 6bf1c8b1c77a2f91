"""Removing a page for good, with every trace of what it said."""
