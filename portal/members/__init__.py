"""Accounts of staff and members: how they come, how they sign in, and the desk they find."""
