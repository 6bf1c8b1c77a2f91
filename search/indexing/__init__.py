"""Keeping entries as the pages are: written with each change, placed anew, compared and mended."""
