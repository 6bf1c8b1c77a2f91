"""The loaders of articles: those written by hand first, then as many generated ones as asked for."""

from __future__ import annotations

from itertools import islice

from news.models import Article
from portal.demo.accounts import demo_user
from portal.demo.library import Library
from portal.demo.registry import DemoRun

from . import compose
from .body import BodyMaker
from .sections import section_by_slug
from .store import ArticleStore
from .texts import FEATURES

#: One transaction each: what an interruption loses is at most one batch.
BATCH = 200


def feature_pages() -> dict[str, int]:
    """Page ids of the articles written by hand, by key."""
    keys = {compose.feature_identity(feature.key): feature.key for feature in FEATURES}
    found = Article.objects.filter(translation_key__in=keys).values_list("translation_key", "pk")
    return {keys[identity]: pk for identity, pk in found}


def _store() -> ArticleStore:
    return ArticleStore(section_by_slug(), BodyMaker(Library(), feature_pages()), demo_user("truongban"))


def load_features(run: DemoRun) -> None:
    store = _store()
    missing = store.missing(compose.features(run.today)[: run.articles])
    if missing:
        run.count("bài viết", len(store.add(missing)))


def load_articles(run: DemoRun) -> None:
    """Generated articles, so that there are ``run.articles`` of both kinds."""
    total = max(0, run.articles - len(FEATURES))
    store, written = _store(), compose.articles(run.seed, run.today)
    for start in range(0, total, BATCH):
        stop = min(start + BATCH, total)
        missing = store.missing(islice(written, stop - start))
        if missing:
            run.count("bài viết", len(store.add(missing)))
            run.progress("Bài viết", stop, total)
