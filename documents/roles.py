"""Who keeps the register: văn thư enters documents, lãnh đạo văn phòng checks secrecy and recipients and approves."""

from portal.editorial.roles import (
    ADMINISTRATOR,
    EDIT,
    ENTER_ADMIN,
    PUBLISH,
    MoreRights,
    Role,
    all_of,
    more_rights,
    more_roles,
)

_REGISTER = "documents.DocumentRegister"
#: The words of the register that văn thư needs while entering: a new body, a signer's office.
_GROWING = frozenset().union(*(all_of(model, app="documents") for model in ("issuer", "position", "field")))
_RULES = frozenset().union(
    *(all_of(model, app="documents") for model in ("documenttype", "term", "relationkind", "issuingrule"))
)
#: Sending registers to be imported. Those who only write news enter no documents by the thousand.
_IMPORT = frozenset({"documents.add_registerupload"})

CLERK = Role("clerk", "Văn thư", EDIT, elsewhere=frozenset({ENTER_ADMIN}) | _GROWING | _IMPORT, below=_REGISTER)
OFFICE_HEAD = Role(
    "office_head",
    "Lãnh đạo văn phòng",
    PUBLISH,
    elsewhere=frozenset({ENTER_ADMIN}) | _GROWING | _RULES | _IMPORT,
    below=_REGISTER,
)
#: What the portal's administrators may do here besides.
_ADMINISTRATOR = MoreRights("documents", ADMINISTRATOR, _GROWING | _RULES | _IMPORT)


def register() -> None:
    """Called when the app is ready."""
    for role in (CLERK, OFFICE_HEAD):
        more_roles.register(role)
    more_rights.register(_ADMINISTRATOR)
