"""Settings: ``base`` for all, ``dev`` for ``make run``, ``test`` for the tests, ``production`` for a server.

Every value that may differ between installations comes from the environment; docs/settings.md lists them all.
"""
