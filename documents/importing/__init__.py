"""Registers of documents from spreadsheets: what is in the file, what would become of each row, and the writing."""
