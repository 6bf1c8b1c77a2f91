"""Stories that are told twice: the same report in two sections, or once more with a word put right.

Of all rows of four words in a text the few whose check sums are smallest are a sample that hangs on the text alone: of
two texts that share 98 % of their rows, 92 in 100 share it. Nothing has to be compared with anything.
"""

import heapq
import zlib

from search.entries import Entry
from search.language.words import words_of

_ROW = 4
_KEPT = 4
#: Of shorter texts too much is common without their being one story.
FEWEST_WORDS = 40
#: What is read of a text.
MOST_LETTERS = 20_000


def story_of(entry: Entry) -> str:
    """The same for entries that tell the same story; an entry's own key where it tells none that another could tell.

    Official documents are each for themselves, however alike they are.
    """
    if not entry.kind or entry.numbers or entry.document_type:
        return entry.key
    words = words_of(entry.body[:MOST_LETTERS])
    if len(words) < FEWEST_WORDS:
        return entry.key
    rows = {zlib.crc32(" ".join(words[at : at + _ROW]).encode()) for at in range(len(words) - _ROW + 1)}
    return f"{entry.kind}-" + "".join(f"{number:08x}" for number in heapq.nsmallest(_KEPT, rows))
