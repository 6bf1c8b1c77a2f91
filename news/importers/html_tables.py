"""Which tables of an HTML page hold data; the others only arrange the page."""

from typing import Any

from news.importers.labels import is_labelled

_MOST_CELL = 400
_MOST_ROWS = 500
_MOST_BESIDE = 150  # letters beside a picture whose caption is in the next row


def data_rows(table: Any) -> tuple[tuple[str, ...], ...]:
    """The rows of a table of data; empty for a table that arranges pictures, menus or the whole page."""
    if _arranges(table):
        return ()
    rows = []
    for row in table.iter("tr"):
        cells = tuple(" ".join("".join(cell.itertext()).split()) for cell in row if cell.tag in ("td", "th"))
        if any(cells):
            rows.append(cells)
    width = max(map(len, rows), default=0)
    if len(rows) < 2 or len(rows) > _MOST_ROWS or width < 2 or not _looks_like_data(rows, width):
        return ()
    return tuple(row + ("",) * (width - len(row)) for row in rows)


def _arranges(table: Any) -> bool:
    for element in table.iter("table", "img", "form", "input", "select", "script", "iframe", "h1", "h2"):
        if element is not table:
            return True
    words = sum(len("".join(link.itertext())) for link in table.iter("a"))
    return words * 2 > len("".join(table.itertext()).strip())


def _looks_like_data(rows: list[tuple[str, ...]], width: int) -> bool:
    cells = [cell for row in rows for cell in row]
    filled = sum(bool(cell) for cell in cells)
    broad = sum(len(row) > 1 for row in rows)
    if any(len(cell) > _MOST_CELL for cell in cells) or any(is_labelled(cell) for cell in cells):
        return False
    return filled * 2 > len(rows) * width and broad * 2 > len(rows)


def caption_rows(table: Any) -> set[Any]:
    """The rows below a picture, in a table that holds a picture and a few words about it."""
    texts = "".join(table.itertext()).strip()
    if not texts or len(texts) > 700 or table.find(".//img") is None or table.find(".//table") is not None:
        return set()
    seen, below = False, set()
    for row in table.iter("tr"):
        if row.find(".//img") is not None:
            seen = len("".join(row.itertext()).strip()) <= _MOST_BESIDE
        elif seen:
            below.add(row)
    return below
