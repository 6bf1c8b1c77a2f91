"""The connection to Elasticsearch, as the settings name it."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from elasticsearch import Elasticsearch

#: Work in bulk waits longer than a visitor does.
BULK_TIMEOUT_SECONDS = 60


class NotConfigured(Exception):
    """No address of Elasticsearch is set."""


def is_configured() -> bool:
    return bool(settings.ELASTICSEARCH_URLS)


def client() -> Elasticsearch:
    """The process's connection pool.

    Raises:
        NotConfigured: ``ELASTICSEARCH_URL`` is empty.
    """
    return _client(tuple(settings.ELASTICSEARCH_URLS))


@lru_cache(maxsize=2)
def _client(urls: tuple[str, ...]) -> Elasticsearch:
    if not urls:
        raise NotConfigured
    return Elasticsearch(list(urls), **_identity(), **_trust())


def _identity() -> dict[str, Any]:
    if settings.ELASTICSEARCH_API_KEY:
        return {"api_key": settings.ELASTICSEARCH_API_KEY}
    if settings.ELASTICSEARCH_USER:
        return {"basic_auth": (settings.ELASTICSEARCH_USER, settings.ELASTICSEARCH_PASSWORD)}
    return {}


def _trust() -> dict[str, Any]:
    return {"ca_certs": settings.ELASTICSEARCH_CA} if settings.ELASTICSEARCH_CA else {}
