"""Days as documents cite them, and the day it is in Viet Nam."""

import datetime as dt

from django.utils import timezone

from portal.text import in_viet_nam


def today() -> dt.date:
    """The day in Viet Nam: what holds changes at its midnight."""
    return in_viet_nam(timezone.now()).date()


def citation_date(day: dt.date) -> str:
    """The day in the short form of citations: days below 10 and the months 1 and 2 are padded.

    >>> citation_date(dt.date(2018, 7, 6)), citation_date(dt.date(2019, 2, 18))
    ('06/7/2018', '18/02/2019')
    """
    month = f"{day.month:02}" if day.month < 3 else f"{day.month}"
    return f"{day.day:02}/{month}/{day.year}"
