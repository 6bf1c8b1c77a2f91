"""Why a file is refused: a sentence for the person who runs the import, saying what to do."""

from django.utils.functional import Promise


class Refused(Exception):
    """The file cannot be imported; ``line`` is where that shows, if it shows on a line."""

    def __init__(self, reason: str | Promise, *, line: int | None = None) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.line = line
