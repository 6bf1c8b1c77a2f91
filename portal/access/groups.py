"""Groups made by code. They are found by their code, whatever staff rename them to."""

from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.db import transaction

from portal.access.models import KnownGroup, Organisation


@dataclass(frozen=True)
class GroupSpec:
    """A group the portal makes: ``code`` is for programs, ``name`` is what staff read."""

    code: str
    name: str


MEMBERS = GroupSpec("members", "Đảng viên")
COMMITTEE = GroupSpec("committee", "Cấp uỷ viên")


def known_group(spec: GroupSpec) -> Group:
    """The group of ``spec``, made when missing; a group that already has its name is taken over."""
    known = KnownGroup.objects.select_related("group").filter(code=spec.code).first()
    if known is not None:
        return known.group
    with transaction.atomic():
        group, _made = Group.objects.get_or_create(name=spec.name)
        KnownGroup.objects.create(code=spec.code, group=group)
    return group


def organisation_group(organisation: Organisation) -> Group:
    """The group whose people count as ``organisation``'s, made on demand."""
    if organisation.group is not None:
        return organisation.group
    with transaction.atomic():
        name = f"Tổ chức: {organisation.name}"[:140]
        if Group.objects.filter(name=name).exists():
            name = f"{name} #{organisation.pk}"
        organisation.group = Group.objects.create(name=name)
        organisation.save(update_fields=["group"])
    return organisation.group
