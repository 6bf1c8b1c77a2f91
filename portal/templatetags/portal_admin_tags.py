"""What templates of the admin need besides Wagtail's own tags."""

from datetime import date, datetime

from django import template
from django.utils import timezone

register = template.Library()


@register.filter
def lies_ahead(moment: date) -> bool:
    """Whether a moment or a day is yet to come."""
    return moment > (timezone.now() if isinstance(moment, datetime) else timezone.localdate())
