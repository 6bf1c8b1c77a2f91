"""Values in addresses that any database can be asked for: no number too large, no NUL."""

from django.urls.converters import IntConverter, StringConverter


class NumberConverter(IntConverter):
    """As many digits as surely fit a primary key."""

    regex = "[0-9]{1,18}"


class TextConverter(StringConverter):
    regex = "[^/\0]+"
