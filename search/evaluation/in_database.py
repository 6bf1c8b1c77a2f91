"""A corpus in a database of its own, asked each query as the database engine would be asked on a site."""

import time
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Locale, Page

from search.engines.database import storage, writing
from search.engines.database.engine import DatabaseEngine
from search.entries import Entry
from search.evaluation.judged import JudgedQuery
from search.evaluation.running import DEPTH, Answer, by_anybody
from search.indexing.parts import parts
from search.language.statistics import Learner, SyllableStatistics
from search.models import StoredEntry
from search.query.understanding import understand

_CHUNK = 500
#: Above the pages that a new database has.
_FIRST = 1_000


@contextmanager
def throw_away_database(entries: Iterable[Entry]) -> Iterator[tuple[Sequence[str], SyllableStatistics]]:
    """A new database, filled with ``entries``, in the place of the site's; gone afterwards.

    The site's own is not touched: on SQLite the new one is a file of its own, on PostgreSQL a database with a name of
    its own, which the user must be allowed to make. Yields the keys of the entries, by which answers are told.
    """
    named, test = connection.settings_dict["NAME"], connection.settings_dict["TEST"]
    kept = dict(test)
    own = f"search_evaluation_{uuid.uuid4().hex[:12]}"
    with TemporaryDirectory() as folder:
        test["NAME"] = own if storage.is_postgresql() else str(Path(folder) / own)
        test["MIGRATE"] = False  # the tables as they are now, none of what migrations put into them
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            storage.create(connection)
            cache.clear()
            learner = Learner()
            keys = list(_filled(entries, learner))
            storage.tidy()
            yield keys, learner.statistics()
        finally:
            connection.creation.destroy_test_db(named, verbosity=0)
            test.clear()
            test.update(kept)
            cache.clear()


def _filled(entries: Iterable[Entry], learner: Learner) -> Iterator[str]:
    """Write the entries, with the barest page beneath each; the keys in the order of the pages' numbers."""
    kind = ContentType.objects.get_for_model(Page)
    locale, _made = Locale.objects.get_or_create(
        language_code=get_supported_content_language_variant(settings.LANGUAGE_CODE)
    )
    number = _FIRST
    for part in parts(entries, _CHUNK):
        numbered = [replace(entry, key=str(number + place)) for place, entry in enumerate(part)]
        Page.objects.bulk_create(
            Page(
                pk=int(entry.key), path=f"9999{int(entry.key):08d}", depth=3, title=entry.title or "?", live=True,
                slug=f"muc-{entry.key}", url_path=f"/muc-{entry.key}/", content_type=kind, locale=locale,
            )
            for entry in numbered
        )  # fmt: skip
        StoredEntry.objects.bulk_create(StoredEntry.of(entry) for entry in numbered)
        writing.write(numbered)
        for entry in part:
            learner.read(entry.words)
            yield entry.key
        number += len(part)


def answers(queries: Iterable[JudgedQuery], keys: Sequence[str], known: SyllableStatistics) -> Iterator[Answer]:
    """Ask one query after the other, each as a visitor's request; nothing is counted or marked."""
    engine = DatabaseEngine()
    for query in queries:
        began = time.perf_counter()
        found = engine.ranking(by_anybody(understand(query.text, known)), DEPTH)
        milliseconds = (time.perf_counter() - began) * 1000
        yield Answer(query, [keys[int(key) - _FIRST] for key in found], milliseconds)
