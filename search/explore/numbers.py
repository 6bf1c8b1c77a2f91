"""Numbers as staff read them."""

from django.utils.formats import number_format


def decimals(value: float, places: int = 2) -> str:
    """With a decimal comma and parted thousands.

    >>> from django.utils.translation import override
    >>> with override("vi"):
    ...     decimals(200002.2768)
    '200.002,28'
    """
    return str(number_format(round(value, places), places, use_l10n=True, force_grouping=True))
