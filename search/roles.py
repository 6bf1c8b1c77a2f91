"""Who keeps words and rules of the search and reads what readers ask: the chief editor and administrators."""

from portal.editorial.roles import ADMINISTRATOR, CHIEF, MoreRights, all_of, more_rights

#: What readers ask, as counts.
MAY_READ_QUERIES = "search.view_queryday"
_WORDS = all_of("synonymgroup", app="search") | all_of("resultrule", app="search") | {MAY_READ_QUERIES}


def register() -> None:
    """Called when the app is ready."""
    for role in (CHIEF, ADMINISTRATOR):
        more_rights.register(MoreRights(f"search, {role.code}", role, _WORDS))
