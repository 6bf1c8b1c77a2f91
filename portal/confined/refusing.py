"""What a reader says of a file that it will not read; of the standard library alone, for both processes."""


class Refused(Exception):
    """The file was understood well enough to refuse it. ``code`` names why; the caller has the words for it."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
