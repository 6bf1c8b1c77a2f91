"""Audit: who did what, when and from where, in rows that can only be added (docs/decisions/audit.md)."""
