"""One account per role for trying the portal out. Their passwords are in this public file: no server may keep them.

``portal.checks`` asks ``accounts_with_demo_password()`` and refuses to start a server that has one.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.models import AbstractUser
from django.db.models import Q
from django.utils.crypto import get_random_string

from portal.editorial.roles import (
    ADMINISTRATOR,
    CHIEF,
    COMMITTEE_MEMBER,
    EDITOR,
    ENTER_ADMIN,
    MEMBER,
    REPORTER,
    Role,
    group_of,
    more_roles,
)
from portal.members.second_factor import give_demo_factor


@dataclass(frozen=True)
class DemoAccount:
    """Somebody to sign in as."""

    username: str
    password: str
    #: Family name first; the last word is the given name.
    name: str
    #: The portal's own, or the names of roles that apps bring.
    given: tuple[Role | str, ...]

    @property
    def roles(self) -> list[Role]:
        """A role that no app brought is left out."""
        found = (more_roles.get(role) if isinstance(role, str) else role for role in self.given)
        return [role for role in found if role is not None]

    @property
    def title(self) -> str:
        """The role in Vietnamese, as its group is called."""
        first = self.given[0]
        return first if isinstance(first, str) else first.name

    @property
    def is_staff(self) -> bool:
        """Whether it may enter the admin, which takes a second factor."""
        return any(ENTER_ADMIN in role.elsewhere for role in self.roles)


DEMO_ACCOUNTS = (
    DemoAccount("phongvien", "thu-viet-bai-2026", "Nguyễn Thị Thu Sương", (REPORTER, MEMBER)),
    DemoAccount("bientap", "thu-sua-bai-2026", "Vũ Minh Khê", (EDITOR, MEMBER)),
    DemoAccount("truongban", "thu-duyet-bai-2026", "Lương Thị Bích Đào", (CHIEF, COMMITTEE_MEMBER)),
    DemoAccount("vanthu", "thu-van-thu-2026", "Trịnh Thị Mến", ("Văn thư", MEMBER)),
    DemoAccount("lanhdaovp", "thu-lanh-dao-2026", "Ma Quốc Lập", ("Lãnh đạo văn phòng", COMMITTEE_MEMBER)),
    DemoAccount("quantri", "thu-quan-tri-2026", "Đinh Quang Duẩn", (ADMINISTRATOR, COMMITTEE_MEMBER)),
    DemoAccount("dangvien", "thu-doc-bai-2026", "Bế Văn Nhâm", (MEMBER,)),
    DemoAccount("capuy", "thu-cap-uy-2026", "Vi Văn Tuyển", (COMMITTEE_MEMBER,)),
)
DEMO_PASSWORDS = frozenset(account.password for account in DEMO_ACCOUNTS)
DOMAIN = "@demo.example"
#: Begins the salt of every password set here. It stays as long as the password does, whatever becomes of the name.
MARK = "trinhdien"


def make_accounts() -> int:
    """Make the accounts that are missing and return how many; those that exist keep what was changed in them."""
    people = get_user_model()
    made = 0
    for account in DEMO_ACCOUNTS:
        family, _space, given = account.name.rpartition(" ")
        user, created = people.objects.get_or_create(
            username=account.username,
            defaults={"last_name": family, "first_name": given, "email": f"{account.username}{DOMAIN}"},
        )
        if not created:
            continue
        user.password = make_password(account.password, salt=MARK + get_random_string(22))
        user.save()
        user.groups.add(*(group_of(role) for role in account.roles))
        if account.is_staff:
            give_demo_factor(user)
        made += 1
    return made


def demo_user(username: str) -> AbstractUser | None:
    """The demo account of this name, if it was made."""
    user: AbstractUser | None = get_user_model().objects.filter(username=username).first()
    return user


def accounts_with_demo_password() -> list[str]:
    """Names of active accounts that may be entered with a password of this file.

    Comparing passwords is slow by design and a server asks at every start: those with the mark are known without, and
    of the others only those with a name or an address of this file are compared.
    """
    known = Q(username__in=[account.username for account in DEMO_ACCOUNTS]) | Q(email__iendswith=DOMAIN)
    marked = Q(password__contains=f"${MARK}")
    found = get_user_model().objects.filter(known | marked, is_active=True).order_by("username")
    return [user.username for user in found if f"${MARK}" in user.password or _has_demo_password(user)]


def _has_demo_password(user: AbstractUser) -> bool:
    return any(check_password(password, user.password) for password in DEMO_PASSWORDS)
