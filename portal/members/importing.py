"""Accounts from a workbook: first what would become of each line, and after a yes the invitations.

Nobody is invited twice: a line whose address has an account is passed over, and nothing of that account is changed,
whoever has changed it since. So the same list may come again, longer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from enum import Enum
from itertools import islice
from typing import Any, TypeVar

from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.access.groups import organisation_group
from portal.access.models import Organisation
from portal.editorial.names import tidy
from portal.members import workbook
from portal.members.addresses import known_emails, tidy_email
from portal.members.inviting import AddressTaken, CannotInvite, Invitee, invite
from portal.members.models import AccountImport
from portal.members.workbook import Row, split_several
from portal.text import detect_legacy, fold, from_legacy

PER_TRANSACTION = 200
#: So often somebody else may take one of the addresses meanwhile.
_ATTEMPTS = 5
#: So long a list waits for a yes, and its result can be seen; it holds names and addresses.
KEPT = timedelta(days=1)

T = TypeVar("T")


class Fate(Enum):
    NEW = "new"
    THERE = "there"
    REFUSED = "refused"


@dataclass(frozen=True)
class Line:
    """What becomes of one line of the list, and why."""

    number: int
    fate: Fate
    last_name: str = ""
    first_name: str = ""
    email: str = ""
    roles: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    note: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.last_name} {self.first_name}".strip()

    @property
    def groups_text(self) -> str:
        return "; ".join((*self.roles, *self.organisations))

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "fate": self.fate.value}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Line":
        several = {name: tuple(stored[name]) for name in ("roles", "organisations", "reasons")}
        return cls(**{**stored, **several, "fate": Fate(stored["fate"])})


class Names:
    """Roles, levels and organisations by their names as people type them."""

    def __init__(self) -> None:
        groups = Group.objects.filter(organisation__isnull=True).order_by("name")
        self.roles = {_key(group.name): group for group in groups}
        self.organisations: dict[str, list[Organisation]] = {}
        for organisation in Organisation.objects.select_related("group"):
            self.organisations.setdefault(_key(organisation.name), []).append(organisation)


def _key(name: str) -> str:
    return " ".join(fold(name).split())


def plan(rows: Sequence[Row]) -> list[Line]:
    """What would become of each line. Nothing is written."""
    names = Names()
    lines = [_line(row, names) for row in rows if row.values.get(workbook.EMAIL) != workbook.EXAMPLE_EMAIL]
    known: set[str] = set()
    for some in _some([line.email for line in lines if line.email], 500):
        known.update(known_emails(some))
    seen: dict[str, int] = {}
    settled = []
    for line in lines:
        first = seen.setdefault(line.email, line.number) if line.email else line.number
        if first != line.number:
            again = _("The same address stands in line %(number)d.") % {"number": first}
            line = replace(line, fate=Fate.REFUSED, reasons=(*line.reasons, again))
        elif line.fate is Fate.NEW and line.email in known:
            line = replace(line, fate=Fate.THERE)
        settled.append(line)
    return settled


def carry_out(lines: Iterable[Line], *, by: User) -> list[Line]:
    """Invite those who are new, some at a time; returns what became of each line.

    Lines are judged again first: since they were shown, an account may have come or a role gone.
    """
    names = Names()
    done: list[Line] = []
    for some in _some(lines, PER_TRANSACTION):
        done += _carry_out_some(some, names, by)
    return done


def _carry_out_some(some: Sequence[Line], names: Names, by: User) -> list[Line]:
    said = ""
    for _attempt in range(_ATTEMPTS):
        known = known_emails(line.email for line in some if line.fate is Fate.NEW)
        judged = [
            replace(line, fate=Fate.THERE) if line.fate is Fate.NEW and line.email in known else line for line in some
        ]
        try:
            invite([_invitee(line, names) for line in judged if line.fate is Fate.NEW], by=by)
        except AddressTaken as problem:  # at this moment: judged once more, that line is passed over and the others not
            said = str(problem.message)
            continue
        except CannotInvite as problem:
            said = str(problem.message)
        except KeyError:
            said = _("A role or organisation is gone since. Read the file again.")
        else:
            return judged
        break
    return [replace(line, fate=Fate.REFUSED, reasons=(said,)) if line.fate is Fate.NEW else line for line in some]


def keep_list(content: bytes, file_name: str, *, by: User) -> AccountImport:
    """Read a workbook and keep what would become of it, to be shown; nobody is invited yet.

    Raises:
        UnreadableWorkbook: it is none, or too large.
    """
    lines = plan(workbook.read_rows(content))
    stored = [line.as_json() for line in lines]
    return AccountImport.objects.create(uploaded_by=by, file_name=file_name[-200:], lines=stored)


def carry_out_list(kept: AccountImport, *, by: User) -> bool:
    """Do what the list said, once; whether this was the one time. Interrupted, the list may be read again."""
    mine = AccountImport.objects.filter(pk=kept.pk, done_at__isnull=True)
    if not mine.update(done_at=timezone.now()):
        return False
    done = carry_out(map(Line.from_json, kept.lines), by=by)
    AccountImport.objects.filter(pk=kept.pk).update(lines=[line.as_json() for line in done])
    return True


def forget_old_lists() -> str:
    """The scheduler's job."""
    AccountImport.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
    return ""


