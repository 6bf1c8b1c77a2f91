"""Who runs servers that refuse to run as root."""

import os
import pwd
from collections.abc import Sequence
from typing import TypedDict

from tools.project import Problem


class Identity(TypedDict, total=False):
    """Who a program runs as, in the words of ``subprocess``; nothing for the caller himself."""

    user: int
    group: int
    extra_groups: list[int]


def identity(names: Sequence[str], program: str) -> Identity:
    """The first of the accounts ``names`` that there is, when the caller is root.

    Raises:
        Problem: there is none of them.
    """
    if os.geteuid() != 0:
        return {}
    for name in names:
        try:
            account = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    raise Problem(f"Không có người dùng hệ thống nào ({', '.join(names)}) để chạy {program}; đừng chạy bằng root.")
