"""Twenty editors at one portal: what becomes of every word they write.

``python -m bench.editors`` starts PostgreSQL, the portal with its worker and scheduler, and twenty members of staff who
sign in with their second factor and work as they do in a browser: open, type, let the form save itself, press a button,
and take over what a colleague wrote when they are told of it. Half of what they do is on the same five pages.
"""
