"""Entries without a site around them: pages as bare rows, texts drawn from words as often as a language has them."""

import datetime as dt
import itertools
import random

from wagtail.models import Page

from portal.models import HomePage
from search.engines.database import writing
from search.entries import Entry
from search.models import StoredEntry

#: The words that Vietnamese official texts have most often, the most frequent first.
COMMONEST = ("của", "và", "các", "đảng", "ban", "công", "chi", "bộ", "trong", "hoạt")
_ONSETS = ("b", "c", "ch", "d", "đ", "g", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "s", "t", "th", "tr", "v", "x")
_RHYMES = (
    "a", "á", "ai", "am", "an", "ang", "anh", "ao", "âm", "ân", "ê", "iên", "iêu", "inh", "o", "oan", "ôi", "ông", "ơi", "ươ",
    "ương", "ưng", "uân", "ung", "uyên", "y", "ap", "at", "ăc", "ich", "ôc", "ut", "ạ", "ảo", "ấn", "ế", "iệt", "ộng", "ử", "ỷ",
)  # fmt: skip
_WORDS = [*COMMONEST, *(onset + rhyme for onset, rhyme in itertools.product(_ONSETS, _RHYMES))]
_WEIGHTS = list(itertools.accumulate(1 / (rank + 4) for rank in range(len(_WORDS))))
_TITLE, _SUMMARY, _BODY = 12, 30, 300
_AT_ONCE = 500
_YEARS = 12
_SECTIONS = 10


def fill_once(count: int) -> None:
    """Make ``count`` entries where there are none."""
    if not StoredEntry.objects.exists():
        fill(count)


def rare() -> list[str]:
    """Words that few entries have."""
    return _WORDS[-10:]


def fill(count: int) -> None:
    """Make ``count`` entries and their pages, in ten sections."""
    chance = random.Random(2026)
    home = HomePage.objects.get()
    sections = [
        home.add_child(instance=Page(title=f"Mục {number}", slug=f"muc-{number}")) for number in range(_SECTIONS)
    ]
    for start in range(0, count, _AT_ONCE):
        numbers = range(start, min(start + _AT_ONCE, count))
        pages = Page.objects.bulk_create([_page(sections[number % _SECTIONS], number, chance) for number in numbers])
        entries = [_entry(page, chance) for page in pages]
        StoredEntry.objects.bulk_create([StoredEntry.of(entry) for entry in entries])
        writing.write(entries)
    Page.objects.filter(pk__in=[section.pk for section in sections]).update(numchild=count // _SECTIONS)


def _page(section: Page, number: int, chance: random.Random) -> Page:
    return Page(
        title=_text(chance, _TITLE),
        draft_title="",
        slug=f"bai-{number}",
        url_path=f"{section.url_path}bai-{number}/",
        path=Page._get_path(section.path, section.depth + 1, number // _SECTIONS + 1),
        depth=section.depth + 1,
        content_type=section.content_type,
        locale=section.locale,
        live=True,
    )


def _entry(page: Page, chance: random.Random) -> Entry:
    is_document = chance.random() < 0.4
    return Entry(
        key=str(page.pk),
        title=page.title,
        kind="document" if is_document else "article",
        summary=_text(chance, _SUMMARY),
        body=_text(chance, chance.randrange(_BODY // 3, _BODY * 2)),
        path=page.path,
        date=dt.date(2026, 12, 1) - dt.timedelta(days=chance.randrange(365 * _YEARS)),
        document_type=str(chance.randrange(1, 15)) if is_document else "",
        issuer=str(chance.randrange(1, 60)) if is_document else "",
        fields=(str(chance.randrange(1, 10)),) if is_document else (),
        popularity=chance.random(),
    )


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, cum_weights=_WEIGHTS, k=words)).capitalize()
