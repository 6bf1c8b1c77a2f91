"""Who keeps words and rules of the search: the chief editor, who knows what readers ask, and administrators."""

from portal.editorial.roles import ADMINISTRATOR, CHIEF, MoreRights, all_of, more_rights

_WORDS = all_of("synonymgroup", app="search") | all_of("resultrule", app="search")


def register() -> None:
    """Called when the app is ready."""
    for role in (CHIEF, ADMINISTRATOR):
        more_rights.register(MoreRights(f"search, {role.code}", role, _WORDS))
