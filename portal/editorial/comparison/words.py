"""What changed between two texts, word by word and line by line.

Wagtail takes words of up to four letters for noise and the end of a paragraph for nothing. In Vietnamese nearly every
word is that short, so that one changed word made it strike out the whole text and write it again.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext
from wagtail.utils.text import text_from_html

Change = tuple[str, str]  # equal, deletion or addition; the text

#: So many words are compared one by one; a longer line that changed is shown as a whole.
MOST_WORDS = 4_000
_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")
_ENDS = re.compile(r"</(?:p|h[1-6]|li|blockquote|tr|div)>|<br\s*/?>|<hr\s*/?>", re.IGNORECASE)
_CELLS = re.compile(r"</t[dh]>", re.IGNORECASE)


def lines_of(html: object) -> str:
    """The words of HTML, a line for each paragraph, heading, item or row.

    >>> lines_of("<h2>Kết quả</h2><p>Một <b>hai</b></p><p>ba</p>")
    'Kết quả\\nMột hai\\nba'
    """
    spaced = _ENDS.sub(lambda end: f"{end.group()}\n", _CELLS.sub(" | ", str(html or "")))
    lines = (" ".join(line.split()).removesuffix(" |") for line in text_from_html(spaced).split("\n"))
    return "\n".join(line for line in lines if line)


def changes(before: str, after: str) -> list[Change]:
    """How ``before`` became ``after``.

    >>> changes("chi bộ họp tốt", "chi bộ họp khá")
    [('equal', 'chi bộ họp '), ('deletion', 'tốt'), ('addition', 'khá')]
    """
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    found: list[Change] = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(("equal", "".join(old[i:j])))
        else:
            found.extend(_by_words("".join(old[i:j]), "".join(new[k:m])))
    return _merged(found)


def _by_words(before: str, after: str) -> Iterator[Change]:
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        yield ("deletion", before)
        yield ("addition", after)
        return
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield ("equal", "".join(old[i:j]))
            continue
        yield ("deletion", "".join(old[i:j]))
        yield ("addition", "".join(new[k:m]))


def _merged(found: list[Change]) -> list[Change]:
    merged: list[Change] = []
    for kind, text in found:
        if text and merged and merged[-1][0] == kind:
            merged[-1] = (kind, merged[-1][1] + text)
        elif text:
            merged.append((kind, text))
    return merged


class Difference:
    """In place of Wagtail's ``TextDiff``: what was added and taken out is said, struck, underlined, not only tinted."""

    def __init__(self, found: list[Change], separator: str = "") -> None:
        self.changes = found
        self.separator = separator

    def to_html(self) -> SafeString:
        """What was taken out and what came in its place stand apart."""
        parts = [_marked(kind, conditional_escape(text)) for kind, text in self.changes]
        html = self.separator.join(parts).replace("</del><ins", "</del> <ins")
        return mark_safe(html)  # noqa: S308  each part is escaped


def _marked(kind: str, text: SafeString) -> SafeString:
    kept = mark_safe(text.replace("\n", "<br>"))  # noqa: S308  escaped above
    if kind == "addition":
        return format_html('<ins class="addition">{}{}</ins>', _said(pgettext("comparison", "added:")), kept)
    if kind == "deletion":
        return format_html('<del class="deletion">{}{}</del>', _said(pgettext("comparison", "taken out:")), kept)
    return kept


def _said(word: str) -> SafeString:
    """For those who hear the page."""
    return format_html('<span class="w-sr-only">[{}] </span>', word)


def difference(before: object, after: object) -> Difference:
    """In place of Wagtail's ``diff_text``."""
    return Difference(changes(str(before or ""), str(after or "")))


def paragraphs(text: str) -> SafeString:
    """Plain lines as HTML."""
    return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in text.splitlines()))
