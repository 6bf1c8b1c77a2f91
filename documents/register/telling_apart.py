"""Of several documents with one number, those that a person means who typed more than the number."""

import re
from collections.abc import Callable, Sequence

from documents.models import OfficialDocument
from documents.naming import named_in
from portal.text import fold

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def meant(documents: Sequence[OfficialDocument], typed: str) -> list[OfficialDocument]:
    """By the day, the year and the body that stand beside the number; all of them where none of these helps."""
    day = named_in(typed).day
    years = {int(year) for year in _YEAR.findall(typed)}
    words = fold(typed)
    tests: list[Callable[[OfficialDocument], bool]] = [
        lambda one: day is not None and one.issued_on == day,
        lambda one: one.issued_on is not None and one.issued_on.year in years,
        lambda one: any(fold(name) in words for name in one.issuer.names()),
    ]
    found = list(documents)
    for test in tests:
        found = [one for one in found if test(one)] or found
    return found
