"""Streams compared block by block: what each block is, and whether it was added, taken out, moved or changed."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from wagtail.admin import compare
from wagtail.blocks import BooleanBlock, CharBlock, ListBlock, RichTextBlock, StructBlock, TextBlock
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.images.edit_handlers import ImageFieldComparison

from portal.editorial.comparison.words import Difference, difference, lines_of, paragraphs

SAME, CHANGED, ADDED, REMOVED = "same", "changed", "added", "removed"


class LinesComparison(compare.BlockComparison):
    """A block whose content can be written as lines of words."""

    def lines(self, value: Any) -> str:
        return lines_of(self.block.render_basic(value)) if value is not None else ""

    def htmlvalue(self, val: Any) -> SafeString:
        return paragraphs(self.lines(val))

    def htmldiff(self) -> SafeString:
        return difference(self.lines(self.val_a), self.lines(self.val_b)).to_html()


class WordsComparison(LinesComparison):
    def lines(self, value: Any) -> str:
        return str(value or "")


class RichTextComparison(LinesComparison):
    def lines(self, value: Any) -> str:
        return lines_of(value.source if value else "")

    def htmldiff(self) -> SafeString:
        """A change of headings, emphasis or links alone leaves the words as they were, and is said."""
        if self.lines(self.val_a) == self.lines(self.val_b):
            note = _("The words are the same; headings, emphasis or links changed.")
            return format_html('<p class="portal-compare__note">{}</p>{}', note, self.htmlvalue(self.val_b))
        return super().htmldiff()


class YesNoComparison(LinesComparison):
    def lines(self, value: Any) -> str:
        return pgettext("comparison", "Yes") if value else pgettext("comparison", "No")


class TableComparison(LinesComparison):
    """A line for each row, cells between bars."""

    def lines(self, value: Any) -> str:
        rows = (value or {}).get("data") or []
        return "\n".join(" | ".join(str(cell or "") for cell in row) for row in rows)


class NamedPicture(compare.BlockComparison):
    """A picture with its name beside it."""

    def htmlvalue(self, val: Any) -> SafeString:
        return _pictures(val, val)

    def htmldiff(self) -> SafeString:
        return _pictures(self.val_a, self.val_b)


def picture_in_field(comparison: ImageFieldComparison) -> SafeString:
    """A picture in a field of its own."""
    return _pictures(*comparison.get_objects())


def _pictures(before: Any, after: Any) -> SafeString:
    shown = render_to_string("wagtailimages/widgets/compare.html", {"image_a": before, "image_b": after})
    if before == after and before is None:
        return mark_safe("")
    names = difference(before.title if before else "", after.title if after else "").to_html()
    return format_html('{}<p class="portal-compare__name">{}</p>', mark_safe(shown), names)  # noqa: S308  Wagtail's own


class FieldsComparison(compare.StructBlockComparison):
    """The parts of a block: of one that changed those that did, and its picture; empty ones are left out."""

    def htmlvalue(self, val: Any) -> SafeString:
        return _listed((block.label, _of(block, val.get(name), val.get(name)).htmlvalue(val.get(name)))
                       for name, block in self.block.child_blocks.items() if val.get(name))  # fmt: skip

    def htmldiff(self) -> SafeString:
        return _listed(
            (block.label, _of(block, self.val_a.get(name), self.val_b.get(name)).htmldiff())
            for name, block in self.block.child_blocks.items()
            if self.val_a.get(name) != self.val_b.get(name) or isinstance(block, ImageChooserBlock)
        )


def _listed(parts: Any) -> SafeString:
    return format_html(
        '<dl class="portal-compare__parts">{}</dl>', format_html_join("", "<dt>{}</dt><dd>{}</dd>", parts)
    )


def _of(block: Any, before: Any, after: Any) -> Any:
    return comparison_class_of(block)(block, True, True, before, after)


class ItemsComparison(compare.ListBlockComparison):
    """The items of a list, each with what became of it."""

    def htmlvalue(self, val: Any) -> SafeString:
        items = self.get_blocks_from_value(val)
        return format_html_join(
            "", "<div>{}</div>", ((_of(one.block, one.value, one.value).htmlvalue(one.value),) for one in items)
        )

    def htmldiff(self) -> SafeString:
        return _told((comparison, "", 0) for comparison in self.get_block_comparisons())


class BlocksComparison(compare.StreamBlockComparison):
    """A stream: every block with its kind and what became of it; those that stayed are folded away."""

    def htmldiff(self) -> SafeString:
        old = [block.id for block in self.get_blocks_from_value(self.val_a)]
        new = [block.id for block in self.get_blocks_from_value(self.val_b)]
        moved = moved_between(old, new)
        at = iter(new)
        told = []
        for comparison in self.get_block_comparisons():
            number = None if comparison.is_deleted() else next(at)
            told.append((comparison, comparison.block.label, moved.get(number, 0)))
        return _told(told)


class StreamComparison(compare.StreamFieldComparison):
    def htmldiff(self) -> SafeString:
        if self.has_block_ids(self.val_a) and self.has_block_ids(self.val_b):
            return BlocksComparison(self.field.stream_block, True, True, self.val_a, self.val_b).htmldiff()
        return difference(lines_of(self.val_a), lines_of(self.val_b)).to_html()


def moved_between(old: Sequence[str], new: Sequence[str]) -> dict[str | None, int]:
    """Which of those in both changed their place among each other, and by how many; as few as explain the new order.

    >>> moved_between(["a", "b", "c", "d"], ["d", "a", "b", "x", "c"])
    {'d': -3}
    """
    before = {one: place for place, one in enumerate(one for one in old if one in set(new))}
    after = [one for one in new if one in before]
    kept = _longest_rising([before[one] for one in after])
    return {one: place - before[one] for place, one in enumerate(after) if before[one] not in kept}


def _longest_rising(places: Sequence[int]) -> set[int]:
    ends: list[int] = []
    previous: dict[int, int | None] = {}
    for place in places:
        index = bisect_left(ends, place)
        previous[place] = ends[index - 1] if index else None
        ends[index : index + 1] = [place]
    rising: set[int] = set()
    last: int | None = ends[-1] if ends else None
    while last is not None:
        rising.add(last)
        last = previous[last]
    return rising


def _told(comparisons: Any) -> SafeString:
    """Neighbours that stayed as they were become one folded part."""
    parts: list[SafeString] = []
    for same, group in groupby(comparisons, key=lambda told: _state(told[0]) == SAME and not told[2]):
        if same:
            parts.append(_folded([_block(*told) for told in group]))
        else:
            parts.extend(_block(*told) for told in group)
    return mark_safe("".join(parts))  # noqa: S308  each part is escaped


def _folded(parts: list[SafeString]) -> SafeString:
    words = ngettext("%(n)d part did not change", "%(n)d parts did not change", len(parts)) % {"n": len(parts)}
    inside = mark_safe("".join(parts))  # noqa: S308  each part is escaped
    return format_html('<details class="portal-compare__same"><summary>{}</summary>{}</details>', words, inside)


def _state(comparison: Any) -> str:
    if comparison.is_new():
        return ADDED
    if comparison.is_deleted():
        return REMOVED
    return CHANGED if comparison.has_changed() else SAME


def _block(comparison: Any, label: str, moved: int) -> SafeString:
    state = _state(comparison)
    what = " · ".join(filter(None, [str(label), *_words_for(state, moved)]))
    if state == CHANGED:
        inside = comparison.htmldiff()
    else:
        inside = comparison.htmlvalue(comparison.val_a if state == REMOVED else comparison.val_b)
    tint = {ADDED: " addition", REMOVED: " deletion"}.get(state, "")
    return format_html(
        '<div class="comparison__child-object{} portal-compare__block"><p class="portal-compare__what">{}</p>{}</div>',
        tint,
        what,
        inside,
    )


def _words_for(state: str, moved: int) -> Iterator[str]:
    yield {
        ADDED: pgettext("comparison", "Added"),
        REMOVED: pgettext("comparison", "Taken out"),
        CHANGED: pgettext("comparison", "Changed"),
    }.get(state, "")
    if moved:
        words = _("Moved up by %(n)d") if moved < 0 else _("Moved down by %(n)d")
        yield words % {"n": abs(moved)}


_CLASSES: tuple[tuple[Any, Any], ...] = (
    (ImageChooserBlock, NamedPicture),
    (TableBlock, TableComparison),
    (BooleanBlock, YesNoComparison),
    (RichTextBlock, RichTextComparison),
    (StructBlock, FieldsComparison),
    (ListBlock, ItemsComparison),
    (CharBlock, WordsComparison),
    (TextBlock, WordsComparison),
)


def comparison_class_of(block: Any) -> Any:
    """In place of Wagtail's ``get_comparison_class_for_block``."""
    return next((found for kind, found in _CLASSES if isinstance(block, kind)), LinesComparison)


def install() -> None:
    """Wagtail's comparisons look these up in their module each time."""
    compare.diff_text = difference
    compare.TextDiff = Difference
    compare.text_from_html = lines_of
    compare.get_comparison_class_for_block = comparison_class_of
    compare.TagsFieldComparison.get_item_display = lambda comparison, tag: tag.name
    compare.register_comparison_class(StreamField, comparison_class=StreamComparison)
    ImageFieldComparison.htmldiff = picture_in_field  # Wagtail registers the class when its own app is ready
