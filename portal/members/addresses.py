"""E-mail addresses of accounts. One belongs to one account, however its letters are written.

The forms look first and say so in words. Of two who look at the same moment neither sees the other: then the database
refuses the second (``UNIQUE``), and whoever writes an address looks again and says the same words.
"""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy

TAKEN = gettext_lazy("There is an account with this address already. Look for it under “Users”.")

#: On Django's own table, whose model is not ours to change. On SQLite, a migration of Django that alters it makes it
#: anew, without the index: then a migration must run this again.
UNIQUE = "CREATE UNIQUE INDEX auth_user_email_once ON auth_user (LOWER(email)) WHERE email <> ''"
NOT_UNIQUE = "DROP INDEX auth_user_email_once"


def tidy_email(email: str) -> str:
    return email.strip().lower()


def known_emails(addresses: Iterable[str]) -> dict[str, User]:
    """The accounts that have one of ``addresses``, by the address in small letters."""
    people = get_user_model().objects.annotate(small=Lower("email")).filter(small__in=list(addresses))
    return {tidy_email(person.email): person for person in people}
