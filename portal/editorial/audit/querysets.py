"""The vocabulary in which lines are asked for. They are added in bulk, and neither changed nor deleted."""

from typing import Any, NoReturn, Self

from django.db import models
from django.db.models import Q


class AppendOnly(TypeError):
    """Lines of the audit are added, never changed or deleted. The database refuses it too (``triggers``)."""

    def __init__(self) -> None:
        super().__init__("the audit is append-only")


class AppendOnlyQuerySet(models.QuerySet):
    def update(self, **values: Any) -> NoReturn:
        raise AppendOnly

    def delete(self) -> NoReturn:
        raise AppendOnly

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly


class EntryQuerySet(AppendOnlyQuerySet):
    def unsealed(self) -> Self:
        return self.filter(position=None)

    def sealed(self) -> Self:
        return self.exclude(position=None)

    def concerning(self, person_id: int) -> Self:
        """What this account did, and what was done to it."""
        return self.filter(Q(actor_id=person_id) | Q(object_type="auth.user", object_id=str(person_id)))


class TextQuerySet(AppendOnlyQuerySet):
    def take_away(self) -> int:
        """Delete the texts for good. Only ``services`` does so, and writes down that it did."""
        return int(self._raw_delete(self.db))