def _some(things: Iterable[T], size: int) -> Iterator[list[T]]:
    waiting = iter(things)
    while some := list(islice(waiting, size)):
        yield some


def counts(lines: Iterable[Line]) -> dict[str, int]:
    """How many lines are new, there already, refused."""
    found = {fate.value: 0 for fate in Fate}
    for line in lines:
        found[line.fate.value] += 1
    return found


def _invitee(line: Line, names: Names) -> Invitee:
    roles = [names.roles[_key(name)] for name in line.roles]
    organisations = [organisation_group(names.organisations[_key(name)][0]) for name in line.organisations]
    return Invitee(line.last_name, line.first_name, line.email, (*roles, *organisations), line.note)


def _line(row: Row, names: Names) -> Line:
    reasons: list[str] = []
    if row.formulas:
        reasons.append(_("A cell holds a formula, which is not worked out. Type the text itself."))
    last_name, first_name = _name(row.values, reasons)
    email = _email(row.values.get(workbook.EMAIL, ""), reasons)
    roles = _roles(row.values.get(workbook.ROLES, ""), names, reasons)
    organisations = _organisations(row.values.get(workbook.ORGANISATIONS, ""), names, reasons)
    if not (roles or organisations or reasons):
        reasons.append(_("The role is missing."))
    return Line(
        number=row.number,
        fate=Fate.REFUSED if reasons else Fate.NEW,
        last_name=last_name,
        first_name=first_name,
        email=email,
        roles=roles,
        organisations=organisations,
        note=row.values.get(workbook.NOTE, ""),
        reasons=tuple(reasons),
    )


def _name(values: Mapping[str, str], reasons: list[str]) -> tuple[str, str]:
    """Family and middle names, and the given name, which Vietnamese write last."""
    if workbook.NAME in values:
        last_name, _space, first_name = tidy(values[workbook.NAME]).rpartition(" ")
    else:
        last_name, first_name = tidy(values.get(workbook.FAMILY, "")), tidy(values.get(workbook.GIVEN, ""))
    whole = f"{last_name} {first_name}".strip()
    if not last_name or not first_name:
        reasons.append(_("The full name is missing: family name, middle names and given name."))
    elif max(len(last_name), len(first_name)) > 150:
        reasons.append(_("The name is too long."))
    elif encoding := detect_legacy(whole):
        meant = from_legacy(whole, encoding)
        reasons.append(
            _("The name is typed in the old code %(code)s; it probably means “%(name)s”. Type it again in Unicode.")
            % {"code": encoding, "name": meant}
        )
    return last_name, first_name


def _email(typed: str, reasons: list[str]) -> str:
    email = tidy_email(typed)
    if not email:
        reasons.append(_("The address of the mailbox is missing."))
        return ""
    try:
        validate_email(email)
    except ValidationError:
        reasons.append(_("“%(email)s” is no address of a mailbox.") % {"email": typed})
    if len(email) > 254:
        reasons.append(_("The address is too long."))
    return email


def _roles(typed: str, names: Names, reasons: list[str]) -> tuple[str, ...]:
    found = []
    for name in split_several(typed):
        group = names.roles.get(_key(name))
        if group is None:
            reasons.append(_("There is no role “%(name)s”. Choose from the list in the template.") % {"name": name})
        else:
            found.append(group.name)
    return tuple(dict.fromkeys(found))


def _organisations(typed: str, names: Names, reasons: list[str]) -> tuple[str, ...]:
    """A name may hold a comma itself, so the whole is tried first."""
    found = []
    parts = [typed] if _key(typed) in names.organisations else split_several(typed)
    for name in parts:
        same = names.organisations.get(_key(name), [])
        if not same:
            said = _("There is no organisation “%(name)s”. Add it under “Organisations” or correct the name.")
            reasons.append(said % {"name": name})
        elif len(same) > 1:
            reasons.append(
                _("Several organisations are called “%(name)s”. Invite without it, and give it under “Users”.")
                % {"name": name}
            )
        else:
            found.append(same[0].name)
    return tuple(dict.fromkeys(found))
