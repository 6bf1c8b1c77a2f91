"""Entries as a portal of a hundred thousand pages has them, and the queries of its readers; no site around them."""

import datetime as dt
import random
from collections.abc import Iterator
from typing import Any

from bench.search_texts import Texts
from search.entries import Entry, Passage, StatusSpan

FIRST = 1_000_000
_SECTIONS = 40
_TITLE = (7, 16)
_SUMMARY = 35
#: News of three to eight hundred words, most of them short.
_BODY = (300, 800, 400)
_PAPERS, _WITH_FILE = 0.25, 0.5
_PAGE_OF_A_FILE = 280
#: One page in some is for members alone.
_MEMBERS, MEMBERS_TOKEN = 0.06, "g7"


def pages(texts: Texts, count: int) -> Iterator[Entry]:
    for number in range(FIRST, FIRST + count):
        yield page(texts, number)


def page(texts: Texts, number: int) -> Entry:
    chance = random.Random(number)
    subject = texts.subject(chance)
    day = dt.date(2010, 1, 1) + dt.timedelta(days=chance.randrange(5800))
    section = chance.randrange(1, _SECTIONS + 1)
    common: dict[str, Any] = {
        "key": str(number),
        "title": _title(texts, chance, subject),
        "summary": texts.text(chance, subject, _SUMMARY),
        "path": f"00010001{section:04d}{number % 10_000:04d}{number // 10_000:04d}",
        "date": day,
        "token": MEMBERS_TOKEN if chance.random() < _MEMBERS else "public",
        "popularity": round(chance.random() * 5, 2),
    }
    if chance.random() >= _PAPERS:
        cites = (f"{chance.randrange(1, 300)}|CT|TW",) if chance.random() < 0.1 else ()
        body = texts.text(chance, subject, int(chance.triangular(*_BODY)))
        return Entry(kind="news", body=body, cited=cites, **common)
    files = chance.randrange(1, 7) if chance.random() < _WITH_FILE else 0
    ends = day + dt.timedelta(days=chance.randrange(300, 4000)) if chance.random() < 0.3 else None
    held = [StatusSpan("not_yet", None, day), StatusSpan("in_force", day, ends)]
    return Entry(
        kind="document",
        body=texts.text(chance, subject, chance.randrange(200, 700)),
        about=texts.text(chance, subject, 12),
        numbers=(f"{chance.randrange(1, 300)}|{chance.choice(('CT', 'NQ', 'QĐ'))}|TW",),
        document_type=str(chance.randrange(1, 15)),
        issuer=str(chance.randrange(1, 60)),
        fields=(str(chance.randrange(1, 10)),),
        statuses=(*held, StatusSpan("expired", ends)) if ends else tuple(held),
        citations=chance.randrange(5),
        passages=tuple(
            Passage("1", "a.pdf", place, texts.text(chance, subject, _PAGE_OF_A_FILE)) for place in range(1, files + 1)
        ),
        **common,
    )


def queries(texts: Texts, count: int) -> list[str]:
    """Two to twelve words that stand side by side in some text, as readers remember a title or a phrase."""
    chance = random.Random(7)
    found: list[str] = []
    while len(found) < count:
        words = texts.text(chance, texts.subject(chance), 30).replace(".", "").split()
        length = 2 + len(found) % 11
        start = chance.randrange(0, len(words) - length)
        found.append(" ".join(words[start : start + length]))
    return found


def _title(texts: Texts, chance: random.Random, subject: int) -> str:
    words = texts.sentence(chance, subject).split()
    return " ".join(words[: chance.randrange(*_TITLE)]).capitalize()
