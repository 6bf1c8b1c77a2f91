"""A number that grows with every change of the register, by which what was counted is known to be old."""

from django.db import models
from django.db.models import F


class RegisterVersion(models.Model):
    """One row."""

    number = models.PositiveBigIntegerField(default=0)

    _ROW = 1

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls) -> int:
        return cls.objects.filter(pk=cls._ROW).values_list("number", flat=True).first() or 0

    @classmethod
    def grow(cls) -> None:
        if not cls.objects.filter(pk=cls._ROW).update(number=F("number") + 1):
            cls.objects.get_or_create(pk=cls._ROW, defaults={"number": 1})
