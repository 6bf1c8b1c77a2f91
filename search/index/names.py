"""The names of indices: numbered ones, an alias for the one that is searched, another for one that is being built."""

import re
from http import HTTPStatus

from django.conf import settings
from elasticsearch import Elasticsearch


def alias() -> str:
    """What searches ask; it stands for one index."""
    return f"{settings.ELASTICSEARCH_PREFIX}-entries"


def building_alias() -> str:
    """An index that is being filled: changes go there too."""
    return f"{alias()}-building"


def behind(server: Elasticsearch, name: str) -> list[str]:
    """The indices that an alias stands for."""
    found = server.options(ignore_status=404).indices.get_alias(name=name)
    return sorted(found.body) if found.meta.status == HTTPStatus.OK else []


def all_indices(server: Elasticsearch) -> list[str]:
    """Every index of this site, the oldest first."""
    found = server.indices.get(index=f"{alias()}-*", features="aliases", allow_no_indices=True)
    return sorted((name for name in found.body if number_of(name)), key=number_of)


def number_of(index: str) -> int:
    """
    >>> number_of("other")
    0
    """
    found = re.fullmatch(rf"{re.escape(alias())}-([0-9]+)", index)
    return int(found[1]) if found else 0


def next_name(indices: list[str]) -> str:
    return f"{alias()}-{max((number_of(index) for index in indices), default=0) + 1:04d}"
