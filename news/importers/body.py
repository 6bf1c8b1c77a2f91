"""The one place where an imported text becomes blocks of the page.

Running text, headings and lists that follow one another make one ``paragraph`` block, the way an editor would write
them; tables and pictures stand between.
"""

import json
import uuid
from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any

from news.importers.pictures import Photo
from news.importers.structure import Heading, Item, Listing, Node, Paragraph, Placeholder, Quote, Table, shape
from news.importers.tree import Block, Run

StreamData = list[dict[str, Any]]


def rich_text(runs: Iterable[Run]) -> str:
    """Return ``runs`` as the HTML that the editor knows."""
    return "".join(map(_marked_up, runs))


def stream_data(
    blocks: Sequence[Block], photos: dict[int, list[Photo]], *, styled: bool, picture: Callable[[Photo], int | None]
) -> StreamData:
    """Return the data of an article's body.

    ``picture`` gives the stored picture's id for a photo, or ``None`` where the source has only its words.
    """
    data: StreamData = []
    pieces: list[str] = []

    def close() -> None:
        if pieces:
            data.append(_block("paragraph", "".join(pieces)))
            pieces.clear()

    for node in shape(blocks, styled=styled, breaks=frozenset(photos)):
        if isinstance(node, Placeholder):
            images = [_image(photo, image) for photo in photos[node.index] if (image := picture(photo)) is not None]
            if images:
                close()
                data.extend(images)
        elif isinstance(node, Table):
            close()
            data.append(_block("table", _table(node)))
        elif isinstance(node, Quote):
            close()
            data.append(_block("quote", _quoted(node)))
        else:
            pieces.append(_html(node))
    close()
    return [{**block, "id": _id(place, block)} for place, block in enumerate(data)]


def _block(kind: str, value: object) -> dict[str, Any]:
    return {"type": kind, "value": value}


def _id(place: int, block: dict[str, Any]) -> str:
    """Unique within one body, and the same whenever the same page is read, so that versions can be compared."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, json.dumps([place, block], sort_keys=True)))


def _html(node: Node) -> str:
    if isinstance(node, Heading):
        return f"<h{node.level}>{rich_text(node.runs)}</h{node.level}>"
    if isinstance(node, Paragraph):
        return f"<p>{rich_text(node.runs)}</p>"
    if isinstance(node, Listing):
        return _list(node.items, ordered=node.ordered)
    raise TypeError(node)


def _list(items: Sequence[Item], *, ordered: bool) -> str:
    tag = "ol" if ordered else "ul"
    lines = "".join(
        f"<li>{rich_text(item.runs)}{_list(item.children, ordered=item.ordered) if item.children else ''}</li>"
        for item in items
    )
    return f"<{tag}>{lines}</{tag}>"


def _marked_up(run: Run) -> str:
    text = escape(run.text, quote=False)
    for wanted, tag in ((run.bold, "b"), (run.italic, "i"), (run.raised, "sup"), (run.lowered, "sub")):
        text = f"<{tag}>{text}</{tag}>" if wanted and text.strip() else text
    return f'<a href="{escape(run.href)}">{text}</a>' if run.href else text


def _table(node: Table) -> dict[str, Any]:
    header = all(node.rows[0]) and not any(any(char.isdigit() for char in cell) for cell in node.rows[0])
    return {
        "data": [list(row) for row in node.rows],
        "cell": [],
        "mergeCells": [],
        "first_row_is_table_header": header,
        "first_col_is_header": False,
        "table_header_choice": "row" if header else "neither",
        "table_caption": "",
    }


def _quoted(node: Quote) -> dict[str, str]:
    lines = ("".join(run.text for run in line) for line in node.lines)
    return {"text": "\n".join(lines), "attribution": node.attribution[:200]}


def _image(photo: Photo, image: int) -> dict[str, Any]:
    value = {
        "image": image,
        "alt_text": photo.alt[:250],  # a caption says something else; without a description the editor is asked for it
        "decorative": False,
        "caption": photo.caption[:400],
        "credit": photo.credit[:120],
    }
    return _block("image", value)
