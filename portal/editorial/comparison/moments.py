"""Moments of two versions beside each other, in Viet Nam's time: Wagtail shows them as the database does."""

from datetime import datetime
from typing import Any

from django.db import models
from wagtail.admin.compare import FieldComparison, register_comparison_class

from portal.text import format_moment


class MomentComparison(FieldComparison):
    def __init__(self, field: models.Field[Any, Any], obj_a: Any, obj_b: Any) -> None:
        super().__init__(field, obj_a, obj_b)
        self.val_a: str = _in_words(field.value_from_object(obj_a))
        self.val_b: str = _in_words(field.value_from_object(obj_b))


def _in_words(value: datetime | None) -> str:
    return format_moment(value) if value is not None else ""


def compare_moments_in_words() -> None:
    """Called when the app is ready."""
    register_comparison_class(models.DateTimeField, comparison_class=MomentComparison)
