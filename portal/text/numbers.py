"""Numbers as Vietnamese readers write them: a dot between thousands, a comma before decimals."""

from decimal import Decimal

_SWAP = str.maketrans(",.", ".,")


def format_number(number: int | float | Decimal, *, decimals: int | None = None) -> str:
    """Return ``number`` with dots between thousands and a decimal comma.

    ``decimals`` fixes how many decimals are shown; without it an integer has none and others keep their own.

    >>> format_number(4356361)
    '4.356.361'
    >>> format_number(57.3), format_number(Decimal("1250.50")), format_number(-1000, decimals=1)
    ('57,3', '1.250,50', '-1.000,0')
    """
    if decimals is not None:
        written = f"{number:,.{decimals}f}"
    elif isinstance(number, float):
        written = f"{Decimal(repr(number)):,f}"
    elif isinstance(number, Decimal):
        written = f"{number:,f}"
    else:
        written = f"{number:,d}"
    return written.translate(_SWAP)


def format_percent(number: int | float | Decimal, *, decimals: int | None = None) -> str:
    """Return a percentage that is already out of a hundred.

    >>> format_percent(57.3)
    '57,3%'
    """
    return f"{format_number(number, decimals=decimals)}%"
