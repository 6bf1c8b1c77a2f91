"""Pieces of text with the fonts they are shown in, brought to Unicode and to the one form that is stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from portal.text import LegacyEncoding, detect_legacy, from_legacy, normalise
from portal.text.legacy import LegacyFont, decode, legacy_font, speaks_for


@dataclass
class Decoder:
    """Decodes the text of one file and remembers the encodings that it met in ``met``."""

    met: set[str] = field(default_factory=set)

    def pieces(self, pieces: Iterable[tuple[str, str]]) -> str:
        """``(font, text)`` in their order. A font's name decides where its text agrees: others are typed in it too."""
        by_font = [
            (font, "".join(text for _, text in group))
            for font, group in groupby(pieces, key=lambda piece: legacy_font(piece[0]))
        ]
        agreed = self._agreed(by_font)
        whole = "".join(
            decode(text, font.encoding, capitals=font.capitals) if font and font.encoding in agreed else text
            for font, text in by_font
        )
        self.met |= agreed
        return self.plain(whole) if not agreed else normalise(whole)

    def plain(self, text: str) -> str:
        """Text whose font is unknown: its words decide."""
        encoding = detect_legacy(text)
        if encoding:
            self.met.add(encoding)
            text = from_legacy(text, encoding)
        return normalise(text)

    @staticmethod
    def _agreed(by_font: Sequence[tuple[LegacyFont | None, str]]) -> set[LegacyEncoding]:
        return {
            encoding
            for encoding in LegacyEncoding
            if speaks_for(" ".join(text for font, text in by_font if font and font.encoding == encoding), encoding)
        }
