"""The bodies whose names fit what is typed."""

from django.db.models import Q

from documents.models import Issuer
from search.language.words import plain, words_of
from search.suggesting.begun import Begun, begins_like

#: So many names that have the words somewhere are compared with what is typed; of a shorter word there are more.
_MOST_COMPARED = 60
MOST_ISSUERS = 5


def issuers_named(begun: Begun, text: str) -> list[str]:
    """The numbers of bodies with a name, or letters, that have the words side by side, in one query.

    Those whose name begins so come first.
    """
    line = begun.line
    letters = "".join(words_of(text))
    if not line or any(char.isdigit() for char in line):
        return []
    rows = Issuer.objects.filter(Q(called__contains=line) | Q(abbreviation__istartswith=letters))
    told = rows.values_list("pk", "name", "abbreviation", "other_names")[:_MOST_COMPARED]
    ranked = [(_rank(begun, letters, names), str(pk)) for pk, *names in told]
    fitting = sorted((rank, place, pk) for place, (rank, pk) in enumerate(ranked) if rank is not None)
    return [pk for _rank_of_it, _place, pk in fitting][:MOST_ISSUERS]


def _rank(begun: Begun, letters: str, names: list[str]) -> int | None:
    """0: a name begins so; 1: it goes on so; ``None``: only the body above it is called so."""
    name, abbreviation, others = names
    if abbreviation and plain(abbreviation.lower()).startswith(plain(letters)):
        return 0
    for called in (name, *others.splitlines()):
        words = [plain(word) for word in words_of(called)]
        places = [place for place in range(len(words)) if begins_like(words[place:], begun)]
        if places:
            return 0 if places[0] == 0 else 1
    return None
