"""Vietnamese text: the one place that knows how it is written, compared, ordered and shown."""

from portal.text.collation import collation_key, person_collation_key
from portal.text.dates import (
    VIET_NAM,
    format_date,
    format_dateline,
    format_formal_date,
    format_moment,
    in_viet_nam,
)
from portal.text.legacy import LegacyEncoding, detect_legacy, from_legacy
from portal.text.letters import fold, normalise, plain_signs
from portal.text.numbers import format_number, format_percent
from portal.text.slugs import slugify

__all__ = [
    "VIET_NAM",
    "LegacyEncoding",
    "collation_key",
    "detect_legacy",
    "fold",
    "format_date",
    "format_dateline",
    "format_formal_date",
    "format_moment",
    "format_number",
    "format_percent",
    "from_legacy",
    "in_viet_nam",
    "normalise",
    "person_collation_key",
    "plain_signs",
    "slugify",
]
