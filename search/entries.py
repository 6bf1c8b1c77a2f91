"""An entry: all that search knows of one page, the same for both engines."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """What is found, by its ``key``. Texts are normalised (NFC), as they are stored."""

    key: str
    title: str
    text: str = ""

    @property
    def words(self) -> str:
        """All its words, in the order of reading."""
        return f"{self.title}\n{self.text}"
