"""Redis as a cache, whose absence is no failure: what is asked for is not there, what is written is dropped."""

import logging
from collections.abc import Callable
from time import monotonic
from typing import Any, TypeVar

from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis import exceptions

logger = logging.getLogger(__name__)

#: Seconds for one answer. A cache that is slower than what it spares is none.
PATIENCE = 0.5
#: After a failure Redis is not asked for so many seconds: a page asks a cache many times, and would wait each time.
REST_SECONDS = 5.0
LOG_EVERY_SECONDS = 60.0

T = TypeVar("T")


class ForgivingClient(RedisCacheClient):
    """Django's client; where Redis does not answer, the answer is that of a cache that has just forgotten all."""

    def __init__(self, servers: Any, **options: Any) -> None:
        super().__init__(servers, **{"socket_timeout": PATIENCE, "socket_connect_timeout": PATIENCE, **options})
        self._asked_again_at = self._logged_again_at = float("-inf")

    def get(self, key: Any, default: Any) -> Any:
        return self._or(default, lambda: super(ForgivingClient, self).get(key, default))

    def get_many(self, keys: Any) -> dict[Any, Any]:
        return self._or({}, lambda: super(ForgivingClient, self).get_many(keys))

    def has_key(self, key: Any) -> bool:
        return self._or(False, lambda: super(ForgivingClient, self).has_key(key))

    def add(self, key: Any, value: Any, timeout: Any) -> bool:
        """Whoever adds is the first: a no would say that another one has it in hand, and nobody would do it."""
        return self._or(True, lambda: super(ForgivingClient, self).add(key, value, timeout))

    def set(self, key: Any, value: Any, timeout: Any) -> None:
        self._or(None, lambda: super(ForgivingClient, self).set(key, value, timeout))

    def set_many(self, data: Any, timeout: Any) -> None:
        self._or(None, lambda: super(ForgivingClient, self).set_many(data, timeout))

    def touch(self, key: Any, timeout: Any) -> bool:
        return self._or(False, lambda: super(ForgivingClient, self).touch(key, timeout))

    def delete(self, key: Any) -> bool:
        return self._or(False, lambda: super(ForgivingClient, self).delete(key))

    def delete_many(self, keys: Any) -> None:
        self._or(None, lambda: super(ForgivingClient, self).delete_many(keys))

    def clear(self) -> bool:
        return self._or(False, lambda: super(ForgivingClient, self).clear())

    def incr(self, key: Any, delta: int) -> int:
        """
        Raises:
            ValueError: there is no such key, or no Redis; callers know the first.
        """
        counted: int | None = self._or(None, lambda: super(ForgivingClient, self).incr(key, delta))
        if counted is None:
            raise ValueError(f"Key {key!r} not found.")
        return counted

    def _or(self, otherwise: T, ask: Callable[[], T]) -> T:
        if monotonic() < self._asked_again_at:
            return otherwise
        try:
            return ask()
        except (exceptions.RedisError, OSError) as failure:
            self._rest(failure)
            return otherwise

    def _rest(self, failure: Exception) -> None:
        now = monotonic()
        self._asked_again_at = now + REST_SECONDS
        if now >= self._logged_again_at:
            self._logged_again_at = now + LOG_EVERY_SECONDS
            logger.error("Redis does not answer, the portal goes on without its cache: %s", failure)


class ForgivingRedisCache(RedisCache):
    def __init__(self, server: str | list[str], params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = ForgivingClient
